"""Names that the recognizer missed and that the words around them give away: a title, a place's noun, a dateline."""

from __future__ import annotations

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.joining import can_be_surname
from factx.components.entities.patterns import (
    DETERMINERS,
    LIFE_FORMS,
    LOCAL_HEADS,
    NAME_SUFFIXES,
    NO_NAMES,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    SURE_PLACE_NOUNS,
    SURE_TITLES,
    TITLE_MODIFIERS,
    TITLES,
)
from factx.components.entities.words import Named, Words

_DASHES = frozenset({"--", "—", "–", "-"})
_HE_SHE = frozenset({"he", "she", "his", "her", "himself", "herself"})
_REACH = 25  # tokens from a name to its pronoun
_DATELINE = 16  # tokens from a paragraph's start to its dash


def titled(words: Words, covered: set[int], places: Gazetteer) -> list[Named]:
    """Return persons whom the recognizer missed and a title gives away: "Ms Ferro", "Sen. Adaeze Obi".

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
        places: what the world knows.
    """
    found: list[Named] = []
    for i, word in enumerate(words.lower):
        if word not in SURE_TITLES or not words.capital(i) or i in covered:
            continue
        start = end = words.after(i + 1)
        while 0 <= end < len(words) and end not in covered and end - start < 4 and can_be_surname(words, end):
            end += 1
        if end > start >= 0:
            found.append(Named(start, end, "PERSON", 2.0))
    return found


def christened(words: Words, covered: set[int], places: Gazetteer) -> list[Named]:
    """Return persons whom their given name gives away: "Maria" before a proper noun.

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
        places: what the world knows.
    """
    found: list[Named] = []
    for i, word in enumerate(words.lower):
        if word not in GIVEN_NAMES or i in covered or not words.capital(i) or words.tag[i] != "NNP":
            continue
        end = words.after(i + 1)
        if end < 0 or end in covered or not can_be_surname(words, end) or words.text[end].isupper() or end < words.headline:
            continue
        if places.evidence(words.text[i]) is None and words.lower[end] not in LOCAL_HEADS and words.lower[end] not in words.small:
            suffixed = end + 1 < len(words) and words.lower[end + 1] in NAME_SUFFIXES
            found.append(Named(i, end + 1 + suffixed, "PERSON"))
    return found


def living(words: Words, covered: set[int], places: Gazetteer) -> list[Named]:
    """Return persons whom the recognizer missed and who do what persons alone do: "Ferro resigned", "Ferro was born".

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
        places: what the world knows.
    """
    found: list[Named] = []
    for i, word in enumerate(words.lower):
        if i in covered or words.tag[i] != "NNP" or i < words.headline or not can_be_surname(words, i) or word in words.small:
            continue
        if (
            not lives(words, i)
            or places.evidence(words.text[i]) is not None
            or (i > 0 and words.capital(i - 1) and i - 1 in covered)
        ):
            continue
        if i == 0 or not words.capital(i - 1) or words.lower[i - 1] in TITLES or words.doc[i].is_sent_start:
            found.append(Named(i, i + 1, "PERSON"))
    return found


def lives(words: Words, i: int) -> bool:
    """Tell whether a word is the subject of what persons alone do: to be born, to campaign, to resign.

    Arguments:
        words: the document.
        i: the word's index.
    """
    token = words.doc[i]
    if token.ent_type_ == "NORP" or token.is_upper or token.tag_ != "NNP":
        return False
    return token.dep_ in ("nsubj", "nsubjpass") and token.head.lower_ in LIFE_FORMS


def acts_in_person(words: Words, i: int) -> bool:
    """Tell whether "he", "she", "his" or "her" in the same sentence can mean a subject or owner, and nobody else.

    Arguments:
        words: the document.
        i: where the subject or owner stands: "Ferro lost his seat".
    """
    token = words.doc[i]
    if token.is_upper or token.ent_type_ == "NORP" or token.tag_ != "NNP":
        return False
    if token.dep_ not in ("nsubj", "nsubjpass", "poss") or (words.before(i) >= 0 and words.lower[words.before(i)] in DETERMINERS):
        return False
    met = False
    for k in range(i + 1, min(i + _REACH, len(words))):
        other = words.doc[k]
        if other.is_sent_start or other.ent_type_ == "PERSON" or words.lower[k] in ("it", "its", "they", "their"):
            break
        met = met or (words.lower[k] in _HE_SHE and other.tag_ in ("PRP", "PRP$"))
    start = i
    while start > 0 and not words.doc[start].is_sent_start:
        start -= 1
        if words.doc[start].ent_type_ == "PERSON" or words.lower[start] in _HE_SHE:
            return False
    return met


def placed(words: Words, covered: set[int], places: Gazetteer) -> list[Named]:
    """Return places that the recognizer missed and the noun behind gives away: "Esten province".

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
        places: what the world knows.
    """
    found: list[Named] = []
    for i, word in enumerate(words.text):
        if _is_city_here(words, i, covered, places):
            found.append(Named(i, i + 1, "GPE", 1.0))
        if word not in SURE_PLACE_NOUNS:
            continue
        end = words.before(i) + 1
        start = end
        while start > 0 and start - 1 not in covered and end - start < 3:
            before = start - 1
            if words.tag[before] != "NNP" or not words.capital(before) or words.lower[before] in TITLES | NO_NAMES:
                break
            start = before
        if start < end and words.lower[start] not in TITLE_MODIFIERS:
            found.append(Named(start, end, "GPE", 1.0))
    return found


def _is_city_here(words: Words, i: int, covered: set[int], places: Gazetteer) -> bool:
    """Tell whether a listed name that could be a person's or a word stands as a place does: "in X", "the X region"."""
    if i in covered or words.tag[i] != "NNP" or (known := places.evidence(words.text[i])) is None or known[0] != "GPE":
        return False
    before, after = words.before(i), words.after(i + 1)
    if (before >= 0 and words.capital(before) and before >= words.headline) or (after >= 0 and words.capital(after)):
        return False
    leads = before >= 0 and words.lower[before] in PLACE_PREPOSITIONS
    return leads or (after >= 0 and words.lower[after] in PLACE_NOUNS and i >= words.headline)


def datelined(words: Words, covered: set[int], places: Gazetteer) -> list[Named]:
    """Return the place in capitals with which a report begins: "DUNMORE HARBOR, Maine (Agency) -- ".

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
        places: what the world knows.
    """
    found: list[Named] = []
    for start in [0, *(seam + 1 for seam in sorted(words.seams))]:
        end = start
        while end < len(words) and words.text[end].isupper() and words.text[end].isalpha() and end - start < 4:
            end += 1
        if end == start or end == len(words) or not covered.isdisjoint(range(start, end)) or len(words.text[start]) < 3:
            continue
        known = places.evidence(words.name(start, end).title()) is not None
        if words.text[end] in (",", "(") or (known and words.text[end] in _DASHES):
            for i in range(end, min(start + _DATELINE, len(words))):
                if words.text[i] in _DASHES:
                    found.append(Named(start, end, "GPE", 2.0))
                    break
                if i in words.seams:
                    break
    return found
