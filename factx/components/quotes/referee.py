"""The referee: joins what quotation marks say with what the parse says into quotes, each utterance once."""

from __future__ import annotations

from spacy.tokens import Doc

from factx.components.found import FoundQuote
from factx.components.quotes.direct import attribute, join
from factx.components.quotes.extent import content_words
from factx.components.quotes.follow_ons import follow_ons
from factx.components.quotes.joint import Rate, join_model
from factx.components.quotes.layout import Layout
from factx.components.quotes.marks import Quotation
from factx.components.quotes.model.confidence import Evidence
from factx.components.quotes.model.grouping import Tagged
from factx.components.quotes.nesting import nest
from factx.components.quotes.reported import beside_model, judged, reported
from factx.components.quotes.set_off import set_off, transcribed


def find_quotes(
    doc: Doc, text: str, marks: list[Quotation], tagged: list[Tagged] | None = None, rate: Rate | None = None
) -> list[FoundQuote]:
    """Return the quotes of a parsed document.

    Arguments:
        doc: a document with tags and a dependency parse.
        text: the text that offsets point into, typographic marks and all.
        marks: its quotation marks, paired.
        tagged: what the model found; rules alone are asked when None.
        rate: tells how sure a quote is; the rules' own estimates stand when None.
    """
    layout = Layout(doc, text, marks)
    spoken = transcribed(layout)
    attribute(layout)
    join(layout)
    quotes, settled, used = set_off(layout)
    if tagged is None:
        quotes += reported(layout, used)
        for quote in quotes:
            layout.claim(quote)
        quotes += judged(layout, {quote.cue for quote in quotes})
    else:
        read = reported(layout, used)
        quotes += join_model(layout, quotes, tagged, read, rate or _as_estimated)
        quotes += beside_model(layout, quotes, used)
    quotes += follow_ons(layout, quotes, settled)
    quotes += spoken
    for quote in quotes:
        if rate is not None and not quote.method.startswith("model"):
            quote.confidence = rate(quote, None)
    quotes.sort(key=lambda q: (q.content[0][0], -q.content[-1][1]))
    nest(quotes)
    return [quote for quote in quotes if not (_orphaned(layout, quote) if quote.parent is None else _slight(layout, quote))]


def _as_estimated(quote: FoundQuote, evidence: Evidence | None) -> float:
    if evidence is None:
        return quote.confidence
    return evidence.tagged.label * evidence.tagged.link * evidence.tagged.origin


# Of fewer words than this, what one voice reports inside another's words is seldom a statement, unless it is a figure.
_STATEMENT, _REQUEST = 6, 3
_FIRST_PERSON = frozenset({"i", "we", "me", "us"})


def _slight(layout: Layout, quote: FoundQuote) -> bool:
    """Tell a report inside somebody's words that is none: of the same voice ("I thought ..."), or of a word or two."""
    if quote.kind != "indirect" or quote.method == "according-to":
        return False
    speaker = quote.speaker
    if speaker is not None and layout.text[speaker.start : speaker.end].lower() in _FIRST_PERSON:
        return True
    words = [layout.doc[i] for place in quote.content for i in sorted(content_words(layout, place))]
    clause = quote.method.endswith("clause") and any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words)
    asked = quote.method.endswith("infinitive") and len(words) >= _REQUEST  # "told him to finish the run"
    return len(words) < _STATEMENT and not clause and not asked and not any(word.tag_ == "CD" for word in words)


_BY_FORM = frozenset({"transcript", "sign-off"})


def _orphaned(layout: Layout, quote: FoundQuote) -> bool:
    """A report whose cue stands inside a quotation that is nobody's quote (a title, a slogan) has lost its ground."""
    if quote.cue is None or quote.method in _BY_FORM or quote.method.startswith(("marks", "model+")):
        return False
    low, high = layout.tokens(*quote.cue)
    return low < high and layout.inside[low] is not None
