"""From what stands on the command line to the files to read, in a fixed order; nothing but lists of files is read.

``discover`` says what there is and ``read_item`` reads one of it, so that a plan can be made before work begins and a worker
can be handed a single file.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import islice
from typing import BinaryIO

from factx.errors import InputError, UsageError
from factx.readers.document import failure
from factx.readers.kinds import ENDINGS, ERROR_KIND, SNIFF, STDIN_KIND, kind_of
from factx.readers.opening import read_item
from factx.readers.places import Entry, Place, Status, place_of
from factx.records import ErrorRecord

__all__ = ["STDIN", "Item", "discover", "paths_from", "read_item"]

STDIN = "-"
Note = Callable[[str], None]
_SPECIAL = (
    (stat.S_ISFIFO, "a named pipe; read it as standard input: factx extract - < PIPE"),
    (stat.S_ISSOCK, "a socket; write what it sends into a file first"),
    (stat.S_ISCHR, "a device; write what it sends into a file first"),
    (stat.S_ISBLK, "a disk device; name the files on it"),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read: a file, standard input, or what stands in the place of one that cannot be read.

    Arguments:
        path: the file or its address, as it was named or found; ``-`` for standard input.
        size: in bytes; 0 for standard input, errors, and where a server does not say.
        mtime_ns: when it was changed last, in nanoseconds; 0 where that is not known.
        kind: the reader (``txt``, ``jsonl``, ``html``, ``mhtml``, ``pdf``, ``docx``, ``eml``, ``csv``, ``warc``); ``sniff`` when
            the first bytes will tell; ``stdin``; ``error``.
        error: why it cannot be read, known before it is opened; ``read_item`` hands it on.
    """

    path: str
    size: int
    mtime_ns: int
    kind: str
    error: ErrorRecord | None = None


def discover(
    paths: Iterable[str],
    *,
    include: Iterable[str] = (),
    exclude: Iterable[str] = (),
    limit: int | None = None,
    note: Note = lambda _: None,
) -> Iterator[Item]:
    """Find the files to read, in the order of the paths and in a folder in the order of names.

    Arguments:
        paths: files, folders (with all below them; hidden files and links to folders are left out, and endings that stand for no
            reader), globs, addresses of these (``s3://...``), and ``-``.
        include: globs on a file's name and on its path relative to the folder; when there are any, only files that match one. One
            that spells an ending out (``*.md``) brings in files with that ending.
        exclude: globs on the same; what matches one is left out, a folder with all that is in it.
        limit: stop after so many items.
        note: is told what a folder holds that is passed over.

    Returns:
        The items, one at a time; what cannot be read is an item with an ``error``, never an exception.
    """
    rules = _Rules(tuple(include), tuple(exclude))
    return islice(_items(paths, rules, note), limit)


def paths_from(name: str, *, stdin: BinaryIO | None = None) -> Iterator[str]:
    """Read paths from a list, one on a line; blank lines are left out.

    Arguments:
        name: the file with the list, or ``-`` for standard input.
        stdin: what ``-`` stands for; the process's standard input when None.

    Returns:
        The paths, one at a time.

    Raises:
        UsageError: the list cannot be read.
    """
    try:
        if name == STDIN:
            yield from _lines(stdin or sys.stdin.buffer)
        else:
            with open(name, "rb") as file:
                yield from _lines(file)
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the list {name!r}: {getattr(error, 'strerror', None) or error}") from error


@dataclass(frozen=True, slots=True)
class _Rules:
    """What ``--include`` and ``--exclude`` say together."""

    include: tuple[str, ...]
    exclude: tuple[str, ...]

    def excludes(self, relative: str) -> bool:
        return any(_matches(relative, pattern) for pattern in self.exclude)

    def wants(self, relative: str) -> bool:
        return not self.include or any(_matches(relative, pattern) for pattern in self.include)

    def kind(self, relative: str) -> str | None:
        """Return the kind of a file in a folder, None when nobody asked for such a file."""
        kind = kind_of(relative)
        ending = os.path.splitext(relative)[1]
        if kind is None and ending and any(pattern.endswith(ending) for pattern in self.include):
            return SNIFF
        return kind


def _matches(relative: str, pattern: str) -> bool:
    name = relative.rpartition("/")[2]
    pattern = pattern.removeprefix("./").rstrip("/")
    return any(fnmatchcase(which, form) for form in {pattern, pattern.removeprefix("**/")} for which in {name, relative} if form)


def _lines(file: BinaryIO) -> Iterator[str]:
    for line in file:
        line = line.rstrip(b"\r\n")
        if line.strip():
            yield os.fsdecode(line)


