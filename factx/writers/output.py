"""Where the bytes go: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import io
import os
import shutil
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
    with replacing(path) as temporary, open(temporary, "w", encoding="utf-8", newline="", errors="replace") as stream:
        yield stream


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


@contextmanager
def replacing(path: str, *, folder: bool = False) -> Iterator[str]:
    """Give a place beside a file, or a folder, that is renamed to it when the block ends well.

    Arguments:
        path: the file or folder to be; what a link points to is replaced, the link stays.
        folder: make a folder.

    Returns:
        The path of an empty file or folder; when the block fails it goes, and what stood at ``path`` stays.

    Raises:
        UsageError: nothing can be written there.
    """
    target = os.path.realpath(path)
    parent, name = os.path.split(target)
    prefix, suffix = f".{name}.", ".tmp"
    try:
        if folder:
            temporary = tempfile.mkdtemp(suffix, prefix, parent)
        else:
            handle, temporary = tempfile.mkstemp(suffix, prefix, parent)
            os.close(handle)
    except OSError as error:
        raise UsageError(f"cannot write {path!r}: {error.strerror}") from error
    try:
        yield temporary
        alike = os.path.isdir(target) if folder else os.path.isfile(target)
        os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode) if alike else (0o777 if folder else 0o666) & ~_umask())
        if folder:
            _swap(temporary, target)
        else:
            os.replace(temporary, target)
    except BaseException:
        _remove(temporary)
        raise


def _swap(temporary: str, target: str) -> None:
    """Rename a folder to where another may stand: a folder is not renamed over a full one, so that one steps aside first."""
    if not os.path.lexists(target):
        os.rename(temporary, target)
        return
    aside = f"{temporary}.old"
    os.rename(target, aside)
    try:
        os.rename(temporary, target)
    except BaseException:
        os.rename(aside, target)
        raise
    _remove(aside)


def _remove(path: str) -> None:
    with suppress(OSError):
        if os.path.isdir(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
