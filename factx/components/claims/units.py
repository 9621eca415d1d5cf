"""Units behind a numeral: of measurement, of age, and a rate's denominator; money has a room of its own."""

from __future__ import annotations

import re

from factx.components.claims.numeral import Numeral
from factx.components.claims.patterns import MONEY_CONTEXT, RATE_THINGS, RATE_TIMES, TEMPERATURE_CONTEXT
from factx.components.claims.unit import Unit, alternatives
from factx.components.claims.unit_patterns import (
    AMBIGUOUS,
    CHARGE_CONTEXT,
    COIL_CONTEXT,
    CONTEXT_ONLY,
    DATA_CONTEXT,
    ELECTRIC_CONTEXT,
    GLUED_ONLY,
    GLUED_OR_FINAL,
    HEAT_CONTEXT,
    SAILING_CONTEXT,
    UNIT_NAMES,
    UNIT_SYMBOLS,
    YIELD_CONTEXT,
)
from factx.records import UnitKind

_CONTEXTS: dict[str, frozenset[str]] = {
    "heat": TEMPERATURE_CONTEXT | HEAT_CONTEXT,
    "electric": ELECTRIC_CONTEXT,
    "charge": CHARGE_CONTEXT,
    "money": MONEY_CONTEXT | {"ticket", "tickets", "pricey", "cheap", "expensive", "bought", "cheaper"},
    "data": DATA_CONTEXT,
    "coil": COIL_CONTEXT,
    "sailing": SAILING_CONTEXT,
    "yield": YIELD_CONTEXT,
}
_SYMBOLS = alternatives(UNIT_SYMBOLS)
# Symbols that divide others: "mg/dL", "W/m²", "m/s2".
_DIVISOR = rf"/(?P<what>100 ?km|(?:{_SYMBOLS}|d[lL])[²³23]?)(?![A-Za-z0-9/²³])"
_SYMBOL = re.compile(rf"(?P<gap>[ -]?)(?P<symbol>{_SYMBOLS})(?:(?={_DIVISOR})|(?![A-Za-z0-9/²³^]))")
_SLASHED = re.compile(_DIVISOR)
_IN_BRACKETS = re.compile(rf"[ ]?(?:\((?P<a>{_SYMBOLS})\)|\[(?P<b>{_SYMBOLS})\]|\{{(?P<c>{_SYMBOLS})\}}|<(?P<d>{_SYMBOLS})>)")
_NAME = re.compile(rf"(?:[ \n]| ?- ?|- )?(?P<name>{alternatives(UNIT_NAMES)})(?![A-Za-z0-9²³])", re.IGNORECASE)
_INCH_SIGN = re.compile(
    r" ?(?P<sign>\"|'')(?=[ -]?(?:long|wide|tall|high|deep|thick|across|in (?:length|width|height|diameter)|x \d|by \d|"
    r"screens?|displays?|monitors?|TVs?|pipes?|tablets?|laptops?|wheels?|rims?|barrels?|diameter|pizzas?)\b)"
)
_FOOT_SIGN = re.compile(r" ?'(?=[ -](?:long|wide|tall|high|deep|thick|across|x \d|by \d)\b)")
_OLD = re.compile(
    r"(?:(?P<glue>[ -]| - )(?P<unit>years?|months?|weeks?|days?|yrs?)(?P<old>(?:[ -]| - )olds?\b| of age\b)|[ -](?:y/o|yo)\b)",
    re.IGNORECASE,
)
_AGE_CODES = {"y": "year", "m": "month", "w": "week", "d": "day"}
_AGED = re.compile(
    r"\b(?:aged|ages?|age of|ages of|between the ages of)(?: (?:the ages? of|between|from|about|around|just|only|over|under|"
    r"at least|of|up to))?\s$",
    re.IGNORECASE,
)
_TURNED = re.compile(r"\b(?:turned|turning|turns)\s$", re.IGNORECASE)
_PER = re.compile(
    r"(?:(?P<slash>/)(?!\d)|[ -]per[ -](?!cent\b|se\b|capita income\b))"
    r"(?P<what>(?:(?:\d[\d,]*|one|a|every)[ ])?(?:(?:hundred|thousand|million|billion|square|cubic|sq\.?|metric|head of|"
    r"barrel of|litre of|liter of|gallon of)[ ])*"
    r"[A-Za-zµμ]+(?:-hour)?[²³23]?(?:[ ](?:people|inhabitants|residents|population|live births|births|women|men|children|"
    r"members|person|day|year|month|week|hour|deaths|adults|households|cases|capita|doses|girls|boys|voters|citizens|workers|"
    r"employees)\b)?)",
)
_ARTICLE_PER = re.compile(
    r"(?:[ ](?P<each>an?|each|every|per)[ ]|-an?-| - an? - |-per-| - per - )(?P<what>[a-z]+(?:-hour)?)(?![A-Za-z])", re.IGNORECASE
)
_WORDS = re.compile(r"[A-Za-z]+")
_SCALE_NAMED = re.compile(r" ?(?:celsius|fahrenheit|centigrade)\b", re.IGNORECASE)
_LASTING = re.compile(r"\b(?:for|over|within|after|of) $")
_NO_ARTICLE = re.compile(r"[,;)]|\.(?![A-Za-z])|$| (?:and|but|or)\b")
_FINAL = re.compile(r"(?:\s?$|\s?[.,;)\]]|\s(?:x|and the|of|long|wide|tall|high|deep|\d|is|away|in)\b)")
_CONTEXT = 70


