"""The quote model as an object: a text in, attributions out; on one thread, so that workers do not fight."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from factx.components.quotes.model.confidence import Confidence
from factx.components.quotes.model.grouping import Tagged, group
from factx.components.quotes.model.labels import best_labels, spans_of
from factx.components.quotes.model.links import Linker
from factx.components.quotes.model.pieces import CLS, SEP, Pieces, encode, windows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factx.components.quotes.marks import Quotation

FEATURES = ("ids", "case", "mark", "space")


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
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        with np.load(folder / "links.npz") as arrays:
            weights = {name: arrays[name] for name in arrays.files}
        self.steps = weights.pop("steps").astype(np.float32)
        self.linker = Linker(weights)
        self.confidence = Confidence(self.config.get("confidence", {}))
        decoding = self.config["decoding"]
        self.stride = int(decoding["stride"])
        self.bias = np.array(decoding["bias"], dtype=np.float32)

    def __call__(self, text: str, quotations: list[Quotation]) -> list[Tagged]:
        """Return the attributions of a text.

        Arguments:
            text: the document's own text.
            quotations: its paired quotation marks, from ``pair_marks(text)``.
        """
        return [one for block in encode(text, self.tokenizer, quotations) for one in self._decode(block, *self.read(block))]

    def read(self, pieces: Pieces) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return a vector and the scores of all labels for every piece.

        Windows are read one by one: on one thread several at once are no faster, and what is found in a text must not depend on
        what is read beside it.
        """
        vectors = np.zeros((len(pieces), int(self.config["width"])), dtype=np.float32)
        scores = np.zeros((len(pieces), len(self.bias)), dtype=np.float32)
        for low, high, (first, last) in _windows(len(pieces), self.stride):
            feed = {name: np.pad(getattr(pieces, name)[low:high].astype(np.int64), 1) for name in FEATURES}
            feed["ids"][0], feed["ids"][-1] = CLS, SEP
            part = slice(1 + first - low, 1 + last - low)
            vectors[first:last], scores[first:last] = (array[part] for array in self.session.run(["vectors", "scores"], feed))
        return vectors, scores

    def _decode(self, pieces: Pieces, vectors: NDArray[np.float32], scores: NDArray[np.float32]) -> list[Tagged]:
        words = np.flatnonzero(pieces.first)
        if not len(words):
            return []
        homes = pieces.paragraph[words]
        edges = [0, *(np.flatnonzero(np.diff(homes)) + 1).tolist(), len(words)]
        labels = best_labels(scores[words] + self.bias, self.steps, list(itertools.pairwise(edges)))
        return group(pieces, words, labels, spans_of(labels), vectors, scores, self.linker)


def _windows(length: int, stride: int) -> list[tuple[int, int, tuple[int, int]]]:
    """Return the windows of a text, each with the part that counts: a piece counts where most is seen around it."""
    places = windows(length, stride)
    if not places:
        return []
    seams = [0, *((before[1] + after[0]) // 2 for before, after in itertools.pairwise(places)), length]
    return [(low, high, keep) for (low, high), keep in zip(places, itertools.pairwise(seams), strict=True)]
