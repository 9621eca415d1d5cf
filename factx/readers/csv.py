"""Tables as CSV or TSV: one row, one document, of the columns ``text``, ``id``, ``title`` and ``published``."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from factx.errors import InputError
from factx.readers.dates import iso_date
from factx.readers.document import MAX_CHARACTERS, Document, check_length, failure
from factx.records import ErrorRecord, Warn

_DELIMITERS = ",;\t|"


def read(
    lines: Iterable[bytes], source: str, *, text_field: str = "text", id_field: str = "id"
) -> Iterator[Document | ErrorRecord]:
    """Read documents row by row; memory holds one row.

    Arguments:
        lines: the file's lines, in UTF-8, UTF-16 with its mark, or Windows-1252. The first row names the columns, and tells if
            commas, semicolons, tabs or bars part them.
        source: the file's name. A document is named ``source#id``, or ``source#row`` when it has no id; the first row is row 1.
        text_field: the column with the text.
        id_field: the column with the id.

    Returns:
        For every row that is not blank the document, or the error record ``source#row``.

    Raises:
        InputError: there is no column of that name.
    """
    guessed = _Guessed()
    text = _decoded(lines, guessed)
    head = next((line for line in text if line.strip()), "")
    delimiter = _delimiter(head, text_field)
    csv.field_size_limit(MAX_CHARACTERS + 1)
    rows = csv.reader(chain([head], text), delimiter=delimiter)
    try:
        columns = [column.strip() for column in next(rows, [])]
    except csv.Error as error:
        raise InputError(f"this is no CSV file ({error}); save the table again as CSV, in UTF-8") from error
    if text_field not in columns:
        names = ", ".join(columns)[:200]
        raise InputError(f"there is no column {text_field!r}; name the one with the text with --text-field (columns: {names})")
    number = 1
    while True:
        number += 1
        guessed.lines = 0
        try:
            row = next(rows, None)
        except csv.Error as error:
            reason = InputError(f"the table cannot be read from row {number} on ({error}); is a quotation mark there not closed?")
            yield failure(f"{source}#{number}", reason)
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield _document(dict(zip(columns, row, strict=False)), source, number, text_field, id_field, guessed.lines > 0)


class _Guessed:
    """How many lines since the last row were no UTF-8."""

    lines = 0


def _decoded(lines: Iterable[bytes], guessed: _Guessed) -> Iterator[str]:
    lines = iter(lines)
    first = next(lines, b"")
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        decoder = codecs.getincrementaldecoder("utf-16")("replace")
        rest = decoder.decode(first)
        for line in lines:  # a line end's two bytes may stand on either side of where the line was cut
            rest += decoder.decode(line)
            *whole, rest = rest.split("\n")
            yield from (f"{part}\n" for part in whole)
        yield rest
        return
    for line in chain([first.removeprefix(codecs.BOM_UTF8)], lines):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            guessed.lines += 1
            yield line.decode("cp1252", "replace")


def _delimiter(head: str, text_field: str) -> str:
    """Take the delimiter by which the first row has the column with the text, else the one that it has most of."""
    for delimiter in _DELIMITERS:
        try:
            if text_field in [column.strip() for column in next(csv.reader([head], delimiter=delimiter), [])]:
                return delimiter
        except csv.Error:
            continue
    return max(_DELIMITERS, key=head.count)


def _document(
    row: dict[str, str], source: str, number: int, text_field: str, id_field: str, guessed: bool
) -> Document | ErrorRecord:
    text, name = row.get(text_field), row.get(id_field, "").strip()
    try:
        if text is None:
            raise InputError(f"row {number} has fewer cells than the first row and no {text_field!r}; mend the row")
        check_length(len(text))
    except InputError as error:
        return failure(f"{source}#{number}", error)
    notes = []
    if guessed:
        notes.append(Warn(code="encoding", message="it is not UTF-8; read as Windows-1252"))
    stated = row.get("published", "").strip()
    published = iso_date(stated)
    if stated and not published:
        notes.append(Warn(code="published", message=f"published is no ISO 8601 date ({stated[:40]!r}); left out"))
    if not text.strip():
        notes.append(Warn(code="empty", message="there is no text in it"))
    return Document(
        text, f"{source}#{name or number}", title=row.get("title", "").strip() or None, published=published, warnings=tuple(notes)
    )
