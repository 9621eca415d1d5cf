"""A real cluster of two nodes on this machine, of which one is killed in the middle."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factx.batch.engines.ray import RayEngine
from factx.batch.shards import shards
from factx.batch.work import Extractor, Input, Work, from_line, to_line
from factx.errors import ModelError
from factx.readers import Document, failure
from factx.records import ErrorRecord

ray = pytest.importorskip("ray", reason="Ray is not installed (pip install 'factx[ray]')")


class Fragile(Extractor):
    """Does hardly anything, and dies of some texts."""

    def load(self) -> None:  # type: ignore[override]
        pass

    def __call__(self, item: Input) -> bytes:
        assert isinstance(item, Document)
        word = item.text.split()[0]
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return to_line(failure(item.source, ValueError(f"read {word}")))


class WithoutModel(Fragile):
    """Has no model."""

    def load(self) -> None:  # type: ignore[override]
        raise ModelError("no model here")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    from ray.cluster_utils import Cluster

    os.environ["PYTHONPATH"] = str(Path(__file__).parent)  # the nodes' workers import this file
    made = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


def read(engine: RayEngine, texts: list[str], most: int = 5) -> list[str]:
    cut = shards([Document(text, f"{number}") for number, text in enumerate(texts)], most=most)
    found = sorted(engine.run(cut), key=lambda one: one[0].number)
    records = [from_line(line) for _, lines in found for line in lines]
    assert [record.document.source for record in records] == [str(number) for number in range(len(texts))]
    return [record.error.message for record in records if isinstance(record, ErrorRecord)]


def test_a_node_killed_in_the_middle_loses_nothing(cluster: Any) -> None:
    node = cluster.add_node(num_cpus=1)
    cluster.wait_for_nodes()
    texts = [f"text{number}" for number in range(300)]
    engine = RayEngine(Work(), 2, make=Fragile)
    seen = []
    for number, (shard, lines) in enumerate(engine.run(shards([Document(text, text) for text in texts], most=5))):
        seen.append((shard.number, lines))
        if number == 10:
            cluster.remove_node(node, allow_graceful=False)
    records = [from_line(line) for _, lines in sorted(seen) for line in lines]
    assert [record.error.message for record in records if isinstance(record, ErrorRecord)] == [f"read {text}" for text in texts]


def test_what_kills_actors_is_an_error_and_nothing_else_is_lost(cluster: Any) -> None:
    told = read(RayEngine(Work(), 1, make=Fragile), ["a", "b", "kill it", "c", "d", "e"])
    assert [message for message in told if message.startswith("read ")] == [f"read {text}" for text in "abcde"]
    assert told[2].startswith("reading this ended the process on several nodes")


def test_a_missing_model_ends_the_run(cluster: Any) -> None:
    with pytest.raises(ModelError, match="no model here"):
        read(RayEngine(Work(), 1, make=WithoutModel), ["a"])
