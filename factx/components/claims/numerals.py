"""The number grammar: one numeral, from the characters alone, to a value or a vague interval.

Digits ("1,214", ".001", "1.99×10^30"), words ("twenty-eight thousand six hundred"), both ("1.2 million", "$4bn"), fractions ("two-thirds",
"10 1/2", "one in five"), multiples ("twice", "tenfold") and vague plurals ("tens of thousands"). Whether a numeral is a figure at all is
decided elsewhere; only what can never be one (ordinals, letters run together with digits) is left out here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from factx.components.claims.patterns import (
    DOZEN,
    FRACTIONS,
    MULTIPLE_VERBS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    SUFFIXES,
    TEENS,
    TENS,
    UNITS_WORDS,
    VAGUE_PLURALS,
    VAGUE_SMALL,
    VULGAR,
)
from factx.components.claims.unit_patterns import ISO_CODES

NumeralKind = Literal["digits", "words", "fraction", "multiple", "vague"]
# More digits than this are an account, a key or noise.
MAX_DIGITS = 30

_NUMBER_WORD: dict[str, float] = {**UNITS_WORDS, **TEENS, **TENS}
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,8}(?![\d,]\d)|\d{1,2}(?:,\d{2}){1,6},\d{3}(?!\d)|\d+)(?:\.\d+)?|\.\d+"
_STARTS = "|".join(
    sorted(
        {
            *_NUMBER_WORD,
            *SCALES,
            *DOZEN,
            *VAGUE_PLURALS,
            *MULTIPLES,
            *MULTIPLE_VERBS,
            "half",
            "quarter",
            "several",
            r"an?(?=[ -](?:hundred|thousand|lakh|million|crore|billion|trillion|dozen|score|half|third|quarter|fifth|tenth|sixth|eighth|"
            r"couple|few|handful|hundredth|thousandth|fourth|seventh|ninth|further)\b)",
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
_WORD = re.compile(r"[A-Za-z]+")
_SEPARATOR = re.compile(r" ?- ?| (?:and )?(?:an? )?|-and-(?:an?-)?|\n(?=[a-z])")
_SCALE = re.compile(
    rf"(?:(?P<suffix>{'|'.join(sorted(SUFFIXES, key=len, reverse=True))})(?![A-Za-z0-9/²³])|[ -]?(?P<scale>(?i:{'|'.join(SCALES)}|dozen)s?)(?![A-Za-z])"
    r"|[ ](?P<spaced>bn|mn|mln|bln|tn|trn|[mM](?= (?:people|dollars|euros|pounds)\b))(?![A-Za-z0-9]))"
)
_SLASHED = re.compile(r"(\d{1,3})\s?[/⁄]\s?(\d{1,4})(?![\d/])")
_MIXED = re.compile(r"[ -](\d{1,2})[/⁄](\d{1,3})(?![\d/])")
_POWER = re.compile(r"\s?[×xX*]\s?10(?:\^|\*\*)?\s?(?P<sign>[-+]?)(?P<power>\d{1,3})(?!\d)")
_SUPER = re.compile(r"\s?[×xX]\s?10(?P<power>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_AND_A_FRACTION = re.compile(r"(?:[ -]and[ -]an?[ -])(half|third|quarter)\b", re.IGNORECASE)
_OUT_OF = re.compile(r"[ -](?:in|out of)(?: every)?[ -](?P<n>\d{1,3}(?:,\d{3})*|[a-z]+(?:-[a-z]+)?)\b(?P<scale> (?:hundred|thousand|million))?", re.IGNORECASE)
_DENOMINATOR = re.compile(rf"[ -]({'|'.join(sorted(FRACTIONS, key=len, reverse=True))})(s?)(?![A-Za-z])", re.IGNORECASE)
_AFTER_FRACTION = re.compile(r"\s+(?:of|the|as|more|less|fewer|its|their|his|her|our|that|what|all|a|an|those|these)\b", re.IGNORECASE)
_BEFORE_FRACTION = re.compile(
    r"(?:\b(?:by|than|about|nearly|almost|over|around|roughly|up|down|just|least|under|approximately|only|some|(?:a )?further|fully|least|another|to|"
    r"one|quite|fell|rose|lost|dropped|shrank|owns?|a))\s+$",
    re.IGNORECASE,
)
_NO_FRACTION = re.compile(r"(?:\b(?:the|first|second|other|better|this|last|next|in|each|third|fourth|latter|one)\s+|[\w]-)$", re.IGNORECASE)
# Letters right behind the digits: a unit's symbol, a currency, a suffix; anything else is an identifier ("24703L202", "9AB8").
_LETTERS_AFTER = re.compile(r"[A-Za-zµμΩ]{1,6}(?:[²³23](?!\d)|/[a-z]{1,4}2?)?(?![A-Za-z0-9])")
_FOLD = re.compile(r"-?fold\b", re.IGNORECASE)
_VAGUE_OF = re.compile(r" of (thousands|millions|billions|hundreds)\b", re.IGNORECASE)
_VAGUE_SMALL = re.compile(r"(?:a couple(?: of)?|a few|a handful of|several)(?= |$|\n)", re.IGNORECASE)
_VAGUE_SCALE = re.compile(r" (dozen|hundred|thousand|million|billion|trillion)\b(?! of the)", re.IGNORECASE)
_HALF_A = re.compile(r"[ -](?:an?[ -])?(million|billion|trillion|thousand|hundred|dozen)\b", re.IGNORECASE)


@dataclass(slots=True, frozen=True)
class Numeral:
    """One number as written.

    ``mantissa`` and ``scale`` multiply to ``value``; for a vague numeral ``low`` and ``high`` are set and ``value`` is None. ``plain`` is a bare run
    of digits (it may be a year), ``suffix`` a scale letter behind the digits, which may turn out to be a unit.
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
    return _read_words(text, found.start())


