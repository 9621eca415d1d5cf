"""Web pages: the article without its surroundings, title and date, whatever the encoding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import Document, html

pytest.importorskip("trafilatura", reason="reading web pages needs factx[html]")

PARAGRAPH = "The harbour board said on Monday that three of its five pilot boats would stay in port until the cause was known."


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", ["page.html", "dumped.html"])
def test_a_page_from_chromium(files: Path, name: str) -> None:
    document = html.read((files / name).read_bytes(), name)
    assert document.title == "Harbour board keeps pilot boats in port after engine fires"
    assert (document.published, document.warnings) == ("2024-03-12", ())
    paragraphs = document.text.split("\n\n")
    assert paragraphs[2] == (
        "“Nobody was hurt, and I want it to stay that way,” said Petra Holm, who has led the board since 2019. “A pilot boat "
        "that stops in front of a tanker is worse than no pilot boat.”"
    )
    assert "Month | Ships piloted | Delayed\nJanuary | 412 | 9\nFebruary | 397 | 61" in paragraphs
    assert any(paragraph.startswith("- Ships under 120 metres") and paragraph.count("\n- ") == 2 for paragraph in paragraphs)
    assert paragraphs[-1].startswith("The board meets again on Thursday.")
    for around in ("cookies", "Subscribe", "Read next", "Fish market", "All rights reserved"):
        assert around not in document.text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("<meta charset='utf-8'>", "utf-8"),
        ("", "utf-8"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>", "cp1252"),
        ("", "utf-16"),
        ("<meta charset='utf-8'>", "utf-8-sig"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    text = f"<p>“Café,” said José Núñez – {PARAGRAPH}</p>"
    data = page(text, head).decode().encode(encoding)
    assert html.read(data, "x").text == f"“Café,” said José Núñez – {PARAGRAPH}"


def test_an_encoding_that_the_page_gets_wrong_is_told() -> None:
    document = html.read(page(f"<p>“Café” {PARAGRAPH}</p>", "<meta charset='utf-8'>").decode().encode("cp1252"), "x")
    assert document.text.startswith("“Café”")
    assert [warning.code for warning in document.warnings] == ["encoding"]


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Site</title><meta property='og:title' content='Fires  at sea'>", "<h1>Other</h1>", "Fires at sea"),
        ("<title>Fires | Ledger</title>", "<h1>Fires at <em>sea</em></h1>", "Fires at sea"),
        ("<title>Fires at sea | The Fallhaven Ledger</title>", "<h1>A</h1><h1>B</h1>", "Fires at sea"),
        ("<title>Fires at sea</title>", "", "Fires at sea"),
        ("", "", None),
    ],
)
def test_the_title(head: str, body: str, title: str | None) -> None:
    assert html.read(page(f"{body}<p>{PARAGRAPH}</p>", head), "x").title == title


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta property='article:published_time' content='2024-03-12T23:45:00+01:00'>", "", "2024-03-12"),
        ("", "<time datetime='2023-11-02'>2 November</time>", "2023-11-02"),
        ("", "<p>On 4 May 2019 the board met.</p>", None),  # a date in the text is not the page's
    ],
)
def test_the_date_is_the_pages_own(head: str, body: str, published: str | None) -> None:
    assert html.read(page(f"<article>{body}<p>{PARAGRAPH}</p></article>", head), "x").published == published


def test_another_language_is_told() -> None:
    data = f"<html lang='de-AT'><body><p>{PARAGRAPH}</p></body></html>".encode()
    assert [warning.code for warning in html.read(data, "x").warnings] == ["language"]


def test_a_page_without_an_article_is_read_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)
    document = html.read(page("<div>One.</div><div>Two.</div><script>no</script>"), "x")
    assert document.text == "One.\n\nTwo."
    assert [warning.code for warning in document.warnings] == ["layout"]


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<html><body><script>var x = 1</script></body></html>", b"<html><img src=a.png>"]
)
def test_no_text_is_an_error(data: bytes) -> None:
    with pytest.raises(InputError, match="there is no text in this page"):
        html.read(data, "x")


@pytest.mark.parametrize("unit", ["<div>", "<b>x ", "<ul><li>x ", "<em><p>x "])
@pytest.mark.parametrize("depth", [200, 400, 5000])
def test_markup_of_any_depth_is_read_to_its_end(unit: str, depth: int) -> None:
    """The parser stops at a depth; what it leaves out must not be lost."""
    document = html.read(f"<html><body>{unit * depth}{PARAGRAPH}".encode(), "x")
    assert document.text.endswith(PARAGRAPH)


def test_zero_bytes_do_not_end_a_page() -> None:
    assert html.read(page(f"<p>One.\0</p><p>{PARAGRAPH}</p>", "<meta charset=utf-8>"), "x").text.endswith(PARAGRAPH)


def test_it_is_read_by_its_ending(read_document: Callable[..., Document]) -> None:
    assert read_document("Page.HTM", page(f"<p>{PARAGRAPH}</p>")).text == PARAGRAPH


def test_a_missing_library_is_one_line_with_the_command(read_error: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert read_error("a.html", page("<p>Text.</p>")).endswith("pip install 'factx[html]'")
