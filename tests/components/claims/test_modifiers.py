"""Every row of the table of modifiers, in several phrasings."""

from __future__ import annotations

import pytest

from factx.components.claims.expressions import expressions
from factx.components.claims.modifiers import bounds

MODIFIED = [
    ("742 goats", "exact"),
    ("about 742 goats", "about"),
    ("some 742 goats", "about"),
    ("roughly 742 goats", "about"),
    ("an estimated 742 goats", "about"),
    ("around 742 goats", "about"),
    ("close to 742 goats", "about"),
    ("in the region of 742 goats", "about"),
    ("742 or so", "about"),
    ("~742 goats", "about"),
    ("nearly 742 goats", "nearly"),
    ("almost 742 goats", "nearly"),
    ("just under 742 goats", "nearly"),
    ("just shy of 742 goats", "nearly"),
    ("slightly fewer than 742 goats", "nearly"),
    ("barely 742 goats", "just_over"),
    ("just over 742 goats", "just_over"),
    ("slightly more than 742 goats", "just_over"),
    ("a little over 742 goats", "just_over"),
    ("at least 742 goats", "at_least"),
    ("no fewer than 742 goats", "at_least"),
    ("no less than 742 goats", "at_least"),
    ("a minimum of 742 goats", "at_least"),
    ("742 or more", "at_least"),
    ("742-plus", "at_least"),
    ("742+", "at_least"),
    ("more than 742 goats", "more_than"),
    ("over 742 goats", "more_than"),
    ("upwards of 742 goats", "more_than"),
    ("well over 742 goats", "more_than"),
    ("in excess of 742 goats", "more_than"),
    ("more than a million goats", "more_than"),
    ("up to 742 goats", "at_most"),
    ("as many as 742 goats", "at_most"),
    ("as many as an estimated 742 goats", "at_most"),
    ("up to about 742 goats", "at_most"),
    ("no more than 742 goats", "at_most"),
    ("a maximum of 742 goats", "at_most"),
    ("as much as $742", "at_most"),
    ("less than 742 goats", "less_than"),
    ("fewer than 742 goats", "less_than"),
    ("under 742 goats", "less_than"),
    ("sub-742", "less_than"),
    ("well below 742 goats", "less_than"),
    ("between 742 and 800 goats", "between"),
    ("dozens of goats", "vague"),
]


@pytest.mark.parametrize(("text", "modifier"), MODIFIED)
def test_reads_modifiers(text: str, modifier: str) -> None:
    found = next(iter(expressions(text)))
    assert found.modifier == modifier
    assert found.start == 0


@pytest.mark.parametrize(
    ("modifier", "low", "high"),
    [
        ("exact", 7, 7),
        ("about", None, None),
        ("nearly", None, 7),
        ("just_over", 7, None),
        ("at_least", 7, None),
        ("more_than", 7, None),
        ("at_most", None, 7),
        ("less_than", None, 7),
    ],
)
def test_bounds_follow_the_table(modifier: str, low: float | None, high: float | None) -> None:
    assert bounds(modifier, 7) == (low, high)  # type: ignore[arg-type]


def test_a_modifier_belongs_to_the_number_behind_it() -> None:
    assert [found.modifier for found in expressions("hurt 3, at least 20 of them badly")] == ["exact", "at_least"]
