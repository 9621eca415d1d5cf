"""From bytes to text: UTF-8 first, UTF-16 and Windows-1252 when the bytes say so, and a clear no for what is not text."""

from __future__ import annotations

import codecs

from factx.errors import InputError
from factx.records import Warn

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Controls that no text has; tab, line ends, form feed and escape (colours in a log) are not among them.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_CONTROLS_MAX = 0.02


def decode(data: bytes) -> tuple[str, tuple[Warn, ...]]:
    """Decode a file.

    Arguments:
        data: all its bytes.

    Returns:
        The text, without a byte order mark and with its line ends as they are, and warnings of code ``encoding`` when the
        encoding was guessed or bytes were lost, ``empty`` when there is no text.

    Raises:
        InputError: the bytes are no text.
    """
    refuse_binary(data)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text, warnings = _decode_as(data[len(mark) :], encoding)
            break
    else:
        text, warnings = _guess(data)
    if not text or text.isspace():
        warnings = (*warnings, Warn(code="empty", message="there is no text in it"))
    return text, warnings


def refuse_binary(data: bytes) -> None:
    """Raise when the first bytes are those of a known form that is no text.

    Arguments:
        data: a file's bytes, or the first few of them.

    Raises:
        InputError: it is a picture, an archive, ...; the message says which.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"this is {what}, not plain text; convert or unpack it to .txt first")


def _decode_as(data: bytes, encoding: str) -> tuple[str, tuple[Warn, ...]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if not lost:
        return text, ()
    return text, (_warn(f"{lost} places are no {encoding.upper()} and were read as \ufffd"),)


def _guess(data: bytes) -> tuple[str, tuple[Warn, ...]]:
    if b"\0" in data:
        return _guess_utf16(data)
    if len(data.translate(None, _CONTROLS)) < len(data) * (1 - _CONTROLS_MAX):
        raise InputError("this is a binary file, not plain text; convert it to .txt first")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        pass
    text, warnings = _decode_as(data, "utf-8")
    lost = text.count("\ufffd")
    good = sum(1 for character in text if character > "\x7f") - lost
    if good > lost:  # UTF-8 that was damaged: cp1252 would spoil every character that is whole
        return text, warnings
    try:
        return data.decode("cp1252"), (_warn("it is not UTF-8; read as Windows-1252"),)
    except UnicodeDecodeError:
        return data.decode("latin-1"), (_warn("it is not UTF-8; read as Latin-1"),)


def _guess_utf16(data: bytes) -> tuple[str, tuple[Warn, ...]]:
    """Tell UTF-16 without a mark by its zeros: Latin letters have one in every second byte and none in the others."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    half = len(data) / 2
    for here, there, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if here >= 0.5 * half and there <= 0.01 * half:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                break
            return text, (_warn(f"it has no byte order mark; read as {encoding.upper()}"),)
    raise InputError("this is a binary file (it has zero bytes), not plain text; convert it to .txt first")


def _warn(message: str) -> Warn:
    return Warn(code="encoding", message=message)