def _read_digits(text: str, found: re.Match[str]) -> Numeral | None:
    start, end, digits = found.start(), found.end(), found["digits"]
    if len(digits) > MAX_DIGITS or (start > 1 and text[start - 1] in ".,/:" and text[start - 2].isdigit()):
        return None
    if end + 1 < len(text) and text[end] in "./:" and text[end + 1].isdigit() and not _SLASHED.match(text, start):
        return None  # a version, an address, a clock, a date
    if start and text[start - 1].isalpha() and not _after_code(text, start):
        return None
    value = float(digits.replace(",", ""))
    if digits.isdigit():
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
    if fold := _FOLD.match(text, end):
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
        if word.endswith("s") and not text[end:scaled.end()].startswith((" ", "-")):
            break
        scale *= {**SCALES, **DOZEN}[word.rstrip("s")]
        end = scaled.end()
        if scale > 1e15:
            break
    if scale == 1.0 and (share := _share(text, start, end, value)):
        return share
    if end < len(text) and text[end].isalpha() and end == found.end() and (_glued(text, end) or not _LETTERS_AFTER.match(text, end)):
        return None
    return Numeral(start, end, value * scale, "digits", value, scale, plain=digits.isdigit() and scale == 1.0, suffix=suffix)


def _after_code(text: str, start: int) -> bool:
    """Letters run together with digits are a name ("F16"), but for currencies: "USD10m", "RM2.05"."""
    letters = re.compile(r"[A-Za-z]{1,3}$").search(text, max(0, start - 3), start)
    return letters is not None and (text[letters.start() - 1 : letters.start()] == "$" or letters[0] in ISO_CODES or letters[0] in ("RM", "Rs", "Rp", "PS", "R"))


