"""Everything in this process, one input after the other."""

from __future__ import annotations

from collections.abc import Iterator

from factx.batch.engines import Finished
from factx.batch.shards import Shard
from factx.batch.work import Extractor, Work


class LocalEngine:
    """Extract here.

    Arguments:
        work: what is to be done.
    """

    def __init__(self, work: Work) -> None:
        self._extract = Extractor(work)

    def run(self, shards: Iterator[Shard]) -> Iterator[Finished]:
        """Yield each shard with its records, in order."""
        for shard in shards:
            yield shard, [self._extract(item) for item in shard.inputs]
