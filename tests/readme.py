"""Run what the README shows. ``python tests/readme.py`` writes the output anew, into the README and the picture."""

from __future__ import annotations

import io
import os
import pty
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "samples" / "session.svg"
WIDTH = 100
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Session:
    """A command in a console block, with the output below it."""

    command: str
    output: str

    @property
    def needs(self) -> str | None:
        """The program that has to be installed for it, beside factx."""
        return "jq" if "| jq " in self.command else None


def blocks(language: str) -> list[str]:
    """Return the contents of the README's code blocks of one language."""
    return [body for name, body in _BLOCK.findall(README.read_text(encoding="utf-8")) if name == language]


def sessions(block: str) -> Iterator[Session]:
    """Yield the commands of a console block."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Session(command, output)


def run(command: str) -> str:
    """Run a command of the README in the checkout, with this Python's factx, and return what it shows.

    Arguments:
        command: a line for a POSIX shell. Without a pipe it runs on a terminal without colours.

    Returns:
        Standard output and standard error, as somebody at the terminal would see them.
    """
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "factx"
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m factx "$@"\n')
        program.chmod(0o755)
        env = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "TTY_COMPATIBLE")}
        env |= {"PATH": f"{folder}{os.pathsep}{env['PATH']}", "COLUMNS": str(WIDTH), "PYTHONIOENCODING": "utf-8"}
        env |= {"TERM": "xterm-256color", "NO_COLOR": "1"}
        env["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT), env.get("PYTHONPATH"))))
        return _in_pipe(command, env) if "|" in command else _on_terminal(command, env)


def _in_pipe(command: str, env: dict[str, str]) -> str:
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    return done.stdout.decode("utf-8")


def _on_terminal(command: str, env: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, shell=True, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux says so when the other end is gone
        pass
    os.close(ours)
    process.wait()
    lines = shown.decode("utf-8").replace("\r\n", "\n").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def picture() -> str:
    """Return an SVG picture of the first session's article as a terminal shows it."""
    from rich.console import Console
    from rich.text import Text

    import factx
    from factx.selection import SPEECH
    from factx.writers.table import TableWriter

    article = first_article()
    stream = _Terminal()
    os.environ["TERM"] = "xterm-256color"
    os.environ.pop("NO_COLOR", None)
    writer = TableWriter(stream, acts=SPEECH, width=WIDTH)
    writer.write(factx.extract((ROOT / article).read_bytes().decode("utf-8"), source=article))
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard")
    console.print(Text(f"$ factx extract {article}"))
    console.print(Text.from_ansi(stream.getvalue()))
    return console.export_svg(title="factx", unique_id="factx")


def first_article() -> str:
    """Return the path of the article that the first session reads."""
    first = next(sessions(blocks("console")[0]))
    return next(part for part in shlex.split(first.command) if part.endswith(".txt"))


def write() -> None:
    """Write every session's output into the README, and the picture."""

    def renewed(match: re.Match[str]) -> str:
        language, body = match.groups()
        if language != "console":
            return match.group()
        shown = "".join(f"$ {session.command}\n{_output(session)}" for session in sessions(body))
        return f"```console\n{shown}```"

    README.write_text(_BLOCK.sub(renewed, README.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")


def _output(session: Session) -> str:
    if session.needs and not shutil.which(session.needs):
        return session.output
    output = run(session.command)
    if "Traceback" in output:
        raise RuntimeError(f"{session.command}\n{output}")
    return output


if __name__ == "__main__":
    write()
