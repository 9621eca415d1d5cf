"""What a run has done so far, in a folder beside its output: one file for each finished shard, renamed into place when whole."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from factx.batch.shards import Shard
from factx.errors import UsageError

_A_FOLDER = 1000  # shards
_NAME = re.compile(r"(\d{8,})-([0-9a-f]{16})\.jsonl")


class State:
    """The folder of one run.

    Arguments:
        output: the file that the run writes in the end; the folder is its name with ``.run`` behind it.
        fingerprint: what the records depend on besides the inputs.
        fresh: forget what an earlier run has done.

    Raises:
        UsageError: an earlier run was begun with other settings, another one goes on right now, or the folder cannot be made.
    """

    def __init__(self, output: str, fingerprint: dict[str, str], *, fresh: bool = False) -> None:
        self.folder = Path(os.path.realpath(output) + ".run")
        self._lock: IO[str] | None = None
        try:
            self.folder.mkdir(exist_ok=True)
            self._hold(output)
            self._begin(output, fingerprint, fresh=fresh)
        except OSError as error:
            raise UsageError(f"cannot keep what is done in {str(self.folder)!r}: {error.strerror}") from error
        found = [match for path in self.folder.glob("*/*.jsonl") if (match := _NAME.fullmatch(path.name))]
        self._known = {(int(match[1]), match[2]) for match in found}
        self.found = len(self._known)
        self.changed = 0

    def _hold(self, output: str) -> None:
        """Keep a second run with the same output out; the system lets go of the lock when the process ends, however it does."""
        self._lock = open(self.folder / "lock", "w", encoding="utf-8")  # noqa: SIM115 - it stays open as long as the run
        with suppress(ImportError):  # elsewhere than on Unix two runs at once are the user's to avoid
            import fcntl

            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise UsageError(f"another run writes {output!r} right now; wait for it, or name another file with -o") from None

    def _begin(self, output: str, fingerprint: dict[str, str], *, fresh: bool) -> None:
        path = self.folder / "run.json"
        if fresh:
            self._forget()
        if path.exists():
            with suppress(ValueError):
                begun = json.loads(path.read_text(encoding="utf-8"))
                other = [
                    f"{name} {begun.get(name)}, now {value}" for name, value in fingerprint.items() if begun.get(name) != value
                ]
                if other:
                    raise UsageError(
                        f"{output!r} was begun with other settings ({'; '.join(other)}); say --fresh to start over, "
                        "or run the same command as before"
                    )
                return
            self._forget()
        replacement = path.with_suffix(".part")
        replacement.write_text(json.dumps(fingerprint, indent=1), encoding="utf-8")
        replacement.replace(path)

    def _forget(self) -> None:
        for path in self.folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != "lock":
                path.unlink()

    def has(self, shard: Shard) -> bool:
        """Tell whether a shard is done. One that was done of other inputs is forgotten, and counted in ``changed``."""
        if (shard.number, shard.digest) in self._known:
            return True
        for number, digest in [one for one in self._known if one[0] == shard.number]:
            self.changed += 1
            self._known.discard((number, digest))
            self._path(number, digest).unlink(missing_ok=True)
        return False

    def keep(self, shard: Shard, lines: list[bytes]) -> None:
        """Write the records of a shard, whole or not at all."""
        path = self._path(shard.number, shard.digest)
        path.parent.mkdir(exist_ok=True)
        part = path.with_suffix(".part")
        with open(part, "wb") as file:
            for line in lines:
                file.write(line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)

    def lines(self, shards: list[tuple[int, str]]) -> Iterator[bytes]:
        """Yield the records of finished shards in order.

        Arguments:
            shards: number and digest of each.
        """
        for number, digest in shards:
            with open(self._path(number, digest), "rb") as file:
                for line in file:
                    yield line.rstrip(b"\n")

    def close(self, *, done: bool) -> None:
        """Let go of the folder; when the output is complete, or nothing is done yet, it goes.

        Arguments:
            done: the output is complete.
        """
        if done or not any(self.folder.glob("*/*.jsonl")):
            gone = self.folder.with_suffix(".done")
            with suppress(OSError):
                self.folder.replace(gone)
                shutil.rmtree(gone)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _path(self, number: int, digest: str) -> Path:
        return self.folder / f"{number // _A_FOLDER:05d}" / f"{number:08d}-{digest}.jsonl"
