"""Filters keep a part of a record and say that they did."""

from __future__ import annotations

import pytest

from factx.errors import UsageError
from factx.records import Extraction
from factx.selection import ACTS, KINDS, Selection, parse_list


@pytest.fixture(scope="module")
def record() -> Extraction:
    def speaker(name: str | None, text: str) -> dict[str, object]:
        return {"start": 0, "end": len(text), "text": text, "entity": None, "name": name, "kind": "name", "inferred": False}

    def quote(number: int, who: dict[str, object] | None, act: str, confidence: float) -> dict[str, object]:
        span = {"start": 0, "end": 1, "text": "x"}
        base = {"id": f"q{number}", "kind": "direct", "content": [span], "cue": None, "parent": None, "method": "rule"}
        return {**base, "act": act, "speaker": who, "confidence": confidence}

    entity = {"id": "e1", "name": "Lena Ortiz", "type": "PERSON", "aliases": [], "mentions": [], "confidence": 0.9}
    return Extraction.model_validate(
        {
            "factx_version": "0",
            "model": {"base": {"name": "x", "version": "1"}, "quotes": None},
            "document": {"id": "0", "source": "a", "title": None, "published": None, "language": "en", "characters": 9},
            "entities": [entity, {**entity, "id": "e2", "name": "Fallhaven", "type": "GPE", "confidence": 0.4}],
            "quotes": [
                quote(1, speaker("Lena Ortiz", "She"), "say", 0.9),
                quote(2, speaker(None, "he"), "think", 0.5),
                quote(3, None, "deny", 0.7),
            ],
            "claims": [],
            "warnings": [],
        }
    )


def ids(record: Extraction) -> str:
    return " ".join(item.id for item in [*record.entities, *record.quotes, *record.claims])


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(kinds=("quotes",)), "q1 q2 q3"),
        (Selection(kinds=("entities", "claims")), "e1 e2"),
        (Selection(speaker="ORTIZ"), "e1 e2 q1"),
        (Selection(speaker="he"), "e1 e2 q1 q2"),  # part of the name or of the mention, like "She"
        (Selection(types=("GPE",)), "e2 q1 q2 q3"),
        (Selection(acts=("say", "deny")), "e1 e2 q1 q3"),
        (Selection(min_confidence=0.7), "e1 q1 q3"),
        (Selection(kinds=("quotes",), speaker="nobody"), ""),
    ],
)
def test_what_is_kept(record: Extraction, selection: Selection, expected: str) -> None:
    kept = selection.apply(record)
    assert ids(kept) == expected
    assert [warning.code for warning in kept.warnings] == ["filtered"]


def test_everything_is_kept_as_it_is(record: Extraction) -> None:
    assert Selection().apply(record) is record


@pytest.mark.parametrize(("value", "expected"), [("claims, quotes", ("quotes", "claims")), ("entities", ("entities",))])
def test_lists_are_read(value: str, expected: tuple[str, ...]) -> None:
    assert parse_list(value, KINDS, "--only") == expected


@pytest.mark.parametrize("value", ["", " , ", "quotes,claim", "QUOTES"])
def test_lists_with_a_slip_are_told(value: str) -> None:
    with pytest.raises(UsageError, match=r"--only .* choose from entities,quotes,claims"):
        parse_list(value, KINDS, "--only")


def test_acts_are_those_of_the_contract() -> None:
    assert ACTS[0] == "say"
