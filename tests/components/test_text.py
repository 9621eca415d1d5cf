"""The view of a text, its paragraphs, and where sentences begin for sure."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factx.components.text import paragraphs, view


@given(st.text(max_size=200))
def test_a_view_is_as_long_as_its_text(text: str) -> None:
    assert len(view(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Aye,” she said", '"Aye," she said'),
        ("the drivers’ ‘union’", "the drivers' 'union'"),
        ("«Oui»", '"Oui"'),
        ("10\u00a0000\u2009km", "10 000 km"),
        ("non\u2011stop, −3", "non-stop, -3"),
        ("plain — text", "plain — text"),
    ],
)
def test_the_view_is_what_a_typewriter_would_write(text: str, expected: str) -> None:
    assert view(text) == expected


PROSE = "It rained on the coast for the third day and the ferries stayed"
WRAPPED = (
    f"{PROSE}\nin port until the late afternoon, when the wind fell and the\n"
    "crews went back to work on the two boats that had been\ndamaged.\n\nNobody was hurt."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \n", []),
        ("One.", ["One."]),
        ("Headline\nOne.\nTwo.", ["Headline", "One.", "Two."]),
        ("One.\r\n\r\n  Two.  ", ["One.", "Two."]),
        (WRAPPED, [WRAPPED[: WRAPPED.index("\n\n")], "Nobody was hurt."]),
    ],
)
def test_paragraphs_end_at_line_breaks_that_an_author_made(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@given(st.text(alphabet="ab. \n\r\t", max_size=60))
def test_paragraphs_hold_every_visible_character_once(text: str) -> None:
    places = paragraphs(text)
    assert "".join("".join(text[s:e].split()) for s, e in places) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(places))


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Ferries to stay in port\nThe wind fell on Friday.", "The"),
        ("DUNMORE HARBOR, Maine -- The wind fell on Friday.", "The"),
        ("LONDON (Wire) - The wind fell on Friday.", "The"),
        ("Porto Velho (ABC) – The wind fell on Friday.", "The"),
        ("Profit rose to €310m. Voss resigned on Friday.", "Voss"),
        ("It cost $3bn. The state paid.", "The"),
    ],
)
def test_a_sentence_begins_behind_headline_dateline_and_figure(nlp: Language, text: str, second: str) -> None:
    assert second in [sent[0].text for sent in nlp(text).sents]


@pytest.mark.parametrize("name", ["Capt. Ann Lee", "Lt. Gen. Bo Ek", "Cllr. Jo Park", "Sgt. Al Dunn"])
def test_a_rank_does_not_end_a_sentence(nlp: Language, name: str) -> None:
    assert len(list(nlp(f"The ferry ran aground, {name} said on Friday.").sents)) == 1


def test_the_text_that_offsets_point_into_is_the_original(nlp: Language) -> None:
    text = "‘It’s over,’ said the drivers’ union."
    doc = nlp(text)
    assert doc._.factx_text == text
    assert len(doc.text) == len(text)
