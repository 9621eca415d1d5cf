"""Records as rows of tables: the plain columns that a database and a data frame have in common.

A document gets a number, ``key``, in the order of writing; everything else is named by that key (``document``) and its own id, so
the same records give the same rows. An id that points to something a filter left out becomes null: a reference is to a row, or to
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from factx.records import Claim, Entity, ErrorRecord, Extraction, Quote, Speaker

Row = tuple[Any, ...]
# Column by column: its type, with an exclamation mark when it is never null.
_SPEAKER = {
    **{"speaker_name": "text", "speaker_text": "text", "speaker_kind": "text", "speaker_entity": "text"},
    **{"speaker_inferred": "boolean", "speaker_start": "integer", "speaker_end": "integer"},
}
_ITEM = {"document": "integer!", "id": "text!"}
_PLACE = {"start": "integer!", "end": "integer!"}
_ORIGIN = {"confidence": "real!", "method": "text!"}
COLUMNS: dict[str, dict[str, str]] = {
    "documents": {
        **{"key": "integer!", "id": "text!", "source": "text", "title": "text", "published": "text", "language": "text"},
        **{"characters": "integer!", "text": "text", "factx_version": "text!"},
        **{"base_model": "text!", "base_model_version": "text!", "quote_model": "text", "quote_model_version": "text"},
        "duplicate_of": "text",
    },
    "entities": {**_ITEM, "name": "text!", "type": "text!", "confidence": "real!", "speaks_for": "text"},
    "mentions": {"document": "integer!", "entity": "text!", "position": "integer!", **_PLACE, "text": "text!", "kind": "text!"},
    "quotes": {
        **{**_ITEM, "kind": "text!", "act": "text!", "text": "text!", **_PLACE},
        **{"cue": "text", "cue_start": "integer", "cue_end": "integer"},
        **{**_SPEAKER, "parent": "text", **_ORIGIN},
    },
    "claims": {
        **{**_ITEM, "text": "text!", **_PLACE, "value": "real", "low": "real", "high": "real", "modifier": "text!"},
        **{"unit_code": "text", "unit_kind": "text", "per": "text", "counted": "text", "trend": "text", **_SPEAKER},
        **{"quote": "text", "predicate": "text"},
        **{"as_of": "text", "as_of_value": "text", "as_of_start": "integer", "as_of_end": "integer"},
        **{"negated": "boolean!", "hedged": "boolean!"},
        **{"sentence": "text!", "sentence_start": "integer!", "sentence_end": "integer!", **_ORIGIN},
    },
    "errors": {"key": "integer!", "source": "text!", "type": "text!", "message": "text!"},
}
TABLES = tuple(COLUMNS)
# Between the pieces of a quotation that its attribution interrupts.
GAP = " … "

# A half of a surrogate pair is no UTF-8, and many programs end a text at a NUL: neither may cost a record.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_NOBODY = (None,) * len(_SPEAKER)


def storable(text: str) -> str:
    """Return a text that every database takes whole: NUL and halves of surrogate pairs are U+FFFD, so all places stay."""
    return _UNSTORABLE.sub("\ufffd", text)


def document_row(record: Extraction, key: int) -> Row:
    """Return a document's row."""
    document, base, quotes = record.document, record.model.base, record.model.quotes
    return _stored(
        *(key, document.id, document.source, document.title, document.published, document.language),
        *(document.characters, document.text, record.factx_version, base.name, base.version),
        *((quotes.name, quotes.version) if quotes else (None, None)),
        document.duplicate_of,
    )


def entity_row(entity: Entity, key: int) -> Row:
    """Return an entity's row."""
    return _stored(key, entity.id, entity.name, entity.type, entity.confidence, entity.speaks_for)


def mention_rows(entity: Entity, key: int) -> Iterator[Row]:
    """Return the rows of an entity's mentions, numbered from 1."""
    for position, mention in enumerate(entity.mentions, 1):
        yield _stored(key, entity.id, position, mention.start, mention.end, mention.text, mention.kind)


def quote_row(quote: Quote, key: int, known: set[str]) -> Row:
    """Return a quote's row.

    Arguments:
        quote: a quote.
        key: of the document.
        known: the ids in the record.
    """
    cue = quote.cue
    return _stored(
        *(key, quote.id, quote.kind, quote.act, GAP.join([piece.text for piece in quote.content])),
        *(quote.content[0].start, quote.content[-1].end),
        *((cue.text, cue.start, cue.end) if cue else (None, None, None)),
        *_speaker(quote.speaker, known),
        *(quote.parent if quote.parent in known else None, quote.confidence, quote.method),
    )


def claim_row(claim: Claim, key: int, known: set[str]) -> Row:
    """Return a claim's row.

    Arguments:
        claim: a claim.
        key: of the document.
        known: the ids in the record.
    """
    unit, as_of, sentence = claim.unit, claim.as_of, claim.sentence
    return _stored(
        *(key, claim.id, claim.text, claim.start, claim.end, claim.value, claim.low, claim.high, claim.modifier),
        *((unit.code, unit.kind) if unit else (None, None)),
        *(claim.per, claim.counted, claim.trend),
        *_speaker(claim.speaker, known),
        *(claim.quote if claim.quote in known else None, claim.predicate),
        *((as_of.text, as_of.value, as_of.start, as_of.end) if as_of else (None, None, None, None)),
        *(claim.negated, claim.hedged, sentence.text, sentence.start, sentence.end, claim.confidence, claim.method),
    )


def error_row(record: ErrorRecord, key: int) -> Row:
    """Return the row of an input that failed."""
    return _stored(key, record.document.source, record.error.type, record.error.message)


def known_ids(record: Extraction) -> set[str]:
    """Return the ids that a reference in this record may name."""
    return {item.id for item in record.entities} | {item.id for item in record.quotes}


def _speaker(speaker: Speaker | None, known: set[str]) -> Row:
    if speaker is None:
        return _NOBODY
    entity = speaker.entity if speaker.entity in known else None
    return (speaker.name, speaker.text, speaker.kind, entity, speaker.inferred, speaker.start, speaker.end)


def _stored(*values: Any) -> Row:
    return tuple([storable(value) if type(value) is str else value for value in values])
