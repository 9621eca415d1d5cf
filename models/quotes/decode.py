"""From the network's numbers to attributions: the best legal label sequence, its spans, and who belongs to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Range = tuple[int, int]
ROLES = ("content", "cue", "source")
LINKS = ("content-cue", "content-source", "cue-source")
_OUTSIDE = 0
_FAR = 254  # pieces: links were trained inside one window


@dataclass(slots=True)
class Linker:
    """The learned constants of the links: a bonus by distance, and the score of linking to nothing."""

    distance: NDArray[np.float32]
    edges: NDArray[np.int64]
    nothing: NDArray[np.float32]


@dataclass(slots=True)
class Tagged:
    """One attribution, as ranges of pieces, with the model's certainty (0 to 1, not yet calibrated)."""

    content: list[Range]
    cue: Range | None = None
    source: Range | None = None
    scores: dict[str, float] = field(default_factory=dict)


def viterbi(logits: NDArray[np.float32], leave: float = 1.5, content: float = -0.5) -> NDArray[np.int64]:
    """Return the best legal sequence of labels.

    Arguments:
        logits: ``[words, 7]``: O, then B and I of each role.
        leave: what it costs to go from inside a content to outside; long contents fall apart less.
        content: added to the logits of content.
    """
    if not len(logits):
        return np.zeros(0, dtype=np.int64)
    labels = logits.shape[1]
    scores = logits.astype(np.float64)
    scores -= np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True)) + scores.max(1, keepdims=True)
    scores[:, 1:3] += content
    step = np.zeros((labels, labels))
    for role in range(3):
        inside = 2 + 2 * role
        step[:, inside] = -1e4
        step[inside, inside] = step[inside - 1, inside] = 0.0
    step[1, _OUTSIDE] -= leave
    step[2, _OUTSIDE] -= leave
    best = scores[0].copy()
    best[[2, 4, 6]] = -1e4
    back = np.zeros((len(scores), labels), dtype=np.int64)
    for at in range(1, len(scores)):
        paths = best[:, None] + step
        back[at] = paths.argmax(0)
        best = paths[back[at], np.arange(labels)] + scores[at]
    found = np.zeros(len(scores), dtype=np.int64)
    found[-1] = int(best.argmax())
    for at in range(len(scores) - 1, 0, -1):
        found[at - 1] = back[at, found[at]]
    return found


def ranges(labels: NDArray[np.int64], where: NDArray[np.int64], end: int) -> dict[str, list[Range]]:
    """Return the spans of each role as ranges of pieces.

    Arguments:
        labels: one a word.
        where: the first piece of each word.
        end: the number of pieces.
    """
    found: dict[str, list[Range]] = {role: [] for role in ROLES}
    stops = np.append(where[1:], end)
    at = 0
    while at < len(labels):
        if labels[at] == _OUTSIDE:
            at += 1
            continue
        role = (int(labels[at]) - 1) // 2
        low = at
        at += 1
        while at < len(labels) and labels[at] == 2 + 2 * role:
            at += 1
        found[ROLES[role]].append((int(where[low]), int(stops[at - 1])))
    return found


def link(
    kind: int, left: list[Range], right: list[Range], projections: NDArray[np.float32], linker: Linker
) -> NDArray[np.float64]:
    """Return log-probabilities ``[left, right + 1]`` of each left span belonging to each right one, or to none (last column)."""
    if not left:
        return np.zeros((0, len(right) + 1))
    at = np.array([low for low, _ in left])
    to = np.array([low for low, _ in right], dtype=np.int64)
    scores = np.empty((len(left), len(right) + 1))
    scores[:, -1] = linker.nothing[kind]
    if len(right):
        width = projections.shape[-1]
        gap = to[None, :] - at[:, None]
        dots = projections[at, kind, 0] @ projections[to, kind, 1].T / width**0.5
        scores[:, :-1] = dots + linker.distance[kind][np.searchsorted(linker.edges, gap)]
        scores[:, :-1][np.abs(gap) > _FAR] = -1e4
    top = scores.max(1, keepdims=True)
    normal: NDArray[np.float64] = scores - top - np.log(np.exp(scores - top).sum(1, keepdims=True))
    return normal


def group(found: dict[str, list[Range]], projections: NDArray[np.float32], linker: Linker) -> list[Tagged]:
    """Join content pieces that choose one cue, and give each attribution its source."""
    contents, cues, sources = found["content"], found["cue"], found["source"]
    to_cue = link(0, contents, cues, projections, linker)
    to_source = link(1, contents, sources, projections, linker)
    cue_source = link(2, cues, sources, projections, linker)
    members: dict[int, list[int]] = {}
    for index in range(len(contents)):
        choice = int(to_cue[index].argmax())
        members.setdefault(choice if choice < len(cues) else -1 - index, []).append(index)
    tagged = []
    for cue, parts in members.items():
        votes = np.mean([to_source[index] for index in parts], axis=0)
        if cue >= 0:
            votes = votes + cue_source[cue]
        source = int(votes.argmax())
        sure = np.exp(votes - votes.max())
        tagged.append(
            Tagged(
                content=[contents[index] for index in parts],
                cue=cues[cue] if cue >= 0 else None,
                source=sources[source] if source < len(sources) else None,
                scores={
                    "cue": float(np.exp(np.mean([to_cue[index].max() for index in parts]))),
                    "source": float(sure[source] / sure.sum()),
                },
            )
        )
    tagged.sort(key=lambda one: one.content[0])
    return tagged
