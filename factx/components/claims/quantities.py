"""Quantities: one number with its sign and unit, and compounds of a larger and a smaller unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factx.components.claims.money import money_after, money_before
from factx.components.claims.money_patterns import COINS
from factx.components.claims.numeral import Numeral
from factx.components.claims.numerals import numeral_at
from factx.components.claims.unit import Unit
from factx.components.claims.unit_patterns import SMALLER
from factx.components.claims.units import age_after, is_aged, unit_after
from factx.records import UnitKind

_MINUS_WORD = re.compile(r"\b(?P<sign>minus|negative|plus)[ -]$", re.IGNORECASE)
_US_AFTER = re.compile(r" ?(?:USD|(?:US|U\.S\.)(?=[ ,.)]|$)|Cdn|CAD|AUD|NZD)(?![A-Za-z])")
_NATION = {"USD": "USD", "US": "USD", "U.S.": "USD", "Cdn": "CAD", "CAD": "CAD", "AUD": "AUD", "NZD": "NZD"}
_MILLIONS = re.compile(
    r" (?:people|dollars|euros|pounds|of (?:the|them|its|their|these|those)|men|women|children|(?!across\b|times\b|hours\b|"
    r"is\b|was\b|this\b|has\b|does\b)"
    r"(?:[a-z]+(?:ed|ing|al|ic|ive)? )?[a-z]{3,}s)\b"
)
_COMPOUND = re.compile(r"(?:,? and |, | |-)")
_FEET = re.compile(r"(?P<feet>[3-8])['′’] ?(?P<inches>\d{1,2})(?:\.5)?(?:[\"″”]|''|’’)?(?!\d)")
_OF_A_PERCENT = re.compile(r" (?:of (?:1|one|a) |a )(?:percentage points?|percent|per cent)(?![A-Za-z])", re.IGNORECASE)
_OF_A = re.compile(r" of (?:an?|one) (?:(?:US|U\.S\.|UK|imperial) )?")
_INCHES = re.compile(r" ?(?:ins?\b(?=[.,;:)-]|$|\n| (?:tall|long|wide|high|deep|more|and|or)\b)|\")")
# What may follow cents that are not named: nothing that they could count.
_CENTS_END = re.compile(r"[.,;:!?)]|$|\n| (?:more|each|apiece|extra|per|a piece)\b")
_AND_A_HALF = re.compile(r" and a half\b", re.IGNORECASE)
_YEAR_AND_A_HALF = re.compile(
    r"\b(?:an?|one) (year|month|week|day|hour|minute|mile|century|decade|pint|cup) and an? $", re.IGNORECASE
)


@dataclass(slots=True, frozen=True)
class Quantity:
    """One end of an expression: a signed value with its unit, as written from ``start`` to ``end``."""

    start: int
    end: int
    numeral: Numeral
    value: float | None
    low: float | None = None
    high: float | None = None
    code: str | None = None
    kind: str | None = None
    money_first: bool = False
    plus: bool = False


def quantity(text: str, numeral: Numeral, *, money: str | None = None, floor: int = 0) -> Quantity:
    """Read sign and unit around one numeral.

    Arguments:
        text: the view of the text.
        numeral: the number.
        money: the currency of the other end of a range, by which a bare "m" is a million.
        floor: where the figure before ends; a sign in front of that is its own.
    """
    start, end, sign, plus = numeral.start, numeral.end, 1.0, False
    coin = _from(floor, money_before(text, start, numeral))
    start = coin.place if coin else start
    if (negative := _sign(text, start)) is not None and negative[0] >= floor:
        start, sign, plus = negative
        if coin is None and (coin := _from(floor, money_before(text, start, numeral))):
            start = coin.place
    if numeral.kind == "fraction" and (part := _OF_A_PERCENT.match(text, end)):
        code = "pp" if "point" in part[0].lower() else "%"
        return _sized(Quantity(start, part.end(), numeral, None, code=code, kind="percent", plus=plus), sign)
    unit: Unit | None = None
    if coin:
        if nation := _US_AFTER.match(text, end):
            coin, end = Unit(_NATION[nation[0].strip()], "money", coin.place), nation.end()
        numeral = _times(numeral, coin.scale)
        return _sized(Quantity(start, end, numeral, None, code=coin.code, kind="money", money_first=True, plus=plus), sign)
    if numeral.kind == "vague" and text.startswith(" of ", end):
        if coin := money_after(text, end + 3, replace(numeral, scale=1e6 if (numeral.low or 0) >= 1e6 else 1.0)):
            return _sized(Quantity(start, coin.place, numeral, None, code=coin.code, kind="money"), sign)
        if (measured := unit_after(text, end + 3, numeral)) and measured.place - end > 6:
            return _sized(Quantity(start, measured.place, numeral, None, code=measured.code, kind=measured.kind), sign)
    unit = age_after(text, end) or (
        money_after(text, end, numeral) if numeral.kind != "fraction" or text[end : end + 1] in " -" else None
    )
    if numeral.suffix and unit is None and money is None and (metre := _letter_unit(text, numeral)):
        plain = replace(numeral, value=numeral.mantissa, scale=1.0, suffix="", end=end - len(numeral.suffix))
        unit = Unit(*metre, end)
        return _sized(Quantity(start, end, plain, None, code=unit.code, kind=unit.kind, plus=plus), sign)
    unit = unit or unit_after(text, end, numeral)
    if unit is None and numeral.kind == "fraction" and (article := _OF_A.match(text, end)):
        unit = unit_after(text, article.end() - 1, numeral)  # "a third of a mile"
        unit = None if unit is not None and unit.kind in ("percent", "angle", "data") else unit
    if unit is None and numeral.kind in ("digits", "words") and (times := re.compile(r"x(?![A-Za-z0-9])").match(text, end)):
        unit = Unit("x", "other", times.end())
    if unit:
        end, numeral = unit.place, _times(numeral, unit.scale)
        if unit.kind == "duration" and unit.code in ("year", "month") and is_aged(text, start):
            unit = replace(unit, kind="age")
    elif is_aged(text, start) and numeral.value is not None and numeral.value < 130:
        unit = Unit("year", "age", end)
    return _sized(
        Quantity(start, end, numeral, None, code=unit.code if unit else None, kind=unit.kind if unit else None, plus=plus), sign
    )


def _from(floor: int, coin: Unit | None) -> Unit | None:
    return coin if coin is not None and coin.place >= floor else None


def _times(numeral: Numeral, scale: float) -> Numeral:
    """Multiply a number by what its currency's code brings: "30 MUSD"."""
    if scale == 1.0:
        return numeral
    low, high = (None if end is None else end * scale for end in (numeral.low, numeral.high))
    value = None if numeral.value is None else numeral.value * scale
    return replace(numeral, value=value, low=low, high=high, scale=numeral.scale * scale, plain=False)


