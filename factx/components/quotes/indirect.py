"""Reported speech without quotation marks: every cue in a document, in order."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from factx.components.quotes.candidate import Candidate
from factx.components.quotes.nouns import according_to, from_noun
from factx.components.quotes.patterns import FORMS, NOUN_FORMS
from factx.components.quotes.verbs import from_verb, made_clear


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield the attributions that the parse shows, in the order of their cues."""
    for token in doc:
        if token.tag_.startswith("VB"):
            if token.lower_ == "according":
                yield from according_to(token)
            elif token.lower_ in FORMS and token.dep_ not in ("amod", "compound"):
                yield from from_verb(token)
        elif token.tag_ in ("NN", "NNS") and token.lower_ in NOUN_FORMS:
            yield from from_noun(token)
        elif token.lower_ == "clear":
            yield from made_clear(token)
        elif token.lower_ == "according":
            yield from according_to(token)
