"""The scorer itself: an expected extraction scores full marks against itself, and every kind of fault costs its own field."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from .conftest import ROOT
from .scoring import Score, norm, samples, score

Json = dict[str, Any]
SAMPLES = samples(ROOT / "samples")


def first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def as_record(expected: Json, *, optional: bool = True) -> Json:
    """Turn an expected extraction into the record of a factx that makes no mistake."""
    names = {entity["name"]: f"e{n}" for n, entity in enumerate(expected["entities"])}

    def speaker(name: str | None) -> Json | None:
        if name is None:
            return None
        return {"start": 0, "end": 0, "text": name, "name": name, "entity": names.get(name), "kind": "name", "inferred": False}

    def wanted(items: list[Json]) -> list[Json]:
        return [item for item in items if optional or not item.get("optional")]

    return {
        "quotes": [
            {
                **{name: quote[name] for name in ("content", "cue")},
                "kind": first(quote["kind"]),
                "act": first(quote["act"]),
                "speaker": speaker(first(quote["speaker_is"])),
            }
            for quote in wanted(expected["quotes"])
        ],
        "claims": [
            {
                "counted": None,
                **{name: first(value) for name, value in claim.items()},
                "speaker": speaker(first(claim["speaker"])),
            }
            for claim in wanted(expected["claims"])
        ],
        "entities": [
            {"name": entity["name"], "type": first(entity["type"]), "aliases": entity.get("aliases", [])}
            for entity in wanted(expected["entities"])
        ],
    }


@pytest.mark.parametrize("optional", [True, False])
@pytest.mark.parametrize(("name", "text", "expected"), SAMPLES, ids=[name for name, _, _ in SAMPLES])
def test_the_expected_extraction_scores_full_marks(name: str, text: str, expected: Json, optional: bool) -> None:
    result = score(name, text, expected, as_record(expected, optional=optional))
    assert result.errors == []
    assert {count.f1 for count in result.counts.values()} == {1.0}


def wrong_speaker(record: Json) -> None:
    record["quotes"][0]["speaker"] = {**record["quotes"][0]["speaker"], "name": "Somebody Else", "text": "Somebody Else"}


def lost_quote(record: Json) -> None:
    del record["quotes"][0]


def invented_quote(record: Json) -> None:
    record["quotes"].append({**record["quotes"][0], "content": [{"start": 0, "end": 5, "text": ""}]})


def lost_bound(record: Json) -> None:
    record["claims"][0]["high"] = None


def year_as_claim(record: Json) -> None:
    record["claims"].append({**record["claims"][0], "start": 24, "end": 28})


def wrong_type(record: Json) -> None:
    record["entities"][0]["type"] = "LOC"


TEXT = 'Ada Bo said up to 9 men (2024) left. "We are done," Bo said.'
EXPECTED = {
    "quotes": [
        {
            "kind": "indirect",
            "content": [{"start": 12, "end": 35, "text": TEXT[12:35]}],
            "cue": None,
            "act": "say",
            "speaker": None,
            "speaker_is": "Ada Bo",
        },
        {
            "kind": "direct",
            "content": [{"start": 37, "end": 51, "text": TEXT[37:51]}],
            "cue": None,
            "act": "say",
            "speaker": None,
            "speaker_is": "Ada Bo",
        },
    ],
    "claims": [
        {
            "start": 12,
            "end": 23,
            "text": TEXT[12:23],
            "value": 9.0,
            "low": None,
            "high": 9.0,
            "modifier": "at_most",
            "unit": None,
            "per": None,
            "counted": "men",
            "trend": None,
            "speaker": "Ada Bo",
            "negated": False,
            "hedged": False,
        }
    ],
    "entities": [{"name": "Ada Bo", "type": "PERSON", "aliases": ["Bo"]}],
    "not_claims": ["2024"],
    "not_quotes": [],
}


@pytest.mark.parametrize(
    ("spoil", "fields"),
    [
        (wrong_speaker, {"quotes.speaker"}),
        (lost_quote, {"quotes.content", "quotes.kind", "quotes.speaker", "quotes.act"}),
        (invented_quote, {"quotes.content", "quotes.kind", "quotes.speaker", "quotes.act"}),
        (lost_bound, {"claims.value"}),
        (wrong_type, {"entities.type"}),
    ],
)
def test_a_fault_costs_its_own_field(spoil: Callable[[Json], None], fields: set[str]) -> None:
    record = as_record(deepcopy(EXPECTED))
    spoil(record)
    result: Score = score("x", TEXT, EXPECTED, record)
    assert {name for name, count in result.counts.items() if count.f1 < 1} == fields
    assert result.errors


def test_a_year_as_a_claim_is_told() -> None:
    record = as_record(deepcopy(EXPECTED))
    year_as_claim(record)
    result = score("x", TEXT, EXPECTED, record)
    assert result.counts["claims.not_claims"].f1 < 1
    assert result.counts["claims.found"].precision < 1


@pytest.mark.parametrize(
    ("name", "bare"),
    [("the Commission", "commission"), ("Ms. Bo", "bo"), ("Ukraine’s", "ukraine"), ("Workers’ Party", "workers' party")],
)
def test_names_are_compared_bare(name: str, bare: str) -> None:
    assert norm(name) == bare
