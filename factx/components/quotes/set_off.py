"""Quotes that their form makes certain: the turns of a transcript, and quotations set off by their marks."""

from __future__ import annotations

from factx.components.found import FoundQuote, Place, Reference
from factx.components.quotes.formats import turns
from factx.components.quotes.layout import Attribution, Layout, Unit
from factx.components.quotes.syntax import mention_reference, pieces


def transcribed(layout: Layout) -> list[FoundQuote]:
    """Make a quote of every turn of a transcript, and take its words out of what the marks' rules look at."""
    found = []
    for turn in turns(layout.text, layout.pars):
        speaker = Reference(*turn.speaker, kind="name") if turn.speaker else None
        quote = FoundQuote("direct", turn.content, turn.cue, "say", speaker, confidence=0.9, method="transcript")
        for start, end in turn.content:
            layout.leave_out(layout.pars[layout.paragraph(start)][0], end)
        layout.claim(quote)
        found.append(quote)
    return found


def set_off(layout: Layout) -> tuple[list[FoundQuote], set[int], set[int]]:
    """Make a quote of every attributed chain of units; return them, those units' ids and their cue tokens."""
    chains: dict[int, list[Unit]] = {}
    first_of: dict[int, Unit] = {}
    for unit in layout.units:
        first = first_of.get(id(unit.follows), unit) if unit.follows else unit
        first_of[id(unit)] = first
        chains.setdefault(id(first), []).append(unit)
    found: list[FoundQuote] = []
    settled: set[int] = set()
    used: set[int] = set()
    for chain in chains.values():
        told = next((u.attribution for u in chain if u.attribution is not None), None)
        if told is None:
            continue
        if told.head is not None:
            used.add(told.head.i)
        quote = FoundQuote(
            kind="direct",
            content=_lead(layout, chain[0], told) + [(u.quotation.start, u.quotation.end) for u in chain],
            cue=told.cue,
            act=told.act,
            speaker=Reference(*told.mention, kind="name") if told.mention else mention_reference(told.speaker),
            confidence=told.confidence,
            method="sign-off" if told.mention else "marks-after" if told.after else "marks-before",
        )
        if len(quote.content) > len(chain):
            quote.kind = "mixed"
        found.append(quote)
        settled.update(id(unit) for unit in chain)
        layout.claim(quote)
    return found, settled, used


def _lead(layout: Layout, unit: Unit, told: Attribution) -> list[Place]:
    """Return the words that a quotation completes: The plan, she said, "is a farce"."""
    if told.after or told.head is None or told.speaker is None or unit.before[-1].text != ",":
        return []
    if not layout.text[unit.quotation.inner[0]].islower():
        return []
    opening = min(told.head.i, told.speaker.left_edge.i)
    words = [t for t in unit.before if t.i < opening]
    if len(words) < 2 or words[-1].text != "," or any(layout.inside[t.i] for t in words):
        return []
    return pieces(layout.doc, [t.i for t in words])
