"""A whole run: inputs to output, through an engine, with what is done kept until the output is complete."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from itertools import chain

from factx.batch.engines import Engine
from factx.batch.engines.local import LocalEngine
from factx.batch.shards import Shard, shards
from factx.batch.state import State
from factx.batch.work import Extractor, Work, from_line
from factx.readers.document import Document
from factx.records import ErrorRecord, Extraction
from factx.writers import Writer

Record = Extraction | ErrorRecord
# What a process with the pipeline takes of memory, in bytes, with room for a long document.
_WORKER = 1_000_000_000


@dataclass(slots=True)
class Outcome:
    """What came of a run.

    Arguments:
        documents: how many were read.
        failed: how many inputs could not be read.
        found: number of quotes, claims and entities.
        kept: shards that an earlier, killed run had done.
        changed: shards that it had done of inputs that have changed since.
    """

    documents: int = 0
    failed: int = 0
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("quotes", "claims", "entities"), 0))
    kept: int = 0
    changed: int = 0

    def __str__(self) -> str:
        parts = [_count(number, kind[:-3] + "y" if kind == "entities" else kind[:-1]) for kind, number in self.found.items()]
        failed = f", {_count(self.failed, 'input')} failed" if self.failed else ""
        return f"{_count(self.documents, 'document')}{failed}: {', '.join(parts)}"

    def count(self, record: Record) -> None:
        """Count a record that was written."""
        if isinstance(record, ErrorRecord):
            self.failed += 1
            return
        self.documents += 1
        for kind in self.found:
            self.found[kind] += len(getattr(record, kind))


def stream(
    inputs: Iterable[Document | ErrorRecord],
    open_writer: Callable[[Document | ErrorRecord], AbstractContextManager[Writer]],
    work: Work,
    *,
    on_record: Callable[[Record], None] = lambda _: None,
    on_read: Callable[[Document | ErrorRecord], None] = lambda _: None,
) -> Outcome:
    """Extract in this process and write each record before the next input is read, for whoever waits at a pipe.

    Arguments:
        inputs: from ``factx.readers``; one is held at a time.
        open_writer: opens the writer when the first input is known.
        work: what is to be done with each.
        on_record: is told each record when it was written.
        on_read: is told each input when its record was written.

    Returns:
        The counts.

    Raises:
        ModelError: the model is missing.
    """
    outcome = Outcome()
    extract = Extractor(work)
    with ExitStack() as opened:
        writer: Writer | None = None
        for item in inputs:
            record = extract.record(item)
            writer = writer or opened.enter_context(open_writer(item))
            writer.write(record)
            outcome.count(record)
            on_record(record)
            on_read(item)
    return outcome


def run(
    inputs: Iterable[Document | ErrorRecord],
    open_writer: Callable[[Document | ErrorRecord], AbstractContextManager[Writer]],
    work: Work,
    *,
    workers: int | None = None,
    engine: Engine | None = None,
    output: str | None = None,
    fresh: bool = False,
    on_record: Callable[[Record], None] = lambda _: None,
    on_shard: Callable[[Shard, bool], None] = lambda _shard, _kept: None,
    tell: Callable[[str], None] = lambda _: None,
) -> Outcome:
    """Extract from every input, and write the records in the order of the inputs.

    Arguments:
        inputs: from ``factx.readers``; a shard of them is held at a time for each worker.
        open_writer: opens the writer when the first input is known; leaving its context well completes the output.
        work: what is to be done with each.
        workers: processes; None for as many as there are cores and memory for, and this process alone when one shard is all.
        engine: instead of processes on this machine.
        output: the file that the writer writes: what is done is kept beside it until it is complete, and a run that was killed
            goes on where it was. None keeps nothing.
        fresh: forget what a killed run has done.
        on_record: is told each record when it was written.
        on_shard: is told each shard when it is extracted, and whether an earlier run had done it.
        tell: is told what a user should know.

    Returns:
        The counts.

    Raises:
        ModelError: the model is missing.
        UsageError: what is kept belongs to a run with other settings.
    """
    stream = shards(inputs)
    ahead = [shard for _, shard in zip(range(2), stream, strict=False)]
    if not ahead:
        return Outcome()
    small = len(ahead) == 1
    if engine is None:
        count = workers if workers is not None else 1 if small else default_workers()
        engine = LocalEngine(work) if small and workers is None else _processes(work, count)
    plan = chain(ahead, stream)
    first = _first(ahead[0])
    outcome = Outcome()

    def write(lines: Iterator[bytes]) -> None:
        with open_writer(first) as writer:
            for line in lines:
                record = from_line(line)
                writer.write(record)
                outcome.count(record)
                on_record(record)

    if output is None or (small and not os.path.exists(os.path.realpath(output) + ".run")):
        write(_in_order(engine, plan, on_shard))
        return outcome
    state = State(output, work.fingerprint(), fresh=fresh)
    done = False
    try:
        if state.found:
            tell(f"going on with {output}: {state.found} finished part{'s' * (state.found > 1)} of it found")
        order: list[tuple[int, str]] = []

        def missing() -> Iterator[Shard]:
            for shard in plan:
                order.append((shard.number, shard.digest))
                if state.has(shard):
                    outcome.kept += 1
                    on_shard(shard, True)
                else:
                    yield shard

        for shard, lines in engine.run(missing()):
            state.keep(shard, lines)
            on_shard(shard, False)
        outcome.changed = state.changed
        if state.changed:
            tell(f"{state.changed} part{'s' * (state.changed > 1)} of it had changed since and was read anew")
        write(state.lines(order))
        done = True
    finally:
        state.close(done=done)
    return outcome


def _count(number: int, one: str) -> str:
    many = one[:-1] + "ies" if one.endswith("ty") else one + "s"
    return f"{number} {one if number == 1 else many}"


def default_workers() -> int:
    """Return how many processes this machine has cores and memory for."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return cores
    return max(1, min(cores, memory // _WORKER))


def _processes(work: Work, count: int) -> Engine:
    from factx.batch.engines.processes import ProcessEngine

    return ProcessEngine(work, count)


def _first(shard: Shard) -> Document | ErrorRecord:
    item = shard.inputs[0]
    assert isinstance(item, Document | ErrorRecord)  # nothing came before that it could repeat
    return item


def _in_order(engine: Engine, plan: Iterator[Shard], on_shard: Callable[[Shard, bool], None]) -> Iterator[bytes]:
    """Yield lines in the order of the inputs; an engine pulls few shards ahead, so few have to wait for one that is slow."""
    waiting: dict[int, list[bytes]] = {}
    following = 0
    for shard, lines in engine.run(plan):
        on_shard(shard, False)
        waiting[shard.number] = lines
        while following in waiting:
            yield from waiting.pop(following)
            following += 1
