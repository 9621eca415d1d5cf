"""Measure a quote model through factx itself: what is found, by kind and by role, and whether its confidence can be believed.

    python models/quotes/evaluate.py CORPUS [--weights DIR] [--rules-only]

``CORPUS`` holds ``text`` and ``attributions`` in brat standoff. Words are runs of letters and digits, as in PolNeAR's own scorer;
marks and white space count for nothing. Attributions inside another one's content (``parent``) are left out: PolNeAR is flat.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prepare import Document, Place, read_corpus

from factx.components.found import FoundQuote
from factx.components.quotes.marks import pair_marks
from factx.components.text import paragraphs

_WORD = re.compile(r"\w+")
# Words that do not by themselves make two speakers the same.
_WEAK = frozenset("a an the this that these those some any each every all both no s".split())
KINDS = ("all", "direct", "mixed", "indirect")


@dataclass(slots=True)
class Item:
    """An attribution as sets of words (their places)."""

    content: frozenset[int]
    speaker: frozenset[int]
    cue: frozenset[int]
    kind: str
    confidence: float = 1.0
    sourced: bool = True
    quote: FoundQuote | None = None


class Words:
    """The words of a text, and which of them are in quotation marks."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = [match.span() for match in _WORD.finditer(text)]
        quoted = [(one.start, one.end) for one in pair_marks(text)]
        self.quoted = {i for i, (low, high) in enumerate(self.places) if any(a <= low and high <= b for a, b in quoted)}

    def of(self, places: Iterable[Place]) -> frozenset[int]:
        """Return the words that some places touch."""
        return frozenset(i for a, b in places for i, (low, high) in enumerate(self.places) if low < b and a < high)

    def item(self, content: list[Place], speaker: list[Place], cue: list[Place]) -> Item:
        """Return an attribution in words."""
        words = self.of(content)
        inside = len(words & self.quoted)
        kind = "direct" if inside == len(words) else "mixed" if inside else "indirect"
        said = self.of(speaker)
        strong = frozenset(i for i in said if self.text[slice(*self.places[i])].lower() not in _WEAK)
        return Item(words, strong or said, self.of(cue), kind, sourced=bool(speaker))


def compare(gold: list[Item], found: list[Item]) -> Iterator[tuple[Item | None, Item | None, bool]]:
    """Yield matched pairs (content by overlap of at least a half) and what is left over; True where the speaker is right too."""
    pairs = []
    for i, wanted in enumerate(gold):
        for j, got in enumerate(found):
            shared = len(wanted.content & got.content)
            if shared and (overlap := shared / len(wanted.content | got.content)) >= 0.5:
                pairs.append((overlap, bool(wanted.speaker & got.speaker), i, j))
    taken: dict[int, int] = {}
    given: set[int] = set()
    for _, _, i, j in sorted(pairs, key=lambda pair: (-pair[0], -pair[1], pair[2], pair[3])):
        if i not in taken and j not in given:
            taken[i] = j
            given.add(j)
            yield gold[i], found[j], not gold[i].sourced or bool(gold[i].speaker & found[j].speaker)
    yield from ((wanted, None, False) for i, wanted in enumerate(gold) if i not in taken)
    yield from ((None, got, False) for j, got in enumerate(found) if j not in given)


def items(document: Document, quotes: Iterable[FoundQuote]) -> tuple[list[Item], list[Item]]:
    """Return what a document's annotation and factx say, in words."""
    words = Words(document.text)
    gold = [words.item(one.content, one.source, one.cue) for one in document.attributions]
    found = []
    for quote in quotes:
        if quote.parent is None:
            speaker = [(quote.speaker.start, quote.speaker.end)] if quote.speaker else []
            found.append(words.item(quote.content, speaker, [quote.cue] if quote.cue else []))
            found[-1].quote, found[-1].confidence = quote, quote.confidence
    return [one for one in gold if one.content], [one for one in found if one.content]


def read(nlp: Any, documents: Iterable[Document]) -> Iterator[tuple[Document, list[FoundQuote]]]:
    """Yield documents with what factx found in them."""
    from factx.extraction import read as read_text

    for document in documents:
        yield document, list(read_text(nlp, document.text)._.factx_quotes)


