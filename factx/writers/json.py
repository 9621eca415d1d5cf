"""JSON to read: one object for one document, an array for several."""

from __future__ import annotations

from typing import IO

from pydantic import BaseModel

from factx.writers.jsonl import dumps


class JsonWriter:
    """Write indented JSON, record by record.

    Arguments:
        stream: where to.
        single: one object instead of an array; then only one record may come.
    """

    def __init__(self, stream: IO[str], *, single: bool = False) -> None:
        self._stream = stream
        self._single = single
        self._count = 0
        self._open = True

    def write(self, record: BaseModel) -> None:
        if self._single:
            assert not self._count, "a single JSON object cannot hold two records"
        else:
            self._stream.write(",\n" if self._count else "[\n")
        self._stream.write(dumps(record, indent=2))
        self._count += 1

    def close(self) -> None:
        if not self._open:
            return
        self._open = False
        if self._single:
            self._stream.write("\n" if self._count else "")
        else:
            self._stream.write("\n]\n" if self._count else "[]\n")
