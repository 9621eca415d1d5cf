"""The contract: frozen, strict, and pinned by its JSON Schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from factx import extract, records
from factx.batch.work import from_line, to_line
from factx.readers import failure
from factx.records import Extraction, Record, Span, Warn, json_schema

if TYPE_CHECKING:
    from spacy.language import Language

GOLDEN = Path(__file__).parent / "schema.golden.json"


def all_records() -> list[type[Record]]:
    found = [value for value in vars(records).values() if isinstance(value, type) and issubclass(value, Record)]
    return [record for record in found if record is not Record]


@pytest.mark.parametrize("record", all_records(), ids=lambda record: record.__name__)
def test_every_record_is_frozen_and_strict(record: type[Record]) -> None:
    assert record.model_config["frozen"] is True
    assert record.model_config["extra"] == "forbid"
    assert record.__doc__


def test_a_record_cannot_be_changed() -> None:
    span = Span(start=0, end=2, text="It")
    with pytest.raises(ValidationError):
        span.start = 1
    with pytest.raises(ValidationError):
        Span.model_validate({"start": 0, "end": 2, "text": "It", "more": 1})


@pytest.mark.parametrize("extra", ["", "Half a pair: \ud800."])
def test_a_record_read_back_from_its_line_is_the_same(nlp: Language, extra: str) -> None:
    text = "“It is over,” Mayor Ana Ruiz said in 2021. The city, she said, paid more than $3 million a year. " + extra
    record = extract(text, nlp=nlp, source="a\ud800.txt", include_text=True, warnings=(Warn(code="x", message="y"),))
    back = from_line(to_line(record))
    assert back == record
    assert back == Extraction.model_validate(json.loads(to_line(record)))
    assert back.quotes[0].content[0].model_fields_set == {"start", "end", "text"}
    error = failure("b.txt", ValueError("no"))
    assert from_line(to_line(error)) == error


def test_the_schema_is_the_golden_one() -> None:
    """A change here is a change of the contract: it needs a line in the changelog, and a new version if a reader would break.

    Write the file anew with ``factx schema > tests/schema.golden.json``.
    """
    assert json_schema() == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_schema_describes_every_field_of_a_record() -> None:
    schema: dict[str, Any] = json_schema()
    assert set(schema["$defs"]["Extraction"]["required"]) >= set(Extraction.model_fields) - {"schema_version"}
    assert schema["$schema"].endswith("2020-12/schema")
