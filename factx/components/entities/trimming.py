"""What belongs to a name and what does not: determiners, titles, possessives and punctuation are cut off."""

from __future__ import annotations

from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.patterns import (
    APOSTROPHES,
    CALENDAR,
    CAPTION_WORDS,
    DETERMINERS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    NAMES_IN_S,
    NO_NAMES,
    PARTY_WORDS,
    POSSESSIVES,
    PUNCTUATION,
    QUOTE_MARKS,
    SMALL_WORDS,
    SPEECH_FORMS,
    STATE_PREFIXES,
    TITLE_MODIFIERS,
    TITLES,
)
from factx.components.entities.words import COUNTED, Named, Words

_JUNK = PUNCTUATION | QUOTE_MARKS


def trim(words: Words, name: Named) -> Named | None:
    """Cut determiners, titles, possessives, quotation marks and punctuation off a name.

    Arguments:
        words: the document.
        name: a token range, changed in place.

    Returns:
        The name, or None when nothing of it is one.
    """
    start, end, person = name.start, name.end, name.label == "PERSON"
    text, lower = words.text, words.lower
    while start < end:
        first, last = lower[start], lower[end - 1]
        size = end - start
        if first in _JUNK or first in DETERMINERS or words.blank[start]:
            start += 1
        elif size > 2 and text[start + 1] == "-" and not words.capital(start):
            # "pro-", "anti-", "then-"
            start += 2
        elif (
            (first in SMALL_WORDS and not words.capital(start) and first not in NAME_PARTICLES)
            or (person and size > 1 and first in SPEECH_FORMS)
            or (person and size > 2 and first in PARTY_WORDS and words.capital(start + 1))
        ):
            start += 1
        elif size > 2 and first in ("member", "members") and lower[start + 1] == "of":
            start += 2
        elif person and size > 1 and (behind := _behind_titles(words, start, end)):
            start = behind
        elif last in POSSESSIVES and size > 1 and not person and lower[end - 2] in NAMES_IN_S:
            break
        elif _is_tail(words, name.label, start, end):
            end -= 1
        else:
            break
    if start >= end or not any(c.isalnum() for i in range(start, end) for c in text[i]):
        return None
    if (
        all(lower[i] in CALENDAR or text[i].isdigit() or lower[i] in SMALL_WORDS for i in range(start, end))
        and not text[start].isupper()
    ):
        return None
    if end - start == 1 and lower[start] in NAME_SUFFIXES:
        return None
    if end - start == 1 and text[start][0].islower() and "-" in text[start]:
        return None
    if not any(words.capital(i) for i in range(start, end)) and text[start].islower() and name.label != "NORP":
        return None
    if end - start == 1 and (lower[start] in NO_NAMES or (person and lower[start] in TITLES | TITLE_MODIFIERS)):
        return None
    if all(lower[i] in TITLES or lower[i] in TITLE_MODIFIERS for i in range(start, end)) and _before_title(words, end):
        return None
    name.start, name.end = start, end
    return name


def unburden(words: Words, names: list[Named]) -> list[Named]:
    """Cut off a word that stands before a person's full name and is no part of it ("Crooked Ann Lee", "Rebuking Lee").

    It is none when the rest is a name of the text by itself, and the word can be no given name.
    """
    people = {words.name(name.start, name.end) for name in names if name.label == "PERSON"}
    surnames = {key.split()[-1] for key in people if " " in key}
    kept = []
    for name in names:
        first = words.lower[name.start]
        if name.end - name.start > 1 and first not in GIVEN_NAMES and len(first) > 2:
            rest = words.name(name.start + 1, name.end)
            full = " " in rest and rest in people and rest.split()[0].lower() in GIVEN_NAMES
            if full or (first.endswith("ing") and (rest in surnames or rest in people)):
                name = Named(name.start + 1, name.end, "PERSON", name.weight)
        kept.append(name)
    return kept


def _before_title(words: Words, end: int) -> bool:
    """Tell whether a capitalised title follows: "Home" and "Supreme" are no names in "Home Secretary", "Supreme Leader"."""
    after = words.after(end)
    return after >= 0 and words.lower[after] in TITLES and words.capital(after)


def _is_tail(words: Words, label: str, start: int, end: int) -> bool:
    """Tell whether the last word was swept into a name: punctuation, a verb behind a person, a score behind a team."""
    text, last, size = words.text[end - 1], words.lower[end - 1], end - start
    if last in POSSESSIVES or last in _JUNK or last in APOSTROPHES or words.blank[end - 1]:
        return True
    if size > 1 and last in CAPTION_WORDS and end < len(words) and words.text[end] == ":":
        return True
    if last in SMALL_WORDS and text.islower():
        return True
    if (
        label in COUNTED
        and size > 1
        and last in TITLES
        and (label == "GPE" or words.name(start, end - 1).lower() in STATE_PREFIXES)
    ):
        return True
    if label == "PERSON":
        return (text.islower() and last not in NAME_SUFFIXES) or text.isdigit()
    return label in COUNTED and size == 2 and text.isdigit() and len(text) < 3


def _behind_titles(words: Words, start: int, end: int) -> int:
    """Return where the titles at a person's name end, or 0 when none stands there or nothing would be left."""
    i = start
    while i < end and words.lower[i] in TITLE_MODIFIERS and words.lower[i] not in TITLES:
        i += 1
    first = i
    while i < end and words.lower[i] in TITLES:
        i += 1
    return i if first < i < end else 0
