"""The table for people."""

from __future__ import annotations

import io

import pytest
from rich.cells import cell_len

from factx.records import Entity, ErrorRecord, Extraction
from factx.writers.table import TableWriter, number

PAGE = """\
A title
a.txt · 2024-05-01 · 4 quotes · 3 claims · 1 entity

Quotes
  Ana Ruiz
    direct    said    “We lost,” … “and we know why.”
  An aide
    mixed     said    profit fell more than 2.5% to €1.2bn
  speaker unknown
    direct            “Enough.”
  1 more that reports no speech (intend): --acts all

Claims
  down more than 2.5%  profit               An aide
  1.2 billion EUR      profit               An aide
  not 12 to 120        “dozens of calls”    –

Entities
  Ana Ruiz  PERSON  2×  Ruiz
"""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def page(*records: Extraction | ErrorRecord, stream: io.StringIO | None = None, **settings: object) -> str:
    stream = stream or io.StringIO()
    writer = TableWriter(stream, **{"acts": ("say",), **settings})  # type: ignore[arg-type]
    for record in records:
        writer.write(record)
    writer.close()
    return stream.getvalue()


def words(text: str) -> list[str]:
    return text.split()


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "COLUMNS", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def test_a_page(record: Extraction) -> None:
    shown = page(record)
    assert words(shown) == words(PAGE)
    assert [line.rstrip() for line in shown.splitlines()] == shown.splitlines()
    assert [line[:12] for line in shown.splitlines()] == [line[:12] for line in PAGE.splitlines()]


@pytest.mark.parametrize("width", ["40", "63", "80", "200"])
def test_it_fits(record: Extraction, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = page(record, acts=None)
    assert max(map(cell_len, shown.splitlines())) <= int(width)
    for part in ("Ana Ruiz", "hopes", "1.2 billion EUR", "PERSON"):
        assert part in shown


def test_colours_only_on_a_terminal_that_wants_them(record: Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in page(record)
    assert "\x1b[" in page(record, stream=Terminal())
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in page(record, stream=Terminal())
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in page(record, stream=Terminal())


def test_a_document_is_never_obeyed(record: Extraction) -> None:
    evil = "\x1b]0;owned\x07[red]Ana[/red] [link=file:///x]Ruiz\x1b[2J :skull: \u202e[/]"
    entity = Entity(id="e1", name=evil, type="PERSON", aliases=[evil], mentions=record.entities[0].mentions, confidence=1)
    document = record.document.model_copy(update={"title": evil, "source": evil})
    shown = page(record.model_copy(update={"entities": [entity], "document": document}))
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[red]Ana[/red] [link=file:///x]Ruiz :skull: [/]" in shown


def test_failures_have_a_line(record: Extraction, error: ErrorRecord) -> None:
    assert "b.txt\ncould not be read: it is broken\n" in page(record, error)
    assert page(error, errors=False) == ""


def test_only_some_kinds(record: Extraction) -> None:
    shown = page(record, kinds=("claims",))
    assert "Claims" in shown
    assert "Quotes" not in shown
    assert "entity" not in shown


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (40.0, "40"),
        (14000.0, "14,000"),
        (-0.5, "-0.5"),
        (1234.56, "1,234.56"),
        (1 / 3, "0.333"),
        (1.24e9, "1.24 billion"),
        (2e6, "2 million"),
        (1234567.0, "1,234,567"),
        (-3e12, "-3 trillion"),
        (0.0, "0"),
    ],
)
def test_figures_are_as_one_reads_them(value: float, expected: str) -> None:
    assert number(value) == expected
