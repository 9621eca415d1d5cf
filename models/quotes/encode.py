"""How the quote model sees a text: word pieces with the state of quotation marks, letter case and spacing beside them.

The encoder is uncased and knows typewriter marks; what the view takes away (curly, angled or British single marks, capitals,
paragraph breaks) comes back as features, so house styles look alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from factx.components.quotes.marks import Quotation, pair_marks
from factx.components.text import paragraphs, view

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Ids of the BERT vocabulary.
PAD, PARAGRAPH, CLS, SEP = 0, 1, 101, 102
WINDOW = 256
CASES, MARKS, SPACES = 5, 5, 3


@dataclass(slots=True)
class Pieces:
    """A document as the model's input; arrays of one number a piece.

    ``first`` is 1 for the first piece of each word, the ones that carry labels. ``starts`` and ``ends`` are code points.
    """

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    mark: NDArray[np.int64]
    space: NDArray[np.int64]
    first: NDArray[np.bool_]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def mark_states(text: str, quotations: list[Quotation]) -> NDArray[np.int8]:
    """Return for every character: 0 outside, 1 inside quotation marks, 2 inside nested ones, 3 opening mark, 4 closing mark."""
    states = np.zeros(len(text) + 1, dtype=np.int8)
    for quotation in quotations:
        states[quotation.start : quotation.end] = 1 if quotation.outer is None else 2
    for quotation in quotations:
        states[quotation.start : quotation.inner[0]] = 3
        if quotation.closed:
            states[quotation.inner[1] : quotation.end] = 4
    return states


def _case(word: str) -> int:
    if not any(c.isalpha() for c in word):
        return 0
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


def encode(text: str, tokenizer: Any, quotations: list[Quotation] | None = None) -> Pieces:
    """Turn a text into pieces, paragraph by paragraph, a special piece between paragraphs.

    Arguments:
        text: the document's own text.
        tokenizer: a ``tokenizers.Tokenizer`` without special tokens or truncation.
        quotations: from ``pair_marks(text)``, when they are known already.
    """
    plain = view(text)
    states = mark_states(text, pair_marks(text) if quotations is None else quotations)
    places = paragraphs(text)
    ids: list[int] = []
    case: list[int] = []
    space: list[int] = []
    first: list[bool] = []
    starts: list[int] = []
    ends: list[int] = []
    encodings = tokenizer.encode_batch([plain[low:high] for low, high in places], add_special_tokens=False)
    for (low, _), encoding in zip(places, encodings, strict=True):
        if ids:
            ids.append(PARAGRAPH)
            case.append(0)
            space.append(2)
            first.append(False)
            starts.append(low)
            ends.append(low)
        word = None
        for piece, (start, end), number in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
            start, end = start + low, end + low
            new = number != word
            word = number
            ids.append(piece)
            case.append(_case(plain[start:end]) if new else case[-1])
            space.append(2 if start == low else 1 if plain[start - 1].isspace() else 0)
            first.append(new)
            starts.append(start)
            ends.append(end)
    at = np.asarray(starts, dtype=np.int64)
    return Pieces(
        ids=np.asarray(ids, dtype=np.int64),
        case=np.asarray(case, dtype=np.int64),
        mark=states[at].astype(np.int64) if len(at) else np.zeros(0, dtype=np.int64),
        space=np.asarray(space, dtype=np.int64),
        first=np.asarray(first, dtype=np.bool_),
        starts=at,
        ends=np.asarray(ends, dtype=np.int64),
    )


def windows(length: int, stride: int, size: int = WINDOW - 2, offset: int = 0) -> list[tuple[int, int]]:
    """Return the ranges of pieces that are read together: ``size`` long, one every ``stride``; the last one ends with the text.

    Arguments:
        length: pieces in the document.
        stride: pieces between window starts, at most ``size``.
        size: pieces in a window, the two special ones left out.
        offset: where the second window begins, for training on shifting seams; 0 for reading.
    """
    if length <= size:
        return [(0, length)] if length else []
    found = [(0, offset)] if offset else []
    low = offset
    while low + size < length:
        found.append((low, low + size))
        low += stride
    found.append((max(0, length - size) if not offset else low, length))
    return found
