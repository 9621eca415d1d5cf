"""Plain text: one file, one document."""

from __future__ import annotations

from factx.readers.decoding import decode
from factx.readers.document import Document, check_length


def read(data: bytes, source: str) -> Document:
    """Read a plain text file.

    Arguments:
        data: the file's bytes, in any common encoding.
        source: the name for the records.

    Returns:
        The document.

    Raises:
        InputError: the bytes are no text, or the text is too long to be read at once.
    """
    text, warnings = decode(data)
    check_length(len(text))
    return Document(text, source, warnings=warnings)
