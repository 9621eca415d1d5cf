"""Which reader a file is for: by its ending, and by its first bytes where the ending says nothing or lies."""

from __future__ import annotations

import os
import re

from factx.errors import InputError
from factx.readers import jsonl

HEAD = 65_536  # bytes that are looked at
SNIFF = "sniff"  # the kind of a file whose ending says nothing: its first bytes decide
STDIN_KIND = "stdin"
ERROR_KIND = "error"

# Ending: kind. The same with .gz at the end is read too.
ENDINGS = {
    ".txt": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".csv": "csv",
    ".tsv": "csv",
    ".warc": "warc",
}
# Forms that would give wrong places and wrong findings if they were read as prose: what to do instead.
_OFFICE = "convert it first: soffice --headless --convert-to docx FILE"
REFUSED = {
    ".doc": f"factx does not read old Word files; {_OFFICE}",
    ".odt": f"factx does not read OpenDocument files; {_OFFICE}",
    ".rtf": f"factx does not read RTF; {_OFFICE}",
    ".epub": "factx does not read EPUB; convert it first: pandoc -t plain -o FILE.txt FILE",
    ".xml": "factx does not read XML; convert it to plain text (.txt) or JSON Lines (.jsonl) first",
    ".json": "factx does not read JSON; JSON Lines is read: one object a line, in a file that ends in .jsonl "
    "(an array is turned into it by: jq -c '.[]' FILE)",
    ".xls": "factx does not read spreadsheets; save the sheet as .csv first",
    ".xlsx": "factx does not read spreadsheets; save the sheet as .csv first",
    ".parquet": "factx does not read Parquet; convert it first: duckdb -c \"COPY 'FILE' TO 'FILE.jsonl' (FORMAT json)\"",
    ".pptx": "factx does not read slides; convert them first: soffice --headless --convert-to pdf FILE",
    ".ppt": "factx does not read slides; convert them first: soffice --headless --convert-to pdf FILE",
    ".odp": "factx does not read slides; convert them first: soffice --headless --convert-to pdf FILE",
    ".mbox": "factx does not read mailboxes; save the messages as .eml, one a file",
    ".msg": "factx does not read Outlook's .msg; save the message as .eml, or as .txt",
    ".zip": "factx does not read ZIP archives; unpack it and name the folder",
    ".tar": "factx does not read tar archives; unpack it and name the folder",
    ".tgz": "factx does not read tar archives; unpack it and name the folder",
}
NAMES = {
    "txt": "plain text",
    "jsonl": "JSON Lines",
    "html": "a web page",
    "mhtml": "a saved web page (MHTML)",
    "pdf": "a PDF file",
    "docx": "a Word document",
    "eml": "an e-mail",
    "csv": "a table (CSV)",
    "warc": "a web archive (WARC)",
}
_CERTAIN = ("pdf", "docx", "warc", "mhtml")  # their first bytes are unlike anything else's
_LOOSE = ("txt",)  # endings that people give to anything
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.I | re.S,
)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z0-9-]*):[ \t]?", re.M)


def kind_of(path: str) -> str | None:
    """Return the kind that a path's ending stands for, without touching the file.

    Arguments:
        path: of a file; case does not matter.

    Returns:
        One of the values of ``ENDINGS``, or None when the ending stands for none.
    """
    lower = path.lower().removesuffix(".gz")
    return ENDINGS.get(os.path.splitext(lower)[1])


def refuse_ending(path: str) -> None:
    """Raise when a path's ending stands for a form that is known and not read.

    Arguments:
        path: of a file.

    Raises:
        InputError: the message says what to do instead.
    """
    what = REFUSED.get(os.path.splitext(path.lower().removesuffix(".gz"))[1])
    if what:
        raise InputError(what)


def sniff(head: bytes) -> str | None:
    """Tell a form by a file's first bytes.

    Arguments:
        head: the first ``HEAD`` bytes, decompressed.

    Returns:
        ``pdf``, ``docx``, ``warc``, ``html``, ``mhtml``, ``eml`` or ``jsonl``; None for anything else, plain text above all.
    """
    if b"%PDF-" in head[:1024] and head.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in head else None
    if head.startswith((b"WARC/1.", b"WARC/0.")):
        return "warc"
    if _HTML.match(head):
        return "html"
    mail = _mail(head)
    if mail:
        return mail
    return "jsonl" if jsonl.looks_like(_first_line(head)) else None


def settle(path: str, head: bytes) -> tuple[str, str | None]:
    """Choose the reader for a file by its ending and its first bytes.

    Arguments:
        path: of the file.
        head: its first bytes, decompressed.

    Returns:
        The kind, and what is to be said about it when the ending says something else.

    Raises:
        InputError: the bytes are of a known form that is not read.
    """
    named, found = kind_of(path), sniff(head)
    if found in _CERTAIN or named is None or (named in _LOOSE and found in ("html", "eml", "jsonl")):
        kind = found or named or "txt"
    elif found == "html" and named != "mhtml":
        kind = "html"
    else:
        kind = named
    if kind == named or named is None:
        return kind, None
    return (
        kind,
        f"the ending says {os.path.splitext(path.lower().removesuffix('.gz'))[1]}, but this is {NAMES[kind]}; read as that",
    )


def _mail(head: bytes) -> str | None:
    """A message opens with header lines, some of which only a mail program writes."""
    block = re.split(rb"\r?\n\r?\n", head.lstrip(b"\xef\xbb\xbf\r\n"), maxsplit=1)[0]
    if not _HEADER.match(block):
        return None
    names = {name.lower() for name in _HEADER.findall(block)}
    if b"mime-version" in names and b"snapshot-content-location" in names:
        return "mhtml"
    if b"from" in names and names & {b"message-id", b"mime-version", b"received"} and names & {b"date", b"subject"}:
        return "eml"
    return None


def _first_line(head: bytes) -> bytes:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
