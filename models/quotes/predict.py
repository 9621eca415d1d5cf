"""Run a trained network over documents and write its attributions, one JSON object a document, as the scorer reads them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from decode import Linker, Range, group, ranges, viterbi
from encode import CLS, SEP, Pieces, encode, windows
from network import DISTANCES, QuoteNetwork
from prepare import Document

STRIDE = 160


def read(network: QuoteNetwork, pieces: Pieces) -> tuple[np.ndarray, np.ndarray]:
    """Return tag logits and link projections of a document; a piece counts in the window that shows most around it."""
    count = len(pieces)
    logits: np.ndarray = np.zeros((0, 0))
    links: np.ndarray = np.zeros((0, 0))
    margin = np.full(count, -1)
    for low, high in windows(count, STRIDE):
        size = high - low
        batch = {name: torch.zeros(1, size + 2, dtype=torch.long) for name in ("ids", "case", "mark", "space")}
        batch["ids"][0, 0], batch["ids"][0, -1] = CLS, SEP
        for name, row in batch.items():
            row[0, 1:-1] = torch.from_numpy(getattr(pieces, name)[low:high])
        with torch.no_grad():
            tags, projections = network(**batch)
        if not logits.size:
            logits, links = np.zeros((count, tags.shape[-1])), np.zeros((count, projections.shape[-1]))
        at = np.arange(size)
        around = np.minimum(at if low else at + count, at[::-1] if high < count else at[::-1] + count)
        better = around > margin[low:high]
        margin[low:high][better] = around[better]
        logits[low:high][better] = tags[0, 1:-1].numpy()[better]
        links[low:high][better] = projections[0, 1:-1].numpy()[better]
    return logits, links


def attributions(network: QuoteNetwork, document: Document, tokenizer: Any, decoding: dict[str, float]) -> list[dict[str, Any]]:
    """Return a document's attributions as places in its text."""
    pieces = encode(document.text, tokenizer)
    if not len(pieces):
        return []
    logits, links = read(network, pieces)
    words = np.flatnonzero(pieces.first)
    found = ranges(viterbi(logits[words], **decoding), words, len(pieces))
    linker = Linker(network.distance.detach().numpy(), np.array(DISTANCES), network.nothing.detach().numpy())

    def place(span: Range) -> list[int]:
        return [int(pieces.starts[span[0]]), int(pieces.ends[span[1] - 1])]

    return [
        {
            "content": [place(span) for span in one.content],
            "speaker": [place(one.source)] if one.source else None,
            "cue": [place(one.cue)] if one.cue else None,
        }
        for one in group(found, links.reshape(len(pieces), len(linker.nothing), 2, -1), linker)
    ]


def predict(network: QuoteNetwork, documents: list[Document], tokenizer: Any, decoding: dict[str, float], out: Path) -> None:
    """Write the attributions of all documents to a JSON Lines file."""
    network.eval()
    torch.set_num_threads(1)
    with out.open("w", encoding="utf-8") as lines:
        for document in documents:
            quotes = attributions(network, document, tokenizer, decoding)
            lines.write(json.dumps({"doc": document.name, "quotes": quotes}) + "\n")
