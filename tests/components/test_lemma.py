"""Lemmas on demand, and the inflections that word lists are spelled out by."""

import pytest
from spacy.language import Language

from factx.components.lemma import Lemmas, inflections


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("claim", ("claim", "claims", "claimed", "claiming")),
        ("declare", ("declare", "declares", "declared", "declaring")),
        ("deny", ("deny", "denies", "denied", "denying")),
        ("say", ("say", "says", "sayed", "saying")),
        ("stress", ("stress", "stresses", "stressed", "stressing")),
        ("agree", ("agree", "agrees", "agreed", "agreeing")),
        ("lie", ("lie", "lies", "lied", "lying")),
        ("point out", ("point out", "points out", "pointed out", "pointing out")),
    ],
)
def test_regular_inflections(verb: str, expected: tuple[str, ...]) -> None:
    assert inflections(verb) == expected


def test_a_lemma_is_looked_up_though_the_lemmatizer_did_not_run(nlp: Language) -> None:
    lemmas = Lemmas(nlp)
    doc = nlp("The boats were sinking and she swore.")
    assert [lemmas(doc[i]) for i in (1, 2, 3, 6)] == ["boat", "be", "sink", "swear"]


def test_without_a_lemmatizer_the_word_stands_in(nlp: Language) -> None:
    assert Lemmas(None)(nlp("Boats sank.")[0]) == "boats"
