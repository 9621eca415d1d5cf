"""Keep a part of a record: some kinds, some speakers, some types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from factx.errors import UsageError
from factx.records import Act, Claim, Extraction, Quote, Warn

KINDS = ("entities", "quotes", "claims")
ACTS: tuple[str, ...] = get_args(Act)
# What an act of speech is, as against a thought, a plan or a feeling that the text reports.
SPEECH = ("say", "claim", "deny", "ask", "order", "show")
# OntoNotes 5; numbers and dates are no entities here.
TYPES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")


@dataclass(frozen=True, slots=True)
class Selection:
    """What is kept of a record.

    Arguments:
        kinds: of ``entities``, ``quotes``, ``claims``; lists of the other kinds become empty.
        speaker: part of the name or mention of who speaks or claims, in any case; others' quotes and claims go.
        types: entity types that stay; all when None.
        acts: acts of quotes that stay; all when None.
        min_confidence: from 0 to 1.
    """

    kinds: tuple[str, ...] = KINDS
    speaker: str | None = None
    types: tuple[str, ...] | None = None
    acts: tuple[str, ...] | None = None
    min_confidence: float = 0.0

    def __str__(self) -> str:
        parts = [f"only {', '.join(self.kinds)}"] if self.kinds != KINDS else []
        parts += [f"speaker {self.speaker!r}"] if self.speaker else []
        parts += [f"types {', '.join(self.types)}"] if self.types is not None else []
        parts += [f"acts {', '.join(self.acts)}"] if self.acts is not None else []
        parts += [f"confidence {self.min_confidence:g} and more"] if self.min_confidence else []
        return "; ".join(parts)

    def apply(self, record: Extraction) -> Extraction:
        """Return the part of a record that is kept.

        Arguments:
            record: any record; it stays as it is.

        Returns:
            The same ids and places, and a warning of code ``filtered`` that says what was asked for, since a saved record would
            else look complete. An id may point to something that was left out.
        """
        described = str(self)
        if not described:
            return record
        return record.model_copy(
            update={
                "entities": [
                    entity
                    for entity in (record.entities if "entities" in self.kinds else [])
                    if (self.types is None or entity.type in self.types) and entity.confidence >= self.min_confidence
                ],
                "quotes": [
                    quote
                    for quote in (record.quotes if "quotes" in self.kinds else [])
                    if self._keeps(quote) and (self.acts is None or quote.act in self.acts)
                ],
                "claims": [claim for claim in (record.claims if "claims" in self.kinds else []) if self._keeps(claim)],
                "warnings": [*record.warnings, Warn(code="filtered", message=f"kept: {described}")],
            }
        )

    def _keeps(self, item: Quote | Claim) -> bool:
        if item.confidence < self.min_confidence:
            return False
        if not self.speaker:
            return True
        wanted = self.speaker.casefold()
        return item.speaker is not None and any(
            wanted in (name or "").casefold() for name in (item.speaker.name, item.speaker.text)
        )


def parse_list(value: str, allowed: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Read a comma-separated option.

    Arguments:
        value: what was given.
        allowed: what may be in it.
        option: its name, for the message.

    Returns:
        The parts, in the order of ``allowed``, each once.

    Raises:
        UsageError: a part is not allowed, or there is none.
    """
    given = {part.strip() for part in value.split(",") if part.strip()}
    if not given or given - set(allowed):
        wrong = ", ".join(sorted(given - set(allowed))) or "nothing"
        raise UsageError(f"{option} was given {wrong}; choose from {','.join(allowed)}")
    return tuple(part for part in allowed if part in given)
