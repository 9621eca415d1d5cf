"""Organisations whose names the recognizer cuts: known ones of several words, foreign ones, "the A and B Party"."""

from __future__ import annotations

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.known import FOREIGN_HEADS, FOREIGN_PARTICLES
from factx.components.entities.patterns import (
    APOSTROPHES,
    CALENDAR,
    DETERMINERS,
    FAITHS,
    JOINT_HEADS,
    NO_NAMES,
    ORG_HEADS,
    PARTY_OWNERS,
    PARTY_PLURALS,
    PARTY_WORDS,
    POSSESSIVES,
    SMALL_WORDS,
    TITLES,
)
from factx.components.entities.words import NAME_TAGS, Named, Words

_MOST = 8  # words of a foreign name
# Capitalised or not, no part of a party's name.
_NO_PARTS = (TITLES | NO_NAMES | CALENDAR | SMALL_WORDS | DETERMINERS | {"former", "deputy", "vice", "acting", "ruling"}) - {
    "justice",
    "general",
    "state",
    "city",
    "county",
}


def bodies(words: Words, places: Gazetteer) -> list[Named]:
    """Return the organisations that their own words give away, longest first where two overlap.

    Arguments:
        words: the document.
        places: what the world knows.
    """
    found = [*_known(words, places), *_foreign(words), *_joint(words, places), *_parties(words)]
    kept: list[Named] = []
    taken: set[int] = set()
    for name in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.append(name)
            taken.update(range(name.start, name.end))
    return kept


def _known(words: Words, places: Gazetteer) -> list[Named]:
    """Return names of two words and more that are in the books under one meaning."""
    found = []
    for i, word in enumerate(words.text):
        for key, label in places.long.get(word, ()):
            end = words.match(i, key)
            longer = end and end < len(words) and words.doc[end].ent_iob_ == "I" and words.capital(end)
            if end and not (longer and places.kinds.get(" ".join(key)) == "org") and not _goes_on(words, i, end):
                found.append(Named(i, end, label, 2.0))
                break
    return found


def _goes_on(words: Words, start: int, end: int) -> bool:
    """Tell whether a known name is a piece of a longer one: another capitalised proper noun stands beside it."""
    before, after = words.before(start), words.after(end)
    if after >= 0:
        if words.text[after] == "-" and after == end:
            return True
        if after + 1 < len(words) and (
            words.lower[after] == "of" or (words.lower[after] in ("for", "in") and words.lower[end - 1] in ORG_HEADS)
        ):
            return words.capital(after + 1) or words.lower[after + 1] == "the"
        if words.capital(after) and words.tag[after] in NAME_TAGS and words.lower[after] in ORG_HEADS:
            return True
    if before < 0:
        return False
    if words.text[before] == "-":
        return not words.doc[before].whitespace_
    return words.capital(before) and words.tag[before] in (*NAME_TAGS, "JJ") and words.lower[before] not in TITLES


def _foreign(words: Words) -> list[Named]:
    """Return names that begin with the word for a party, an institute, ... in another language: "Partido Liberal de Chile"."""
    found = []
    end = 0
    for i, word in enumerate(words.lower):
        if i < end or word not in FOREIGN_HEADS or not words.capital(i):
            continue
        end = i + 1
        for k in range(i + 1, min(i + _MOST, len(words))):
            if words.capital(k) and words.text[k].replace("-", "").isalpha() and words.text[k] not in ("The", "In"):
                end = k + 1
            elif not (words.text[k].isdigit() and len(words.text[k]) < 3) and words.text[k] not in FOREIGN_PARTICLES:
                break
        if end > i + 1:
            found.append(Named(i, end, "ORG", 2.0))
    return found


def _joint(words: Words, places: Gazetteer) -> list[Named]:
    """Return bodies with "and" in their name: "the Trade and Development Board", whose first half is no name by itself."""
    found = []
    for i in range(2, len(words) - 2):
        if words.text[i] not in ("and", "&") or not _part(words, i - 1) or not _part(words, i + 1):
            continue
        end = i + 1
        while end < len(words) and _part(words, end) and words.lower[end] not in JOINT_HEADS and end - i < 5:
            end += 1
        if end == i + 1 or end >= len(words) or words.lower[end] not in JOINT_HEADS or not words.capital(end):
            continue
        start = i
        while start > 0 and _part(words, start - 1) and i - start < 4:
            start -= 1
        before = words.text[start - 1] if start else ""
        known = places.evidence(words.name(start, i))
        if (before.lower() in DETERMINERS or before in POSSESSIVES) and known is None and not _is_somebody(words, start, i):
            found.append(Named(start, end + 1, "ORG", 2.0))
    return found


def _parties(words: Words) -> list[Named]:
    """Return parties with all that stands before their noun, and those that go by their members: "Scottish Greens"."""
    found = []
    for i in range(1, len(words)):
        word = words.lower[i]
        if word == "party":
            if not words.capital(i) and not (words.capital(i - 1) and words.lower[i - 1] in PARTY_WORDS):
                continue
            start = _party_start(words, i)
            if start < i and not (start == i - 1 and words.lower[start] in words.small):
                found.append(Named(start, i + 1, "ORG", 2.0))
        elif word in PARTY_PLURALS and words.capital(i) and _is_national(words, i - 1, word):
            found.append(Named(i - 1, i + 1, "ORG", 2.0))
    return found


def _party_start(words: Words, noun: int) -> int:
    """Return where a party's name begins."""
    start = noun
    while start > 0 and noun - start < 6:
        i = start - 1
        if (words.text[i] in POSSESSIVES | APOSTROPHES and i > 0 and words.lower[i - 1] in PARTY_OWNERS) or (
            words.text[i] == "-" and words.capital(i - 1) and not words.doc[i].whitespace_ and not words.doc[i - 1].whitespace_
        ):
            start = i - 1
        elif not _part(words, i) or words.lower[i] in _NO_PARTS or (words.doc[i].is_sent_start and words.lower[i] in words.small):
            break
        else:
            start = i
    return start


def _is_national(words: Words, i: int, members: str) -> bool:
    """Tell whether a word makes members a country's party: a nationality before them, a place before Greens."""
    kind, word = words.doc[i].ent_type_, words.lower[i]
    if not words.capital(i) or word in FAITHS or word.endswith("ern") or word == "american":
        return False
    return kind == "NORP" or (kind in ("GPE", "ORG") and members == "greens")


def _part(words: Words, i: int) -> bool:
    """Tell whether a word can be part of a body's name: capitalised, a noun or an adjective."""
    return words.capital(i) and words.text[i].isalpha() and (words.tag[i] in NAME_TAGS or words.tag[i] in ("JJ", "NN", "NNS"))


def _is_somebody(words: Words, start: int, end: int) -> bool:
    """Tell whether the words before "and" are a name by themselves: a body, a person, or a country's people."""
    last = words.lower[end - 1]
    return (
        last in ORG_HEADS
        or last in TITLES
        or words.text[end - 1].isupper()
        or words.lower[start] in GIVEN_NAMES
        or (
            words.doc[end - 1].ent_type_ in ("PERSON", "NORP", "GPE")
            and end - start == 1
            and words.doc[end + 1].ent_type_ == words.doc[end - 1].ent_type_
        )
    )
