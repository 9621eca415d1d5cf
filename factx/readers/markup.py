"""HTML to plain text without any library, for mails and for pages in which no article was found: blocks become paragraphs.

The time grows with the length of the markup alone, however broken that is; the standard library's parser may take its square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# Elements that show nothing, or no prose; they are skipped to their end tag.
_HIDDEN = frozenset("script style head title template noscript svg math iframe object select textarea".split())
_BLOCKS = frozenset(
    "p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol dl dd dt table blockquote pre form figure "
    "figcaption address fieldset hr body html".split()
)
_LINES = frozenset("br li tr".split())
_CELLS = frozenset("td th".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*+)")
_TAG = re.compile(r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""")
_BREAKS = re.compile(r" ?\x00[\x00 ]*+")
_BREAK, _LINE = "\0\0", "\0"


def plain_text(html: str) -> str:
    """Return what a reader of a page would see, without its layout.

    Arguments:
        html: the markup; broken markup is read as far as it goes.

    Returns:
        Paragraphs with an empty line between them.
    """
    text = _SPACE.sub(" ", "".join(_parts(html.replace("\0", ""))))
    text = _BREAKS.sub(lambda found: "\n\n" if found[0].count("\0") > 1 else "\n", text)
    return text.strip()


def _parts(html: str) -> Iterator[str]:
    """Yield the text between the tags, and marks where a block or a line begins or ends."""
    place, quoted = 0, True
    unclosed: set[str] = set()
    while (start := html.find("<", place)) >= 0:
        if start > place:
            yield unescape(html[place:start])
        name = _NAME.match(html, start)
        if name is None:
            place = _after_other(html, start)
            if place == start + 1:
                yield "<"
            continue
        # Attributes may hold a ">" in quotes. Where quotes are not closed, they are no quotes from there on.
        end = _TAG.match(html, name.end()) if quoted else None
        quoted = end is not None
        place = end.end() if end else html.find(">", name.end()) + 1
        if not place:
            return
        tag, opens = name[1].lower(), html[start + 1] != "/"
        if opens and tag in _HIDDEN and tag not in unclosed:
            close = re.compile(rf"</{tag}\b", re.I).search(html, place)
            if close:
                place = close.start()
            elif tag in ("script", "style", "textarea"):
                return  # as browsers have it
            else:
                unclosed.add(tag)
        elif tag in _BLOCKS:
            yield _BREAK
        elif opens and tag in _LINES:
            yield _LINE
        elif opens and tag in _CELLS:
            yield " "
    yield unescape(html[place:])


def _after_other(html: str, start: int) -> int:
    """Return where a comment, a declaration or a processing instruction ends; one further when it is none, just a "<"."""
    if html.startswith("<!--", start):
        end = html.find("-->", start + 4)
        return end + 3 if end >= 0 else len(html)
    if html.startswith(("<!", "<?", "</"), start):
        end = html.find(">", start)
        return end + 1 if end >= 0 else len(html)
    return start + 1
