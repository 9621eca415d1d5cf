"""Names of elections, campaigns and laws: the year, the place, the adjectives and the noun are one name."""

from __future__ import annotations

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.patterns import CALENDAR, EVENT_KINDS, EVENT_NOUNS, MONTHS
from factx.components.entities.words import NAME_TAGS, Named, Words

_MOST = 9  # tokens before the noun
_WEIGHT = 2.0


def events(words: Words, places: Gazetteer) -> list[Named]:
    """Return the events whose names end in a common noun: "the 1998 Estonian parliamentary election in Tartu".

    The recognizer draws the place or the body alone, as if it were meant; the name of the event is one (an EVENT in the sense
    of OntoNotes). It must have its year: "the Utah primary" is an event in Utah, not its name.

    Arguments:
        words: the document.
        places: what the world knows.
    """
    found: list[Named] = []
    last = -1
    for i, word in enumerate(words.lower):
        if word not in EVENT_NOUNS or i == 0:
            continue
        start, named, kind = _left(words, i, last)
        if not named or (word == "campaign" and not kind):  # "the 2004 Ortiz campaign" is hers
            continue
        last = _right(words, i + 1, places)
        found.append(Named(start, last, "EVENT", _WEIGHT))
    return found


def _left(words: Words, noun: int, floor: int) -> tuple[int, bool, bool]:
    """Return where an event's name begins, whether it has a year and a proper part, and whether its noun has a kind before it."""
    i, start, named, kind, dated = noun - 1, noun, False, False, False
    while i >= max(floor, noun - _MOST, 0) and not words.blank[i]:
        word, text = words.lower[i], words.text[i]
        if is_year(text):
            start, dated = i, True
            before = words.before(i)
            if before >= max(floor, 0) and words.lower[before] in MONTHS:
                start = before
            break
        if not named and word in EVENT_KINDS:
            start, kind = i, True
        elif words.capital(i) and (words.tag[i] in NAME_TAGS or words.tag[i] == "JJ") and word not in CALENDAR:
            start, named = i, True
        elif text == "-" and start == i + 1 and i > 0 and words.text[i - 1].isalpha():
            start = i
        elif not (word in ("and", "of") and named and words.capital(i - 1)):
            break
        i -= 1
    return start, named and dated, kind


def _right(words: Words, end: int, places: Gazetteer) -> int:
    """Return the end of "in Italy" behind a dated event that belongs to a larger one, else where the noun ends."""
    if end + 1 < len(words) and words.lower[end] == "in" and words.capital(end + 1):
        for stop in range(min(end + 4, len(words)), end + 1, -1):
            if (known := places.evidence(words.name(end + 1, stop))) is not None and known[0] != "ORG":
                return stop
    return end


def is_year(text: str) -> bool:
    """Tell whether a token is a year."""
    return len(text) == 4 and text.isdigit() and text[0] in "12"
