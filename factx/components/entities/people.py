"""Which persons' names mean one person: surnames, given names, initials, spellings; families and namesakes stay apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from factx.components.entities.given_names import EITHER, FEMALE, MALE
from factx.components.entities.patterns import FAMILY_NOUNS, HONORIFICS, KIN, KIN_NOUNS, NAME_SUFFIXES, TITLES
from factx.components.entities.spelling import loose
from factx.components.entities.words import Named, Words

_MARKS = frozenset("\"',“”‘’")
_MOST_LONGER = 200  # names with one surname: a text may list thousands
_SETTLED = 2  # times that a surname alone meant somebody
_MALE_TITLES = frozenset({"mr", "mr.", "sir", "lord", "king", "prince"})
_FEMALE_TITLES = frozenset({"mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess"})

Parts = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Cluster:
    """Mentions of one thing, with the names under which it goes."""

    label: str
    keys: set[str] = field(default_factory=set)
    names: list[Named] = field(default_factory=list)
    confidence: float = 0.8
    firsts: set[str] = field(default_factory=set)
    suffix: str = ""
    gender: str = ""


def read_name(key: str) -> tuple[Parts, str]:
    """Return the words of a person's name as they compare, and the suffix that tells father from son, or "".

    Arguments:
        key: a normalised name.
    """
    words = [word.strip(",") for word in key.split() if word not in _MARKS]
    suffix = next((word.lower().strip(".") for word in words if word.lower().strip(".,") in NAME_SUFFIXES), "")
    parts = [word for word in words if word.lower().strip(".,") not in NAME_SUFFIXES]
    return tuple(loose(word) for word in parts or words), suffix if parts else ""


def same_person(short: Parts, full: Parts) -> bool:
    """Tell whether a longer name can be the same person's: surname and given name agree, middle names may be left out.

    Arguments:
        short: the words of the shorter name, two at least.
        full: the words of the longer name.
    """
    if full[-len(short) :] == short:
        return True
    if short[-1] != full[-1] or not _alike(short[0], full[0]):
        return False
    # "George W." is not "George H. W."
    return all(_alike(a, b) for a, b in zip(short[1:-1], full[1:-1], strict=False))


def _alike(a: str, b: str) -> bool:
    """Tell whether two given names are the same, or one is the other's initial."""
    a, b = a.rstrip("."), b.rstrip(".")
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def persons(words: Words, names: list[Named]) -> list[Cluster]:
    """Put the names of one person together.

    Arguments:
        words: the document.
        names: persons' names, in text order.
    """
    return _People(words, names).clusters()