def figures(results: list[tuple[Document, list[FoundQuote]]]) -> dict[str, dict[str, float]]:
    """Return F1 in percent: by kind (``exact``, ``overlap``, ``speaker``: overlap and the right speaker), and exact by role.

    Roles are measured as by CofeNet: exact spans, in the passages (here paragraphs) that hold an attribution.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for document, quotes in results:
        gold, found = items(document, quotes)
        for wanted, got, right in compare(gold, found):
            for side, one in (("gold", wanted), ("found", got)):
                for kind in ("all", one.kind) if one else ():
                    counts["n", kind, side] += 1
                    counts["overlap", kind, side] += wanted is not None and got is not None
                    counts["speaker", kind, side] += right
        for side, own, others in (("gold", gold, found), ("found", found, gold)):
            whole = {one.content for one in others}
            for one in own:
                for kind in ("all", one.kind):
                    counts["exact", kind, side] += one.content in whole
        for role, side, number in _roles(document, quotes):
            counts[role, "roles", side] += number
    table = {
        kind: {measure: _f1(counts, measure, kind, "n", kind) for measure in ("exact", "overlap", "speaker")} for kind in KINDS
    }
    table["roles"] = {
        role: 200 * counts[role, "roles", "both"] / max(1, counts[role, "roles", "gold"] + counts[role, "roles", "found"])
        for role in ("source", "cue", "content")
    }
    return table


def _f1(counts: Counter[tuple[str, str, str]], measure: str, kind: str, total: str, of: str) -> float:
    recall, precision = (counts[measure, kind, side] / max(1, counts[total, of, side]) for side in ("gold", "found"))
    return 200 * recall * precision / max(1e-9, recall + precision)


def _roles(document: Document, quotes: list[FoundQuote]) -> Iterator[tuple[str, str, int]]:
    words = Words(document.text)
    starts = {one.content[0][0] for one in document.attributions}
    passages = [(low, high) for low, high in paragraphs(document.text) if any(low <= start < high for start in starts)]
    kept = [q for q in quotes if q.parent is None and any(low <= q.content[0][0] < high for low, high in passages)]
    gold = {
        "content": {words.of([place]) for one in document.attributions for place in one.content},
        "cue": {words.of([place]) for one in document.attributions for place in one.cue},
        "source": {words.of([place]) for one in document.attributions for place in one.source},
    }
    found = {
        "content": {words.of([place]) for quote in kept for place in quote.content},
        "cue": {words.of([quote.cue]) for quote in kept if quote.cue},
        "source": {words.of([(quote.speaker.start, quote.speaker.end)]) for quote in kept if quote.speaker},
    }
    for role, wanted in gold.items():
        yield role, "gold", len(wanted - {frozenset()})
        yield role, "found", len(found[role] - {frozenset()})
        yield role, "both", len((wanted & found[role]) - {frozenset()})


def reliability(results: list[tuple[Document, list[FoundQuote]]], bins: int = 10) -> tuple[float, list[tuple[int, float, float]]]:
    """Return the expected calibration error, and of each bin of confidence its size, mean and share of right quotes."""
    rated = [
        (got.confidence, right)
        for document, quotes in results
        for _, got, right in compare(*items(document, quotes))
        if got is not None
    ]
    table = []
    error = 0.0
    for number in range(bins):
        inside = [one for one in rated if number <= min(one[0] * bins, bins - 1e-9) < number + 1]
        if inside:
            mean = sum(confidence for confidence, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            table.append((len(inside), mean, share))
            error += len(inside) / len(rated) * abs(mean - share)
    return error, table


def main() -> None:
    """Read the command line, measure, print."""
    import factx

    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--weights", type=Path)
    arguments.add_argument("--rules-only", action="store_true")
    options = arguments.parse_args()
    nlp = factx.load(rules_only=options.rules_only, quote_model=str(options.weights) if options.weights else None)
    results = list(read(nlp, read_corpus(options.corpus)))
    for row, values in figures(results).items():
        print(f"{row:9}", "  ".join(f"{name} {value:5.1f}" for name, value in values.items()))
    error, table = reliability(results)
    print(f"expected calibration error {error:.3f}")
    for number, mean, share in table:
        print(f"  {number:5} quotes, confidence {mean:.2f}, right {share:.2f}")
    print(json.dumps({"documents": len(results)}))


if __name__ == "__main__":
    main()
