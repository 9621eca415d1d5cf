"""What the quality tests share: the floors, and where corpora stand that the repository does not carry."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


@pytest.fixture(scope="session")
def floors() -> dict[str, Any]:
    """The figures that must not be fallen below."""
    return tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpora and scorers; a test that wants it is skipped where it is absent."""
    folder = Path(os.environ.get("FACTX_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"no corpora: {folder} is no folder (FACTX_SHARED names another)")
    return folder
