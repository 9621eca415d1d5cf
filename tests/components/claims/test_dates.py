"""Date expressions and their ISO values."""

from __future__ import annotations

import pytest

from factx.components.claims.dates import find_dates

DATES = [
    ("on 3 May 2021", None, "3 May 2021", "2021-05-03"),
    ("on May 3, 2021", None, "May 3, 2021", "2021-05-03"),
    ("in March 2020", None, "March 2020", "2020-03"),
    ("in 2024", None, "2024", "2024"),
    ("on 2021-05-03", None, "2021-05-03", "2021-05-03"),
    ("on Monday", None, "Monday", None),
    ("on Monday", "2024-05-15", "Monday", "2024-05-13"),
    ("yesterday", "2024-03-01", "yesterday", "2024-02-29"),
    ("last year", "2024-03-01", "last year", "2023"),
    ("last month", "2024-01-10", "last month", "2023-12"),
    ("on 3 May", "2024-05-15", "3 May", "2024-05-03"),
    ("on December 20", "2024-01-15", "December 20", "2023-12-20"),
    ("on 3/4/2021", None, "3/4/2021", None),
    ("on 31 February 2021", None, "31 February 2021", None),
    ("last year", "no date", "last year", None),
]


@pytest.mark.parametrize(("text", "published", "words", "value"), DATES)
def test_finds_and_resolves(text: str, published: str | None, words: str, value: str | None) -> None:
    found = find_dates(text, published)
    assert [(text[date.start : date.end], date.value) for date in found] == [(words, value)]


@pytest.mark.parametrize("text", ["They may go", "2,020 people", "1984 copies were sold", "march on"])
def test_leaves_other_words_alone(text: str) -> None:
    assert find_dates(text) == []
