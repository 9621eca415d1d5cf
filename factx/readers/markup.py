"""HTML to plain text without any library, for mails and for pages in which no article was found: blocks become paragraphs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_HIDDEN = frozenset("script style head title template noscript svg math iframe object select textarea".split())
_BLOCKS = frozenset(
    "p div section article header footer main aside nav h1 h2 h3 h4 h5 h6 ul ol dl dd dt table blockquote pre form figure "
    "figcaption address fieldset hr body html".split()
)
_LINES = frozenset("br li tr".split())
_CELLS = frozenset("td th".split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK, _LINE = "\x00\x00", "\x00"


def plain_text(html: str) -> str:
    """Return what a reader of a page would see, without its layout.

    Arguments:
        html: the markup; broken markup is read as far as it goes.

    Returns:
        Paragraphs with an empty line between them.
    """
    parser = _Text()
    parser.feed(html.replace("\0", ""))
    parser.close()
    text = _SPACE.sub(" ", "".join(parser.parts))
    text = re.sub(r" ?(\x00+) ?(?:(\x00+) ?)*", lambda found: "\n\n" if found[0].count("\0") > 1 else "\n", text)
    lines = (line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            return
        if tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self.parts.append(_BREAK)
        elif tag in _LINES:
            self.parts.append(_LINE)
        elif tag in _CELLS:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1] or tag in ("html", "body"):
                self._hidden.clear()
        elif tag in _BLOCKS:
            self.parts.append(_BREAK)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)
