"""The best legal labels: against a search through every sequence."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factx.components.quotes.model.labels import (
    CLOSES,
    ILLEGAL,
    LABELS,
    OPENS,
    ROLES,
    Range,
    best_labels,
    label_spans,
    legal_steps,
    spans_of,
)

SPANS = st.lists(st.tuples(st.integers(0, 19), st.integers(1, 5), st.sampled_from(ROLES)), max_size=6)


def worth(labels: tuple[int, ...], scores: np.ndarray, steps: np.ndarray) -> float:
    if not OPENS[labels[0]] or not CLOSES[labels[-1]]:
        return -np.inf
    total = sum(scores[at, label] for at, label in enumerate(labels))
    return float(total + sum(steps[a, b] for a, b in pairwise(labels)))


@pytest.mark.parametrize("seed", range(6))
def test_the_best_sequence_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    bounds = [(0, 1), (1, 4), (4, 7), (7, 9)]
    scores = rng.normal(size=(9, len(LABELS))).astype(np.float32) * 2
    steps = (rng.normal(size=(len(LABELS),) * 2) + np.where(legal_steps(), 0, ILLEGAL)).astype(np.float32)
    found = best_labels(scores, steps, bounds)
    for low, high in bounds:
        best = max(product(range(len(LABELS)), repeat=high - low), key=lambda one: worth(one, scores[low:high], steps))
        assert worth(tuple(found[low:high]), scores[low:high], steps) == pytest.approx(worth(best, scores[low:high], steps))


@settings(deadline=None)
@given(SPANS)
def test_spans_survive_their_labels(spans: list[tuple[int, int, str]]) -> None:
    labels = np.zeros(25, dtype=np.int64)
    written: dict[str, list[Range]] = {role: [] for role in ROLES}
    for low, size, role in spans:
        written[role] += label_spans(labels, [(low, low + size)], role)
    assert spans_of(labels) == {role: sorted(found) for role, found in written.items()}
    scores = np.zeros((25, len(LABELS)), dtype=np.float32)
    scores[np.arange(25), labels] = 1
    steps = np.where(legal_steps(), 0, ILLEGAL).astype(np.float32)
    assert (best_labels(scores, steps, [(0, 25)]) == labels).all()


def test_nothing_has_no_labels() -> None:
    assert best_labels(np.zeros((0, len(LABELS)), dtype=np.float32), np.zeros((13, 13), dtype=np.float32), []).tolist() == []
