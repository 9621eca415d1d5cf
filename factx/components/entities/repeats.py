"""Names that the recognizer saw in one place and missed in another, and names that the world knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.joining import can_be_given_name
from factx.components.entities.patterns import NAME_SUFFIXES, NO_NAMES, TITLES
from factx.components.entities.spelling import unaccented
from factx.components.entities.words import NAME_TAGS, Named, Words, surname

Index = dict[str, list[tuple[tuple[str, ...], str]]]


def index_of(words: Words, names: Iterable[Named], elsewhere: Mapping[str, str]) -> Index:
    """Return the names to look for, by their first word; a person's surname is looked for as well.

    Arguments:
        words: the document.
        names: names with settled labels.
        elsewhere: names that an earlier part of the text has, with their labels.
    """
    seen: dict[tuple[str, ...], str] = {}
    here = ((tuple(text for text in words.text[name.start : name.end] if text.strip()), name.label) for name in names)
    for key, label in (*here, *((tuple(name.split()), label) for name, label in elsewhere.items())):
        if len(key) == 1 and (key[0].lower() in NO_NAMES or len(key[0]) < 2 or not key[0][0].isupper()):
            continue
        seen.setdefault(key, label)
        while len(key) > 2 and (key[-1] == "," or key[-1].lower() in NAME_SUFFIXES):
            key = key[:-1]  # "Jr."
            seen.setdefault(key, label)
        if (
            label == "PERSON"
            and len(key) > 1
            and len(last := surname(key)) > 2
            and last[0].isupper()
            and last.lower() not in TITLES
        ):
            seen.setdefault((last,), "PERSON")
    for known, label in tuple(seen.items()):
        seen.setdefault(tuple(unaccented(word) for word in known), label)
    index: Index = {}
    for key, label in seen.items():
        index.setdefault(key[0], []).append((key, label))
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return index


def missed(words: Words, covered: set[int], index: Index, places: Gazetteer) -> list[Named]:
    """Return places where an indexed or widely known name stands and no name was found.

    Arguments:
        words: the document.
        covered: tokens that belong to a name already.
        index: names of this document.
        places: what the world knows.
    """
    found: list[Named] = []
    taken = -1
    for i, word in enumerate(words.text):
        if i <= taken or i in covered or not word[:1].isupper():
            continue
        for entries, own in ((index.get(word), True), (places.sure.get(word), False)):
            hit = _match(words, i, entries, covered, own, places) if entries else None
            if hit is not None:
                found.append(hit)
                taken = hit.end - 1
                break
    return found


def _match(
    words: Words, i: int, entries: list[tuple[tuple[str, ...], str]], covered: set[int], own: bool, places: Gazetteer
) -> Named | None:
    for key, label in entries:
        end = words.match(i, key)
        if not end or not covered.isdisjoint(range(i, end)):
            continue
        if len(key) == 1 and not _stands_alone(words, i, covered, own):
            before = words.before(i)
            if label == "PERSON" and own and before >= 0 and before not in covered and can_be_given_name(words, before, places):
                return Named(before, end, label, 0.5)
            continue
        return Named(i, end, label, 0.5)
    return None


def _before_finite_verb(words: Words, i: int) -> bool:
    """Tell whether what was read as an auxiliary stands before a verb that no auxiliary goes with: "Will urged", "May says"."""
    after = words.after(i + 1)
    return words.tag[i] == "MD" and after >= 0 and words.tag[after] in ("VBD", "VBZ", "VBN")


def _stands_alone(words: Words, i: int, covered: set[int], own: bool) -> bool:
    """Tell whether a single capitalised word is this name here, not a piece of a longer one or an ordinary word."""
    if words.tag[i] not in NAME_TAGS and not own:
        return False
    if words.tag[i] not in NAME_TAGS and words.lower[i] in words.small and not words.text[i].isupper():
        return _before_finite_verb(words, i)
    for k in (words.before(i), words.after(i + 1)):
        if k >= 0 and k not in covered and words.capital(k) and words.tag[k] in NAME_TAGS:
            if words.lower[k] in TITLES or words.headline > i:
                continue
            if k < i and words.doc[i].is_sent_start:
                continue
            return False
    return True
