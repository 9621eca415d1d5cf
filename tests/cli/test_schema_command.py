"""``factx schema``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from factx.records import json_schema


def test_it_prints_the_schema(invoke: Callable[..., Any]) -> None:
    done = invoke("schema")
    assert done.exit_code == 0
    assert json.loads(done.stdout) == json_schema()
