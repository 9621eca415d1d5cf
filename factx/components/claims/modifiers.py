"""Modifiers: the words before and behind a number that make it a bound or an approximation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx.components.claims.patterns import MODIFIERS_AFTER, MODIFIERS_BEFORE, PREPOSITIONAL, TRANSPARENT
from factx.records import Modifier

_LONGEST = max(phrase.count(" ") for phrase in MODIFIERS_BEFORE) + 1
_WINDOW = 70
_WORD = re.compile(r"[A-Za-z]+(?:\.(?![ ]?[A-Z]))?|[~≈≤≥]|[<>]=?")
_NUMBER_BEFORE = re.compile(
    r"(?:^|[\s(])[$£€]?\d[\d.,]*(?<![.,])(?:%| (?:(?:percentage )?points?|per ?cent|million|billion|votes|seats|delegates))? $"
)
# "A $15 minimum wage" is just that wage.
_OF_NOUN = re.compile(r" (?!(?:for|to|in|of|on|at|per|a|an|by|from|and|or|but|is|was|as|if|when|with|each|every|under)\b)[a-z]+")
_GAP = re.compile(r"[ \n\t]{0,2}-?")
_SUB = re.compile(r"(?<![A-Za-z])(?P<word>sub|under|over)-$", re.IGNORECASE)
_AFTER = re.compile(
    r"(?P<phrase>\+(?!\d)|-plus\b|-odd\b|-ish\b|-or-so\b|,? (?:"
    + "|".join(sorted((p.strip() for p in MODIFIERS_AFTER if p[0].isalpha() or p[0] == " "), key=len, reverse=True))
    + r")(?![A-Za-z-]))",
    re.IGNORECASE,
)
# When two modifiers meet ("up to about 400", "as many as an estimated 400"), the bound says more than the approximation.
_RANK: dict[Modifier, int] = {
    "at_least": 3,
    "more_than": 3,
    "at_most": 3,
    "less_than": 3,
    "nearly": 2,
    "just_over": 2,
    "about": 1,
}


@dataclass(slots=True, frozen=True)
class Modified:
    """A modifier in the text, with the place of its words."""

    modifier: Modifier
    start: int
    end: int
    phrase: str


def modifier_before(text: str, start: int) -> Modified | None:
    """Read the modifier that ends where a number begins; of several in a row the strongest, from the first word of the first.

    Arguments:
        text: the view of the text.
        start: where the number, or its currency sign, begins.
    """
    if sub := _SUB.search(text, max(0, start - 6), start):
        word = sub["word"].lower()
        return Modified("more_than" if word == "over" else "less_than", sub.start(), start, word)
    begin = max(0, start - _WINDOW)
    words = [(found.start(), found.end(), found[0].lower()) for found in _WORD.finditer(text, begin, start)]
    if not words or (words[0][0] == begin and begin):
        words = words[1:]
    read: list[tuple[int, str, Modifier]] = []
    edge, index, definite = start, len(words), False
    while index > 0 and _is_gap(text, words[index - 1][1], edge):
        step = _longest(text, words, index)
        phrase = " ".join(word for _, _, word in words[index - step : index])
        # "Well above the $8 that analysts expected": what is compared with is exact.
        if phrase == "some" and index < len(words) and words[index][2] == "of":
            break  # "some of the 19"
        if step and not (definite and (MODIFIERS_BEFORE[phrase] in ("more_than", "less_than") or phrase in PREPOSITIONAL)):
            read.append((words[index - step][0], phrase, MODIFIERS_BEFORE[phrase]))
            index -= step
        elif words[index - 1][2] in TRANSPARENT and not (words[index - 1][2] == "of" and read):
            index -= 1
            definite = words[index][2] == "the"
        else:
            break
        edge = words[index][0]
    if not read or _is_difference(text, read[-1][0], read[-1][1]):
        return None
    best = max(read, key=lambda item: (_RANK.get(item[2], 0), -item[0]))
    return Modified(best[2], read[-1][0], start, best[1])


def _is_difference(text: str, start: int, phrase: str) -> bool:
    """Tell a comparison that another number opens: in "62 more than the 270 needed" there are just 270 needed."""
    return phrase.endswith(("than", "shy of", "short of")) and _NUMBER_BEFORE.search(text, max(0, start - 24), start) is not None


def _longest(text: str, words: list[tuple[int, int, str]], index: int) -> int:
    for step in range(min(_LONGEST, index), 0, -1):
        phrase = " ".join(word for _, _, word in words[index - step : index])
        if phrase in MODIFIERS_BEFORE and all(
            _is_gap(text, words[k][1], words[k + 1][0]) for k in range(index - step, index - 1)
        ):
            return step
    return 0


def _is_gap(text: str, start: int, end: int) -> bool:
    return end - start <= 3 and _GAP.fullmatch(text, start, end) is not None


def modifier_after(text: str, end: int) -> Modified | None:
    """Read the modifier right behind a number, its unit or its noun: "or more", "-plus", "at least"."""
    found = _AFTER.match(text, end)
    if found is None:
        return None
    phrase = found["phrase"].lower().lstrip(", ")
    modifier = MODIFIERS_AFTER.get(phrase) or MODIFIERS_AFTER.get(" " + phrase)
    if (
        modifier is None
        or (phrase == "plus" and text[found.end() : found.end() + 1] == " ")
        or (
            phrase in ("at least", "at most", "approximately", "maximum", "minimum", "more or less")
            and _number_follows(text, found.end())
        )
        or (phrase in ("minimum", "maximum") and _OF_NOUN.match(text, found.end()))
    ):
        return None
    return Modified(modifier, end, found.end(), phrase)


def _number_follows(text: str, end: int) -> bool:
    """Then the modifier belongs to the number behind it: "killed 3, at least 20 of them hurt"."""
    return bool(
        re.compile(r" (?:[$£€]?\d|a |one|two|three|four|five|six|seven|eight|nine|ten|half|some|several)").match(text, end)
    )


def bounds(modifier: Modifier, value: float) -> tuple[float | None, float | None]:
    """Return low and high of a figure: a bound is kept on its own side, an approximation has none."""
    low = value if modifier in ("exact", "just_over", "at_least", "more_than") else None
    high = value if modifier in ("exact", "nearly", "at_most", "less_than") else None
    return low, high
