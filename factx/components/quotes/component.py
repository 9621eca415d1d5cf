"""The component ``factx_quotes``: who said what."""

from __future__ import annotations

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from factx.components.found import FoundQuote, register_extensions, source_text
from factx.components.quotes.referee import find_quotes


class Quotes(Pipe):
    """Find quotations, direct, indirect and mixed, with cue and speaker mention; leave them on ``doc._.factx_quotes``.

    It needs a tagger and a parser before it.
    """

    def __init__(self, nlp: Language, name: str = "factx_quotes") -> None:
        self.name = name
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        error_handler = self.get_error_handler()
        try:
            self.set_annotations(doc, self.match(doc))
        except Exception as error:
            error_handler(self.name, self, [doc], error)
        return doc

    def match(self, doc: Doc) -> list[FoundQuote]:
        """Return the quotes of a document, in text order."""
        return find_quotes(doc, source_text(doc)) if len(doc) else []

    def set_annotations(self, doc: Doc, found: list[FoundQuote]) -> None:
        """Write them to the document."""
        doc._.factx_quotes = found
