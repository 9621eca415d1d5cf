"""Gzip as a stream, bombs, and lines without an end."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
from collections.abc import Callable

import pytest

from factx.errors import InputError
from factx.readers import Document, unpacking
from factx.records import ErrorRecord

Read = Document | ErrorRecord
LINES = b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n'


@pytest.mark.parametrize("name", ["f.jsonl.gz", "f.ndjson.gz", "f.JSONL.GZ", "f.jsonl"])
def test_packed_lines(name: str, read_all: Callable[..., list[Read]]) -> None:
    records = read_all(name, gzip.compress(LINES[:28]) + gzip.compress(LINES[28:]))  # two members
    assert [record.source.rpartition("#")[2] for record in records if isinstance(record, Document)] == ["a", "b"]
    codes = {warning.code for record in records if isinstance(record, Document) for warning in record.warnings}
    assert codes == (set() if name.lower().endswith(".gz") else {"format"})


def test_a_packed_text(read_document: Callable[..., Document]) -> None:
    assert read_document("a.txt.gz", gzip.compress("Café.".encode())).text == "Café."
    assert read_document("a.txt.gz", b"Not packed.").text == "Not packed."


@pytest.mark.parametrize("change", [lambda data: data[:-9], lambda data: data[:20], lambda data: data[:15] + b"xxxx" + data[19:]])
def test_a_broken_file_is_an_error(change: Callable[[bytes], bytes], read_all: Callable[..., list[Read]]) -> None:
    data = gzip.compress(b"".join(b'{"id": %d, "text": "Text %d."}\n' % (n, n * n) for n in range(5000)))
    last = read_all("f.jsonl.gz", change(data))[-1]
    assert isinstance(last, ErrorRecord)
    assert "broken or cut off" in last.error.message


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.jsonl.gz", "bomb.csv.gz", "bomb.html.gz", "bomb.warc.gz"])
def test_a_bomb_is_refused_before_it_fills_the_memory(name: str, read_error: Callable[..., str]) -> None:
    if ".warc" in name:
        pytest.importorskip("warcio", reason="reading web archives needs factx[warc]")
        pytest.importorskip("trafilatura", reason="reading web archives needs factx[warc]")
    start = {"csv": b"id,text\n1,", "jsonl": b'{"text": "', "html": b"<html>", "warc": b"WARC/1.0\r\nA: "}.get(
        name.split(".")[1], b""
    )
    data = gzip.compress(start + b"a" * 60_000_000, 6)
    tracemalloc.start()
    try:
        assert "decompression bomb" in read_error(name, data)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_what_is_small_may_be_packed_to_anything(read_document: Callable[..., Document]) -> None:
    assert len(read_document("a.txt.gz", gzip.compress(b"a " * 5_000_000)).text) == 10_000_000


def test_a_line_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MAX_LINE", 1000)
    for length in (5, 999, 1000, 1001, 1005, 1006, 1007, 1999, 2000, 2001, 2006, 5000):
        first, second = unpacking.lines(io.BytesIO(b"x" * length + b"\nnext"))
        assert first.rstrip(b"\n") == b"x" * min(length, len(first.rstrip(b"\n")))
        assert (len(first) > 1000) == (length + 1 > 1000)
        assert second == b"next"


def test_a_line_that_is_too_long_costs_itself(read_all: Callable[..., list[Read]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.readers.document.MAX_CHARACTERS", 100)
    monkeypatch.setattr(unpacking, "MAX_LINE", 600)
    data = LINES[:28] + json.dumps({"text": "long " * 1000}).encode() + b"\n" + LINES[28:]
    first, long, last = read_all("f.jsonl", data)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(long, ErrorRecord)
    assert (long.document.source[-2:], "too long" in long.error.message) == ("#2", True)


def test_reading_a_whole_stream_has_a_limit() -> None:
    assert unpacking.read_all(io.BytesIO(b"x" * 10), 10) == b"x" * 10
    with pytest.raises(InputError, match="too large"):
        unpacking.read_all(io.BytesIO(b"x" * 11), 10)
