"""Which names mean one thing: surnames, acronyms, short forms, and other names of countries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from factx.components.entities.given_names import EITHER, FEMALE, MALE
from factx.components.entities.patterns import (
    ALIASES,
    CORPORATE_SUFFIXES,
    HONORIFICS,
    LOCAL_HEADS,
    NAME_SUFFIXES,
    SMALL_WORDS,
    TITLES,
)
from factx.components.entities.words import Named, Words

_SHORTENING = frozenset({"of", "for", "and", "&", "magazine", "newspaper", "group"}) | CORPORATE_SUFFIXES
_MARKS = frozenset("\"',“”‘’")
_MOST_LONGER = 200  # names with one word in common: a text may list thousands of ministries
_PLACE = frozenset({"GPE", "LOC", "FAC"})
_MALE_TITLES = frozenset({"mr", "mr.", "sir", "lord", "king", "prince"})
_FEMALE_TITLES = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess"})


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one thing, with the names under which it goes."""

    label: str
    keys: set[str] = field(default_factory=set)
    names: list[Named] = field(default_factory=list)
    confidence: float = 0.8
    full: set[str] = field(default_factory=set)


def cluster(words: Words, names: list[Named]) -> list[Cluster]:
    """Put names that mean one thing together, in order of first mention.

    Arguments:
        words: the document.
        names: mentions with settled labels, in text order.
    """
    persons = [name for name in names if name.label == "PERSON"]
    others = [name for name in names if name.label != "PERSON"]
    found = [*_persons(words, persons), *_others(words, others)]
    return sorted(found, key=lambda one: one.names[0].start)


def _parts(key: str) -> tuple[str, ...]:
    parts = [part for part in key.split() if part.lower().strip(".,") not in NAME_SUFFIXES and part not in _MARKS]
    return tuple(parts) or tuple(key.split())


def same_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a longer name can be the same person's: surname and given name agree, middle names and initials may differ.

    Arguments:
        short: the words of the shorter name, two at least.
        full: the words of the longer name.
    """
    if full[-len(short) :] == short:
        return True
    if short[-1] != full[-1]:
        return False
    a, b = short[0].rstrip("."), full[0].rstrip(".")
    if a != b and not (len(a) == 1 and b.startswith(a)) and not (len(b) == 1 and a.startswith(b)):
        return False
    middle, rest = list(short[1:-1]), list(full[1:-1])
    return all(
        any(m.rstrip(".") == r.rstrip(".") or (m[0] == r[0] and 1 in (len(m.rstrip(".")), len(r.rstrip(".")))) for r in rest)
        for m in middle
    )


def _persons(words: Words, names: list[Named]) -> list[Cluster]:
    keyed = [(name, _parts(words.name(name.start, name.end))) for name in names]
    clusters: list[Cluster] = []
    home: dict[tuple[str, ...], Cluster] = {}
    # By surname, so that every name is compared with few others however many people a text names.
    by_last: dict[str, list[tuple[tuple[str, ...], Cluster]]] = defaultdict(list)
    for parts in sorted({parts for _, parts in keyed if len(parts) > 1}, key=lambda p: (-len(p), p)):
        fitting = [one for full, one in by_last[parts[-1]][:_MOST_LONGER] if same_person(parts, full)]
        target = fitting[0] if fitting and all(one is fitting[0] for one in fitting) else None
        if target is None:
            target = Cluster("PERSON")
            clusters.append(target)
        home[parts] = target
        target.full.add(" ".join(parts))
        by_last[parts[-1]].append((parts, target))
    by_first: dict[str, list[Cluster]] = defaultdict(list)
    for parts, one in home.items():
        if one not in by_first[parts[0]]:
            by_first[parts[0]].append(one)
    # "Mr. Ortiz" where the text has Maria Ortiz alone is a second person, known by surname.
    for name, parts in keyed:
        bearers = [one for _, one in by_last.get(parts[-1], ())]
        if len(parts) == 1 and bearers and all(_is_other_gender(words, name, one) for one in bearers):
            clusters.append(Cluster("PERSON"))
            by_last[parts[-1]].append((parts, clusters[-1]))
    last_place: dict[int, int] = {}
    for name, parts in keyed:
        target = home.get(parts)
        if target is None:
            bearers = list(dict.fromkeys(one for _, one in by_last.get(parts[-1], ()))) or by_first.get(parts[-1], [])
            bearers = [one for one in bearers if not _is_other_gender(words, name, one)]
            if len(bearers) == 1:
                target = bearers[0]
            elif bearers:
                target = _which(words, name, bearers, last_place)
            else:
                target = home[parts] = Cluster("PERSON")
                clusters.append(target)
        target.names.append(name)
        target.keys.add(" ".join(parts))
        last_place[id(target)] = name.start
    return [one for one in clusters if one.names]


def _is_other_gender(words: Words, name: Named, one: Cluster) -> bool:
    """Tell whether the title before a surname speaks against a bearer: "Mr. Ortiz" is not Maria Ortiz."""
    before = words.before(name.start)
    title = words.lower[before] if before >= 0 else ""
    against = FEMALE if title in _MALE_TITLES else MALE if title in _FEMALE_TITLES else None
    if against is None:
        return False
    firsts = {key.split()[0].lower() for key in one.keys | one.full if " " in key}
    return bool(firsts) and all(first in against and first not in EITHER for first in firsts)


def _which(words: Words, name: Named, bearers: list[Cluster], last_place: dict[int, int]) -> Cluster:
    """Choose among people of one surname: by the title's gender, else who was named last, at the start who is named most."""
    before = words.before(name.start)
    title = words.lower[before] if before >= 0 else ""
    for titles, given in ((_MALE_TITLES, MALE), (_FEMALE_TITLES, FEMALE)):
        if title in titles:
            fitting = [one for one in bearers if any(key.split()[0].lower() in given for key in one.keys | one.full)]
            bearers = fitting or bearers
    if title in TITLES and title not in HONORIFICS:
        bearers = [one for one in bearers if not one.full] or bearers
    return max(bearers, key=lambda one: (last_place.get(id(one), -1), len(one.names)))


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
            canonical = key.removesuffix("'") if group == "NORP" else key
        at = f"{group}|{canonical}"
        one = clusters.get(at)
        if one is None:
            one = clusters[at] = Cluster(name.label)
        one.names.append(name)
        one.keys.add(key)
    found = list(clusters.values())
    found = _acronyms(words, found)
    return _short_forms(found)


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