def unit_after(text: str, end: int, numeral: Numeral) -> Unit | None:
    """Read the unit of measurement behind a numeral (see ``unit_patterns``), percent and durations included."""
    if found := _SYMBOL.match(text, end):
        symbol, gap = found["symbol"], found["gap"]
        if _symbol_stands(text, found.end(), symbol, gap, numeral) and (
            unit := _in_context(text, numeral.start, found.end(), symbol, UNIT_SYMBOLS[symbol])
        ):
            return unit
    if text[end : end + 1] in "' \"([{<" and (unit := _by_sign(text, end, numeral)):
        return unit
    found = _NAME.match(text, end)
    if found is None or (found.start("name") == end and numeral.kind == "words"):
        return None
    name = found["name"].lower()
    if (
        name == "percentage"
        or (name == "stone" and not _is_mass(text, found.end()))
        or (name in ("mile", "second") and _is_other(text, found))
    ):
        return None
    if name in ("min", "hr", "sec", "ton", "kilo", "deg", "bit") and found.start("name") == end and numeral.suffix:
        return None
    return _in_context(text, numeral.start, found.end(), name, UNIT_NAMES[name])


def _by_sign(text: str, end: int, numeral: Numeral) -> Unit | None:
    """Read a symbol in brackets ("20 (kg)") and the signs of inches and feet before a dimension (10\" long)."""
    if numeral.kind != "digits":
        return None
    if found := _IN_BRACKETS.match(text, end):
        symbol = next(group for group in found.groups() if group)
        if len(symbol) > 1 or symbol in "m%°gV":
            code, kind = UNIT_SYMBOLS[symbol]
            return Unit(code, kind, found.end())
    if inch := _INCH_SIGN.match(text, end):
        return Unit("in", "length", inch.end())
    if foot := _FOOT_SIGN.match(text, end):
        return Unit("ft", "length", foot.end())
    return None


def _is_mass(text: str, end: int) -> bool:
    return bool(re.compile(r"(?: \d|\)|,| (?:lb|weight|heavier|lighter|overweight|and|in)\b)").match(text, end))


def _is_other(text: str, found: re.Match[str]) -> bool:
    return (
        found["name"].lower() == "second"
        and found[0].startswith(" ")
        and text[found.end() : found.end() + 6].startswith((" half", " leg"))
    )


def _symbol_stands(text: str, end: int, symbol: str, gap: str, numeral: Numeral) -> bool:
    if numeral.kind == "words" and symbol.isalpha() and len(symbol) < 3:
        return False
    if len(symbol) == 1 and symbol.isalpha() and gap and text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        return False  # "24703 L-202"
    if symbol in ("°", "º") and _SCALE_NAMED.match(text, end):
        return False  # the name tells more
    if symbol == "a":  # the year of UCUM: where an article cannot stand
        lasting = _LASTING.search(text, max(0, numeral.start - 8), numeral.start)
        return gap == " " and lasting is not None and _NO_ARTICLE.match(text, end) is not None
    if not gap:
        return not (symbol == "s" and numeral.plain)
    if symbol in GLUED_ONLY:
        if text[end : end + 1] == "/" or (symbol in AMBIGUOUS and gap == " " and _meant(text, numeral.start, end, symbol)):
            return True
        if symbol not in GLUED_OR_FINAL or gap == "-":
            return symbol in ("pp", "bp", "bps", "mb", "mi", "kn") and gap == " "
        if symbol in ("C", "F") and _speaks_of(text, numeral.start, end, "heat"):
            return True
        return bool(_FINAL.match(text, end)) and not (
            symbol in ("C", "F") and text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha()
        )
    return not (symbol == "PS" and gap == "-")


