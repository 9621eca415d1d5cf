"""``factx schema``: the JSON Schema of what factx writes."""

from __future__ import annotations

import sys

from factx.cli.exits import exits


def schema() -> str:
    """Return the JSON Schema of a record, indented."""
    import json

    from factx.records import json_schema

    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def schema_cli() -> None:
    """Print the JSON Schema of one record, as `factx extract` writes it."""
    with exits():
        sys.stdout.write(schema())
        sys.stdout.flush()
