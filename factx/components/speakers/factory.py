"""The spaCy component ``factx_speakers``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factx.components.found import register_extensions


class Speakers:
    """Placeholder until the room is furnished."""

    def __init__(self, nlp: Language, name: str) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        return doc


@Language.factory("factx_speakers")
def make_speakers(nlp: Language, name: str) -> Speakers:
    return Speakers(nlp, name)
