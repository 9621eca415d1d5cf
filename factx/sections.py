"""Very long texts: read section by section, each with some text around it, and put together what was found.

One doc of a whole book would take gigabytes. A section begins where a paragraph does; what stands around it is read with it, so
that a pronoun finds who was named before and a quotation who said it after, and is then left to the section that it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from factx.components.found import FoundClaim, FoundEntity, FoundMention, FoundQuote, Place, Reference

# Texts up to this many characters are read as a whole.
LONG = 600_000
SECTION = 300_000
# Characters that are read before and behind a section, and within which a paragraph is looked for to begin it.
AROUND = 6_000
_OPENING = "\"'“‘«„"
_CLOSING = ".!?:…”’»\"'"
_GAP = re.compile(r"\s+")


@dataclass(slots=True)
class Part:
    """What was found in a stretch of text, in its places; of components that did not run, nothing."""

    entities: list[FoundEntity] = field(default_factory=list)
    quotes: list[FoundQuote] = field(default_factory=list)
    claims: list[FoundClaim] = field(default_factory=list)


def sections(text: str) -> Iterator[Place]:
    """Cut a text where a paragraph begins that continues no quotation, else at a line, else at a blank, else anywhere.

    Arguments:
        text: of any length.

    Returns:
        Half-open places that cover the text in order.
    """
    start = 0
    while len(text) - start > SECTION + AROUND:
        end = _seam(text, start + SECTION)
        yield start, end
        start = end
    yield start, len(text)


def _seam(text: str, near: int) -> int:
    """Return where to cut: the first good place from one on."""
    line = blank = 0
    for gap in _GAP.finditer(text, near, min(len(text) - 1, near + AROUND)):
        at = gap.end()
        blank = blank or at
        if "\n" in gap.group():
            line = line or at
            if text[gap.start() - 1] in _CLOSING and text[at] not in _OPENING:
                return at
    return line or blank or near


def moved(found: Part, by: int, own: Place) -> Part:
    """Return what belongs to a section, in places of the whole text.

    Arguments:
        found: what was found in the section with the text around it; changed.
        by: where that text begins in the whole.
        own: the section in the whole.
    """
    low, high = own
    references: dict[int, Reference] = {}
    quotes = [quote for quote in found.quotes if low <= quote.content[0][0] + by < high]
    claims = [claim for claim in found.claims if low <= claim.start + by < high]
    for quote in quotes:
        quote.content = [(start + by, end + by) for start, end in quote.content]
        quote.cue = (quote.cue[0] + by, quote.cue[1] + by) if quote.cue else None
        _collect(references, [quote.speaker])
    for claim in claims:
        claim.start, claim.end = claim.start + by, claim.end + by
        claim.sentence = (claim.sentence[0] + by, claim.sentence[1] + by)
        if claim.as_of is not None:
            claim.as_of = replace(claim.as_of, start=claim.as_of.start + by, end=claim.as_of.end + by)
        _collect(references, [claim.speaker, *claim.about])
    for reference in references.values():
        reference.start, reference.end = reference.start + by, reference.end + by
    meant = {id(reference.entity) for reference in references.values()}
    entities = []
    for entity in found.entities:
        mentions = [FoundMention(one.start + by, one.end + by, one.kind) for one in entity.mentions]
        entity.mentions = [one for one in mentions if low <= one.start < high]
        if entity.mentions or id(entity) in meant:
            entities.append(entity)
    return Part(entities, quotes, claims)


def _collect(references: dict[int, Reference], more: Iterable[Reference | None]) -> None:
    references.update({id(one): one for one in more if one is not None})


class Whole:
    """Puts sections together: names that mean one thing are one entity."""

    def __init__(self, text: str) -> None:
        """Initialize it.

        Arguments:
            text: the whole text.
        """
        self.text = text
        self.found = Part()
        self._by_name: dict[tuple[str, str], FoundEntity] = {}
        self._by_surname: dict[str, list[FoundEntity]] = {}

    def names(self) -> dict[str, str]:
        """Return the names of people and bodies so far, with their labels, for the section that comes next."""
        return {name: label for label, name in self._by_name if label in ("PERSON", "ORG") and " " in name}

    def add(self, part: Part) -> None:
        """Add a section, in text order.

        Arguments:
            part: from ``moved``.
        """
        homes = {id(entity): self._home(entity) for entity in part.entities}
        for quote in part.quotes:
            _point(quote.speaker, homes)
        for claim in part.claims:
            for reference in [claim.speaker, *claim.about]:
                _point(reference, homes)
        self.found.quotes += part.quotes
        self.found.claims += part.claims

    def _home(self, entity: FoundEntity) -> FoundEntity:
        """Return the entity of earlier sections that this one is, or itself."""
        names = dict.fromkeys(
            [entity.name, *(" ".join(self.text[m.start : m.end].split()) for m in entity.mentions if m.kind == "name")]
        )
        known = (self._by_name.get((entity.type, name)) for name in names if " " in name or len(names) == 1)
        home = next((one for one in known if one is not None), None) or self._namesake(entity)
        if home is None:
            home = entity
            self.found.entities.append(entity)
        else:
            home.mentions += entity.mentions
            home.confidence = max(home.confidence, entity.confidence)
            home.speaks_for = home.speaks_for or entity.speaks_for
            if entity.type == "PERSON" and " " in entity.name and " " not in home.name:
                home.name = entity.name  # the surname came first
        for name in names:
            self._by_name.setdefault((entity.type, name), home)
        if entity.type == "PERSON" and home not in (bearers := self._by_surname.setdefault(home.name.split()[-1], [])):
            bearers.append(home)
        return home

    def _namesake(self, entity: FoundEntity) -> FoundEntity | None:
        """Return the one person of a surname, when either of the two is named by it alone."""
        if entity.type != "PERSON":
            return None
        bearers = self._by_surname.get(entity.name.split()[-1], [])
        if " " in entity.name:
            bearers = [one for one in bearers if " " not in one.name]
        return bearers[0] if len(bearers) == 1 else None


def _point(reference: Reference | None, homes: dict[int, FoundEntity]) -> None:
    if reference is not None and reference.entity is not None:
        home = homes.get(id(reference.entity), reference.entity)
        if reference.name == reference.entity.name:
            reference.name = home.name
        reference.entity = home
