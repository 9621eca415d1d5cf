"""Pages saved by a browser as one file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import Document, html, mhtml

pytest.importorskip("trafilatura", reason="reading web pages needs factx[html]")


def test_a_page_saved_by_chromium_reads_as_the_page(files: Path) -> None:
    document = mhtml.read((files / "saved.mhtml").read_bytes(), "saved.mhtml")
    page = html.read((files / "page.html").read_bytes(), "page.html")
    assert (document.text, document.title, document.published) == (page.text, page.title, page.published)


def test_it_is_told_by_its_first_bytes(files: Path, read_document: Callable[..., Document]) -> None:
    document = read_document("saved", (files / "saved.mhtml").read_bytes())
    assert document.text.startswith("Harbour board keeps")


def test_a_file_without_a_page_is_an_error() -> None:
    with pytest.raises(InputError, match="no page in this MHTML"):
        mhtml.read(b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: text/css\n\np {}", "x")
