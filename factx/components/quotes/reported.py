"""Reported speech that the parse shows, fitted to the quotation marks; alone, or beside what the model found."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.found import FoundQuote, Place
from factx.components.quotes.candidate import Candidate
from factx.components.quotes.indirect import candidates
from factx.components.quotes.layout import Layout, Unit
from factx.components.quotes.marks import Quotation
from factx.components.quotes.nesting import contains, size
from factx.components.quotes.patterns import FORMS, VERBS
from factx.components.quotes.syntax import mention_reference, pieces, subject, subtree
from factx.selection import SPEECH

# The rules that are right more often than not where the model is silent.
_SURE = frozenset({"according-to", "verb-clause", "verb-parenthetical", "verb-object", "verb-infinitive", "verb-prep"})


# "I think" and "you know" inside somebody's words are manners of speaking, no reports.
_INNER_LIFE = frozenset({"think", "feel", "intend", "other"})
_SELF = frozenset({"i", "we", "you"})


def reported(layout: Layout, used: set[int]) -> list[FoundQuote]:
    """Turn the parse's candidates into quotes, as far as the quotation marks allow."""
    found: list[FoundQuote] = []
    for candidate in candidates(layout.doc):
        if candidate.head.i in used:
            continue
        home = layout.inside[candidate.head.i]
        content = _within(candidate, home, layout.nested.get(id(home), [])) if home is not None else _outside(layout, candidate)
        if not content:
            continue
        if candidate.speaker is not None and layout.inside[candidate.speaker.i] is not home:
            continue  # a reporter's verb cannot have its subject inside somebody's words, nor the other way round
        if (
            home is not None
            and candidate.speaker is not None
            and candidate.speaker.lower_ in _SELF
            and (candidate.act in _INNER_LIFE or candidate.head.tag_ == "VB")
        ):
            continue
        found.append(
            FoundQuote(
                kind=layout.kind(content, within=home is not None),
                content=content,
                cue=candidate.cue,
                act=candidate.act,
                speaker=mention_reference(candidate.speaker),
                confidence=candidate.confidence,
                method=candidate.method,
            )
        )
    return found


def beside_model(layout: Layout, quotes: list[FoundQuote], used: set[int]) -> list[FoundQuote]:
    """Find by rules what the model does not say: reports inside another quote's content, of which it reads the outermost voice
    alone, and speech that it has no part of."""
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    found = []
    for quote in reported(layout, used):
        cue = quote.cue
        if cue is None or any(low < cue[1] and cue[0] < high for low, high in cues):
            continue
        places = [*quote.content, cue]
        owners = {id(layout.owner[i]) for place in places for i in range(*layout.tokens(*place))}
        outer = next((other for other in quotes if contains(other, places) and size(other) > size(quote)), None)
        if owners == {id(None)}:
            if quote.act in SPEECH and (quote.method in _SURE or (quote.method == "noun-clause" and quote.speaker is not None)):
                found.append(quote)
        elif outer is not None:
            _uncouple(layout, outer, quote)
            found.append(quote)
    return found


def _uncouple(layout: Layout, outer: FoundQuote, inner: FoundQuote) -> None:
    """Cut a content before a second verb of saying of the same speaker: "said it had known, but denied that ..." """
    if outer.cue is None or inner.cue is None or outer.cue[0] > inner.cue[0] or outer.kind == "direct":
        return
    doc = layout.doc
    cues = set(range(*layout.tokens(*outer.cue)))
    verb = doc[layout.tokens(*inner.cue)[0]]
    if verb.dep_ != "conj" or verb.head.i not in cues:
        return
    end = verb.left_edge.idx if verb.left_edge.i > verb.head.i else verb.idx
    low, high = layout.tokens(outer.content[-1][0], end)
    while high > low and (doc[high - 1].dep_ == "cc" or doc[high - 1].is_punct or doc[high - 1].is_space):
        high -= 1
    if high > low and outer.content[-1][1] >= inner.content[-1][1]:
        outer.content[-1] = (outer.content[-1][0], doc[high - 1].idx + len(doc[high - 1]))


