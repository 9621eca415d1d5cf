"""A line on the terminal that says how far a long run is, how fast it goes, what failed, and how long it will take."""

from __future__ import annotations

import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factx.batch.shards import Shard
    from factx.readers import Document
    from factx.records import ErrorRecord


class Progress:
    """Count on standard error while documents are read; gone when done.

    Arguments:
        shown: False makes it do nothing.
        size: tells how many bytes there are to read, None if that cannot be told; asked while the work goes on.
    """

    def __init__(self, *, shown: bool, size: Callable[[], int | None] = lambda: None) -> None:
        self._shown = shown
        self._size = size
        self._bar: Any = None
        self._documents = self._failed = self._words = 0
        self._done = 0

    def __enter__(self) -> Progress:
        return self

    def read(self, item: Document | ErrorRecord) -> None:
        """Say that one input was dealt with; the line appears with the second."""
        text = getattr(item, "text", None)
        self._add(text, text is None)

    def shard(self, shard: Shard, kept: bool) -> None:
        """Say that a shard was dealt with, by this run or an earlier one."""
        for item in shard.inputs:
            document = getattr(item, "document", None)
            text = getattr(item, "text", None) or getattr(document, "text", None)
            self._add(text, text is None and hasattr(item, "error"), counted=not kept)

    def _add(self, text: str | None, failed: bool, *, counted: bool = True) -> None:
        if not self._shown:
            return
        self._documents += 1
        self._failed += failed
        self._done += len(text or "")
        self._words += len(text.split()) if text and counted else 0
        if self._documents < 2:
            return
        if self._bar is None:
            self._start()
        speed = self._words / max(0.1, self._bar.tasks[0].elapsed or 0.1)
        failed_so_far = f", {self._failed} failed" if self._failed else ""
        self._bar.update(
            self._task, completed=self._done, told=f"{self._documents:,} documents{failed_so_far}, {speed:,.0f} words/s"
        )

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            SpinnerColumn(),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[told]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(compact=True),
            console=Console(stderr=True, markup=False),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, told="")
        self._bar.start()
        threading.Thread(target=self._measure, daemon=True).start()

    def _measure(self) -> None:
        """Find out how much there is; a folder of millions takes a while, and nobody waits for it."""
        total = self._size()
        if total and self._bar is not None:
            self._bar.update(self._task, total=max(total, self._done))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
