"""The quote model at work: one ONNX session a process, windows of many documents in one batch, attributions out."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factx.components.quotes.marks import Quotation
from factx.components.quotes.model.decode import Linker, Tagged, group, ranges, viterbi
from factx.components.quotes.model.encode import CLS, SEP, Pieces, encode, windows
from factx.errors import ModelError

STRIDE = 208
# Windows in one call of the network: more do not run faster on a processor and take memory.
BATCH = 16
_INPUTS = ("ids", "case", "mark", "space")


def default_folder() -> Path:
    """Return where the shipped model lies: in the installed package, or in the checkout that an editable install points to."""
    packaged = Path(str(files("factx"))) / "models" / "quotes"
    return packaged if packaged.is_dir() else Path(str(files("factx"))).parent / "models" / "quotes" / "weights"


class QuoteModel:
    """A trained quote model.

    Arguments:
        folder: with ``model.onnx``, ``tokenizer.json`` and ``config.json``.
        threads: of the ONNX session; one, so that several workers do not fight for the processors.

    Raises:
        ModelError: a file is missing or unreadable.
    """

    def __init__(self, folder: Path, threads: int = 1) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        try:
            self.config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = threads
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # each library has its own kind
            raise ModelError(
                f"the quote model in {folder} cannot be loaded ({error}); reinstall factx, or use --rules-only"
            ) from error
        self.linker = Linker(
            np.array(self.config["distance"], dtype=np.float32),
            np.array(self.config["distances"], dtype=np.int64),
            np.array(self.config["nothing"], dtype=np.float32),
        )

    def attributions(self, text: str, quotations: list[Quotation] | None = None) -> tuple[Pieces, list[Tagged]]:
        """Return a text's pieces and the attributions in it, as ranges of pieces."""
        pieces = encode(text, self.tokenizer, quotations)
        if not len(pieces):
            return pieces, []
        logits, projections = self._read(pieces)
        words = np.flatnonzero(pieces.first)
        found = ranges(viterbi(logits[words], **self.config.get("decoding", {})), words, len(pieces))
        return pieces, group(found, projections, self.linker)

    def _read(self, pieces: Pieces) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Run the network over windows; every piece is taken from the window that shows most around it."""
        count = len(pieces)
        width = self.config["link_width"]
        logits = np.zeros((count, len(self.config["labels"])), dtype=np.float32)
        projections = np.zeros((count, len(self.config["links"]), 2, width), dtype=np.float32)
        places = windows(count, STRIDE)
        for first in range(0, len(places), BATCH):
            some = places[first : first + BATCH]
            tags, links = self.session.run(None, self._batch(pieces, some))
            for row, (low, high) in enumerate(some):
                index = places.index((low, high))
                start = low if index == 0 else (low + places[index - 1][1]) // 2
                stop = high if index == len(places) - 1 else (places[index + 1][0] + high) // 2
                inner = slice(start - low + 1, stop - low + 1)
                logits[start:stop] = tags[row, inner]
                projections[start:stop] = links[row, inner].reshape(stop - start, -1, 2, width)
        return logits, projections

    def _batch(self, pieces: Pieces, places: list[tuple[int, int]]) -> dict[str, NDArray[np.int64]]:
        length = max(high - low for low, high in places) + 2
        batch = {name: np.zeros((len(places), length), dtype=np.int64) for name in _INPUTS}
        for row, (low, high) in enumerate(places):
            size = high - low
            batch["ids"][row, 0], batch["ids"][row, size + 1] = CLS, SEP
            for name in _INPUTS:
                batch[name][row, 1 : size + 1] = getattr(pieces, name)[low:high]
        return batch


@lru_cache(maxsize=2)
def load_model(folder: Path | None = None) -> Any:
    """Return the model of a folder, loaded once a process.

    Raises:
        ModelError: it cannot be loaded.
    """
    return QuoteModel(folder or default_folder())
