"""Web pages: the article in a page, without menus, boxes and banners around it (trafilatura, extra ``html``)."""

from __future__ import annotations

import codecs
import logging
import re
from functools import cache
from typing import Any

from factx.errors import InputError
from factx.readers.dates import iso_date
from factx.readers.decoding import decode
from factx.readers.document import Document, check_length
from factx.readers.extras import need
from factx.readers.markup import plain_text
from factx.records import Warn

MAX_BYTES = 40_000_000  # a tree takes some fifty times as much
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)
_XML_CHARSET = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]+)""", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_LANGUAGE = re.compile(r"""<html\b[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.I)
_RULE = re.compile(r"^\|(?:-+\|)+\s*$")
_TITLES = (
    "//meta[@property='og:title']/@content",
    "//meta[@name='twitter:title' or @property='twitter:title' or @name='dc.title' or @name='DC.title']/@content",
)
_LITTLE = 250  # characters
# Where more than this is found, it is what is found with the menus and boxes left in the page.
_MUCH = 1_000  # characters
_NO_MENU = ("p", "article", "main", "h1", "script", "style")
_SITE = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{1,40}$")


def read(data: bytes, source: str, *, charset: str | None = None) -> Document:
    """Read a web page.

    Arguments:
        data: the file's bytes.
        source: the name for the records.
        charset: the encoding that the mail or the server says it has; the page's own word is taken when None.

    Returns:
        The document, with title and date of publication where the page states them. When no article can be told from the rest, it
        is all of the page's text, and ``warnings`` says so (code ``layout``).

    Raises:
        InputError: trafilatura is not installed, the bytes are no text, or there is no text in the page.
    """
    trafilatura = need("trafilatura", "html", "web pages")
    if len(data) > MAX_BYTES:
        raise InputError(f"this page is too large ({len(data):,} bytes, {MAX_BYTES:,} at the most); save its text as .txt")
    markup, warnings = _decode(data, charset)
    markup = markup.replace("\0", "")  # which would end it
    notes = list(warnings)
    language = _LANGUAGE.search(markup[:5000])
    if language and language[1].lower() != "en":
        notes.append(Warn(code="language", message=f"the page says that its language is {language[1].lower()!r}, not English"))
    title, published, text = _article(trafilatura, markup)
    if not text:
        text = plain_text(markup)
        if not text:
            raise InputError("there is no text in this page; it may need a browser: save it from one, as MHTML or PDF")
        notes.append(Warn(code="layout", message="no article was found in the page; all of its text was read"))
    check_length(len(text))
    return Document(text, source, title=title, published=published, warnings=tuple(notes))


def _article(trafilatura: Any, markup: str) -> tuple[str | None, str | None, str]:
    """Return title, date and text; trafilatura's own metadata, of which the author takes half of all the time, are left out."""
    title = published = None
    try:
        tree, whole = _tree(markup)
        title = _title(tree)
        published = iso_date(need("htmldate", "html", "web pages").find_date(tree, extensive_search=False, original_date=True))
        if not whole:
            return title, published, ""
        page = _light(trafilatura, tree)
        if page is None or len(page.text or "") < _MUCH:
            page = trafilatura.bare_extraction(_tree(markup)[0], options=_options())
        if page is None or len(page.text or "") < _LITTLE:  # its other ways of looking take longer and find more
            page = trafilatura.bare_extraction(markup, include_comments=False, include_tables=True) or page
    except InputError:
        raise
    except Exception as error:  # a page that it cannot take apart is read as a whole
        logging.getLogger("factx").debug("trafilatura failed: %r", error)
        return title, published, ""
    return title, published, _paragraphs(page.text) if page is not None and page.text else ""


def _light(trafilatura: Any, tree: Any) -> Any:
    """Look for the article without the boxes that trafilatura leaves out itself, but walks several times before: half the time.

    What a plain menu says stays, in one piece: trafilatura looks again where it found little of a page.
    """
    try:
        for box in list(tree.iter("aside", "footer", "svg")):
            box.drop_tree()
        for menu in [one for one in tree.iter("nav") if next(one.iterancestors("nav"), None) is None]:
            words = " ".join(menu.xpath(".//text()", smart_strings=False))  # plain ones are made in a third of the time
            if len(words) < _MUCH and next(menu.iter(*_NO_MENU), None) is None:
                del menu[:]
                menu.text = words
    except ValueError:  # a control character, which a tree gives and does not take
        return None
    return trafilatura.bare_extraction(tree, options=_options())


@cache
def _options() -> Any:
    """Return what trafilatura is asked for, made once: its configuration file takes time to read."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it logs is said by warnings here
    settings = need("trafilatura.settings", "html", "web pages")
    return settings.Extractor(output_format="python", fast=True, comments=False, tables=True)


def _tree(markup: str) -> tuple[Any, bool]:
    """Parse a page; tell whether all of it could be, or elements that stand too deep in each other cut it short."""
    lxml = need("lxml.html", "html", "web pages")
    parser = lxml.HTMLParser(huge_tree=True, collect_ids=False, default_doctype=False, remove_comments=True, remove_pis=True)
    tree = lxml.document_fromstring(markup, parser=parser)
    return tree, not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _title(tree: Any) -> str | None:
    """Return the headline: as the page tells it to others, its only first heading, or its title without the site's name."""
    for path in _TITLES:
        found = [" ".join(str(value).split()) for value in tree.xpath(path)]
        if found and found[0]:
            return found[0]
    headings = [" ".join(heading.text_content().split()) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = " ".join((tree.findtext(".//title") or "").split())
    return _SITE.sub("", title) or next(filter(None, headings), None)


def _decode(data: bytes, charset: str | None) -> tuple[str, tuple[Warn, ...]]:
    """Take the encoding that the page names when it fits, else tell it from the bytes."""
    named = _XML_CHARSET.search(data[:200]) or _CHARSET.search(data[:4096])
    name = charset or (named[1].decode("ascii") if named else None)
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if name and not marked:
        try:
            # Browsers read Latin-1 as the encoding that its pages are really in.
            known = "cp1252" if codecs.lookup(name).name in ("iso8859-1", "ascii") else name
            return _DECLARATION.sub("", data.decode(known)), ()
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    text, warnings = decode(data)
    return _DECLARATION.sub("", text), tuple(warning for warning in warnings if warning.code != "empty")


def _paragraphs(text: str) -> str:
    """Set paragraphs apart by an empty line; keep the items of a list and the rows of a table together."""
    parts: list[str] = []
    last = ""
    for line in text.split("\n"):
        line = line.strip()
        if not line or _RULE.match(line):
            continue
        form = line[:1] if line.startswith(("- ", "| ")) else ""
        if form == "|":
            line = " | ".join(cell.strip() for cell in line.strip("| ").split("|"))
        parts += ["\n" if form and form == last else "\n\n", line]
        last = form
    return "".join(parts[1:])