def _items(paths: Iterable[str], rules: _Rules, note: Note) -> Iterator[Item]:
    for path in paths:
        if path == STDIN:
            yield Item(STDIN, 0, 0, STDIN_KIND)
            continue
        place = place_of(path)
        try:
            is_folder = place.is_folder(path)
            found = place.matches(path) if not is_folder and place.is_pattern(path) else None
        except (OSError, ValueError, InputError) as error:  # an address that cannot be asked; a NUL in the path
            yield _error(path, error)
            continue
        if is_folder:
            yield from _folder(place, path, rules, note)
        elif found is not None:
            yield from _found(place, path, found, rules, note)
        else:
            yield from _named(place, path, rules)


def _named(place: Place, path: str, rules: _Rules) -> Iterator[Item]:
    relative = path.replace(os.sep, "/")
    if rules.wants(relative) and not rules.excludes(relative):
        yield _item(path, kind_of(path) or SNIFF, lambda: place.status(path))


def _found(place: Place, pattern: str, found: list[str], rules: _Rules, note: Note) -> Iterator[Item]:
    if not found:
        yield _error(pattern, InputError("no file matches; check the spelling, or give a folder"))
    # A pattern like `**/*` names folders and their files alike: each file is read once.
    folders: set[str] = set()
    failed: dict[str, Exception] = {}
    for path in found:
        try:
            if place.is_folder(path):
                folders.add(path)
        except (OSError, ValueError, InputError) as error:
            failed[path] = error
    if folders != set(found):
        found = [path for path in found if path not in folders]
    for path in found:
        if path in failed:
            yield _error(path, failed[path])
        else:
            yield from _folder(place, path, rules, note) if path in folders else _named(place, path, rules)


def _folder(place: Place, folder: str, rules: _Rules, note: Note) -> Iterator[Item]:
    seen, unknown, unwanted = 0, 0, 0
    for relative, entry in _walk(place, folder, rules):
        if isinstance(entry, Exception):
            seen += 1
            yield _error(relative, entry)
            continue
        kind = rules.kind(relative)
        if rules.excludes(relative) or not rules.wants(relative):
            unwanted += 1
        elif kind is None:
            unknown += 1
        else:
            seen += 1
            yield _item(entry.path, kind, entry.stat)
    if unknown:
        note(f"{folder}: passed over {unknown} file{'s' * (unknown > 1)} of endings that factx does not read")
    if unwanted:
        note(f"{folder}: left out {unwanted} file{'s' * (unwanted > 1)} by --include and --exclude")
    if not seen:
        forms = " ".join(ENDINGS)
        reason = "is left after --include and --exclude" if unwanted else f"that factx reads is in this folder ({forms})"
        yield _error(folder, InputError(f"no file {reason}"))


def _walk(place: Place, folder: str, rules: _Rules) -> Iterator[tuple[str, Entry | Exception]]:
    """Yield the files below a folder, each with its path relative to it; a folder that cannot be read with its own path.

    Folders are kept on a stack of our own, since they may lie deeper than Python calls can.
    """
    stack = [iter(_entries(place, folder, ""))]
    while stack:
        relative, entry = next(stack[-1], (None, None))
        if relative is None or entry is None:
            stack.pop()
        elif isinstance(entry, Exception) or not _is_folder(entry):
            yield relative, entry
        elif not entry.is_symlink() and not rules.excludes(relative):  # links may go round in circles
            stack.append(iter(_entries(place, entry.path, f"{relative}/")))


def _is_folder(entry: Entry) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself; asking for its size will tell
        return False


def _entries(place: Place, folder: str, before: str) -> list[tuple[str, Entry | Exception]]:
    try:
        found = place.entries(folder)
    except (OSError, InputError) as error:
        return [(folder, error)]
    return [
        (f"{folder.rstrip('/')}//", entry) if isinstance(entry, Exception) else (before + entry.name, entry)
        for entry in found
        if isinstance(entry, Exception) or not entry.name.startswith(".")
    ]


def _item(path: str, kind: str, status: Callable[[], Status]) -> Item:
    try:
        info = status()
    except (OSError, ValueError, InputError) as error:  # ValueError: a NUL in the path
        return _error(path, error)
    for is_special, what in _SPECIAL:
        if is_special(info.st_mode):
            return _error(path, InputError(f"this is {what}"))
    return Item(path, info.st_size, info.st_mtime_ns, kind)


def _error(path: str, error: BaseException) -> Item:
    return Item(path, 0, 0, ERROR_KIND, failure(path, error))
