"""Many documents: cut into shards, extracted by one process or many, killed and resumed without loss.

``run`` is the door. A shard is a stretch of the inputs; an engine turns shards into lines of JSON; what is done is kept in a
folder beside the output until the output is complete.
"""

from __future__ import annotations

from factx.batch.run import Outcome, run
from factx.batch.work import Work

__all__ = ["Outcome", "Work", "run"]
