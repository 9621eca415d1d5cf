"""Documents as the network learns them: pieces, labels of words, spans with their attribution; cut into windows."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from prepare import Document
from torch import Tensor

from factx.components.quotes.marks import pair_marks
from factx.components.quotes.model.labels import ROLES, Range, label_spans
from factx.components.quotes.model.links import LINKS, pair_up
from factx.components.quotes.model.pieces import CLS, PAD, PARAGRAPH, SEP, Pieces, encode, windows

MASK = 103  # of the BERT vocabulary
FEATURES = ("ids", "case", "mark", "space")


@dataclass(slots=True)
class Example:
    """A document with its annotation, in pieces.

    ``labels`` is one a piece, of meaning at first pieces of words alone. ``spans`` holds, by role, (range of pieces, paragraph,
    number of the attribution); a source that several attributions share stands once for each of them, at one place.
    """

    pieces: Pieces
    labels: np.ndarray
    spans: dict[str, list[tuple[Range, int, int]]]


Window = tuple[Example, int, int]


def examples_of(document: Document, tokenizer: Any) -> list[Example]:
    """Project a document's annotation on its pieces; a long document is one example for each block of it."""
    return [_example(document, pieces) for pieces in encode(document.text, tokenizer, pair_marks(document.text))]


def _example(document: Document, pieces: Pieces) -> Example:
    words = np.flatnonzero(pieces.first)
    stops = np.append(words[1:], len(pieces))
    labels = np.zeros(len(words), dtype=np.int64)
    spans: dict[str, list[tuple[Range, int, int]]] = {role: [] for role in ROLES}
    for number, attribution in enumerate(document.attributions):
        for role in ROLES:
            for start, end in getattr(attribution, role):
                inside = np.flatnonzero((pieces.starts[words] < end) & (pieces.ends[stops - 1] > start))
                homes = pieces.paragraph[words[inside]]
                for home in np.unique(homes):  # a span over a paragraph break is one of each paragraph
                    part = inside[homes == home]
                    place = (int(part[0]), int(part[-1]) + 1)
                    fresh = label_spans(labels, [place], role)
                    span = (int(words[place[0]]), _stop(pieces, int(stops[place[1] - 1])))
                    if fresh or any(span == other for other, _, _ in spans[role]):
                        spans[role].append((span, int(home), number))
    every = np.zeros(len(pieces), dtype=np.int64)
    every[words] = labels
    return Example(pieces, every, spans)


def _stop(pieces: Pieces, stop: int) -> int:
    """Leave the special piece between paragraphs out of a span."""
    return stop - 1 if pieces.paragraph[stop - 1] < 0 else stop


def restyled(one: Example, rng: random.Random) -> Example:
    """Return the document in lower or upper case now and then, so that headlines and transcripts are no surprise."""
    chance = rng.random()
    if chance > 0.08:
        return one
    case = np.where(one.pieces.case > 0, 1 if chance < 0.05 else 3, 0)
    return replace(one, pieces=replace(one.pieces, case=case))


