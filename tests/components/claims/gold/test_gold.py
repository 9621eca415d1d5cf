"""Accuracy on passages of our own, by field, through the whole pipeline; a floor only rises."""

from __future__ import annotations

import pytest
from spacy.language import Language

from .scoring import FIELDS, Tally, passages, score

# Percent of the figures found that have the field right; "found" is of all figures.
FLOORS = {
    "found": 98,
    "value": 99,
    "modifier": 99,
    "unit": 98,
    "per": 98,
    "counted": 97,
    "speaker": 96,
    "as_of": 97,
    "negated": 98,
    "hedged": 98,
}
MOST_FALSE = 1


@pytest.fixture(scope="module")
def tally(nlp: Language) -> Tally:
    """What the pipeline makes of all passages."""
    result = Tally()
    for passage in passages():
        score(passage, nlp(passage["text"]), result)
    return result


def test_the_gold_is_large_enough() -> None:
    assert len(passages()) >= 60
    assert sum(len(passage["figures"]) for passage in passages()) >= 300
    assert set(FLOORS) == {"found", *FIELDS}


def test_no_field_falls_below_its_floor(tally: Tally) -> None:
    low = {name: tally.percent(name) for name, floor in FLOORS.items() if tally.percent(name) < floor}
    assert not low, "\n".join([str(low), *sorted(tally.errors)])


def test_hardly_a_claim_is_false(tally: Tally) -> None:
    assert tally.percent("false") <= MOST_FALSE, "\n".join(error for error in tally.errors if error.startswith("false"))


def test_what_is_no_figure_is_left_alone(tally: Tally) -> None:
    assert not tally.taken
