"""The contract: what factx says about a document, as frozen Pydantic models (schema version 1).

Offsets are Unicode code points into the document's text, half-open: ``text[span.start:span.end] == span.text`` holds for
every span of every record. Ids are stable within a document (``e1``, ``q1``, ``c1``), in order of first place.
What the text does not settle is ``None``; nothing is invented. The JSON Schema of all this is printed by ``factx schema``.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, Self, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SCHEMA_VERSION: Literal[1] = 1

MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Act = Literal["say", "claim", "deny", "ask", "order", "think", "intend", "feel", "show", "other"]
Modifier = Literal[
    "exact",
    "about",
    "nearly",
    "just_over",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "between",
    "vague",
]
Trend = Literal["up", "down"]
UnitKind = Literal[
    "money",
    "percent",
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "energy",
    "power",
    "pressure",
    "electric",
    "frequency",
    "data",
    "angle",
    "duration",
    "age",
    "other",
]
Confidence = float
_Kind = TypeVar("_Kind", bound="Record")


class Record(BaseModel):
    """Base of all records: immutable, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def trusted(cls, **values: Any) -> Self:
        """Return a record of values that need no check; all share a set of field names, of which a book would have a million."""
        return cls.model_construct(_fields_set=_fields(cls), **values)


class Span(Record):
    """A stretch of the document's text."""

    start: int = Field(ge=0, description="First code point.")
    end: int = Field(ge=0, description="One past the last code point.")
    text: str = Field(description="Exactly text[start:end].")


class Mention(Span):
    """One place where an entity is named, described or meant by a pronoun."""

    kind: MentionKind


class Entity(Record):
    """Somebody or something that the text names, with all the places where it does."""

    id: str
    name: str = Field(description="Canonical: the fullest name in the text, without determiner or possessive.")
    type: str = Field(description="OntoNotes label: PERSON, ORG, GPE, LOC, FAC, NORP, EVENT, ...")
    aliases: list[str] = Field(description="Other surface names, in order of first place.")
    mentions: list[Mention]
    confidence: Confidence = Field(ge=0, le=1)
    speaks_for: str | None = Field(
        default=None, description="Of a seat of government that speaks in the text (Pyongyang said ...): the country."
    )


class Speaker(Span):
    """Who speaks or claims: the mention in the text, and whom it stands for when the text settles that."""

    entity: str | None = Field(description="Id of the entity, or null.")
    name: str | None = Field(
        description="The entity's canonical name; for a description that names nobody, the description itself; "
        "null for a pronoun that is not resolved."
    )
    kind: MentionKind
    inferred: bool = Field(description="True when carried over from a neighbouring quotation.")


class Quote(Record):
    """Something that somebody said, wrote, thought or intended, as the text reports it."""

    id: str
    kind: QuoteKind = Field(description="direct: all inside quotation marks; indirect: none of it; mixed: part of it.")
    content: list[Span] = Field(min_length=1, description="One or more pieces, in text order.")
    cue: Span | None = Field(description="The reporting word or words.")
    act: Act = Field(description="What the cue does.")
    speaker: Speaker | None
    parent: str | None = Field(description="Id of the quote in whose content this one stands.")
    confidence: Confidence = Field(ge=0, le=1)
    method: str = Field(description="Which rule or model found it.")


class Unit(Record):
    """What a figure is measured in."""

    code: str = Field(description="ISO 4217 for money (USD); %; pp for percentage points; else the usual symbol.")
    kind: UnitKind


class AsOf(Span):
    """A date expression that says when a figure held."""

    value: str | None = Field(description="ISO 8601 date, month or year when it can be resolved, else null.")


