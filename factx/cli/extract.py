"""``factx extract``: read documents, write what they say."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING, Annotated

import typer

from factx.cli.exits import SOME_FAILED, exits, say
from factx.errors import UsageError

if TYPE_CHECKING:
    from factx.batch import Outcome, Work
    from factx.batch.engines import Engine
    from factx.cli.inputs import Inputs
    from factx.cli.settings import Settings
    from factx.records import ErrorRecord, Extraction

FORMATS_HELP = (
    "table, json, jsonl, csv, html, db or parquet. "
    "Left out: by the ending of -o; a table on a terminal; JSON or JSON Lines in a pipe."
)


def extract_cli(
    paths: Annotated[
        list[str],
        typer.Argument(
            default_factory=list,
            metavar="PATH",
            show_default=False,
            help="Files (.txt .html .mhtml .pdf .docx .eml .jsonl .csv .tsv .warc, each also as .gz), folders of them, globs, "
            "addresses of these (s3://... gs://... https://...), or - for standard input.",
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
    workers: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER",
            min=1,
            show_default=False,
            help="Processes that read at the same time. Left out: as many as there are cores, once there is much to read.",
        ),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option(metavar="NAME", show_default=False, help="ray to read on a Ray cluster instead of on this machine alone."),
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", show_default=False, help="Of the Ray cluster; auto for the one this machine is part of."),
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start over, though a run that was killed left something to go on from.")
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
        from factx.batch.work import Work
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
        work = Work(model, rules_only=rules_only, selection=settings.selection, include_text=include_text)
        cluster = _cluster(engine, address, work, workers)
        tally = _run(inputs, settings, work, workers=workers, engine=cluster, fresh=fresh, quiet=quiet, verbose=verbose)
    if tally.failed:
        raise SystemExit(SOME_FAILED)


def _cluster(engine: str | None, address: str | None, work: Work, workers: int | None) -> Engine | None:
    if engine is None:
        if address is not None:
            raise UsageError("--address is of a Ray cluster; say --engine ray too")
        return None
    if engine != "ray":
        raise UsageError(f"there is no engine {engine!r}; say --engine ray, or leave it out")
    from factx.batch.engines.ray import RayEngine

    return RayEngine(work, workers, address)


def _tell(inputs: Inputs, *, quiet: bool, verbose: bool) -> int:
    from factx.cli.inputs import dry_run, told

    data, table = told(quiet)
    return SOME_FAILED if dry_run(inputs.items(say if verbose else lambda _: None), data=data, table=table) else 0


def _run(
    inputs: Inputs,
    settings: Settings,
    work: Work,
    *,
    workers: int | None,
    engine: Engine | None,
    fresh: bool,
    quiet: bool,
    verbose: bool,
) -> Outcome:
    """Read: what goes to a stream document by document, what goes to a file in shards that outlive a killed run."""
    from factx.batch.run import run, stream
    from factx.cli.progress import Progress

    settings.check_output()
    started = time.perf_counter()
    tell = say if verbose else (lambda _: None)
    if verbose:
        logging.getLogger("factx").setLevel(logging.DEBUG)
        logging.getLogger("factx").addHandler(logging.StreamHandler())
    with Progress(shown=settings.shows_progress(quiet), size=inputs.size) as progress:

        def on_record(record: Extraction | ErrorRecord) -> None:
            _report(record, quiet=quiet, verbose=verbose)

        read = inputs.read(tell)
        if engine is None and workers in (None, 1) and not settings.keeps:
            outcome = stream(read, settings.open_writer, work, on_record=on_record, on_read=progress.read)
        else:
            outcome = run(
                read,
                settings.open_writer,
                work,
                workers=workers,
                engine=engine,
                output=settings.output if settings.keeps else None,
                fresh=fresh,
                on_record=on_record,
                on_shard=progress.shard,
                tell=(lambda _: None) if quiet else say,
            )
    if not quiet and (outcome.documents + outcome.failed > 1 or settings.to_file or verbose):
        place = f" in {', '.join(settings.output_paths())}" if settings.to_file else ""
        say(f"{outcome}{place} ({time.perf_counter() - started:.1f} s)")
    return outcome


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
