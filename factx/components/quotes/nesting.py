"""Which quote stands in the content of which."""

from __future__ import annotations

from factx.components.found import FoundQuote, Place


def nest(quotes: list[FoundQuote]) -> None:
    """Set the parent of every quote whose cue and words stand in the content of another one: the innermost.

    The quotes come in order of their first place, longer ones first, so a parent always stands before its children.
    """
    open_ones: list[FoundQuote] = []
    for inner in quotes:
        places = inner.content if inner.cue is None else [*inner.content, inner.cue]
        first = inner.content[0][0]
        open_ones = [quote for quote in open_ones if quote.content[-1][1] > first]
        around = [o for o in open_ones if contains(o, places) and size(o) > size(inner)]
        inner.parent = min(around, key=size) if around else None
        open_ones.append(inner)


def contains(quote: FoundQuote, places: list[Place]) -> bool:
    return all(any(s <= a and b <= e for s, e in quote.content) for a, b in places)


def size(quote: FoundQuote) -> int:
    return sum(end - start for start, end in quote.content)
