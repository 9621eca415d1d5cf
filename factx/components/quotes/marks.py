"""Quotation marks: which of them open, which close, and which are apostrophes, over a whole text.

Marks pair by kind, paragraph by paragraph. A quotation that is open at a paragraph's end goes on when the next paragraph opens
with the same kind of mark (or closes before it opens one); otherwise the mark is a stray and costs nothing but itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from factx.components.found import Place
from factx.components.text import paragraphs

Style = Literal["double", "single", "angle"]


@dataclass(slots=True, eq=False)
class Quotation:
    """A stretch between quotation marks.

    ``start`` and ``end`` include the marks; ``inner`` leaves them out. ``continues`` is the paragraph before of the same
    utterance. ``outer`` is the quotation around a nested one. ``closed`` is False when it runs to the end of its paragraph
    without a closing mark.
    """

    start: int
    end: int
    inner: Place
    style: Style
    closed: bool = True
    continues: Quotation | None = None
    outer: Quotation | None = None


_DOUBLE = re.compile(r"''|``|[\"“”„‟]")
_ANGLE = re.compile(r"[«»]")
_SINGLE = re.compile(r"(?<!['`])['‘’‚](?!')")
_BEFORE_OPEN = "([{—–-/\"“„«‘'"
_AFTER_CLOSE = ".,;:!?)]}—–-/\"”»’'…"
# Words that begin with an apostrophe: no mark opens there.
_ELISION = re.compile(r"['’‘](?:em|til|till|tis|twas|cause|bout|round|n|nuff|ere|cos|s|d|ll|re|ve|t|m)\b|['’‘]\d\ds?\b", re.I)
_MAX_SINGLE_GAP = 4000


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    role: Literal["open", "close", "any"]


def _space_before(text: str, at: int, low: int) -> bool:
    return at <= low or text[at - 1].isspace() or text[at - 1] in _BEFORE_OPEN


def _space_after(text: str, at: int, high: int) -> bool:
    return at >= high or text[at].isspace() or text[at] in _AFTER_CLOSE


def _double_marks(text: str, low: int, high: int) -> list[_Mark]:
    marks = []
    for found in _DOUBLE.finditer(text, low, high):
        start, end, sign = found.start(), found.end(), found.group()
        role: Literal["open", "close", "any"]
        before, after = _space_before(text, start, low), _space_after(text, end, high)
        if sign in ("“", "„", "``"):
            # An opening mark glued to the word before it is a closing one mistyped: “Not so,“ he said.
            mistyped = sign == "“" and after and not before
            role = "close" if mistyped else "open"
        elif sign == "”":
            # Glued to the word behind it, with nothing before: an opening mark mistyped. ”Not so,” he said.
            role = "open" if before and not after and text[end : end + 1].isalnum() else "close"
        else:
            if before and not (end >= high or text[end].isspace()):
                role = "open"
            elif after and not (start <= low or text[start - 1].isspace()):
                role = "close"
            else:
                role = "any"
        marks.append(_Mark(start, end, role))
    return marks


def _angle_marks(text: str, low: int, high: int) -> list[_Mark]:
    return [_Mark(m.start(), m.end(), "open" if m.group() == "«" else "close") for m in _ANGLE.finditer(text, low, high)]


def _single_marks(text: str, low: int, high: int) -> list[_Mark]:
    """Tell single quotation marks from apostrophes, in one paragraph.

    After an opening mark, the first unmistakable closing one wins: beside punctuation, or after a letter other than s. A mark
    after s may be a plural possessive ("the drivers’ union"), so it closes only when nothing else does before the next opening
    mark.
    """
    opens: list[int] = []
    closes: list[tuple[int, bool]] = []
    for found in _SINGLE.finditer(text, low, high):
        at, sign = found.start(), found.group()
        before, after = _space_before(text, at, low), _space_after(text, at + 1, high)
        if sign in "‘‚" or (sign == "'" and before):
            if before and at + 1 < high and not text[at + 1].isspace() and not _ELISION.match(text, at):
                opens.append(at)
        elif at > low and after and not text[at - 1].isspace():
            left, right = text[at - 1], text[at + 1 : at + 2]
            sure = left in '.,!?…;:—–-)]”"' or right == "" or right in ".,;:!?)]" or left.lower() != "s"
            # "the drivers’, the owners’": punctuation after a bare s settles nothing when a later mark closes for sure.
            closes.append((at, sure and not (left.lower() == "s" and right not in ("", ".", "!", "?", ")"))))
    marks: list[_Mark] = []
    index = 0
    for number, at in enumerate(opens):
        if marks and at < marks[-1].end:
            continue
        stop = opens[number + 1] if number + 1 < len(opens) else high
        while index < len(closes) and closes[index][0] <= at:
            index += 1
        inside = []
        for further in range(index, len(closes)):
            place, sure = closes[further]
            if place >= stop or place - at > _MAX_SINGLE_GAP:
                break
            inside.append((place, sure))
            if sure:
                break
        chosen = next((place for place, sure in inside if sure), inside[0][0] if inside else None)
        if chosen is not None:
            marks += [_Mark(at, at + 1, "open"), _Mark(chosen, chosen + 1, "close")]
        else:
            marks.append(_Mark(at, at + 1, "open"))
    return marks


def _pair(text: str, style: Style, pars: list[Place]) -> list[Quotation]:
    finder = {"double": _double_marks, "single": _single_marks, "angle": _angle_marks}[style]
    found: list[Quotation] = []
    open_one: Quotation | None = None  # left open by the paragraph before
    for low, high in pars:
        marks = finder(text, low, high)
        carried, open_one = open_one, None
        start: _Mark | None = None
        continues: Quotation | None = None
        if carried is not None:
            first = marks[0] if marks else None
            if first is not None and first.start == low and first.role != "close" and _may_go_on(text, carried):
                continues = carried
            elif first is not None and first.role == "close":
                # The next paragraph was not reopened, but closes what the one before left open.
                if first.start > low:
                    found.append(Quotation(low, first.end, (low, first.start), style, continues=carried))
                marks = marks[1:]
            else:
                _drop_unclosed(found, carried)
        depth = 0
        nested = sum(m.role == "open" for m in marks) == sum(m.role == "close" for m in marks)
        for mark in marks:
            role = mark.role if mark.role != "any" else ("close" if start else "open")
            if role == "open":
                if start is None:
                    start, depth = mark, 1
                elif nested and style != "single" and text[mark.start] in "“„«":
                    depth += 1
                elif text[mark.start] in "“„«‘":
                    start, depth = mark, 1  # the one before was a stray
            elif start is not None:
                depth -= 1
                if depth <= 0:
                    inner = (start.end, mark.start)
                    if text[slice(*inner)].strip():
                        found.append(Quotation(start.start, mark.end, inner, style, continues=continues))
                    continues, start = None, None
        if start is not None and text[start.end : high].strip():
            open_one = Quotation(start.start, high, (start.end, high), style, closed=False, continues=continues)
            found.append(open_one)
    if open_one is not None:
        _drop_unclosed(found, open_one)
    return found


def _may_go_on(text: str, left_open: Quotation) -> bool:
    """Tell whether an unclosed quotation reads as one that the next paragraph goes on with: a whole sentence, set off."""
    before = text[max(0, left_open.start - 3) : left_open.start].rstrip(" ")
    return (not before or before[-1] in '\n,:.!?”"—–…' or left_open.continues is not None) and text[
        left_open.end - 1
    ] in ".!?…,;:—–-)]’'"


def _drop_unclosed(found: list[Quotation], left_open: Quotation) -> None:
    """Forget a mark that nothing closes, unless it opens a paragraph's quotation whose other parts are sound."""
    if left_open.continues is None:
        found.remove(left_open)


def pair_marks(text: str) -> list[Quotation]:
    """Return all quotations of a text in order, nested ones after the one around them.

    Arguments:
        text: the document's own text, typographic marks and all.
    """
    pars = paragraphs(text)
    found = _pair(text, "double", pars) + _pair(text, "angle", pars)
    if any(sign in text for sign in "'‘‚"):
        found += _pair(text, "single", pars)
    found.sort(key=lambda q: (q.start, -q.end))
    kept: list[Quotation] = []
    stack: list[Quotation] = []
    for quotation in found:
        while stack and stack[-1].end <= quotation.start:
            stack.pop()
        if stack and quotation.end > stack[-1].end:
            # Crossing marks: the single ones are the likelier apostrophes.
            if quotation.style == "single" or stack[-1].style != "single":
                continue
            kept.remove(stack.pop())
        quotation.outer = stack[-1] if stack else None
        stack.append(quotation)
        kept.append(quotation)
    return kept
