"""Where a name begins and ends: what the recognizer drew, cut to the name itself, split and joined where the words say so."""

from __future__ import annotations

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.patterns import (
    APOSTROPHES,
    CAPTION_WORDS,
    DETERMINERS,
    NAME_LABELS,
    NAME_PARTICLES,
    NAME_SUFFIXES,
    NO_NAMES,
    OF_HEADS,
    OFFICE_HEADS,
    ORG_HEADS,
    POSSESSIVES,
    PUNCTUATION,
    QUOTE_MARKS,
    SMALL_WORDS,
    STATE_PREFIXES,
    SURE_TITLES,
    TITLE_MODIFIERS,
    TITLES,
)
from factx.components.entities.words import NAME_TAGS, Named, Words

_JUNK = PUNCTUATION | QUOTE_MARKS
_COUNTED = ("GPE", "LOC", "ORG", "NORP")


def candidates(words: Words, places: Gazetteer) -> list[Named]:
    """Return the recognizer's names with mended boundaries, in text order, none overlapping another.

    Arguments:
        words: the document.
        places: what the world knows.
    """
    found: list[Named] = []
    for span in words.doc.ents:
        if span.label_ not in NAME_LABELS:
            continue
        for start, end in _lines(words, span.start, span.end):
            for piece in _pieces(words, start, end, span.label_, places):
                trimmed = trim(words, piece)
                if trimmed is not None:
                    found.append(trimmed)
    return _join(words, found, places)


