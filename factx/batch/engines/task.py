"""A shard on its way through workers that may die."""

from __future__ import annotations

from collections import deque

from factx.batch.engines import Finished
from factx.batch.shards import Shard
from factx.batch.work import to_line
from factx.errors import FactxError
from factx.readers.document import failure
from factx.records import ErrorRecord


class WorkerDiedError(FactxError):
    """A document ended the processes that read it."""


class Task:
    """What of a shard is done, and what waits.

    Arguments:
        shard: the shard; at first all of it waits, to be read in one go.
    """

    __slots__ = ("deaths", "lines", "shard", "waiting")

    def __init__(self, shard: Shard) -> None:
        self.shard = shard
        self.lines: list[bytes | None] = [None] * len(shard.inputs)
        self.waiting: deque[list[int]] = deque([list(range(len(shard.inputs)))])
        self.deaths: dict[int, int] = {}

    @property
    def done(self) -> bool:
        """Tell whether every input has its record."""
        return None not in self.lines

    def finished(self) -> Finished:
        """Return the shard with its records."""
        return self.shard, [line for line in self.lines if line is not None]

    def give_up(self, index: int, reason: str) -> None:
        """Let an error record stand for an input.

        Arguments:
            index: the input's place in the shard.
            reason: what happened, and what to do.
        """
        item = self.shard.inputs[index]
        if isinstance(item, ErrorRecord):
            self.lines[index] = to_line(item)
            return
        source = item.source if hasattr(item, "source") else item.document.source
        self.lines[index] = to_line(failure(source, WorkerDiedError(reason)))