def _glued(text: str, end: int) -> bool:
    """Tell an ordinal's ending or an "s" of years from a unit: "21st", "1990s"."""
    return bool(re.compile(r"(?:st|nd|rd|th|s)(?![A-Za-z])").match(text, end)) and not (text[end] == "s" and "." in text[max(0, end - 5) : end])


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


def _share(text: str, start: int, end: int, value: float) -> Numeral | None:
    """Read "one in five" and "nine out of ten"; "3 in 2019" is none, and neither is "one in three cities".."""
    found = _OUT_OF.match(text, end)
    if not found or value != int(value):
        return None
    word = found["n"].lower()
    whole = float(word.replace(",", "")) if word[0].isdigit() else _simple_word(word)
    if whole is None:
        return None
    whole *= SCALES[found["scale"].strip().lower()] if found["scale"] else 1.0
    stop = found.end()
    if whole <= value or (" out of " not in found[0].lower() and not _is_ratio(text, value, whole, word, stop)):
        return None
    return Numeral(start, stop, value / whole, "fraction", value / whole)


def _is_ratio(text: str, value: float, whole: float, word: str, stop: int) -> bool:
    """Only round ratios are shares: "1 in 8", "six in ten"; not "two in 1990", "12 in 15 minutes"."""
    if 1500 <= whole <= 2100 and word.isdigit():
        return False
    after = text[stop : stop + 12].lstrip().lower()
    if after.startswith(("minute", "hour", "day", "week", "month", "year", "second", "game", "match", "innings", "start", "decade")):
        return False
    return value == 1 or whole in (10.0, 100.0, 1000.0) or (value < whole <= 10)


def _simple_word(word: str) -> float | None:
    first, _, second = word.partition("-")
    if first in TENS and second in UNITS_WORDS:
        return float(TENS[first] + UNITS_WORDS[second])
    if second:
        return None
    if first in _NUMBER_WORD:
        return float(_NUMBER_WORD[first])
    return SCALES.get(first)


def _read_words(text: str, start: int) -> Numeral | None:
    first = _WORD.match(text, start)
    if first is None:
        return None
    word = first[0].lower()
    if small := _VAGUE_SMALL.match(text, start):
        return _vague_small(text, small)
    if word in VAGUE_PLURALS:
        return _vague_plural(text, start, first)
    if word in MULTIPLE_VERBS:
        value, trend = MULTIPLE_VERBS[word]
        return Numeral(start, first.end(), value, "multiple", value, trend=trend)
    if word in MULTIPLES:
        if not _is_multiple(text, start, first.end(), word):
            return None
        return Numeral(start, first.end(), MULTIPLES[word], "multiple", MULTIPLES[word])
    if word.endswith("fold") and word[:-4] in _NUMBER_WORD:
        value = float(_NUMBER_WORD[word[:-4]])
        return Numeral(start, first.end(), value, "multiple", value)
    if word == "half":
        return _half(text, start, first.end())
    if word == "quarter":
        return None
    if word in ("a", "an"):
        return _article(text, start, first.end())
    return _cardinal(text, start)


_MULTIPLE_OF = re.compile(
    r" (?:as|the|that|those|its|their|his|her|our|what|this|these|last|previous|current|normal|pre-|initial|original|expected|average|from|to|in (?:the|\d))\b",
    re.IGNORECASE,
)


def _is_multiple(text: str, start: int, end: int, word: str) -> bool:
    """ "Twice" is also a count of occasions and "double" an adjective: a multiple is of something."""
    if text[end : end + 1] == "-":
        return False
    before = text[max(0, start - 14) : start].lower()
    if word not in ("twice", "thrice") and re.search(r"(?:\bto|will|would|could|may|might|than|over|nearly|almost|about|roughly|not|and)\s$", before):
        return not re.match(r" (?:agent|standard|play|murder|check|down|act|bill|glaz|bed|room|whammy|edge|blow|digit|header|jeopardy)", text[end : end + 12])
    return bool(_MULTIPLE_OF.match(text, end)) and not re.search(r"\b(?:once or|the|a)\s$", before)


