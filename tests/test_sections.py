"""Very long texts: cut where it does no harm, put together so that the seams hardly show."""

from __future__ import annotations

import itertools

import pytest
from spacy.language import Language

import factx
from factx import extraction, sections
from factx.records import Extraction

STORY = (
    "Lena Vogt runs the harbour of Dunmore. {fill}\n\n"
    "She said the crane would be paid for by May.\n\n"
    "“We have waited for three years,” Vogt said. “It is enough.”\n\n"
    "The Harbour Board denied on Monday that 40 people had lost their work."
)
FILL = "The water was calm, and the boats lay in a row along the quay as they do every year. " * 3


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (extraction, sections):
        monkeypatch.setattr(module, "LONG", 1_000)
        monkeypatch.setattr(module, "AROUND", 400)
    monkeypatch.setattr(sections, "SECTION", 800)


def said(record: Extraction) -> set[tuple[str, str | None]]:
    return {(" ".join(piece.text for piece in q.content), q.speaker and q.speaker.name) for q in record.quotes}


@pytest.mark.parametrize("text", ["", "a", "word " * 5_000, "x" * 9_000, "\n" * 9_000, "A line.\n" * 900, "“" * 5_000, FILL * 30])
@pytest.mark.usefixtures("small")
def test_sections_cover_the_text_in_order(text: str) -> None:
    places = list(sections.sections(text))
    assert [places[0][0], places[-1][1]] == [0, len(text)]
    assert all(before[1] == after[0] for before, after in itertools.pairwise(places))
    assert all(end - start <= 800 + 2 * 400 for start, end in places)


@pytest.mark.usefixtures("small")
def test_a_section_begins_with_a_paragraph_that_continues_no_quotation() -> None:
    text = ("A paragraph of prose that ends here.\n\n“Words of somebody.”\n\n" * 60).strip()
    starts = [start for start, _ in sections.sections(text)][1:]
    assert starts
    assert all(text.startswith("A paragraph", start) for start in starts)


@pytest.mark.usefixtures("small")
def test_what_is_read_in_sections_is_what_is_read_at_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(STORY.format(fill=FILL) for _ in range(8))
    parts = factx.extract(text, nlp=nlp)
    monkeypatch.setattr(extraction, "LONG", len(text))
    whole = factx.extract(text, nlp=nlp)
    assert said(parts) == said(whole)
    assert [(c.start, c.text, c.value, c.speaker and c.speaker.name) for c in parts.claims] == [
        (c.start, c.text, c.value, c.speaker and c.speaker.name) for c in whole.claims
    ]
    assert [(e.name, e.type, [(m.start, m.text) for m in e.mentions]) for e in parts.entities] == [
        (e.name, e.type, [(m.start, m.text) for m in e.mentions]) for e in whole.entities
    ]


@pytest.mark.usefixtures("small")
def test_one_person_of_many_sections_is_one_entity(nlp: Language) -> None:
    text = "\n\n".join([STORY.format(fill=FILL), *[FILL] * 8, "Vogt said it was late. The BBC said so, too.", *[FILL] * 8])
    record = factx.extract(text, nlp=nlp)
    assert [entity.name for entity in record.entities if "Vogt" in entity.name] == ["Lena Vogt"]
    assert all(text[m.start : m.end] == m.text for entity in record.entities for m in entity.mentions)
    assert ("it was late", "Lena Vogt") in said(record)
