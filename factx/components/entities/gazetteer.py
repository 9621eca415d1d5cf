"""Names that the world knows: what the gazetteer says about a name's label."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.known import KNOWN_ORGS, KNOWN_PARTIES, KNOWN_PEOPLE, KNOWN_PRODUCTS
from factx.components.entities.patterns import AMBIGUOUS_PLACES, NO_PLACES

# Which label a listing speaks for, and how much against what the recognizer saw: countries hardly bear a second meaning, cities
# often do.
KINDS = {
    "country": ("GPE", 3.0),
    "capital": ("GPE", 2.0),
    "region": ("GPE", 2.0),
    "continent": ("LOC", 2.0),
    "city": ("GPE", 1.0),
    "org": ("ORG", 1.5),
    "party": ("ORG", 2.5),
    "product": ("PRODUCT", 2.0),
    "person": ("PERSON", 1.0),
}
_LONG = frozenset({"party", "org", "product"})


class Gazetteer:
    """Countries, capitals, regions, continents, cities and a few organisations, by name."""

    def __init__(self, kinds: dict[str, str]) -> None:
        """Index the names.

        Arguments:
            kinds: for every name which kind of place it is ("country", "city", ...), or "org".
        """
        self.kinds = kinds
        # What is seen without the recognizer's help, by first word, longest first: names with one meaning.
        self.sure: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        # Of these, organisations of several words, which a tagger of English cuts or takes for people.
        self.long: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, kind in kinds.items():
            words = tuple(name.replace("'", " '").split()) if "'" in name else tuple(name.split())
            if (kind != "city" or len(words) > 1) and name not in AMBIGUOUS_PLACES:
                self.sure.setdefault(words[0], []).append((words, KINDS[kind][0]))
            if len(words) > 1 and kind in _LONG:
                self.long.setdefault(words[0], []).append((words, KINDS[kind][0]))
        for found in (*self.sure.values(), *self.long.values()):
            found.sort(key=lambda entry: (-len(entry[0]), entry[0]))

    def evidence(self, name: str) -> tuple[str, float] | None:
        """Return the label that the gazetteer gives a name, with its weight, or None when it does not know the name.

        Arguments:
            name: a name without determiner, words separated by one space.
        """
        kind = self.kinds.get(name)
        return None if kind is None else KINDS[kind]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer, read once."""
    kinds: dict[str, str] = {}
    kind = ""
    for line in (files("factx.components.entities") / "places.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        if line.startswith("["):
            kind = line.strip("[]")
        elif line not in NO_PLACES and not (kind == "city" and line.lower() in GIVEN_NAMES):
            kinds.setdefault(line, kind)
            kinds.setdefault(line.replace(".", ""), kind)  # as ``Words.name`` writes it
    for names, kind in ((KNOWN_ORGS, "org"), (KNOWN_PARTIES, "party"), (KNOWN_PRODUCTS, "product"), (KNOWN_PEOPLE, "person")):
        for name in names:
            kinds.setdefault(name, kind)
    return Gazetteer(kinds)
