"""Which names mean one thing: surnames, acronyms, short forms, and other names of countries."""

from __future__ import annotations

from collections import defaultdict

from factx.components.entities.patterns import (
    ALIASES,
    CORPORATE_SUFFIXES,
    LOCAL_HEADS,
    SMALL_WORDS,
)
from factx.components.entities.people import Cluster, persons
from factx.components.entities.spelling import plain
from factx.components.entities.words import Named, Words

_SHORTENING = frozenset({"of", "for", "and", "&", "magazine", "newspaper", "group"}) | CORPORATE_SUFFIXES
_MOST_LONGER = 200  # names with one word in common: a text may list thousands of ministries
_PLACE = frozenset({"GPE", "LOC", "FAC"})
_HALVED = frozenset({"North Korea", "South Korea", "North Vietnam", "South Vietnam", "South Sudan", "North Yemen", "South Yemen"})


def cluster(words: Words, names: list[Named]) -> list[Cluster]:
    """Put names that mean one thing together, in order of first mention.

    Arguments:
        words: the document.
        names: mentions with settled labels, in text order.
    """
    people = [name for name in names if name.label == "PERSON"]
    others = [name for name in names if name.label != "PERSON"]
    found = [*persons(words, people), *_others(words, others)]
    return sorted(found, key=lambda one: one.names[0].start)


def _others(words: Words, names: list[Named]) -> list[Cluster]:
    clusters: dict[str, Cluster] = {}
    written = {words.name(name.start, name.end) for name in names}
    for name in names:
        key = words.name(name.start, name.end)
        if len(key) > 3 and key.isupper() and key.title() in written:
            key = key.title()
        group = "place" if name.label in _PLACE else name.label
        if ALIASES.get(key.lower()) is not None or key.lower() in ALIASES.values():
            canonical = ALIASES.get(key.lower(), key.lower())
            group = ""
        else:
            canonical = key.removesuffix("'") if group == "NORP" else plain(key) if len(key) > 4 else key
        at = f"{group}|{canonical}"
        one = clusters.get(at)
        if one is None:
            one = clusters[at] = Cluster(name.label)
        one.names.append(name)
        one.keys.add(key)
    found = list(clusters.values())
    found = _acronyms(words, found)
    return _halves(_short_forms(found))


def _halves(clusters: list[Cluster]) -> list[Cluster]:
    """Join "the North" to the one country that bears it: North Korea, where no other North is named."""
    merged: dict[int, Cluster] = {}
    for one in clusters:
        if one.label not in _PLACE or not one.keys <= {"North", "South"} or len(one.keys) > 1:
            continue
        begin = f"{min(one.keys)} "
        fitting = [c for c in clusters if c.label in _PLACE and any(key.startswith(begin) for key in c.keys)]
        if len(fitting) == 1 and fitting[0].keys <= _HALVED:
            merged[id(one)] = fitting[0]
    return _merge(clusters, merged)


def initials(key: str) -> set[str]:
    """Return the acronyms that a name of several words can have: with and without its small words.

    Arguments:
        key: a normalised name.
    """
    parts = [part for part in key.replace("-", " ").split() if part[0].isalnum()]
    full = "".join(part[0] for part in parts).upper()
    big = "".join(part[0] for part in parts if part.lower() not in SMALL_WORDS).upper()
    return {one for one in (full, big) if len(one) > 1}


def is_acronym(key: str) -> bool:
    """Tell whether a name is written like an acronym.

    Arguments:
        key: a normalised name.
    """
    return " " not in key and 2 <= len(key) <= 8 and sum(c.isupper() for c in key) >= max(2, len(key) - 2) and key[0].isupper()