def _lines(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a range at white-space tokens: no name goes over a line's end."""
    cuts, last = [], start
    for i in range(start, end):
        if not words.text[i].strip():
            cuts.append((last, i))
            last = i + 1
    cuts.append((last, end))
    return [(a, b) for a, b in cuts if a < b]


def _pieces(words: Words, start: int, end: int, label: str, places: Gazetteer) -> list[Named]:
    """Split a range at an owner ("North Korea's Central Military Commission"), a bracket, or a determiner behind a person."""
    pieces = []
    i = start + 1
    while i < end - 1:
        if words.text[i] in POSSESSIVES and words.capital(i + 1) and _is_owner(words, start, i, label, places):
            owner = places.evidence(words.name(start, i))
            pieces.append(Named(start, i, owner[0] if owner else "PERSON"))
            start = i + 1
        elif words.text[i] == "(":
            pieces.append(Named(start, i, label))
            start = i + 1
        elif label == "PERSON" and words.text[i] == "the" and words.capital(i + 1):
            pieces.append(Named(start, i, label))
            start, label = i + 1, "ORG"
        i += 1
    return [*pieces, Named(start, end, label)]


def _is_owner(words: Words, start: int, end: int, label: str, places: Gazetteer) -> bool:
    """Tell whether what stands before the 's owns what follows, rather than being part of its name ("Lloyd's of London")."""
    if label == "WORK_OF_ART" or start >= end:
        return False
    evidence = places.evidence(words.name(start, end))
    if evidence is not None and evidence[0] in ("GPE", "LOC", "ORG"):
        return True
    return end - start >= 2 and words.lower[start] in GIVEN_NAMES and label != "FAC"


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
        if first in _JUNK or first in DETERMINERS or not first.strip():
            start += 1
        elif (
            last in POSSESSIVES
            or last in _JUNK
            or last in APOSTROPHES
            or not last.strip()
            or (size > 1 and last in CAPTION_WORDS and end < len(words) and text[end] == ":")
        ):
            end -= 1
        elif first in SMALL_WORDS and not words.capital(start) and first not in NAME_PARTICLES:
            start += 1
        elif last in SMALL_WORDS and text[end - 1].islower():
            end -= 1
        elif person and size > 1 and (behind := _behind_titles(words, start, end)):
            start = behind
        elif _is_tail(words, name.label, start, end):
            end -= 1
        else:
            break
    if start >= end or not any(c.isalnum() for i in range(start, end) for c in text[i]):
        return None
    if not any(words.capital(i) for i in range(start, end)) and text[start].islower() and name.label != "NORP":
        return None
    if end - start == 1 and (lower[start] in NO_NAMES or (person and lower[start] in TITLES | TITLE_MODIFIERS)):
        return None
    name.start, name.end = start, end
    return name


def _is_tail(words: Words, label: str, start: int, end: int) -> bool:
    """Tell whether the last word was swept into a name: a verb behind a person, a score behind a team."""
    last = words.text[end - 1]
    if label == "PERSON":
        return last.islower() and last not in NAME_SUFFIXES
    return label in _COUNTED and end - start == 2 and last.isdigit() and len(last) < 3


def _behind_titles(words: Words, start: int, end: int) -> int:
    """Return where the titles at a person's name end, or 0 when none stands there or nothing would be left."""
    i = start
    while i < end and words.lower[i] in TITLE_MODIFIERS and words.lower[i] not in TITLES:
        i += 1
    first = i
    while i < end and words.lower[i] in TITLES:
        i += 1
    return i if first < i < end else 0


def _join(words: Words, found: list[Named], places: Gazetteer) -> list[Named]:
    """Join the halves of a name: a state and its office, a given name and its surname, an office "of" a place."""
    joined: list[Named] = []
    covered = {i for name in found for i in range(name.start, name.end)}
    for name in found:
        previous = joined[-1] if joined else None
        if previous is not None and name.start < previous.end:
            continue
        if previous is not None and previous.end == name.start and (label := _together(words, previous, name, places)):
            previous.end, previous.label = name.end, label
            continue
        if previous is not None and previous.end + 1 == name.start and _is_office_of(words, previous, name):
            previous.end, previous.label = name.end, "ORG"
            continue
        _widen(words, name, covered)
        joined.append(name)
    return joined


def _is_office_of(words: Words, left: Named, right: Named) -> bool:
    return (
        words.lower[left.end] == "of"
        and words.lower[left.end - 1] in OF_HEADS
        and words.capital(right.start)
        and right.label in _COUNTED
    )


def _together(words: Words, left: Named, right: Named, places: Gazetteer) -> str | None:
    """Return the label of two adjacent names that are one, or None."""
    prefix = " ".join(words.lower[left.start : left.end])
    if right.label == "ORG" and prefix in STATE_PREFIXES:
        return "ORG" if words.lower[right.end - 1] in OFFICE_HEADS or words.lower[right.start] in OFFICE_HEADS else None
    if right.label != "PERSON" or right.end - right.start > 1 or left.end - left.start > 1:
        return None
    first = words.lower[left.start]
    if words.tag[left.start] not in NAME_TAGS or words.text[left.start].isupper() or first in TITLES:
        return None
    known = places.evidence(words.name(left.start, left.end))
    if (known is None and left.label in ("PERSON", "ORG")) or (left.label == "PERSON" and first in GIVEN_NAMES):
        return "PERSON"
    return None


def _widen(words: Words, name: Named, covered: set[int]) -> None:
    """Take in the given name before a surname, the surname behind a given name, an office before "of" and its place."""
    start, end = name.start, name.end
    if name.label == "PERSON" and end - start == 1:
        if start and start - 1 not in covered and words.lower[start - 1] in GIVEN_NAMES and words.capital(start - 1):
            name.start = start - 1
        elif words.lower[start] in GIVEN_NAMES and end < len(words) and end not in covered and _can_be_surname(words, end):
            name.end = end + 1
    elif name.label in _COUNTED and start >= 2 and words.lower[start - 1] == "of":
        head = start - 2
        if words.lower[head] in OF_HEADS and words.capital(head) and head not in covered:
            while head > 0 and words.capital(head - 1) and words.tag[head - 1] in NAME_TAGS and head - 1 not in covered:
                head -= 1
            name.start, name.label = head, "ORG"
    elif (
        name.label == "ORG"
        and start
        and start - 1 not in covered
        and words.lower[start - 1] in STATE_PREFIXES
        and words.text[start - 1] != "us"
        and words.lower[end - 1] in OFFICE_HEADS
    ):
        name.start = start - 1


def _can_be_surname(words: Words, i: int) -> bool:
    word = words.lower[i]
    return (
        words.tag[i] in NAME_TAGS
        and words.capital(i)
        and word.replace("-", "").isalpha()
        and word not in ORG_HEADS
        and word not in TITLES
        and word not in NO_NAMES
    )


def titled(words: Words, covered: set[int]) -> list[Named]:
    """Return persons whom the recognizer missed and a title gives away: "Ms Ferro", "Sen. Adaeze Obi".

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
    """
    found: list[Named] = []
    for i, word in enumerate(words.lower):
        if word not in SURE_TITLES or not words.capital(i) or i in covered:
            continue
        end = i + 1
        while end < len(words) and end not in covered and end - i < 5 and _can_be_surname(words, end):
            end += 1
        if end > i + 1:
            found.append(Named(i + 1, end, "PERSON", 2.0))
    return found
