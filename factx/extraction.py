"""From a text to an ``Extraction``: read long texts in windows, run the pipeline, turn what it found into records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict, TypeVar

from factx import _version
from factx.components.found import FoundClaim, FoundEntity, FoundQuote, Place, Reference
from factx.records import (
    AsOf,
    Claim,
    DocumentInfo,
    Entity,
    Extraction,
    Mention,
    ModelInfo,
    ModelName,
    Quote,
    Span,
    Speaker,
    Unit,
    Warn,
)
from factx.sections import AROUND, LONG, Part, Whole, moved, sections

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy's layers want about 2.5 kB a character at once, so a longer text is parsed in windows of so many characters.
WINDOW = 30_000
# Words read before and behind what is kept of a window: well beyond what spaCy's tagger sees of a word's neighbourhood.
CONTEXT, MARGIN = 60, 30
_OWN = "factx_"
_T = TypeVar("_T")


class _Records(TypedDict):
    entities: list[Entity]
    quotes: list[Quote]
    claims: list[Claim]


@lru_cache(maxsize=1)
def _default_pipeline() -> Language:
    from factx.pipeline import load

    return load()


def extract(
    text: str,
    *,
    nlp: Language | None = None,
    source: str | None = None,
    title: str | None = None,
    published: str | None = None,
    include_text: bool = False,
    warnings: tuple[Warn, ...] = (),
) -> Extraction:
    """Read one text.

    Arguments:
        text: English prose of any length; offsets in the result are code points into it.
        nlp: a pipeline from ``factx.load()``; the default one is loaded once and kept when None.
        source: where the text is from, passed through.
        title: the text's title if known, else its first line when that is a headline.
        published: ISO 8601 date if known.
        include_text: put the text into ``document.text``.
        warnings: what the reader of the text had to say about it.

    Returns:
        The record; the same text and pipeline always give the same one.

    Raises:
        ModelError: the default pipeline is not installed.
    """
    nlp = nlp or _default_pipeline()
    found, (language, noted) = _found(nlp, text, published)
    return _record(
        nlp,
        text,
        _records(text, found),
        [*warnings, *noted],
        source=source,
        title=title or _headline(text),
        published=published,
        language=language,
        text=text if include_text else None,
    )


def _record(nlp: Language, text: str, records: _Records, warnings: list[Warn], /, **document: str | None) -> Extraction:
    """Return a document's record; ``document`` holds what its text alone does not tell."""
    return Extraction(
        factx_version=_version.__version__,
        model=_models(nlp),
        document=DocumentInfo(id=_identity(text), characters=len(text), **document),
        warnings=warnings,
        **records,
    )


def _found(nlp: Language, text: str, published: str | None) -> tuple[Part, tuple[str | None, list[Warn]]]:
    """Read a text, a very long one in sections; return what was found, and its language with what there is to say of it."""
    if len(text) <= LONG:
        with nlp.memory_zone():
            doc = read(nlp, text, published=published)
            return found_in(doc), _language(doc)
    whole = Whole(text)
    language: tuple[str | None, list[Warn]] | None = None
    for start, end in sections(text):
        first = max(0, start - AROUND)
        with nlp.memory_zone():
            doc = read(nlp, text[first : end + AROUND], published=published, known=whole.names())
            whole.add(moved(found_in(doc), first, (start, end)))
            language = language or _language(doc)
            del doc
    assert language is not None, "a long text has a section"
    return whole.found, language


def found_in(doc: Doc) -> Part:
    """Return what factx's components left on a doc."""
    return Part(list(doc._.factx_entities or []), list(doc._.factx_quotes or []), list(doc._.factx_claims or []))


def duplicate(text: str, *, nlp: Language, source: str, first: str, title: str | None = None) -> Extraction:
    """Return the record of a document whose text was read before: it refers to the first one's and says nothing twice.

    Arguments:
        text: the text.
        nlp: the pipeline.
        source: where this one is from.
        first: where the first one is from.
        title: its title if known.
    """
    note = Warn(code="duplicate", message=f"the same text as {first}; what it says stands there")
    nothing: _Records = {"entities": [], "quotes": [], "claims": []}
    return _record(nlp, text, nothing, [note], source=source, title=title, published=None, language=None, duplicate_of=first)