def _vague_small(text: str, small: re.Match[str]) -> Numeral:
    low, high = VAGUE_SMALL[small[0].lower()]
    end, scale = small.end(), 1.0
    if scaled := _VAGUE_SCALE.match(text, end):
        scale, end = {**SCALES, **DOZEN}[scaled[1].lower()], scaled.end()
    elif small[0].lower().endswith(" of"):
        end -= 3
    return Numeral(small.start(), end, None, "vague", scale=scale, low=low * scale, high=high * scale)


def _vague_plural(text: str, start: int, first: re.Match[str]) -> Numeral | None:
    low, high = VAGUE_PLURALS[first[0].lower()]
    end = first.end()
    if of := _VAGUE_OF.match(text, end):
        scale = VAGUE_PLURALS[of[1].lower()][0]
        return Numeral(start, of.end(), None, "vague", scale=scale, low=low * scale, high=high * scale)
    if first[0].lower() in ("tens", "scores") and not text.startswith(" of ", end):
        return None
    return Numeral(start, end, None, "vague", low=low, high=high)


def _half(text: str, start: int, end: int) -> Numeral | None:
    if scaled := _HALF_A.match(text, end):
        scale = {**SCALES, **DOZEN}[scaled[1].lower()]
        return Numeral(start, scaled.end(), 0.5 * scale, "words", 0.5, scale)
    after, before = text[end : end + 12].lower(), text[max(0, start - 30) : start]
    if after.startswith(("-", " time", " way", " hour's")) and not after.startswith(("-hour", "-mile", "-percent", "-point", "-inch", "-century")):
        return None
    if after.startswith((" an hour", " an inch", " a mile", " a century", " a percent", " a point", " a kilo", " a second", " a degree", " an acre", " a day", " a minute")):
        return Numeral(start, end + (3 if after.startswith(" an ") else 2), 0.5, "words", 0.5)
    if _NO_FRACTION.search(before) or after.startswith((" a ", " an ")):
        return None
    if _AFTER_FRACTION.match(text, end) or _BEFORE_FRACTION.search(before):
        return Numeral(start, end, 0.5, "fraction", 0.5)
    return None


def _article(text: str, start: int, end: int) -> Numeral | None:
    word = _WORD.match(text, end + 1)
    if word is None:
        return None
    unit = word[0].lower()
    if unit in SCALES or unit in DOZEN:
        if unit == "score":
            return None
        return _cardinal(text, start, after_article=end + 1)
    if unit in FRACTIONS:
        stop = word.end()
        if text[stop : stop + 1] == "-":
            return None
        of = re.compile(r" (?:of|more|less|fewer|as|the)\b").match(text, stop)
        before = text[max(0, start - 20) : start]
        by = re.compile(r"\b(?:by|than|about|almost|nearly|around|over|roughly|under|least|up|down|to|just|only)\s$", re.IGNORECASE).search(before)
        if not of and not by:
            return None
        if unit == "half" and not of and not by:
            return None
        return Numeral(start, stop, 1 / FRACTIONS[unit], "fraction", 1 / FRACTIONS[unit])
    return None


