"""A record made by hand that has every kind of thing in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factx.records import (
    Claim,
    DocumentInfo,
    Entity,
    ErrorInfo,
    ErrorRecord,
    ErrorSource,
    Extraction,
    Mention,
    ModelInfo,
    ModelName,
    Quote,
    Span,
    Speaker,
    Unit,
)

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = (
    "“We lost,” said Ana Ruiz, “and we know why.” An aide said profit fell more than 2.5% to €1.2bn. "
    "Ruiz hopes to go. “Enough.” She spoke of dozens of calls."
)


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start=start, end=start + len(words), text=words)


def _speaker(words: str, *, entity: str | None = None, name: str | None = None) -> Speaker:
    kind = "name" if entity else "nominal"
    return Speaker(**_span(words).model_dump(), entity=entity, name=name or words, kind=kind, inferred=False)


def _quote(number: int, kind: str, content: list[str], cue: str | None, speaker: Speaker | None, act: str = "say") -> Quote:
    return Quote.model_validate(
        {
            "id": f"q{number}",
            "kind": kind,
            "content": [_span(words) for words in content],
            "cue": _span(cue) if cue else None,
            "act": act,
            "speaker": speaker,
            "parent": None,
            "confidence": 0.9 if kind == "direct" else 0.6,
            "method": "rule",
        }
    )


def _claim(number: int, words: str, speaker: Speaker | None, **values: object) -> Claim:
    start = TEXT.index(words)
    base: dict[str, object] = {
        **dict.fromkeys(("value", "low", "high", "unit", "per", "counted", "trend", "quote", "predicate", "as_of")),
        **{"modifier": "exact", "about": [], "negated": False, "hedged": False, "confidence": 0.8, "method": "grammar"},
    }
    place = {"id": f"c{number}", "start": start, "end": start + len(words), "text": words}
    return Claim.model_validate({**base, **place, "speaker": speaker, "sentence": _span(words), **values})


@pytest.fixture
def record() -> Extraction:
    ruiz = {"entity": "e1", "name": "Ana Ruiz"}
    aide = _speaker("An aide")
    return Extraction(
        factx_version="0",
        model=ModelInfo(base=ModelName(name="base", version="1"), quotes=None),
        document=DocumentInfo(
            id="0" * 64, source="a.txt", title="A title", published="2024-05-01", language="en", characters=len(TEXT), text=None
        ),
        entities=[
            Entity(
                id="e1",
                name="Ana Ruiz",
                type="PERSON",
                aliases=["Ruiz"],
                mentions=[
                    Mention.model_validate({**_span("Ana Ruiz").model_dump(), "kind": "name"}),
                    Mention.model_validate({**_span("Ruiz hopes").model_dump(), "kind": "name"}),
                ],
                confidence=0.9,
            )
        ],
        quotes=[
            _quote(1, "direct", ["“We lost,”", "“and we know why.”"], "said", _speaker("Ana Ruiz", **ruiz)),
            _quote(2, "mixed", ["profit fell more than 2.5% to €1.2bn"], "said", aide),
            _quote(3, "indirect", ["to go"], "hopes", _speaker("Ruiz", **ruiz), act="intend"),
            _quote(4, "direct", ["“Enough.”"], None, None),
        ],
        claims=[
            _claim(
                1,
                "more than 2.5%",
                aide,
                value=2.5,
                low=2.5,
                modifier="more_than",
                unit=Unit(code="%", kind="percent"),
                counted="profit",
                trend="down",
                quote="q2",
            ),
            _claim(2, "€1.2bn", aide, value=1.2e9, low=1.2e9, high=1.2e9, unit=Unit(code="EUR", kind="money"), counted="profit"),
            _claim(3, "dozens of calls", None, low=12.0, high=120.0, modifier="vague", counted="calls", negated=True),
        ],
        warnings=[],
    )


@pytest.fixture
def error() -> ErrorRecord:
    return ErrorRecord(document=ErrorSource(source="b.txt"), error=ErrorInfo(type="InputError", message="it is broken"))


# What a text may hold to break what is made from it.
HOSTILE = "=1+1 <script>alert(1)</script> ' \" & \x00 \ud800 \u202e rtl \x1b[31m ; DROP TABLE quotes;--"


@pytest.fixture
def hostile(record: Extraction) -> Extraction:
    """The same record with words that want to be markup, SQL, formulas, escape codes or no Unicode at all in every place."""

    def spoil(value: object) -> object:
        if isinstance(value, dict):
            return {key: spoil(item) if key not in _FIXED else item for key, item in value.items()}
        if isinstance(value, list):
            return [spoil(item) for item in value]
        return HOSTILE if isinstance(value, str) else value

    spoilt = spoil(record.model_dump())
    return Extraction.model_validate(spoilt)


# Ids point to each other, and some values are one of a list.
_FIXED = ("schema_version", "id", "entity", "parent", "quote", "kind", "act", "modifier", "trend", "about")


@pytest.fixture(scope="session")
def samples(nlp: Language) -> list[Extraction]:
    """What factx reads out of the sample articles."""
    import factx

    paths = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
    return [factx.extract(path.read_text(encoding="utf-8"), nlp=nlp, source=path.name) for path in paths]
