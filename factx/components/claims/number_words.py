"""Numbers in words: cardinals, fractions, multiples and vague plurals."""

from __future__ import annotations

import re

from factx.components.claims.modifiers import modifier_before
from factx.components.claims.numeral import Numeral
from factx.components.claims.patterns import (
    ARTICLE_UNITS,
    DOZEN,
    FRACTIONS,
    MULTIPLE_VERBS,
    MULTIPLES,
    ORDINALS,
    PREPOSITIONAL,
    SCALES,
    UNITS_WORDS,
    VAGUE_PLURALS,
    VAGUE_SMALL,
)
from factx.components.claims.shares import NUMBER_WORDS, share

_WORD = re.compile(r"[A-Za-z]+")
_SEPARATOR = re.compile(r" ?- ?| (?:and )?(?:an? )?|-and-(?:an?-)?|\n(?=[a-z])")
_AND_A_FRACTION = re.compile(r"(?:[ -]and[ -]an?[ -])(half|third|quarter)\b", re.IGNORECASE)
_DENOMINATOR = re.compile(rf"(?: - |[ -])({'|'.join(sorted(FRACTIONS, key=len, reverse=True))})(s?)(?![A-Za-z])", re.IGNORECASE)
_AFTER_FRACTION = re.compile(
    r"\s+(?:of|the|as|more|less|fewer|its|their|his|her|our|that|what|all|a|an|those|these)\b", re.IGNORECASE
)
_BEFORE_FRACTION = re.compile(
    r"(?:\b(?:by|than|about|nearly|almost|over|around|roughly|up|down|just|least|under|approximately|only|some|(?:a "
    r")?further|fully|least|another|to|"
    r"one|quite|fell|rose|lost|dropped|shrank|owns?|a))\s+$",
    re.IGNORECASE,
)
_NO_FRACTION = re.compile(
    r"(?:\b(?:the|first|second|other|better|this|last|next|in|each|third|fourth|latter|one)\s+|[\w]-)$", re.IGNORECASE
)
_OF_A_SCALE = re.compile(r"(?: of an?)?[ -](million|billion|trillion|thousand|hundred)\b", re.IGNORECASE)
_HYPHENED = re.compile(r"-([a-z]+)\b", re.IGNORECASE)
FOLD = re.compile(r"-?fold\b", re.IGNORECASE)
_VAGUE_OF = re.compile(r" of (thousands|millions|billions|hundreds)\b", re.IGNORECASE)
_VAGUE_SMALL = re.compile(r"(?:a couple(?: of)?|a few|a handful of|several)(?= |$|\n)", re.IGNORECASE)
_VAGUE_SCALE = re.compile(r" (dozen|hundred|thousand|million|billion|trillion)\b(?! of the)", re.IGNORECASE)
_HALF_A = re.compile(r"[ -](?:an?[ -])?(million|billion|trillion|thousand|hundred|dozen)\b", re.IGNORECASE)
_MULTIPLE_OF = re.compile(
    r" (?:as(?! (?:the|he|she|they|it|we|you|an?|his|her|their)\b| (?-i:[A-Z]))|the|that|those|its|their|his|her|our|what|this|"
    r"these|last|previous|current|normal|pre-|initial|original|expected|average|from|to|in (?:the|\d))\b",
    re.IGNORECASE,
)

# "A book about a year in jail": after these words "about" is likelier a preposition.
_ARTICLE_GOES_ON = re.compile(r" (?:in|of|when|that|which|with|at)\b")


def read_words(text: str, start: int) -> Numeral | None:
    """Read the number in words that begins here; None where the words only look like one."""
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
    if word.endswith("fold") and word[:-4] in NUMBER_WORDS:
        value = float(NUMBER_WORDS[word[:-4]])
        return Numeral(start, first.end(), value, "multiple", value)
    if word == "half":
        return _half(text, start, first.end())
    if word == "quarter":  # "quarter of a million", without the article
        return _fraction(text, start, first.end(), 0.25)
    if word in ("a", "an"):
        return _article(text, start, first.end())
    return _cardinal(text, start)


