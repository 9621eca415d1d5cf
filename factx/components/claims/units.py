"""Units around a numeral: the sign or code of money before it, and what follows: unit, money by name, age, denominator."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factx.components.claims.numeral import Numeral
from factx.components.claims.patterns import MONEY_CONTEXT, RATE_THINGS, RATE_TIMES, TEMPERATURE_CONTEXT
from factx.components.claims.unit_patterns import (
    COUNTRIES,
    GLUED_ONLY,
    GLUED_OR_FINAL,
    ISO_CODES,
    MONEY_BIG_ONLY,
    MONEY_NAMES,
    MONEY_SIGNS,
    MONEY_SUFFIX_SIGNS,
    PLURALS,
    UNIT_NAMES,
    UNIT_SYMBOLS,
    WEAK_SIGNS,
)
from factx.records import UnitKind


def _alternatives(words: object) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


@dataclass(slots=True, frozen=True)
class Unit:
    """A unit as read: its code and kind, and where its words end (or begin, before the number)."""

    code: str
    kind: UnitKind
    place: int


_MONEY_BEFORE = re.compile(rf"(?<![A-Za-z])(?:(?P<sign>{_alternatives(MONEY_SIGNS)})|(?P<code>{_alternatives(ISO_CODES)}))[ ]?$")
_SYMBOL = re.compile(rf"(?P<gap>[ -]?)(?P<symbol>{_alternatives(UNIT_SYMBOLS)})(?![A-Za-z0-9/²³])")
_NAME = re.compile(rf"(?:[ \n]| ?- ?|- )?(?P<name>{_alternatives(UNIT_NAMES)})(?![A-Za-z0-9²³])", re.IGNORECASE)
_ADJECTIVES = {adjective for table in COUNTRIES.values() for adjective in table}
_MONEY_AFTER = re.compile(
    rf"(?: |-)?(?:(?P<country>{_alternatives(_ADJECTIVES)})[ "
    rf"-])?(?P<name>{_alternatives({*MONEY_NAMES, *MONEY_BIG_ONLY, *PLURALS, *COUNTRIES})})(?![A-Za-z])",
    re.IGNORECASE,
)
_MONEY_SUFFIX = re.compile(
    rf"(?:(?P<sign>{_alternatives(MONEY_SUFFIX_SIGNS)})|[ ]?(?P<code>{_alternatives(ISO_CODES)})|[ ](?P<spaced>[p€£])|"
    rf"(?P<us>[ ](?:U\.S\.|US)(?=[ ,.)]|$)))(?![A-Za-z0-9]|\.\d)"
)
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
    r"(?:[ ](?P<each>an?|each|every|per)[ ]|-an?-|-per-)(?P<what>[a-z]+(?:-hour)?)(?![A-Za-z])", re.IGNORECASE
)
_WORDS = re.compile(r"[A-Za-z]+")
_CONTEXT = 70


def money_before(text: str, start: int, numeral: Numeral) -> Unit | None:
    """Read the sign or code of a currency that stands right before a numeral.

    Arguments:
        text: the view of the text.
        start: where the numeral (or its minus) begins.
        numeral: the numeral; weak signs ask that it is written like money.
    """
    if start == 0 or not (text[start - 1] in "$£€¥₹₽₩₪₺₴₦₱฿₫₡₭₾₿₸₵￥= ." or text[start - 1].isalpha()):
        return None
    found = _MONEY_BEFORE.search(text, max(0, start - 7), start)
    if found is None:
        return None
    if found["code"]:
        return Unit(found["code"], "money", found.start())
    sign = found["sign"]
    spaced = found[0].endswith(" ")
    if sign in WEAK_SIGNS or sign[-1].isalpha():
        like_money = not numeral.plain or sign in ("Rs", "Rs.", "RM", "Rp", "RMB")
        if sign in ("PS",) and (found.start() and text[found.start() - 1].isdigit()):
            return None
        if (spaced and sign not in ("Rs", "Rs.", "RM", "RMB")) or not like_money:
            return None
    return Unit(MONEY_SIGNS[sign], "money", found.start())


def money_after(text: str, end: int, numeral: Numeral) -> Unit | None:
    """Read the currency behind a numeral: a name ("dollars", "Danish crowns"), a code ("JPY") or a sign ("1,200€", "34p")."""
    found = _MONEY_AFTER.match(text, end)
    if found:
        name = found["name"].lower()
        singular = PLURALS.get(name, name)
        if found["country"]:
            code = COUNTRIES.get(singular, {}).get(found["country"].lower())
            return Unit(code, "money", found.end()) if code else None
        if name in MONEY_NAMES and not (name == "rand" and text[found.start("name")] == "R"):
            return Unit(MONEY_NAMES[name], "money", found.end())
        if name in MONEY_BIG_ONLY and (
            numeral.scale >= 1e6 or (numeral.value or 0) >= 1e6 or _is_about_money(text, numeral.start, name)
        ):
            return Unit(MONEY_BIG_ONLY[name], "money", found.end())
    if sign := _MONEY_SUFFIX.match(text, end):
        if sign["us"]:
            return None
        if sign["code"]:
            return Unit(sign["code"], "money", sign.end())
        if sign["spaced"]:
            mark = sign["spaced"]
            if mark == "p" and not re.compile(r" p(?:[,.;)]| (?:at|a|per|to|from|on)\b|$)").match(text, end):
                return None
            return Unit(MONEY_SUFFIX_SIGNS[mark], "money", sign.end())
        mark = sign["sign"]
        if mark == "c" and not numeral.plain:
            return None
        return Unit(MONEY_SUFFIX_SIGNS[mark], "money", sign.end())
    return None


def _is_about_money(text: str, start: int, name: str) -> bool:
    if not name.startswith("pound"):
        return False
    before = text[max(0, start - 40) : start]
    return any(word.lower() in MONEY_CONTEXT for word in _WORDS.findall(before))


def unit_after(text: str, end: int, numeral: Numeral) -> Unit | None:
    """Read the unit of measurement behind a numeral (see ``unit_patterns``), percent and durations included."""
    if found := _SYMBOL.match(text, end):
        symbol, gap = found["symbol"], found["gap"]
        if _symbol_stands(text, found.end(), symbol, gap, numeral):
            code, kind = UNIT_SYMBOLS[symbol]
            return Unit(*_in_context(text, numeral.start, found.end(), code, kind), found.end())
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
    code, kind = UNIT_NAMES[name]
    return Unit(*_in_context(text, numeral.start, found.end(), code, kind), found.end())


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
    if not gap:
        return not (symbol == "s" and numeral.plain)
    if symbol in GLUED_ONLY:
        if symbol not in GLUED_OR_FINAL or gap == "-":
            return (symbol in ("C", "F") and gap == "") or (symbol in ("pp", "bp", "bps", "mb", "mi") and gap == " ")
        return bool(
            re.compile(r"(?:\s?$|\s?[.,;)\]]|\s(?:x|and the|of|long|wide|tall|high|deep|\d|is|away|in)\b)").match(text, end)
        ) and not (symbol in ("C", "F") and text[end : end + 1] == "." and text[end + 1 : end + 2].isalpha())
    return not (symbol == "PS" and gap == "-")


def _in_context(text: str, start: int, end: int, code: str, kind: UnitKind) -> tuple[str, UnitKind]:
    """Bare degrees are an angle unless the words around speak of heat."""
    if code != "°":
        return code, kind
    words = _WORDS.findall(text[max(0, start - _CONTEXT) : end + 40])
    return code, "temperature" if any(word.lower() in TEMPERATURE_CONTEXT for word in words) else "angle"


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
    if (found := _PER.match(text, end)) and (not found["slash"] or unit):
        what = found["what"]
        if what.lower() in ("cent", "the", "his", "her", "its", "their", "a"):
            return None
        return (re.sub(r"^(?:one|a|every) ", "", what)), found.end()
    if found := _ARTICLE_PER.match(text, end):
        what = found["what"].lower()
        if (
            what in RATE_TIMES
            and found["each"] not in ("each", "every")
            and re.compile(r" (?:ago|earlier|later|before|and a half|or two|after|old)\b").match(text, found.end())
        ):
            return None
        if what in RATE_TIMES or (money and (what in RATE_THINGS or found[0].startswith("-"))):
            return found["what"], found.end()
    return None


def denominator_is_number(text: str, start: int) -> bool:
    """Tell whether a numeral is a rate's denominator: the 100,000 of "per 100,000 people"."""
    return bool(re.compile(r"(?:\bper |[A-Za-z]/)$", re.IGNORECASE).search(text, max(0, start - 5), start))


__all__ = [
    "Unit",
    "age_after",
    "denominator_is_number",
    "is_aged",
    "money_after",
    "money_before",
    "per_after",
    "unit_after",
]
