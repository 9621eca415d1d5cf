"""Pages saved by a browser as one file (MHTML): a mail whose parts are the page and what it shows."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage

from factx.errors import InputError
from factx.readers import html
from factx.readers.document import Document
from factx.readers.eml import parse


def read(data: bytes, source: str) -> Document:
    """Read a saved page.

    Arguments:
        data: the file's bytes.
        source: the name for the records.

    Returns:
        The document of the page itself. The date of the file is that of the saving, so it is not taken for the publication's.

    Raises:
        InputError: there is no page in it, or what ``html.read`` raises.
    """
    message = parse(data)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            # The browser writes the page anew, in the encoding that the part names, whatever the page's own line says.
            document = html.read(
                payload if isinstance(payload, bytes) else b"", source, charset=part.get_content_charset() or "utf-8"
            )
            return document if document.title else replace(document, title=_subject(message))
    raise InputError("there is no page in this MHTML file; save it from the browser again")


def _subject(message: EmailMessage) -> str | None:
    return " ".join(str(message.get("subject") or "").split()) or None
