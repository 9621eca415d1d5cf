"""Money around a numeral: the sign, code or name before it, and the name, code or sign behind it."""

from __future__ import annotations

import re

from factx.components.claims.money_patterns import (
    CODES,
    COUNTRIES,
    MANY,
    MANY_CODES,
    NAMES,
    NAMES_BIG_ONLY,
    PLURALS,
    SIGNS,
    SUFFIX_SIGNS,
    WEAK_CODES,
    WEAK_SIGNS,
)
from factx.components.claims.numeral import Numeral
from factx.components.claims.patterns import MONEY_CONTEXT, SCALES
from factx.components.claims.unit import Unit, alternatives

_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS if not sign[-1].isalpha()) | {" ", "."}
_BEFORE = re.compile(
    rf"(?<![A-Za-z])(?:(?P<sign>{alternatives(SIGNS)})|(?P<code>{alternatives(CODES)})"
    rf"|(?P<many>{alternatives(MANY)})(?P<of>{alternatives(MANY_CODES)}))[ ]?$"
)
_NAME_BEFORE = re.compile(rf"(?<![A-Za-z-])(?P<name>{alternatives({*NAMES, 'pounds'})})[ ]$", re.IGNORECASE)
_BARE_END = re.compile(r"[.,;:!?)]|\s?$|\n| (?:to|a|per|for|in|on|as|by|from|and|or|at|more|each)\b")
_COUNTRY_NAMES = {country for table in COUNTRIES.values() for country in table}
_AFTER = re.compile(
    rf"(?: |-)?(?:(?P<country>{alternatives(_COUNTRY_NAMES)})[ "
    rf"-])?(?P<name>{alternatives({*NAMES, *NAMES_BIG_ONLY, *PLURALS, *COUNTRIES})})(?![A-Za-z])",
    re.IGNORECASE,
)
_SPACED = [sign for sign in SUFFIX_SIGNS if sign not in ("c", "¢")]
_SUFFIX = re.compile(
    rf"(?:(?P<sign>{alternatives(SUFFIX_SIGNS)})|[ ]?(?P<code>{alternatives(CODES)})|[ ](?P<spaced>{alternatives(_SPACED)})"
    rf"|[ ]?(?P<many>{alternatives(MANY)})(?P<of>{alternatives(MANY_CODES)}))(?![A-Za-z0-9]|\.\d)"
)
# "75 USD million", as columns of accounts are headed.
_SCALE_AFTER = re.compile(r"[ ](?P<scale>thousand|million|billion|trillion|mn|bn|m)(?![A-Za-z])")
_SCALES_AFTER = {**SCALES, "m": 1e6, "mn": 1e6, "bn": 1e9}
_CHINESE = re.compile(r"\b(?:China|Chinese|Beijing|Shanghai|yuan|renminbi)\b")
_CONTEXT = 70
# "10 $ 30 $", "10 rmb 20 usd": what stands between two numbers belongs to the first when the second has its own behind it.
_HAS_OWN = re.compile(rf" ?(?:\$|¢|cents?\b|(?:{alternatives(CODES)})(?![A-Za-z0-9]))")
_FOLLOWED_BY_ANOTHER = re.compile(r" ?(?P<number>\d[\d.,]*)")
_PENCE = re.compile(r" p(?:[,.;)]| (?:at|a|per|to|from|on)\b|$)")
_WORDS = re.compile(r"[A-Za-z]+")