def _is_multiple(text: str, start: int, end: int, word: str) -> bool:
    """ "Twice" is also a count of occasions and "double" an adjective: a multiple is of something."""
    if text[end : end + 1] == "-":
        return False
    before = text[max(0, start - 14) : start].lower()
    if word not in ("twice", "thrice") and re.search(
        r"(?:\bto|will|would|could|may|might|than|over|nearly|almost|about|roughly|not|and)\s$", before
    ):
        return not re.match(
            r" (?:agent|standard|play|murder|check|down|act|bill|glaz|bed|room|whammy|edge|blow|digit|header|jeopardy)",
            text[end : end + 12],
        )
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
    if after.startswith(("-", " time", " way", " hour's")) and not after.startswith(
        ("-hour", "-mile", "-percent", "-point", "-inch", "-century")
    ):
        return None
    if after.startswith(
        (
            " an hour",
            " an inch",
            " a mile",
            " a century",
            " a percent",
            " a point",
            " a kilo",
            " a second",
            " a degree",
            " an acre",
            " a day",
            " a minute",
        )
    ):
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
        by = re.compile(
            r"\b(?:by|than|about|almost|nearly|around|over|roughly|under|least|up|down|to|just|only)\s$", re.IGNORECASE
        ).search(before)
        if _OF_A_SCALE.match(text, stop):
            return _fraction(text, start, stop, 1 / FRACTIONS[unit])
        if not of and not by:
            return None
        return _fraction(text, start, stop, 1 / FRACTIONS[unit])
    return _counting_article(text, start, end, word)


def _counting_article(text: str, start: int, end: int, word: re.Match[str]) -> Numeral | None:
    """Read the article of "more than an hour" as one; without a modifier it counts nothing."""
    unit = word[0].lower()
    if unit not in ARTICLE_UNITS or text[word.end() : word.end() + 1] == "-":
        return None
    if unit == "percentage" and not text.startswith(" point", word.end()):
        return None
    modified = modifier_before(text, start)
    if modified is None or (modified.phrase in PREPOSITIONAL and _ARTICLE_GOES_ON.match(text, word.end())):
        return None
    return Numeral(start, end, 1.0, "words", 1.0)


def _cardinal(text: str, start: int, after_article: int | None = None) -> Numeral | None:
    """Read a cardinal in words by the usual sums: hundreds multiply, scales close a group, groups descend."""
    total, group, ceiling, end = 0.0, 1.0 if after_article else None, float("inf"), start
    position = after_article or start
    last_scale = 0.0  # the multiplier that the word before was, 0 when it was none
    seen = False
    while word := _WORD.match(text, position):
        name = word[0].lower()
        if name in NUMBER_WORDS:
            value = float(NUMBER_WORDS[name])
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
        if "and" in separator[0] and (last_scale > 100 or after in SCALES) and after not in NUMBER_WORDS:
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
    ordinal = _HYPHENED.match(text, end)
    if ordinal and ordinal[1].lower() in ORDINALS and value != 1:
        return None  # "twenty-first"
    if fold := FOLD.match(text, end):
        return Numeral(start, fold.end(), value, "multiple", value)
    if part := share(text, start, end, value):
        return part
    scale = _top_scale(value) if value >= 1000 else 1.0
    return Numeral(start, end, value, "words", value / scale, scale)


def _word_fraction(text: str, start: int, denominator: re.Match[str], value: float) -> Numeral | None:
    part = FRACTIONS[denominator[1].lower()]
    plural = bool(denominator[2])
    if (
        denominator[1].lower() == "quarter"
        and denominator[0].startswith(" ")
        and not _AFTER_FRACTION.match(text, denominator.end())
        and not _OF_A_SCALE.match(text, denominator.end())
    ):
        return Numeral(start, start + len(text[start : denominator.start()]), value, "words", value)
    if value == 1 and not plural:
        before = text[max(0, start - 8) : start]
        if (
            text[denominator.end() : denominator.end() + 1] == "-"
            and not text[denominator.end() + 1 : denominator.end() + 2].isalpha()
        ):
            return None
        if re.compile(r"\b(?:the|no|any|this)\s$").search(before):
            return None
    elif not plural:
        if "-" not in denominator[0]:
            return Numeral(start, denominator.start(), value, "words", value)
        return None if value >= 20 else Numeral(start, denominator.end(), value / part, "fraction", value / part)
    return _fraction(text, start, denominator.end(), value / part)


def _fraction(text: str, start: int, end: int, value: float) -> Numeral:
    """Return a fraction, or the number that it is of a scale: "a quarter of a million"."""
    if scaled := _OF_A_SCALE.match(text, end):
        scale = SCALES[scaled[1].lower()]
        return Numeral(start, scaled.end(), value * scale, "words", value, scale)
    return Numeral(start, end, value, "fraction", value)


def _top_scale(value: float) -> float:
    return next((scale for scale in (1e15, 1e12, 1e9, 1e6, 1e3) if value >= scale), 100.0 if value >= 100 else 1.0)
