"""PDF files (pypdf, extra ``pdf``): pages joined, hyphens at line ends mended, running heads and feet taken off."""

from __future__ import annotations

import io
import logging
import re
from typing import Any

from factx.errors import InputError
from factx.readers.document import Document, check_length
from factx.readers.extras import need
from factx.readers.lines import join_pages
from factx.records import Warn

MAX_BYTES = 500_000_000
_MEND = "qpdf FILE.pdf NEW.pdf"
# What programs write for a title when nobody gave one.
_NO_TITLE = re.compile(
    r"^(?:untitled.*|(?:microsoft )?(?:word|powerpoint|excel|publisher) ?-.*|document\d*"
    r"|.*\.(?:docx?|indd|qxd|pptx?|tex|dvi|odt|rtf|pdf|html?))$",
    re.I,
)


def read(data: bytes, source: str) -> Document:
    """Read a PDF file.

    Arguments:
        data: the file's bytes.
        source: the name for the records.

    Returns:
        The document; paragraphs have an empty line between them where the lines tell them apart. The date of the file's making is
        not taken for the publication's: a page printed today may be ten years old.

    Raises:
        InputError: pypdf is not installed; it has a password, is broken, or its pages are pictures.
    """
    library = need("pypdf", "pdf", "PDF files")
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if len(data) > MAX_BYTES:
        raise InputError(f"this PDF file is too large ({len(data):,} bytes, {MAX_BYTES:,} at the most); split it by pages first")
    reader = _open(library, data)
    pages, lost = _pages(reader)
    if not any(page.strip() for page in pages):
        if lost:
            raise InputError(f"this PDF file is broken: none of its pages can be read; mend it with: {_MEND}")
        raise InputError(
            "there is no text in this PDF file, its pages are pictures; run OCR on it first: ocrmypdf FILE.pdf NEW.pdf"
        )
    notes = []
    if lost:
        notes.append(
            Warn(code="pages", message=f"{lost} of {len(pages)} pages are broken and were left out; mend it with: {_MEND}")
        )
    text = join_pages(pages)
    return Document(text + "\n", source, title=_title(reader), warnings=tuple(notes))


def _open(library: Any, data: bytes) -> Any:
    """Open a file, with the empty password when it is encrypted, as viewers do."""
    try:
        reader = library.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                "this PDF file has a password; take it off first: qpdf --decrypt --password=PASSWORD FILE.pdf NEW.pdf"
            )
        len(reader.pages)
        return reader
    except InputError:
        raise
    except library.errors.DependencyError as error:
        raise InputError("this PDF file is encrypted; to read it: pip install 'factx[pdf]'") from error
    except Exception as error:  # a broken file may raise anything
        raise InputError(f"this PDF file is broken or cut off ({_short(error)}); mend it with: {_MEND}") from error


def _pages(reader: Any) -> tuple[list[str], int]:
    pages: list[str] = []
    lost = length = 0
    for number in range(len(reader.pages)):
        try:
            page = str(reader.pages[number].extract_text() or "")
        except MemoryError:
            raise
        except Exception as error:  # one broken page costs itself
            logging.getLogger("factx").debug("page %d: %r", number + 1, error)
            page, lost = "", lost + 1
        length += len(page)
        check_length(length)
        pages.append(page)
    return pages, lost


def _title(reader: Any) -> str | None:
    try:
        title = " ".join(str((reader.metadata or {}).get("/Title") or "").replace("\0", "").split())
    except Exception:  # metadata that is broken is none
        return None
    return title if title and not _NO_TITLE.match(title) else None


def _short(error: BaseException) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
