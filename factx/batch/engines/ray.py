"""A Ray cluster: actors that hold a pipeline each. Ray only schedules; that nothing is lost or doubled is the plan's affair."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from factx.batch.engines import Finished
from factx.batch.engines.task import Task, WorkerDiedError
from factx.batch.shards import Shard
from factx.batch.work import Extractor, Work
from factx.errors import ModelError, UsageError

_AHEAD, _SPREAD = 2, 32  # as for processes
_TRIES = 2  # actors that a document may kill, read alone


class RayEngine:
    """Extract on a cluster.

    Arguments:
        work: what is to be done.
        workers: actors; as many as the cluster has cores when None.
        address: of the cluster; ``auto`` for the one that this machine is part of, None to start one here.
        make: makes, in each actor, what does the work; a class or function that the nodes can import.

    Raises:
        UsageError: Ray is not installed, or there is no cluster at that address.
    """

    def __init__(
        self,
        work: Work,
        workers: int | None = None,
        address: str | None = None,
        make: Callable[[Work], Extractor] = Extractor,
    ) -> None:
        try:
            ray: Any = import_module("ray")
        except ImportError as error:
            raise UsageError("--engine ray needs Ray; get it with: pip install 'factx[ray]'") from error
        self._ray = ray
        if not ray.is_initialized():
            try:
                ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
            except ConnectionError as error:
                raise UsageError(f"there is no Ray cluster at {address!r}; start one with: ray start --head") from error
        self._count = workers or max(1, int(ray.cluster_resources().get("CPU", 1)))

        @ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)
        class Actor:
            def __init__(self) -> None:
                self.extract = make(work)

            def load(self) -> str | None:
                try:
                    self.extract.load()
                except ModelError as error:
                    return str(error)
                return None

            def read(self, inputs: list[Any]) -> list[bytes]:
                return [self.extract(item) for item in inputs]

        self._actor: Any = Actor

    def run(self, shards: Iterator[Shard]) -> Iterator[Finished]:
        """Yield each shard with its records as it is done.

        Raises:
            ModelError: the model is missing on a node.
            WorkerDiedError: no actor can be started.
        """
        ray = self._ray
        tasks: deque[Task] = deque()
        idle: list[Any] = []
        running: dict[Any, tuple[Any, Task | None, list[int]]] = {}
        unborn = 0
        more = True

        def start() -> None:
            actor = self._actor.remote()
            running[actor.load.remote()] = (actor, None, [])

        for _ in range(self._count):
            start()
        try:
            while more or tasks:
                while more and len(tasks) < _AHEAD * self._count and self._is_near(tasks):
                    shard = next(shards, None)
                    more = shard is not None
                    if shard is not None:
                        tasks.append(Task(shard))
                while idle and (task := next((task for task in tasks if task.waiting), None)) is not None:
                    actor, turn = idle.pop(), task.waiting.popleft()
                    running[actor.read.remote([task.shard.inputs[index] for index in turn])] = (actor, task, turn)
                if not tasks:
                    break
                ready, _ = ray.wait(list(running), num_returns=1)
                actor, at_work, turn = running.pop(ready[0])
                try:
                    result = ray.get(ready[0])
                except ray.exceptions.RayError as error:
                    if at_work is None:
                        unborn += 1
                        if unborn > _AHEAD * self._count:
                            raise WorkerDiedError(f"no actor can be started: {str(error).splitlines()[0]}") from error
                    else:
                        _bury(at_work, turn)
                    start()
                else:
                    idle.append(actor)
                    if at_work is not None:
                        for index, line in zip(turn, result, strict=True):
                            at_work.lines[index] = line
                    elif result is not None:
                        raise ModelError(result)
                    else:
                        unborn = 0
                if at_work is not None and at_work.done:
                    tasks.remove(at_work)
                    yield at_work.finished()
        finally:
            for actor in [*idle, *(actor for actor, _, _ in running.values())]:
                ray.kill(actor)

    def _is_near(self, tasks: deque[Task]) -> bool:
        return not tasks or tasks[-1].shard.number - tasks[0].shard.number < _SPREAD * self._count


def _bury(task: Task, turn: list[int]) -> None:
    """Put back what an actor that died was reading: each input alone, until it has killed too many."""
    if len(turn) > 1:
        task.waiting.extend([index] for index in turn)
        return
    [index] = turn
    task.deaths[index] = task.deaths.get(index, 0) + 1
    if task.deaths[index] < _TRIES:
        task.waiting.append(turn)
    else:
        task.give_up(index, "reading this ended the process on several nodes; split the document, or leave it out")