def _cardinal(text: str, start: int, after_article: int | None = None) -> Numeral | None:
    """Read a cardinal in words by the usual sums: hundreds multiply, scales close a group, groups descend."""
    total, group, ceiling, end = 0.0, 1.0 if after_article else None, float("inf"), start
    position = after_article or start
    last_scale = 0.0  # the multiplier that the word before was, 0 when it was none
    seen = False
    while word := _WORD.match(text, position):
        name = word[0].lower()
        if name in _NUMBER_WORD:
            value = float(_NUMBER_WORD[name])
            if group is None or (group % 100 == 0 and group and value < 100 and seen and last_scale == 100):
                group = (group or 0.0) + value
            elif name in UNITS_WORDS and value and 20 <= group % 100 <= 90 and group % 10 == 0 and last_scale == 0:
                group += value
            else:
                break
            if group >= ceiling:
                break
            last_scale = 0.0
        elif name in SCALES or name == "dozen":
            scale = SCALES.get(name, 12.0)
            if group is None and seen:
                break
            if name == "hundred":
                if group is not None and group >= 100:
                    break
                group = (group or 1.0) * 100
                last_scale = 100.0
            elif name == "dozen":
                total, group, end, seen = total + (group or 1.0) * 12, None, word.end(), True
                break
            else:
                if scale >= ceiling:
                    break
                total += (group or 1.0) * scale
                group, ceiling, last_scale = None, scale, scale
        else:
            break
        seen, end = True, word.end()
        separator = _SEPARATOR.match(text, end)
        if not separator or ("and" in separator[0] and not last_scale) or separator[0].endswith(("a ", "an ", "a-", "an-")):
            break
        position = separator.end()
        following = _WORD.match(text, position)
        if following is None:
            break
        after = following[0].lower()
        if "and" in separator[0] and (last_scale > 100 or after in SCALES) and after not in _NUMBER_WORD:
            break
    if not seen:
        return None
    value = total + (group or 0.0)
    return _finish_words(text, start, end, value, after_article is not None)


def _finish_words(text: str, start: int, end: int, value: float, article: bool) -> Numeral | None:
    if fraction := _AND_A_FRACTION.match(text, end):
        value, end = value + 1 / FRACTIONS[fraction[1].lower()] * (_top_scale(value) if value >= 100 else 1.0), fraction.end()
        if scaled := re.compile(rf"[ -]({'|'.join(SCALES)}|dozen)\b", re.IGNORECASE).match(text, end):
            scale = {**SCALES, **DOZEN}[scaled[1].lower()]
            return Numeral(start, scaled.end(), value * scale, "words", value, scale)
        return Numeral(start, end, value, "words", value)
    if not article and value < 1000:
        denominator = _DENOMINATOR.match(text, end)
        if denominator and (bool(denominator[2]) == (value != 1) or value != 1):
            return _word_fraction(text, start, denominator, value)
    if ordinal := re.compile(r"[ -]([a-z]+)\b", re.IGNORECASE).match(text, end):
        if ordinal[1].lower() in ORDINALS and ordinal[0].startswith("-") and value != 1:
            return None
    if fold := _FOLD.match(text, end):
        return Numeral(start, fold.end(), value, "multiple", value)
    if share := _share(text, start, end, value):
        return share
    scale = _top_scale(value) if value >= 1000 else 1.0
    return Numeral(start, end, value, "words", value / scale, scale)


def _word_fraction(text: str, start: int, denominator: re.Match[str], value: float) -> Numeral | None:
    part = FRACTIONS[denominator[1].lower()]
    plural = bool(denominator[2])
    if denominator[1].lower() == "quarter" and denominator[0].startswith(" ") and not _AFTER_FRACTION.match(text, denominator.end()):
        return Numeral(start, start + len(text[start : denominator.start()]), value, "words", value)
    if value == 1 and not plural:
        before = text[max(0, start - 8) : start]
        if text[denominator.end() : denominator.end() + 1] == "-" and not text[denominator.end() + 1 : denominator.end() + 2].isalpha():
            return None
        if re.compile(r"\b(?:the|no|any|this)\s$").search(before):
            return None
    elif not plural:
        if not denominator[0].startswith("-"):
            return Numeral(start, denominator.start(), value, "words", value)
        return None if value >= 20 else Numeral(start, denominator.end(), value / part, "fraction", value / part)
    return Numeral(start, denominator.end(), value / part, "fraction", value / part)


def _top_scale(value: float) -> float:
    return next((scale for scale in (1e15, 1e12, 1e9, 1e6, 1e3) if value >= scale), 100.0 if value >= 100 else 1.0)
