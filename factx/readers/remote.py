"""Inputs by address, such as ``s3://bucket/folder``, through fsspec; see ``places.Place``.

fsspec takes keys, regions and endpoints from where each service's own tools take them: environment and configuration files.
"""

from __future__ import annotations

import io
import logging
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any, BinaryIO

from factx.errors import InputError
from factx.readers.extras import missing, need
from factx.readers.kinds import HEAD
from factx.readers.places import Entry, is_url

if TYPE_CHECKING:
    from factx.readers.discovery import Item

# A web server lists no folders, and ? in its addresses is no glob.
_WEB = ("http", "https")
_LOCAL = ("file", "local")
_EXTRAS = {"http": "http", "https": "http", "s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs"}
_CHECK = "check the network, the address and your credentials"
_CHAIN = re.compile(r"::[a-z0-9+._-]+://", re.I)
_WRAPPERS = ("zip", "tar", "libarchive", "simplecache", "filecache", "blockcache", "dir", "reference")
_MAGIC = re.compile(r"[*?\[]")
_CHANGED = ("LastModified", "last_modified", "mtime", "updated", "created")  # as s3fs, adlfs, gcsfs and others name it
# So many files of so many bytes at the most are fetched at once: a store answers a hundred requests as soon as one.
_AHEAD, _SMALL = 64, 1_000_000


def is_folder(url: str) -> bool:
    with _telling():
        system, path = _system(url)
        with suppress(PermissionError):  # to list it, which to read it takes no permission for
            return _scheme(url) not in _WEB and bool(system.isdir(path))
        return False


def is_pattern(url: str) -> bool:
    if _scheme(url) in _WEB or not _MAGIC.search(url):
        return False
    with _telling():
        system, path = _system(url)
        return not system.exists(path)


def matches(pattern: str) -> list[str]:
    with _telling():
        system, path = _system(pattern)
        root = pattern[: pattern.rindex("/", 0, _MAGIC.search(pattern).start()) + 1]  # type: ignore[union-attr]
        before = _system(root)[1].rstrip("/")
        found = sorted(name.removeprefix(before).lstrip("/") for name in system.glob(path))
        hidden = "/." in pattern  # are not meant otherwise, as on a disk
        return [root + name for name in found if hidden or "/." not in f"/{name}"]


def entries(folder: str) -> list[Entry | Exception]:
    with _telling():
        system, path = _system(folder)
        listed = system.ls(path, detail=True)
        system.invalidate_cache(path)  # what is listed is not held twice
        base = folder if folder.endswith("/") else f"{folder}/"
        found: list[Entry | Exception] = []
        for info in sorted(listed, key=lambda info: info["name"].rstrip("/")):  # a file and a folder may be of one name
            whole = info["name"]
            name = whole.rstrip("/").rpartition("/")[2]
            if whole.strip("/") != path.strip("/"):
                found.append(_Entry(name, base + name, _Status.of(info)))
            elif info["type"] == "directory" and whole.endswith("/"):
                found.append(InputError("what has an empty part (//) in its name cannot be listed; rename it"))
            # else it is the folder itself, for which a store may have an object without bytes
        return found


def status(url: str) -> _Status:
    with _telling():
        system, path = _system(url)
        return _Status.of(system.info(path))


def open_file(url: str) -> io.BufferedReader:
    with _telling():
        system, path = _system(url)
        # Many web servers cannot send a part of a file; it is read from front to end anyway.
        file = system.open(path, "rb", **({"block_size": 0} if _scheme(url) in _WEB else {}))
        return io.BufferedReader(_Stream(file), HEAD)


def ahead(items: Iterable[Item]) -> Iterator[tuple[Item, bytes | None]]:
    """Fetch small files some at a time, since asking a store for one after the other would be waiting most of the time.

    Arguments:
        items: from ``discover``.

    Returns:
        The items in their order, each with its bytes; None where it is for ``read_item`` to open it, and to tell what goes wrong.
    """
    for fetched, run in groupby(items, key=_is_small):
        while some := list(islice(run, _AHEAD if fetched else 1)):
            contents = _contents([item.path for item in some]) if fetched else {}
            for item in some:
                yield item, contents.pop(item.path, None)