def judged(layout: Layout, cues: set[Place | None]) -> list[FoundQuote]:
    """Find what reports an integrated quotation that no complement covers: she derided it as "a farce"."""
    found: list[FoundQuote] = []
    for unit in layout.units:
        low, high = unit.quotation.start, unit.quotation.end
        if unit.set_off or unit.words < 2 or not layout.is_free(low, high):
            continue
        root = _argument(layout, unit)
        if root is None:
            continue
        verb = root.head
        cue, speaker = (verb.idx, verb.idx + len(verb)), subject(verb)
        if speaker is None or cue in cues:
            continue
        tokens = {i for i in subtree(root) if i > verb.i}
        for child in verb.children:
            if verb.i < child.i < root.i and child.dep_ in ("dobj", "oprd", "prep"):
                tokens |= subtree(child)
        content = [
            (min(s, low), max(e, high)) if s < high and low < e else (s, e) for s, e in pieces(layout.doc, tokens, skip={verb.i})
        ]
        if not any(s <= low and high <= e for s, e in content) or not all(layout.is_free(s, e) for s, e in content):
            continue
        act = next(iter(VERBS[FORMS[verb.lower_]].values()))
        quote = FoundQuote(
            layout.kind(content), content, cue, act, mention_reference(speaker), confidence=0.55, method="verb-marks"
        )
        layout.claim(quote)
        found.append(quote)
    return found


def _argument(layout: Layout, unit: Unit) -> Token | None:
    """Return the argument of a reporting verb, before the quotation, that the quotation is in."""
    doc = layout.doc
    low, high = layout.tokens(*unit.quotation.inner)
    root = next((doc[i] for i in range(low, high) if not low <= doc[i].head.i < high), None)
    while root is not None and root.head.i != root.i and not root.head.tag_.startswith("VB"):
        root = root.head
    if root is None or root.head.i == root.i or root.dep_ in ("nsubj", "nsubjpass", "advcl", "npadvmod", "conj"):
        return None
    verb = root.head
    frames = VERBS.get(FORMS.get(verb.lower_, ""), {})
    return root if set(frames) - {"q"} and layout.inside[verb.i] is None and verb.i < low else None


def _within(candidate: Candidate, home: Quotation, nested_in: list[Quotation]) -> list[Place]:
    """Clip what is reported inside a quotation to that quotation."""
    low, high = home.inner
    content = [(max(s, low), min(e, high)) for s, e in candidate.content if min(e, high) > max(s, low)]
    for index, (start, end) in enumerate(content):
        for nested in nested_in:
            if nested.start <= start <= nested.inner[0] and end < nested.end:
                content[index] = (nested.start, nested.end)  # 'She said, 'Go. Now.'': all between the marks is hers
    return content


def _outside(layout: Layout, candidate: Candidate) -> list[Place]:
    """Fit a reporter's indirect speech to the quotation marks: whole quotations or nothing of them."""
    content: list[Place] = []
    for start, end in sorted(candidate.content):
        for unit in layout.touching(start, end):
            quotation = unit.quotation
            if quotation.start < start < quotation.end or start == quotation.inner[0]:
                start = quotation.start
            if quotation.start < end < quotation.end or end == quotation.inner[1]:
                end = quotation.end
        if content and start < content[-1][1]:
            content[-1] = (content[-1][0], max(end, content[-1][1]))
        else:
            content.append((start, end))
    cue = candidate.cue
    if any(s < cue[1] and cue[0] < e for s, e in content):
        return []
    around = layout.owner[candidate.head.i]  # a report inside somebody's reported words
    for start, end in content:
        for i in range(*layout.tokens(start, end)):
            owner = layout.owner[i]
            if owner is not None and owner is not around and not _holds(start, end, owner):
                return []
    return content


def _holds(start: int, end: int, quote: FoundQuote) -> bool:
    """A report may hold another one whole: its cue, its speaker and its words."""
    return (
        quote.cue is not None
        and start <= quote.cue[0]
        and quote.cue[1] <= end
        and all(start <= s and e <= end for s, e in quote.content)
    )
