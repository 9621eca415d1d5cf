"""``factx extract``: read documents, write what they say."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factx.cli.exits import SOME_FAILED, exits, say

if TYPE_CHECKING:
    from factx.cli.inputs import Inputs
    from factx.readers import Document
    from factx.records import ErrorRecord, Extraction
    from factx.selection import Selection
    from factx.writers import Writer

FORMATS_HELP = (
    "table, json, jsonl, csv, html, db or parquet. "
    "Left out: by the ending of -o; a table on a terminal; JSON or JSON Lines in a pipe."
)


@dataclass(slots=True)
class Tally:
    """What was read: counts for the summary and the exit code."""

    documents: int = 0
    failed: int = 0
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("quotes", "claims", "entities"), 0))

    def __str__(self) -> str:
        parts = [_count(number, kind[:-3] + "y" if kind == "entities" else kind[:-1]) for kind, number in self.found.items()]
        failed = f", {_count(self.failed, 'input')} failed" if self.failed else ""
        return f"{_count(self.documents, 'document')}{failed}: {', '.join(parts)}"


def extract(
    inputs: Iterator[Document | ErrorRecord],
    make_writer: Callable[[Document | ErrorRecord], Writer],
    *,
    model: str | None = None,
    rules_only: bool = False,
    selection: Selection | None = None,
    include_text: bool = False,
    on_record: Callable[[Extraction | ErrorRecord], None] = lambda _: None,
) -> Tally:
    """Read every input and write its record.

    Arguments:
        inputs: from ``factx.readers``; one is held at a time.
        make_writer: makes the writer when the first input is known.
        model: the base spaCy pipeline; loaded when the first text is there.
        rules_only: find quotations by rules alone.
        selection: what is kept of each record; everything when None.
        include_text: put each text into its record.
        on_record: is told each record after it was written.

    Returns:
        The counts.

    Raises:
        ModelError: the model is missing.
    """
    from factx.records import ErrorRecord
    from factx.selection import Selection

    selection = selection or Selection()
    tally = Tally()
    writer: Writer | None = None
    nlp: Any = None
    for item in inputs:
        if nlp is None and not isinstance(item, ErrorRecord):
            from factx.pipeline import load

            nlp = load(model, rules_only=rules_only)
        record = item if isinstance(item, ErrorRecord) else _read(item, nlp, selection, include_text)
        writer = writer or make_writer(item)
        writer.write(record)
        if isinstance(record, ErrorRecord):
            tally.failed += 1
        else:
            tally.documents += 1
            for kind in tally.found:
                tally.found[kind] += len(getattr(record, kind))
        on_record(record)
    if writer:
        writer.close()
    return tally


def _read(document: Document, nlp: Any, selection: Selection, include_text: bool) -> Extraction | ErrorRecord:
    from factx.extraction import extract as extract_text
    from factx.readers import failure

    try:
        record = extract_text(
            document.text,
            nlp=nlp,
            source=document.source,
            title=document.title,
            published=document.published,
            include_text=include_text,
            warnings=document.warnings,
        )
        return selection.apply(record)
    except Exception as error:  # one bad input costs one error record
        logging.getLogger("factx").debug("reading %s", document.source, exc_info=True)
        return failure(document.source, error)


def extract_cli(
    paths: Annotated[
        list[str],
        typer.Argument(
            default_factory=list,
            metavar="PATH",
            show_default=False,
            help="Files (.txt .html .mhtml .pdf .docx .eml .jsonl .csv .tsv .warc, each also as .gz), folders of them, globs, "
            "or - for standard input.",
        ),
    ],
    format_: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", show_default=False, help=FORMATS_HELP)
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="Write to this file (.json, .jsonl, .csv, .html, .db or .parquet); it appears only when it is complete.",
        ),
    ] = None,
    only: Annotated[
        str | None, typer.Option(metavar="KINDS", show_default=False, help="Of entities,quotes,claims: those to show.")
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", show_default=False, help="Quotes and claims of those whose name has this in it, in any case."
        ),
    ] = None,
    types: Annotated[
        str | None, typer.Option("--type", metavar="TYPES", show_default=False, help="Entity types to show: PERSON,ORG,GPE,...")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(metavar="NUMBER", min=0, max=1, show_default=False, help="Leave out what is less sure, from 0 to 1.")
    ] = 0.0,
    acts: Annotated[
        str | None,
        typer.Option(
            metavar="ACTS",
            show_default=False,
            help="Quotes to show by what their cue does: all, speech (no thoughts, plans, feelings), or a list like say,deny. "
            "Left out: speech in a table, all elsewhere.",
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(
            metavar="GLOB", show_default=False, help="Read only files whose name or path in the folder matches; repeatable."
        ),
    ] = None,
    exclude: Annotated[
        list[str] | None,
        typer.Option(metavar="GLOB", show_default=False, help="Leave out files and folders that match; repeatable."),
    ] = None,
    files_from: Annotated[
        str | None,
        typer.Option(metavar="FILE", show_default=False, help="Read paths from this list, one a line; - is standard input."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="NUMBER", min=1, show_default=False, help="Read only so many files, the first ones.")
    ] = None,
    text_field: Annotated[
        str, typer.Option(metavar="NAME", help="Field or column with the text, in JSON Lines and CSV.")
    ] = "text",
    id_field: Annotated[str, typer.Option(metavar="NAME", help="Field or column with the id.")] = "id",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be read, by type and size, and read nothing.")
    ] = False,
    include_text: Annotated[bool, typer.Option("--include-text", help="Put each document's text into its record.")] = False,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", show_default=False, help="Base spaCy pipeline, by name or folder; 'factx models' lists them."
        ),
    ] = None,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Find quotations by rules alone, without the trained model: faster, and less.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, warnings or summary; only errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name each document read, and what is passed over.")] = False,
) -> None:
    """Extract entities, quotations with their speakers, and numeric claims.

    Data goes to standard output, everything else to standard error.
    """
    with exits(verbose=verbose):
        from factx.cli.inputs import Inputs
        from factx.cli.settings import settle

        inputs = Inputs(tuple(paths), tuple(include or ()), tuple(exclude or ()), files_from, limit, text_field, id_field)
        inputs.check()
        settings = settle(
            inputs,
            format_=format_,
            output=output,
            only=only,
            speaker=speaker,
            types=types,
            min_confidence=min_confidence,
            acts=acts,
            model=model,
        )
        if dry_run:
            raise SystemExit(_tell(inputs, quiet=quiet, verbose=verbose))
        tally = _run(
            inputs, settings, model=model, rules_only=rules_only, include_text=include_text, quiet=quiet, verbose=verbose
        )
    if tally.failed:
        raise SystemExit(SOME_FAILED)


def _tell(inputs: Inputs, *, quiet: bool, verbose: bool) -> int:
    from factx.cli.inputs import dry_run, told

    data, table = told(quiet)
    return SOME_FAILED if dry_run(inputs.items(say if verbose else lambda _: None), data=data, table=table) else 0


def _run(
    inputs: Inputs, settings: Any, *, model: str | None, rules_only: bool, include_text: bool, quiet: bool, verbose: bool
) -> Tally:
    from factx.cli.progress import Progress

    settings.check_output()
    started = time.perf_counter()
    tell = say if verbose else (lambda _: None)
    if verbose:
        logging.getLogger("factx").setLevel(logging.DEBUG)
        logging.getLogger("factx").addHandler(logging.StreamHandler())
    with ExitStack() as output, Progress(shown=settings.shows_progress(quiet)) as progress:

        def on_record(record: Extraction | ErrorRecord) -> None:
            progress.step()
            _report(record, quiet=quiet, verbose=verbose)

        tally = extract(
            inputs.read(tell),
            lambda first: output.enter_context(settings.open_writer(first)),
            model=model,
            rules_only=rules_only,
            selection=settings.selection,
            include_text=include_text,
            on_record=on_record,
        )
    if not quiet and (tally.documents + tally.failed > 1 or settings.to_file or verbose):
        place = f" in {', '.join(settings.output_paths())}" if settings.to_file else ""
        say(f"{tally}{place} ({time.perf_counter() - started:.1f} s)")
    return tally


def _report(record: Extraction | ErrorRecord, *, quiet: bool, verbose: bool) -> None:
    """Say on standard error what failed, and unless quiet what a reader of the results should know."""
    from factx.records import ErrorRecord

    if isinstance(record, ErrorRecord):
        say(f"{record.document.source}: {record.error.message}")
        return
    source = record.document.source or ""
    if verbose:
        say(f"{source}: read, {record.document.characters} characters")
    if not quiet:
        for warning in record.warnings:
            if warning.code != "filtered":
                say(f"{source}: warning: {warning.message}")


def _count(number: int, one: str) -> str:
    many = one[:-1] + "ies" if one.endswith("ty") else one + "s"
    return f"{number} {one if number == 1 else many}"
