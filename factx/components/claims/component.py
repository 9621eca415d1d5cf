"""The claims component: it finds numeric claims and sets them on the doc."""

from __future__ import annotations

from bisect import bisect_left

from spacy.errors import Errors
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc

from factx.components.claims.dates import find_dates
from factx.components.claims.exclusions import Mask, date_mask, is_excluded, masked_places
from factx.components.claims.expressions import expressions
from factx.components.claims.figures import FigureReader
from factx.components.claims.parties import innermost_quotes
from factx.components.claims.units import denominator_is_number
from factx.components.found import FoundClaim, FoundQuote, Reference, register_extensions, source_text
from factx.components.lemma import Lemmas
from factx.components.text import view


class Claims(Pipe):
    """Find numeric claims and set them on ``doc._.factx_claims``.

    Arguments:
        nlp: the pipeline, for its lemmatizer.
        name: the component's name in it.
    """

    def __init__(self, nlp: Language, name: str = "factx_claims") -> None:
        register_extensions()
        self.name = name
        self._lemmas = Lemmas(nlp)

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims of a doc and set them on it."""
        error_handler = self.get_error_handler()
        try:
            self.set_annotations(doc, self.match(doc))
            return doc
        except Exception as error:
            error_handler(self.name, self, [doc], error)
            raise ValueError(Errors.E890.format(name=self.name)) from error

    def set_annotations(self, doc: Doc, found: list[FoundClaim]) -> None:
        """Write the claims on the doc.

        Arguments:
            doc: the doc.
            found: what ``match`` found in it.
        """
        doc._.factx_claims = found

    def match(self, doc: Doc) -> list[FoundClaim]:
        """Find the numeric claims of a doc.

        Arguments:
            doc: a parsed doc; entities and quotes are used where earlier components left them.

        Returns:
            Claims in order of place.
        """
        text = _view(source_text(doc))
        if len(doc) == 0:
            return []
        candidates = list(expressions(text))
        if not candidates:
            return []
        dates = find_dates(text, doc._.factx_published)
        mask = Mask(masked_places(text) + date_mask(dates))
        kept = [
            e
            for e in candidates
            if not mask.covers(*e.core) and not is_excluded(text, e) and not denominator_is_number(text, e.core[0])
        ]
        reader = FigureReader(doc, text, self._lemmas, dates, [expression.core for expression in kept])
        claims = [claim for expression in kept for claim in reader.claims(expression)]
        places = [(claim.start, claim.end) for claim in claims]
        shares = [claim.start for claim in claims if claim.unit is not None and claim.unit.kind == "percent"]
        for claim, quote in zip(claims, innermost_quotes(doc._.factx_quotes or [], places), strict=True):
            _attribute(claim, quote, shares)
        return claims


def _view(source: str) -> str:
    """The view of a text, but for the sign of inches, which is no quotation mark."""
    text = view(source)
    if "″" not in source:
        return text
    return "".join(old if old == "″" else new for old, new in zip(source, text, strict=True))


# What a cue does when the figures in its content are its speaker's claim; who plans, orders or asks for something states none.
_ASSERTS = frozenset({"say", "claim", "deny", "show", "think"})


_BEHIND = 12  # characters from a figure to the source of the clause that tells it: "that"


def _holds(places: list[int], start: int, end: int) -> bool:
    index = bisect_left(places, start)
    return index < len(places) and places[index] < end


def _is_inner(own: Reference, claim: FoundClaim, quote: FoundQuote) -> bool:
    """Tell a source that the quote itself names: "the firm earned more, it said, than the $8 that analysts expected"."""
    if own.kind == "pronoun":
        return False
    return 0 <= own.start - claim.end <= _BEHIND or any(start <= own.start < end for start, end in quote.content)


def _attribute(claim: FoundClaim, quote: FoundQuote | None, shares: list[int]) -> None:
    """A quote's speaker claims its figures (a source inside it has a quote of its own), else the clause's own source.

    Arguments:
        claim: the figure.
        quote: the innermost quote around it.
        shares: where the document's percentages begin: "54 percent of sailors", who say whom they will vote for, claim no figure,
            the poll does.
    """
    claim.quote = quote
    while quote is not None and quote.speaker is not None and _holds(shares, quote.speaker.start, quote.speaker.end):
        quote = quote.parent
    while quote is not None and quote.kind == "indirect" and quote.act not in _ASSERTS:
        quote = quote.parent
    own = claim.speaker
    if quote is not None and not (own is not None and _is_inner(own, claim, quote)):
        claim.speaker = quote.speaker or own
    speaker = claim.speaker
    if speaker is not None:
        # "according to the agency, Yonhap, 12 people died": a name inside the speaker's is no subject, however it was parsed
        claim.about = [
            one
            for one in claim.about
            if not (speaker.start <= one.start and one.end <= speaker.end) or (one.start, one.end) == (speaker.start, speaker.end)
        ]
