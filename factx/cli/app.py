"""The program ``factx``: its commands, its version, and how it ends.

Nothing heavy is imported here: ``factx --help`` must answer at once.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated, NoReturn

import typer

from factx._version import __version__
from factx.cli.extract import extract_cli
from factx.cli.models import models_cli
from factx.cli.schema import schema_cli
from factx.threads import VARIABLES

app = typer.Typer(
    name="factx",
    help="Read news and reports: who is named, who said what, and which figures are claimed, by whom.",
    epilog="Exit codes: 0 all read, 1 some inputs failed, 2 wrong usage, 3 a model is missing, 130 interrupted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract", no_args_is_help=True, short_help="Read documents and write what they say.")(extract_cli)
app.command("schema", short_help="Print the JSON Schema of a record.")(schema_cli)
app.command("models", short_help="Show the installed base models.")(models_cli)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factx {__version__}")
        raise typer.Exit


@app.callback()
def factx_cli(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Read news and reports: who is named, who said what, and which figures are claimed, by whom."""


def main() -> NoReturn:
    """Run the program; the console script's entry point."""
    for name in VARIABLES:
        os.environ.setdefault(name, "1")
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")
    code: int | str | None = 0
    try:
        app(prog_name="factx")
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        code = 130
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:  # whoever read the pipe has left; there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
