"""How the quote model sees a text: word pieces with the state of quotation marks, letter case and spacing beside them.

The encoder is uncased and knows typewriter marks. What its view takes away (capitals, the kind and role of a mark, paragraph
breaks) comes back as features, so that every house style looks alike: a paired mark of any kind is ``"``, an apostrophe is ``'``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from factx.components.found import Place
from factx.components.text import paragraphs, view

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from factx.components.quotes.marks import Quotation

# Ids of the BERT vocabulary; an unused one stands for a paragraph break.
PAD, PARAGRAPH, CLS, SEP = 0, 1, 101, 102
WINDOW = 254
_LAST = 128  # pieces at least
# Code points of a text whose pieces are held at once.
BLOCK = 50_000
CASES, MARKS, SPACES = 5, 5, 3
_INSIDE, _NESTED, _OPENING, _CLOSING = 1, 2, 3, 4


@dataclass(slots=True)
class Pieces:
    """A document, or a block of a long one, as the model's input; arrays of one number a piece.

    ``first`` tells the first pieces of words, the ones that carry labels. ``starts`` and ``ends`` are code points. ``paragraph``
    is the number of the paragraph; the special piece between two paragraphs belongs to neither and has -1.
    """

    ids: NDArray[np.int64]
    case: NDArray[np.int64]
    mark: NDArray[np.int64]
    space: NDArray[np.int64]
    first: NDArray[np.bool_]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    paragraph: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.ids)


def mark_states(length: int, quotations: Iterable[Quotation]) -> NDArray[np.int8]:
    """Return for every character: 0 outside, 1 inside quotation marks, 2 inside nested ones, 3 opening mark, 4 closing mark."""
    states = np.zeros(length + 1, dtype=np.int8)
    quotations = list(quotations)
    for quotation in quotations:
        states[quotation.start : quotation.end] = _INSIDE if quotation.outer is None else _NESTED
    for quotation in quotations:
        states[quotation.start : quotation.inner[0]] = _OPENING
        if quotation.closed:
            states[quotation.inner[1] : quotation.end] = _CLOSING
    return states


def _plain_marks(plain: str, states: NDArray[np.int8]) -> str:
    """Return the view with every paired mark as ``"``, whatever it is in the text; the length stays."""
    places = np.flatnonzero(states >= _OPENING)
    if not len(places):
        return plain
    signs = list(plain)
    before = -2
    for at in places:
        # Of a mark of two signs ('' or ``) the second becomes a space.
        signs[at] = " " if at == before + 1 and states[at] == states[before] and signs[before] == '"' else '"'
        before = int(at)
    return "".join(signs)


def _case(word: str) -> int:
    """Return 0 without letters, 1 lower, 2 capitalized, 3 upper, 4 anything else."""
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    if not any(c.isalpha() for c in word):
        return 0
    return 2 if word[0].isupper() and word[1:].islower() else 4


def encode(text: str, tokenizer: Any, quotations: list[Quotation]) -> list[Pieces]:
    """Turn a text into pieces, paragraph by paragraph, a special piece between paragraphs.

    A long text comes in blocks of whole paragraphs, so that what is held of it at once stays small.

    Arguments:
        text: the document's own text.
        tokenizer: a ``tokenizers.Tokenizer`` without truncation.
        quotations: from ``pair_marks(text)``.
    """
    plain = view(text)
    states = mark_states(len(text), quotations)
    seen = _plain_marks(plain, states)
    blocks: list[list[Place]] = [[]]
    for place in paragraphs(text):
        if blocks[-1] and place[1] - blocks[-1][0][0] > BLOCK:
            blocks.append([])
        blocks[-1].append(place)
    return [_encode(plain, seen, states, places, tokenizer) for places in blocks if places]


def _encode(plain: str, seen: str, states: NDArray[np.int8], places: list[Place], tokenizer: Any) -> Pieces:
    ids: list[int] = []
    case: list[int] = []
    space: list[int] = []
    first: list[bool] = []
    starts: list[int] = []
    ends: list[int] = []
    paragraph: list[int] = []
    encodings = tokenizer.encode_batch([seen[low:high] for low, high in places], add_special_tokens=False)
    for index, ((low, _), encoding) in enumerate(zip(places, encodings, strict=True)):
        if ids:
            ids.append(PARAGRAPH)
            case.append(0)
            space.append(2)
            first.append(False)
            starts.append(low)
            ends.append(low)
            paragraph.append(-1)
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
            paragraph.append(index)
    at = np.asarray(starts, dtype=np.int64)
    return Pieces(
        ids=np.asarray(ids, dtype=np.int64),
        case=np.asarray(case, dtype=np.int64),
        mark=states[at].astype(np.int64),
        space=np.asarray(space, dtype=np.int64),
        first=np.asarray(first, dtype=np.bool_),
        starts=at,
        ends=np.asarray(ends, dtype=np.int64),
        paragraph=np.asarray(paragraph, dtype=np.int64),
    )


def windows(length: int, stride: int, offset: int = 0) -> list[tuple[int, int]]:
    """Return the ranges of pieces that are read together, ``WINDOW`` long, one every ``stride``.

    Arguments:
        length: pieces in the document.
        stride: pieces between window starts, at most ``WINDOW``.
        offset: where the second window begins, for training on seams that shift; 0 for reading.
    """
    if length <= WINDOW:
        return [(0, length)] if length else []
    found = [(0, offset)] if offset else []
    low = offset
    while low + WINDOW < length:
        found.append((low, low + WINDOW))
        low += stride
    # The last one is as long as it must be, with enough before it to be understood.
    found.append((low if offset else min(low, length - _LAST), length))
    return found