def _acronyms(words: Words, clusters: list[Cluster]) -> list[Cluster]:
    """Join an acronym to its expansion: the one it stands beside in brackets, or the only name with those initials."""
    by_end = {name.end: one for one in clusters for name in one.names}
    expansions: dict[str, list[Cluster]] = defaultdict(list)
    for one in clusters:
        for key in sorted(one.keys):
            if " " in key and one.label not in ("NORP", "PERSON"):
                for acronym in initials(key):
                    if one not in expansions[acronym]:
                        expansions[acronym].append(one)
    merged: dict[int, Cluster] = {}
    for one in clusters:
        short = sorted(key for key in one.keys if is_acronym(key))
        if not short or any(" " in key for key in one.keys) or (one.label in _PLACE and short[0].lower() in ALIASES):
            continue
        target = _in_brackets(words, one, by_end)
        if target is None:
            fitting = [c for c in expansions.get(short[0].upper(), ()) if c is not one]
            target = fitting[0] if len(fitting) == 1 else None
        if target is not None and target is not one:
            merged[id(one)] = target
    return _merge(clusters, merged)


def _in_brackets(words: Words, one: Cluster, by_end: dict[int, Cluster]) -> Cluster | None:
    text = words.text
    by_start: dict[int, Cluster] | None = None
    for name in one.names:
        if name.start >= 2 and text[name.start - 1] == "(" and name.end < len(text) and text[name.end] == ")":
            before = by_end.get(name.start - 1)
            if (
                before is not None
                and before.label in ("ORG", "EVENT", "LAW", "PRODUCT", "FAC")
                and any(" " in key for key in before.keys)
            ):
                return before
            if (
                before is not None
                and before.label == "GPE"
                and any(k.upper() in initials(b) for k in one.keys for b in before.keys)
            ):
                return before
        elif name.end + 1 < len(text) and text[name.end] == "(":
            if by_start is None:
                by_start = dict(by_end.items())
            for length in range(2, 9):
                inner = by_end.get(name.end + 1 + length)
                if inner is not None and name.end + 1 + length < len(text) and text[name.end + 1 + length] == ")":
                    starts = {n.start for n in inner.names}
                    if name.end + 1 in starts and inner.label == "ORG":
                        return inner
    return None


def _short_forms(clusters: list[Cluster]) -> list[Cluster]:
    """Join a short form to the one organisation whose name contains it: "Home Office" to "United Kingdom Home Office"."""
    longer: dict[str, list[tuple[list[str], Cluster]]] = defaultdict(list)
    for one in clusters:
        if one.label == "ORG":
            for key in sorted(one.keys):
                parts = key.split()
                if len(parts) > 1:
                    for word in dict.fromkeys(parts):
                        if len(longer[word]) < _MOST_LONGER:
                            longer[word].append((parts, one))
    merged: dict[int, Cluster] = {}
    for one in clusters:
        if one.label != "ORG":
            continue
        key = max(one.keys, key=lambda k: (len(k.split()), k))
        parts = key.split()
        fitting = [
            full
            for whole, full in longer.get(parts[0], ())
            if full is not one and len(whole) > len(parts) and _is_short_form(parts, whole)
        ]
        if fitting and all(full is fitting[0] for full in fitting):
            merged[id(one)] = fitting[0]
    return _merge(clusters, merged)


def _is_short_form(parts: list[str], whole: list[str]) -> bool:
    """Tell whether a name is a longer one's end, or its beginning with nothing but "of ..." or a firm's kind behind it."""
    if len(parts) == 1 and parts[0] == whole[0] and whole[-1].lower() not in LOCAL_HEADS:
        return True
    for start in range(len(whole) - len(parts) + 1):
        if whole[start : start + len(parts)] == parts:
            rest = whole[start + len(parts) :]
            return not rest or rest[0].lower() in _SHORTENING
    return False


def _merge(clusters: list[Cluster], merged: dict[int, Cluster]) -> list[Cluster]:
    """Move the mentions of every merged cluster to the one it belongs to, through chains, never in a circle."""
    for one in clusters:
        target = merged.get(id(one))
        seen = {id(one)}
        while target is not None and id(target) in merged and id(target) not in seen:
            seen.add(id(target))
            target = merged[id(target)]
        if target is None or id(target) in seen:
            merged.pop(id(one), None)
            continue
        target.names = sorted([*target.names, *one.names], key=lambda name: name.start)
        target.keys |= one.keys
        one.names = []
    return [one for one in clusters if one.names]
