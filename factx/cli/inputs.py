"""Which inputs a run reads: the paths with the options that choose among them, and ``--dry-run``, which only tells."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, repeat
from pathlib import Path
from typing import IO, TYPE_CHECKING

from factx.errors import UsageError

if TYPE_CHECKING:
    from factx.readers import Document, Item
    from factx.records import ErrorRecord

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What to read.

    Arguments:
        paths: files, folders, globs and ``-``, as given.
        include: ``--include``.
        exclude: ``--exclude``.
        files_from: ``--files-from``; its paths come after ``paths``.
        limit: ``--limit``.
        text_field: ``--text-field``.
        id_field: ``--id-field``.
    """

    paths: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    files_from: str | None = None
    limit: int | None = None
    text_field: str = "text"
    id_field: str = "id"

    def check(self) -> None:
        """Raise when they make no sense together, or the list of paths cannot be read.

        Raises:
            UsageError: the message says what to change.
        """
        if not self.paths and self.files_from is None:
            raise UsageError("there is nothing to read; name files, folders, globs or -, or a list of them with --files-from")
        if self.files_from == "-" and "-" in self.paths:
            raise UsageError("standard input is either a document (-) or the list of files (--files-from -), not both")
        if not self.text_field or not self.id_field:
            raise UsageError("--text-field and --id-field each take a name")
        if self.files_from is not None and not self._is_stream():
            try:
                open(self.files_from, "rb").close()
            except (OSError, ValueError) as error:
                reason = getattr(error, "strerror", None) or error
                raise UsageError(f"cannot read the list {self.files_from!r}: {reason}") from error

    def items(self, note: Callable[[str], None] = lambda _: None) -> Iterator[Item]:
        """Find them; see ``factx.readers.discover``."""
        from factx.readers import discover

        return discover(self._paths(), include=self.include, exclude=self.exclude, limit=self.limit, note=note)

    def size(self) -> int | None:
        """Return how many bytes there are to read, by the folders alone; None when that cannot be told."""
        from factx.readers.places import is_url

        # Standard input has no size, and asking a store twice for its lists would not be worth it.
        if self._is_stream() or any(path == "-" or is_url(path) for path in self._paths()):
            return None
        return sum(item.size for item in self.items())

    def read(self, note: Callable[[str], None] = lambda _: None) -> Iterator[Document | ErrorRecord]:
        """Read them, one at a time."""
        from factx.readers import read_item
        from factx.readers.remote import ahead

        items = self.items(note)
        # Whoever writes the list while it is read waits for what comes of its first line.
        for item, content in zip(items, repeat(None)) if self._is_stream() else ahead(items):
            yield from read_item(item, text_field=self.text_field, id_field=self.id_field, content=content)

    def _is_stream(self) -> bool:
        """Tell whether the list comes from a pipe, which can be read but once: standard input, or a shell's ``<(...)``."""
        return self.files_from == "-" or (self.files_from is not None and Path(self.files_from).is_fifo())

    def _paths(self) -> Iterator[str]:
        from factx.readers import paths_from

        return chain(self.paths, paths_from(self.files_from) if self.files_from is not None else ())


def dry_run(items: Iterator[Item], *, data: IO[str] | None, table: IO[str] | None) -> int:
    """Tell what would be read.

    Arguments:
        items: what was found; each is told when it comes.
        data: gets a JSON object a line for every item: its path, kind, size in bytes, and time of change, or its error record.
        table: gets the number of files and their size by kind, at the end.

    Returns:
        How many of them cannot be read, as far as is known without opening them.
    """
    counts: dict[str, list[int]] = {}
    for item in items:
        count = counts.setdefault(item.kind, [0, 0])
        count[0] += 1
        count[1] += item.size
        if data is not None:
            data.write(_line(item) + "\n")
    if table is not None:
        for row in _rows(counts):
            table.write(row + "\n")
    return counts.get("error", [0])[0]


def told(quiet: bool) -> tuple[IO[str] | None, IO[str] | None]:
    """Return where a dry run writes its data and its table: on a terminal the table alone, in a pipe both apart."""
    terminal = sys.stdout is not None and sys.stdout.isatty()
    return (None, sys.stdout) if terminal else (sys.stdout, None if quiet else sys.stderr)


def _line(item: Item) -> str:
    if item.error is not None:
        return json.dumps(item.error.model_dump(mode="json"))
    return json.dumps({"path": item.path, "kind": item.kind, "size": item.size, "mtime_ns": item.mtime_ns})


def _rows(counts: dict[str, list[int]]) -> Iterator[str]:
    names = {"sniff": "by content", "stdin": "standard input", "error": "cannot be read"}
    last = counts.pop("error", None)
    rows = [(names.get(kind, kind), f"{files:,}", _size(size)) for kind, (files, size) in sorted(counts.items())]
    total, size = sum(count[0] for count in counts.values()), sum(count[1] for count in counts.values())
    rows = [("type", "files", "size"), *rows, ("all", f"{total:,}", _size(size))]
    if last is not None:
        rows.append((names["error"], f"{last[0]:,}", ""))
        counts["error"] = last
    wide = [max(len(row[column]) for row in rows) for column in range(3)]
    for name, files, size_ in rows:
        yield f"{name:{wide[0]}}  {files:>{wide[1]}}  {size_:>{wide[2]}}".rstrip()


def _size(size: int) -> str:
    number, unit = float(size), 0
    while number >= 999.5 and unit < len(_UNITS) - 1:
        number, unit = number / 1000, unit + 1
    return f"{number:.0f} {_UNITS[unit]}" if unit == 0 or number >= 99.5 else f"{number:.1f} {_UNITS[unit]}"