def _speaks_of(text: str, start: int, end: int, context: str) -> bool:
    words = _WORDS.findall(text[max(0, start - _CONTEXT) : end + _CONTEXT])
    return any(word.lower() in _CONTEXTS[context] for word in words)


def _meant(text: str, start: int, end: int, word: str) -> tuple[str, UnitKind] | None:
    """Return what the words around make of a symbol or name that means several things."""
    for context, code, kind in AMBIGUOUS[word]:
        if _speaks_of(text, start, end, context):
            return code, kind
    return None


def _in_context(text: str, start: int, end: int, word: str, unit: tuple[str, UnitKind]) -> Unit | None:
    """Bare degrees are an angle unless the words around speak of heat; "F" is a farad beside a capacitor; and their like."""
    if word in AMBIGUOUS:
        meant = _meant(text, start, end, word)
        if meant is None and word in CONTEXT_ONLY:
            return None
        unit = meant or unit
    return Unit(*unit, end)


_ON_SCALE = re.compile(
    rf" on (?:the|a) (?P<name>{_SYMBOLS}|(?i:celsius|fahrenheit|centigrade|kelvin|decibel)) scale\b",
)


def scale_after(text: str, end: int) -> tuple[str, UnitKind] | None:
    """Read the unit of "between 50 and 70 on the GPa scale", which stands behind as a name of the scale."""
    found = _ON_SCALE.match(text, end)
    if found is None:
        return None
    return UNIT_SYMBOLS.get(found["name"]) or UNIT_NAMES[found["name"].lower()]


def age_after(text: str, end: int) -> Unit | None:
    """Read "-year-old", "years old", "months of age", "yo" behind a numeral."""
    found = _OLD.match(text, end)
    if found is None:
        return None
    return Unit(_AGE_CODES[(found["unit"] or "year")[0].lower()], "age", found.end())


def is_aged(text: str, start: int) -> bool:
    """Tell whether the words before a numeral say that it is an age in years: "aged 15", "turned 40"."""
    before = text[max(0, start - 24) : start]
    return bool(_AGED.search(before) or _TURNED.search(before))


# "$220 billion annually"; before a noun ("a $5 daily fee") the word is the noun's.
_TIMES = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour"}
_ADVERB = re.compile(
    rf" ({'|'.join(_TIMES)})(?=[.,;:)!?]|$| (?:in|on|to|from|for|by|and|but|according|under|with|at|as|if|through|over|while)\b)",
    re.IGNORECASE,
)


def per_after(text: str, end: int, *, money: bool, unit: bool) -> tuple[str, int] | None:
    """Read a rate's denominator: "per million inhabitants", "a barrel", "/day".

    Arguments:
        text: the view of the text.
        end: one past the unit or the counted noun.
        money: whether the figure is money; then things follow an article too ("$70 a barrel").
        unit: whether there is a unit at all; a slash needs one.

    Returns:
        The denominator as written and where it ends.
    """
    if unit and (divided := _SLASHED.match(text, end)):
        return divided["what"], divided.end()
    if (found := _PER.match(text, end)) and (not found["slash"] or unit):
        what = found["what"]
        if what.lower() in ("cent", "the", "his", "her", "its", "their", "a"):
            return None
        what = re.sub(r"^(?:one|a|every) ", "", what)
        return ("year" if what in ("annum", "anno") else what), found.end()
    if found := _ARTICLE_PER.match(text, end):
        what = found["what"].lower()
        if (
            what in RATE_TIMES
            and found["each"] not in ("each", "every")
            and re.compile(r" (?:ago|earlier|later|before|and a half|or two|after|old)\b").match(text, found.end())
        ):
            return None
        if what in RATE_TIMES or (money and (what in RATE_THINGS or found[0].lstrip().startswith("-"))):
            return found["what"], found.end()
    if money and (found := _ADVERB.match(text, end)):
        return _TIMES[found[1].lower()], found.end()
    return None


def denominator_is_number(text: str, start: int) -> bool:
    """Tell whether a numeral is a rate's denominator: the 100,000 of "per 100,000 people"."""
    return bool(re.compile(r"(?:\bper |[A-Za-z]/)$", re.IGNORECASE).search(text, max(0, start - 5), start))


__all__ = [
    "Unit",
    "age_after",
    "denominator_is_number",
    "is_aged",
    "per_after",
    "scale_after",
    "unit_after",
]
