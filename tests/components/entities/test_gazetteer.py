"""The gazetteer: what it lists, and how it is written."""

from __future__ import annotations

from importlib.resources import files

import pytest

from factx.components.entities.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Ukraine", "GPE"),
        ("Kyiv", "GPE"),
        ("Kursk", "GPE"),
        ("Belgorod", "GPE"),
        ("California", "GPE"),
        ("Herat", "GPE"),
        ("Cologne", "GPE"),
        ("Africa", "LOC"),
        ("United Nations", "ORG"),
        ("Danube", "LOC"),
        ("Sinn Féin", "ORG"),
        ("Firefox", "PRODUCT"),
        ("Zelenskyy", "PERSON"),
    ],
)
def test_listed_names(name: str, label: str) -> None:
    found = gazetteer().evidence(name)
    assert found is not None
    assert found[0] == label


@pytest.mark.parametrize("name", ["Reading", "Lincoln", "Mobile", "Nice", "Split", "Victoria", "Ferrolino", "ministry"])
def test_words_and_surnames_are_no_places(name: str) -> None:
    assert gazetteer().evidence(name) is None


def test_the_data_is_small_and_credited() -> None:
    data = (files("factx.components.entities") / "places.txt").read_bytes()
    assert len(data) < 100_000
    assert b"GeoNames" in data.splitlines()[0]
    assert b"CC BY 4.0" in data.splitlines()[0]
