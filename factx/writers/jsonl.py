"""JSON Lines: one record, one line."""

from __future__ import annotations

import json
import re
from typing import IO

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError, to_json

# Lawful in JSON, but a terminal obeys them and some programs end a line at them: written as escapes they mean the same.
_ESCAPED = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def dumps(record: BaseModel, *, indent: int | None = None) -> str:
    """Return a record as JSON.

    Arguments:
        record: an ``Extraction`` or an ``ErrorRecord``.
        indent: spaces per level; everything on one line when None.

    Returns:
        ASCII controls, C1 controls, turns of direction and halves of surrogate pairs are escaped; all other characters stand as
        they are.
    """
    document = getattr(record, "document", None)
    # there only when the one was asked for, the other is so
    absent = {name for name in ("text", "duplicate_of") if getattr(document, name, "") is None}
    left_out = {"document": absent} if absent else None
    try:
        text = to_json(record, indent=indent, exclude=left_out, inf_nan_mode="null").decode()
    except PydanticSerializationError:  # half a surrogate pair, which UTF-8 cannot hold
        value = record.model_dump(mode="python", exclude=left_out)
        text = json.dumps(value, ensure_ascii=False, indent=indent, separators=None if indent else (",", ":"), allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


class JsonLinesWriter:
    """Write each record as it comes.

    Arguments:
        stream: where to.
    """

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, record: BaseModel) -> None:
        self._stream.write(dumps(record) + "\n")
        self._stream.flush()  # whoever reads the pipe gets each document when it is done

    def close(self) -> None:
        pass
