"""A text as the model sees it: places, features, blocks and windows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from factx.components.quotes.marks import pair_marks
from factx.components.quotes.model import pieces as module
from factx.components.quotes.model.pieces import PARAGRAPH, WINDOW, Pieces, encode, mark_states, windows
from factx.components.quotes.model.weights import find_weights


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(find_weights() / "tokenizer.json"))


def read(text: str, tokenizer: Tokenizer) -> list[Pieces]:
    return encode(text, tokenizer, pair_marks(text))


def words(text: str, one: Pieces) -> list[str]:
    return [text[a:b] for a, b, first in zip(one.starts, one.ends, one.first, strict=True) if first]


def test_every_style_of_marks_looks_alike(tokenizer: Tokenizer) -> None:
    styles = [
        "“The dam’s old,” she said.",
        '"The dam\'s old," she said.',
        "‘The dam’s old,’ she said.",
        "«The dam’s old,» she said.",
    ]
    seen = [read(text, tokenizer)[0] for text in styles]
    for other in seen[1:]:
        assert other.ids.tolist() == seen[0].ids.tolist()
        assert other.mark.tolist() == seen[0].mark.tolist()


def test_a_mark_of_two_signs_is_one_mark(tokenizer: Tokenizer) -> None:
    doubled, plain = read("''Go,'' she said.", tokenizer)[0], read('"Go," she said.', tokenizer)[0]
    assert doubled.ids.tolist() == plain.ids.tolist()


def test_marks_and_what_is_between_them_have_states() -> None:
    text = "“He said, ‘Go.’” A."
    states = mark_states(len(text), pair_marks(text))
    assert "".join(map(str, states[: len(text)])) == "3111111111" + "3" + "222" + "4" + "4" + "000"


def test_case_and_paragraphs_are_features(tokenizer: Tokenizer) -> None:
    [one] = read("MAYOR Ann\n\nleft 5 iPads", tokenizer)
    assert [int(case) for case, first in zip(one.case, one.first, strict=True) if first] == [3, 2, 1, 0, 4]
    assert (one.ids == PARAGRAPH).sum() == 1
    assert one.paragraph[one.ids == PARAGRAPH].tolist() == [-1]


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet=st.sampled_from("ab Z.,'\"“”‘’«»\n\t\u00a0é😀\ud800—"), max_size=60))
def test_places_are_of_the_text(text: str) -> None:
    tokenizer = Tokenizer.from_file(str(find_weights() / "tokenizer.json"))
    for one in read(text, tokenizer):
        assert (one.starts <= one.ends).all()
        assert len(one) == 0 or (one.ends.max() <= len(text) and one.starts.min() >= 0)
        assert (one.starts[1:] >= one.starts[:-1]).all()


def test_a_long_text_comes_in_blocks_of_whole_paragraphs(tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"Paragraph {n} says a few words." for n in range(50))
    [whole] = read(text, tokenizer)
    monkeypatch.setattr(module, "BLOCK", 200)
    blocks = read(text, tokenizer)
    assert len(blocks) > 5
    assert [word for block in blocks for word in words(text, block)] == words(text, whole)


@pytest.mark.parametrize("length", [0, 1, WINDOW - 1, WINDOW, WINDOW + 1, 1000, 5 * WINDOW])
@pytest.mark.parametrize("stride", [64, 200, WINDOW])
@pytest.mark.parametrize("offset", [0, 63])
def test_windows_cover_the_text(length: int, stride: int, offset: int) -> None:
    found = windows(length, stride, offset)
    covered = {at for low, high in found for at in range(low, high)}
    assert covered == set(range(length))
    assert all(0 < high - low <= WINDOW for low, high in found)
