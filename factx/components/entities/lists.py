"""How word lists are written: as running text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text.

    Arguments:
        text: words with white space between.
    """
    return frozenset(text.split())


def phrase_set(text: str) -> frozenset[str]:
    """Return the phrases of a text.

    Arguments:
        text: phrases with a bar or a line break between.
    """
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip())
