"""Whatever the text: no exception, places inside it, low no higher than high, and linear time."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factx.components.claims.dates import find_dates
from factx.components.claims.exclusions import masked_places
from factx.components.claims.expressions import expressions

PIECES = st.sampled_from(
    [
        *"0123456789.,-–+/%$£€¥°'\"()[]:;&#@×^ \n\t",
        *"½¾²³″−é漢🙂\u00a0\u0301",
        *(
            " and",
            " to ",
            " or ",
            "between ",
            "from ",
            " per ",
            " a ",
            "-year-old",
            " percent",
            "million",
            "bn",
            "m",
            "k",
            "USD",
            "US$",
            "one",
            "two",
        ),
        *(
            "half",
            "third",
            "dozen",
            "twice",
            "hundred",
            "minus ",
            "sub-",
            "up to ",
            "more than ",
            " people",
            "x10",
            "e5",
            "ft",
            " in ",
            "1,000",
            "one in ",
            "9" * 40,
        ),
    ]
)
NUMBERISH = st.lists(PIECES, max_size=30).map("".join)


@pytest.fixture(scope="module")
def blank() -> Language:
    """A pipeline without a parse: the component must live with that too."""
    nlp = spacy.blank("en")
    nlp.add_pipe("factx_claims")
    return nlp


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), NUMBERISH))
def test_expressions_stay_inside_the_text(text: str) -> None:
    position = 0
    for found in expressions(text):
        assert 0 <= found.start < found.end <= len(text)
        assert position <= found.core[0] < found.core[1] <= found.end
        position = found.core[1]
        if found.low is not None and found.high is not None:
            assert found.low <= found.high


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=60), NUMBERISH))
def test_claims_are_valid_whatever_the_text(blank: Language, text: str) -> None:
    for claim in blank(text)._.factx_claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert 0 <= claim.confidence <= 1
        assert claim.sentence[0] <= claim.start < claim.end <= claim.sentence[1]
        if claim.low is not None and claim.high is not None:
            assert claim.low <= claim.high


@settings(max_examples=40, deadline=None)
@given(text=NUMBERISH)
def test_claims_are_valid_with_a_parse(nlp: Language, text: str) -> None:
    for claim in nlp(text)._.factx_claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.counted is None or claim.counted in text


@pytest.mark.parametrize(
    "piece",
    [
        *("1,", "11,", "1,1,1,", "9", "1, 000", "10 000 ", "1 to ", "1 to 2-3 ", "from 1 to 2-", "1-", "1 - 2 "),
        *("between 1 and ", "between 1 and 2 to 3-4 or ", "one hundred and ", "quarter million ", "$", "$1 ", "1 $ "),
        *("a ", "-1", "1/2 ", "up to ", "1.", "5ft ", "5 (kg) ", "1 mg/dL", "m/m/", "1 ($2) a ", "(1 (2 ($"),
        *("MUSD 5 ", "5 USD million ", "15 dollars 50 ", "rose by 2% but fell by 1 ", "2% to 3 to "),
    ],
)
def test_time_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        start = time.perf_counter()
        list(expressions(text))
        return time.perf_counter() - start

    seconds(500)
    small, large = seconds(2_000), seconds(16_000)
    assert large < 30 * small + 0.2


def test_ten_megabytes_of_digits_end_and_are_no_figure() -> None:
    text = "7" * 10_000_000
    assert list(expressions(text)) == []
    assert masked_places(text) == []
    assert find_dates(text, None) == []