def _sized(found: Quantity, sign: float) -> Quantity:
    numeral = found.numeral
    value = None if numeral.value is None else sign * numeral.value
    return replace(found, value=value, low=numeral.low, high=numeral.high)


def _sign(text: str, start: int) -> tuple[int, float, bool] | None:
    """Return where a sign before a number begins, its factor, and whether it was a plus."""
    if start and text[start - 1] in "+-" and (start == 1 or text[start - 2] in " \n\t([{\"'=$£€~:;>"):
        return start - 1, -1.0 if text[start - 1] == "-" else 1.0, text[start - 1] == "+"
    if text.endswith("plus or minus ", max(0, start - 14), start):
        return None
    if (word := _MINUS_WORD.search(text, max(0, start - 9), start)) and word["sign"].lower() != "plus":
        return word.start(), -1.0, False
    return None


def _letter_unit(text: str, numeral: Numeral) -> tuple[str, UnitKind] | None:
    """Tell a metre from a million, a tonne from a trillion, a bit from a billion, where no currency settles it."""
    if numeral.suffix == "m" and not _MILLIONS.match(text, numeral.end):
        return "m", "length"
    if numeral.suffix == "t" and not _MILLIONS.match(text, numeral.end):
        return "t", "mass"
    return None


def height(text: str, numeral: Numeral) -> Quantity | None:
    """Read a height in feet and inches: 5'11"."""
    found = _FEET.match(text, numeral.start) if numeral.plain else None
    if found is None or int(found["inches"]) > 11:
        return None
    value = 12.0 * int(found["feet"]) + int(found["inches"])
    return Quantity(numeral.start, found.end(), numeral, value, code="in", kind="length")


