"""Halves of a name that the recognizer took for two, and words beside a name that belong to it."""

from __future__ import annotations

import re

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.patterns import (
    EVENT_OF,
    FOR_HEADS,
    FOR_PLACES,
    LAW_OF,
    NAME_SUFFIXES,
    NO_NAMES,
    OF_HEADS,
    OFFICE_HEADS,
    ORG_HEADS,
    PEOPLE_HEADS,
    STATE_OF,
    STATE_PREFIXES,
    TITLE_MODIFIERS,
    TITLES,
    TOWN_HEADS,
    TWINS,
)
from factx.components.entities.words import COUNTED, NAME_TAGS, Named, Words

# A syllable of a given name in Korean or Chinese, and no English word that follows a hyphen ("Park-led").
_SYLLABLE = re.compile(
    r"(?!(?:run|won|like|in|on|man|mania|gate|san|born)$)[bcdfghjklmnpqrstwxyz]{0,2}[aeiouü]{1,3}(?:n|ng|k|l|m|p|h)?"
)

MEMBERS_OF = (FOR_HEADS | PEOPLE_HEADS) - TOWN_HEADS


def join(words: Words, found: list[Named], places: Gazetteer) -> list[Named]:
    """Join the halves of a name: a state and its office, a given name and its surname, an office "of" a place.

    Arguments:
        words: the document.
        found: trimmed names in text order, changed in place.
        places: what the world knows.
    """
    joined: list[Named] = []
    covered = {i for name in found for i in range(name.start, name.end)}
    for name in found:
        previous = joined[-1] if joined else None
        if previous is not None:
            if name.start < previous.end:
                continue
            beside = words.after(previous.end)
            if beside == name.start and (label := _together(words, previous, name, places)):
                previous.end, previous.label = name.end, label
                continue
            if (
                beside >= 0
                and words.text[beside] == ","
                and name.start == beside + 1
                and words.lower[name.start] in ("d.c.", "dc")
            ):
                previous.end = name.end
                continue
            if beside >= 0 and _behind_the(words, beside) == name.start and _is_office_of(words, previous, beside, name):
                previous.end, previous.label = _twins(words, name.end), "ORG"
                covered.update(range(beside, previous.end))
                continue
        _widen(words, name, covered, places)
        _onwards(words, name, covered)
        if previous is None or name.start >= previous.end:
            joined.append(name)
    return joined


def rejoin(words: Words, names: list[Named], places: Gazetteer) -> list[Named]:
    """Join halves that came together only when missed names were found.

    Arguments:
        words: the document.
        names: mentions in text order, changed in place.
        places: what the world knows.
    """
    joined: list[Named] = []
    for name in names:
        previous = joined[-1] if joined else None
        if (
            previous is not None
            and words.after(previous.end) == name.start
            and (label := _together(words, previous, name, places))
        ):
            previous.end, previous.label = name.end, label
        else:
            joined.append(name)
    return joined


def _behind_the(words: Words, preposition: int) -> int:
    """Return where the name behind "of" or "of the" begins."""
    i = words.after(preposition + 1)
    return words.after(i + 1) if i >= 0 and words.lower[i] == "the" else i


def _is_office_of(words: Words, left: Named, between: int, right: Named) -> bool:
    """Tell whether a body and a place with "of" (a party's, a league's: "for") between are one: "Liberal Party of Canada"."""
    head = words.lower[left.end - 1]
    if not words.capital(right.start) or right.label not in COUNTED or not words.capital(left.end - 1):
        return False
    if words.lower[between] == "of":
        if words.after(between + 1) != right.start and head in TOWN_HEADS:
            return False  # "State University of the U.S."
        return head in OF_HEADS or (head in FOR_HEADS and left.label == "ORG" and left.end - left.start > 1)
    return words.lower[between] == "for" and head in FOR_PLACES and left.label == "ORG" and left.end - left.start > 1


def _twins(words: Words, end: int) -> int:
    """Return the end of "England and Wales" where a name ends with its first half, else the end."""
    i = words.after(end)
    pair = (words.lower[end - 1], words.lower[i + 1]) if 0 <= i < len(words) - 1 and words.lower[i] == "and" else None
    return i + 2 if pair in TWINS else end


