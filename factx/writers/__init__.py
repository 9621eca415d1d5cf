"""Writers: records to terminal and files, one file per form; the mirror of the readers.

A writer is opened on a stream or a file, told one record at a time, and closed. ``FORMATS`` says which there are, without
importing any; ``open_file_writer`` is the door for files of every form.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import IO, Any, Protocol

from factx.errors import UsageError

# Name of the format: module and class.
_WRITERS = {
    "table": ("factx.writers.table", "TableWriter"),
    "json": ("factx.writers.json", "JsonWriter"),
    "jsonl": ("factx.writers.jsonl", "JsonLinesWriter"),
    "csv": ("factx.writers.csv", "CsvWriter"),
    "html": ("factx.writers.html", "HtmlWriter"),
    "db": ("factx.writers.sqlite", "SqliteWriter"),
    "parquet": ("factx.writers.parquet", "ParquetWriter"),
}
FORMATS = tuple(_WRITERS)
# Those that are no stream of text: a file, and a folder.
FILE_FORMATS = {"db": "a database", "parquet": "a folder of Parquet files"}
ENDINGS = {
    **{".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".html": "html"},
    **{".db": "db", ".sqlite": "db", ".sqlite3": "db", ".parquet": "parquet"},
}


class Writer(Protocol):
    """What every writer can do."""

    def write(self, record: Any) -> None:
        """Write one ``Extraction`` or ``ErrorRecord``."""

    def close(self) -> None:
        """Write what is left; the stream itself stays open. A second time does nothing."""


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
        if path.lower().rstrip("/").endswith(ending):
            return name
    raise UsageError(
        f"the ending of {path!r} stands for no format; choose one of {' '.join(ENDINGS)} or say --format {'|'.join(FORMATS)}"
    )


def open_writer(name: str, stream: IO[str], **settings: Any) -> Writer:
    """Make a writer on a stream.

    Arguments:
        name: one of ``FORMATS`` that is not one of ``FILE_FORMATS``.
        stream: where it writes; text, UTF-8 with ``surrogatepass`` is none of its business.
        settings: passed to the writer's class.

    Returns:
        The writer.

    Raises:
        UsageError: there is no such format, or it is no stream.
    """
    check_output(name, None)
    writer: Writer = _class(name)(stream, **settings)
    return writer


@contextmanager
def open_file_writer(name: str, path: str | None, *, encoding: str = "utf-8", **settings: Any) -> Iterator[Writer]:
    """Open a writer on a file, or a folder, that appears when the block ends well; when it does not, what stood there stays.

    Several kinds of record in CSV become a file each, see ``output_paths``.

    Arguments:
        name: one of ``FORMATS``.
        path: the file; standard output when None or ``-``.
        encoding: of standard output.
        settings: passed to the writer's class.

    Returns:
        The writer; it is closed when the block ends.

    Raises:
        UsageError: there is no such format, or it cannot be written there; before anything is written.
    """
    from factx.writers.output import open_output, replacing

    check_output(name, path)
    if name in FILE_FORMATS:
        with replacing(str(path), folder=name == "parquet") as temporary:
            writer = _class(name)(temporary, **settings)
            try:
                yield writer
                writer.close()
            except BaseException:
                writer.abandon()
                raise
    elif path not in (None, "-") and len(output_paths(name, str(path), **settings)) > 1:
        from factx.writers.csv import open_csv_files

        with open_csv_files(str(path), **settings) as files:
            yield files
    else:
        with open_output(path, encoding=encoding) as stream:
            writer = open_writer(name, stream, **settings)
            yield writer
            writer.close()


def output_paths(name: str, path: str, *, kinds: Collection[str] = ("entities", "quotes", "claims"), **_: Any) -> list[str]:
    """Return the files that will be written, without that of the errors.

    Arguments:
        name: one of ``FORMATS``.
        path: the file that was named.
        kinds: the kinds of record.

    Returns:
        The file itself; for several kinds in CSV, the names made from it.
    """
    if name != "csv":
        return [path]
    from factx.writers.csv import csv_paths

    return [part for kind, part in csv_paths(path, kinds).items() if kind != "errors"]


def check_output(name: str, path: str | None) -> None:
    """Tell what cannot be written before any work begins.

    Arguments:
        name: the format.
        path: the file; a stream such as standard output when None or ``-``.

    Raises:
        UsageError: there is no such format, it cannot go there, or what it needs is not installed.
    """
    if name not in _WRITERS:
        raise UsageError(f"there is no format {name!r}; choose one of {', '.join(FORMATS)}")
    if path is None or path == "-":
        if name in FILE_FORMATS:
            raise UsageError(f"{FILE_FORMATS[name]} cannot go to standard output; name one with -o facts.{name}")
        return
    if not path:
        raise UsageError("the output was given no name; name a file")
    try:
        mode = os.stat(path).st_mode if os.path.exists(path) else None
        folder = os.path.dirname(os.path.realpath(path))
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot write {path!r}: {error}") from error
    if not os.path.isdir(folder):
        raise UsageError(f"cannot write {path!r}: there is no folder {folder!r}; make it first")
    if not os.access(folder, os.W_OK | os.X_OK) and (mode is None or stat.S_ISREG(mode)):
        raise UsageError(f"cannot write {path!r}: permission denied in its folder; name another")
    if name == "parquet":
        _check_parquet(path, mode)
    elif mode is not None and stat.S_ISDIR(mode):
        raise UsageError(f"cannot write {path!r}: it is a folder; name a file in it")
    elif name == "db":
        _check_database(path, mode)


def _check_parquet(path: str, mode: int | None) -> None:
    from factx.writers.rows import TABLES

    try:
        _class("parquet")
    except ImportError as error:
        raise UsageError(
            "writing Parquet needs a library that is not installed; get it with: pip install 'factx[parquet]'"
        ) from error
    if mode is not None and stat.S_ISDIR(mode):
        if others := sorted(set(os.listdir(path)) - {f"{table}.parquet" for table in TABLES}):
            raise UsageError(f"cannot write {path!r}: that folder holds other files ({others[0]!r}); name another")
    elif mode is not None and not stat.S_ISREG(mode):
        raise UsageError(f"cannot write {path!r}: it is neither file nor folder; name another")


def _check_database(path: str, mode: int | None) -> None:
    if mode is not None and not stat.S_ISREG(mode):
        raise UsageError(f"cannot write {path!r}: it is no file; a database must be one")
    # SQLite would read what such a file holds into the new database.
    for beside in (f"{os.path.realpath(path)}-wal", f"{os.path.realpath(path)}-journal"):
        if os.path.exists(beside):
            raise UsageError(
                f"cannot write {path!r}: a program has it open, or left {beside!r}; close or remove it, or name another"
            )


def _class(name: str) -> Any:
    module, attribute = _WRITERS[name]
    return getattr(import_module(module), attribute)
