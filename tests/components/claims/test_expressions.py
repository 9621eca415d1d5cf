"""Ranges, compounds, signs and scores."""

from __future__ import annotations

import pytest

from factx.components.claims.expressions import expressions

RANGES = [
    ("between 15 and 17 people", 15, 17, None),
    ("40 to 50 ships", 40, 50, None),
    ("$10 to $15 billion", 10e9, 15e9, "USD"),
    ("$370,000 to $5.5 million", 370_000, 5.5e6, "USD"),
    ("four to five thousand", 4000, 5000, None),
    ("3 or 4 years", 3, 4, "year"),
    ("5-10W", 5, 10, "W"),
    ("10-15 people", 10, 15, None),
    ("10–15 percent", 10, 15, "%"),
    ("15 - 20 miles", 15, 20, "mi"),
    ("£5m-£10m", 5e6, 10e6, "GBP"),
    ("4-5m euros", 4e6, 5e6, "EUR"),
    ("seven to 10 years", 7, 10, "year"),
    ("between $62 and $68 per share", 62, 68, "USD"),
    ("between the ages of 18 and 29", 18, 29, "year"),
    ("1 to 2 thousand", 1000, 2000, None),
]
SINGLE = [
    ("-1.3 degrees", -1.3),
    ("minus 11", -11),
    ("minus-5 yards", -5),
    ("$-50.8bn", -50.8e9),
    ("-$5", -5),
    ("six years and four months", 76),
    ("5ft 11in", 71),
    ("5'11\"", 71),
    ("6-foot-2", 74),
    ("two hours and 15 minutes", 135),
    ("a year and a half", 1.5),
    ("two and a half years", 2.5),
    ("500-plus miles", 500),
    ("seven dollars and 45 cents", 7.45),
    ("a quarter of a million dollars", 250_000),
    ("two-thirds of a million", 2e6 / 3),
]
SCORES = ["2-1", "won 6-4 again", "2012-13 season", "a 5-4 ruling"]


@pytest.mark.parametrize(("text", "low", "high", "code"), RANGES)
def test_keeps_both_ends_of_a_range(text: str, low: float, high: float, code: str | None) -> None:
    found = list(expressions(text))
    assert [(one.low, one.high, one.code, one.modifier) for one in found] == [(low, high, code, "between")]


@pytest.mark.parametrize(("text", "value"), SINGLE)
def test_sums_compounds_and_reads_signs(text: str, value: float) -> None:
    found = list(expressions(text))
    assert [one.value for one in found] == [value]


@pytest.mark.parametrize("text", SCORES)
def test_marks_scores(text: str) -> None:
    assert [one.score for one in expressions(text)] == [True]


def test_and_makes_no_range_without_between() -> None:
    assert [one.value for one in expressions("5 and 6 ships")] == [5, 6]


def test_steps_and_levels_are_two() -> None:
    assert [one.value for one in expressions("rose 0.7% to 6,327")] == [0.7, 6327]
