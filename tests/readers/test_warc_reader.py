"""Web archives as crawlers write them."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from factx.readers import Document, html
from factx.records import ErrorRecord

warcio = pytest.importorskip("warcio", reason="reading web archives needs factx[warc]")
pytest.importorskip("trafilatura", reason="reading web archives needs factx[warc]")
Read = Document | ErrorRecord


def test_an_archive_from_wget(files: Path, read_all: Callable[..., list[Read]]) -> None:
    """Of its request and response records one is a page; the other answer is 404."""
    data = (files / "crawl.warc.gz").read_bytes()
    page = html.read((files / "page.html").read_bytes(), "page.html")
    for name, content in (("c.warc.gz", data), ("c.warc", gzip.decompress(data)), ("crawl", data)):
        [record] = read_all(name, content)
        assert isinstance(record, Document)
        assert (record.text, record.title, record.published) == (page.text, page.title, page.published)
        assert f"{name}#http://127.0.0.1:" in record.source


def test_each_page_is_a_document_and_a_bad_one_costs_itself(read_all: Callable[..., list[Read]]) -> None:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (form, body) in enumerate(
        [
            ("text/html; charset=utf-8", "<p>“One,” she said at the café.</p>".encode()),
            ("text/html", b"<html></html>"),
            ("image/png", b"\x89PNG"),
            ("application/pdf", b"%PDF-1.7 broken"),
        ]
    ):
        headers = StatusAndHeaders("200 OK", [("Content-Type", form)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(f"http://x.example/{number}", "response", payload=io.BytesIO(body), http_headers=headers)
        )
    writer.write_record(
        writer.create_warc_record(
            "http://x.example/c", "conversion", payload=io.BytesIO(b"Text."), warc_content_type="text/plain"
        )
    )
    records = read_all("a.warc.gz", out.getvalue())
    assert [type(record) for record in records] == [Document, ErrorRecord, ErrorRecord, Document]
    assert isinstance(records[0], Document)
    assert records[0].text == "“One,” she said at the café."
    cut = read_all("b.warc.gz", out.getvalue()[:-30])
    assert isinstance(cut[-1], ErrorRecord)
    assert "broken" in cut[-1].error.message


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "no page"), (b"Not one.", "web archive")],
)
def test_what_is_no_archive_is_an_error(data: bytes, said: str, read_error: Callable[..., str]) -> None:
    assert said in read_error("a.warc", data)


def test_a_missing_library_is_one_error_for_the_file(
    files: Path, read_error: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "warcio.archiveiterator", None)
    assert read_error("a.warc.gz", (files / "crawl.warc.gz").read_bytes()).endswith("pip install 'factx[warc]'")