class Claim(Record):
    """A figure that states how many, how much, how long or how likely, with who claims it."""

    id: str
    start: int = Field(ge=0, description="First code point of the whole expression: modifier, number, unit, counted noun.")
    end: int = Field(ge=0)
    text: str
    value: float | None = Field(description="Null for ranges and vague figures.")
    low: float | None = Field(description="Lower bound, null when open.")
    high: float | None = Field(description="Upper bound, null when open.")
    modifier: Modifier
    unit: Unit | None = Field(description="Null for plain counts.")
    per: str | None = Field(description="A rate's denominator: 'million inhabitants', 'barrel'.")
    counted: str | None = Field(description="What is counted or measured: the head noun with its modifiers, as written.")
    trend: Trend | None
    speaker: Speaker | None
    quote: str | None = Field(description="Id of the innermost quote in whose content it stands.")
    about: list[str] = Field(description="Ids of the entities of whom it is stated.")
    predicate: str | None = Field(description="Lemma of the governing verb.")
    as_of: AsOf | None
    negated: bool
    hedged: bool
    sentence: Span
    confidence: Confidence = Field(ge=0, le=1)
    method: str


class DocumentInfo(Record):
    """Which document was read."""

    id: str = Field(description="SHA-256 of the text, in UTF-8, as hexadecimal digits.")
    source: str | None = Field(description="Path; path#id for a line of a JSON Lines file; - for standard input.")
    title: str | None
    published: str | None = Field(description="ISO 8601 date, or null when the input does not carry one.")
    language: str | None = Field(description="ISO 639-1 code; null when it is not English or cannot be told.")
    characters: int = Field(ge=0, description="Length of the text in code points.")
    text: str | None = Field(default=None, description="The whole text, when it was asked for.")
    duplicate_of: str | None = Field(
        default=None, description="Source of an earlier document of the run with the same text and date: see its record."
    )


class Warn(Record):
    """Something that a reader of the record should know."""

    code: str
    message: str


class ModelName(Record):
    """A model that took part, with its version."""

    name: str
    version: str


class ModelInfo(Record):
    """The models behind a record."""

    base: ModelName
    quotes: ModelName | None = Field(description="Null when quotations were found by rules alone.")


class Extraction(Record):
    """Everything that factx reads out of one document."""

    schema_version: Literal[1] = SCHEMA_VERSION
    factx_version: str
    model: ModelInfo
    document: DocumentInfo
    entities: list[Entity]
    quotes: list[Quote]
    claims: list[Claim]
    warnings: list[Warn]


class ErrorSource(Record):
    """The input that could not be read."""

    source: str


class ErrorInfo(Record):
    """Why it could not be read, and what to do."""

    type: str
    message: str


class ErrorRecord(Record):
    """Stands in the stream of records for an input that failed."""

    document: ErrorSource
    error: ErrorInfo


def rebuilt(kind: type[_Kind], value: dict[str, Any]) -> _Kind:
    """Return the record that was written as JSON, without checking again what was checked when it was made.

    Arguments:
        kind: of record.
        value: the parsed JSON; used up, so that it and the records are never there both at once.
    """
    for name, part in _parts(kind):
        inner = value.get(name)
        if isinstance(inner, list):
            for place, one in enumerate(inner):
                inner[place] = rebuilt(part, one)
        elif inner is not None:
            value[name] = rebuilt(part, inner)
    return kind.trusted(**value)


@cache
def _fields(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


@cache
def _parts(kind: type[Record]) -> list[tuple[str, type[Record]]]:
    """Return the fields that hold records, one or a list of them."""
    annotations = [
        (name, one) for name, field in kind.model_fields.items() for one in (field.annotation, *get_args(field.annotation))
    ]
    return [(name, one) for name, one in annotations if isinstance(one, type) and issubclass(one, Record)]


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one record of factx's output: an extraction or an error record.

    Returns:
        A plain dictionary, ready for ``json.dumps``.
    """
    schema = TypeAdapter(Extraction | ErrorRecord).json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factx record",
        "description": f"One line of factx's output, schema version {SCHEMA_VERSION}.",
        **schema,
    }
