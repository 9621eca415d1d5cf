"""E-mail as mail programs save it: the subject is the title, the date is the publication's, the text is the body's."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast

from factx.errors import InputError
from factx.readers.dates import mail_date
from factx.readers.decoding import decode
from factx.readers.document import Document, check_length
from factx.readers.markup import plain_text
from factx.records import Warn

MAX_BYTES = 100_000_000


def read(data: bytes, source: str) -> Document:
    """Read a message; attachments are left alone.

    Arguments:
        data: the file's bytes.
        source: the name for the records.

    Returns:
        The document: the plain text part, or the HTML part without its markup when there is no text in the plain one.

    Raises:
        InputError: there is no text in it, or it is no message.
    """
    message = parse(data)
    text, warnings = _body(message)
    check_length(len(text))
    subject = " ".join(str(message.get("subject") or "").split())
    return Document(text, source, title=subject or None, published=mail_date(_header(message, "date")), warnings=tuple(warnings))


def parse(data: bytes) -> EmailMessage:
    """Parse a message.

    Arguments:
        data: the file's bytes.

    Returns:
        The message.

    Raises:
        InputError: it is too large, or has no header lines.
    """
    if len(data) > MAX_BYTES:
        raise InputError(f"this message is too large ({len(data):,} bytes, {MAX_BYTES:,} at the most); save its text as .txt")
    # Some programs put an mbox line or empty lines before the first header.
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=default)
    if not message.keys():
        raise InputError("this is no e-mail message (it has no header lines); if it is plain text, name it .txt")
    return message


def text_of(part: EmailMessage) -> tuple[str, list[Warn]]:
    """Decode a text part by its charset, or by its bytes when it names none or a wrong one.

    Arguments:
        part: of type ``text/...``.

    Returns:
        The text with ``\\n`` at line ends, and warnings when the encoding was guessed.
    """
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    warnings: tuple[Warn, ...] = ()
    try:
        text = data.decode("cp1252" if charset in ("iso-8859-1", "latin-1") else charset or "ascii")
    except (LookupError, UnicodeDecodeError, ValueError):
        text, warnings = decode(data)
    return text.replace("\r\n", "\n"), [warning for warning in warnings if warning.code != "empty"]


def _header(message: EmailMessage, name: str) -> str | None:
    value = message.get(name)
    return str(value) if value is not None else None


def _body(message: EmailMessage) -> tuple[str, list[Warn]]:
    for kind in ("plain", "html"):
        part = cast("EmailMessage | None", message.get_body((kind,)))
        if part is None:
            continue
        text, warnings = text_of(part)
        if kind == "html":
            text = plain_text(text)
        elif part.get_param("format") == "flowed":
            text = _unflow(text, delete=part.get_param("delsp") == "yes")
        if text.strip():
            return text.strip("\n") + "\n", warnings
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime"):
        raise InputError("this message is encrypted; save it decrypted from the mail program first")
    raise InputError("there is no text in this message; if it is in an attachment, save that and name it")


def _unflow(text: str, *, delete: bool) -> str:
    """Join the lines that a mail program broke (RFC 3676): each such line ends in a space."""
    lines: list[str] = []
    open_ = False
    for line in text.split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if open_ and lines:
            lines[-1] += line
        else:
            lines.append(line)
        open_ = line.endswith(" ") and line != "-- "
        if open_ and delete:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)
