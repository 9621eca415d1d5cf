"""Two ways to run a command: in this process with the pipeline that is loaded already, and as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

if TYPE_CHECKING:
    from click.testing import Result
    from spacy.language import Language

FACTX = [sys.executable, "-m", "factx"]


@pytest.fixture
def invoke(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the program in this process; what it would load is there."""
    from factx.cli.app import app

    monkeypatch.setattr("factx.pipeline.load", lambda model=None, **_: nlp)

    def run(*args: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)

    return run


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program as a process of its own, without a terminal."""

    def run(*args: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
        env = {**os.environ, "OMP_NUM_THREADS": "1", **more.pop("env", {})}
        return subprocess.run([*FACTX, *map(str, args)], capture_output=True, timeout=120, env=env, **more)

    return run


@pytest.fixture
def story(tmp_path: Path, article: str) -> Path:
    """A file with a short article."""
    path = tmp_path / "story.txt"
    path.write_text(article, encoding="utf-8")
    return path
