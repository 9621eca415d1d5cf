"""From the options of ``factx extract`` to what they mean together; wrong ones are told before anything is loaded."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from factx.errors import UsageError
from factx.readers.places import is_url
from factx.selection import ACTS, KINDS, SPEECH, TYPES, Selection, parse_list
from factx.writers import FORMATS, Writer, check_output, format_of, open_file_writer, output_paths

if TYPE_CHECKING:
    from factx.cli.inputs import Inputs
    from factx.readers import Document
    from factx.records import ErrorRecord


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run does.

    Arguments:
        paths: the inputs, as given.
        format: one of ``FORMATS``, or None to choose between JSON and JSON Lines by the inputs.
        output: the file, or None for standard output.
        selection: what is kept of each record.
        table_acts: the acts that a table shows; all when None.
    """

    paths: tuple[str, ...]
    format: str | None
    output: str | None
    selection: Selection
    table_acts: tuple[str, ...] | None

    @property
    def to_file(self) -> bool:
        return self.output is not None

    @property
    def keeps(self) -> bool:
        """Tell whether what is done can be kept until all is done: the output is a file or a folder, not a device or a pipe."""
        return self.output is not None and (
            not os.path.exists(self.output) or os.path.isfile(self.output) or os.path.isdir(self.output)
        )

    @property
    def encoding(self) -> str:
        """Data is UTF-8 everywhere; a table speaks as the terminal does."""
        return (sys.stdout.encoding if self.format == "table" and not self.to_file and sys.stdout else None) or "utf-8"

    def shows_progress(self, quiet: bool) -> bool:
        """Tell whether a progress line would be seen and disturb nothing."""
        on_terminal = sys.stdout is not None and sys.stdout.isatty()
        return not quiet and sys.stderr is not None and sys.stderr.isatty() and (self.to_file or not on_terminal)

    def check_output(self) -> None:
        """Tell what cannot be written, before any work begins."""
        if self.output is not None and is_url(self.output):
            raise UsageError(f"cannot write {self.output!r}: the output is a file on this machine; copy it there when it is done")
        check_output(self.format or "jsonl", self.output)

    def output_paths(self) -> list[str]:
        """Return the files that are written; none for standard output."""
        return output_paths(self.format or "jsonl", self.output, kinds=self.selection.kinds) if self.output else []

    def open_writer(self, first: Document | ErrorRecord) -> AbstractContextManager[Writer]:
        """Open the writer for a run whose first input is known: one plain file is one document, all else may be many."""
        source = first.source if hasattr(first, "source") else first.document.source
        single = self.paths == (source,)
        name = self.format or ("json" if single else "jsonl")
        more: dict[str, Any] = {}
        if name == "json":
            more["single"] = single
        elif name in ("table", "csv", "html"):
            more["kinds"] = self.selection.kinds
        if name == "table":
            shown = not self.to_file and sys.stdout is not None and sys.stdout.isatty()
            more |= {"acts": self.table_acts, "errors": not (shown and sys.stderr is not None and sys.stderr.isatty())}
        return open_file_writer(name, self.output, encoding=self.encoding, **more)


def settle(
    inputs: Inputs,
    *,
    format_: str | None,
    output: str | None,
    only: str | None,
    speaker: str | None,
    types: str | None,
    min_confidence: float,
    acts: str | None,
    model: str | None,
) -> Settings:
    """Check the options against each other.

    Arguments:
        inputs: what is read.
        format_: ``--format``.
        output: ``-o``.
        only: ``--only``.
        speaker: ``--speaker``.
        types: ``--type``.
        min_confidence: ``--min-confidence``.
        acts: ``--acts``.
        model: ``--model``; another model may know other entity types.

    Returns:
        What to do.

    Raises:
        UsageError: an option makes no sense.
    """
    if output == "-":
        output = None
    if format_ is not None and format_ not in FORMATS:
        raise UsageError(f"there is no format {format_!r}; choose one of {', '.join(FORMATS)}")
    name = format_ or (format_of(output) if output else None)
    if name is None and sys.stdout is not None and sys.stdout.isatty():
        name = "table"
    kept = None if acts in (None, "all") else SPEECH if acts == "speech" else parse_list(acts or "", ACTS, "--acts")
    upper = types.upper() if types is not None else None
    known = TYPES if model is None or upper is None else tuple(part.strip() for part in upper.split(",") if part.strip())
    if speaker is not None and not speaker.strip():
        raise UsageError("--speaker was given nothing; give a name or a part of one")
    is_table = name == "table"
    return Settings(
        # A list of files may have any number of them, so it is never the one plain file that makes one JSON object.
        paths=inputs.paths if inputs.files_from is None else (),
        format=name,
        output=output,
        selection=Selection(
            kinds=KINDS if only is None else parse_list(only, KINDS, "--only"),
            speaker=speaker,
            types=None if upper is None else parse_list(upper, known, "--type"),
            acts=None if is_table else kept,
            min_confidence=min_confidence,
        ),
        table_acts=(SPEECH if acts is None else kept) if is_table else None,
    )
