"""Accuracy on the samples that the project carries, by field; a floor only rises."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import factx

from .conftest import ROOT
from .scoring import Score, samples, score

FOLDER = ROOT / "samples"


def digest(folder: Path) -> str:
    """Return one SHA-256 over all samples and their expected extractions, line ends left aside."""
    whole = hashlib.sha256()
    for path in sorted([*folder.glob("*.txt"), *folder.glob("*.expected.json")]):
        whole.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()


@pytest.fixture(scope="module")
def total(nlp: Language) -> Score:
    result = Score()
    for name, text, expected in samples(FOLDER):
        record = factx.extract(text, nlp=nlp).model_dump(mode="json")
        result.add(score(name, text, expected, record))
    return result


def test_samples_are_those_that_the_floors_were_measured_on(floors: dict[str, Any]) -> None:
    found = digest(FOLDER)
    assert found == floors["samples"]["digest"], f"the samples changed: measure again, then put digest {found} into floors.toml"


def test_expected_places_hold() -> None:
    for name, text, expected in samples(FOLDER):
        spans = [span for q in expected["quotes"] for span in [*q["content"], q["cue"], q["speaker"]] if span]
        for span in [*spans, *expected["claims"]]:
            assert text[span["start"] : span["end"]] == span["text"], name
        for string in [*expected["not_claims"], *expected["not_quotes"]]:
            assert string in text, name


def test_no_field_falls_below_its_floor(total: Score, floors: dict[str, Any]) -> None:
    measured = {name: round(100 * count.f1, 1) for name, count in total.counts.items()}
    low = {name: floor for name, floor in floors["samples"]["f1"].items() if measured[name] < floor}
    assert not low, f"below the floor: {low}\n{total.table()}\n" + "\n".join(total.errors)
    assert set(measured) == set(floors["samples"]["f1"]), "every field has a floor"
