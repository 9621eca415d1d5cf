"""Where a name begins and ends: what the recognizer drew, cut to the name itself, split and joined where the words say so."""

from __future__ import annotations

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.patterns import (
    APOSTROPHES,
    CALENDAR,
    CAPTION_WORDS,
    DETERMINERS,
    FOR_HEADS,
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
    TITLE_MODIFIERS,
    TITLES,
)
from factx.components.entities.words import NAME_TAGS, Named, Words

_JUNK = PUNCTUATION | QUOTE_MARKS
_NEVER_TITLED = frozenset({"ORG", "GPE", "EVENT", "PRODUCT", "FAC", "LOC", "NORP"})
_COUNTED = ("GPE", "LOC", "ORG", "NORP")


def candidates(words: Words, places: Gazetteer) -> list[Named]:
    """Return the recognizer's names with mended boundaries, in text order, none overlapping another.

    Arguments:
        words: the document.
        places: what the world knows.
    """
    found = [*_nicknamed(words), *_abbreviated(words)]
    taken = {i for name in found for i in range(name.start, name.end)}
    for span in words.doc.ents:
        if span.label_ not in NAME_LABELS or not taken.isdisjoint(range(span.start, span.end)):
            continue
        for start, end in _lines(words, span.start, span.end):
            for piece in _pieces(words, start, end, span.label_, places):
                trimmed = trim(words, piece)
                if trimmed is not None:
                    found.append(trimmed)
    return _join(words, sorted(found, key=lambda name: name.start), places)


def _nicknamed(words: Words) -> list[Named]:
    """Return persons with a nickname in quotation marks: 'Anna "Nan" Teller'."""
    found = []
    for i in range(1, len(words) - 3):
        if words.text[i] in QUOTE_MARKS and words.text[i + 2] in QUOTE_MARKS and words.capital(i + 1):
            first, last = i - 1, i + 3
            if all(words.tag[k] == "NNP" and words.capital(k) and words.text[k].isalpha() for k in (first, i + 1, last)):
                found.append(Named(first, last + 1, "PERSON", 2.0))
    return found


def _abbreviated(words: Words) -> list[Named]:
    """Return names whose acronym follows in brackets: the words before "(UNA)" whose initials it is."""
    found = []
    for i in range(2, len(words) - 2):
        if words.text[i] != "(" or words.text[i + 2] != ")" or not words.text[i + 1].isupper():
            continue
        letters = words.text[i + 1].replace(".", "")
        k, start = i, i
        while letters and k > 0 and i - k < 16:
            k = words.before(k)
            if k >= 0 and words.text[k][0] == letters[-1] and words.text[k].replace("-", "").isalpha():
                letters, start = letters[:-1], k
            elif k < 0 or words.lower[k] not in SMALL_WORDS:
                break
        if not letters and i - start > 1 and words.lower[start] not in DETERMINERS:
            found += [Named(start, i, "ORG", 2.0), Named(i + 1, i + 2, "ORG", 2.0)]
    return found


def _lines(words: Words, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a range where a paragraph ends: no name goes over that."""
    cuts, last = [], start
    for i in range(start, end):
        if i in words.seams:
            cuts.append((last, i))
            last = i + 1
    cuts.append((last, end))
    return [(a, b) for a, b in cuts if a < b]


def _pieces(words: Words, start: int, end: int, label: str, places: Gazetteer) -> list[Named]:
    """Split a range at an owner ("North Korea's Central Military Commission"), a bracket, an inner determiner, a given name."""
    if label in _NEVER_TITLED and (person := _person_at_end(words, start, end)):
        person_only = all(words.lower[i] in TITLES or words.lower[i] in TITLE_MODIFIERS for i in range(start, person))
        head = [] if person_only else _pieces(words, start, person, label, places)
        return [*head, Named(person, end, "PERSON")]
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
        elif words.text[i] == "the" and words.capital(i + 1) and words.capital(i - 1) and label in ("PERSON", "ORG"):
            pieces.append(Named(start, i, label))
            start, label = i + 1, "ORG"
        i += 1
    return [*pieces, Named(start, end, label)]


def _person_at_end(words: Words, start: int, end: int) -> int:
    """Return where a person's name begins that ran together with what stands before it ("House Speaker Ann Lee"), or 0."""
    given = end - 2
    if given <= start or words.lower[given] not in GIVEN_NAMES or not can_be_surname(words, end - 1):
        return 0
    before = words.text[given - 1]
    return given if before[:1].isupper() and words.lower[given - 1] not in GIVEN_NAMES and words.tag[given] == "NNP" else 0


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
        if first in _JUNK or first in DETERMINERS or words.blank[start]:
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
    if (
        all(lower[i] in CALENDAR or text[i].isdigit() or lower[i] in SMALL_WORDS for i in range(start, end))
        and not text[start].isupper()
    ):
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


def _before_title(words: Words, end: int) -> bool:
    """Tell whether a capitalised title follows: "Home" and "Supreme" are no names in "Home Secretary", "Supreme Leader"."""
    after = words.after(end)
    return after >= 0 and words.lower[after] in TITLES and words.capital(after)


def _is_tail(words: Words, label: str, start: int, end: int) -> bool:
    """Tell whether the last word was swept into a name: a verb behind a person, a score behind a team."""
    last = words.text[end - 1]
    if label == "PERSON":
        return (last.islower() and last not in NAME_SUFFIXES) or last.isdigit()
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
        if previous is not None:
            if name.start < previous.end:
                continue
            beside = words.after(previous.end)
            if beside == name.start and (label := _together(words, previous, name, places)):
                previous.end, previous.label = name.end, label
                continue
            if beside >= 0 and words.after(beside + 1) == name.start and _is_office_of(words, previous, beside, name):
                previous.end, previous.label = name.end, "ORG"
                continue
        _widen(words, name, covered, places)
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


def _is_office_of(words: Words, left: Named, between: int, right: Named) -> bool:
    return (
        words.lower[between] == "of"
        and words.lower[left.end - 1] in OF_HEADS
        and words.capital(right.start)
        and right.label in _COUNTED
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
    if (known is None and left.label in ("PERSON", "ORG")) or (left.label == "PERSON" and first in GIVEN_NAMES):
        return "PERSON"
    return None


def _widen(words: Words, name: Named, covered: set[int], places: Gazetteer) -> None:
    """Take in the given name before a surname, the surname behind a given name, an office before "of" and its place."""
    start, end, size = name.start, name.end, name.end - name.start
    before, after = words.before(start), words.after(end)
    if name.label == "PERSON" and size == 1:
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
    elif name.label == "ORG" and words.lower[end - 1] in FOR_HEADS and (stop := _rest(words, after, covered)):
        name.end = stop
        covered.update(range(end, stop))
    elif name.label in _COUNTED and before > 0 and words.lower[before] == "of":
        head = words.before(before)
        if head >= 0 and words.lower[head] in OF_HEADS and words.capital(head) and head not in covered:
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