def _onwards(words: Words, name: Named, covered: set[int]) -> None:
    """Take in what a name was cut before: "Union of Writers" + "and Painters" + "for Peace", "Kim Dae" + "-jung"."""
    end = name.end
    if name.label == "PERSON" and end + 1 < len(words) and words.text[end] == "-" and not words.doc[end - 1].whitespace_:
        beyond = words.text[end + 1]
        glued = not words.doc[end].whitespace_
        if glued and name.end - name.start > 1 and (_SYLLABLE.fullmatch(beyond) or (words.capital(end + 1) and beyond.isalpha())):
            name.end = end + 2
    elif (name.label == "PERSON" or words.lower[name.start] in GIVEN_NAMES) and end < len(words) and end not in covered:
        comma = end + 1 < len(words) and words.text[end] == ","
        if words.lower[end + comma] in NAME_SUFFIXES and name.end - name.start > 1:
            name.end = end + comma + 1
        elif name.end - name.start > 1 and len(words.text[end - 1].rstrip(".")) == 1 and can_be_surname(words, end):
            name.end = end + 1
    elif name.label == "ORG" and end + 1 < len(words):
        if end - name.start > 3 and words.lower[end - 2] in ("of", "for") and (stop := _twins(words, end)) > end:
            name.end = stop
        elif words.lower[end] == "and" and _is_plural(words, end - 1) and _is_plural(words, end + 1) and _of_plural(words, name):
            name.end = end = end + 2
            while end < len(words) and words.lower[end] == "for" and (stop := _rest(words, end, set())):
                name.end = end = stop
        elif name.end - name.start > 2 and _of_plural(words, name) and words.lower[end] == "for":
            name.end = _rest(words, end, set()) or end
    covered.update(range(name.start, name.end))


def _is_plural(words: Words, i: int) -> bool:
    """Tell whether a word is a capitalised plural, the name of members: a proper noun in -s may be a town's, too."""
    return words.capital(i) and len(words.text[i]) > 3 and words.text[i].endswith("s") and words.tag[i] in ("NNPS", "NNS", "NNP")


def _of_plural(words: Words, name: Named) -> bool:
    """Tell whether a name is a body's and its members': "Union of Writers"."""
    return any(
        words.lower[i] in ("of", "for") and words.lower[i - 1] in MEMBERS_OF and _is_plural(words, name.end - 1)
        for i in range(name.start + 1, name.end - 1)
    )


def _together(words: Words, left: Named, right: Named, places: Gazetteer) -> str | None:
    """Return the label of two adjacent names that are one, or None."""
    prefix = " ".join(words.lower[left.start : left.end])
    if right.label == "ORG" and prefix in STATE_PREFIXES:
        return "ORG" if words.lower[right.end - 1] in OFFICE_HEADS or words.lower[right.start] in OFFICE_HEADS else None
    if (joined := places.evidence(words.name(left.start, right.end))) is not None:
        return joined[0]
    if right.label != "PERSON" or right.end - right.start > 1 or left.end - left.start > 1:
        return None
    first = words.lower[left.start]
    if words.tag[left.start] not in NAME_TAGS or words.text[left.start].isupper() or first in TITLES:
        return None
    known = places.evidence(words.name(left.start, left.end))
    if (known is None and left.label in ("PERSON", "ORG")) or (
        first in GIVEN_NAMES and (known is None or left.label == "PERSON")
    ):
        return "PERSON"
    return None


