"""Writers: records to terminal and files, one file per form; the mirror of the readers.

A writer is opened on a stream, told one record at a time, and closed. ``FORMATS`` says which there are, without importing any.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import IO, Any, Protocol

from factx.errors import UsageError

# Name of the format: module and class.
_WRITERS = {
    "table": ("factx.writers.table", "TableWriter"),
    "json": ("factx.writers.json", "JsonWriter"),
    "jsonl": ("factx.writers.jsonl", "JsonLinesWriter"),
    "csv": ("factx.writers.csv", "CsvWriter"),
}
FORMATS = tuple(_WRITERS)
ENDINGS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}


class Writer(Protocol):
    """What every writer can do."""

    def write(self, record: Any) -> None:
        """Write one ``Extraction`` or ``ErrorRecord``."""

    def close(self) -> None:
        """Write what is left; the stream itself stays open."""


def format_of(path: str) -> str:
    """Return the format that a file's ending stands for.

    Arguments:
        path: the file to write.

    Returns:
        One of ``FORMATS``.

    Raises:
        UsageError: the ending stands for none.
    """
    for ending, name in ENDINGS.items():
        if path.lower().endswith(ending):
            return name
    raise UsageError(
        f"the ending of {path!r} stands for no format; choose one of {' '.join(ENDINGS)} or say --format {'|'.join(FORMATS)}"
    )


def open_writer(name: str, stream: IO[str], **settings: Any) -> Writer:
    """Make a writer.

    Arguments:
        name: one of ``FORMATS``.
        stream: where it writes; text, UTF-8 with ``surrogatepass`` is none of its business.
        settings: passed to the writer's class.

    Returns:
        The writer.

    Raises:
        UsageError: there is no such format.
    """
    if name not in _WRITERS:
        raise UsageError(f"there is no format {name!r}; choose one of {', '.join(FORMATS)}")
    module, attribute = _WRITERS[name]
    make: Callable[..., Writer] = getattr(import_module(module), attribute)
    return make(stream, **settings)
