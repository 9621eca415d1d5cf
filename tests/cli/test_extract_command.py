"""``factx extract``: what is written, where, and which part of it."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from factx.errors import ModelError
from factx.records import ErrorRecord, Extraction

Invoke = Callable[..., Any]


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_one_file_in_a_pipe_is_one_object(invoke: Invoke, story: Path) -> None:
    done = invoke("extract", story)
    assert (done.exit_code, done.stderr) == (0, "")
    record = Extraction.model_validate_json(done.stdout)
    assert record.document.source == str(story)


def test_several_documents_in_a_pipe_are_lines(invoke: Invoke, story: Path, article: str) -> None:
    (story.parent / "more.jsonl").write_text(json.dumps({"id": "x y", "text": article, "title": "T", "published": "2024-05-07"}))
    done = invoke("extract", story.parent)
    assert done.exit_code == 0
    more, own = (Extraction.model_validate(line) for line in lines(done.stdout))
    assert more.document.source == f"{story.parent}/more.jsonl#x y"
    assert (more.document.title, more.document.published) == ("T", "2024-05-07")
    assert own.document.source == str(story)
    assert [quote.content for quote in more.quotes] == [quote.content for quote in own.quotes]
    assert "2 documents" in done.stderr


def test_standard_input(invoke: Invoke, article: str) -> None:
    record = Extraction.model_validate_json(invoke("extract", "-", stdin=article.encode()).stdout)
    assert record.document.source == "-"
    line = json.dumps({"id": 5, "text": article}).encode() + b"\n"
    done = invoke("extract", "-", "-q", stdin=line * 2)
    assert [record["document"]["source"] for record in lines(done.stdout)] == ["-#5", "-#5"]
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("ending", "check"),
    [
        (".json", lambda text: isinstance(json.loads(text), dict)),
        (".jsonl", lambda text: len(lines(text)) == 1),
        (".html", lambda text: text.startswith("<!DOCTYPE html>")),
    ],
)
def test_the_ending_says_the_format(invoke: Invoke, story: Path, ending: str, check: Callable[[str], bool]) -> None:
    path = story.parent / f"out{ending}"
    done = invoke("extract", story, "-o", path)
    assert (done.exit_code, done.stdout) == (0, "")
    assert str(path) in done.stderr
    assert check(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "html", "table"])
def test_every_format_can_be_named(invoke: Invoke, story: Path, name: str) -> None:
    done = invoke("extract", story, "--format", name)
    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    if name == "table":
        assert done.stdout.startswith("Harbour board defends crane deal\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--format", "yaml"], "table, json, jsonl, csv, html, db, parquet"),
        (["--format", "db"], "a database cannot go to standard output; name one with -o facts.db"),
        (["--format", "parquet"], "-o facts.parquet"),
        (["-o", "out.yaml"], ".json .jsonl"),
        (["-o", "out"], ".json .jsonl"),
        (["-o", "/no/such/folder/out.json"], "cannot write"),
        (["-o", "s3://bucket/out.json"], "a file on this machine"),
        (["--only", "quote"], "entities,quotes,claims"),
        (["--type", "PERSONS"], "PERSON,NORP"),
        (["--acts", "shout"], "say,claim,deny"),
        (["--acts", ""], "say,claim,deny"),
        (["--speaker", " "], "--speaker"),
    ],
)
def test_options_that_make_no_sense_are_one_line(invoke: Invoke, story: Path, options: list[str], said: str) -> None:
    done = invoke("extract", story, *options)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_filters(invoke: Invoke, story: Path) -> None:
    record = Extraction.model_validate_json(invoke("extract", story, "--only", "quotes", "--speaker", "ORTIZ").stdout)
    assert (record.entities, record.claims) == ([], [])
    assert all(
        "ortiz" in f"{quote.speaker and quote.speaker.name} {quote.speaker and quote.speaker.text}".lower()
        for quote in record.quotes
    )
    assert [warning.code for warning in record.warnings] == ["filtered"]
    record = Extraction.model_validate_json(invoke("extract", story, "--type", "person", "--min-confidence", "0.1").stdout)
    assert {entity.type for entity in record.entities} <= {"PERSON"}
    record = Extraction.model_validate_json(invoke("extract", story, "--acts", "deny,ask").stdout)
    assert {quote.act for quote in record.quotes} <= {"deny", "ask"}


def test_the_text_when_asked_for(invoke: Invoke, story: Path, article: str) -> None:
    assert Extraction.model_validate_json(invoke("extract", story, "--include-text").stdout).document.text == article
    assert "text" not in json.loads(invoke("extract", story).stdout)["document"]


def test_failures_are_records_and_lines(invoke: Invoke, story: Path) -> None:
    done = invoke("extract", "missing.txt", story, "nothing*.txt")
    assert done.exit_code == 1
    first, middle, last = lines(done.stdout)
    assert ErrorRecord.model_validate(first).error.type == "FileNotFoundError"
    assert Extraction.model_validate(middle).document.source == str(story)
    assert ErrorRecord.model_validate(last).document.source == "nothing*.txt"
    errors = done.stderr.splitlines()
    assert errors[0] == "factx: missing.txt: no such file or directory"
    assert "2 inputs failed" in errors[-1]


def test_csv_of_several_kinds_is_a_file_for_each(invoke: Invoke, story: Path) -> None:
    done = invoke("extract", story, "missing.txt", "-o", story.parent / "out.csv", "--only", "quotes,claims")
    written = sorted(path.name for path in story.parent.glob("out*"))
    assert written == ["out.claims.csv", "out.errors.csv", "out.quotes.csv"]
    assert f"{story.parent}/out.quotes.csv, {story.parent}/out.claims.csv" in done.stderr


def test_a_database(invoke: Invoke, story: Path) -> None:
    path = story.parent / "out.db"
    done = invoke("extract", story, "missing.txt", "-o", path)
    assert (done.exit_code, done.stdout) == (1, "")
    with sqlite3.connect(path) as database:
        assert database.execute("SELECT source FROM documents").fetchall() == [(str(story),)]
        assert database.execute("SELECT source FROM errors").fetchall() == [("missing.txt",)]
        assert database.execute("SELECT count(*) FROM quotes").fetchone() > (0,)
    database.close()


def test_a_place_that_cannot_be_written_is_told_before_any_work(
    invoke: Invoke, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factx.pipeline.load", lambda *_, **__: pytest.fail("work began"))
    (story.parent / "mine.parquet").mkdir()
    (story.parent / "mine.parquet" / "letter.txt").write_text("dear")
    for output, said in [("no/out.db", "no folder"), (".", "is a folder"), ("mine.parquet", "other files ('letter.txt')")]:
        done = invoke("extract", story, "--format", "parquet" if "mine" in output else "db", "-o", story.parent / output)
        assert done.exit_code == 2
        assert said in done.stderr


def test_csv_of_one_kind(invoke: Invoke, story: Path) -> None:
    rows = list(csv.DictReader(invoke("extract", story, "missing.txt", "--only", "claims", "-f", "csv").stdout.splitlines()))
    assert rows[-1]["document"] == "missing.txt"
    assert rows[-1]["error"]
    assert "kind" not in rows[-1]


def test_what_breaks_in_one_document_costs_that_document(
    invoke: Invoke, story: Path, monkeypatch: pytest.MonkeyPatch, article: str
) -> None:
    from factx import extraction

    real = extraction.extract

    def extract(text: str, **more: Any) -> Extraction:
        if text.startswith("bad"):
            raise RuntimeError("something\nwith lines")
        return real(text, **more)

    monkeypatch.setattr("factx.extraction.extract", extract)
    (story.parent / "a.txt").write_text("bad text")
    done = invoke("extract", story.parent)
    assert done.exit_code == 1
    failed, fine = lines(done.stdout)
    assert failed["error"] == {"type": "RuntimeError", "message": "something with lines"}
    assert fine["document"]["source"] == str(story)


def test_a_missing_model_is_three(invoke: Invoke, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(model: str | None = None, **_: object) -> None:
        raise ModelError(f"model {model!r} cannot be loaded; 'factx models' shows which are installed")

    monkeypatch.setattr("factx.pipeline.load", load)
    out = story.parent / "out.json"
    done = invoke("extract", story, "--model", "nonsense", "-o", out)
    assert (done.exit_code, done.stdout) == (3, "")
    assert done.stderr.splitlines() == ["factx: model 'nonsense' cannot be loaded; 'factx models' shows which are installed"]
    assert not out.exists()


def test_verbose_names_what_is_passed_over(invoke: Invoke, story: Path) -> None:
    (story.parent / "notes.md").write_text("x")
    done = invoke("extract", story.parent, "-v")
    assert "passed over 1 file" in done.stderr
    assert f"{story}: read" in done.stderr
    assert "passed over" not in invoke("extract", story.parent).stderr


def test_a_pipe_gets_each_document_when_it_is_done(invoke: Invoke) -> None:
    """Documents are read one at a time: nothing is collected."""
    from factx.batch import Work
    from factx.batch.run import stream
    from factx.readers import Document
    from factx.readers.paths import Read

    events: list[str] = []

    class Recorder:
        def write(self, record: Extraction) -> None:
            events.append(f"wrote {record.document.source}")

    @contextmanager
    def opened(_: Any) -> Iterator[Any]:
        yield Recorder()
        events.append("closed")

    def inputs() -> Any:
        for name in "ab":
            events.append(f"read {name}")
            item: Read = Document("Text.", name)
            yield item

    stream(inputs(), opened, Work(rules_only=True))
    assert events == ["read a", "wrote a", "read b", "wrote b", "closed"]
