"""Which cue a content belongs to, and which source a cue: scores of pairs of spans inside one paragraph.

PolNeAR's attributions stand inside one paragraph (99.7 % of them), so no other pairs are looked at; what runs on over paragraphs
is told by quotation marks. The geometry of pairs is computed here for training and for reading alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from factx.components.quotes.model.labels import Range

if TYPE_CHECKING:
    from numpy.typing import NDArray

LINKS = (("content", "cue"), ("cue", "source"), ("content", "source"))
# Pieces between two spans: the edges of the buckets, on either side.
GAPS = np.array([1, 2, 3, 5, 9, 17, 33, 65])
DISTANCES = 2 * (len(GAPS) + 1)
# How many spans of the right-hand role stand between: none, one, two or more, on either side.
RANKS = 6


@dataclass(slots=True)
class Pairs:
    """The candidates of each left-hand span: ``right`` is padded with -1, ``distance`` and ``rank`` with 0."""

    right: NDArray[np.int64]
    distance: NDArray[np.int64]
    rank: NDArray[np.int64]


def pair_up(left: list[Range], right: list[Range], left_home: list[int], right_home: list[int]) -> Pairs:
    """Return the candidates of every left-hand span: the right-hand ones in its paragraph.

    Arguments:
        left, right: ranges of pieces, in order.
        left_home, right_home: the paragraph of each.
    """
    by_home: dict[int, list[int]] = {}
    for index, home in enumerate(right_home):
        by_home.setdefault(home, []).append(index)
    width = max((len(by_home.get(home, ())) for home in left_home), default=0)
    found = Pairs(*(np.full((len(left), width), fill, dtype=np.int64) for fill in (-1, 0, 0)))
    for row, ((low, high), home) in enumerate(zip(left, left_home, strict=True)):
        candidates = by_home.get(home, [])
        before = [index for index in candidates if right[index][0] < low]
        for column, index in enumerate(candidates):
            start, end = right[index]
            behind = start >= low
            gap = start - high if behind else low - end
            bucket = int(np.searchsorted(GAPS, max(0, gap), side="right"))
            between = column - len(before) if behind else len(before) - 1 - column
            found.right[row, column] = index
            found.distance[row, column] = bucket + behind * (len(GAPS) + 1)
            found.rank[row, column] = min(between, 2) + behind * 3
    return found


class Linker:
    """The trained scores of links, from what the encoder made of the pieces.

    Arguments:
        weights: arrays by name, as ``export`` wrote them: for each role a layer that reads a span's first, last and mean piece;
            for each link a bilinear form, embeddings of distance and rank, and the score of belonging to nothing.
    """

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self.weights = {name: np.asarray(array, dtype=np.float32) for name, array in weights.items()}

    def read(self, role: str, hidden: NDArray[np.float32], spans: list[Range]) -> NDArray[np.float32]:
        """Return a vector for each span, ``[spans, width]``."""
        weights, width = self.weights, hidden.shape[1]
        seen = np.empty((len(spans), 3 * width), dtype=np.float32)
        for row, (low, high) in enumerate(spans):
            seen[row, :width] = hidden[low]
            seen[row, width : 2 * width] = hidden[high - 1]
            seen[row, 2 * width :] = hidden[low:high].mean(0)
        found: NDArray[np.float32] = np.maximum(seen @ weights[f"{role}.weight"].T + weights[f"{role}.bias"], 0)
        return found

    def score(
        self, link: tuple[str, str], left: NDArray[np.float32], right: NDArray[np.float32], pairs: Pairs
    ) -> NDArray[np.float32]:
        """Return log-probabilities ``[left, candidates + 1]``: of each candidate, and in the last column of none of them."""
        name = "-".join(link)
        weights = self.weights
        rows, width = pairs.right.shape
        scores = np.full((rows, width + 1), -1e4, dtype=np.float32)
        scores[:, -1] = left @ weights[f"{name}.nothing.weight"][0] + weights[f"{name}.nothing.bias"][0]
        if width and rows:
            geometry = weights[f"{name}.distance.weight"][pairs.distance] + weights[f"{name}.rank.weight"][pairs.rank]
            chosen = right[pairs.right]  # of a padded -1 the last one, which is masked below
            form = left @ weights[f"{name}.form"]
            scores[:, :-1] = (
                np.einsum("lw,lrw->lr", form, chosen)
                + np.einsum("lg,lrg->lr", left @ weights[f"{name}.left.weight"].T + weights[f"{name}.left.bias"], geometry)
                + np.einsum("lrg,lrg->lr", chosen @ weights[f"{name}.right.weight"].T, geometry)
            )
            scores[:, :-1][pairs.right < 0] = -1e4
        scores -= scores.max(1, keepdims=True)
        scores -= np.log(np.exp(scores).sum(1, keepdims=True))
        return scores
