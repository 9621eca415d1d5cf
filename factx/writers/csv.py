"""CSV for spreadsheets: one row per entity, quote or claim, in UTF-8 with a line of column names.

In one stream: with one kind of record, its own columns; with several, the columns of all and ``kind`` (entity, quote, claim)
before them; an input that failed is a row with its name and ``error``. As files: one for each kind with its own columns, and one
for the errors when there are any. A column means the same in every kind; one that a kind lacks is empty.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import IO, Any

from factx.records import Claim, Entity, ErrorRecord, Extraction, Quote, Speaker
from factx.writers.output import open_output

KINDS = ("entities", "quotes", "claims")
_ONE = {"entities": "entity", "quotes": "quote", "claims": "claim"}
_SPEAKER = ("speaker", "speaker_mention", "speaker_kind", "speaker_entity", "inferred")
_PLACE = ("start", "end", "confidence")
COLUMNS = {
    "entities": ("id", "name", "type", "aliases", "mentions", *_PLACE),
    "quotes": ("id", "quote_kind", "act", *_SPEAKER, "cue", "text", "parent", *_PLACE, "method"),
    "claims": (
        *("id", "text", "modifier", "value", "low", "high", "unit", "per", "counted", "trend", *_SPEAKER),
        *("quote", "about", "predicate", "as_of", "negated", "hedged", "sentence", *_PLACE, "method"),
    ),
}
# The union, in an order that reads well whichever kind a row is of.
ALL_COLUMNS = (
    *("id", "name", "type", "aliases", "mentions", "quote_kind", "act", *_SPEAKER, "cue", "text"),
    *("modifier", "value", "low", "high", "unit", "per", "counted", "trend", "quote", "parent", "about", "predicate"),
    *("as_of", "negated", "hedged", "sentence", *_PLACE, "method"),
)
ERROR_COLUMNS = ("document", "type", "message")
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


class CsvWriter:
    """Write one row per item.

    Arguments:
        stream: where to.
        kinds: which of ``entities``, ``quotes``, ``claims`` get rows.
    """

    def __init__(self, stream: IO[str], *, kinds: Collection[str] = KINDS) -> None:
        self._kinds = [kind for kind in KINDS if kind in kinds]
        self._mixed = len(self._kinds) > 1
        columns = ("kind", *ALL_COLUMNS) if self._mixed else COLUMNS[self._kinds[0]]
        self._rows = _table(stream, ("document", *columns, "error"))
        self._stream = stream

    def write(self, record: Extraction | ErrorRecord) -> None:
        if isinstance(record, ErrorRecord):
            kind = {"kind": "error"} if self._mixed else {}
            self._row({"document": record.document.source, **kind, "error": f"{record.error.type}: {record.error.message}"})
        else:
            document = record.document.source or record.document.id
            for one, row in self._items(record):
                self._row({"document": document, **({"kind": one} if self._mixed else {}), **row})
        self._stream.flush()

    def close(self) -> None:
        pass

    def _items(self, record: Extraction) -> Iterator[tuple[str, dict[str, Any]]]:
        for kind in self._kinds:
            for item in getattr(record, kind):
                yield _ONE[kind], _ROWS[kind](item)

    def _row(self, row: dict[str, Any]) -> None:
        self._rows.writerow({column: _cell(value) for column, value in row.items()})


class CsvFilesWriter:
    """Write one row per item, a file for each kind.

    Arguments:
        open_part: opens the file of a kind or of ``errors``; that of the errors is opened with the first.
        kinds: which of ``entities``, ``quotes``, ``claims`` get a file.
    """

    def __init__(self, open_part: Callable[[str], IO[str]], *, kinds: Collection[str] = KINDS) -> None:
        self._open_part = open_part
        self._parts = {kind: _table(open_part(kind), ("document", *COLUMNS[kind])) for kind in KINDS if kind in kinds}
        self._errors: csv.DictWriter[str] | None = None

    def write(self, record: Extraction | ErrorRecord) -> None:
        if isinstance(record, ErrorRecord):
            self._errors = self._errors or _table(self._open_part("errors"), ERROR_COLUMNS)
            error = {"document": record.document.source, "type": record.error.type, "message": record.error.message}
            self._errors.writerow({column: _cell(value) for column, value in error.items()})
            return
        document = _cell(record.document.source or record.document.id)
        for kind, part in self._parts.items():
            for item in getattr(record, kind):
                part.writerow({"document": document, **{column: _cell(value) for column, value in _ROWS[kind](item).items()}})

    def close(self) -> None:
        pass


def csv_paths(path: str, kinds: Collection[str] = KINDS) -> dict[str, str]:
    """Return the names of the files: ``facts.csv`` stands for ``facts.entities.csv`` and so on.

    Arguments:
        path: the name that was given.
        kinds: which of ``entities``, ``quotes``, ``claims`` get a file.

    Returns:
        By kind and for ``errors``; the name itself when a single kind is asked for, or when it is no file but a device or a pipe.
    """
    wanted = [kind for kind in KINDS if kind in kinds]
    if len(wanted) == 1 or (os.path.exists(path) and not os.path.isfile(path)):
        return {"all": path}
    stem, ending = os.path.splitext(path)
    return {kind: f"{stem}.{kind}{ending or '.csv'}" for kind in [*wanted, "errors"]}


@contextmanager
def open_csv_files(path: str, *, kinds: Collection[str] = KINDS) -> Iterator[CsvFilesWriter]:
    """Open a file for each kind; they appear when all are complete.

    Arguments:
        path: the name from which theirs are made.
        kinds: which of ``entities``, ``quotes``, ``claims`` get a file.

    Returns:
        The writer. A file of errors that an earlier run left goes when this one has none.

    Raises:
        UsageError: one cannot be opened.
    """
    paths = csv_paths(path, kinds)
    opened: set[str] = set()
    with ExitStack() as stack:

        def open_part(kind: str) -> IO[str]:
            opened.add(kind)
            return stack.enter_context(open_output(paths[kind]))

        yield CsvFilesWriter(open_part, kinds=kinds)
    if "errors" not in opened and _is_errors(paths["errors"]):
        os.unlink(paths["errors"])


def _is_errors(path: str) -> bool:
    """Tell whether a file is one of ours: nobody else's goes."""
    with suppress(OSError, UnicodeDecodeError), open(path, encoding="utf-8") as stream:
        return stream.readline() == ",".join(ERROR_COLUMNS) + "\n"
    return False


