"""Quotations that nothing beside them attributes: a paragraph's speaker goes on speaking."""

from __future__ import annotations

from factx.components.found import FoundQuote, Reference
from factx.components.quotes.layout import FINITE, Layout, Unit


def follow_ons(layout: Layout, quotes: list[FoundQuote], settled: set[int]) -> list[FoundQuote]:
    """Find the quotations that nothing beside them attributes: a paragraph's speaker goes on speaking.

    The speaker is the one of the attribution just before, in the same paragraph or as the last of the one before; when two
    parties speak there, nobody is named.
    """
    by_par: dict[int, list[FoundQuote]] = {}
    for quote in quotes:
        if quote.cue is None or quote.speaker is None or quote.act != "say":
            continue
        if layout.inside[layout.tokens(*quote.cue)[0]] is None:
            by_par.setdefault(layout.paragraph(quote.cue[0]), []).append(quote)
    added: list[FoundQuote] = []
    chained: dict[int, FoundQuote] = {}
    for unit in layout.units:
        span = (unit.quotation.start, unit.quotation.end)
        if id(unit) in settled or not layout.is_free(*span):
            continue
        if unit.follows is not None and id(unit.follows) in chained:
            quote = chained[id(unit.follows)]
            quote.content.append(span)
            chained[id(unit)] = quote
            continue
        if not unit.sentence_like or not _stands_alone(layout, unit) or _is_crosshead(layout, unit):
            continue
        source = _carried(layout, unit, by_par)
        speaker = None
        if source is not None and source.speaker is not None:
            old = source.speaker
            speaker = Reference(old.start, old.end, kind=old.kind, inferred=True)
        elif unit.words < 6:
            continue
        quote = FoundQuote("direct", [span], None, "say", speaker, confidence=0.6 if speaker else 0.4, method="marks-follow-on")
        chained[id(unit)] = quote
        added.append(quote)
        if speaker is not None:
            by_par.setdefault(unit.paragraph, []).append(quote)
    return added


def _is_crosshead(layout: Layout, unit: Unit) -> bool:
    """Tell a heading inside an article: a few words in quotation marks are all of a paragraph."""
    low, high = layout.pars[unit.paragraph]
    return unit.words < _HEADING and not layout.text[low : unit.quotation.start].strip() and unit.quotation.end >= high


_HEADING = 7  # words


def _stands_alone(layout: Layout, unit: Unit) -> bool:
    """A quotation that begins where a sentence does, and is a sentence: not a title, not a scare quote."""
    left = layout.text[max(0, unit.quotation.start - 9) : unit.quotation.start].rstrip(" \t")
    inner = layout.text[slice(*unit.quotation.inner)].strip()
    free = not left or left[-1] in "\n.!?:\"”’'»"
    return free and inner[:1].isupper() and inner[-1:] in ".!?…,\"”’'—–-"


def _carried(layout: Layout, unit: Unit, by_par: dict[int, list[FoundQuote]]) -> FoundQuote | None:
    """Return the quote whose speaker goes on: one that ends right before, or the only voice of the paragraph before."""
    if unit.before or _signed(layout, unit):
        return None  # words that introduce the quotation, or a name behind it: some other voice
    at = unit.quotation.start
    here = [q for q in by_par.get(unit.paragraph, ()) if q.content[0][0] < at and (q.cue is None or q.cue[0] < at)]
    if here:
        last = max(here, key=_reach)
        low, high = layout.tokens(_reach(last), at)
        stops = sum(layout.doc[i].text in (".", "!", "?") and layout.inside[i] is None for i in range(low, high))
        return last if stops <= 1 else None
    if layout.text[layout.pars[unit.paragraph][0] : at].strip():
        return None
    before = by_par.get(unit.paragraph - 1, [])
    # "Ms Lee said ... She added ...": a pronoun beside one name is that one voice.
    voices = {
        layout.text[q.speaker.start : q.speaker.end].lower()
        for q in before
        if q.speaker is not None and q.speaker.kind != "pronoun"
    }
    pronouns = {layout.text[q.speaker.start : q.speaker.end].lower() for q in before if q.speaker is not None} - voices
    return max(before, key=_reach) if before and len(voices) <= 1 and len(pronouns) <= 1 else None


def _signed(layout: Layout, unit: Unit) -> bool:
    """Tell a quotation with words behind it that are no sentence: a source's name, as under a pull quote."""
    low, high = layout.tokens(unit.quotation.end, layout.pars[unit.paragraph][1])
    words = [layout.doc[i] for i in range(low, high) if layout.doc[i].is_alpha and layout.inside[i] is None]
    return bool(words) and not any(word.tag_ in FINITE for word in words)


def _reach(quote: FoundQuote) -> int:
    return max(quote.content[-1][1], quote.cue[1] if quote.cue else 0)
