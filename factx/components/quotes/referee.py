"""The referee: joins what quotation marks say with what the parse says into quotes, each utterance once."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.components.found import FoundQuote, Place, Reference
from factx.components.quotes.candidate import Candidate
from factx.components.quotes.direct import attribute, join
from factx.components.quotes.formats import turns
from factx.components.quotes.indirect import candidates
from factx.components.quotes.joint import Rate, join_model
from factx.components.quotes.layout import Attribution, Layout, Unit
from factx.components.quotes.marks import Quotation
from factx.components.quotes.model.confidence import Evidence
from factx.components.quotes.model.grouping import Tagged
from factx.components.quotes.patterns import FORMS, VERBS
from factx.components.quotes.syntax import mention_kind, mention_place, pieces, subject, subtree
from factx.selection import SPEECH


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
    spoken = _transcribed(layout)
    attribute(layout)
    join(layout)
    quotes, settled, used = _set_off(layout)
    if tagged is None:
        quotes += _reported(layout, used)
        for quote in quotes:
            layout.claim(quote)
        quotes += _judged(layout, {quote.cue for quote in quotes})
    else:
        reported = _reported(layout, used)
        quotes += join_model(layout, quotes, tagged, reported, rate or _as_estimated)
        quotes += _beside_model(layout, quotes, used)
    quotes += _follow_ons(layout, quotes, settled)
    quotes += spoken
    for quote in quotes:
        if rate is not None and not quote.method.startswith("model"):
            quote.confidence = rate(quote, None)
    quotes.sort(key=lambda q: (q.content[0][0], -q.content[-1][1]))
    _nest(quotes)
    return [quote for quote in quotes if quote.parent is not None or not _orphaned(layout, quote)]


def _as_estimated(quote: FoundQuote, evidence: Evidence | None) -> float:
    if evidence is None:
        return quote.confidence
    return evidence.tagged.label * evidence.tagged.link * evidence.tagged.origin


_BY_FORM = frozenset({"transcript", "sign-off"})


def _orphaned(layout: Layout, quote: FoundQuote) -> bool:
    """A report whose cue stands inside a quotation that is nobody's quote (a title, a slogan) has lost its ground."""
    if quote.cue is None or quote.method in _BY_FORM or quote.method.startswith(("marks", "model+")):
        return False
    low, high = layout.tokens(*quote.cue)
    return low < high and layout.inside[low] is not None


# ------------------------------------------------------------------------------------------------------------ transcripts
def _transcribed(layout: Layout) -> list[FoundQuote]:
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


# --------------------------------------------------------------------------------------------------- quotations set off
def _set_off(layout: Layout) -> tuple[list[FoundQuote], set[int], set[int]]:
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
            speaker=Reference(*told.mention, kind="name") if told.mention else _reference(told.speaker),
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


def _reference(head: Token | None, inferred: bool = False) -> Reference | None:
    if head is None:
        return None
    start, end = mention_place(head)
    return Reference(start, end, kind=mention_kind(head), inferred=inferred)


# ------------------------------------------------------------------------------------------------------ reported speech
def _reported(layout: Layout, used: set[int]) -> list[FoundQuote]:
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
                speaker=_reference(candidate.speaker),
                confidence=candidate.confidence,
                method=candidate.method,
            )
        )
    return found


def _beside_model(layout: Layout, quotes: list[FoundQuote], used: set[int]) -> list[FoundQuote]:
    """Find by rules what the model does not say: reports inside another quote's content, of which it reads the outermost voice
    alone, and speech that it has no part of."""
    cues = [quote.cue for quote in quotes if quote.cue is not None]
    found = []
    for quote in _reported(layout, used):
        cue = quote.cue
        if cue is None or any(low < cue[1] and cue[0] < high for low, high in cues):
            continue
        places = [*quote.content, cue]
        owners = {id(layout.owner[i]) for place in places for i in range(*layout.tokens(*place))}
        outer = next((other for other in quotes if _contains(other, places) and _size(other) > _size(quote)), None)
        if owners == {id(None)}:
            if quote.act in SPEECH and quote.method in _SURE:
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


# The rules that are right more often than not where the model is silent.
_SURE = frozenset({"according-to", "verb-clause", "verb-parenthetical", "verb-object", "verb-infinitive", "verb-prep"})


# "I think" and "you know" inside somebody's words are manners of speaking, no reports.
_INNER_LIFE = frozenset({"think", "feel", "intend", "other"})
_SELF = frozenset({"i", "we", "you"})


def _judged(layout: Layout, cues: set[Place | None]) -> list[FoundQuote]:
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
        quote = FoundQuote(layout.kind(content), content, cue, act, _reference(speaker), confidence=0.55, method="verb-marks")
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


# ------------------------------------------------------------------------------------------------------------ follow-ons
def _follow_ons(layout: Layout, quotes: list[FoundQuote], settled: set[int]) -> list[FoundQuote]:
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
    if unit.before:
        return None  # words that introduce the quotation, but not by whom
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


def _reach(quote: FoundQuote) -> int:
    return max(quote.content[-1][1], quote.cue[1] if quote.cue else 0)


# --------------------------------------------------------------------------------------------------------------- nesting
def _nest(quotes: list[FoundQuote]) -> None:
    """Set the parent of every quote whose cue and words stand in the content of another one: the innermost.

    The quotes come in order of their first place, longer ones first, so a parent always stands before its children.
    """
    open_ones: list[FoundQuote] = []
    for inner in quotes:
        places = inner.content if inner.cue is None else [*inner.content, inner.cue]
        first = inner.content[0][0]
        open_ones = [quote for quote in open_ones if quote.content[-1][1] > first]
        around = [o for o in open_ones if _contains(o, places) and _size(o) > _size(inner)]
        inner.parent = min(around, key=_size) if around else None
        open_ones.append(inner)


def _contains(quote: FoundQuote, places: list[Place]) -> bool:
    return all(any(s <= a and b <= e for s, e in quote.content) for a, b in places)


def _size(quote: FoundQuote) -> int:
    return sum(end - start for start, end in quote.content)
