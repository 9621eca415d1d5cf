"""HTML to plain text with the standard library alone."""

from __future__ import annotations

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
