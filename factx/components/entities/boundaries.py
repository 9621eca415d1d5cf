"""Where a name begins and ends: what the recognizer drew, cut, split and joined where the words say so."""

from __future__ import annotations

from factx.components.entities.bodies import bodies
from factx.components.entities.events import events
from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.joining import can_be_surname, join
from factx.components.entities.patterns import (
    CORPORATE_SUFFIXES,
    DETERMINERS,
    FOR_HEADS,
    NAME_LABELS,
    NO_NAMES,
    POSSESSIVES,
    QUOTE_MARKS,
    SMALL_WORDS,
    SPEECH_FORMS,
    TITLE_MODIFIERS,
    TITLES,
)
from factx.components.entities.trimming import trim
from factx.components.entities.words import Named, Words

_NEVER_TITLED = frozenset({"ORG", "GPE", "EVENT", "PRODUCT", "FAC", "LOC", "NORP"})


def candidates(words: Words, places: Gazetteer) -> list[Named]:
    """Return the recognizer's names with mended boundaries, in text order, none overlapping another.

    Arguments:
        words: the document.
        places: what the world knows.
    """
    found = [*events(words, places), *_nicknamed(words), *_abbreviated(words)]
    taken = {i for name in found for i in range(name.start, name.end)}
    for name in bodies(words, places):
        if taken.isdisjoint(range(name.start, name.end)):
            found.append(name)
            taken.update(range(name.start, name.end))
    for span in words.doc.ents:
        if span.label_ not in NAME_LABELS:
            continue
        for start, end in _free(words, span.start, span.end, taken):
            for piece in _pieces(words, start, end, span.label_, places):
                trimmed = trim(words, piece)
                if trimmed is not None:
                    found.append(trimmed)
    return join(words, sorted(found, key=lambda name: name.start), places)


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
            elif k < 0 or not (words.lower[k] in SMALL_WORDS or words.text[k] == "-" or words.text[k - 1] == "-"):
                break
        if not letters and i - start > 1 and words.lower[i + 1] not in NO_NAMES and words.lower[start] not in DETERMINERS:
            found += [Named(start, i, "ORG", 2.0), Named(i + 1, i + 2, "ORG", 2.0)]
    return found


def _free(words: Words, start: int, end: int, taken: set[int]) -> list[tuple[int, int]]:
    """Return what is left of a range where paragraphs end (no name goes over that) and where better names stand."""
    cuts, last = [], start
    for i in range(start, end):
        if i in words.seams or i in taken:
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
    i, weight, row = start + 1, 1.0, _is_row(words, start, end)
    while i < end - 1:
        if words.text[i] in POSSESSIVES and words.capital(i + 1) and _is_owner(words, start, i, label, places):
            owner = places.evidence(words.name(start, i))
            pieces.append(Named(start, i, owner[0] if owner else "PERSON"))
            start = i + 1
        elif words.text[i] in SPEECH_FORMS:
            pieces.append(Named(start, i, "PERSON", 0.5))
            start, label = i + 1, "ORG"
        elif words.text[i] == "(" or (row and not words.capital(i)) or _parts_two(words, start, i, end, label, places):
            pieces.append(Named(start, i, label))
            start, weight = i + 1, 0.5
        elif words.text[i] == "the" and words.capital(i + 1) and words.capital(i - 1) and label in ("PERSON", "ORG"):
            pieces.append(Named(start, i, label))
            start, label = i + 1, "ORG"
        i += 1
    return [*pieces, Named(start, end, label, weight)]


def _parts_two(words: Words, start: int, i: int, end: int, label: str, places: Gazetteer) -> bool:
    """Tell whether a slash, a comma or a conjunction stands between two names rather than inside one."""
    if not words.capital(i + 1) or not words.text[i - 1][-1].isalnum():
        return False
    if words.lower[i] in ("and", "or", "&", "/"):
        left, right = words.name(start, i), words.name(i + 1, end)
        if places.evidence(left) is not None and places.evidence(right) is not None:
            return True
    if label == "WORK_OF_ART":
        return False
    if words.text[i] == "/":
        return True
    if words.lower[i] in ("and", "or", "&"):
        if words.lower[i] == "or" or (
            words.lower[i + 1] in FOR_HEADS and words.lower[min(i + 2, end - 1)] in ("of", "for", "on")
        ):
            return i - start > 1
        return _is_whole(words, start, i) and _is_whole(words, i + 1, end)
    if words.text[i] == "," and label == "ORG" and words.lower[i + 1] not in CORPORATE_SUFFIXES:
        # "Department of Health, Education and Welfare" is one
        listed = any(words.lower[k] in ("of", "for") for k in range(start, i)) and "and" in words.lower[i:end]
        return i - start > 1 and end - i > 2 and not listed
    return False


def _is_row(words: Words, start: int, end: int) -> bool:
    """Tell whether a range is a row of single words: "Duma, Kora and Lind"."""
    marks = [words.lower[i] for i in range(start + 1, end, 2)]
    return len(marks) > 1 and set(marks) <= {",", "and", "or"} and all(words.capital(i) for i in range(start, end, 2))


def _is_whole(words: Words, start: int, end: int) -> bool:
    """Tell whether a range is a body's name: it ends in the body's noun, or has it before "of", "for" or "on"."""
    if end - start < 2:
        return False
    if words.lower[end - 1] in FOR_HEADS and words.capital(end - 1):
        return True
    return any(words.lower[k] in FOR_HEADS and words.lower[k + 1] in ("of", "for", "on") for k in range(start, end - 2))


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
