"""From one item to its documents: opened, unpacked, sniffed, and given to its reader."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO, cast

from factx.errors import InputError
from factx.readers import jsonl, unpacking
from factx.readers.decoding import refuse_binary
from factx.readers.document import Document, check_length, failure
from factx.readers.kinds import HEAD, STDIN_KIND, refuse_ending, settle
from factx.readers.places import place_of
from factx.readers.unpacking import GZIP, read_all, unpack
from factx.records import ErrorRecord, Warn

if TYPE_CHECKING:
    from factx.readers.discovery import Item

Read = Document | ErrorRecord
_STDIN = "-"
_MAX_BYTES = 500_000_000  # of a file that is read whole; its reader may take less


def read_item(
    item: Item,
    *,
    text_field: str = "text",
    id_field: str = "id",
    stdin: BinaryIO | None = None,
    content: bytes | None = None,
) -> Iterator[Document | ErrorRecord]:
    """Read one item; what goes wrong is an error record, never an exception.

    Arguments:
        item: from ``discover``.
        text_field: the field or column with the text, in JSON Lines and CSV.
        id_field: the one with the id.
        stdin: what ``-`` stands for; the process's standard input when None.
        content: the file's bytes where they were fetched already.

    Returns:
        Documents and error records; one of either for a file that is no container of several.
    """
    if item.error is not None:
        yield item.error
        return
    try:
        if item.kind == STDIN_KIND:
            yield from _read_stdin(stdin or sys.stdin.buffer, text_field, id_field)
            return
        refuse_ending(item.path)
        with _open(item.path, content) as file:
            yield from _read_file(file, item, text_field, id_field)
    except (OSError, InputError, ValueError, MemoryError) as error:
        yield failure(item.path, error)
    except Exception as error:  # a reader's library failed in a way that nobody foresaw: it costs this file
        logging.getLogger("factx").debug("reading %s", item.path, exc_info=True)
        yield failure(item.path, InputError(f"reading it failed ({type(error).__name__}: {error}); convert it to .txt first"))


def _open(path: str, content: bytes | None) -> io.BufferedReader:
    if content is not None:
        return io.BufferedReader(cast(io.RawIOBase, io.BytesIO(content)), HEAD)
    return place_of(path).open_file(path)


def _read_file(file: io.BufferedReader, item: Item, text_field: str, id_field: str) -> Iterator[Read]:
    path, head = item.path, file.peek(HEAD)[:HEAD]
    if not head:
        raise InputError("this file is empty (0 bytes); get it again, or leave it out with --exclude")
    notes = []
    packed = head.startswith(GZIP)
    if packed:
        if not path.lower().endswith(".gz"):
            notes.append(f"the ending says {os.path.splitext(path)[1] or 'nothing'}, but this is gzip; unpacked")
        file = cast(io.BufferedReader, unpack(file))
        head = file.peek(HEAD)[:HEAD]
        if not head:
            raise InputError("this gzip file holds nothing; get it again, or leave it out with --exclude")
    kind, note = settle(path, head)
    if note:
        notes.append(note)
    if kind == "txt" and not packed:
        check_length(item.size // 4)  # a character takes four bytes at the most
    records = _read(file, head, kind, path, text_field, id_field)
    warnings = tuple(Warn(code="format", message=note) for note in notes)
    record = None
    for record in records:
        yield replace(record, warnings=(*warnings, *record.warnings)) if warnings and isinstance(record, Document) else record
    if record is None:
        raise InputError("there is no document in this file, not a line or row that is not blank; leave it out with --exclude")


def _read(file: BinaryIO, head: bytes, kind: str, source: str, text_field: str, id_field: str) -> Iterator[Read]:
    reader = import_module(f"factx.readers.{kind}")
    if kind == "warc":
        yield from reader.read(file, source)
    elif kind in ("jsonl", "csv"):
        first = next(lines := unpacking.lines(file))
        _refuse_other(head, first, kind)
        mark = b"\xef\xbb\xbf"
        yield from reader.read(chain([first.removeprefix(mark)], lines), source, text_field=text_field, id_field=id_field)
    else:
        _refuse_other(head, b"", kind)
        yield reader.read(read_all(file, _MAX_BYTES), source)


def _refuse_other(head: bytes, first: bytes, kind: str) -> None:
    """Raise when the first bytes cannot be those of a kind."""
    if kind == "pdf":
        if b"%PDF-" in head[:1024]:
            return
        refuse_binary(head)
        raise InputError("this is no PDF file (it does not begin with %PDF-); if it is plain text, name it .txt")
    if kind == "docx":
        if head.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
            return
        refuse_binary(head)
        raise InputError("this is no Word file (.docx); if it is plain text, name it .txt")
    refuse_binary(head)
    if kind == "jsonl" and first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("JSON Lines must be UTF-8; convert it with: iconv -f UTF-16 -t UTF-8")
    if kind in ("jsonl", "csv") and b"\0" in first and not first.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"this is a binary file (it has zero bytes), not {'JSON Lines' if kind == 'jsonl' else 'CSV'}")


def _read_stdin(stdin: BinaryIO, text_field: str, id_field: str) -> Iterator[Read]:
    """Standard input is JSON Lines, read as they come, or one document of a form that its first bytes tell."""
    head = [stdin.readline(unpacking.MAX_LINE)]
    while head[-1] and not head[-1].strip():
        head.append(stdin.readline(unpacking.MAX_LINE))
    if jsonl.looks_like(head[-1], text_field):
        head[0] = head[0].removeprefix(b"\xef\xbb\xbf")
        yield from jsonl.read(chain(head, unpacking.lines(stdin)), _STDIN, text_field=text_field, id_field=id_field)
        return
    data = b"".join([*head, read_all(stdin, _MAX_BYTES)])
    if data.startswith(GZIP):
        data = read_all(unpack(io.BytesIO(data)), _MAX_BYTES)
    kind, _ = settle(_STDIN, data[:HEAD])
    yield from _read(io.BytesIO(data), data[:HEAD], kind, _STDIN, text_field, id_field)
