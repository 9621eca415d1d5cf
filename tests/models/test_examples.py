"""What training leaves out of an epoch, and what it counts instead."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch", reason="training needs the extra [train]")
sys.path.insert(0, str(Path(__file__).parents[2] / "models" / "quotes"))
from examples import Window, remember, thinned
from train import rate


def example(losses: list[float]) -> Any:
    """Return a document of one-piece words that cost these losses when they were last learned."""
    size = len(losses)
    pieces = SimpleNamespace(first=np.ones(size, dtype=bool), paragraph=np.zeros(size, dtype=int))
    return SimpleNamespace(pieces=pieces, losses=np.array(losses, dtype=np.float32))


def test_all_is_read_before_anything_is_known() -> None:
    cut = [Window(example([np.nan] * 4), 0, 4) for _ in range(20)]
    assert thinned(cut, 0.5, random.Random(1)) == cut


def test_easy_windows_are_left_out_and_the_rest_of_them_count_for_them() -> None:
    cut = [Window(example([0.1] * 4), 0, 4) for _ in range(1000)] + [Window(example([2.0] * 4), 0, 4) for _ in range(100)]
    kept = thinned(cut, 0.5, random.Random(1))
    easy = [one for one in kept if one.example.losses[0] < 1]
    assert len(kept) - len(easy) == 100  # what is hard is always read
    assert 440 < len(easy) < 560
    assert {one.weight for one in easy} == {2.0}
    assert {one.weight for one in kept} == {1.0, 2.0}


def test_what_was_never_read_is_not_easy() -> None:
    cut = [Window(example([np.nan, np.nan]), 0, 2), Window(example([0.1, 0.1]), 0, 2), Window(example([3.0, 3.0]), 0, 2)]
    for seed in range(20):
        assert cut[0] in thinned(cut, 0.9, random.Random(seed))


def test_nothing_is_left_out_where_nothing_shall_be() -> None:
    cut = [Window(example([0.1] * 4), 0, 4), Window(example([2.0] * 4), 0, 4)]
    assert thinned(cut, 0.0, random.Random(1)) == cut


def test_costs_go_to_the_words_of_their_window() -> None:
    one = example([np.nan] * 6)
    one.pieces.first[1] = False
    one.pieces.paragraph[:] = [0, 0, 0, 1, 1, 1]
    remember([Window(one, 1, 4), Window(one, 4, 6)], np.array([0.5, 0.25, 1.0, 2.0]))
    np.testing.assert_equal(one.losses, np.array([np.nan, np.nan, 0.5, 0.25, 1.0, 2.0], dtype=np.float32))


def test_the_rate_goes_up_and_then_down_to_nothing() -> None:
    assert rate(0.03, 0.06) == pytest.approx(0.5)
    assert rate(0.06, 0.06) == pytest.approx(1)
    assert rate(0.53, 0.06) == pytest.approx(0.5)
    assert rate(1, 0.06) == 0
