"""A database that any SQLite program opens."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factx._version import __version__
from factx.records import ErrorRecord, Extraction
from factx.selection import Selection
from factx.writers import open_file_writer, sqlite

TABLES = (
    *("documents", "warnings", "entities", "mentions", "quotes", "quote_contents", "claims", "claim_about", "errors"),
    "version",
)


Open = Callable[[Path], sqlite3.Connection]


def write(path: Path, *records: Extraction | ErrorRecord) -> Path:
    with open_file_writer("db", str(path)) as writer:
        for record in records:
            writer.write(record)
    return path


@pytest.fixture
def open_database() -> Iterator[Open]:
    opened = []

    def connect(path: Path) -> sqlite3.Connection:
        database = sqlite3.connect(path)
        database.row_factory = sqlite3.Row
        opened.append(database)
        return database

    yield connect
    for database in opened:
        database.close()


def is_sound(database: sqlite3.Connection) -> bool:
    database.execute("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")
    found = [*database.execute("PRAGMA integrity_check"), *database.execute("PRAGMA foreign_key_check")]
    return [tuple(row) for row in found] == [("ok",)]


def test_every_part_of_a_record_is_a_row(tmp_path: Path, open_database: Open, record: Extraction, error: ErrorRecord) -> None:
    database = open_database(write(tmp_path / "a.db", record, error, record))
    assert is_sound(database)
    counts = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    assert counts == {
        **{"documents": 2, "warnings": 0, "entities": 2, "mentions": 4, "quotes": 8, "quote_contents": 10, "claims": 6},
        **{"claim_about": 0, "errors": 1, "version": 1},
    }
    assert tuple(database.execute("SELECT * FROM version").fetchone()) == (1, __version__)
    assert tuple(database.execute("SELECT * FROM errors").fetchone()) == (1, "b.txt", "InputError", "it is broken")
    document = database.execute("SELECT * FROM documents").fetchone()
    assert (document["key"], document["source"], document["base_model"], document["quote_model"]) == (1, "a.txt", "base", None)
    entity = database.execute("SELECT * FROM entities").fetchone()
    assert json.loads(entity["aliases"]) == ["Ruiz"]
    quote = database.execute("SELECT * FROM quotes WHERE document = 2 AND id = 'q1'").fetchone()
    assert quote["text"] == "“We lost,” … “and we know why.”"
    assert (quote["speaker_name"], quote["speaker_entity"], quote["speaker_inferred"]) == ("Ana Ruiz", "e1", 0)
    assert (quote["start"], quote["end"]) == (record.quotes[0].content[0].start, record.quotes[0].content[1].end)
    claim = database.execute("SELECT * FROM claims WHERE document = 1 AND id = 'c1'").fetchone()
    assert (claim["value"], claim["low"], claim["high"], claim["unit_code"], claim["quote"]) == (2.5, 2.5, None, "%", "q2")
    assert [row[0] for row in database.execute("SELECT negated FROM claims WHERE document = 1 ORDER BY rowid")] == [0, 0, 1]


def test_views_answer_what_is_asked_most(tmp_path: Path, open_database: Open, record: Extraction) -> None:
    database = open_database(write(tmp_path / "a.db", record, record))
    assert [tuple(row) for row in database.execute("SELECT * FROM speakers")] == [
        ("Ana Ruiz", "PERSON", 2, 4, 0),
        ("An aide", None, 2, 2, 4),
    ]
    assert [tuple(row) for row in database.execute("SELECT * FROM names")] == [("Ana Ruiz", "PERSON", 2, 4)]
    [row] = database.execute("SELECT * FROM claims_with_speaker WHERE document = 1 AND unit = '%'")
    assert (row["speaker"], row["quote"], row["source"]) == ("An aide", "profit fell more than 2.5% to €1.2bn", "a.txt")
    [row] = database.execute("SELECT * FROM quotes_with_speaker WHERE document = 1 AND act = 'intend'")
    assert (row["speaker"], row["speaker_type"], row["told_by"], row["text"]) == ("Ana Ruiz", "PERSON", None, "to go")


def test_words_are_found_in_quotes(tmp_path: Path, open_database: Open, record: Extraction) -> None:
    path = write(tmp_path / "a.db", record)
    database = open_database(path)
    find = "SELECT id FROM quotes WHERE rowid IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH ?)"
    assert [row["id"] for row in database.execute(find, ("loses OR lost",))] == ["q1"]
    assert [row["id"] for row in database.execute(find, ('"we know"',))] == ["q1"]
    database.execute("VACUUM")
    assert [row["id"] for row in database.execute(find, ("profits",))] == ["q2"]
    # How Datasette finds the index that belongs to a table.
    sql = database.execute("SELECT sql FROM sqlite_master WHERE name = 'quotes_fts'").fetchone()[0]
    assert 'USING fts5 (text, content="quotes"' in sql


def test_hostile_words_are_rows(tmp_path: Path, open_database: Open, hostile: Extraction) -> None:
    database = open_database(write(tmp_path / "a.db", hostile, hostile))
    assert is_sound(database)
    text = hostile.claims[0].text
    [stored] = database.execute("SELECT text, length(text) FROM claims WHERE document = 1 AND id = 'c1'")
    assert tuple(stored) == (text.replace("\x00", "\ufffd").replace("\ud800", "\ufffd"), len(text))


def test_a_filtered_record_has_no_reference_to_what_is_not_there(tmp_path: Path, open_database: Open, record: Extraction) -> None:
    claim = record.claims[0].model_copy(update={"about": ["e1"]})
    record = record.model_copy(update={"claims": [claim]})
    database = open_database(write(tmp_path / "a.db", record, Selection(kinds=("claims",)).apply(record)))
    assert is_sound(database)
    assert [tuple(row) for row in database.execute("SELECT quote, speaker_name FROM claims ORDER BY rowid")] == [
        ("q2", "An aide"),
        (None, "An aide"),
    ]
    assert [tuple(row) for row in database.execute("SELECT * FROM claim_about")] == [(1, "c1", 1, "e1")]
    assert [row["message"] for row in database.execute("SELECT message FROM warnings")] == ["kept: only claims"]


def test_the_same_records_are_the_same_bytes_whatever_the_batches(
    tmp_path: Path, samples: list[Extraction], monkeypatch: pytest.MonkeyPatch, open_database
) -> None:
    first = write(tmp_path / "a.db", *samples)
    assert write(tmp_path / "b.db", *samples).read_bytes() == first.read_bytes()
    monkeypatch.setattr(sqlite, "BATCH", 7)
    small = open_database(write(tmp_path / "c.db", *samples))
    assert list(small.iterdump()) == list(open_database(first).iterdump())


def test_the_samples_are_all_there(tmp_path: Path, open_database: Open, samples: list[Extraction]) -> None:
    database = open_database(write(tmp_path / "a.db", *samples))
    assert is_sound(database)
    for kind in ("entities", "quotes", "claims"):
        expected = [(key, item.id) for key, sample in enumerate(samples, 1) for item in getattr(sample, kind)]
        assert [tuple(row) for row in database.execute(f"SELECT document, id FROM {kind} ORDER BY rowid")] == expected
    pieces = database.execute("SELECT start, end, text FROM quote_contents WHERE document = 1 ORDER BY rowid").fetchall()
    assert [tuple(row) for row in pieces] == [
        (piece.start, piece.end, piece.text) for quote in samples[0].quotes for piece in quote.content
    ]
    for view in ("speakers", "names", "quotes_with_speaker", "claims_with_speaker"):
        assert database.execute(f"SELECT count(*) FROM {view}").fetchone()[0] > 5


def test_a_full_disk_is_an_error_of_the_system(
    tmp_path: Path, samples: list[Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a.db", *samples)
    before = path.read_bytes()
    connect = sqlite3.connect

    def connect_small(path: str, **settings: object) -> sqlite3.Connection:
        database = connect(path, **settings)
        database.execute("PRAGMA max_page_count = 60")
        return database

    monkeypatch.setattr("factx.writers.sqlite.sqlite3.connect", connect_small)
    with pytest.raises(OSError, match="the database cannot be written: database or disk is full"):
        write(path, *samples * 3)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.db"]


def test_nothing_is_an_empty_database(tmp_path: Path, open_database: Open) -> None:
    database = open_database(write(tmp_path / "a.db"))
    assert is_sound(database)
    assert database.execute("SELECT count(*) FROM documents").fetchone()[0] == 0


def test_the_questions_in_the_readme_are_answered(tmp_path: Path, open_database: Open, samples: list[Extraction]) -> None:
    database = open_database(write(tmp_path / "a.db", *samples))
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    questions = [line for block in re.findall(r"^```sql\n(.*?)^```$", readme, re.M | re.S) for line in block.splitlines()]
    assert len(questions) == 3
    for question in questions:
        assert database.execute(question).fetchall(), question


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 program is not there")
def test_the_sqlite3_program_reads_it(tmp_path: Path, samples: list[Extraction]) -> None:
    path = write(tmp_path / "a.db", *samples)
    questions = "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM quotes;"
    done = subprocess.run(["sqlite3", str(path), questions], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["ok", str(sum(len(sample.quotes) for sample in samples))]
