"""Several processes, each with its own pipeline. One that dies costs the document that killed it twice, nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from factx.batch.engines import Finished
from factx.batch.engines.task import Task, WorkerDiedError
from factx.batch.shards import Shard
from factx.batch.work import Extractor, Work
from factx.errors import ModelError
from factx.threads import VARIABLES

_SPREAD = 32  # shards between the slowest and the newest, for each worker
_AHEAD = 2  # shards of the window for each worker: enough that none waits, few enough to hold


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    ready: bool = False
    task: Task | None = None
    turn: deque[int] = field(default_factory=deque)


def serve(connection: Connection, work: Work, make: Callable[[Work], Extractor]) -> None:
    """Work off what comes down a pipe, until it closes; the body of a worker process.

    Arguments:
        connection: brings lists of inputs; takes one line back for each.
        work: what is to be done.
        make: makes what does it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's affair
    extract = make(work)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            extract.load()
        except ModelError as error:
            connection.send(str(error))
            return
        connection.send(None)
        while True:
            for item in connection.recv():
                connection.send_bytes(extract(item))


class ProcessEngine:
    """Extract in processes of their own.

    Arguments:
        work: what is to be done.
        workers: how many processes.
        make: makes, in each of them, what does the work; a class or function of a module.
    """

    def __init__(self, work: Work, workers: int, make: Callable[[Work], Extractor] = Extractor) -> None:
        self._work, self._make = work, make
        self._count = workers
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._unborn = 0

    def run(self, shards: Iterator[Shard]) -> Iterator[Finished]:
        """Yield each shard with its records as it is done.

        Raises:
            ModelError: the model is missing.
            WorkerDiedError: no worker can be started.
        """
        tasks: deque[Task] = deque()
        more = True
        try:
            self._workers = [self._start() for _ in range(self._count)]
            while more or tasks:
                while more and self._has_room(tasks):
                    shard = next(shards, None)
                    more = shard is not None
                    if shard is not None:
                        tasks.append(Task(shard))
                self._assign(tasks)
                ready: list[Any] = wait([worker.connection for worker in self._workers])
                for worker in [one for one in self._workers if one.connection in ready]:
                    self._hear(worker)
                finished = [task for task in tasks if task.done]
                for task in finished:
                    tasks.remove(task)
                    yield task.finished()
        finally:
            self._stop()

    def _has_room(self, tasks: deque[Task]) -> bool:
        """Tell whether a further shard may be pulled: few wait for a worker, and few are done before one that is slow."""
        if len(tasks) >= _AHEAD * self._count:
            return False
        return not tasks or tasks[-1].shard.number - tasks[0].shard.number < _SPREAD * self._count

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        before = {name: os.environ.get(name) for name in VARIABLES}
        os.environ.update(dict.fromkeys(VARIABLES, "1"))
        try:
            process = self._context.Process(target=serve, args=(theirs, self._work, self._make), daemon=True)
            process.start()
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value
        theirs.close()
        return _Worker(process, ours)

    def _assign(self, tasks: deque[Task]) -> None:
        """Give what waits to whoever is idle."""
        for worker in self._workers:
            if worker.task is not None or not worker.ready:
                continue
            task = next((task for task in tasks if task.waiting), None)
            if task is None:
                return
            turn = task.waiting.popleft()
            worker.task, worker.turn = task, deque(turn)
            # a worker that died while it waited is noticed when it is heard
            with suppress(BrokenPipeError, ConnectionResetError):
                worker.connection.send([task.shard.inputs[index] for index in turn])

    def _hear(self, worker: _Worker) -> None:
        """Take what a worker sends, or notice that it is no more."""
        try:
            if not worker.ready:
                trouble = worker.connection.recv()
                if trouble is not None:
                    raise ModelError(trouble)
                worker.ready = True
                self._unborn = 0
                return
            line = worker.connection.recv_bytes()
        except (EOFError, ConnectionResetError, OSError):
            self._bury(worker)
            return
        task = worker.task
        assert task is not None
        task.lines[worker.turn.popleft()] = line
        if not worker.turn:
            worker.task = None

    def _bury(self, worker: _Worker) -> None:
        """Replace a worker that died. What it was reading is tried once more, alone; then it is an error record."""
        worker.process.join()
        worker.connection.close()
        code = worker.process.exitcode or 0
        if not worker.ready:
            self._unborn += 1
            if self._unborn > _AHEAD * self._count:
                raise WorkerDiedError(f"no worker process can be started ({_cause(code)}); try --workers 1")
        self._workers[self._workers.index(worker)] = self._start()
        task = worker.task
        if task is None:
            return
        at = worker.turn.popleft()
        task.deaths[at] = task.deaths.get(at, 0) + 1
        if task.deaths[at] > 1:
            task.give_up(at, f"reading this ended the process twice ({_cause(code)}); split the document, or leave it out")
        else:
            task.waiting.appendleft([at])
        if worker.turn:
            task.waiting.append(list(worker.turn))

    def _stop(self) -> None:
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            if worker.task is not None or not worker.ready:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()
        self._workers = []


def _cause(code: int) -> str:
    if code < 0:
        with suppress(ValueError):
            name = signal.Signals(-code).name
            return f"{name}, which is what the system sends when memory runs out" if -code == signal.SIGKILL else name
    return f"exit code {code}"
