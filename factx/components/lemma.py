"""Lemmas on demand: a tenth of a pipeline's time goes into lemmas of words that nobody asks for."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Token


class Lemmas:
    """Look up a token's lemma, through the pipeline's own lemmatizer when it did not run already.

    Arguments:
        nlp: the pipeline; its ``lemmatizer`` may be disabled. Without one, the lower-case word stands in.
    """

    def __init__(self, nlp: Language | None) -> None:
        self._lemmatizer: Any = None
        if nlp is not None and "lemmatizer" in nlp.component_names:
            self._lemmatizer = nlp.get_pipe("lemmatizer")
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, token: Token) -> str:
        """Return the lemma, in lower case."""
        if token.lemma_:
            return token.lemma_.lower()
        key = (token.lower_, token.tag_)
        if key not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            self._known[key] = self._look_up(token)
        return self._known[key]

    def _look_up(self, token: Token) -> str:
        if self._lemmatizer is None:
            return token.lower_
        forms = self._lemmatizer.lemmatize(token)
        return str(forms[0]).lower() if forms else token.lower_


@lru_cache(maxsize=4096)
def inflections(verb: str) -> tuple[str, ...]:
    """Return the regular forms of a verb: base, -s, -ed, -ing. Irregular ones are the word lists' own business.

    Arguments:
        verb: a base form in lower case; with a particle ("point out") only the verb is inflected.
    """
    head, _, rest = verb.partition(" ")
    consonant_y = head.endswith("y") and head[-2:-1] not in "aeiou"
    if head.endswith("e"):
        past, ing = head + "d", head[:-1] + "ing"
        if head.endswith("ie"):
            ing = head[:-2] + "ying"
        elif head.endswith("ee"):
            ing = head + "ing"
    else:
        past, ing = (head[:-1] + "ied" if consonant_y else head + "ed"), head + "ing"
    ending = "es" if head.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    third = head[:-1] + "ies" if consonant_y else head + ending
    return tuple(f"{form} {rest}".strip() for form in (head, third, past, ing))
