"""What a file is when its ending does not say so, and what becomes of files that are nothing."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from factx.readers import Document, Item, read_item, read_paths
from factx.readers.kinds import ENDINGS, settle, sniff
from factx.records import ErrorRecord

Read = Document | ErrorRecord
MAIL = b"From: a@example.org\nDate: Fri, 1 Mar 2024 10:00:00 +0000\nMessage-ID: <1@x>\nSubject: S\n\nThe text."


def wants(module: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(find_spec(module) is None, reason=f"{module} is not installed")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\n%PDF-1.4", "pdf"),
        (b"See %PDF- files.", None),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "docx"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml" + bytes(40) + b"xl/workbook.xml", None),
        (b"WARC/1.1\r\n", "warc"),
        (b"<!DOCTYPE html>", "html"),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<HTML lang=en>", "html"),
        (b"<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "html"),
        (b"<?xml version='1.0'?>\n<rss>", None),
        (b"<html is what we wrote", "html"),
        (b"Less < more.", None),
        (MAIL, "eml"),
        (b"Received: by x\r\nFrom: b@example.org\r\nSubject: S\r\n\r\nText", "eml"),
        (b"From: the mayor\nSubject: money\n\nA letter.", None),  # no mail program wrote it
        (b"From: <Saved by Blink>\nSnapshot-Content-Location: x\nMIME-Version: 1.0\n\n", "mhtml"),
        (b'{"id": 1, "text": "One."}\n{"id"', "jsonl"),
        (b'{"id": 1, "body": "One."}\n', None),
        (b"Q: What?\nA: That.\n", None),
        (b"", None),
    ],
)
def test_first_bytes(head: bytes, kind: str | None) -> None:
    assert sniff(head) == kind


@pytest.mark.parametrize(
    ("name", "head", "kind", "said"),
    [
        ("a.txt", b"Text.", "txt", None),
        ("a", b"Text.", "txt", None),
        ("a.md", b"%PDF-1.7", "pdf", None),
        ("a.txt", b"%PDF-1.7", "pdf", "the ending says .txt, but this is a PDF file"),
        ("a.pdf", b"<!doctype html>", "html", "the ending says .pdf, but this is a web page"),
        ("a.txt.gz", b"<html>", "html", "the ending says .txt"),
        ("a.jsonl", b"<html>", "html", "web page"),
        ("a.txt", MAIL, "eml", "an e-mail"),
        ("a.csv", MAIL, "csv", None),
        ("a.mhtml", MAIL, "mhtml", None),
        ("a.eml", b"From: x\nSnapshot-Content-Location: x\nMIME-Version: 1.0\n\n", "mhtml", "saved web page"),
        ("a.html", b"no markup", "html", None),
    ],
)
def test_the_ending_and_the_first_bytes(name: str, head: bytes, kind: str, said: str | None) -> None:
    chosen, note = settle(name, head)
    assert chosen == kind
    assert (note is None) == (said is None)
    assert said is None or said in str(note)


@wants("pypdf")
@wants("docx")
@wants("trafilatura")
@pytest.mark.parametrize(
    ("file", "name"), [("report.pdf", "a.txt"), ("report.docx", "a.html"), ("page.html", "a.txt"), ("mail.eml", "a.txt")]
)
def test_a_real_file_under_a_false_name(files: Path, read_document: Callable[..., Document], file: str, name: str) -> None:
    data = (files / file).read_bytes()
    honest, false, none = read_document(file, data), read_document(name, data), read_document("noending", data)
    packed = read_document(f"{file}.gz", gzip.compress(data))
    assert honest.text == false.text == none.text == packed.text
    assert [warning.code for warning in false.warnings] == ["format", *(warning.code for warning in honest.warnings)]
    assert "but this is" in false.warnings[0].message
    assert none.warnings == packed.warnings == honest.warnings


@pytest.mark.parametrize("name", [f"a{ending}" for ending in ENDINGS] + ["a", "a.md", "a.txt.gz"])
def test_an_empty_file_is_an_error(name: str, read_error: Callable[..., str]) -> None:
    assert "is empty (0 bytes)" in read_error(name, b"")


def test_a_packed_file_that_holds_nothing_is_an_error(read_error: Callable[..., str]) -> None:
    assert "holds nothing" in read_error("a.txt.gz", gzip.compress(b""))


@pytest.mark.parametrize(("name", "data"), [("a.jsonl", b"\n \n"), ("a.csv", b"id,text\n"), ("a.csv", b"id,text\n,\n\n")])
def test_a_file_without_a_document_is_an_error(name: str, data: bytes, read_error: Callable[..., str]) -> None:
    assert "there is no document in this file" in read_error(name, data)


def test_blank_text_is_a_document_that_says_so(read_document: Callable[..., Document]) -> None:
    assert [warning.code for warning in read_document("a.txt", b" \n\n").warnings] == ["empty"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_noise_under_any_name_is_one_error_or_read(ending: str, read_all: Callable[..., list[Read]]) -> None:
    """Whatever the bytes, there is no exception and no silence."""
    chance = random.Random(ending)
    starts = [
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08\x00",
        b"<html>",
        b"WARC/1.0\r\n",
        b"id,text\n",
        b"From: x\n\n",
        b'{"text": "',
    ]
    for start in starts:
        for length in (1, 40, 3000):
            records = read_all(f"noise{ending}", start + chance.randbytes(length))
            assert records
            assert all(isinstance(record, Document) or record.error.message for record in records)


@pytest.mark.parametrize("file", ["report.pdf", "report.docx", "saved.mhtml", "mail.eml", "dumped.html", "crawl.warc.gz"])
def test_real_files_with_damage_are_one_error_or_read(files: Path, file: str, read_all: Callable[..., list[Read]]) -> None:
    data = (files / file).read_bytes()
    chance = random.Random(file)
    for _ in range(12):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 10, 200))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        assert read_all(file, bytes(damaged[: chance.randrange(1, len(damaged) + 1)]))


def test_what_nobody_foresaw_costs_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(data: bytes, source: str) -> Document:
        raise KeyError("a bug")

    monkeypatch.setattr("factx.readers.txt.read", read)
    (tmp_path / "a.txt").write_text("Text.")
    [record] = read_item(Item(str(tmp_path / "a.txt"), 5, 0, "txt"))
    assert isinstance(record, ErrorRecord)
    assert "reading it failed (KeyError" in record.error.message


@wants("pypdf")
def test_standard_input_of_any_form(files: Path) -> None:
    for file in ("report.pdf", "mail.eml"):
        data = (files / file).read_bytes()
        for content in (data, gzip.compress(data)):
            [record] = read_paths(["-"], stdin=io.BytesIO(content))
            assert isinstance(record, Document)
            assert record.source == "-"
            assert "the" in record.text


def test_fields_can_be_named(read_all: Callable[..., list[Read]]) -> None:
    for name, data in (("a.jsonl", b'{"key": 7, "body": "One."}\n'), ("a.csv", b"key,body\n7,One.\n")):
        [record] = read_all(name, data, text_field="body", id_field="key")
        assert isinstance(record, Document)
        assert (record.text, record.source.rpartition("#")[2]) == ("One.", "7")
    [record] = read_item(Item("-", 0, 0, "stdin"), text_field="body", stdin=io.BytesIO(b'{"id": 7, "body": "One."}\n'))
    assert isinstance(record, Document)
    assert record.source == "-#7"
    [record] = read_all("a.jsonl", b'{"id": 7, "body": "One."}\n')
    assert isinstance(record, ErrorRecord)
    assert "its fields with a string are body; name one with --text-field" in record.error.message


def test_comments_without_end_are_sniffed_at_once() -> None:
    assert sniff(b"<!-- a -->" * 5000 + b"x") is None
    assert sniff(b"<!-- a -->" * 5000 + b"<html>") == "html"
