"""From what stands on the command line to documents: files, folders, globs and standard input, in a fixed order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import BinaryIO

from factx.errors import InputError
from factx.readers import jsonl, txt
from factx.readers.decoding import refuse_binary
from factx.readers.document import Document, check_length, failure
from factx.records import ErrorRecord

STDIN = "-"
TEXT_ENDINGS = (".txt",)
LINES_ENDINGS = (".jsonl", ".ndjson")
# Markup read as prose would give wrong places and wrong findings, so these wait for readers of their own.
_REFUSED = {
    ".html": "HTML",
    ".htm": "HTML",
    ".xml": "XML",
    ".eml": "e-mail",
    ".rtf": "RTF",
    ".json": "JSON (JSON Lines is read: one object a line, in a file that ends in .jsonl)",
    ".csv": "CSV",
}
Read = Document | ErrorRecord
Note = Callable[[str], None]


def read_paths(paths: Iterable[str], *, stdin: BinaryIO | None = None, note: Note = lambda _: None) -> Iterator[Read]:
    """Read every input, one at a time and in the order given; what cannot be read is an error record, never an exception.

    Arguments:
        paths: files, folders (read recursively, in the order of their names, ``.txt`` and ``.jsonl`` only), globs, and ``-``.
        stdin: what ``-`` stands for; the process's standard input when None.
        note: is told what a folder holds that is passed over.

    Returns:
        Documents and error records.
    """
    for path in paths:
        if path == STDIN:
            yield from _read_stdin(stdin or sys.stdin.buffer)
        elif os.path.isdir(path):
            yield from _read_folder(path, note)
        elif not os.path.lexists(path) and glob.has_magic(path):
            yield from _read_glob(path, note)
        else:
            yield from _read_file(path)


def _read_file(path: str) -> Iterator[Read]:
    ending = os.path.splitext(path)[1].lower()
    try:
        if ending in _REFUSED:
            os.stat(path)  # that it is missing comes first
            raise InputError(f"factx does not read {_REFUSED[ending]} yet; convert it to plain text (.txt) first")
        with open(path, "rb") as file:
            if ending in LINES_ENDINGS:
                yield from _read_lines(file, path)
            else:
                check_length(os.fstat(file.fileno()).st_size // 4)  # a character takes four bytes at the most
                yield txt.read(file.read(), path)
    except (OSError, InputError, ValueError, MemoryError) as error:  # ValueError: a NUL in the path
        yield failure(path, error)


def _read_lines(file: BinaryIO, path: str) -> Iterator[Read]:
    first = file.readline()
    refuse_binary(first)
    if first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("JSON Lines must be UTF-8; convert it with: iconv -f UTF-16 -t UTF-8")
    if b"\0" in first:
        raise InputError("this is a binary file (it has zero bytes), not JSON Lines")
    yield from jsonl.read(chain([first.removeprefix(b"\xef\xbb\xbf")], file), path)


def _read_stdin(stdin: BinaryIO) -> Iterator[Read]:
    try:
        head = [stdin.readline()]
        while head[-1] and not head[-1].strip():
            head.append(stdin.readline())
        if jsonl.looks_like(head[-1]):
            head[0] = head[0].removeprefix(b"\xef\xbb\xbf")
            yield from jsonl.read(chain(head, stdin), STDIN)
        else:
            yield txt.read(b"".join([*head, stdin.read()]), STDIN)
    except (OSError, InputError, MemoryError) as error:
        yield failure(STDIN, error)


def _read_folder(path: str, note: Note) -> Iterator[Read]:
    seen, skipped = 0, 0
    for kind, value in _walk(path):
        if isinstance(value, OSError):
            seen += 1
            yield failure(kind, value)
        elif value.lower().endswith((*TEXT_ENDINGS, *LINES_ENDINGS)):
            seen += 1
            yield from _read_file(value)
        else:
            skipped += 1
    if skipped:
        note(f"{path}: passed over {skipped} file{'s' * (skipped > 1)} that end neither in .txt nor in .jsonl")
    if not seen:
        yield failure(path, InputError("there is no .txt or .jsonl file in this folder"))


def _walk(folder: str) -> Iterator[tuple[str, str | OSError]]:
    """Yield the files below a folder in the order of their names; hidden ones are left out, links to folders not followed."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                (entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if not entry.name.startswith(".")
            )
    except OSError as error:
        yield folder, error
        return
    for name, is_folder in found:
        path = os.path.join(folder, name)
        if is_folder:
            yield from _walk(path)
        elif not os.path.isdir(path):
            yield path, path


def _read_glob(pattern: str, note: Note) -> Iterator[Read]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield failure(pattern, InputError("no file matches; check the spelling, or give a folder"))
    # A pattern like `**/*` names folders and their files alike: each file is read once.
    folders = {path for path in found if os.path.isdir(path)}
    if folders != set(found):
        found = [path for path in found if path not in folders]
    for path in found:
        yield from _read_folder(path, note) if path in folders else _read_file(path)
