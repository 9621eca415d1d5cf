"""Where the bytes go: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import io
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from factx.errors import UsageError

# Ends the name of a folder that steps aside for a new one.
_ASIDE = ".old"


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
    try:
        _sweep(target)
        temporary, lock = _temporary(target, folder)
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
    finally:
        if lock is not None:
            os.close(lock)


def _temporary(target: str, folder: bool) -> tuple[str, int | None]:
    """Make an empty file or folder beside the target, and lock it: one that nobody holds was left by a run that was killed.

    Elsewhere than on Unix there is no such lock, and what a killed run left stays.
    """
    parent, name = os.path.split(target)
    while True:
        if folder:
            temporary = tempfile.mkdtemp(".tmp", f".{name}.", parent)
        else:
            handle, temporary = tempfile.mkstemp(".tmp", f".{name}.", parent)
            os.close(handle)
        if os.name != "posix":
            return temporary, None
        with suppress(FileNotFoundError):  # swept by another run before it was locked
            lock = _lock(temporary)
            if lock is not None and os.path.exists(temporary):
                return temporary, lock


def _lock(path: str) -> int | None:
    """Lock a file or folder of ours; None when another process has it. The lock goes with the process."""
    import fcntl

    handle = os.open(path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle


def _sweep(target: str) -> None:
    """Remove what killed runs left of this target, and put back what one of them had set aside."""
    if os.name != "posix":
        return
    parent, name = os.path.split(target)
    ours = re.compile(rf"\.{re.escape(name)}\.[a-z0-9_]{{8}}\.tmp")
    for left in sorted(os.listdir(parent)):
        path = os.path.join(parent, left)
        if ours.fullmatch(left):
            with suppress(OSError):
                if (lock := _lock(path)) is not None:
                    _remove(path)
                    os.close(lock)
        elif left.endswith(_ASIDE) and ours.fullmatch(left.removesuffix(_ASIDE)) and not os.path.exists(path[: -len(_ASIDE)]):
            if os.path.lexists(target):
                _remove(path)
            else:
                os.rename(path, target)


def _swap(temporary: str, target: str) -> None:
    """Rename a folder to where another may stand: a folder is not renamed over a full one, so that one steps aside first."""
    if not os.path.lexists(target):
        os.rename(temporary, target)
        return
    aside = temporary + _ASIDE
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
