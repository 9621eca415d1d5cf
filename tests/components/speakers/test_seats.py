"""A seat of government speaks for its country, and stays an entity of its own."""

from __future__ import annotations

import pytest

import factx


@pytest.mark.parametrize(
    ("text", "seat", "country"),
    [
        ("Pyongyang said on Monday that it had tested a missile. North Korea has done so before.", "Pyongyang", "North Korea"),
        ("The Kremlin denied that troops had crossed the border.", "Kremlin", "Russia"),
        ("Washington warned that the talks could fail.", "Washington", "United States"),
        ("The fire in Moscow was put out, Mayor Ann Lee said.", "Moscow", None),
    ],
)
def test_who_speaks_for_a_country(text: str, seat: str, country: str | None) -> None:
    entities = {entity.name: entity for entity in factx.extract(text).entities}
    assert entities[seat].speaks_for == country
