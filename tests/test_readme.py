"""What the README shows is what factx does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

import pytest
import readme

SESSIONS = [session for block in readme.blocks("console") for session in readme.sessions(block)]


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.command)
def test_a_session_is_real(session: readme.Session) -> None:
    if session.needs and not shutil.which(session.needs):
        pytest.skip(f"{session.needs} is not installed")
    assert readme.run(session.command) == session.output, "write it anew: python tests/readme.py"


def test_the_picture_is_of_this_version() -> None:
    assert readme.PICTURE.read_text(encoding="utf-8") == readme.picture(), "draw it anew: python tests/readme.py"


@pytest.mark.parametrize("code", readme.blocks("python"))
def test_the_library_code_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {})
    assert "direct" in capsys.readouterr().out


def test_there_are_two_commands_to_start_with() -> None:
    use, develop = readme.blocks("sh")
    assert use.strip() == "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/factx extract samples"
    assert develop.strip().endswith(".venv/bin/python -m pytest")


@pytest.mark.parametrize("check", [str.isascii, lambda text: "/work/" not in text], ids=["plain commands", "no local paths"])
def test_commands_can_be_copied(check: Callable[[str], bool]) -> None:
    assert all(check(session.command) for session in SESSIONS)


def test_links_lead_somewhere() -> None:
    text = readme.README.read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (readme.ROOT / link).exists(), link
