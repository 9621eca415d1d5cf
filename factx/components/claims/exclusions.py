"""What looks like a number and is no figure: clock times, telephone numbers, scores, names with numbers, years, "one".

"Two years ago", "six minutes later" and "three days earlier" are points in time, told from another point: they are dates and no
claims. "Two days later than planned" and "two days after the storm" say how long, and are.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from factx.components.claims.dates import counts_people
from factx.components.claims.expressions import Expression
from factx.components.claims.patterns import (
    CLOCK_ZONES,
    INDEXES,
    LABELS,
    LABELS_CAPITAL_ONLY,
    ONE_IDIOMS,
    STREETS,
    UNITS_WORDS,
)
from factx.components.found import FoundDate

# Places where every numeral belongs to something else. Every branch begins with a digit, a plus or a bracket, and is bounded.
_MASKED = re.compile(
    rf"""(?<![\w.])(?:
    \d{{1,2}}(?::\d\d){{1,2}}(?:\.\d+)?(?:\ ?[apAP]\.?\ ?[mM]\b\.?)?(?:\ (?:{CLOCK_ZONES})\b)?
    |\d{{1,2}}(?:\.\d\d)?\ ?(?:[ap]m|[AP]M|[apAP]\.\ ?[mM]\.)(?![A-Za-z])
    |\d{{1,2}}(?:\.\d\d)?\ (?:to|or|and|-)\ \d{{1,2}}(?:\.\d\d)?\ ?(?:[ap]m|[AP]M|[ap]\.m\.)(?![A-Za-z])
    |\d{{1,2}}(?:\.\d\d)?\ ?-\ ?\d{{1,2}}(?:\.\d\d)?\ ?(?:[ap]m|[ap]\.m\.)(?![A-Za-z])
    |\d{{4}}\ (?:{CLOCK_ZONES})\b
    |\d{{1,2}}\.\d\d\ (?:{CLOCK_ZONES})\b
    |\d{{1,2}}\ o'clock
    |\+\d{{1,3}}[\ .(-]\d[\d .()-]{{5,18}}\d
    |\(\d{{3}}\)\ ?\d{{3}}-\d{{4}}
    |\d{{3}}[-.]\d{{3}}[-.]\d{{4}}(?!\d)
    |1-\d{{3}}-\d{{3}}-\d{{4}}(?!\d)
    |\d{{3}}-\d{{4}}(?![\d,])(?!\ [a-z])
    |0\d{{2,4}}\ \d{{3,4}}(?:\ \d{{3,4}})?(?!\d)
    |\d{{3}}-\d\d-\d{{4}}(?!\d)
    |\d{{1,3}}(?:[-–]\d{{1,3}}){{2,4}}(?![\d-])
    |(?:19|20)\d\d\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d)(?![\d%])
    |\d{{1,2}}\.\d{{1,2}}\.\d{{1,3}}(?:\.\d{{1,3}})?(?!\d)
    )""",
    re.VERBOSE,
)
_ADDRESS = re.compile(rf"\s+(?:[NSEW]\.? )?(?:(?:\d{{1,3}}(?:st|nd|rd|th)|[A-Z][\w'.-]{{1,20}})\s+){{1,4}}(?:{STREETS})\b\.?")
_WORD_BEFORE = re.compile(r"(?P<word>[A-Za-z][\w&.'-]{0,24}?)(?P<gap>\.? ?| ?#|-)$")
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*\(?$")
_BRACKETED = re.compile(r"[.)](?:\s|$)")
_CLOCK_WORDS = re.compile(r" (?:o'clock|in the (?:morning|afternoon|evening)|a\.?m\b|p\.?m\b)")
_ONE_OF = re.compile(r" of (?:[A-Z]\w*'s?|the|its|their|his|her|our|my|your|those|these|them|us|a|many|only|several)\b")
_DETERMINED = re.compile(
    r"\b(?:the|these|those|both|all|either|any|other|our|us|them|no|only|each|this|that|which|every|another|we|you|as)\s$",
    re.IGNORECASE,
)
# "One day" is a figure only where something lasts it.
_SPANNING = re.compile(
    r"\b(?:for|in|within|only|just|after|by|every|than|last|lasts|lasted|takes|took|do|about|of|to|a|the)\s$", re.IGNORECASE
)
# So many digits without a comma are a key, unless a unit says otherwise.
_IDENTIFIER = 10
_POINT_IN_TIME = re.compile(
    r"(?: or so| or more| and a half)? "
    r"(?:ago|earlier(?! (?:in the (?:day|week|month|year|season|game|match|morning|afternoon|night)|"
    r"today|(?:this|that|the same) (?:day|week|month|year|season|morning|afternoon|evening|night)))|"
    r"later|hence|previously|beforehand|afterwards?|from (?:now|today|then)|since)(?![A-Za-z-])(?! than\b)",
    re.IGNORECASE,
)
_TO_YEAR = re.compile(r"\b(?:since|until|till)\s$", re.IGNORECASE)
_OVERTIME = re.compile(r"\btime[ -]and[ -](?:a[ -])?$", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\([a-z]\)")  # "a 401(k)"
_MARKUP = re.compile(r"<[/a-zA-Z!][^<>]*$")
# "On the one hand" is an idiom; "put one hand behind her back" counts.
_ON_ONE = re.compile(r"\b(?:on|on the|from)\s$", re.IGNORECASE)
# "The 486 is": a number of its own that is one thing is a name; and digits before a code ("24703 m212") are one too.
_SINGULAR = re.compile(r" (?:is|was|has|isn't|wasn't|hasn't|does|comes|runs)\b")
_THE = re.compile(r"\b(?:the|a|this|that) $", re.IGNORECASE)
_CODE_BEHIND = re.compile(r"[ ]?[A-Za-z]{1,2}-?\d{2,}\b")
# Longer runs of bare digits are keys, whatever follows.
_KEY = 13
_UNIT_KINDS_SURE = ("money", "percent")


def masked_places(text: str) -> list[tuple[int, int]]:
    """Find the clock times, telephone numbers, seasons and versions of a text.

    Arguments:
        text: the view of the text.

    Returns:
        Places in order, without overlap.
    """
    return [found.span() for found in _MASKED.finditer(text)]


class Mask:
    """Answers whether a place lies in one of many, in logarithmic time."""

    def __init__(self, places: list[tuple[int, int]]) -> None:
        self._places = sorted(places)
        self._starts = [start for start, _ in self._places]

    def covers(self, start: int, end: int) -> bool:
        """Tell whether the stretch touches a masked place."""
        index = bisect_right(self._starts, start) - 1
        return (index >= 0 and self._places[index][1] > start) or (
            index + 1 < len(self._places) and self._places[index + 1][0] < end
        )


def date_mask(dates: list[FoundDate]) -> list[tuple[int, int]]:
    """Return the places of dates that hold digits."""
    return [(date.start, date.end) for date in dates]


def is_excluded(text: str, found: Expression) -> bool:
    """Tell from the characters around whether an expression is no figure.

    Arguments:
        text: the view of the text.
        found: an expression that no mask covers.
    """
    start, end = found.core
    if found.score:
        return True
    if _in_address_of_the_net(text, start, end):
        return True
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    if found.kind == "duration" and _POINT_IN_TIME.match(text, found.end):
        return True
    if found.numeral.plain and found.numeral.end - found.numeral.start >= _KEY:
        return True
    if ">" in text[end : end + 120] and _MARKUP.search(text, max(0, start - 120), start):
        return True
    if (before.endswith("[") and after.startswith("]")) and found.kind is None:
        return True  # the number of a note, or a site's name
    if found.numeral.trend and re.match(r" (?:down|back|over|up on|up in|up as)\b(?! (?:in|on) (?:size|number|price))", after):
        return True  # "doubled down"
    bare = found.kind is None and found.ends is None
    if found.numeral.plain and _PARAGRAPH.match(after):
        return True
    if found.numeral.kind == "fraction" and _OVERTIME.search(before):
        return True
    if bare and after[:1].isalpha():
        return True  # "20px": letters that are no unit make a name or a code
    if after[:1] == "-" and after[1:2].isalpha() and bare and _glued_name(after, found):
        return True
    if bare and found.modified is None and _LIST_MARK.search(before) and _BRACKETED.match(after):
        return True
    if before.endswith("#") or (
        before.endswith("(")
        and after.startswith(")")
        and found.numeral.plain
        and bare
        and found.numeral.value is not None
        and found.numeral.value < 100
    ):
        return True
    if (
        bare
        and found.numeral.plain
        and (found.numeral.end - found.numeral.start >= _IDENTIFIER or text[found.numeral.start : found.numeral.end] == "911")
    ):
        return True
    if found.numeral.plain and _ADDRESS.match(text, end):
        return True
    if bare and found.numeral.kind == "words" and _CLOCK_WORDS.match(after):
        return True
    if bare and re.match(r"7[0-8]7$", text[found.numeral.start : found.numeral.end]) and re.match(r"(?:-\d| [A-Z]|s\b)", after):
        return True  # airliners: a 737 Max, the 787 Dreamliner
    if bare and found.value is not None and found.value < 0 and re.search(r"[A-Z]{3,}\s$", before):
        return True  # "COVID -19"
    if bare and found.numeral.plain and found.modified is None and _is_code(after, before, found):
        return True
    if bare and _is_plain_four_digit_year(text, found, before, after):
        return True
    if (
        found.code == "day"
        and found.value == 1
        and found.numeral.kind == "words"
        and found.modified is None
        and found.per is None
    ):
        return not _SPANNING.search(before)
    if (bare or found.kind not in _UNIT_KINDS_SURE) and _is_labelled(text, start, found, before, after):
        return True
    return bare and _is_pronoun_or_idiom(text, found, before, after)


def _is_code(after: str, before: str, found: Expression) -> bool:
    """Tell a name in digits from a count: by a verb that takes it for one thing, or by the code behind it."""
    digits = found.numeral.end - found.numeral.start
    if digits >= 3 and _SINGULAR.match(after) and _THE.search(before):
        return True
    return digits >= 5 and bool(_CODE_BEHIND.match(after))


def _in_address_of_the_net(text: str, start: int, end: int) -> bool:
    left = text[max(0, start - 60) : start]
    left = left[max((left.rfind(mark) for mark in " \n\t"), default=-1) + 1 :]
    if "://" in left or left.lower().startswith("www.") or "@" in left or left.startswith("#"):
        return True
    right = text[end : end + 30]
    return bool(re.match(r"[\w.-]*@|\w*\.(?:com|org|net|gov|co|uk|html?|pdf|edu)\b", right))


def _glued_name(after: str, found: Expression) -> bool:
    """Tell "7-Eleven" and "one-on-one" from compounds that count ("three-door"): by case, and by the word behind the hyphen."""
    word = re.match(r"-([A-Za-z]+)", after)
    if word is None:
        return False
    if word[1][0].isupper():
        return True
    return word[1] in (
        "on",
        "for",
        "of",
        "and",
        "by",
        "up",
        "down",
        "ish",
        "off",
        "time",
        "way",
        "hand",
        "self",
        "liner",
        "sided",
        "fits",
        "all",
        "out",
    )


def _is_plain_four_digit_year(text: str, found: Expression, before: str, after: str) -> bool:
    numeral = found.numeral
    if not numeral.plain or numeral.end - numeral.start != 4 or not 1500 <= (found.value or 0) <= 2199:
        return False
    if (found.value or 0) > 2100:
        return bool(re.search(r"\b(?:in|by|until|through|year|from)\s$", before, re.IGNORECASE))
    if counts_people(text, numeral.start, numeral.end):
        return False
    if found.modified and _TO_YEAR.search(text, max(0, found.start - 12), found.start):
        return True  # "the highest since at least 1980"
    if found.modified and found.modified.phrase not in (
        "about",
        "around",
        "circa",
        "over",
        "above",
        "near",
        "before",
        "under",
        "below",
        "roughly",
        "c",
    ):
        return False
    if 1900 <= (found.value or 0) <= 2100:
        return True
    if re.search(r"\b(?:in|since|by|until|from|of|to|before|after|year|early|late|between|and|the)\s$", before, re.IGNORECASE):
        return True
    return not re.match(r" (?:[a-z]+ ){0,2}[a-z]+(?:s|men|people|ren)\b", after)


def _is_labelled(text: str, start: int, found: Expression, before: str, after: str) -> bool:
    """Tell a number that names something from one that counts: "Section 230", "Flight 17", "number 10", "COVID-19"."""
    if before.endswith("-") and not before.endswith(" -") and found.core[0] == found.numeral.start:
        if re.search(
            r"(?:\b(?:a|one|two|three|four|five|sub|now|age|under|over|the|to|mid|all|minus|about)|[^\w])-$",
            before,
            re.IGNORECASE,
        ):
            return False
        return bool(re.search(r"\w-$", before))
    if found.modified is not None and found.modified.start < start:
        return False
    word = _WORD_BEFORE.search(before)
    if word is None or "\n" in word["gap"]:
        return False
    name = word["word"].rstrip(".")
    lower = name.lower().removesuffix("'s")
    if found.kind not in (None,) and found.kind not in ("volume", "angle", "other", "length", "mass", "temperature", "electric"):
        return False
    if found.kind is not None:
        return (
            lower in ("section", "article", "chapter", "title", "page", "route", "highway", "flight", "boeing")
            and found.numeral.plain
        )
    if (lower in ("no", "nos") and name[0] == "N") or (lower in ("no", "nos") and word["gap"].startswith(".")):
        return True
    if lower in ("numbers",) and found.numeral.kind == "digits" and not found.numeral.plain:
        return False
    if lower in LABELS and (name[0].isupper() or lower not in LABELS_CAPITAL_ONLY):
        if lower in ("us", "u.s", "u.s.", "a", "m", "b", "p", "hour", "euros", "euro") and name != "P":
            return False
        if lower in ("number", "numbers") and found.numeral.kind == "words" and (found.value or 0) > 20:
            return False
        return found.value is not None and (found.numeral.plain or found.numeral.kind == "words" or found.numeral.scale == 1.0)
    return name in (
        "S&P",
        "S.&P",
        "Poor's",
        "FTSE",
        "Nasdaq",
        "NASDAQ",
        "Russell",
        "Nikkei",
        "TSX",
        "ASX",
        "DAX",
        "CAC",
        "Stoxx",
        "STOXX",
        "P",
        "CSI",
        "sp",
    ) and (text[found.numeral.start : found.numeral.end] in INDEXES)


def _is_pronoun_or_idiom(text: str, found: Expression, before: str, after: str) -> bool:
    numeral = found.numeral
    if numeral.kind == "digits":
        return False
    word = text[numeral.start : numeral.end].lower()
    if numeral.kind != "words":
        return False
    if word == "one":
        following = re.match(r"[ -]([A-Za-z]+)", after)
        if following is None or after[:1] == "-":
            return True
        stressed = re.search(r"\b(?:just|only|by|exactly|least|than)\s$", before, re.IGNORECASE)
        if following[1].lower() == "hand" and not _ON_ONE.search(before):
            return False
        if following[1].lower() in ONE_IDIOMS and not stressed:
            return True
        if stressed and not _ONE_OF.match(after):
            return False
        if re.search(
            r"\b(?:no|any|every|each|the|this|that|some|which|another|only the|another|last|next|first|a|day|or|only|is|was|"
            r"new|old|good|better|big|bigger|good|and|by|whose|great)\s$",
            before,
            re.IGNORECASE,
        ):
            return True
        return bool(_ONE_OF.match(after)) and not re.match(
            r" of (?:the|its|their|his|her|our|those|these) (?:other )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozen)",
            after,
        )
    if word in UNITS_WORDS or word in ("ten",):
        return bool(
            re.match(r"(?:[.,;:!?)]| (?:of (?:them|us|you|the)\b|were|was|are|is|have|had|has|will|would|said|say)\b)", after)
            and _DETERMINED.search(before)
        )
    return word in ("zero",) and not re.match(r" [a-z]+s\b", after)
