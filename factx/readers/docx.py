"""Word documents (python-docx, extra ``docx``): paragraphs and tables in their order, as accepted changes leave them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from factx.errors import InputError
from factx.readers.dates import iso_date
from factx.readers.document import Document, check_length
from factx.readers.extras import need
from factx.records import Warn

MAX_UNPACKED = 200_000_000  # bytes of all that is XML in it
MAX_RATIO = 200  # unpacked to packed, of more than a few megabytes; Word's own XML is packed 10 to 30 times
_SMALL = 20_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset([f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText"])
_BOX = f"{_W}txbxContent"


def read(data: bytes, source: str) -> Document:
    """Read a Word document.

    Arguments:
        data: the file's bytes.
        source: the name for the records.

    Returns:
        The document; paragraphs have an empty line between them, a table's row is a line. The title is the core properties' and
        the date that of the file's making, of which ``warnings`` tells (code ``published``).

    Raises:
        InputError: python-docx is not installed; it is encrypted, broken, unpacks to too much, or holds no text.
    """
    library = need("docx", "docx", "Word documents")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError(
            "this Word file is an old one or has a password; open it in Word or LibreOffice and save it as .docx without one"
        )
    _refuse_bomb(data)
    try:
        document = library.Document(io.BytesIO(data))
        text = "\n\n".join(block for block in _blocks(document.element.body) if block.strip())
    except Exception as error:  # a broken part may raise whatever lxml or zipfile do
        raise InputError(
            f"this Word file is broken ({type(error).__name__}: {error}); open it in Word or LibreOffice and save it again"
        ) from error
    if not text.strip():
        raise InputError("there is no text in this Word file; if its pages are pictures, run OCR on it first")
    check_length(len(text))
    title, published = _properties(data, need("docx.oxml.parser", "docx", "Word documents").parse_xml)
    notes = (Warn(code="published", message="published is the date on which the Word file was made"),) if published else ()
    return Document(text + "\n", source, title=title, published=published, warnings=notes)


def _refuse_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
            encrypted = any(part.flag_bits & 1 for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise InputError(f"this Word file is broken or cut off ({error}); get it again, or save it again from Word") from error
    if encrypted:
        raise InputError("this file is password-protected; save it without a password first")
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if unpacked > MAX_UNPACKED or (unpacked > _SMALL and unpacked > MAX_RATIO * max(packed, 1)):
        raise InputError(
            f"this Word file unpacks to {unpacked:,} bytes from {packed:,}, as decompression bombs do; "
            "if it is sound, save its text as .txt"
        )


def _blocks(parent: Any) -> Iterator[str]:
    """Yield a body's paragraphs and tables; those in content controls and tracked insertions stand there like all others."""
    for child in parent.iterchildren():
        if child.tag == f"{_W}p":
            boxes: list[Any] = []
            yield _line(child, boxes)
            for box in boxes:
                yield from _blocks(box)
        elif child.tag == f"{_W}tbl":
            yield "\n".join(row for row in _rows(child) if row.strip(" |"))
        elif child.tag not in _GONE:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue  # of a table in a cell: it stands in that cell's text
        cells = (cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row)
        yield " | ".join(" ".join(" ".join(_blocks(cell)).split()) for cell in cells)


def _line(paragraph: Any, boxes: list[Any]) -> str:
    """Return a paragraph's text; text boxes that hang on it are put aside."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in (f"{_W}tab", f"{_W}ptab") and element.getparent().tag != f"{_W}tabs":
            parts.append("\t")
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif element.tag == f"{_W}noBreakHyphen":
            parts.append("\u2011")
        elif element.tag == _BOX:
            boxes.append(element)
        elif element.tag not in _GONE:
            stack.extend(reversed(element))
    return "".join(parts)


def _properties(data: bytes, parse_xml: Any) -> tuple[str | None, str | None]:
    """Read title and date of making from the package: python-docx does not find them in LibreOffice's files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            core = parse_xml(archive.read("docProps/core.xml"))
    except Exception:  # properties that are missing or broken are none
        return None, None
    values = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in core.iterchildren("*")}
    return values.get("title") or None, iso_date(values.get("created"))
