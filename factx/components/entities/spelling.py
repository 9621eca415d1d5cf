"""One name in several spellings: with and without accents, and by one or another system of transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no decomposition makes plain.
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a", "’": "'", "ʼ": "'"}
)
# Endings and letters that Russian, Ukrainian and Arabic names have in English, one system's for the others'.
_SAME = (
    (re.compile(r"(?:yy|iy|ii|yi|ij|yj)$|(?<=[^aeiou])[iy]$"), "y"),
    (re.compile(r"(?:ei|ey|ej|eiy|ay|ai|aj)$"), "ei"),
    (re.compile(r"ks(?=[aeiou])"), "x"),
    (re.compile(r"^(?:mohammed|muhammad|mohamed|mohammad|muhammed|mohamad)$"), "mohamed"),
    (re.compile(r"^(?:[ae]l|as|ash|an|ar)[-' ]"), ""),
)


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Return a name in small letters without accents ("Erdoğan" is "erdogan").

    Arguments:
        name: a word or several.
    """
    if name.isascii():
        return name.casefold()
    folded = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(c for c in folded if not unicodedata.combining(c))


def unaccented(name: str) -> str:
    """Return a name with its capitals, without accents.

    Arguments:
        name: a word or several.
    """
    return name if name.isascii() else "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


@lru_cache(maxsize=4096)
def loose(word: str) -> str:
    """Return a word of a person's name so that its transliterations are alike ("Zelensky" and "Zelenskyy").

    Arguments:
        word: one word of a name.
    """
    found = plain(word)
    for pattern, same in _SAME:
        found = pattern.sub(same, found) or found
    return found
