"""Inputs on this machine's disks; see ``places.Place``."""

from __future__ import annotations

import glob
import io
import os
import stat
from typing import cast

from factx.errors import InputError
from factx.readers.kinds import HEAD
from factx.readers.places import Entry


def is_folder(path: str) -> bool:
    return os.path.isdir(path)


def is_pattern(path: str) -> bool:
    return not os.path.lexists(path) and glob.has_magic(path)


def matches(pattern: str) -> list[str]:
    return sorted(glob.glob(pattern, recursive=True))


def entries(folder: str) -> list[Entry]:
    with os.scandir(folder) as found:
        return sorted(found, key=lambda entry: entry.name)


def status(path: str) -> os.stat_result:
    return os.stat(path)


def open_file(path: str) -> io.BufferedReader:
    return cast(io.BufferedReader, open(path, "rb", buffering=HEAD, opener=_open))


def _open(path: str, flags: int) -> int:
    """Open without waiting: what was a file when it was found may be a named pipe by now."""
    handle = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise InputError("this is no file; a named pipe is read as standard input: factx extract - < PIPE")
    return handle
