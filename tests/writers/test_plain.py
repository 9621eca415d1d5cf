"""A terminal must not obey a document."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factx.writers.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain “words”", "plain “words”"),
        ("two\n  lines\t and\u2028more", "two lines and more"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07rest", "rest"),
        ("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b2Jgone", "gone"),
        ("bell\x07back\x08", "bell\ufffdback\ufffd"),
        ("abc\u202edcba\u202c", "abcdcba"),
        ("half \ud800", "half \ufffd"),
        ("[bold]markup[/bold] :smile:", "[bold]markup[/bold] :smile:"),
    ],
)
def test_what_is_shown(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text(st.characters(codec=None)))
def test_nothing_is_left_to_obey(text: str) -> None:
    shown = plain(text)
    assert not any(
        ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or 0xD800 <= ord(c) <= 0xDFFF or 0x202A <= ord(c) <= 0x202E for c in shown
    )
    assert plain(shown) == shown
