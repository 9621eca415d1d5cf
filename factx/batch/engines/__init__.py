"""Engines: shards to lines of JSON, in this process, in several, or on a cluster. All give the same lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from factx.batch.shards import Shard

Finished = tuple[Shard, list[bytes]]


class Engine(Protocol):
    """What every engine can do."""

    def run(self, shards: Iterator[Shard]) -> Iterator[Finished]:
        """Yield each shard with its records, in the order in which they are done; few shards are pulled ahead."""
