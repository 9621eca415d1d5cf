"""Gzip unpacked as a stream, and long lines cut, so that no input takes more memory than it may."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from factx.errors import InputError
from factx.readers.document import MAX_CHARACTERS
from factx.readers.jsonl import MAX_BYTES_A_CHARACTER

GZIP = b"\x1f\x8b"
MAX_RATIO = 200  # unpacked to packed; text is packed 3 to 20 times, the same sentence over and over some 100 times
SMALL = 20_000_000  # so many bytes may come out of anything
MAX_LINE = MAX_CHARACTERS * MAX_BYTES_A_CHARACTER


def unpack(file: BinaryIO) -> BinaryIO:
    """Open a gzip file's content.

    Arguments:
        file: at its beginning; it may have several members one after the other.

    Returns:
        A stream of the content. Reading from it raises InputError when the file is broken, cut off, or a decompression bomb.
    """
    return cast(BinaryIO, io.BufferedReader(_Unpacked(file), 65_536))


class _Unpacked(io.RawIOBase):
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._gzip = gzip.GzipFile(fileobj=file, mode="rb")
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        try:
            data = self._gzip.read1(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise InputError(f"this gzip file is broken or cut off ({error}); get it again, or test it with: gzip -t") from error
        self._out += len(data)
        packed = self._file.tell()
        if self._out > SMALL and self._out > MAX_RATIO * packed:
            raise InputError(
                f"this gzip file unpacks to more than {MAX_RATIO} times its size, as decompression bombs do; "
                "if it is sound, unpack it first with: gunzip"
            )
        buffer[: len(data)] = data
        return len(data)


def read_all(file: BinaryIO, limit: int) -> bytes:
    """Read a whole stream that must not be longer than a limit.

    Arguments:
        file: the stream.
        limit: in bytes.

    Returns:
        Its bytes.

    Raises:
        InputError: it is longer.
    """
    parts: list[bytes] = []
    size = 0
    while True:
        part = file.read(1 << 20)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
        if size > limit:
            raise InputError(f"this file is too large to be read at once ({limit:,} bytes at the most); split it first")


def lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield a stream's lines; of a line that is too long only so much that it is seen to be.

    Arguments:
        file: the stream.

    Returns:
        The lines with their ends.
    """
    while True:
        line = file.readline(MAX_LINE + MAX_BYTES_A_CHARACTER)
        if not line:
            return
        rest = line
        while len(rest) > MAX_LINE - 1 and not rest.endswith(b"\n"):
            rest = file.readline(MAX_LINE)
            if not rest or len(rest) < MAX_LINE:
                break
        yield line
