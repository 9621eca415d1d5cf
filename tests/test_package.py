"""The library's front door, and what the installed package promises."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distribution, entry_points
from importlib.resources import files

import pytest

import factx


def imported_by(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has after some code."""
    code = f"{code}\nimport sys; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_factx_is_cheap() -> None:
    loaded = imported_by("import factx")
    assert not loaded & {"spacy", "pydantic", "rich", "typer", "numpy"}


def test_the_command_line_waits_with_spacy() -> None:
    loaded = imported_by("import factx.cli.app")
    assert not loaded & {"spacy", "pydantic", "numpy"}


def test_records_need_no_spacy() -> None:
    assert "spacy" not in imported_by(
        "import factx.records, factx.readers, factx.selection, factx.writers.table, factx.writers.csv"
    )


@pytest.mark.parametrize("name", ["factx_entities", "factx_quotes", "factx_claims", "factx_speakers"])
def test_components_are_entry_points(name: str) -> None:
    [entry] = [entry for entry in entry_points(group="spacy_factories") if entry.name == name]
    assert callable(entry.load())


def test_components_work_in_somebody_elses_pipeline() -> None:
    import spacy

    from factx.pipeline import COMPONENTS, DEFAULT_MODEL

    nlp = spacy.load(DEFAULT_MODEL)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    doc = nlp("“It’s done,” Mayor Lena Ortiz said. She spent about $3 million.")
    assert doc._.factx_quotes is None or isinstance(doc._.factx_quotes, list)


def test_the_door_is_what_it_says() -> None:
    assert set(factx.__all__) <= set(dir(factx))
    for name in factx.__all__:
        assert getattr(factx, name)
    with pytest.raises(AttributeError, match="nothing"):
        factx.nothing  # noqa: B018


def test_the_package_says_that_it_is_typed_and_which_version_it_is() -> None:
    assert files("factx").joinpath("py.typed").is_file()
    assert distribution("factx").version == factx.__version__
    [script] = [entry for entry in entry_points(group="console_scripts") if entry.name == "factx"]
    assert script.value == "factx.cli.app:main"