def compound(text: str, first: Quantity) -> Quantity:
    """Add smaller units of the same kind: "six years and four months", "5ft 11in", "6-foot-2"."""
    if first.kind == "money" and first.value is not None and not first.money_first and (summed := _coins(text, first)):
        return summed
    if first.value is None or first.code not in SMALLER or first.kind not in ("duration", "length", "mass", "age"):
        if first.numeral.kind == "fraction" and (whole := _YEAR_AND_A_HALF.search(text, max(0, first.start - 22), first.start)):
            return _year_and_a_half(text, first, whole)
        return first
    if half := _AND_A_HALF.match(text, first.end):
        return replace(first, value=first.value + 0.5, end=half.end())
    total = first
    while total.code in SMALLER and (joint := _COMPOUND.match(text, total.end)):
        numeral = numeral_at(text, joint.end())
        if (
            numeral is None
            or numeral.kind not in ("digits", "words")
            or numeral.value is None
            or numeral.value != numeral.mantissa
        ):
            break
        following = quantity(text, numeral)
        smaller, factor = SMALLER[total.code or ""]
        if following.code is None and total.code == "ft" and (inches := _INCHES.match(text, numeral.end)):
            following = replace(following, code="in", kind="length", end=inches.end())
        elif (
            following.code is None
            and total.code == "ft"
            and joint[0] in ("-", " ")
            and numeral.value < 12
            and _ends(text, numeral.end)
        ):
            following = replace(following, code="in", kind="length")
        if following.code != smaller or numeral.value >= factor:
            break
        kind = "age" if following.kind == "age" else first.kind
        total = replace(total, end=following.end, value=(total.value or 0.0) * factor + numeral.value, code=smaller, kind=kind)
    return total


def _coins(text: str, first: Quantity) -> Quantity | None:
    """Add the cents: "thirteen dollars and forty-five cents" is one sum, and so is "15 dollars 50"."""
    joint = _COMPOUND.match(text, first.end)
    numeral = numeral_at(text, joint.end()) if joint else None
    if numeral is None or numeral.value is None or first.code in COINS or not 0 < numeral.value < 100:
        return None
    if first.value is None or first.numeral.scale != 1.0 or first.value != int(first.value):
        return None
    coins = quantity(text, numeral)
    own = coins.money_first and coins.code != first.code
    if coins.kind is None or coins.money_first:
        tens = numeral.kind in ("digits", "words") and numeral.value >= 10 and numeral.value == int(numeral.value)
        if own or joint is None or joint[0] not in (" ", " and ") or not tens or not _CENTS_END.match(text, numeral.end):
            return None
        coins = replace(coins, end=numeral.end)
    elif coins.code not in COINS:
        return None
    return replace(first, end=coins.end, value=(first.value or 0.0) + numeral.value / 100)


def _ends(text: str, end: int) -> bool:
    return not text[end : end + 1].isalnum() and not re.compile(r"[ -](?:and|or|to|[a-z]+s)\b").match(text, end)


def _year_and_a_half(text: str, first: Quantity, whole: re.Match[str]) -> Quantity:
    numeral = _from_word(text, whole)
    return numeral if numeral and first.value == 0.5 else first


def _from_word(text: str, whole: re.Match[str]) -> Quantity | None:
    """Read "a year and a half" from the match of its first words."""
    stop = re.compile(r"(?:an? )?half\b").match(text, whole.end())
    if stop is None:
        return None
    numeral = Numeral(whole.start(), stop.end(), 1.5, "words", 1.5)
    unit = unit_after(text, whole.start(1) - 1, numeral)
    return Quantity(whole.start(), stop.end(), numeral, 1.5, code=unit.code if unit else None, kind=unit.kind if unit else None)
