"""What the components found, as plain data and back: a document travels between processes and to disk with it.

spaCy packs ``doc.user_data`` with msgpack, which knows no classes of ours. The whole of a document's findings goes as one value,
with references as numbers, so that a speaker shared by a quote and a claim is one object again on the other side.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from srsly import msgpack_decoders, msgpack_encoders

from factx.components.found import (
    Found,
    FoundClaim,
    FoundDate,
    FoundEntity,
    FoundMention,
    FoundQuote,
    FoundUnit,
    Reference,
)

_KEY = "__factx_found__"
_CLAIM_FIELDS = (
    "start end value low high modifier sentence per counted trend predicate negated hedged confidence method"
).split()


def register() -> None:
    """Teach spaCy's msgpack about findings; harmless when called again."""
    msgpack_encoders.register("factx", func=encode)
    msgpack_decoders.register("factx", func=decode)


def encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Pack a document's findings for msgpack; other values go on down the chain."""
    if isinstance(value, Found):
        return {_KEY: to_plain(value)}
    return value if chain is None else chain(value)


def decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Unpack what ``encode`` packed."""
    if isinstance(value, dict) and _KEY in value:
        return from_plain(value[_KEY])
    return value if chain is None else chain(value)


def to_plain(found: Found) -> dict[str, Any]:
    """Return findings as lists and dictionaries of numbers and strings."""
    entities = list(found.entities or [])
    quotes = list(found.quotes or [])
    claims = list(found.claims or [])
    entity_numbers = {id(entity): number for number, entity in enumerate(entities)}
    quote_numbers = {id(quote): number for number, quote in enumerate(quotes)}
    references: list[Reference] = []
    reference_numbers: dict[int, int] = {}

    def refer(reference: Reference | None) -> int | None:
        if reference is None:
            return None
        if id(reference) not in reference_numbers:
            reference_numbers[id(reference)] = len(references)
            references.append(reference)
        return reference_numbers[id(reference)]

    plain_quotes = [
        {
            "kind": quote.kind,
            "content": [list(place) for place in quote.content],
            "cue": list(quote.cue) if quote.cue else None,
            "act": quote.act,
            "speaker": refer(quote.speaker),
            "parent": quote_numbers.get(id(quote.parent)),
            "confidence": quote.confidence,
            "method": quote.method,
        }
        for quote in quotes
    ]
    plain_claims = [
        {
            **{name: getattr(claim, name) for name in _CLAIM_FIELDS},
            "unit": [claim.unit.code, claim.unit.kind] if claim.unit else None,
            "as_of": [claim.as_of.start, claim.as_of.end, claim.as_of.value] if claim.as_of else None,
            "speaker": refer(claim.speaker),
            "quote": quote_numbers.get(id(claim.quote)),
            "about": [refer(one) for one in claim.about],
        }
        for claim in claims
    ]
    return {
        "ran": [found.entities is not None, found.quotes is not None, found.claims is not None],
        "entities": [
            [e.name, e.type, e.confidence, [[m.start, m.end, m.kind] for m in e.mentions], e.speaks_for] for e in entities
        ],
        "quotes": plain_quotes,
        "claims": plain_claims,
        "references": [[r.start, r.end, r.kind, entity_numbers.get(id(r.entity)), r.name, r.inferred] for r in references],
    }


def from_plain(plain: dict[str, Any]) -> Found:
    """Return the findings that ``to_plain`` wrote."""
    entities = [
        FoundEntity(name, type_, [FoundMention(*mention) for mention in mentions], confidence, speaks_for)
        for name, type_, confidence, mentions, speaks_for in plain["entities"]
    ]
    references = [
        Reference(start, end, kind, entities[entity] if entity is not None else None, name, inferred)
        for start, end, kind, entity, name, inferred in plain["references"]
    ]

    def referred(number: int | None) -> Reference | None:
        return None if number is None else references[number]

    quotes = [
        FoundQuote(
            kind=one["kind"],
            content=[(start, end) for start, end in one["content"]],
            cue=tuple(one["cue"]) if one["cue"] else None,
            act=one["act"],
            speaker=referred(one["speaker"]),
            confidence=one["confidence"],
            method=one["method"],
        )
        for one in plain["quotes"]
    ]
    for quote, one in zip(quotes, plain["quotes"], strict=True):
        quote.parent = quotes[one["parent"]] if one["parent"] is not None else None
    claims = [
        FoundClaim(
            **{name: one[name] for name in _CLAIM_FIELDS if name != "sentence"},
            sentence=tuple(one["sentence"]),
            unit=FoundUnit(*one["unit"]) if one["unit"] else None,
            as_of=FoundDate(*one["as_of"]) if one["as_of"] else None,
            speaker=referred(one["speaker"]),
            quote=quotes[one["quote"]] if one["quote"] is not None else None,
            about=[references[number] for number in one["about"]],
        )
        for one in plain["claims"]
    ]
    ran = plain["ran"]
    return Found(
        entities=entities if ran[0] else None,
        quotes=quotes if ran[1] else None,
        claims=claims if ran[2] else None,
    )