def _is_small(item: Item) -> bool:
    """Tell whether to fetch a file ahead; a web server is asked for one at a time, as its owner expects of a reader."""
    store = is_url(item.path) and _scheme(item.path) not in _WEB
    return store and 0 < item.size <= _SMALL and not _MAGIC.search(item.path)  # fsspec takes magic for a glob


def _contents(urls: list[str]) -> dict[str, bytes]:
    by_system: dict[Any, dict[str, str]] = {}
    for url in urls:
        with suppress(Exception):  # as below
            system, path = _system(url)
            by_system.setdefault(system, {})[path] = url
    contents: dict[str, bytes] = {}
    for system, paths in by_system.items():
        with suppress(Exception):  # each is opened by itself then, and says what it has to say
            got = system.cat(list(paths), on_error="return")
            contents |= {paths[path]: data for path, data in got.items() if isinstance(data, bytes) and path in paths}
    return contents


@dataclass(frozen=True, slots=True)
class _Status:
    st_mode: int
    st_size: int
    st_mtime_ns: int

    @classmethod
    def of(cls, info: dict[str, Any]) -> _Status:
        changed = next((info[key] for key in _CHANGED if info.get(key)), 0)
        if isinstance(changed, str):
            with suppress(ValueError):
                changed = datetime.fromisoformat(changed)
        if isinstance(changed, datetime):
            changed = changed.timestamp()
        seconds = changed if isinstance(changed, int | float) else 0
        mode = stat.S_IFDIR if info.get("type") == "directory" else stat.S_IFREG
        return cls(mode, info.get("size") or 0, int(seconds * 1_000_000_000))


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    path: str
    info: _Status

    def is_dir(self) -> bool:
        return stat.S_ISDIR(self.info.st_mode)

    def is_symlink(self) -> bool:
        return False

    def stat(self) -> _Status:
        return self.info


class _Stream(io.RawIOBase):
    """A file of fsspec's as the standard library's readers want one: reads are whole, and errors are told."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._at = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        size = 0
        with _telling():
            while size < len(buffer) and (data := self._file.read(len(buffer) - size)):
                buffer[size : size + len(data)] = data
                size += len(data)
        self._at += size
        return size

    def close(self) -> None:
        try:
            if not self.closed:
                self._file.close()
        finally:
            super().close()


def _scheme(url: str) -> str:
    return url.partition("://")[0].lower()


def _system(url: str) -> tuple[Any, str]:
    scheme = _scheme(url)
    if _CHAIN.search(url) or ("::" in url and scheme in _WRAPPERS):
        raise InputError("an address within an address (::) is not read; unpack the archive and name its folder")
    if scheme in _LOCAL:
        raise InputError(f"a file on this machine is named by its path, without {scheme}://")
    extra = _EXTRAS.get(scheme, "http")
    fsspec = need("fsspec", extra, f"{scheme}://")
    whole = scheme + url[len(scheme) :]
    try:
        kind = fsspec.get_filesystem_class(scheme)
        # What it logs is told once more by the error that it raises.
        logging.getLogger(kind.__module__.partition(".")[0]).setLevel(logging.CRITICAL)
        # As fsspec.core.url_to_fs does it, which takes every :: for a chain.
        return fsspec.filesystem(scheme, **kind._get_kwargs_from_urls(whole)), kind._strip_protocol(whole)
    except ImportError as error:
        if scheme in _EXTRAS:
            raise missing(extra, f"{scheme}://") from error
        raise InputError(f"reading {scheme}:// needs a library that is not installed: {error}") from error
    except ValueError as error:
        raise InputError(f"addresses that begin with {scheme}:// are not known ({error})") from error


@contextmanager
def _telling() -> Iterator[None]:
    """Turn what a service's library raises into one line that says what to do."""
    try:
        yield
    except InputError:
        raise
    except FileNotFoundError as error:
        cause = error.__cause__  # fsspec says of whatever a web server answers that there is no such file
        if cause is not None and getattr(cause, "status", None) not in (404, 410) and not isinstance(cause, FileNotFoundError):
            raise InputError(f"this address cannot be read ({cause}); {_CHECK}") from error
        raise InputError("there is nothing at this address; check its spelling") from error
    except PermissionError as error:
        raise InputError("access to this address is denied; check your credentials for it") from error
    except Exception as error:
        raise InputError(f"this address cannot be read ({type(error).__name__}: {error}); {_CHECK}") from error
