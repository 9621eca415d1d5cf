"""From the lines of printed pages to running text: heads and feet taken off, hyphens at line ends mended, paragraphs joined."""

from __future__ import annotations

import re
from collections import Counter

# Lines at a page's top and bottom that may be a running head or foot.
_EDGE = 3
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_HYPHEN = re.compile(r"(\w+)[-\u00ad\u2010]$")
_START = re.compile(r"^([^\W\d_]+)")
_WORD = re.compile(r"\w+(?:[-\u2010]\w+)*")
_SPACES = re.compile(r"[ \t\xa0\u2002\u2003\u2009]{2,}|\t")
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st", "\0": None}
)
_SENTENCE_END = tuple('.!?:”"’)…')
_BULLET = re.compile(r"^(?:[•▪‣◦●■–—*-]|\(?\d{1,2}[.)]|[a-z]\))\s")
# First parts that keep their hyphen ("well-known"), and second parts that show it to be no such word ("low-er").
_FIRST = frozenset(
    "well self half high low long short full ex all cross left right one two three four five six seven eight nine ten twenty "
    "thirty forty fifty sixty seventy eighty ninety mid state deep far wide hard fast slow".split()
)
_SECOND = frozenset(
    "er ers est ing ings ish ly ness age ages land lands en ens ened ening ty ties ted ting ward wards some th ths fold hood man "
    "men ment ments ples ple tion tions tle fare tures ture tract act cept ceed pect pert port ports tend treme ists ist".split()
)
# Shares of the lines' width: a shorter line ends a paragraph or is a heading; one that ends a sentence too may be longer.
_NARROW, _SHORT = 0.72, 0.9


def join_pages(pages: list[str]) -> str:
    """Join pages into one text.

    Arguments:
        pages: the text of each, line by line.

    Returns:
        Paragraphs with an empty line between them, as far as the lines tell: a last line is shorter than the others.
    """
    cleaned = [[_clean(line) for line in page.split("\n") if line.strip()] for page in pages]
    lines = [line for page in _without_edges(cleaned) for line in page]
    return _paragraphs(lines)


def _clean(line: str) -> str:
    return _SPACES.sub(" ", line.translate(_LIGATURES)).strip()


def _without_edges(pages: list[list[str]]) -> list[list[str]]:
    """Take off running heads and feet: lines that stand on the edge of several pages and differ in their numbers at most."""
    counts: Counter[tuple[bool, str]] = Counter()
    for page in pages:
        counts.update({(True, _mask(line)) for line in page[:_EDGE]} | {(False, _mask(line)) for line in page[-_EDGE:]})
    enough = min(3, max(2, len([page for page in pages if page])))

    def runs(line: str, top: bool) -> bool:
        return counts[top, _mask(line)] >= enough

    kept = []
    for page in pages:
        first, last = 0, len(page)
        while first < min(_EDGE, last) and runs(page[first], True):
            first += 1
        while last > max(first, len(page) - _EDGE) and runs(page[last - 1], False):
            last -= 1
        kept.append(page[first:last])
    return kept


def _mask(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _paragraphs(lines: list[str]) -> str:
    known = Counter(word.casefold() for line in lines for word in _WORD.findall(line))
    widths = sorted(len(line) for line in lines)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    parts: list[str] = []  # joined at the end: a paragraph may be as long as a book
    last = ""
    for line in lines:
        if parts and _breaks(last, line, width):
            parts.append("\n\n")
        elif parts:
            parts[-1], glue = _seam(last, line, known)
            parts.append(glue)
        parts.append(line)
        last = line
    return "".join(parts)


def _breaks(last: str, line: str, width: int) -> bool:
    """Tell whether a paragraph ends between two lines."""
    if _BULLET.match(line):
        return True
    if last.endswith(("-", "\u00ad", ",", ";")) or line[0].islower():
        return False
    fits = len(last) + 1 + len(line.split(maxsplit=1)[0]) <= width  # the next word had room on the last line
    return len(last) < _NARROW * width or ((fits or len(last) < _SHORT * width) and last.endswith(_SENTENCE_END))


def _seam(before: str, line: str, known: Counter[str]) -> tuple[str, str]:
    """Return a line as it stands before the next, without a hyphen that was put there to break a word, and what parts the two."""
    broken, start = _HYPHEN.search(before), _START.match(line)
    if not broken:
        return before, " "
    if not start or not start[1][0].islower():
        return before.replace("\u00ad", "-"), ""  # "Saint-" "Brice", "1990-" "1995"
    first, second = broken[1], start[1]
    whole, hyphened = (first + second).casefold(), f"{first}-{second}".casefold()
    if before.endswith("\u00ad"):
        keeps = False
    elif known[whole] != known[hyphened]:
        keeps = known[hyphened] > known[whole]
    else:
        keeps = first[-1].isdigit() or (first.casefold() in _FIRST and second not in _SECOND)
    return before if keeps else before[:-1], ""
