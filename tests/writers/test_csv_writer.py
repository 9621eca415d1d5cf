"""CSV for spreadsheets."""

from __future__ import annotations

import csv
import io

import pytest

from factx.records import ErrorRecord, Extraction
from factx.writers.csv import ALL_COLUMNS, COLUMNS, CsvWriter


def rows(*records: Extraction | ErrorRecord, **settings: tuple[str, ...]) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    writer = CsvWriter(stream, **settings)
    for record in records:
        writer.write(record)
    writer.close()
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_all_kinds_are_rows_with_a_kind(record: Extraction, error: ErrorRecord) -> None:
    found = rows(record, error)
    assert [row["kind"] for row in found] == ["entity", *["quote"] * 4, *["claim"] * 3, "error"]
    assert {row["document"] for row in found} == {"a.txt", "b.txt"}
    assert found[0]["aliases"] == "Ruiz"
    assert found[1]["text"] == "“We lost,” … “and we know why.”"
    assert found[1]["speaker"] == "Ana Ruiz"
    assert found[-1]["error"] == "InputError: it is broken"


def test_one_kind_has_its_own_columns(record: Extraction, error: ErrorRecord) -> None:
    found = rows(record, error, kinds=("claims",))
    assert list(found[0]) == ["document", *COLUMNS["claims"], "error"]
    assert [row["value"] for row in found[:3]] == ["2.5", "1200000000", ""]
    assert [row["low"] for row in found[:3]] == ["2.5", "1200000000", "12"]
    assert found[0]["trend"] == "down"
    assert found[2]["negated"] == "true"
    assert found[3]["error"]


def test_every_column_of_a_kind_is_in_the_union() -> None:
    assert set(ALL_COLUMNS) == {column for columns in COLUMNS.values() for column in columns}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 people", "'+44 people"),
        ("-5 degrees", "'-5 degrees"),
        ("@cmd", "'@cmd"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("-5", "-5"),
        ("-3.2%", "-3.2%"),
        ("two\nlines, “and” a comma", "two\nlines, “and” a comma"),
        ("a\x1b[31mb\x9bc\ud800", "a\ufffd[31mb\ufffdc\ufffd"),
    ],
)
def test_a_spreadsheet_runs_nothing(record: Extraction, text: str, cell: str) -> None:
    claim = record.claims[0].model_copy(update={"text": text, "value": -5.0})
    [row] = rows(record.model_copy(update={"claims": [claim]}), kinds=("claims",))
    assert row["text"] == cell
    assert row["value"] == "-5"
