"""A page to read and print that runs nothing."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from factx.records import ErrorRecord, Extraction
from factx.writers.html import HtmlWriter

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
OWN_TAGS = set(
    "html head meta title style body article h1 h2 p table thead tbody tr th td a span mark footer".split(),
)


class Page(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag != "meta":
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data if self._open and self._open[-1] != "style" else ""


def write(*records: Extraction | ErrorRecord, **settings: tuple[str, ...]) -> str:
    stream = io.StringIO()
    writer = HtmlWriter(stream, **settings)
    for record in records:
        writer.write(record)
    writer.close()
    return stream.getvalue()


def test_a_record_is_read_in_tables(record: Extraction, error: ErrorRecord) -> None:
    page = Page(write(record, error))
    words = re.sub(r"\s+", " ", page.words)
    for part in (
        "A title a.txt · 2024-05-01 · 4 quotes · 3 claims · 1 entity",
        "Ana Ruiz“We lost,” … “and we know why.”direct · say · “said” · 0.90",
        "down more than 2.5%profitAn aide quotemore than 2.5%",
        "not 12 to 120 vaguecalls–",
        "Ana RuizPERSON2Ruiz",
        "b.txt could not be read: it is broken",
        "1 document, 1 input failed",
    ):
        assert part in words
    assert page.tags == OWN_TAGS


def test_links_lead_somewhere(record: Extraction) -> None:
    page = Page(write(record, record))
    assert len(page.ids) == len(set(page.ids))
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    page = Page(write(record, kinds=("claims",)))
    assert page.links == []


def test_only_the_kinds_that_are_wanted(record: Extraction) -> None:
    words = Page(write(record, kinds=("entities",))).words
    assert "Entities" in words
    assert "Quotes" not in words
    assert "Claims" not in words


def test_the_figure_is_marked_in_its_sentence(record: Extraction) -> None:
    claim = record.claims[0]
    sentence = "An aide said <b>profit</b>\nfell more than 2.5% ."
    start = claim.start - sentence.index(claim.text)
    place = {"start": start, "end": start + len(sentence), "text": sentence}
    record = record.model_copy(
        update={"claims": [claim.model_copy(update={"sentence": type(claim.sentence).model_validate(place)})]}
    )
    assert "said &lt;b&gt;profit&lt;/b&gt; fell <mark>more than 2.5%</mark> ." in write(record)


def test_hostile_words_stay_words(hostile: Extraction) -> None:
    text = write(hostile)
    page = Page(text)
    assert page.tags <= OWN_TAGS
    assert page.attributes == {"lang", "charset", "http-equiv", "content", "name", "id", "class", "scope", "href"}
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]", text)
    assert "<script>alert(1)</script>" in page.words
    text.encode("utf-8")


def test_it_asks_nothing_of_the_network(samples: list[Extraction]) -> None:
    text = write(*samples)
    assert "default-src 'none'" in text
    assert not re.search(r"https?:|url\(|@import|src=", text)
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


@pytest.mark.skipif(CHROMIUM is None, reason="there is no browser")
def test_a_browser_shows_it(tmp_path: Path, samples: list[Extraction], hostile: Extraction) -> None:
    path = tmp_path / "a.html"
    path.write_text(write(*samples, hostile), encoding="utf-8")
    switches = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
        "--disable-component-update --disable-sync --dump-dom"
    )
    done = subprocess.run(
        [str(CHROMIUM), *switches.split(), f"--user-data-dir={tmp_path}/profile", path.as_uri()],
        capture_output=True,
        timeout=120,
        check=True,
    )
    dumped = Page(done.stdout.decode("utf-8").replace("<!DOCTYPE html>", ""))
    assert dumped.tags == OWN_TAGS
    assert sum(id_.count("-q") for id_ in dumped.ids) == sum(len(sample.quotes) for sample in [*samples, hostile])
