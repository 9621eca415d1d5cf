"""Web archives (warcio, extra ``warc``): one page, one document; pictures, scripts and failed requests are passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from factx.errors import InputError
from factx.readers import html, pdf, txt
from factx.readers.document import Document, failure
from factx.readers.extras import need
from factx.readers.unpacking import read_all
from factx.records import ErrorRecord

_READERS = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf"}


def read(file: BinaryIO, source: str) -> Iterator[Document | ErrorRecord]:
    """Read the pages of an archive; memory holds one.

    Arguments:
        file: a stream of the archive, unpacked.
        source: the file's name. A document is named ``source#URL``.

    Returns:
        For every page (HTML or PDF that was answered with 200, and the text that a ``conversion`` record has) the document or an
        error record.

    Raises:
        InputError: warcio or trafilatura is not installed, the archive is broken, or there is no page in it.
    """
    archive = need("warcio.archiveiterator", "warc", "web archives")
    need("trafilatura", "html", "the pages of web archives")
    pages = 0
    try:
        for record in archive.ArchiveIterator(file):
            form = _form(record)
            if form:
                pages += 1
                yield _page(record, form, f"{source}#{record.rec_headers.get_header('WARC-Target-URI') or pages}")
    except InputError:
        raise
    except Exception as error:  # a broken archive may raise anything
        raise InputError(
            f"this web archive is broken after {pages} pages ({error}); get it again, or test it with: warcio check"
        ) from error
    if not pages:
        raise InputError("there is no page (HTML, PDF) in this web archive")


def _form(record: Any) -> str | None:
    if record.rec_type == "conversion":
        return "txt"
    if record.rec_type == "response":
        if not record.http_headers or record.http_headers.get_statuscode() != "200":
            return None
        said = record.http_headers.get_header("Content-Type")
    elif record.rec_type == "resource":
        said = record.rec_headers.get_header("Content-Type")
    else:
        return None
    return _READERS.get((said or "").partition(";")[0].strip().lower())


def _page(record: Any, form: str, source: str) -> Document | ErrorRecord:
    try:
        data = read_all(record.content_stream(), html.MAX_BYTES)
        if form == "pdf":
            return pdf.read(data, source)
        return html.read(data, source) if form == "html" else txt.read(data, source)
    except (InputError, ValueError, RecursionError, MemoryError) as error:
        return failure(source, error)
