"""The labels of words (begin, inside, end and single of each role), and the best legal sequence of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Range = tuple[int, int]
ROLES = ("content", "cue", "source")
# O, then begin, inside, end and single of each role.
LABELS = ("O", *(f"{position}-{role}" for role in ROLES for position in "BIES"))
OUTSIDE = 0
ILLEGAL = -1e4


def legal_steps() -> NDArray[np.bool_]:
    """Return which label may follow which, ``[before, after]``: what began must end before anything else."""
    legal = np.zeros((len(LABELS), len(LABELS)), dtype=np.bool_)
    for before, one in enumerate(LABELS):
        for after, other in enumerate(LABELS):
            goes_on = one[0] in "BI"
            legal[before, after] = other[0] in "IE" and other[1:] == one[1:] if goes_on else other[0] in "OBS"
    return legal


# Where a paragraph may begin, and where it may end.
OPENS = np.array([label[0] in "OBS" for label in LABELS])
CLOSES = np.array([label[0] in "OES" for label in LABELS])


def label_spans(labels: NDArray[np.int64], spans: list[Range], role: str) -> list[Range]:
    """Write the labels of a role's spans of words where nothing is labelled yet; return the spans written."""
    base = 1 + 4 * ROLES.index(role)
    written = []
    for low, high in spans:
        if high <= low or (labels[low:high] != OUTSIDE).any():
            continue  # of overlapping annotations the first stands
        labels[low:high] = base + 1
        labels[low], labels[high - 1] = base, base + 2
        if high - low == 1:
            labels[low] = base + 3
        written.append((low, high))
    return written


def best_labels(scores: NDArray[np.float32], steps: NDArray[np.float32], bounds: list[Range]) -> NDArray[np.int64]:
    """Return the best legal label of every word, each paragraph a sequence of its own (all of them are searched at once).

    Arguments:
        scores: ``[words, labels]``.
        steps: ``[labels, labels]``, what it is worth to go from one label to another; ``ILLEGAL`` where it is not allowed.
        bounds: the ranges of words of the paragraphs, none empty.
    """
    if not bounds:
        return np.zeros(len(scores), dtype=np.int64)
    # Longest first: the paragraphs that still go on at a step are then a slice.
    order = sorted(range(len(bounds)), key=lambda index: bounds[index][0] - bounds[index][1])
    lows = np.array([bounds[index][0] for index in order])
    sizes = np.array([bounds[index][1] - bounds[index][0] for index in order])
    longest = int(sizes[0])
    back = np.zeros((longest, len(order), len(LABELS)), dtype=np.int8)
    best = scores[lows] + np.where(OPENS, 0.0, ILLEGAL).astype(np.float32)
    final = np.where(CLOSES, 0.0, ILLEGAL).astype(np.float32)
    for at in range(1, longest):
        active = int(np.searchsorted(-sizes, -at, side="left"))  # those longer than ``at``
        paths = best[:active, :, None] + steps
        choice = paths.argmax(1)
        back[at, :active] = choice
        best[:active] = np.take_along_axis(paths, choice[:, None, :], 1)[:, 0] + scores[lows[:active] + at]
    found = np.zeros(len(scores), dtype=np.int64)
    last = (best + final).argmax(1)
    rows = np.arange(len(order))
    for at in range(longest - 1, -1, -1):
        active = int(np.searchsorted(-sizes, -at, side="left"))
        found[lows[:active] + at] = last[:active]
        if at:
            last[:active] = back[at, rows[:active], last[:active]]
    return found


def spans_of(labels: NDArray[np.int64]) -> dict[str, list[Range]]:
    """Return the spans of each role as ranges of words, from legal labels."""
    found: dict[str, list[Range]] = {role: [] for role in ROLES}
    low = 0
    for at in np.flatnonzero(labels):
        role, position = divmod(int(labels[at]) - 1, 4)
        if position in (0, 3):
            low = int(at)
        if position in (2, 3):
            found[ROLES[role]].append((low, int(at) + 1))
    return found
