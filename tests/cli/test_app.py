"""The program as a whole: help, version, speed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import typer.main

import factx
from factx.cli.app import app

Start = Callable[..., "subprocess.CompletedProcess[bytes]"]


def commands() -> Iterator[tuple[str, Any]]:
    """Yield the program and all its commands."""
    root: Any = typer.main.get_command(app)
    yield "factx", root
    yield from root.commands.items()


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=[name for name, _ in commands()])
def test_everything_has_help(name: str, command: Any) -> None:
    assert command.help
    for parameter in command.params:
        assert parameter.help, f"{name}: {parameter.name}"


def test_the_commands_are_those_of_the_readme() -> None:
    assert {name for name, _ in commands()} == {"factx", "extract", "schema", "models"}


def test_help_answers_at_once(start: Start) -> None:
    taken = []
    for _ in range(3):
        begun = time.perf_counter()
        done = start("--help")
        taken.append(time.perf_counter() - begun)
        assert done.returncode == 0
        assert b"extract" in done.stdout
    assert min(taken) < 1.0  # 0.1 s on an idle machine; the bound is loose for busy ones


def test_version(start: Start) -> None:
    done = start("--version")
    assert (done.returncode, done.stdout.decode()) == (0, f"factx {factx.__version__}\n")


@pytest.mark.parametrize(
    "args", [["nonsense"], ["extract"], ["extract", "--nonsense", "x"], ["extract", "x", "--min-confidence", "2"]]
)
def test_wrong_usage_is_two(invoke: Callable[..., Any], args: list[str]) -> None:
    assert invoke(*args).exit_code == 2


def test_completion_can_be_shown(start: Start) -> None:
    done = start("--show-completion", "bash")
    assert done.returncode in (0, 2)  # older Typers take the shell from the process above
    assert b"Traceback" not in done.stderr
