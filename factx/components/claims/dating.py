"""The date of a figure: the one that stands right behind it, else the nearest of its own clause."""

from __future__ import annotations

import re
from bisect import bisect_right

from spacy.tokens import Doc, Token

from factx.components.claims.dates import periods
from factx.components.claims.expressions import Expression
from factx.components.claims.syntax import Parse
from factx.components.found import FoundDate, Place

_AROUND = 10
# What may stand between a figure and the date that is its own: "3.3 million seats sold in 2019", "900 a year ago".
_BEHIND = re.compile(r"(?:(?: [\w'-]+){0,4}? (?:in|on|during|by|for|at)(?: (?:the|early|late|mid|about))?)?\s$", re.IGNORECASE)
_THAN = r"from|against|than|versus|vs\.?|compared (?:with|to)"
_COMPARED = re.compile(rf"\b(?:{_THAN}|over)\s(?:\w+ ){{0,2}}$", re.IGNORECASE)
# What a figure is compared with has that date, not the figure: "more than a year ago", "compared to the same time in 2014".
_BASE = re.compile(
    rf"\b(?:{_THAN})\s(?:(?:in|on|at|the|a|its|their|that|last|late|early|mid) )*"
    r"(?:(?:same|previous|prior) (?:period|time|point|day|week|month|quarter) )?(?:(?:in|of|on|a|the) )*$",
    re.IGNORECASE,
)
# "The 2009 paper", "The 2016 Committee": the year of a thing.
_THING = re.compile(r" (?:paper|study|report|book|article|law|act|film|movie|case|ruling|treaty|deal|Committee|Project|Fund)\b")
# "Since 1988" is no point in time, and "the crash of 2008" is a thing.
_NO_POINT = re.compile(r"\b(?:since|of|mark)\s$", re.IGNORECASE)


class Dating:
    """Dates the figures of one doc.

    Arguments:
        doc: the doc.
        text: the view of its text.
        parse: its tokens, with look-ups.
        dates: its date expressions, in order.
        places: its number expressions, in order.
    """

    def __init__(self, doc: Doc, text: str, parse: Parse, dates: list[FoundDate], places: list[Place]) -> None:
        self.doc, self.text, self.parse, self.dates = doc, text, parse, dates
        self._starts = [date.start for date in dates]
        skipped = periods(text, dates) | {index for index, date in enumerate(dates) if self._is_no_point(date)}
        self._owners = [None if index in skipped else self._owner(date, places) for index, date in enumerate(dates)]
        self._skipped = skipped

    def as_of(self, verb: Token | None, found: Expression, sentence: Place) -> FoundDate | None:
        """Return the date of a figure.

        Arguments:
            verb: the governing verb.
            found: the figure.
            sentence: its sentence.
        """
        # In a list without end that a parser takes for one sentence, only the dates around the figure matter.
        index = max(bisect_right(self._starts, sentence[0] - 1), bisect_right(self._starts, found.start) - _AROUND)
        stop, near = index + 2 * _AROUND, []
        while index < min(len(self.dates), stop) and self.dates[index].start < sentence[1]:
            date = self.dates[index]
            if index not in self._skipped and not (date.start < found.end and date.end > found.start):
                if self._owners[index] == found.core:
                    return date
                if self._may_share(index, date, found) and verb is not None and self._governor(date) == verb:
                    near.append((abs(date.start - found.start), date.start, date))
            index += 1
        return min(near, key=lambda item: item[:2])[2] if near else None

    def _governor(self, date: FoundDate) -> Token | None:
        return self.parse.governor(self.doc[self.parse.token_at(date.start)])

    def _may_share(self, index: int, date: FoundDate, found: Expression) -> bool:
        """A date that stands right behind another figure is this one's only in a list, never across a semicolon."""
        left, right = sorted(((date.start, date.end), (found.start, found.end)))
        if ";" in self.text[left[1] : right[0]]:
            return False
        owner = self._owners[index]
        if owner is None:
            return True
        if owner[0] < found.core[0]:
            return found.core[0] > date.start and "," not in self.text[date.end : found.core[0]]
        return not _COMPARED.search(self.text, max(0, owner[0] - 30), owner[0])

    def _owner(self, date: FoundDate, places: list[Place]) -> Place | None:
        index = bisect_right(places, (date.start, date.start)) - 1
        if index < 0 or date.start - places[index][1] > 50:
            return None
        return places[index] if _BEHIND.fullmatch(self.text, places[index][1], date.start) else None

    def _is_no_point(self, date: FoundDate) -> bool:
        year = self.text[date.start : date.end].isdigit()
        if _BASE.search(self.text, max(0, date.start - 60), date.start) or (year and _THING.match(self.text, date.end)):
            return True
        found = _NO_POINT.search(self.text, max(0, date.start - 6), date.start)
        return found is not None and (year or found[0].lower().startswith("since"))


__all__ = ["Dating"]
