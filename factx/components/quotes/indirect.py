"""Reported speech without quotation marks: every cue in a document, in order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from spacy.attrs import LOWER
from spacy.strings import get_string_id
from spacy.tokens import Doc

from factx.components.quotes.candidate import Candidate
from factx.components.quotes.nouns import according_to, from_noun
from factx.components.quotes.patterns import FORMS, NOUN_FORMS
from factx.components.quotes.verbs import from_verb, made_clear


@lru_cache(maxsize=1)
def _ids() -> Any:
    """Return the words that can be or hold a cue, as spaCy numbers them."""
    return np.array([get_string_id(word) for word in {*FORMS, *NOUN_FORMS, "according", "clear"}], dtype=np.uint64)


def candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield the attributions that the parse shows, in the order of their cues."""
    for index in np.flatnonzero(np.isin(doc.to_array([LOWER]), _ids())):
        token = doc[int(index)]
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
