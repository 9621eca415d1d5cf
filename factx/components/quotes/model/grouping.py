"""From labelled words to attributions: contents go to the cue that they belong to, and each cue gets its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from factx.components.found import Place
from factx.components.quotes.model.labels import ROLES, Range
from factx.components.quotes.model.links import Linker, pair_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factx.components.quotes.model.pieces import Pieces


@dataclass(slots=True)
class Tagged:
    """One attribution in code points, with the model's own probabilities (0 to 1, not yet calibrated).

    ``label`` is the geometric mean over the words of content and cue, ``edge`` the least of those at the edges of the content,
    ``link`` of the content belonging to the cue, ``origin`` of the source being the cue's (or of there being none).
    """

    content: list[Place]
    cue: Place
    source: Place | None
    label: float
    edge: float
    link: float
    origin: float


def group(
    pieces: Pieces,
    words: NDArray[np.int64],
    labels: NDArray[np.int64],
    spans: dict[str, list[Range]],
    vectors: NDArray[np.float32],
    scores: NDArray[np.float32],
    linker: Linker,
) -> list[Tagged]:
    """Return the attributions of a text, in the order of their first content.

    Arguments:
        pieces: the text.
        words: the first piece of each word.
        labels, spans: of words, from ``best_labels`` and ``spans_of``.
        vectors, scores: what the encoder made of each piece.
        linker: the trained links.
    """
    if not spans["content"] or not spans["cue"]:
        return []
    stops = np.append(words[1:], len(pieces))
    stops -= pieces.paragraph[stops - 1] < 0  # the special piece between paragraphs belongs to no word
    ranges = {role: [(int(words[low]), int(stops[high - 1])) for low, high in spans[role]] for role in ROLES}
    homes = {role: [int(pieces.paragraph[low]) for low, _ in ranges[role]] for role in ROLES}
    seen = {role: linker.read(role, vectors, ranges[role]) for role in ROLES}
    pairs = {
        link: pair_up(ranges[link[0]], ranges[link[1]], homes[link[0]], homes[link[1]])
        for link in (("content", "cue"), ("cue", "source"), ("content", "source"))
    }
    odds = {link: linker.score(link, seen[link[0]], seen[link[1]], pair) for link, pair in pairs.items()}
    sure = _probabilities(scores[words], labels)
    owner = _owners(odds["content", "cue"], pairs["content", "cue"].right, len(ranges["cue"]))
    members: dict[int, list[int]] = {}
    for content, cue in enumerate(owner):
        if cue >= 0:
            members.setdefault(cue, []).append(content)
    found = []
    for cue, parts in members.items():
        candidates = pairs["cue", "source"].right[cue]
        candidates = candidates[candidates >= 0]
        # Those of a cue and of its contents are the same, the sources of one paragraph; nothing stands in the last column.
        columns = [*range(len(candidates)), -1]
        votes = odds["cue", "source"][cue, columns].astype(np.float64)
        votes = votes + np.mean([odds["content", "source"][part, columns] for part in parts], axis=0)
        votes = np.exp(votes - votes.max())
        votes /= votes.sum()
        choice = int(votes.argmax())
        source = int(candidates[choice]) if choice < len(candidates) else -1
        inner = np.concatenate([sure[slice(*spans["content"][part])] for part in parts] + [sure[slice(*spans["cue"][cue])]])
        edges = [sure[at] for part in parts for at in (spans["content"][part][0], spans["content"][part][1] - 1)]
        at = [int(np.flatnonzero(pairs["content", "cue"].right[part] == cue)[0]) for part in parts]
        found.append(
            Tagged(
                content=[_place(pieces, ranges["content"][part]) for part in parts],
                cue=_place(pieces, ranges["cue"][cue]),
                source=_place(pieces, ranges["source"][source]) if source >= 0 else None,
                label=float(np.exp(np.log(inner).mean())),
                edge=float(min(edges)),
                link=float(np.exp(min(odds["content", "cue"][part][column] for part, column in zip(parts, at, strict=True)))),
                origin=float(votes[choice]),
            )
        )
    found.sort(key=lambda one: one.content[0])
    return found


def _owners(odds: NDArray[np.float32], right: NDArray[np.int64], cues: int) -> list[int]:
    """Return the cue of each content, -1 for none.

    A cue without content would be lost; when the second choice of a content of another cue that has several is this one, it gets
    it, provided that the choice was a near one.
    """
    columns = odds.argmax(1)
    owner = [int(right[row, column]) if column < right.shape[1] else -1 for row, column in enumerate(columns)]
    counts = np.bincount([cue for cue in owner if cue >= 0], minlength=cues)
    for cue in np.flatnonzero(counts == 0):
        rows, at = np.nonzero(right == cue)
        options = [
            (float(odds[row].max() - odds[row, column]), int(row))
            for row, column in zip(rows, at, strict=True)
            if owner[row] < 0 or counts[owner[row]] > 1
        ]
        if options and min(options)[0] < _NEAR:
            row = min(options)[1]
            if owner[row] >= 0:
                counts[owner[row]] -= 1
            owner[row] = int(cue)
            counts[cue] += 1
    return owner


_NEAR = 2.0


def _probabilities(scores: NDArray[np.float32], labels: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return each word's probability of the label it got, by the scores of this word alone."""
    odds = scores.astype(np.float64)
    odds -= odds.max(1, keepdims=True)
    chosen: NDArray[np.float64] = np.exp(odds[np.arange(len(labels)), labels]) / np.exp(odds).sum(1)
    return np.maximum(chosen, 1e-6)


def _place(pieces: Pieces, span: Range) -> Place:
    return int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1])