def _widen(words: Words, name: Named, covered: set[int], places: Gazetteer) -> None:
    """Take in the given name before a surname, the surname behind a given name, an office before "of" and its place."""
    start, end, size = name.start, name.end, name.end - name.start
    before, after = words.before(start), words.after(end)
    if name.label == "PERSON" and size > 1:
        if (
            0 <= before == start - 1
            and before not in covered
            and words.lower[before] in GIVEN_NAMES
            and words.tag[before] == "NNP"
        ):
            name.start = before
            covered.add(before)
    elif name.label == "PERSON":
        if before >= 0 and before not in covered and can_be_given_name(words, before, places):
            name.start = before
            covered.add(before)
        elif words.lower[start] in GIVEN_NAMES and after >= 0 and after not in covered and can_be_surname(words, after):
            name.end = after + 1
            covered.add(after)
    elif (
        after >= 0 and after not in covered and words.capital(after) and (known := places.evidence(words.name(start, after + 1)))
    ):
        name.end, name.label = after + 1, known[0]
        covered.add(after)
    elif name.label == "ORG" and after == end and after not in covered and _ends_body(words, after):
        name.end = after + 1
        covered.add(after)
    elif name.label == "ORG" and words.lower[end - 1] in FOR_HEADS and (stop := _rest(words, after, covered)):
        name.end = stop
        covered.update(range(end, stop))
    elif name.label in COUNTED and before > 0 and words.lower[before] == "of":
        head = words.before(before)
        former = STATE_OF | LAW_OF | EVENT_OF
        if head >= 0 and words.lower[head] in former and words.capital(head) and head not in covered:
            name.start = head
        elif head >= 0 and words.lower[head] in OF_HEADS and words.capital(head) and head not in covered:
            while head > 0 and words.capital(head - 1) and words.tag[head - 1] in NAME_TAGS and head - 1 not in covered:
                head -= 1
            name.start, name.label = head, "ORG"
    elif (
        name.label == "ORG"
        and before >= 0
        and before not in covered
        and words.lower[before] in STATE_PREFIXES
        and words.text[before] != "us"
        and words.lower[end - 1] in OFFICE_HEADS
    ):
        name.start = before


def _ends_body(words: Words, i: int) -> bool:
    """Tell whether a capitalised word is an organisation's noun that nothing follows: "Company"."""
    if words.lower[i] not in ORG_HEADS or not words.capital(i) or words.tag[i] not in NAME_TAGS or words.lower[i] in NO_NAMES:
        return False
    return i + 1 >= len(words) or not words.capital(i + 1)


def _rest(words: Words, i: int, covered: set[int]) -> int:
    """Return the end of "for the Animals", "on Foreign Relations" behind an organisation's head, or 0."""
    if i < 0 or words.lower[i] not in ("of", "for", "on"):
        return 0
    first = words.after(i + 1)
    if first >= 0 and words.lower[first] == "the":
        first = words.after(first + 1)
    end = first
    while 0 <= end < len(words) and end not in covered and words.capital(end) and words.tag[end] in NAME_TAGS:
        if words.lower[end] in NO_NAMES or words.lower[end] in TITLES or words.doc[end].ent_type_ in ("DATE", "TIME"):
            break
        end += 1
    return end if end > first >= 0 else 0


def can_be_given_name(words: Words, i: int, places: Gazetteer) -> bool:
    """Tell whether the word before a surname is its given name: a proper noun that the parser puts under the surname.

    Arguments:
        words: the document.
        i: the word's index.
        places: what the world knows.
    """
    word = words.lower[i]
    if not words.capital(i) or not word.replace("-", "").replace(".", "").isalpha() or word in NO_NAMES:
        return False
    if word in GIVEN_NAMES:
        return True
    return (
        words.tag[i] == "NNP"
        and not words.text[i].isupper()
        and word not in TITLES
        and word not in TITLE_MODIFIERS
        and word not in ORG_HEADS
        and word not in words.small
        and places.evidence(words.text[i]) is None
        and _leans_right(words, i)
    )


def _leans_right(words: Words, i: int) -> bool:
    """Tell whether the parser sees a word as part of the name that follows."""
    token = words.doc[i]
    follows = words.after(i + 1)
    return (token.dep_ in ("compound", "nmod", "amod") and token.head.i <= i + 2) or words.doc[follows].dep_ in ("appos", "flat")


def can_be_surname(words: Words, i: int) -> bool:
    """Tell whether a word can be a surname: a capitalised proper noun that is no title and no organisation's head.

    Arguments:
        words: the document.
        i: the word's index.
    """
    word = words.lower[i]
    return (
        words.tag[i] in NAME_TAGS
        and words.capital(i)
        and word.replace("-", "").isalpha()
        and word not in ORG_HEADS
        and word not in TITLES
        and word not in NO_NAMES
    )
