"""Date expressions: where they stand, and their ISO value where the text, or the date of publication, settles it."""

from __future__ import annotations

import datetime
import re

from factx.components.found import FoundDate

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_SPAN = "week|month|year|night|weekend|quarter|spring|summer|autumn|fall|winter|season|decade|century"
_NAMED_MONTH = "|".join(name.capitalize() for name in _MONTHS)
_DATE = re.compile(
    rf"""(?<![\w/.,:-])(?:
    (?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)
    |(?P<days>(?i:{_MONTH})\ [0-3]?\d(?:\ ?[-–]\ ?|\ to\ |\ through\ )[0-3]?\d(?:,\ {_YEAR})?)(?![\d.,]?\d|[%])
    |(?P<md>(?i:{_MONTH})\ (?P<md_day>[0-3]?\d)(?:st|nd|rd|th)?(?![\d,.]?\d\d\d|\d|[.,]\d)
        (?:(?:,\ ?|\ )(?P<md_year>{_YEAR})(?!\d))?)
    |(?P<dm>(?P<dm_day>[0-3]?\d)(?:st|nd|rd|th)?\ (?:of\ )?(?P<dm_month>{_MONTH})(?![A-Za-z])
        (?:,?\ (?P<dm_year>{_YEAR})(?!\d))?)
    |(?P<my>(?P<my_month>{_MONTH})(?:\ of|,)?\ (?P<my_year>(?:1[5-9]|20)\d\d)(?![\d]))
    |(?P<slash>[01]?\d/[0-3]?\d/(?:\d{{4}}|\d\d)|[0-3]?\d\.[01]?\d\.(?:19|20)\d\d)(?!\d)
    |(?P<quarter>(?:(?:the\ )?(?:first|second|third|fourth|final|last)[ -]quarter(?:\ (?:of\ )?(?:19|20)\d\d)?
        |Q[1-4](?:\ (?:of\ )?(?:19|20)\d\d)?))
    |(?P<relative>(?i:yesterday|today|tomorrow|tonight|(?:last|this|next)\ (?:
        {_SPAN}|{"|".join(_WEEKDAYS)}|{"|".join(_MONTHS)})|a\ (?:year|month|week)\ (?:ago|earlier)))\b
    |(?P<weekday>(?:{"|".join(day.capitalize() for day in _WEEKDAYS)}))\b
    |(?P<month>(?<=\b[Ii]n\ |\bof\ )(?:{_NAMED_MONTH})
        |(?<=\b[Ss]ince\ |\b[Uu]ntil\ )(?:{_NAMED_MONTH}))\b(?!\ \d)
    |(?P<year>(?:1[6-9]|20)\d\d|(?<=\byear\ )1[0-5]\d\d)(?![\d%s]|,\d|\.\d|-\w|\ ?[-–]\ ?\d)
    )""",
    re.VERBOSE,
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|during|until|till|from|to|for|before|after|early|late|mid|mid-|year|fiscal|circa|through|between|"
    r"and|than|around|about|at|"
    r"spring|summer|autumn|winter|fall|of|the|his|her|its|their|this|next|back|ending|ended|FY|end|start|election|elections|"
    r"campaign),?)\s*\(?$|[-(,]\s?$",
    re.IGNORECASE,
)

_PEOPLE_AFTER = re.compile(
    r" (?:[a-z]+ )?(?:people|adults|men|women|children|schoolchildren|students|pupils|voters|patients|respondents|participants|"
    r"workers|households|teenagers|residents|users|customers|volunteers|employees|drivers|doctors|nurses|teachers|firms|"
    r"companies|schools|families|cases|babies|farmers|soldiers|troops|refugees|migrants|homes|houses|ships|boats|cars)\b"
)
_COUNTED_BEFORE = re.compile(r"\b(?:of|than|about|around|with|at|to|over|for)\s$", re.IGNORECASE)
_SHARE_BEFORE = re.compile(r"(?:%|\bper ?cent) of $", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"[A-Z][\w'.]*\s$")


