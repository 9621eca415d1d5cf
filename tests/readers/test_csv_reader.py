"""Tables: one row, one document."""

from __future__ import annotations

import codecs
from collections.abc import Callable

import pytest

from factx.errors import InputError
from factx.readers import Document, csv
from factx.records import ErrorRecord

Read = Document | ErrorRecord


def read(data: bytes, **more: str) -> list[Read]:
    return list(csv.read(data.splitlines(keepends=True), "t.csv", **more))


def test_rows_are_named_by_id_or_number() -> None:
    records = read(b'id,title,published,text\na,Head,2024-05-01,"One, and\nmore."\n,,,\n,,May 2024,Two.\n')
    assert records[0] == Document("One, and\nmore.", "t.csv#a", title="Head", published="2024-05-01")
    assert isinstance(records[1], Document)
    assert (records[1].text, records[1].source, records[1].published) == ("Two.", "t.csv#4", None)
    assert [warning.code for warning in records[1].warnings] == ["published"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_first_row_tells_the_delimiter(delimiter: str) -> None:
    [record] = read(delimiter.join(["id", "text", "notes, more"]).encode() + b"\n" + delimiter.join(["a", "One.", "x"]).encode())
    assert isinstance(record, Document)
    assert (record.text, record.source) == ("One.", "t.csv#a")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (codecs.BOM_UTF8 + "id,text\r\n1,Café\r\n".encode(), []),
        ("id,text\r\n1,Café\r\n".encode("utf-16"), []),
        ("id,text\n1,Café\n".encode("cp1252"), ["encoding"]),
    ],
)
def test_encodings(data: bytes, codes: list[str]) -> None:
    [record] = read(data)
    assert isinstance(record, Document)
    assert (record.text, [warning.code for warning in record.warnings]) == ("Café", codes)


def test_other_columns_can_be_named() -> None:
    [record] = read(b"key;body\n7;One.\n", text_field="body", id_field="key")
    assert record == Document("One.", "t.csv#7")


def test_a_missing_column_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(InputError, match=r"--text-field \(columns: id, body\)"):
        read(b"id,body\n1,One.\n")


def test_a_short_row_and_one_without_text_cost_themselves() -> None:
    short, empty, fine = read(b"id,text\n1\n2,\n3,Fine.\n")
    assert isinstance(short, ErrorRecord)
    assert (short.document.source, "fewer cells" in short.error.message) == ("t.csv#2", True)
    assert isinstance(empty, Document)
    assert [warning.code for warning in empty.warnings] == ["empty"]
    assert isinstance(fine, Document)


def test_a_quotation_mark_that_is_never_closed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "MAX_CHARACTERS", 200)
    first, last = read(b'id,text\n1,Fine.\n2,"It never ends.\n' + b"3,More and more text.\n" * 50)
    assert isinstance(first, Document)
    assert isinstance(last, ErrorRecord)
    assert "from row 3 on" in last.error.message


def test_it_is_read_by_its_ending(read_all: Callable[..., list[Read]]) -> None:
    assert [type(record) for record in read_all("t.tsv", b"id\ttext\n1\tOne.\n2\tTwo.\n")] == [Document, Document]


@pytest.mark.parametrize(
    ("data", "said"), [(b"a\0b,text\n1,2\n", "zero bytes"), (b"\x1f\x8b\x08", "gzip"), (b"PK\x03\x04", "ZIP"), (b"", "empty")]
)
def test_what_is_no_table_is_an_error(data: bytes, said: str, read_error: Callable[..., str]) -> None:
    assert said in read_error("t.csv", data)
