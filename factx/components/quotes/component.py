"""The component ``factx_quotes``: who said what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from factx.components.found import FoundQuote, register_extensions, source_text
from factx.components.quotes.marks import pair_marks
from factx.components.quotes.referee import find_quotes

if TYPE_CHECKING:
    from factx.components.quotes.model.tagger import Tagger


@lru_cache(maxsize=2)
def _tagger(folder: Path) -> Tagger:
    """Return the model of a folder: one session a process, however many pipelines there are."""
    from factx.components.quotes.model.tagger import Tagger

    return Tagger(folder)


class Quotes(Pipe):
    """Find quotations, direct, indirect and mixed, with cue and speaker mention; leave them on ``doc._.factx_quotes``.

    It needs a tagger and a parser before it.
    """

    def __init__(
        self, nlp: Language, name: str = "factx_quotes", *, rules_only: bool = False, weights: str | None = None
    ) -> None:
        """Initialize the component.

        Arguments:
            nlp: the pipeline that it becomes a part of.
            name: its name there.
            rules_only: do without the trained model.
            weights: folder of a model of one's own, as the recipe in ``models/quotes`` writes it; the shipped one when None.

        Raises:
            ModelError: the model's files are not there.
        """
        self.name = name
        self.folder: Path | None = None
        if not rules_only:
            from factx.components.quotes.model.weights import find_weights

            self.folder = find_weights(weights)
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        self._read(doc)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Read documents as they come; one that fails is left out when the error handler raises nothing."""
        return filter(self._read, stream)

    def _read(self, doc: Doc) -> bool:
        error_handler = self.get_error_handler()
        try:
            self.set_annotations(doc, self.match(doc))
        except Exception as error:
            error_handler(self.name, self, [doc], error)
            return False
        return True

    def match(self, doc: Doc) -> list[FoundQuote]:
        """Return the quotes of a document, in text order."""
        if not len(doc):
            return []
        text = source_text(doc)
        marks = pair_marks(text)
        tagger = self.tagger
        if tagger is None:
            return find_quotes(doc, text, marks)
        return find_quotes(doc, text, marks, tagger(text, marks), tagger.confidence)

    def set_annotations(self, doc: Doc, found: list[FoundQuote]) -> None:
        """Write them to the document."""
        doc._.factx_quotes = found

    @property
    def tagger(self) -> Tagger | None:
        """The trained model, None by rules alone."""
        return None if self.folder is None else _tagger(self.folder)

    @property
    def model_name(self) -> tuple[str, str] | None:
        """Name and version of the trained model, None by rules alone."""
        tagger = self.tagger
        return (str(tagger.config["name"]), str(tagger.config["version"])) if tagger else None
