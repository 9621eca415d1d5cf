"""HTML to plain text with the standard library alone."""

from __future__ import annotations

import time

import pytest

from factx.readers.markup import plain_text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("One<br>two<br/><br>three", "One\ntwo\n\nthree"),
        ("<p>A <b>bold</b>\n claim &amp; more&nbsp;so</p>", "A bold claim & more\xa0so"),
        ("<head><title>No</title><style>p {}</style></head><body>Yes.<script>if (a < b) {}</script></body>", "Yes."),
        ("<ul><li>One</li><li>Two</li></ul>After", "One\nTwo\n\nAfter"),
        ("<table><tr><td>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>", "A 1\nB 2"),
        ("<div><div><p>Deep.</p></div></div>", "Deep."),
        ("<p>broken <b>markup", "broken markup"),
        ("", ""),
    ],
)
def test_what_a_reader_would_see(html: str, expected: str) -> None:
    assert plain_text(html) == expected


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<!--",
        "<!-- -->",
        "<a ",
        '<p x="',
        "<!",
        "<?",
        "</",
        "&",
        "&#",
        "<div>",
        "<script>",
        "<head>",
        "<title>x</title>",
        "<b>x",
    ],
)
def test_broken_markup_takes_no_longer_than_its_length(unit: str) -> None:
    """200,000 characters: what grows with the square would take minutes."""
    started = time.process_time()
    plain_text(unit * (200_000 // len(unit)))
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p title="a > b">Text.</p>', "Text."),
        ("<p title='a \" > b'>Text.</p>", "Text."),
        ('<p title="a>Text.</p><p>More.</p>', "Text.\n\nMore."),  # a quote that is not closed is none
        ("5 < 6 <b>and</b> 7 > 6", "5 < 6 and 7 > 6"),
        ("<!doctype html><?php x ?>A<!-- <p>no</p> -->B", "AB"),
        ("A<![CDATA[x]]>B</>C", "ABC"),
        ("Text <head>without an end", "Text without an end"),
        ("Text <script>without an end", "Text"),
        ("Cut off <a href=", "Cut off"),
    ],
)
def test_odd_markup(html: str, expected: str) -> None:
    assert plain_text(html) == expected
