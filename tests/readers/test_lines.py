"""Lines of printed pages to running text."""

from __future__ import annotations

import pytest

from factx.readers.lines import join_pages


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("the respon-\nsibilities were", "the responsibilities were"),
        ("the respon\u00ad\nsibilities were", "the responsibilities were"),
        ("a well-\nknown remedy", "a well-known remedy"),
        ("a low-\ner price", "a lower price"),
        ("in Saint-\nBrice alone", "in Saint-Brice alone"),
        ("the years 1990-\n1995 were", "the years 1990-1995 were"),
        ("from e-mail to e-\nmail again", "from e-mail to e-mail again"),  # as it stands elsewhere
        ("the ﬁrst oﬃce", "the first office"),
        ("spaced  out   words", "spaced out words"),
        ("", ""),
        ("\n \n", ""),
        ("-", "-"),
    ],
)
def test_line_ends(page: str, expected: str) -> None:
    assert join_pages([page]) == expected


def test_paragraphs_end_where_the_next_word_had_room() -> None:
    page = (
        "A heading\nThe board met on Monday and heard what the\nengineers had found. It was\n"
        "The next paragraph has as many words as fit on\neach of its lines, and ends.\nA third one follows it here."
    )
    assert join_pages([page]) == (
        "A heading\n\nThe board met on Monday and heard what the engineers had found. It was\n\n"
        "The next paragraph has as many words as fit on each of its lines, and ends.\n\nA third one follows it here."
    )


def test_running_heads_and_feet_go_and_what_repeats_inside_stays() -> None:
    pages = [
        f"Report 17/2023\nChapter {number}: Losses\nThe text of page {'abcdef'[number]} goes on and on here.\nNo comment.\n"
        f"The {'abcdef'[number]} last line is long enough to be one\nwww.example.org\n{number + 1} of 6"
        for number in range(6)
    ]
    text = join_pages(pages)
    assert "Report" not in text
    assert "example" not in text
    assert " of 6" not in text
    assert text.count("No comment.") == 6


def test_what_stands_on_one_page_stays() -> None:
    assert join_pages(["Page 1\nOnce upon a time."]) == "Page 1\n\nOnce upon a time."
    text = join_pages(["A head\nOnce upon a time.", "Another\nA second time, and no third."])
    assert text == "A head\n\nOnce upon a time.\n\nAnother\n\nA second time, and no third."
