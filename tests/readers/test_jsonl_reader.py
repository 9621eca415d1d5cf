"""JSON Lines: one line, one document; a bad line costs itself."""

from __future__ import annotations

import json

import pytest

from factx.readers import Document, jsonl
from factx.records import ErrorRecord


def read_one(value: object) -> Document | ErrorRecord:
    [record] = jsonl.read([json.dumps(value).encode()], "f.jsonl")
    return record


def test_lines_are_named_by_id_or_number() -> None:
    lines = [b'{"id": "a", "text": "One."}\n', b"\n", b'{"text": "Two."}\r\n', b'{"id": 7, "text": "Three."}']
    documents = list(jsonl.read(lines, "f.jsonl"))
    assert [document.source for document in documents if isinstance(document, Document)] == [
        "f.jsonl#a",
        "f.jsonl#3",
        "f.jsonl#7",
    ]
    assert [document.text for document in documents if isinstance(document, Document)] == ["One.", "Two.", "Three."]


def test_title_and_date_come_along() -> None:
    record = read_one({"id": "a", "text": "One.", "title": "Head", "published": "2024-05-01T10:00:00Z", "more": [1]})
    assert isinstance(record, Document)
    assert (record.title, record.published, record.warnings) == ("Head", "2024-05-01", ())


def test_a_date_that_is_none_is_said_to_be_none() -> None:
    record = read_one({"id": "a", "text": "One.", "published": "last Tuesday"})
    assert isinstance(record, Document)
    assert record.published is None
    assert [warning.code for warning in record.warnings] == ["published"]


def test_half_a_surrogate_pair_survives() -> None:
    [record] = jsonl.read([rb'{"id": "a", "text": "odd \ud800 text"}'], "f.jsonl")
    assert isinstance(record, Document)
    assert record.text == "odd \ud800 text"


@pytest.mark.parametrize(
    "line",
    [b"not json", b'{"id": "a"}', b'{"id": "a", "text": 5}', b"[1, 2]", b'{"id": "a", "text": "cut', b"[" * 100_000, b"\x00\x01"],
)
def test_a_bad_line_is_one_error_that_names_it(line: bytes) -> None:
    good = b'{"id": "b", "text": "Fine."}'
    first, bad, last = jsonl.read([good, line, good], "f.jsonl")
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, ErrorRecord)
    assert bad.document.source == "f.jsonl#2"
    assert bad.error.type == "InputError"
    assert "\n" not in bad.error.message


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"id": "a", "text": "One."}', True),
        (b'\xef\xbb\xbf {"text": ""}', True),
        (b'{"id": "a"}', False),
        (b"{ braces } open this sentence.", False),
        (b"Plain text.", False),
    ],
)
def test_the_first_line_tells_the_form(line: bytes, expected: bool) -> None:
    assert jsonl.looks_like(line) is expected


def test_lines_are_read_one_at_a_time() -> None:
    def lines() -> object:
        yield b'{"id": "a", "text": "One."}'
        raise AssertionError("read ahead")

    assert next(jsonl.read(lines(), "f"))  # type: ignore[arg-type]