def money_before(text: str, start: int, numeral: Numeral) -> Unit | None:
    """Read the money that stands right before a numeral: a sign, a code, or the name before a large sum ("rupees 500 crore").

    Arguments:
        text: the view of the text.
        start: where the numeral (or its minus) begins.
        numeral: the numeral; weak signs ask that it is written like money.
    """
    if start == 0 or not (text[start - 1] in _SIGN_ENDS or text[start - 1].isalpha()):
        return None
    found = _BEFORE.search(text, max(0, start - 7), start)
    if found is None:
        return _named_before(text, start, numeral)
    spaced = found[0].endswith(" ")
    if spaced and _belongs_to_number_before(text, found.start(), numeral):
        return None
    if found["of"]:
        return Unit(found["of"], "money", found.start(), MANY[found["many"]])
    if code := found["code"]:
        return None if code in WEAK_CODES and numeral.plain and spaced else Unit(CODES[code], "money", found.start())
    sign = found["sign"]
    if sign in WEAK_SIGNS or (sign[-1].isalpha() and sign not in ("Rs", "SFr", "DKr", "SKr", "NKr", "Ksh", "KSh", "Kč")):
        if sign == "PS" and found.start() and text[found.start() - 1].isdigit():
            return None
        if (spaced and sign not in ("Rs.", "RM")) or not (not numeral.plain or sign in ("Rs.", "RM", "Rp")):
            return None
    code = SIGNS[sign]
    if sign in ("¥", "￥") and _CHINESE.search(text, max(0, found.start() - _CONTEXT), numeral.end + _CONTEXT):
        code = "CNY"  # yen and yuan share the sign
    return Unit(code, "money", found.start())


def _belongs_to_number_before(text: str, start: int, numeral: Numeral) -> bool:
    before = text[max(0, start - 2) : start]
    return before[-1:] == " " and before[:1].isdigit() and _HAS_OWN.match(text, numeral.end) is not None


def _named_before(text: str, start: int, numeral: Numeral) -> Unit | None:
    if numeral.scale < 1e5 or text[start - 1] != " ":
        return None
    found = _NAME_BEFORE.search(text, max(0, start - 16), start)
    if found is None or not _BARE_END.match(text, numeral.end) or text[max(0, found.start() - 2) : found.start() - 1].isdigit():
        return None
    name = found["name"].lower()
    return Unit(NAMES.get(name, "GBP"), "money", found.start())


def money_after(text: str, end: int, numeral: Numeral) -> Unit | None:
    """Read the money behind a numeral: a name ("dollars", "Danish crowns"), a code ("JPY", "MUSD") or a sign ("34p")."""
    found = _AFTER.match(text, end)
    if found:
        name = found["name"].lower()
        singular = PLURALS.get(name, name)
        if found["country"]:
            code = COUNTRIES.get(singular, {}).get(found["country"].lower())
            return Unit(code, "money", found.end()) if code else None
        if name in NAMES and not (name == "rand" and text[found.start("name")] == "R"):
            return Unit(NAMES[name], "money", found.end())
        if name in NAMES_BIG_ONLY and (
            numeral.scale >= 1e6
            or (numeral.value or 0) >= 1e6
            or (name != "real" and (name != "won" or (numeral.value or 0) >= 100) and is_paid(text, numeral.start))
        ):
            return Unit(NAMES_BIG_ONLY[name], "money", found.end())
    sign = _SUFFIX.match(text, end)
    return _suffix(text, sign, numeral) if sign else None


def _suffix(text: str, found: re.Match[str], numeral: Numeral) -> Unit | None:
    if found["of"]:
        return Unit(found["of"], "money", found.end(), MANY[found["many"]])
    if found["code"]:
        if found["code"] in WEAK_CODES and numeral.plain:
            return None
        scaled = _SCALE_AFTER.match(text, found.end()) if numeral.scale == 1.0 else None
        if scaled:
            return Unit(CODES[found["code"]], "money", scaled.end(), _SCALES_AFTER[scaled["scale"]])
        return Unit(CODES[found["code"]], "money", found.end())
    if mark := found["spaced"]:
        if mark == "p" and not _PENCE.match(text, found.start()):
            return None
        following = _FOLLOWED_BY_ANOTHER.match(text, found.end()) if mark in "$£€¥" else None
        if following and not _HAS_OWN.match(text, following.end()):
            return None
        return Unit(SUFFIX_SIGNS[mark], "money", found.end())
    mark = found["sign"]
    if mark == "c" and not numeral.plain:
        return None
    return Unit(SUFFIX_SIGNS[mark], "money", found.end())


def is_paid(text: str, start: int) -> bool:
    """Tell whether the words before a number speak of paying: then "pounds" are no weight, and "won" and "lei" are money."""
    return any(word.lower() in MONEY_CONTEXT for word in _WORDS.findall(text[max(0, start - 40) : start]))


__all__ = ["is_paid", "money_after", "money_before"]
