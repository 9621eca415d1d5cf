"""Whole runs: killed with SIGKILL at any moment and begun again, they end as if nothing had happened."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factx.batch import Outcome, Work, run
from factx.batch.engines import Finished
from factx.batch.shards import Shard
from factx.batch.work import to_line
from factx.readers import Document, failure
from factx.records import ErrorRecord
from factx.writers import Writer, open_writer

DRIVER = """
import sys
from contextlib import contextmanager
from tests_batch_engine import Fragile
from factx.batch import Work, run
from factx.batch.engines.processes import ProcessEngine
from factx.readers import read_paths
from factx.writers import open_writer
from factx.writers.output import open_output

if __name__ == "__main__":
    @contextmanager
    def opened(first):
        with open_output(sys.argv[2]) as stream:
            writer = open_writer("jsonl", stream)
            yield writer
            writer.close()

    run(read_paths([sys.argv[1]]), opened, Work(), engine=ProcessEngine(Work(), 2, Fragile), output=sys.argv[2])
"""
ENGINE = """
import time
from factx.batch.work import Extractor, to_line
from factx.errors import InputError
from factx.readers import Document, failure

class Fragile(Extractor):
    def load(self):
        pass

    def __call__(self, item):
        time.sleep(0.002)
        if not isinstance(item, Document):
            return to_line(item) if hasattr(item, "error") else to_line(failure(item.document.source, InputError("seen before")))
        return to_line(failure(item.source, InputError(str(hash_of(item.text)))))

def hash_of(text):
    return sum(map(ord, text))
"""


class Echo:
    """An engine without a pipeline; it counts what it was given."""

    def __init__(self) -> None:
        self.seen: list[int] = []

    def run(self, shards: Iterator[Shard]) -> Iterator[Finished]:
        for shard in shards:
            self.seen.append(shard.number)
            yield shard, [to_line(failure(getattr(item, "source", "?"), ValueError("echo"))) for item in shard.inputs]


def documents(count: int) -> list[Document]:
    return [Document(f"Text {number} " + "x" * 2000, f"{number}.txt") for number in range(count)]


def write(inputs: list[Document], target: Path, **settings: object) -> Outcome:
    @contextmanager
    def opened(_: Document | ErrorRecord) -> Iterator[Writer]:
        with open(target, "w", encoding="utf-8") as stream:
            writer = open_writer("jsonl", stream)
            yield writer
            writer.close()

    return run(inputs, opened, Work(), **settings)  # type: ignore[arg-type]


def test_records_come_in_the_order_of_the_inputs(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    done = write(documents(200), output, engine=Echo(), output=str(output))
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [line["document"]["source"] for line in lines] == [f"{number}.txt" for number in range(200)]
    assert done.failed == 200
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_run_that_ended_early_goes_on(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"

    def cut_short(shard: Shard, _kept: bool) -> None:
        if shard.number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(documents(300), output, engine=Echo(), output=str(output), on_shard=cut_short)
    assert not output.exists()
    told: list[str] = []
    engine = Echo()
    done = write(documents(300), output, engine=engine, output=str(output), tell=told.append)
    assert (done.kept, engine.seen[0]) == (3, 3)
    assert told == [f"going on with {output}: 3 finished parts of it found"]
    assert len(output.read_text("utf-8").splitlines()) == 300


def test_a_changed_input_is_read_anew_and_told(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"

    def cut_short(shard: Shard, _kept: bool) -> None:
        if shard.number == 4:
            raise KeyboardInterrupt

    inputs = documents(300)
    with pytest.raises(KeyboardInterrupt):
        write(inputs, output, engine=Echo(), output=str(output), on_shard=cut_short)
    inputs[60] = Document("Text of another kind " + "x" * 2000, "60.txt")
    told: list[str] = []
    done = write(inputs, output, engine=Echo(), output=str(output), tell=told.append)
    assert (done.kept, done.changed) == (4, 1)
    assert told[-1] == "1 part of it had changed since and was read anew"


def test_one_shard_leaves_no_folder_even_while_it_runs(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    seen: list[list[str]] = []
    write(documents(3), output, engine=Echo(), output=str(output), on_shard=lambda *_: seen.append(os.listdir(tmp_path)))
    assert not any(name.endswith(".run") for names in seen for name in names)


def test_nothing_writes_nothing(tmp_path: Path) -> None:
    assert write([], tmp_path / "out.jsonl", engine=Echo()) == Outcome()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is Unix's")
def test_killed_at_random_moments_it_ends_as_if_nothing_had_happened(tmp_path: Path) -> None:
    rng = random.Random(7)
    (tmp_path / "driver.py").write_text(DRIVER, encoding="utf-8")
    (tmp_path / "tests_batch_engine.py").write_text(ENGINE, encoding="utf-8")
    inputs = tmp_path / "in"
    inputs.mkdir()
    for number in range(1200):
        text = "The same text." if number % 50 == 7 else f"Text {number}. " + "x" * rng.randrange(3000)
        (inputs / f"{number:04d}.txt").write_text(text, encoding="utf-8")
    (inputs / "0500.txt").write_bytes(b"\0\1\2binary" * 40)

    def start(output: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, str(tmp_path / "driver.py"), str(inputs), str(output)]
        return subprocess.Popen(command, start_new_session=True)

    undisturbed, killed = tmp_path / "undisturbed.jsonl", tmp_path / "killed.jsonl"
    assert start(undisturbed).wait() == 0
    kills = 0
    while kills < 15:
        process = start(killed)
        time.sleep(rng.uniform(0.3, 2.2))
        if process.poll() is not None:
            break
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        kills += 1
    assert kills > 1
    if not killed.exists() or Path(f"{killed}.run").exists():
        assert start(killed).wait() == 0
    assert killed.read_bytes() == undisturbed.read_bytes()
    assert len(killed.read_bytes().splitlines()) == 1200
    assert sorted(path.name for path in tmp_path.iterdir() if "killed" in path.name) == ["killed.jsonl"]