class _People:
    """The persons of a document, found by surname, given name and middle name."""

    def __init__(self, words: Words, names: list[Named]) -> None:
        self.words = words
        self.keyed = [(name, *read_name(words.name(name.start, name.end))) for name in names]
        self.found: list[Cluster] = []
        self.home: dict[tuple[Parts, str], Cluster] = {}
        # By surname, so that every name is compared with few others however many people a text names.
        self.by_last: dict[str, list[tuple[Parts, Cluster]]] = defaultdict(list)
        self.by_other: dict[str, list[Cluster]] = defaultdict(list)
        self.kin: set[int] = set()
        self.alone: Counter[int] = Counter()  # how often so far a surname without more meant somebody
        suffixed = [parts for _, parts, suffix in self.keyed if suffix]
        # "Ortiz Jr." for short keeps "Ortiz" for the father; kin makes two people of "Luis Ortiz" and "Luis Ortiz Jr."
        self.short = any(len(parts) == 1 for parts in suffixed)
        self.apart = self.short or (bool(suffixed) and not KIN.isdisjoint(words.small))

    def clusters(self) -> list[Cluster]:
        """Return the persons with their mentions."""
        self._full_names()
        self._by_title_alone()
        self.kin = self._brought_in()
        last_place: dict[int, int] = {}
        for name, parts, suffix in self.keyed:
            target = self.home.get((parts, suffix)) if not _is_family(self.words, name) else self._family(parts)
            if target is None:
                target = self._bearer(name, parts, suffix, last_place)
            target.names.append(name)
            target.keys.add(self.words.name(name.start, name.end))
            last_place[id(target)] = name.start
            self.alone[id(target)] += len(parts) == 1 and parts[0] in self.by_last and parts[0] not in target.firsts
        return [one for one in self.found if one.names]

    def _new(self, suffix: str = "") -> Cluster:
        self.found.append(Cluster("PERSON", suffix=suffix))
        return self.found[-1]

    def _brought_in(self) -> set[int]:
        """Return who is first named as somebody's kin."""
        first: dict[int, Named] = {}
        for name, parts, suffix in self.keyed:
            if (one := self.home.get((parts, suffix))) is not None:
                first.setdefault(id(one), name)
        return {key for key, name in first.items() if _is_kin(self.words, name)}

    def _full_names(self) -> None:
        """Make a cluster for every full name, longest first, or find that of a longer one."""
        full = {(parts, suffix) for _, parts, suffix in self.keyed if len(parts) > 1}
        for parts, suffix in sorted(full, key=lambda one: (-len(one[0]), not one[1], one)):
            fitting = [
                one
                for longer, one in self.by_last[parts[-1]][:_MOST_LONGER]
                if same_person(parts, longer) and (suffix == one.suffix or (not self.apart and "" in (suffix, one.suffix)))
            ]
            one = fitting[0] if fitting and all(other is fitting[0] for other in fitting) else self._new(suffix)
            self.home[parts, suffix] = one
            one.firsts.add(parts[0])
            self.by_last[parts[-1]].append((parts, one))
            for part in dict.fromkeys(parts[:-1]):
                if len(part.rstrip(".")) > 1 and one not in self.by_other[part]:
                    self.by_other[part].append(one)
        for name, parts, suffix in self.keyed:
            if (parts, suffix) in self.home and (gender := _titled(self.words, name)):
                self.home[parts, suffix].gender = gender

    def _by_title_alone(self) -> None:
        """Make "Mr. Ortiz" a second person where the text has Maria Ortiz alone."""
        for name, parts, _ in self.keyed:
            bearers = [one for _, one in self.by_last.get(parts[-1], ())]
            if len(parts) == 1 and bearers and all(self._is_other(name, one) for one in bearers):
                self.by_last[parts[-1]].append((parts, self._spouse(_titled(self.words, name)) or self._new()))

    def _spouse(self, gender: str) -> Cluster | None:
        """Return the one whom the text brings in by a given name alone, as somebody's kin: "his wife, Michelle"."""
        given = MALE if gender == "m" else FEMALE
        found = {parts for name, parts, _ in self.keyed if len(parts) == 1 and parts[0] in given and _is_kin(self.words, name)}
        return self._set((found.pop(), "")) if len(found) == 1 else None

    def _family(self, parts: Parts) -> Cluster:
        """Return "the Kim family", which is none of the Kims."""
        return self.home.get((("the", *parts), "")) or self._set((("the", *parts), ""))

    def _set(self, key: tuple[Parts, str]) -> Cluster:
        self.home[key] = self._new()
        return self.home[key]

    def _bearer(self, name: Named, parts: Parts, suffix: str, last_place: dict[int, int]) -> Cluster:
        """Return whom a surname, or a given or middle name, means here."""
        bearers = list(dict.fromkeys(one for _, one in self.by_last.get(parts[-1], ()))) or self.by_other.get(parts[-1], [])
        bearers = [one for one in bearers if not self._is_other(name, one)]
        if suffix or self.short:
            bearers = [one for one in bearers if one.suffix == suffix] or bearers
        if not bearers:
            return self._set((parts, suffix))
        return bearers[0] if len(bearers) == 1 else self._which(name, bearers, last_place)

    def _is_other(self, name: Named, one: Cluster) -> bool:
        """Tell whether the title before a surname speaks against a bearer: "Mr. Ortiz" is not Maria Ortiz."""
        title = _titled(self.words, name)
        if not title:
            return False
        if one.gender:
            return one.gender != title
        against = FEMALE if title == "m" else MALE
        return bool(one.firsts) and all(first in against and first not in EITHER for first in one.firsts)

    def _which(self, name: Named, bearers: list[Cluster], last_place: dict[int, int]) -> Cluster:
        """Choose among people of one surname: by the title's gender, else whom the surname alone has meant so far.

        Where it meant nobody yet, or several, it is who was named last, at the start who is named most.
        """
        if title := _titled(self.words, name):
            given = MALE if title == "m" else FEMALE
            bearers = [one for one in bearers if one.gender == title or not given.isdisjoint(one.firsts)] or bearers
        before = self.words.before(name.start)
        word = self.words.lower[before] if before >= 0 else ""
        if word in TITLES and word not in HONORIFICS:
            bearers = [one for one in bearers if not one.firsts] or bearers
        if not title:  # "his wife, Ana Ortiz": the surname alone stays his
            bearers = [one for one in bearers if id(one) not in self.kin] or bearers
        meant = [one for one in bearers if self.alone[id(one)]]
        if len(meant) == 1 and self.alone[id(meant[0])] >= _SETTLED:
            return meant[0]  # a namesake who is brought in later keeps the full name
        return max(bearers, key=lambda one: (last_place.get(id(one), -1), len(one.names)))


def _titled(words: Words, name: Named) -> str:
    """Return the gender that the title before a name tells, "m" or "f", else ""."""
    before = words.before(name.start)
    title = words.lower[before] if before >= 0 else ""
    return "m" if title in _MALE_TITLES else "f" if title in _FEMALE_TITLES else ""


def _is_kin(words: Words, name: Named) -> bool:
    """Tell whether a name stands beside what its bearer is to somebody: "his wife Ana", "her son, Luis"."""
    before = words.before(name.start)
    if before >= 0 and words.text[before] == ",":
        before = words.before(before)
    return before >= 0 and words.lower[before] in KIN_NOUNS


def _is_family(words: Words, name: Named) -> bool:
    """Tell whether a surname stands for all who bear it: "the Kim family"."""
    after, before = words.after(name.end), words.before(name.start)
    return (
        name.end - name.start == 1
        and 0 <= after < len(words)
        and words.lower[after] in FAMILY_NOUNS
        and before >= 0
        and words.lower[before] == "the"
    )
