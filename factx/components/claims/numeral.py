"""The value object of the number grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NumeralKind = Literal["digits", "words", "fraction", "multiple", "vague"]


@dataclass(slots=True, frozen=True)
class Numeral:
    """One number as written.

    ``mantissa`` and ``scale`` multiply to ``value``; a vague numeral has ``low`` and ``high`` and no ``value``. ``plain`` is a
    bare run of digits (it may be a year), ``suffix`` a scale letter behind the digits, which may turn out to be a unit.
    """

    start: int
    end: int
    value: float | None
    kind: NumeralKind
    mantissa: float = 0.0
    scale: float = 1.0
    low: float | None = None
    high: float | None = None
    plain: bool = False
    suffix: str = ""
    trend: str | None = None
