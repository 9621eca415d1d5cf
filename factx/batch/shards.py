"""Inputs in their order, cut into shards, each with a digest of everything that its records depend on."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factx.batch.work import Duplicate, Input, key
from factx.readers.document import Document
from factx.records import ErrorRecord

# A shard is lost when a run is killed in its midst: some five seconds' work of one process.
CHARACTERS, INPUTS = 50_000, 100


@dataclass(frozen=True, slots=True)
class Shard:
    """Some inputs that stand together.

    Arguments:
        number: from 0, in input order.
        inputs: what is to be extracted.
        digest: of the inputs, as hexadecimal digits; another text, date, title or name gives another one.
    """

    number: int
    inputs: tuple[Input, ...]
    digest: str


def shards(inputs: Iterable[Document | ErrorRecord], *, characters: int = CHARACTERS, most: int = INPUTS) -> Iterator[Shard]:
    """Cut inputs into shards; a long document is one of its own, so that short ones do not wait in line behind it.

    Arguments:
        inputs: from ``factx.readers``, in order.
        characters: of text in a shard at the most, if it holds more than one document.
        most: inputs in a shard at the most.

    Returns:
        The shards in order; memory holds one.
    """
    held: list[Input] = []
    number, size = 0, 0
    for item in _without_repeats(inputs):
        length = len(item.text) if isinstance(item, Document) else 0
        if held and (size + length > characters or len(held) >= most):
            yield _shard(number, held)
            number, held, size = number + 1, [], 0
        held.append(item)
        size += length
    if held:
        yield _shard(number, held)


def _shard(number: int, inputs: list[Input]) -> Shard:
    seen = hashlib.sha256()
    for item in inputs:
        if isinstance(item, ErrorRecord):
            parts = ["error", item.document.source, item.error.type, item.error.message]
        else:
            document = item.document if isinstance(item, Duplicate) else item
            first = item.first if isinstance(item, Duplicate) else ""
            parts = ["document", document.source, document.title or "", first, key(document).hex(), repr(document.warnings)]
        for part in parts:
            data = part.encode("utf-8", "surrogatepass")
            seen.update(b"%d:" % len(data) + data)
    return Shard(number, tuple(inputs), seen.hexdigest()[:16])


def _without_repeats(inputs: Iterable[Document | ErrorRecord]) -> Iterator[Input]:
    """Mark documents whose text came before; what was seen is kept on disk, so that memory does not grow with it."""
    handle, path = tempfile.mkstemp(prefix="factx-", suffix=".seen")
    os.close(handle)
    base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE"):
            base.execute(f"PRAGMA {setting}")
        base.execute("CREATE TABLE seen (key BLOB PRIMARY KEY, source TEXT) WITHOUT ROWID")
        base.execute("BEGIN")
        for item in inputs:
            if not isinstance(item, Document) or not item.text.strip():
                yield item
                continue
            found = key(item)
            source = item.source.encode("utf-8", "surrogatepass")
            if base.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (found, source)).rowcount:
                yield item
            else:
                [[first]] = base.execute("SELECT source FROM seen WHERE key = ?", (found,))
                yield Duplicate(item, first.decode("utf-8", "surrogatepass"))
    finally:
        base.close()
        os.unlink(path)