def _identity(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _models(nlp: Language) -> ModelInfo:
    named: tuple[str, str] | None = None
    if nlp.has_pipe("factx_quotes"):
        named = getattr(nlp.get_pipe("factx_quotes"), "model_name", None)
    return ModelInfo(
        base=ModelName(name=f"{nlp.lang}_{nlp.meta['name']}", version=nlp.meta["version"]),
        quotes=ModelName(name=named[0], version=named[1]) if named else None,
    )


def read(nlp: Language, text: str, *, published: str | None = None, known: dict[str, str] | None = None) -> Doc:
    """Run the pipeline over a text of any length.

    A long text is cut into tokens as a whole and tagged and parsed in windows that overlap, so that the seams do not show;
    factx's own components see the joined whole, so a quotation or a name that spans windows is found like any other.

    Arguments:
        nlp: a pipeline from ``factx.load()``.
        text: the text.
        published: ISO 8601 date if known; dates like "on Monday" are resolved against it.
        known: names that an earlier part of a longer text has, with their labels.

    Returns:
        The doc, with what factx's components found.
    """
    doc = nlp.tokenizer(text)
    doc = _annotate(nlp, doc) if len(text) <= WINDOW else _annotate_in_windows(nlp, doc)
    doc._.factx_text = text
    doc._.factx_published = published
    doc._.factx_known = known
    for name, pipe in nlp.pipeline:
        if name.startswith(_OWN):
            doc = pipe(doc)
    return doc


def _annotate(nlp: Language, doc: Doc) -> Doc:
    for name, pipe in nlp.pipeline:
        if not name.startswith(_OWN):
            doc = pipe(doc)
    return doc


def _annotate_in_windows(nlp: Language, doc: Doc) -> Doc:
    """Tag and parse a long doc piece by piece.

    Each piece starts a few sentences early and stops keeping a few words before its end, at the start of a paragraph or else of a
    sentence: within that margin a tagger cannot tell that there is a seam.
    """
    from spacy.tokens import Doc

    pieces: list[Doc] = []
    starts = [0]  # sentence starts that are settled
    position = 0
    while position < len(doc):
        begin = next((start for start in reversed(starts) if start <= position - CONTEXT), 0)
        end = _token_at(doc, doc[position].idx + WINDOW, position + 2 * MARGIN)
        window = doc[begin:end].as_doc()
        window[position - begin].is_sent_start = True
        opened = [begin + token.i for token in window if token.is_sent_start]  # where paragraphs begin, before parsing
        window = _annotate(nlp, window)
        sentences = [begin + sentence.start for sentence in window.sents]
        stop = (
            end if end == len(doc) else _last(opened, position, end - MARGIN) or _last(sentences, position, end - MARGIN) or end
        )
        kept = window[position - begin : stop - begin].as_doc()
        kept.tensor = kept.tensor[:0]
        pieces.append(kept)
        starts = [start for start in sentences if start <= stop]
        position = stop
    return Doc.from_docs(pieces, ensure_whitespace=False) if pieces else doc


def _token_at(doc: Doc, place: int, least: int) -> int:
    """Return the index of the first token that begins at or after a place, but not before ``least``."""
    low, high = least, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < place:
            low = middle + 1
        else:
            high = middle
    return min(low, len(doc))


def _last(starts: list[int], after: int, until: int) -> int | None:
    return next((start for start in reversed(starts) if after < start <= until), None)


def _headline(text: str) -> str | None:
    """Return the first line when it looks like a headline: short, no full stop, and followed by prose."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if not rest.strip() or not first or len(first) > 200 or first[-1] in '.!?:;,"”':
        return None
    return first if len(rest.strip()) > len(first) else None


def _language(doc: Doc) -> tuple[str | None, list[Warn]]:
    """Tell English by its function words: four in ten words of running English are, one in ten of any other language."""
    words = [token for token in doc if token.is_alpha]
    if not words:
        return None, []
    share = sum(token.is_stop for token in words) / len(words)
    if share >= 0.2 or len(words) < 20:
        return "en", []
    return None, [Warn(code="not_english", message="the text does not look like English prose; treat what was found with care")]


def _records(text: str, found: Part) -> _Records:
    """Turn what was found into records, numbered in order of first place."""
    entities = sorted(found.entities, key=lambda e: min(((m.start, m.end) for m in e.mentions), default=(len(text), 0)))
    quotes = sorted(found.quotes, key=lambda q: (q.content[0], q.content[-1]))
    claims = sorted(found.claims, key=lambda c: (c.start, c.end))
    entity_ids = {id(entity): f"e{n}" for n, entity in enumerate(entities, 1)}
    claim_ids = {id(claim): f"c{n}" for n, claim in enumerate(claims, 1)}
    quote_ids = {id(quote): f"q{n}" for n, quote in enumerate(quotes, 1)}

    def span(place: Place) -> Span:
        return Span.trusted(start=place[0], end=place[1], text=text[slice(*place)])

    def speaker(reference: Reference | None) -> Speaker | None:
        if reference is None:
            return None
        return Speaker.trusted(
            start=reference.start,
            end=reference.end,
            text=text[reference.start : reference.end],
            entity=entity_ids.get(id(reference.entity)),
            name=reference.name,
            kind=reference.kind,
            inferred=reference.inferred,
        )

    def entity(found: FoundEntity) -> Entity:
        mentions = sorted(found.mentions, key=lambda m: (m.start, m.end))
        names = dict.fromkeys(" ".join(text[m.start : m.end].split()) for m in mentions if m.kind == "name")
        names.pop(found.name, None)
        return Entity.trusted(
            id=entity_ids[id(found)],
            name=found.name,
            type=found.type,
            aliases=list(names),
            mentions=[Mention.trusted(start=m.start, end=m.end, text=text[m.start : m.end], kind=m.kind) for m in mentions],
            confidence=found.confidence,
            speaks_for=found.speaks_for,
        )

    def quote(found: FoundQuote) -> Quote:
        return Quote.trusted(
            id=quote_ids[id(found)],
            kind=found.kind,
            content=[span(place) for place in found.content],
            cue=span(found.cue) if found.cue else None,
            act=found.act,
            speaker=speaker(found.speaker),
            parent=quote_ids.get(id(found.parent)),
            confidence=found.confidence,
            method=found.method,
        )

    def claim(found: FoundClaim) -> Claim:
        date = found.as_of
        return Claim.trusted(
            id=claim_ids[id(found)],
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            value=found.value,
            low=found.low,
            high=found.high,
            modifier=found.modifier,
            unit=Unit.trusted(code=found.unit.code, kind=found.unit.kind) if found.unit else None,
            per=found.per,
            counted=found.counted,
            trend=found.trend,
            speaker=speaker(found.speaker),
            quote=quote_ids.get(id(found.quote)),
            about=list(dict.fromkeys(entity_ids[id(r.entity)] for r in found.about if id(r.entity) in entity_ids)),
            predicate=found.predicate,
            as_of=AsOf.trusted(start=date.start, end=date.end, text=text[date.start : date.end], value=date.value)
            if date
            else None,
            negated=found.negated,
            hedged=found.hedged,
            sentence=span(found.sentence),
            confidence=found.confidence,
            method=found.method,
        )

    return {
        "entities": [entity(found) for found in _drained(entities)],
        "quotes": [quote(found) for found in _drained(quotes)],
        "claims": [claim(found) for found in _drained(claims)],
    }


def _drained(found: list[_T]) -> Iterator[_T]:
    """Yield what is in a list and let go of it, so that a long text's findings and records are not all there at once."""
    found.reverse()
    while found:
        yield found.pop()
