"""From one item to its documents: opened, unpacked, sniffed, and given to its reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from factx.errors import InputError
from factx.readers import jsonl, txt
from factx.readers.decoding import refuse_binary
from factx.readers.document import Document, check_length, failure
from factx.readers.kinds import STDIN_KIND, refuse_ending
from factx.records import ErrorRecord

if TYPE_CHECKING:
    from factx.readers.discovery import Item

Read = Document | ErrorRecord


def read_item(
    item: Item, *, text_field: str = "text", id_field: str = "id", stdin: BinaryIO | None = None
) -> Iterator[Document | ErrorRecord]:
    """Read one item; what goes wrong is an error record, never an exception.

    Arguments:
        item: from ``discover``.
        text_field: the field or column with the text, in JSON Lines and CSV.
        id_field: the one with the id.
        stdin: what ``-`` stands for; the process's standard input when None.

    Returns:
        Documents and error records; one of either for a file that is no container of several.
    """
    if item.error is not None:
        yield item.error
        return
    if item.kind == STDIN_KIND:
        yield from _read_stdin(stdin or sys.stdin.buffer)
        return
    try:
        refuse_ending(item.path)
        if item.kind not in ("txt", "jsonl", "sniff"):
            raise InputError("factx does not read this form yet; convert it to plain text (.txt) first")
        with open(item.path, "rb") as file:
            if item.kind == "jsonl":
                yield from _read_lines(file, item.path)
            else:
                check_length(item.size // 4)  # a character takes four bytes at the most
                yield txt.read(file.read(), item.path)
    except (OSError, InputError, ValueError, MemoryError) as error:
        yield failure(item.path, error)


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
            yield from jsonl.read(chain(head, stdin), "-")
        else:
            yield txt.read(b"".join([*head, stdin.read()]), "-")
    except (OSError, InputError, MemoryError) as error:
        yield failure("-", error)
