"""A line on the terminal that says how far a long run is."""

from __future__ import annotations

from types import TracebackType
from typing import Any


class Progress:
    """Count documents on standard error while they are read; gone when done.

    Arguments:
        shown: False makes it do nothing.
    """

    def __init__(self, *, shown: bool) -> None:
        self._shown = shown
        self._bar: Any = None
        self._count = 0

    def __enter__(self) -> Progress:
        return self

    def step(self) -> None:
        """Say that one more input was dealt with; the line appears with the second."""
        self._count += 1
        if not self._shown or self._count < 2:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar
            from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.completed} documents"),
                TimeElapsedColumn(),
                console=Console(stderr=True, markup=False),
                transient=True,
            )
            self._task = self._bar.add_task("", total=None)
            self._bar.start()
        self._bar.update(self._task, completed=self._count)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
