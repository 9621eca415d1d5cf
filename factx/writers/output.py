"""Where the bytes go: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import io
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from factx.errors import UsageError


@contextmanager
def open_output(path: str | None, *, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Open the output as text.

    A file is written beside its place and renamed when the block ends well; when it does not, what stood there before stays.
    A device or a named pipe is written to as it is.

    Arguments:
        path: the file; standard output when None or ``-``.
        encoding: of standard output; a file is always UTF-8.

    Returns:
        The stream.

    Raises:
        UsageError: it cannot be opened.
    """
    if path is None or path == "-":
        yield from _stdout(encoding)
        return
    try:
        mode = os.stat(path).st_mode if os.path.exists(path) else None
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot write {path!r}: {error}") from error
    if mode is not None and not stat.S_ISREG(mode):
        if stat.S_ISDIR(mode):
            raise UsageError(f"cannot write {path!r}: it is a folder; name a file in it")
        with open(path, "w", encoding="utf-8", newline="", errors="replace") as stream:
            yield stream
        return
    yield from _replace(path, os.path.realpath(path), mode)  # a link stays: what it points to is renamed


def _stdout(encoding: str) -> Iterator[IO[str]]:
    if sys.stdout is None:
        raise UsageError("standard output is closed; name a file with -o")
    sys.stdout.flush()
    stream = io.TextIOWrapper(sys.stdout.buffer, encoding=encoding, newline="", errors="replace")
    try:
        yield stream
        stream.flush()
    finally:
        with suppress(ValueError, OSError):
            stream.detach()  # else its end would close standard output


def _replace(path: str, target: str, mode: int | None) -> Iterator[IO[str]]:
    folder, name = os.path.split(target)
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{name}.", suffix=".tmp", dir=folder)
    except OSError as error:
        raise UsageError(f"cannot write {path!r}: {error.strerror}") from error
    try:
        with open(handle, "w", encoding="utf-8", newline="", errors="replace") as stream:
            yield stream
        os.chmod(temporary, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
