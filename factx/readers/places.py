"""Where inputs lie: this machine's files, or what an address such as ``s3://bucket/folder`` names; two modules of one shape."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BufferedReader
from typing import Protocol

__all__ = ["Entry", "Place", "Status", "is_url", "place_of"]

_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)  # two letters at least: one is a drive


class Status(Protocol):
    """What of ``os.stat_result`` is asked for."""

    @property
    def st_mode(self) -> int: ...
    @property
    def st_size(self) -> int: ...
    @property
    def st_mtime_ns(self) -> int: ...


class Entry(Protocol):
    """What of ``os.DirEntry`` is asked for."""

    @property
    def name(self) -> str: ...
    @property
    def path(self) -> str: ...
    def is_dir(self) -> bool: ...
    def is_symlink(self) -> bool: ...
    def stat(self) -> Status: ...


class Place(Protocol):
    """What ``discover`` and ``read_item`` ask of a place; all of it raises OSError, ValueError or InputError."""

    def is_folder(self, path: str, /) -> bool:
        """Tell whether a path is a folder."""

    def is_pattern(self, path: str, /) -> bool:
        """Tell whether a path is a glob, and no file of that name."""

    def matches(self, pattern: str, /) -> list[str]:
        """Return the files and folders that a glob stands for, in the order of names."""

    def entries(self, folder: str, /) -> Sequence[Entry | Exception]:
        """Return what lies in a folder, in the order of names; what is there and cannot be reached as an error."""

    def status(self, path: str, /) -> Status:
        """Return a file's kind, size and time of change."""

    def open_file(self, path: str, /) -> BufferedReader:
        """Open a file; what can be peeked at is as long as ``kinds.HEAD``."""


def is_url(path: str) -> bool:
    """Tell an address (``scheme://...``) from the path of a file."""
    return _URL.match(path) is not None


def place_of(path: str) -> Place:
    """Return the module that knows the files of a path's sort."""
    from factx.readers import local, remote

    return remote if is_url(path) else local
