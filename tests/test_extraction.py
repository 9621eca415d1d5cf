"""From a text to a record: places always hold, long texts have no seams, the same text gives the same record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import factx
from factx import extraction
from factx.errors import ModelError
from factx.records import Extraction

if TYPE_CHECKING:
    from spacy.language import Language

# Pieces that the components act on, so that random texts are more than noise to them.
_PIECES = (
    *("“", "”", "‘", "’", '"', "'", "«", "»", "„", "\n", "\n\n", "\r\n", "—", "…", ", ", ". ", " "),
    *("said", "told reporters", "according to", "Ana Ruiz", "the minister", "She", "Ruiz’s", "that", "of", "denied", "believes"),
    *(
        "at least 40 people",
        "$4.5bn",
        "between 5 and 6 per cent",
        "-3°C",
        "half",
        "1,200",
        "2024",
        "dozens",
        "€",
        "1e999",
        "٣",
        "½",
    ),
    *("\u0301", "\u200b", "\u202e", "\ufeff", "\x00", "\x1b[31m", "\x85", "\u2028", "\ud83d", "🙂", "👩‍👩‍👧", "ﬁ", "İ", "ß", "Ǆ"),
)
anything = st.text(st.characters(codec=None), max_size=80)
prose = st.lists(st.sampled_from(_PIECES) | st.text(st.characters(codec=None), max_size=3), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


def places(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every span of a record, however deep."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            yield value
        for part in value.values():
            yield from places(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from places(part)


def check(record: Extraction, text: str) -> None:
    """Assert what holds for every record of any text."""
    value = record.model_dump()
    for span in places(value):
        assert 0 <= span["start"] <= span["end"] <= len(text)
        assert text[span["start"] : span["end"]] == span["text"]
    ids = {kind: [item["id"] for item in value[kind]] for kind in ("entities", "quotes", "claims")}
    for kind, letter in (("entities", "e"), ("quotes", "q"), ("claims", "c")):
        assert ids[kind] == [f"{letter}{number}" for number in range(1, len(ids[kind]) + 1)]
    for item in [*value["quotes"], *value["claims"]]:
        assert (item["speaker"] or {}).get("entity") in {None, *ids["entities"]}
    for quote in value["quotes"]:
        assert quote["parent"] in {None, *ids["quotes"]} - {quote["id"]}
        assert all(piece["end"] > piece["start"] for piece in quote["content"])
        assert all(a["end"] <= b["start"] for a, b in zip(quote["content"], quote["content"][1:], strict=False))
    for claim in value["claims"]:
        assert claim["quote"] in {None, *ids["quotes"]}
        assert set(claim["about"]) <= set(ids["entities"])
        assert all(
            number == number and abs(number) != float("inf") for number in (claim["value"], claim["low"], claim["high"]) if number
        )
    for entity in value["entities"]:
        assert entity["mentions"]
        assert entity["name"]


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(text=anything | prose | glued)
@example(text="")
@example(text=" \n\n ")
@example(text="\ud800\udc00 “He said \x00 40% ”\u202e")
@example(text="“" * 200)
@example(text="said " * 100)
@example(text="’" * 50 + "s" + "‘" * 50)
def test_places_hold_for_any_text(nlp: Language, text: str) -> None:
    check(factx.extract(text, nlp=nlp), text)


def test_an_article(nlp: Language, article: str) -> None:
    record = factx.extract(article, nlp=nlp, source="a.txt", published="2024-05-07")
    check(record, article)
    assert record.document.title == "Harbour board defends crane deal"
    assert (record.document.source, record.document.published, record.document.language) == ("a.txt", "2024-05-07", "en")
    assert record.document.characters == len(article)
    assert record.document.text is None
    assert factx.extract(article, nlp=nlp, include_text=True).document.text == article


def test_the_same_text_gives_the_same_record(nlp: Language, article: str) -> None:
    first = factx.extract(article, nlp=nlp)
    factx.extract("Somebody else said 12 other things in Paris.", nlp=nlp)
    assert factx.extract(article, nlp=nlp) == first


def _long(article: str, paragraph: bool) -> str:
    parts = [article.replace("Lena", name).replace("40", str(40 + n)) for n, name in enumerate(("Lena", "Mara", "Ida", "Vera"))]
    text = "\n".join(parts)
    return " ".join(text.split()) if paragraph else text


@pytest.mark.parametrize("paragraph", [False, True], ids=["paragraphs", "one paragraph"])
@pytest.mark.parametrize("window", [250, 1000])
def test_a_long_text_has_no_seams(
    nlp: Language, article: str, monkeypatch: pytest.MonkeyPatch, window: int, paragraph: bool
) -> None:
    text = _long(article, paragraph)
    at_once = factx.extract(text, nlp=nlp)
    monkeypatch.setattr(extraction, "WINDOW", window)
    in_windows = factx.extract(text, nlp=nlp)
    check(in_windows, text)
    assert in_windows == at_once


def test_a_long_text_without_any_seam_is_read(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "WINDOW", 100)
    for text in ("word " * 500, "x" * 3000, "\n" * 3000, "a\n" * 1500, "“" * 1000):
        check(factx.extract(text, nlp=nlp), text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A short headline\n\nThe story begins here and goes on for a while.", "A short headline"),
        ("The story begins here. It goes on.\n\nAnd on.", None),
        ("A line alone", None),
        ("\n\n  Padded headline \nThe story begins here and goes on.", "Padded headline"),
    ],
)
def test_a_headline_is_the_title(nlp: Language, text: str, title: str | None) -> None:
    assert factx.extract(text, nlp=nlp).document.title == title


def test_a_text_that_is_not_english_is_flagged(nlp: Language, article: str) -> None:
    german = "Die Behörde teilte gestern mit, dass mindestens vierzig Menschen verletzt worden seien. " * 3
    record = factx.extract(german, nlp=nlp)
    assert record.document.language is None
    assert "not_english" in [warning.code for warning in record.warnings]
    assert factx.extract(article, nlp=nlp).warnings == []


@pytest.mark.parametrize("model", ["no_such_model", "/no/such/folder"])
def test_a_missing_model_is_told_with_the_remedy(model: str) -> None:
    with pytest.raises(ModelError, match="factx models"):
        factx.load(model)
