"""Engines give the same lines, and outlive what kills a process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factx.batch.engines.local import LocalEngine
from factx.batch.engines.processes import ProcessEngine, WorkerDiedError
from factx.batch.shards import shards
from factx.batch.work import Extractor, Input, Work, from_line, to_line
from factx.errors import ModelError
from factx.readers import Document, failure
from factx.records import ErrorRecord


class Fragile(Extractor):
    """Does hardly anything, and dies of some texts: for tests of what surrounds it."""

    def load(self) -> None:  # type: ignore[override]
        pass

    def __call__(self, item: Input) -> bytes:
        assert isinstance(item, Document)
        word, _, rest = item.text.partition(" ")
        if word == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "once" and not Path(rest).exists():
            Path(rest).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if word == "slow":
            time.sleep(0.3)
        return to_line(failure(item.source, ValueError(f"read {word}")))


class Unborn(Fragile):
    """Dies before it can do anything."""

    def load(self) -> None:  # type: ignore[override]
        os._exit(3)


class WithoutModel(Fragile):
    """Has no model."""

    def load(self) -> None:  # type: ignore[override]
        raise ModelError("no model here")


def read(texts: list[str], workers: int = 2, most: int = 3, make: type[Extractor] = Fragile) -> list[str]:
    cut = shards([Document(text, f"{number}") for number, text in enumerate(texts)], most=most)
    found = sorted(ProcessEngine(Work(), workers, make).run(cut), key=lambda one: one[0].number)
    records = [from_line(line) for _, lines in found for line in lines]
    assert [record.document.source for record in records] == [str(number) for number in range(len(texts))]
    return [record.error.message for record in records if isinstance(record, ErrorRecord)]


def test_every_document_once_and_in_its_shard() -> None:
    texts = [f"text{number}" for number in range(20)]
    assert read(texts, workers=3) == [f"read {text}" for text in texts]


@pytest.mark.parametrize("most", [1, 2, 7])
def test_what_kills_a_process_twice_is_an_error_and_nothing_else_is_lost(most: int) -> None:
    texts = ["a", "b", "kill it", "c", "d", "kill again", "e"]
    told = read(texts, most=most)
    assert [message for message in told if message.startswith("read ")] == [f"read {text}" for text in "abcde"]
    assert told[2].startswith(
        "reading this ended the process twice (SIGKILL, which is what the system sends when memory runs out)"
    )


def test_what_kills_a_process_once_is_read(tmp_path: Path) -> None:
    assert read(["a", f"once {tmp_path / 'done'}", "b"]) == ["read a", "read once", "read b"]


def test_a_slow_document_does_not_hold_the_others_up() -> None:
    cut = shards([Document(text, text) for text in ("slow one", "b", "c", "d")], most=1)
    order = [shard.inputs[0].source for shard, _ in ProcessEngine(Work(), 2, Fragile).run(cut)]  # type: ignore[union-attr]
    assert order[-1] == "slow one"


def test_few_shards_are_pulled_ahead() -> None:
    pulled = 0

    def counted() -> Iterator[Document]:
        nonlocal pulled
        for number in range(50):
            pulled += 1
            yield Document(f"text {number}", str(number))

    running = ProcessEngine(Work(), 2, Fragile).run(shards(counted(), most=1))
    next(running)
    assert pulled < 12
    running.close()  # type: ignore[attr-defined]


def test_a_missing_model_ends_the_run() -> None:
    with pytest.raises(ModelError, match="no model here"):
        read(["a"], make=WithoutModel)


def test_workers_that_cannot_start_end_the_run() -> None:
    with pytest.raises(WorkerDiedError, match=r"no worker process can be started \(exit code 3\); try --workers 1"):
        read(["a"], make=Unborn)


def test_processes_write_what_one_process_writes() -> None:
    inputs = [
        Document("Mayor Ann Lee said on Monday that 40 houses were lost.", "a.txt", published="2024-05-01"),
        Document("“The dam will hold,” Ortiz said. Half a \ud83d pair stands here.", "b.txt"),
        Document("Mayor Ann Lee said on Monday that 40 houses were lost.", "c.txt", published="2024-05-01"),
        failure("d.txt", ValueError("bad")),
        Document("", "e.txt"),
    ]
    work = Work(rules_only=True)
    [(_, here)] = LocalEngine(work).run(shards(inputs))
    [(_, there)] = ProcessEngine(work, 1).run(shards(inputs))
    assert here == there
    third = from_line(here[2])
    assert not isinstance(third, ErrorRecord)
    assert (third.document.duplicate_of, third.quotes) == ("a.txt", [])
