"""CSV for spreadsheets: one row per entity, quote or claim, in UTF-8 with a line of column names.

With one kind of record, its own columns; with several, the columns of all and ``kind`` (entity, quote, claim) before them. An
input that failed is a row with its name and ``error``. A column means the same in every kind; one that a kind lacks is empty.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from typing import IO, Any

from factx.records import Claim, Entity, ErrorRecord, Extraction, Quote, Speaker

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
        self._rows = csv.DictWriter(stream, ("document", *columns, "error"), restval="", lineterminator="\n")
        self._rows.writeheader()
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
