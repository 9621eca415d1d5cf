"""Boxes and menus that are left out early change nothing of what is read, whatever they hold."""

from __future__ import annotations

import pytest

from factx.readers import html

pytest.importorskip("trafilatura", reason="trafilatura is not installed")
STORY = "".join(
    f"<p>The council agreed on plan {n} for the harbour, which will cost a million euros by May.</p>" for n in range(12)
)
MENU = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(30))


@pytest.mark.parametrize(
    "markup",
    [
        f"<nav><ul>{MENU}</ul></nav><article>{STORY}</article><aside><ul>{MENU}</ul></aside><footer>{MENU}</footer>",
        f"<nav>{MENU}<nav>{MENU}</nav></nav><article>{STORY}</article>",
        # a control character, which a tree gives and does not take
        f"<nav>a&#1;b</nav><article>{STORY}</article>",
        f"<nav>a\x0b</nav><article>{STORY}</article>",
        f"<article><svg></svg>\x02{STORY}</article>",
    ],
)
def test_the_article_alone_is_read(markup: str) -> None:
    document = html.read(f"<html><body>{markup}</body></html>".encode(), "a.html")
    assert document.text.startswith("The council agreed on plan 0 ")
    assert document.text.count("\n\n") == 11
    assert not document.warnings


def test_a_menu_that_is_read_keeps_its_lines_and_no_code() -> None:
    links = "".join(f"<a href='/{n}'>Section number {n}</a>" for n in range(150))
    page = f"<nav><style>.x{{color:red}}</style>{links}</nav><article><p>It was over.</p></article>"
    text = html.read(f"<html><body>{page}</body></html>".encode(), "a.html").text
    assert text.startswith("Section number 0\n\nSection number 1\n\n")
    page = f"<nav><script>var x='secret';</script><article><h1>Head</h1>{STORY}</article></nav>"
    text = html.read(f"<html><body>{page}</body></html>".encode(), "a.html").text
    assert "secret" not in text
