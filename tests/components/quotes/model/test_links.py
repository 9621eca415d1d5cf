"""Links between spans: candidates by paragraph, their geometry, probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from factx.components.quotes.model.grouping import _owners
from factx.components.quotes.model.links import DISTANCES, LINKS, RANKS, Linker, pair_up

WIDTH, SPAN, GEOMETRY = 4, 3, 2


@pytest.fixture(scope="module")
def linker() -> Linker:
    rng = np.random.default_rng(1)
    weights = {}
    for role in ("content", "cue", "source"):
        weights |= {f"{role}.weight": rng.normal(size=(SPAN, 3 * WIDTH)), f"{role}.bias": rng.normal(size=SPAN)}
    for link in LINKS:
        name = "-".join(link)
        weights |= {
            f"{name}.form": rng.normal(size=(SPAN, SPAN)),
            f"{name}.distance.weight": rng.normal(size=(DISTANCES, GEOMETRY)),
            f"{name}.rank.weight": rng.normal(size=(RANKS, GEOMETRY)),
            f"{name}.left.weight": rng.normal(size=(GEOMETRY, SPAN)),
            f"{name}.left.bias": rng.normal(size=GEOMETRY),
            f"{name}.right.weight": rng.normal(size=(GEOMETRY, SPAN)),
            f"{name}.nothing.weight": rng.normal(size=(1, SPAN)),
            f"{name}.nothing.bias": rng.normal(size=1),
        }
    return Linker(weights)


def test_candidates_are_of_the_same_paragraph() -> None:
    pairs = pair_up([(0, 3), (20, 22)], [(4, 5), (10, 11), (25, 26)], [0, 1], [0, 0, 1])
    assert pairs.right.tolist() == [[0, 1], [2, -1]]


def test_geometry_tells_sides_and_what_stands_between() -> None:
    pairs = pair_up([(10, 12)], [(0, 1), (5, 6), (12, 13), (200, 201)], [0], [0] * 4)
    before, behind = pairs.distance[0, :2], pairs.distance[0, 2:]
    assert (before < DISTANCES // 2).all()
    assert (behind >= DISTANCES // 2).all()
    assert pairs.rank.tolist() == [[1, 0, 3, 4]]


def test_probabilities_sum_to_one(linker: Linker) -> None:
    hidden = np.random.default_rng(2).normal(size=(30, WIDTH)).astype(np.float32)
    left, right = [(0, 3), (4, 6)], [(8, 9), (12, 15), (20, 21)]
    scores = linker.score(
        LINKS[0], linker.read("content", hidden, left), linker.read("cue", hidden, right), pair_up(left, right, [0, 1], [0, 0, 1])
    )
    assert np.exp(scores).sum(1) == pytest.approx([1, 1])
    assert np.exp(scores[1, 1]) == pytest.approx(0)  # padding
    alone = linker.score(
        LINKS[0], linker.read("content", hidden, left), linker.read("cue", hidden, []), pair_up(left, [], [0, 1], [])
    )
    assert np.exp(alone) == pytest.approx(np.ones((2, 1)))


def test_a_cue_without_content_gets_a_near_second_choice() -> None:
    right = np.array([[0, 1], [0, 1]])
    odds = np.log(np.array([[0.9, 0.05, 0.05], [0.5, 0.4, 0.1]], dtype=np.float32))
    assert _owners(odds, right, 2) == [0, 1]
    far = np.log(np.array([[0.9, 0.05, 0.05], [0.98, 0.01, 0.01]], dtype=np.float32))
    assert _owners(far, right, 2) == [0, 0]
