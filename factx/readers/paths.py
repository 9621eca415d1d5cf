"""The simple door: from what stands on the command line to documents, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from factx.readers.discovery import discover, read_item
from factx.readers.document import Document
from factx.readers.remote import ahead
from factx.records import ErrorRecord

Read = Document | ErrorRecord


def read_paths(
    paths: Iterable[str], *, stdin: BinaryIO | None = None, note: Callable[[str], None] = lambda _: None
) -> Iterator[Read]:
    """Read every input, one at a time and in the order given; what cannot be read is an error record, never an exception.

    Arguments:
        paths: files, folders (read recursively, in the order of their names), globs, addresses of these, and ``-``.
        stdin: what ``-`` stands for; the process's standard input when None.
        note: is told what a folder holds that is passed over.

    Returns:
        Documents and error records.
    """
    for item, content in ahead(discover(paths, note=note)):
        yield from read_item(item, stdin=stdin, content=content)
