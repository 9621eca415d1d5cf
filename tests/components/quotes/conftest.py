"""The quotes component alone behind the base model, by its rules; ``with_model`` is the whole pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from factx.components.text import ViewTokenizer
from factx.pipeline import DEFAULT_MODEL


@pytest.fixture(scope="session")
def nlp() -> Language:
    nlp = spacy.load(DEFAULT_MODEL, disable=["lemmatizer", "ner"])
    nlp.tokenizer = ViewTokenizer(nlp.tokenizer)
    nlp.add_pipe("factx_quotes", config={"rules_only": True})
    return nlp


@pytest.fixture(scope="session")
def with_model() -> Language:
    """The pipeline as ``factx.load()`` makes it, trained quote model and all."""
    import factx

    return factx.load()
