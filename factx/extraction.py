"""From a text to an ``Extraction``: read long texts in windows, run the pipeline, turn what it found into records."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING, TypedDict

from factx import _version
from factx.components.found import FoundClaim, FoundEntity, FoundQuote, Place, Reference, source_text
from factx.components.text import paragraphs
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

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy's parser wants about a gigabyte per million characters at once; paragraphs are its natural seams.
WINDOW = 100_000


class _Found(TypedDict):
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
    with nlp.memory_zone():
        doc = read(nlp, text, published=published)
        language, noted = _language(doc)
        return Extraction(
            factx_version=_version.__version__,
            model=ModelInfo(base=ModelName(name=f"{nlp.lang}_{nlp.meta['name']}", version=nlp.meta["version"]), quotes=None),
            document=DocumentInfo(
                id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
                source=source,
                title=title or _headline(text),
                published=published,
                language=language,
                characters=len(text),
                text=text if include_text else None,
            ),
            warnings=[*warnings, *noted],
            **_records(doc),
        )


def read(nlp: Language, text: str, *, published: str | None = None) -> Doc:
    """Run the pipeline over a text of any length.

    A long text is tagged and parsed in windows that end between paragraphs, where sentences end anyway; factx's own components
    see the joined whole, so a quotation or a name that spans windows is found like any other.
    """
    from spacy.tokens import Doc

    docs = [nlp.make_doc(text[start:end]) for start, end in _windows(text)]
    own = [(name, pipe) for name, pipe in nlp.pipeline if name.startswith("factx_")]
    for index, doc in enumerate(docs):
        for name, pipe in nlp.pipeline:
            if not name.startswith("factx_"):
                doc = pipe(doc)
        doc.tensor = doc.tensor[:0]
        docs[index] = doc
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    doc._.factx_text = text
    doc._.factx_published = published
    for _, pipe in own:
        doc = pipe(doc)
    return doc


def _windows(text: str) -> list[Place]:
    """Cut at paragraph starts; a paragraph longer than a window is cut at white space."""
    if len(text) <= WINDOW:
        return [(0, len(text))]
    cuts, last = [0], 0
    for start, end in paragraphs(text):
        if end - last > WINDOW and start > last:
            cuts.append(start)
            last = start
        while end - last > WINDOW:
            space = text.rfind(" ", last + WINDOW // 2, last + WINDOW)
            last = space + 1 if space > 0 else last + WINDOW
            cuts.append(last)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


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


def _records(doc: Doc) -> _Found:
    """Turn what stands on the doc into records, numbered in order of first place."""
    text = source_text(doc)
    entities: list[FoundEntity] = sorted(doc._.factx_entities or [], key=lambda e: min((m.start, m.end) for m in e.mentions))
    quotes: list[FoundQuote] = sorted(doc._.factx_quotes or [], key=lambda q: (q.content[0], q.content[-1]))
    claims: list[FoundClaim] = sorted(doc._.factx_claims or [], key=lambda c: (c.start, c.end))
    entity_ids = {id(entity): f"e{n}" for n, entity in enumerate(entities, 1)}
    quote_ids = {id(quote): f"q{n}" for n, quote in enumerate(quotes, 1)}

    def span(place: Place) -> Span:
        return Span(start=place[0], end=place[1], text=text[slice(*place)])

    def speaker(reference: Reference | None) -> Speaker | None:
        if reference is None:
            return None
        return Speaker(
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
        names = dict.fromkeys(text[m.start : m.end] for m in mentions if m.kind == "name")
        names.pop(found.name, None)
        return Entity(
            id=entity_ids[id(found)],
            name=found.name,
            type=found.type,
            aliases=list(names),
            mentions=[Mention(start=m.start, end=m.end, text=text[m.start : m.end], kind=m.kind) for m in mentions],
            confidence=found.confidence,
        )

    def quote(found: FoundQuote) -> Quote:
        return Quote(
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
        return Claim(
            id=f"c{claims.index(found) + 1}",
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            value=found.value,
            low=found.low,
            high=found.high,
            modifier=found.modifier,
            unit=Unit(code=found.unit.code, kind=found.unit.kind) if found.unit else None,
            per=found.per,
            counted=found.counted,
            trend=found.trend,
            speaker=speaker(found.speaker),
            quote=quote_ids.get(id(found.quote)),
            about=list(dict.fromkeys(entity_ids[id(r.entity)] for r in found.about if id(r.entity) in entity_ids)),
            predicate=found.predicate,
            as_of=AsOf(start=date.start, end=date.end, text=text[date.start : date.end], value=date.value) if date else None,
            negated=found.negated,
            hedged=found.hedged,
            sentence=span(found.sentence),
            confidence=found.confidence,
            method=found.method,
        )

    return {
        "entities": [entity(found) for found in entities],
        "quotes": [quote(found) for found in quotes],
        "claims": [claim(found) for found in claims],
    }
