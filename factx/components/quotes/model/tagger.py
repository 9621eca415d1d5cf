"""The quote model as an object: texts in, attributions out; on one thread, so that workers do not fight."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factx.components.quotes.model.confidence import Confidence
from factx.components.quotes.model.grouping import Tagged, group
from factx.components.quotes.model.labels import best_labels, spans_of
from factx.components.quotes.model.links import Linker
from factx.components.quotes.model.pieces import CLS, PAD, SEP, Pieces, encode, windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factx.components.quotes.marks import Quotation

FEATURES = ("ids", "case", "mark", "space")
# Pieces whose vectors are held at once: about 50 MB.
_AT_ONCE = 32_000


@dataclass(slots=True)
class _Window:
    """A stretch of a text's pieces that is read together, and the part of it that counts."""

    text: int
    low: int
    high: int
    keep: tuple[int, int]


class Tagger:
    """Find attributions with the trained model.

    Arguments:
        folder: the model's files, from ``find_weights``.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        self.config: dict[str, Any] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The file was optimized when it was made: loading it again is all that is left to do.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        with np.load(folder / "links.npz") as arrays:
            weights = {name: arrays[name] for name in arrays.files}
        self.steps = weights.pop("steps").astype(np.float32)
        self.linker = Linker(weights)
        self.confidence = Confidence(self.config.get("confidence", {}))
        decoding = self.config["decoding"]
        self.stride, self.batch = int(decoding["stride"]), int(decoding["batch"])
        self.bias = np.array(decoding["bias"], dtype=np.float32)

    def __call__(self, texts: Iterable[tuple[str, list[Quotation]]]) -> list[list[Tagged]]:
        """Return the attributions of texts, each given with its paired quotation marks; many are read together."""
        found: list[list[Tagged]] = []
        queue: list[tuple[int, Pieces]] = []
        for number, (text, quotations) in enumerate(texts):
            found.append([])
            queue += [(number, block) for block in encode(text, self.tokenizer, quotations)]
            while sum(len(block) for _, block in queue) > _AT_ONCE:
                self._empty(queue, found)
        self._empty(queue, found)
        return found

    def _empty(self, queue: list[tuple[int, Pieces]], found: list[list[Tagged]]) -> None:
        """Read what waits, as much of it as may be held at once."""
        size = 0
        part: list[tuple[int, Pieces]] = []
        while queue and (not part or size + len(queue[0][1]) <= _AT_ONCE):
            size += len(queue[0][1])
            part.append(queue.pop(0))
        for (number, block), read in zip(part, self.read([block for _, block in part]), strict=True):
            found[number] += self._decode(block, *read)

    def read(self, texts: Sequence[Pieces]) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """Return, for each text, a vector and the scores of all labels for every piece."""
        width, labels = int(self.config["width"]), len(self.bias)
        found = [(np.zeros((len(one), width), dtype=np.float32), np.zeros((len(one), labels), dtype=np.float32)) for one in texts]
        todo = [window for number, one in enumerate(texts) for window in _windows(number, len(one), self.stride)]
        todo.sort(key=lambda window: window.low - window.high)
        for start in range(0, len(todo), self.batch):
            group_ = todo[start : start + self.batch]
            length = group_[0].high - group_[0].low + 2
            feed = {name: np.full((len(group_), length), PAD if name == "ids" else 0, dtype=np.int64) for name in FEATURES}
            for row, window in enumerate(group_):
                size = window.high - window.low
                feed["ids"][row, 0], feed["ids"][row, size + 1] = CLS, SEP
                for name in FEATURES:
                    feed[name][row, 1 : size + 1] = getattr(texts[window.text], name)[window.low : window.high]
            vectors, scores = self.session.run(["vectors", "scores"], feed)
            for row, window in enumerate(group_):
                low, high = window.keep
                part = slice(1 + low - window.low, 1 + high - window.low)
                found[window.text][0][low:high] = vectors[row, part]
                found[window.text][1][low:high] = scores[row, part]
        return found

    def _decode(self, pieces: Pieces, vectors: NDArray[np.float32], scores: NDArray[np.float32]) -> list[Tagged]:
        words = np.flatnonzero(pieces.first)
        if not len(words):
            return []
        homes = pieces.paragraph[words]
        edges = [0, *(np.flatnonzero(np.diff(homes)) + 1).tolist(), len(words)]
        labels = best_labels(scores[words] + self.bias, self.steps, list(itertools.pairwise(edges)))
        return group(pieces, words, labels, spans_of(labels), vectors, scores, self.linker)


def _windows(text: int, length: int, stride: int) -> list[_Window]:
    """Return the windows of a text; a piece counts in the one that shows most around it."""
    places = windows(length, stride)
    if not places:
        return []
    seams = [0, *((before[1] + after[0]) // 2 for before, after in itertools.pairwise(places)), length]
    return [_Window(text, low, high, keep) for (low, high), keep in zip(places, itertools.pairwise(seams), strict=True)]
