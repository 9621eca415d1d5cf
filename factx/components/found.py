"""What the components find, as it stands on a spaCy ``Doc`` until ``factx.extract`` turns it into records.

All places are code points into the document's text (``source_text(doc)``), half-open. The objects are mutable on purpose: quotes
find a speaker's mention, and the speakers component, which runs last, settles whom it means. The order of the components
is entities, quotes, claims, speakers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import Any

from spacy.tokens import Doc

from factx.records import Act, MentionKind, Modifier, QuoteKind, Trend, UnitKind

Place = tuple[int, int]


@dataclass(slots=True)
class FoundMention:
    """A place that means an entity."""

    start: int
    end: int
    kind: MentionKind = "name"


@dataclass(slots=True, eq=False)
class FoundEntity:
    """A cluster of mentions with its canonical name and OntoNotes type."""

    name: str
    type: str
    mentions: list[FoundMention] = field(default_factory=list)
    confidence: float = 0.8
    speaks_for: str | None = None


@dataclass(slots=True, eq=False)
class Reference:
    """A mention whose entity has still to be settled: a speaker, or the party that a figure is about.

    ``name`` is the entity's name, or the description itself when it names nobody; both stay None for an unresolved pronoun.
    """

    start: int
    end: int
    kind: MentionKind = "nominal"
    entity: FoundEntity | None = None
    name: str | None = None
    inferred: bool = False


@dataclass(slots=True, eq=False)
class FoundQuote:
    """A reported utterance or thought."""

    kind: QuoteKind
    content: list[Place]
    cue: Place | None = None
    act: Act = "say"
    speaker: Reference | None = None
    parent: FoundQuote | None = None
    confidence: float = 0.5
    method: str = "rule"


@dataclass(slots=True)
class FoundUnit:
    """A unit: ISO 4217 code, ``%``, ``pp`` or a symbol."""

    code: str
    kind: UnitKind


@dataclass(slots=True)
class FoundDate:
    """A date expression with its ISO value, if that can be told."""

    start: int
    end: int
    value: str | None = None


@dataclass(slots=True, eq=False)
class FoundClaim:
    """A figure with all that the text says about it."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    sentence: Place
    unit: FoundUnit | None = None
    per: str | None = None
    counted: str | None = None
    trend: Trend | None = None
    speaker: Reference | None = None
    quote: FoundQuote | None = None
    about: list[Reference] = field(default_factory=list)
    predicate: str | None = None
    as_of: FoundDate | None = None
    negated: bool = False
    hedged: bool = False
    confidence: float = 0.8
    method: str = "grammar"


@dataclass(slots=True, eq=False)
class Found:
    """All that factx's components left on a document; None for a component that did not run."""

    entities: list[FoundEntity] | None = None
    quotes: list[FoundQuote] | None = None
    claims: list[FoundClaim] | None = None


# The text as given; its date of publication; names that an earlier part of a longer text has, with their labels.
_PLAIN = ("factx_text", "factx_published", "factx_known")
_STORE = "factx_found"


def _store(doc: Doc) -> Found:
    found = doc.user_data.get(_STORE)
    if found is None:
        found = doc.user_data[_STORE] = Found()
    assert isinstance(found, Found)
    return found


def register_extensions() -> None:
    """Register factx's ``Doc`` extensions; harmless when called again (a worker process does).

    ``factx_entities``, ``factx_quotes`` and ``factx_claims`` share one store, so that a document that is sent to another
    process or to disk keeps what they have in common (see ``serial``).
    """
    for name in _PLAIN:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for part in ("entities", "quotes", "claims"):
        if not Doc.has_extension(f"factx_{part}"):
            Doc.set_extension(f"factx_{part}", getter=partial(_get, part), setter=partial(_set, part))
    from factx.components.serial import register  # it knows the classes of this module

    register()


def _get(part: str, doc: Doc) -> Any:
    return getattr(_store(doc), part)


def _set(part: str, doc: Doc, value: Any) -> None:
    setattr(_store(doc), part, value)


def source_text(doc: Doc) -> str:
    """Return the text that offsets point into: the original, of which ``doc.text`` may be a same-length view."""
    return doc._.factx_text or doc.text