def find_dates(text: str, published: str | None = None) -> list[FoundDate]:
    """Find the date expressions of a text.

    Arguments:
        text: the view of the text.
        published: ISO date by which "Monday" and "last year" are resolved; they have no value when it is None.

    Returns:
        Dates in order of place. A bare year is found only where a preposition or its like stands before it.
    """
    try:
        today = datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        today = None
    found: list[FoundDate] = []
    for match in _DATE.finditer(text):
        kind = match.lastgroup or ""
        if match["year"] and not _YEAR_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            continue
        if match["year"] and counts_people(text, match.start(), match.end()):
            continue  # "a survey of 1709 schoolchildren"
        if (
            match["relative"]
            and match["relative"][0].isupper()
            and _NAME_BEFORE.search(text, max(0, match.start() - 12), match.start())
        ):
            continue  # a newspaper's name
        found.append(FoundDate(match.start(), match.end(), _value(match, kind, today)))
    return found


def counts_people(text: str, start: int, end: int) -> bool:
    """Tell four digits that count ("a survey of 1709 schoolchildren") from a year."""
    if _SHARE_BEFORE.search(text, max(0, start - 14), start):
        return False  # "93 percent of 2012 voters"
    return bool(_PEOPLE_AFTER.match(text, end) and _COUNTED_BEFORE.search(text, max(0, start - 9), start))


def periods(text: str, dates: list[FoundDate]) -> set[int]:
    """Return which of the dates are the ends of a period ("from 2004 to 2009"): it is no point in time.

    Arguments:
        text: the view of the text.
        dates: what ``find_dates`` found in it.
    """
    found: set[int] = set()
    for index in range(len(dates) - 1):
        first, second = dates[index], dates[index + 1]
        if second.start - first.end > 12:
            continue
        link = text[first.end : second.start].strip().lower()
        opened = text[max(0, first.start - 9) : first.start].lower()
        if link in ("-", "–", "through", "until", "till", "to") or (link == "and" and opened.endswith("between ")):
            found |= {index, index + 1}
    return found


def _value(match: re.Match[str], kind: str, today: datetime.date | None) -> str | None:
    if match["iso"]:
        return match["iso"]
    if match["year"]:
        return match["year"]
    if match["my"]:
        return f"{match['my_year']}-{_month(match['my_month']):02d}"
    if match["md"]:
        return _day(match["md_year"], _month(match["md"]), int(match["md_day"]), today)
    if match["dm"]:
        return _day(match["dm_year"], _month(match["dm_month"]), int(match["dm_day"]), today)
    if match["slash"] or match["quarter"] or match["days"]:
        return None  # 3/4/2020 is March or April; ISO 8601 has no quarter; "Dec. 6-9" is no day
    if today is None:
        return None
    if match["weekday"]:
        return _last_weekday(match["weekday"].lower(), today).isoformat()
    if match["month"]:
        month = _month(match["month"])
        return f"{today.year if month <= today.month else today.year - 1}-{month:02d}"
    return _relative(match["relative"].lower(), today)


def _month(name: str) -> int:
    return _SHORT[name[:3].lower()]


def _day(year: str | None, month: int, day: int, today: datetime.date | None) -> str | None:
    """Without a year, the nearest such day up to the date of publication, or within the half-year after it."""
    try:
        if year:
            return datetime.date(int(year), month, day).isoformat()
        if today is None:
            return None
        this = datetime.date(today.year, month, day)
        if (this - today).days > 183:
            this = datetime.date(today.year - 1, month, day)
        elif (today - this).days > 183:
            return None
        return this.isoformat()
    except ValueError:
        return None


def _last_weekday(name: str, today: datetime.date) -> datetime.date:
    return today - datetime.timedelta(days=(today.weekday() - _WEEKDAYS.index(name)) % 7)


def _relative(words: str, today: datetime.date) -> str | None:
    if words in ("today", "tonight"):
        return today.isoformat()
    if words in ("yesterday", "last night"):
        return (today - datetime.timedelta(days=1)).isoformat()
    if words == "tomorrow":
        return (today + datetime.timedelta(days=1)).isoformat()
    which, _, what = words.partition(" ")
    step = {"last": -1, "this": 0, "next": 1}.get(which)
    if words == "a year ago":
        return str(today.year - 1)
    if step is None:
        return None
    if what == "year":
        return str(today.year + step)
    if what == "month":
        month = today.year * 12 + today.month - 1 + step
        return f"{month // 12}-{month % 12 + 1:02d}"
    if what in _WEEKDAYS and step == -1:
        return (_last_weekday(what, today - datetime.timedelta(days=1))).isoformat()
    return None
