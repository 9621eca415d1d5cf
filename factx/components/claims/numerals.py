"""The number grammar: one numeral, from the characters alone, to a value or a vague interval.

Digits ("1,214", ".001", "1.99×10^30"), words ("twenty-eight thousand six hundred"), both ("1.2 million", "$4bn"), fractions
("two-thirds", "10 1/2", "one in five"), multiples ("twice", "tenfold") and vague plurals ("tens of thousands"). Whether a numeral
is a figure at all is decided elsewhere; only what can never be one (ordinals, letters run together with digits) is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factx.components.claims.money_patterns import IDEOGRAPHS, ISO_CODES
from factx.components.claims.number_words import FOLD, read_words
from factx.components.claims.numeral import Numeral
from factx.components.claims.patterns import (
    ARTICLE_UNITS,
    DOZEN,
    MULTIPLE_VERBS,
    MULTIPLES,
    SCALES,
    SUFFIXES,
    VAGUE_PLURALS,
    VULGAR,
)
from factx.components.claims.shares import NUMBER_WORDS, share

# More digits than this are an account, a key or noise.
MAX_DIGITS = 30
# "80, 000" and "10 000", as tokenized text and the SI write thousands; a space alone joins only what cannot be two numbers.
_DIGITS = (
    r"(?:\d{1,3}(?:, 000)+(?![\d,]\d)"
    r"|[1-9]\d{0,2}(?: \d{3}){0,3} 000(?![\d,.]\d| ?\d)"
    r"|[1-9]\d{0,2}(?: \d{3}){2,3}(?![\d,.]|[ -]\d)(?= [a-z]|%)"
    r"|\d{1,3}(?:,\d{3}){1,8}(?![\d,]\d)"
    r"|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)"
    r"|\d+)(?:\.\d+)?|\.\d+"
)
_STARTS = "|".join(
    sorted(
        {
            *NUMBER_WORDS,
            *SCALES,
            *DOZEN,
            *VAGUE_PLURALS,
            *MULTIPLES,
            *MULTIPLE_VERBS,
            "half",
            r"quarter(?= (?:of a )?(?:million|billion|trillion|thousand)\b)",
            "several",
            r"an?(?=[ -](?:hundred|thousand|lakh|million|crore|billion|trillion|dozen|score|half|third|quarter|fifth|tenth|"
            r"sixth|eighth|"
            r"couple|few|handful|hundredth|thousandth|fourth|seventh|ninth|further)\b)",
            rf"an?(?= (?:{'|'.join(sorted(ARTICLE_UNITS))})\b)",
            *(f"{word}fold" for word in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")),
        },
        key=len,
        reverse=True,
    )
)
_START = re.compile(
    rf"(?:(?<!\w)(?:(?P<vulgar>[{''.join(VULGAR)}])|(?P<word>(?i:{_STARTS}))(?!\w))"
    rf"|(?:(?<!\w)|(?<=\b[A-Z]{{3}})|(?<=\bR[Msp])|(?<=\$[A-Z])|(?<=\$[A-Z]{{2}})|(?<=\bPS)|(?<=\bR))(?P<digits>{_DIGITS}))"
)
_SCALE = re.compile(
    rf"(?:(?P<suffix>{'|'.join(sorted(SUFFIXES, key=len, reverse=True))})(?![A-Za-z0-9/²³])|[ "
    rf"-]?(?P<scale>(?i:{'|'.join(SCALES)}|dozen)s?)(?![A-Za-z])"
    r"|[ ](?P<spaced>bn|mn|mln|bln|tn|trn|[mMB](?= (?:people|users|dollars|euros|pounds|shares|barrels|tons|tonnes|USD|EUR|GBP|"
    r"CHF|SEK|NOK|DKK)\b))(?![A-Za-z0-9]))"
)
# "$8 B": a letter of its own is a scale behind a sum.
_SPACED_LETTER = re.compile(r" (?P<letter>[MBTKm]|MM)(?![\w'&/-])")
_SUM = re.compile(r"[$£€¥₹] ?$")
# "€5,50" and "5,50 €" are written so on the continent.
_DECIMAL_COMMA = re.compile(r",(?P<cents>\d\d)(?![\d,.]\d|\d)")
_EURO_BEFORE, _EURO_AFTER = re.compile(r"€ ?$"), re.compile(r" ?(?:€|euros?\b|EUR\b)")
_SLASHED = re.compile(r"(\d{1,3})\s?[/⁄]\s?(\d{1,4})(?![\d/])")
_MIXED = re.compile(r"[ -](\d{1,2})[/⁄](\d{1,3})(?![\d/])")
_POWER = re.compile(r"\s?[×xX*]\s?10(?:\^|\*\*)?\s?(?P<sign>[-+]?)(?P<power>\d{1,3})(?!\d)")
_SUPER = re.compile(r"\s?[×xX]\s?10(?P<power>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# Letters right behind the digits: a unit's symbol, a currency, a suffix; anything else is an identifier ("24703L202", "9AB8").
_LETTERS_AFTER = re.compile(r"[A-Za-zµμΩ]{1,6}(?:[²³23](?!\d)|/[a-z]{1,4}2?)?(?![A-Za-z0-9])")


def numerals(text: str, start: int = 0, end: int | None = None) -> Iterator[Numeral]:
    """Find the numerals of a text, in order, without overlap.

    Arguments:
        text: any text, in the view of ``factx.components.text``.
        start: where to begin.
        end: where to stop; the end of the text when None.

    Yields:
        Each numeral; places are code points.
    """
    stop = len(text) if end is None else end
    position = start
    while found := _START.search(text, position, stop):
        numeral = _read(text, found)
        if numeral is None:
            position = max(found.end(), position + 1)
        else:
            yield numeral
            position = max(numeral.end, position + 1)


def numeral_at(text: str, position: int) -> Numeral | None:
    """Read the numeral that begins exactly here, if one does."""
    found = _START.match(text, position)
    return _read(text, found) if found else None


def _read(text: str, found: re.Match[str]) -> Numeral | None:
    if found["digits"] is not None:
        return _read_digits(text, found)
    if found["vulgar"] is not None:
        return Numeral(found.start(), found.end(), VULGAR[found["vulgar"]], "fraction", VULGAR[found["vulgar"]])
    return read_words(text, found.start())


def _read_digits(text: str, found: re.Match[str]) -> Numeral | None:
    start, end, digits = found.start(), found.end(), found["digits"]
    if len(digits) > MAX_DIGITS or (start > 1 and text[start - 1] in ".,/:" and text[start - 2].isdigit()):
        return None
    if end + 1 < len(text) and text[end] in "./:" and text[end + 1].isdigit() and not _SLASHED.match(text, start):
        return None  # a version, an address, a clock, a date
    if start and text[start - 1].isalpha() and not _after_code(text, start):
        return None
    value = float(digits.replace(",", "").replace(" ", ""))
    if digits.isdigit():
        if (cents := _DECIMAL_COMMA.match(text, end)) and (
            _EURO_BEFORE.search(text, max(0, start - 2), start) or _EURO_AFTER.match(text, cents.end())
        ):
            value = float(f"{digits}.{cents['cents']}")
            return Numeral(start, cents.end(), value, "digits", value)
        if slashed := _SLASHED.match(text, start):
            return _slashed(slashed, start)
        if end < len(text) and text[end] in VULGAR:
            return Numeral(start, end + 1, value + VULGAR[text[end]], "digits", value + VULGAR[text[end]])
        if end + 1 < len(text) and text[end] == " " and text[end + 1] in VULGAR:
            return Numeral(start, end + 2, value + VULGAR[text[end + 1]], "digits", value + VULGAR[text[end + 1]])
        if (mixed := _MIXED.match(text, end)) and 0 < int(mixed[1]) < int(mixed[2]):
            value += int(mixed[1]) / int(mixed[2])
            return Numeral(start, mixed.end(), value, "digits", value)
    if power := _SUPER.match(text, end):
        return _powered(start, power.end(), value, int(power["power"].translate(_SUPERSCRIPTS)))
    if (power := _POWER.match(text, end)) and (power["sign"] or "^" in power[0] or "**" in power[0]):
        return _powered(start, power.end(), value, int(power["sign"] + power["power"]))
    if fold := FOLD.match(text, end):
        return Numeral(start, fold.end(), value, "multiple", value)
    scale, suffix = 1.0, ""
    while scaled := _SCALE.match(text, end):
        if scaled["suffix"] or scaled["spaced"]:
            if scale != 1.0:
                break
            suffix = scaled["suffix"] or ""
            scale *= SUFFIXES[scaled["suffix"] or scaled["spaced"]]
            end = scaled.end()
            break
        word = scaled["scale"].lower()
        if word.endswith("s") and not text[end : scaled.end()].startswith((" ", "-")):
            break
        scale *= {**SCALES, **DOZEN}[word.rstrip("s")]
        end = scaled.end()
        if scale > 1e15:
            break
    if scale == 1.0 and _SUM.search(text, max(0, start - 2), start) and (letter := _SPACED_LETTER.match(text, end)):
        scale, end = SUFFIXES[letter["letter"]], letter.end()
    if scale == 1.0 and (part := share(text, start, end, value)):
        return part
    if (
        end < len(text)
        and text[end].isalpha()
        and end == found.end()
        and text[end] not in IDEOGRAPHS
        and (_glued(text, end) or not _LETTERS_AFTER.match(text, end))
    ):
        return None
    return Numeral(start, end, value * scale, "digits", value, scale, plain=digits.isdigit() and scale == 1.0, suffix=suffix)


def _after_code(text: str, start: int) -> bool:
    """Letters run together with digits are a name ("F16"), but for currencies: "USD10m", "RM2.05"."""
    letters = re.compile(r"[A-Za-z]{1,3}$").search(text, max(0, start - 3), start)
    return letters is not None and (
        text[letters.start() - 1 : letters.start()] == "$"
        or letters[0] in ISO_CODES
        or letters[0] in ("RM", "Rs", "Rp", "PS", "R")
    )


def _glued(text: str, end: int) -> bool:
    """Tell an ordinal's ending or an "s" of years from a unit: "21st", "1990s"."""
    return bool(re.compile(r"(?:st|nd|rd|th|s)(?![A-Za-z])").match(text, end)) and not (
        text[end] == "s" and "." in text[max(0, end - 5) : end]
    )


def _slashed(found: re.Match[str], start: int) -> Numeral | None:
    above, below = int(found[1]), int(found[2])
    if not 0 < above < below or below not in (2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100, 128, 1000):
        return None
    return Numeral(start, found.end(), above / below, "fraction", above / below)


def _powered(start: int, end: int, value: float, power: int) -> Numeral | None:
    if not -300 < power < 280:
        return None
    scaled = float(f"{value!r}e{power}") if "e" not in repr(value) else value * 10.0**power
    return Numeral(start, end, scaled, "digits", scaled)
