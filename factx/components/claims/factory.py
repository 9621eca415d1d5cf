"""The spaCy component ``factx_claims``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factx.components.found import register_extensions


class Claims:
    """Placeholder until the room is furnished."""

    def __init__(self, nlp: Language, name: str) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        return doc


@Language.factory("factx_claims")
def make_claims(nlp: Language, name: str) -> Claims:
    return Claims(nlp, name)
