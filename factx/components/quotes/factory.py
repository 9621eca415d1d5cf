"""The spaCy component ``factx_quotes``: who said what."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from factx.components.found import FoundQuote, register_extensions, source_text
from factx.components.quotes.referee import find_quotes


class Quotes:
    """Find quotations, direct, indirect and mixed, with cue and speaker mention; leave them on ``doc._.factx_quotes``.

    It needs a tagger and a parser before it.
    """

    def __init__(self, nlp: Language, name: str = "factx_quotes") -> None:
        self.name = name
        register_extensions()

    def match(self, doc: Doc) -> list[FoundQuote]:
        """Return the quotes of a document, in text order."""
        return find_quotes(doc, source_text(doc)) if len(doc) else []

    def set_annotations(self, doc: Doc, found: list[FoundQuote]) -> None:
        """Write them to the document."""
        doc._.factx_quotes = found

    def __call__(self, doc: Doc) -> Doc:
        error_handler = self.get_error_handler()
        try:
            self.set_annotations(doc, self.match(doc))
        except Exception as error:
            error_handler(self.name, self, [doc], error)
        return doc

    def get_error_handler(self) -> Any:
        """Return the pipeline's error handler; by default errors are raised."""
        from spacy.util import raise_error

        return getattr(self, "error_handler", raise_error)

    def set_error_handler(self, error_handler: Any) -> None:
        """Let ``nlp.set_error_handler`` reach this component."""
        self.error_handler = error_handler


@Language.factory("factx_quotes", assigns=["doc._.factx_quotes"], requires=["token.tag", "token.dep"])
def make_quotes(nlp: Language, name: str) -> Quotes:
    """Create the component."""
    return Quotes(nlp, name)
