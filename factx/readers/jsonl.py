"""JSON Lines: one line, one document ``{"id", "text"}``, with an optional ``title`` and ``published``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from factx.errors import InputError
from factx.readers.dates import iso_date
from factx.readers.decoding import decode
from factx.readers.document import Document, check_length, failure
from factx.records import ErrorRecord, Warn

MAX_BYTES_A_CHARACTER = 6  # \\u0041


def read(
    lines: Iterable[bytes], source: str, *, text_field: str = "text", id_field: str = "id"
) -> Iterator[Document | ErrorRecord]:
    """Read documents line by line; memory holds one line.

    Arguments:
        lines: the file's lines, in UTF-8.
        source: the file's name. A document is named ``source#id``, or ``source#line`` when it has no id.
        text_field: the name of the field with the text.
        id_field: that of the field with the id.

    Returns:
        For every line that is not blank the document, or the error record ``source#line``.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            check_length(len(line) // MAX_BYTES_A_CHARACTER)
            yield _document(line, source, number, text_field, id_field)
        except (InputError, ValueError, RecursionError) as error:
            reason = error if isinstance(error, InputError) else InputError(f"line {number} is not valid JSON: {error}")
            yield failure(f"{source}#{number}", reason)


def looks_like(line: bytes, text_field: str = "text") -> bool:
    """Tell whether a line can be the first one of such a file: an object with a text."""
    if not line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and text_field in value


def _document(line: bytes, source: str, number: int, text_field: str, id_field: str) -> Document:
    raw, warnings = decode(line)
    value = json.loads(raw)
    if not isinstance(value, dict):
        raise InputError(f'line {number} is no object; each line must be {{"{id_field}": ..., "{text_field}": ...}}')
    text = value.get(text_field)
    if not isinstance(text, str):
        strings = ", ".join(name for name, content in value.items() if isinstance(content, str) and name != id_field)[:200]
        remedy = (
            f"its fields with a string are {strings}; name one with --text-field" if strings else "it has no field with a string"
        )
        raise InputError(f'line {number} has no "{text_field}" with a string; {remedy}')
    check_length(len(text))
    name = value.get(id_field)
    notes = [*warnings]
    stated = value.get("published")
    published = iso_date(stated)
    if stated and not published:
        notes.append(Warn(code="published", message=f"published is no ISO 8601 date ({str(stated)[:40]!r}); left out"))
    if not text.strip():
        notes.append(Warn(code="empty", message="there is no text in it"))
    title = value.get("title")
    return Document(
        text,
        f"{source}#{number if name is None or name == '' else name}",
        title=title if isinstance(title, str) and title.strip() else None,
        published=published,
        warnings=tuple(notes),
    )
