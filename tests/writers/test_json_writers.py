"""JSON and JSON Lines."""

from __future__ import annotations

import io
import json

import pytest

from factx.records import ErrorRecord, Extraction
from factx.writers import open_writer


def written(name: str, *records: object, **settings: object) -> str:
    stream = io.StringIO()
    writer = open_writer(name, stream, **settings)
    for record in records:
        writer.write(record)
    writer.close()
    return stream.getvalue()


def test_one_document_is_an_object(record: Extraction) -> None:
    value = json.loads(written("json", record, single=True))
    assert Extraction.model_validate(value) == record
    assert "text" not in value["document"]


def test_several_documents_are_an_array(record: Extraction, error: ErrorRecord) -> None:
    first, second = json.loads(written("json", record, error))
    assert first["document"]["source"] == "a.txt"
    assert second == {"document": {"source": "b.txt"}, "error": {"type": "InputError", "message": "it is broken"}}


def test_nothing_is_an_empty_array() -> None:
    assert json.loads(written("json")) == []


def test_lines_are_records(record: Extraction, error: ErrorRecord) -> None:
    lines = written("jsonl", record, error).splitlines()
    assert Extraction.model_validate_json(lines[0]) == record
    assert ErrorRecord.model_validate_json(lines[1]) == error


def test_the_text_is_there_when_asked_for(record: Extraction) -> None:
    document = record.document.model_copy(update={"text": "All of it."})
    value = json.loads(written("jsonl", record.model_copy(update={"document": document})))
    assert value["document"]["text"] == "All of it."


@pytest.mark.parametrize("character", ["\x1b", "\x9b", "\x7f", "\u202e", "\u2028", "\u2066", "\ud800", "\0"])
def test_what_a_terminal_obeys_is_escaped(record: Extraction, character: str) -> None:
    title = f"a{character}b“é🙂”"
    document = record.document.model_copy(update={"title": title})
    line = written("jsonl", record.model_copy(update={"document": document}))
    assert character not in line
    assert "“é🙂”" in line
    line.encode("utf-8")
    assert json.loads(line)["document"]["title"] == title