def _table(stream: IO[str], columns: Collection[str]) -> csv.DictWriter[str]:
    table = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    table.writeheader()
    return table


def _cell(value: Any) -> Any:
    """Make a value safe: a spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@``, so such text gets an ``'``.

    Numbers, and text that is nothing but a number, stay as they are.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if not isinstance(value, str):
        return value
    value = _CONTROL.sub("\ufffd", value)
    if _FORMULA.match(value) and not _NUMBER.fullmatch(value):
        return "'" + value
    return value


def _entity(entity: Entity) -> dict[str, Any]:
    first = entity.mentions[0] if entity.mentions else None
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": "; ".join(entity.aliases),
        "mentions": len(entity.mentions),
        "start": first.start if first else None,
        "end": first.end if first else None,
        "confidence": entity.confidence,
    }


def _speaker(speaker: Speaker | None) -> dict[str, Any]:
    if speaker is None:
        return {}
    return {
        "speaker": speaker.name,
        "speaker_mention": speaker.text,
        "speaker_kind": speaker.kind,
        "speaker_entity": speaker.entity,
        "inferred": speaker.inferred,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "quote_kind": quote.kind,
        "act": quote.act,
        **_speaker(quote.speaker),
        "cue": quote.cue.text if quote.cue else None,
        "text": " … ".join(piece.text for piece in quote.content),
        "parent": quote.parent,
        "start": quote.content[0].start,
        "end": quote.content[-1].end,
        "confidence": quote.confidence,
        "method": quote.method,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "text": claim.text,
        "modifier": claim.modifier,
        "value": claim.value,
        "low": claim.low,
        "high": claim.high,
        "unit": claim.unit.code if claim.unit else None,
        "per": claim.per,
        "counted": claim.counted,
        "trend": claim.trend,
        **_speaker(claim.speaker),
        "quote": claim.quote,
        "about": "; ".join(claim.about),
        "predicate": claim.predicate,
        "as_of": (claim.as_of.value or claim.as_of.text) if claim.as_of else None,
        "negated": claim.negated,
        "hedged": claim.hedged,
        "sentence": claim.sentence.text,
        "start": claim.start,
        "end": claim.end,
        "confidence": claim.confidence,
        "method": claim.method,
    }


_ROWS: dict[str, Any] = {"entities": _entity, "quotes": _quote, "claims": _claim}
