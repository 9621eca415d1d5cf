"""The spaCy component ``factx_quotes``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factx.components.found import register_extensions


class Quotes:
    """Placeholder until the room is furnished."""

    def __init__(self, nlp: Language, name: str) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        return doc


@Language.factory("factx_quotes")
def make_quotes(nlp: Language, name: str) -> Quotes:
    return Quotes(nlp, name)