def batches(examples: list[Example], stride: int, batch: int, rng: random.Random) -> list[list[Window]]:
    """Cut all documents into windows at seams that differ from epoch to epoch; windows of like length go together."""
    cut: list[Window] = []
    for one in examples:
        offset = rng.randrange(64, stride) if len(one.pieces) > stride else 0
        styled = restyled(one, rng)
        cut += [(styled, low, high) for low, high in windows(len(one.pieces), stride, offset=offset)]
    rng.shuffle(cut)
    cut.sort(key=lambda window: (window[2] - window[1]) // 32)
    groups = [cut[i : i + batch] for i in range(0, len(cut), batch)]
    rng.shuffle(groups)
    return groups


def inputs(group: list[Window], hidden: float = 0.0, rng: random.Random | None = None) -> dict[str, Tensor]:
    """Pad a batch of windows; every window gets the encoder's opening and closing pieces.

    Arguments:
        group: the windows.
        hidden: the share of pieces that are masked, so that the network reads the sentence and does not learn articles by heart.
        rng: chooses them.
    """
    length = max(high - low for _, low, high in group) + 2
    out = {name: torch.full((len(group), length), PAD if name == "ids" else 0, dtype=torch.long) for name in FEATURES}
    for row, (one, low, high) in enumerate(group):
        size = high - low
        out["ids"][row, 0], out["ids"][row, size + 1] = CLS, SEP
        for name in FEATURES:
            out[name][row, 1 : size + 1] = torch.from_numpy(getattr(one.pieces, name)[low:high])
        for at in rng.sample(range(low, high), int(hidden * size)) if rng else ():
            if one.pieces.mark[at] < 3 and one.pieces.ids[at] != PARAGRAPH:
                out["ids"][row, 1 + at - low] = MASK
    return out


@dataclass(slots=True)
class Sequences:
    """The words of a batch as the chain reads them; see ``Chain.loss``. ``places`` are flat places of their first pieces."""

    places: Tensor
    labels: Tensor
    rows: Tensor
    opened: Tensor
    closed: Tensor


def sequences(group: list[Window], length: int) -> Sequences:
    """Return the paragraphs of a batch of windows, ``length`` pieces each."""
    places: list[int] = []
    labels: list[int] = []
    found: list[tuple[list[int], bool, bool]] = []
    for row, (one, low, high) in enumerate(group):
        pieces = one.pieces
        words = low + np.flatnonzero(pieces.first[low:high])
        homes = pieces.paragraph[words]
        for home in np.unique(homes):
            part = words[homes == home]
            indexes = list(range(len(places), len(places) + len(part)))
            places += (row * length + 1 + part - low).tolist()
            labels += one.labels[part].tolist()
            before = int(part[0]) - 1
            stop = int(np.searchsorted(pieces.starts, pieces.starts[part[-1]], side="right"))
            cut_before = before >= 0 and pieces.paragraph[before] == home
            after = next((at for at in range(stop, len(pieces)) if pieces.first[at] or pieces.paragraph[at] < 0), len(pieces))
            cut_after = after < len(pieces) and pieces.paragraph[after] == home
            found.append((indexes, not cut_before, not cut_after))
    found.sort(key=lambda one: -len(one[0]))
    rows = torch.full((len(found), len(found[0][0])), -1, dtype=torch.long)
    for row, (indexes, _, _) in enumerate(found):
        rows[row, : len(indexes)] = torch.tensor(indexes)
    opened = torch.tensor([float(one[1]) for one in found])
    closed = torch.tensor([float(one[2]) for one in found])
    return Sequences(torch.tensor(places), torch.tensor(labels), rows, opened, closed)


@dataclass(slots=True)
class LinkTargets:
    """The links of a batch: spans by role as flat places, and for each link its pairs and which candidates are right."""

    spans: dict[str, tuple[Tensor, Tensor]]
    pairs: dict[str, tuple[Tensor, Tensor, Tensor]]
    right: dict[str, Tensor]


def link_targets(group: list[Window], length: int, rng: random.Random) -> LinkTargets:
    """Return what there is to link in a batch of windows.

    A few spans are left out or a piece too short, as a reader of unknown text will find them.
    """
    ranges: dict[str, list[Range]] = {role: [] for role in ("content", "cue", "source")}
    homes: dict[str, list[int]] = {role: [] for role in ranges}
    owners: dict[str, list[set[int]]] = {role: [] for role in ranges}
    for row, (one, low, high) in enumerate(group):
        shift = row * length + 1 - low
        for role, spans in one.spans.items():
            at: dict[Range, int] = {}
            for (start, end), home, number in sorted(spans):
                if start < low or end > high:
                    continue
                number += row * 10_000
                if (start, end) in at:
                    owners[role][at[start, end]].add(number)
                    continue
                if rng.random() < 0.03:
                    continue
                at[start, end] = len(ranges[role])
                if end - start > 2 and rng.random() < 0.06:
                    start, end = (start + 1, end) if rng.random() < 0.5 else (start, end - 1)
                ranges[role].append((start + shift, end + shift))
                homes[role].append(home + row * 10_000)
                owners[role].append({number})
    spans = {
        role: (
            torch.tensor([low for low, _ in found], dtype=torch.long),
            torch.tensor([high for _, high in found], dtype=torch.long),
        )
        for role, found in ranges.items()
    }
    pairs, right = {}, {}
    for link in LINKS:
        left_role, right_role = link
        paired = pair_up(ranges[left_role], ranges[right_role], homes[left_role], homes[right_role])
        hits = np.zeros((paired.right.shape[0], paired.right.shape[1] + 1), dtype=np.bool_)
        for row, candidates in enumerate(paired.right):
            for column, candidate in enumerate(candidates):
                hits[row, column] = candidate >= 0 and bool(owners[left_role][row] & owners[right_role][candidate])
            hits[row, -1] = not hits[row].any()
        name = "-".join(link)
        pairs[name] = tuple(torch.from_numpy(array) for array in (paired.right, paired.distance, paired.rank))
        right[name] = torch.from_numpy(hits)
    return LinkTargets(spans, pairs, right)
