"""The number grammar alone: text to value, from the characters."""

from __future__ import annotations

import math

import pytest

from factx.components.claims.numerals import MAX_DIGITS, numeral_at, numerals

READ = [
    ("742", 742),
    ("1,214", 1214),
    ("3,400,000", 3_400_000),
    ("12,34,567", 1_234_567),
    (".001", 0.001),
    ("0.25", 0.25),
    ("1.2 million", 1.2e6),
    ("4bn", 4e9),
    ("250k", 250_000),
    ("2tn", 2e12),
    ("3 hundred thousand", 300_000),
    ("25 lakh", 2.5e6),
    ("7 dozen", 84),
    ("twenty-eight thousand six hundred", 28_600),
    ("one hundred and five", 105),
    ("four hundred twelve", 412),
    ("two thousand and one", 2001),
    ("nineteen", 19),
    ("ninety-nine", 99),
    ("a hundred", 100),
    ("a million and a half", 1.5e6),
    ("one hundred twenty-three thousand four hundred and fifty-six", 123_456),
    ("two million three hundred thousand", 2.3e6),
    ("half a million", 500_000),
    ("half a dozen", 6),
    ("two dozen", 24),
    ("two and a half", 2.5),
    ("two and a half million", 2.5e6),
    ("2½", 2.5),
    ("10 1/2", 10.5),
    ("¾", 0.75),
    ("1/16", 0.0625),
    ("two-thirds", 2 / 3),
    ("three quarters of the", 0.75),
    ("one-fifth", 0.2),
    ("a third of the", 1 / 3),
    ("one in five", 0.2),
    ("nine out of ten", 0.9),
    ("3 in 10", 0.3),
    ("one in 100,000", 1e-5),
    ("twice as", 2),
    ("doubled", 2),
    ("halved", 0.5),
    ("tenfold", 10),
    ("3-fold", 3),
    ("4.5×10^3", 4500),
    ("1.5×10-3", 0.0015),
    ("2×10⁻³", 0.002),
]
VAGUE = [
    ("dozens", 12, 120),
    ("hundreds", 100, 1000),
    ("tens of thousands", 1e4, 1e5),
    ("hundreds of thousands", 1e5, 1e6),
    ("millions", 1e6, 1e7),
    ("hundreds of millions", 1e8, 1e9),
    ("several", 3, 9),
    ("a few", 3, 6),
    ("a couple of hundred", 200, 300),
    ("several thousand", 3000, 9000),
    ("a few dozen", 36, 72),
]
NONE = [
    "21st",
    "1990s",
    "9/11",
    "24/7",
    "F16",
    "9AB8",
    "1.2.3",
    "12:30",
    "twenty-first",
    "a third time",
    "the first half",
    "24703L202",
    "once or twice",
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_reads_numbers(text: str, value: float) -> None:
    found = numeral_at(text, 0)
    assert found is not None
    assert found.value is not None
    assert math.isclose(found.value, value)
    rest = text[found.end :]
    assert rest in ("", " of the", " as", " the")


@pytest.mark.parametrize(("text", "low", "high"), VAGUE)
def test_reads_vague_plurals_as_intervals(text: str, low: float, high: float) -> None:
    found = numeral_at(text, 0)
    assert found is not None
    assert (found.value, found.low, found.high, found.end) == (None, low, high, len(text))


@pytest.mark.parametrize("text", NONE)
def test_leaves_alone_what_only_looks_like_a_number(text: str) -> None:
    assert list(numerals(text)) == []


def test_two_words_that_do_not_add_up_are_two_numbers() -> None:
    assert [n.value for n in numerals("five and six, or two three")] == [5, 6, 2, 3]


def test_a_run_of_digits_beyond_the_cap_is_an_identifier() -> None:
    assert list(numerals("9" * (MAX_DIGITS + 1))) == []
    assert len(list(numerals("9" * MAX_DIGITS))) == 1
