"""JSON Lines: one line, one document ``{"id", "text"}``, with an optional ``title`` and ``published``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from factx.errors import InputError
from factx.readers.decoding import decode
from factx.readers.document import Document, check_length, failure
from factx.records import ErrorRecord, Warn


def read(lines: Iterable[bytes], source: str) -> Iterator[Document | ErrorRecord]:
    """Read documents line by line; memory holds one line.

    Arguments:
        lines: the file's lines, in UTF-8.
        source: the file's name. A document is named ``source#id``, or ``source#line`` when it has no id.

    Returns:
        For every line that is not blank the document, or the error record ``source#line``.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _document(line, source, number)
        except (InputError, ValueError, RecursionError) as error:
            reason = error if isinstance(error, InputError) else InputError(f"line {number} is not valid JSON: {error}")
            yield failure(f"{source}#{number}", reason)


def looks_like(line: bytes) -> bool:
    """Tell whether a line can be the first one of such a file: an object with a text."""
    if not line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "text" in value


def _document(line: bytes, source: str, number: int) -> Document:
    raw, warnings = decode(line)
    value = json.loads(raw)
    if not isinstance(value, dict):
        raise InputError(f'line {number} is no object; each line must be {{"id": ..., "text": ...}}')
    text = value.get("text")
    if not isinstance(text, str):
        raise InputError(f'line {number} has no "text" with a string; each line must be {{"id": ..., "text": ...}}')
    check_length(len(text))
    name = value.get("id")
    notes = [*warnings]
    published = _iso(value.get("published"), notes)
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


def _iso(value: Any, notes: list[Warn]) -> str | None:
    """Return the date of an ISO 8601 date or time; anything else is no date, and said to be none."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        notes.append(Warn(code="published", message=f"published is no ISO 8601 date ({str(value)[:40]!r}); left out"))
        return None
