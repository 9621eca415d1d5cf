"""Shares in words: "one in five", "nine out of ten"."""

from __future__ import annotations

import re

from factx.components.claims.numeral import Numeral
from factx.components.claims.patterns import SCALES, TEENS, TENS, UNITS_WORDS

NUMBER_WORDS: dict[str, float] = {**UNITS_WORDS, **TEENS, **TENS}
_OUT_OF = re.compile(
    r"[ -](?:in|out of)(?: every)?[ -](?P<n>\d{1,3}(?:,\d{3})*|[a-z]+(?:-[a-z]+)?)\b(?P<scale> (?:hundred|thousand|million))?",
    re.IGNORECASE,
)


def share(text: str, start: int, end: int, value: float) -> Numeral | None:
    """Read "one in five" and "nine out of ten"; "3 in 2019" is none, and neither is "one in three cities".."""
    found = _OUT_OF.match(text, end)
    if not found or value != int(value):
        return None
    word = found["n"].lower()
    whole = float(word.replace(",", "")) if word[0].isdigit() else _simple_word(word)
    if whole is None:
        return None
    whole *= SCALES[found["scale"].strip().lower()] if found["scale"] else 1.0
    stop = found.end()
    if whole <= value or (" out of " not in found[0].lower() and not _is_ratio(text, value, whole, word, stop)):
        return None
    return Numeral(start, stop, value / whole, "fraction", value / whole)


def _is_ratio(text: str, value: float, whole: float, word: str, stop: int) -> bool:
    """Only round ratios are shares: "1 in 8", "six in ten"; not "two in 1990", "12 in 15 minutes"."""
    if 1500 <= whole <= 2100 and word.isdigit():
        return False
    after = text[stop : stop + 12].lstrip().lower()
    if after.startswith(
        ("minute", "hour", "day", "week", "month", "year", "second", "game", "match", "innings", "start", "decade")
    ):
        return False
    return value == 1 or whole in (10.0, 100.0, 1000.0) or (value < whole <= 10)


def _simple_word(word: str) -> float | None:
    first, _, second = word.partition("-")
    if first in TENS and second in UNITS_WORDS:
        return float(TENS[first] + UNITS_WORDS[second])
    if second:
        return None
    if first in NUMBER_WORDS:
        return float(NUMBER_WORDS[first])
    return SCALES.get(first)
