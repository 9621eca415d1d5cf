"""Expressions: quantities with their range, modifier and denominator, from the characters alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factx.components.claims.modifiers import Modified, bounds, modifier_after, modifier_before
from factx.components.claims.money import money_after
from factx.components.claims.numeral import Numeral
from factx.components.claims.numerals import numeral_at, numerals
from factx.components.claims.quantities import Quantity, compound, height, quantity
from factx.components.claims.units import age_after, per_after, scale_after, unit_after
from factx.records import Modifier

_DASH = re.compile(r" ?[-–—] ?")
_TO = re.compile(r"\s+(?:to|through)\s+|-to-|\s+to-|- to ")
_OR = re.compile(r" or |-or-")
_AND = re.compile(r"\s+and\s+(?:between )?")
_BETWEEN = re.compile(
    r"\b(?:between(?: the ages of)?|anywhere between|somewhere between)(?: an estimated| about| around| roughly)?\s+[^\s\w]?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bfrom(?: about| around| roughly| just| an estimated| nearly| almost| more than| as low as| as little as)?\s+[^\s\w]?$",
    re.IGNORECASE,
)
# "From 21 mpg combined to 23"; "by 2 percent but X fell by 1".
_TO_AGAIN = re.compile(r"(?: [a-z]+)? to (?:about |around |nearly |almost |just )?")
_AND_BY = re.compile(r",? (?:and|but|while|whereas) [^.;:!?\n\d]{2,60} by ")
_COORDINATION = 70
_NOTHING_COUNTED = re.compile(r"[.,;:!?)]|$|\n| (?:for|in|on|at|by|from|this|last|and|but|when|while|after|as|since)\b")
_OF_THE = re.compile(r" of (?:the|its|their|his|her) (?:(?:total|full|planned|promised|remaining|other) )?")
# "9 billion shekels ($2.4 billion) a year": the denominator stands behind what repeats the figure.
_IN_BRACKETS = re.compile(r" \([^()\n]{0,8}\d[^()\n]{0,24}\)")
_STEP_NOUN = re.compile(
    r"\b(?:rise|fall|drop|increase|decrease|decline|cut|gain|loss|jump|growth|reduction|hike|surge|slide|swing|raise|lead|margin|"
    r"advantage|edge|majority|vote|victory|win|defeat|split|divide|gap|score)s? of $",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:US|A|C|HK|NZ|S)?[$£€¥₹] ?|(?:RM|Rs\.? ?|Y=|PS)(?=\d)|[A-Z]{3} ?(?=\d)|-(?=[\d$£€])|minus[ -]|about |around |roughly "
    r"|nearly |almost |even |perhaps |as (?:much|many|high) as "
)


@dataclass(slots=True, frozen=True)
class Expression:
    """A figure as the characters give it; what it counts and who says it is for the parse to tell.

    ``ends`` are the two ends of a range, ``link`` how they are joined ("-", "to", "or", "and"), ``from_`` whether "from" stands
    before it: then it may be a change from one figure to another. ``goes_on`` is where the next figure may begin, when that is
    inside this one ("280 million of the 1.5 billion shekels"). ``core`` is the number with sign and unit, without modifier.
    """

    start: int
    end: int
    core: tuple[int, int]
    value: float | None
    low: float | None
    high: float | None
    modifier: Modifier
    numeral: Numeral
    code: str | None = None
    kind: str | None = None
    per: str | None = None
    ends: tuple[Quantity, Quantity] | None = None
    link: str = ""
    from_: bool = False
    modified: Modified | None = None
    plus: bool = False
    score: bool = False
    goes_on: int | None = None


def expressions(text: str) -> Iterator[Expression]:
    """Find the number expressions of a text, in order, without overlap.

    Arguments:
        text: the view of the text.

    Yields:
        Expressions; those that can only be a score or a span of years carry ``score``.
    """
    position = 0
    last: Expression | None = None
    for numeral in numerals(text):
        if numeral.start < position:
            continue
        expression = _expression(text, numeral, position)
        if last is not None and expression.kind is None:
            expression = _carried(text, last, expression)
        position = expression.end if expression.goes_on is None else expression.goes_on
        last = expression
        yield expression


def _carried(text: str, last: Expression, found: Expression) -> Expression:
    """Give a bare number the unit of the one it is set against: "from 14-18 mpg to 24", "rose by 2 percent but fell by 1"."""
    if last.kind is None or last.kind in ("duration", "age") or found.score or found.numeral.kind not in ("digits", "words"):
        return found
    if found.numeral.scale != 1.0 or not _NOTHING_COUNTED.match(text, found.core[1]):
        return found
    between = text[last.end : found.start] if found.start - last.end <= _COORDINATION else ""
    whole = _FROM.search(text, max(0, last.core[0] - 30), last.core[0]) is not None
    if (whole and _TO_AGAIN.fullmatch(between)) or (
        last.kind == "percent" and _AND_BY.fullmatch(between) and text.endswith(" by ", 0, last.start)
    ):
        return replace(found, code=last.code, kind=last.kind)
    return found


def _expression(text: str, numeral: Numeral, floor: int) -> Expression:
    first = height(text, numeral) or compound(text, quantity(text, numeral, floor=floor))
    ranged = _range(text, first)
    if isinstance(ranged, Expression):
        return ranged
    of = _OF_THE.match(text, first.end) if first.kind is None and first.value is not None else None
    if of is not None and (whole := _whole(text, first, of.end())) is not None:
        part = finish(text, replace(first, code=whole.code, kind=whole.kind))
        return replace(part, end=whole.end, goes_on=first.end)
    return finish(text, first)


def _whole(text: str, first: Quantity, start: int) -> Quantity | None:
    """Return the sum or measure that a number is a part of: "280 million of the 1.5 billion shekels"."""
    numeral = numeral_at(text, _opened(text, start)) if first.numeral.kind in ("digits", "words") else None
    whole = quantity(text, numeral) if numeral is not None else None
    if whole is None or whole.kind in (None, "age") or (whole.value or 0.0) < (first.value or 0.0):
        return None
    if text[whole.numeral.end : whole.numeral.end + 1] == "-":
        return None  # "five of the three-ton trucks"
    return whole


def _opened(text: str, start: int) -> int:
    opening = _OPENING.match(text, start)
    return opening.end() if opening else start


def _range(text: str, first: Quantity) -> Expression | None:
    """Read the other end of a range, or mark a score or a span of years."""
    if first.numeral.kind in ("fraction", "multiple") and first.kind is None and first.numeral.kind != "fraction":
        return None
    between = bool(_BETWEEN.search(text, max(0, first.start - 34), first.start))
    for link, pattern in (("to", _TO), ("-", _DASH), ("or", _OR), ("and", _AND)):
        if link == "and" and not between:
            continue
        joint = pattern.match(text, first.end)
        if joint is None:
            continue
        second = _second(text, joint.end(), first)
        if second is None:
            continue
        if link == "-" and first.numeral.kind == "fraction" and second.kind == "percent":
            continue  # "nearly four in 10 — 38 percent"
        if link == "-" and second.kind and second.start < joint.end() and second.value is not None:
            second = replace(second, start=joint.end(), value=-second.value)  # "75 -300mm": a dash, no minus
        if link == "to" and second.end == second.numeral.end and (upper := _upper(text, second)):
            shared = _shared(first, upper)
            return finish(text, shared[0]) if shared else None
        if link == "-" and _is_score(text, first, second, joint[0]):
            return _scored(first, second)
        pair = _shared(first, second)
        if pair and _is_range(text, *pair, link, between):
            return _ranged(text, *pair, link, between)
    return None


def _second(text: str, start: int, first: Quantity) -> Quantity | None:
    position, steps = start, 0
    while (opening := _OPENING.match(text, position)) and steps < 3:
        position, steps = opening.end(), steps + 1
    numeral = numeral_at(text, position)
    if numeral is None or numeral.kind == "multiple" or (numeral.kind == "fraction" and first.numeral.kind != "fraction"):
        return None
    found = quantity(text, numeral, money=first.code if first.kind == "money" else None)
    if first.kind == "money" and found.kind is None:
        found = replace(found, code=first.code, kind="money")
    return compound(text, found)


def _upper(text: str, second: Quantity) -> Quantity | None:
    """Return the upper end of a range that is itself what "to" leads to: "from 24 to 33-35 billion euros"."""
    if (joint := _DASH.match(text, second.end)) is None or (third := _second(text, joint.end(), second)) is None:
        return None
    return third if third.kind and third.value is not None and (second.value or 0.0) < third.value else None


def _is_year(found: Quantity) -> bool:
    return (
        found.numeral.plain
        and found.kind is None
        and 1000 <= (found.value or 0) <= 2100
        and found.numeral.end - found.numeral.start == 4
    )


def _is_score(text: str, first: Quantity, second: Quantity, joint: str) -> bool:
    """Two bare numbers joined by a hyphen: a score or years, unless a plural noun follows a rising pair."""
    if first.kind or second.kind or first.numeral.kind == "words" or first.numeral.scale != 1.0 or second.numeral.scale != 1.0:
        return False
    if not (first.numeral.plain and second.numeral.plain):
        return False
    if _is_year(first):
        return True
    plural = re.compile(r"[ ](?:[a-z]+(?:-[a-z]+)? ){0,2}(?:[a-z]+(?:s|men)|men|people|women|children)\b").match(text, second.end)
    return not plural or (first.value or 0) >= (second.value or 0) or " " in joint


def _scored(first: Quantity, second: Quantity) -> Expression:
    place = (first.start, second.end)
    return Expression(*place, place, None, None, None, "exact", first.numeral, score=True)


def _shared(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """Give the first end the scale and unit of the second, where it has none: "$10 to $15 billion", "5-10W"."""
    a, b = first, second
    if (
        (
            a.value is not None
            and b.value is not None
            and a.numeral.scale == 1.0
            and b.numeral.scale > 1.0
            and a.numeral.kind in ("digits", "words")
        )
        and abs(a.value) < abs(b.numeral.mantissa)
        and abs(a.value) < 1000
    ):
        a = replace(a, value=a.value * b.numeral.scale)
    if a.kind is None and b.kind is not None:
        a = replace(a, code=b.code, kind=b.kind)
    elif b.kind is None and a.kind is not None:
        b = replace(b, code=a.code, kind=a.kind)
    if a.code != b.code:
        if a.kind == "duration" and b.kind == "age":
            a = replace(a, kind="age", code=b.code)
        elif {a.code, b.code} == {"°", "°C"} or {a.code, b.code} == {"°", "°F"}:
            a = replace(a, code=b.code, kind=b.kind)
        else:
            return None
    return a, b


def _is_range(text: str, a: Quantity, b: Quantity, link: str, between: bool) -> bool:
    low = a.value if a.value is not None else a.low
    high = b.value if b.value is not None else b.high
    if low is None or high is None or a.numeral.kind == "multiple":
        return False
    if _is_year(b) and a.kind is None:
        return False
    if link == "or":
        return a.end == a.numeral.end and low < high <= 10 * low and (a.numeral.kind != "vague")
    if link == "-":
        return low < high and (a.end == a.numeral.end or a.code == b.code)
    if link == "to":
        bare_end = b.end == b.numeral.end and not b.money_first and b.numeral.kind != "fraction"
        if a.end != a.numeral.end and bare_end and not _FROM.search(text, max(0, a.start - 24), a.start):
            return False  # "rose 8% to 365": a step and a level
        if low < high or high < low < 0 or _FROM.search(text, max(0, a.start - 24), a.start):
            return True  # "-10 to -15 degrees" goes by size
        falls = a.kind is not None and not bare_end and a.end != a.numeral.end and low > high
        return falls and text.endswith(" of ", 0, a.start) and not _STEP_NOUN.search(text, max(0, a.start - 14), a.start)
    return between and low < high


def _ranged(text: str, a: Quantity, b: Quantity, link: str, between: bool) -> Expression:
    ends = sorted(x for x in (a.value, a.low, b.value, b.high) if x is not None)
    start, from_ = a.start, False
    if _FROM.search(text, max(0, start - 24), start):
        from_ = True
    if between and (found := _BETWEEN.search(text, max(0, start - 34), start)):
        start = found.start()
    modified = modifier_before(text, start)
    begin = modified.start if modified else start
    if b.kind is None and (scale := scale_after(text, b.end)):
        b = replace(b, code=scale[0], kind=scale[1])
    per = per_after(text, b.end, money=b.kind == "money", unit=b.kind is not None)
    return Expression(
        begin,
        per[1] if per else b.end,
        (a.start, b.end),
        None,
        ends[0],
        ends[-1],
        "between",
        a.numeral,
        code=b.code,
        kind=b.kind,
        per=per[0] if per else None,
        ends=(a, b),
        link=link,
        from_=from_,
        modified=modified,
    )


def finish(text: str, found: Quantity) -> Expression:
    """Add modifier and denominator to a single quantity."""
    before = modifier_before(text, found.start)
    end = found.end
    after = modifier_after(text, found.numeral.end) if found.numeral.end != found.end else None
    after = after or modifier_after(text, end)
    if after and after.start == found.numeral.end != found.end:
        after = None
    if after:
        end = after.end
        if found.kind is None:  # "500-plus miles", "50 or more miles"
            unit = unit_after(text, end, found.numeral) or money_after(text, end, found.numeral) or age_after(text, end)
            if unit:
                found, end = replace(found, code=unit.code, kind=unit.kind), unit.place
    if found.kind is None and (scale := scale_after(text, end)):
        found = replace(found, code=scale[0], kind=scale[1])
    per = per_after(text, end, money=found.kind == "money", unit=found.kind is not None)
    if per is None and found.kind == "money" and (twin := _IN_BRACKETS.match(text, end)):
        behind = per_after(text, twin.end(), money=True, unit=True)
        per = (behind[0], end) if behind else None
    if per and found.kind is None and text[end : end + 1] != " ":
        per = None
    if per:
        end = per[1]
    modified = before or after
    modifier: Modifier = modified.modifier if modified else "exact"
    low, high = found.low, found.high
    if found.value is None:
        modifier = "vague"
    else:
        low, high = bounds(modifier, found.value)
    return Expression(
        before.start if before else found.start,
        end,
        (found.start, found.end),
        found.value,
        low,
        high,
        modifier,
        found.numeral,
        code=found.code,
        kind=found.kind,
        per=per[0] if per else None,
        modified=modified,
        plus=found.plus,
    )
