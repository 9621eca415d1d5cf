"""What a worker does: one input to one line of JSON, whatever happens."""

from __future__ import annotations

import hashlib
import json
import logging
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from factx.readers.document import Document, failure
from factx.records import ErrorRecord
from factx.selection import Selection

if TYPE_CHECKING:
    from spacy.language import Language

    from factx.records import Extraction


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document whose text was read before in this run.

    Arguments:
        document: the document.
        first: the source of the one that was read.
    """

    document: Document
    first: str


Input = Document | Duplicate | ErrorRecord


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with every document; the same in all processes of a run.

    Arguments:
        model: the base spaCy pipeline; the default one when None.
        rules_only: find quotations by rules alone.
        selection: what is kept of each record.
        include_text: put each text into its record.
    """

    model: str | None = None
    rules_only: bool = False
    selection: Selection = field(default_factory=Selection)
    include_text: bool = False

    def fingerprint(self) -> dict[str, str]:
        """Return everything besides the inputs that a record depends on, as far as it is known without loading a model."""
        from factx import _version
        from factx.components.quotes.model.weights import find_weights
        from factx.pipeline import DEFAULT_MODEL

        base = self.model or DEFAULT_MODEL
        with suppress(PackageNotFoundError):  # a folder has no version to tell
            base = f"{base} {version(base)}"
        quotes = "none" if self.rules_only else json.loads((find_weights(None) / "config.json").read_text("utf-8"))["version"]
        return {
            "factx": _version.__version__,
            "model": base,
            "quote model": quotes,
            "rules_only": str(self.rules_only),
            "selection": str(self.selection),
            "include_text": str(self.include_text),
        }


class Extractor:
    """Does the work; the pipeline is loaded with the first document.

    Arguments:
        work: what is to be done.

    Raises:
        ModelError: from the first call, the model is missing.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self._nlp: Language | None = None

    def load(self) -> Language:
        """Return the pipeline."""
        if self._nlp is None:
            from factx.pipeline import load

            self._nlp = load(self._work.model, rules_only=self._work.rules_only)
        return self._nlp

    def record(self, item: Input) -> Extraction | ErrorRecord:
        """Return the record of an input; what cannot be extracted is an error record."""
        if isinstance(item, ErrorRecord):
            return item
        nlp = self.load()
        from factx.extraction import duplicate, extract

        document = item.document if isinstance(item, Duplicate) else item
        try:
            if isinstance(item, Duplicate):
                record = duplicate(document.text, nlp=nlp, source=document.source, first=item.first, title=document.title)
            else:
                record = extract(
                    document.text,
                    nlp=nlp,
                    source=document.source,
                    title=document.title,
                    published=document.published,
                    include_text=self._work.include_text,
                    warnings=document.warnings,
                )
            return self._work.selection.apply(record)
        except Exception as error:  # one document must never cost the others
            logging.getLogger("factx").debug("reading %s", document.source, exc_info=True)
            return failure(document.source, error)

    def __call__(self, item: Input) -> bytes:
        """Return the record as a line of JSON in UTF-8, without the line's end."""
        return to_line(self.record(item))


def to_line(record: Extraction | ErrorRecord) -> bytes:
    """Return a record as a line of JSON in UTF-8, without the line's end."""
    from factx.writers.jsonl import dumps

    return dumps(record).encode("utf-8")


def from_line(line: bytes) -> Extraction | ErrorRecord:
    """Return the record of a line that ``to_line`` wrote."""
    from pydantic_core import from_json

    from factx.records import ErrorRecord, Extraction, rebuilt

    try:
        value = from_json(line)
    except ValueError:  # half a surrogate pair
        value = json.loads(line)
    return rebuilt(ErrorRecord, value) if "error" in value else rebuilt(Extraction, value)


def key(document: Document) -> bytes:
    """Return what two documents share exactly when one extraction serves both: text and date."""
    seen = hashlib.sha256(document.text.encode("utf-8", "surrogatepass"))
    seen.update(b"\0" + (document.published or "").encode())
    return seen.digest()
