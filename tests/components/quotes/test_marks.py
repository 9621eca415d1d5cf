"""Quotation marks: pairs, paragraphs, apostrophes, strays."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.components.quotes.marks import pair_marks

PAIRS = [
    # (text, quotations as they stand in the text)
    ("“We go,” he said. “They stay.”", ["“We go,”", "“They stay.”"]),
    ('"We go," he said. "They stay."', ['"We go,"', '"They stay."']),
    ("''We go,'' he said.", ["''We go,''"]),
    ("``We go,'' he said.", ["``We go,''"]),
    ("«We go», he said.", ["«We go»"]),
    ("„We go,” he said.", ["„We go,”"]),
    ("‘We go,’ he said.", ["‘We go,’"]),
    ("'We go,' he said.", ["'We go,'"]),
    ("“Not so,“ he said.", ["“Not so,“"]),
    # nested marks: the outer one first
    ("“He said ‘never’ twice,” she said.", ["“He said ‘never’ twice,”", "‘never’"]),
    ("‘He called it “a mess”, I think,’ she said.", ["‘He called it “a mess”, I think,’", "“a mess”"]),
    ("“A “b” c.”", ["“A “b” c.”"]),
    # apostrophes are no marks
    ("‘We won’t strike,’ the drivers’ union said.", ["‘We won’t strike,’"]),
    ("'We won't strike,' the drivers' union said.", ["'We won't strike,'"]),
    ("The drivers’ union and the owners’ club met.", []),
    ("It's the nurses' turn, isn't it?", []),
    ("Rock ’n’ roll in the ’90s, ’tis said.", []),
    ("'Twas the '60s, and rock 'n' roll.", []),
    ("the ‘special offer’ and the ‘final price’ rose", ["‘special offer’", "‘final price’"]),
    ("She said ‘it’s the dogs’ own fault’ and left.", ["‘it’s the dogs’ own fault’"]),
    # strays cost nothing but themselves
    ("He said “no and left.\n\nThen “yes,” she said.", ["“yes,”"]),
    ('He said "no and left.\n\nThen "yes," she said.', ['"yes,"']),
    ("He left.” Then “yes,” she said.", ["“yes,”"]),
    ('A 12" pipe, 5\'11" long.', []),
    ("“”", []),
    ('""', []),
    ("no marks at all", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_marks_pair_by_kind(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in pair_marks(text)] == expected


def test_a_quotation_goes_on_over_paragraphs_that_reopen_it() -> None:
    text = "“First part.\n\n“Second part.\n\n“The end,” she said. “More.”"
    first, second, third, more = pair_marks(text)
    assert (first.closed, second.closed, third.closed) == (False, False, True)
    assert second.continues is first
    assert third.continues is second
    assert more.continues is None


def test_a_quotation_goes_on_into_a_paragraph_that_only_closes_it() -> None:
    first, second = pair_marks("“First part.\n\nSecond part,” she said.")
    assert second.continues is first


def test_nested_quotations_know_the_one_around_them() -> None:
    outer, inner = pair_marks("“He said ‘never’ twice,” she said.")
    assert inner.outer is outer
    assert outer.outer is None


@given(st.text(alphabet="“”‘’\"' ab.\n,«»s", max_size=80))
def test_any_mixture_of_marks_gives_sound_places(text: str) -> None:
    found = pair_marks(text)
    for quotation in found:
        assert 0 <= quotation.start <= quotation.inner[0] <= quotation.inner[1] <= quotation.end <= len(text)
        if quotation.outer is not None:
            assert quotation.outer.start <= quotation.start
            assert quotation.end <= quotation.outer.end
    assert [q.start for q in found] == sorted(q.start for q in found)


@pytest.mark.parametrize("piece", ["‘a b ", "“a b ", "'s ’ ", '" ', "“a” ", "‘a’s ’ "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.perf_counter()
        pair_marks(piece * times)
        return time.perf_counter() - start

    seconds(100)
    assert seconds(40_000) < 40 * seconds(4_000) + 0.5
