"""The value object of a unit, and the pattern of a table's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from factx.records import UnitKind


@dataclass(slots=True, frozen=True)
class Unit:
    """A unit as read: its code and kind, where its words end (or begin, before the number), what it multiplies by."""

    code: str
    kind: UnitKind
    place: int
    scale: float = 1.0


def alternatives(words: Iterable[str]) -> str:
    """Return the pattern of any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
