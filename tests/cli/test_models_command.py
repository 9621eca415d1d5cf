"""``factx models``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factx.cli.models import models, report
from factx.pipeline import DEFAULT_MODEL


def test_the_default_model_is_there() -> None:
    [default] = [model for model in models() if model.name == DEFAULT_MODEL]
    assert default.full
    assert default.version[0].isdigit()


def test_the_report_says_which_is_used_and_how_to_get_another(invoke: Callable[..., Any]) -> None:
    done = invoke("models")
    assert done.exit_code == 0
    assert DEFAULT_MODEL in done.stdout
    assert "--model" in done.stdout
    assert "spacy download" in done.stdout


def test_a_missing_default_model_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.cli.models.models", list)
    assert f"pip install {DEFAULT_MODEL.replace('_', '-')}" in report()
