"""The ruler by columns sets what spaCy's own sets."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factx.components.attributes import ColumnRuler, replace_ruler
from factx.pipeline import DEFAULT_MODEL

TEXTS = [
    "I ain't got nothin' to say. Y'all come on, let's go; it is gonna be fun.",
    "There's a man, but it was her who did it.   \n\n Do it now: she has to, and you've got to.",
    "x",
]
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def pair() -> tuple[Language, Language]:
    mine, theirs = (spacy.load(DEFAULT_MODEL, disable=["lemmatizer", "ner"]) for _ in range(2))
    replace_ruler(mine)
    return mine, theirs


@pytest.mark.parametrize("text", [*TEXTS, *(pytest.param(path.read_text("utf-8"), id=path.name) for path in SAMPLES)])
def test_same_as_spacy(pair: tuple[Language, Language], text: str) -> None:
    mine, theirs = pair
    doc = theirs.make_doc(text)
    for name, pipe in theirs.pipeline:
        doc = pipe(doc) if name != "attribute_ruler" else doc
    other = Doc(mine.vocab).from_bytes(doc.to_bytes())
    theirs.get_pipe("attribute_ruler")(doc)
    mine.get_pipe("attribute_ruler")(other)
    read = [[(t.pos_, t.tag_, t.dep_, t.lemma_, str(t.morph)) for t in one] for one in (doc, other)]
    assert read[0] == read[1]


def test_a_pattern_beyond_columns_is_left_to_spacy() -> None:
    nlp = spacy.blank("en")
    ruler = ColumnRuler(nlp.vocab)
    ruler.add_patterns([{"patterns": [[{"SHAPE": "dd"}]], "attrs": {"POS": "NUM"}}])
    assert [token.pos_ for token in ruler(nlp("aged 42"))] == ["", "NUM"]


def test_patterns_of_several_words() -> None:
    nlp = spacy.blank("en")
    ruler = ColumnRuler(nlp.vocab)
    ruler.add_patterns(
        [{"patterns": [[{"LOWER": "let"}, {"LOWER": {"IN": ["us", "'s"]}}]], "attrs": {"LEMMA": "we"}, "index": 1}]
    )
    assert [token.lemma_ for token in ruler(nlp("Let us go, us"))] == ["", "we", "", "", ""]
