"""Join what the model tagged with what quotation marks say.

The model finds who said what; marks are exact about where somebody's own words begin and end. So contents are fitted to whole
quotations, a set-off quotation keeps the chain that the marks make of it, and no quotation is lost or told twice.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile

from spacy.tokens import Token

from factx.components.found import FoundQuote, Place, Reference
from factx.components.quotes.acts import act_of
from factx.components.quotes.extent import MOST, content_words, fitted, trimmed
from factx.components.quotes.layout import Layout
from factx.components.quotes.model.confidence import Evidence
from factx.components.quotes.model.grouping import Tagged
from factx.components.quotes.patterns import FORMS, NOUN_FORMS, RELATIVES
from factx.components.quotes.righting import righted
from factx.components.quotes.syntax import mention_kind, mention_tokens
from factx.components.quotes.verbs import refuses
from factx.records import Act

# What is more likely wrong than this is left out; words in quotation marks are never.
LEAST = 0.35
Rate = Callable[[FoundQuote, Evidence | None], float]
# How sure it must be that a later quotation of a chain is somebody else's.
_DIVIDES = 0.5
_APPOSED = 40  # characters behind a description where its name may stand
# How sure the model must be of another cue than the one that the rules read beside a set-off quotation.
_OVERRULES = 0.9


def join_model(
    layout: Layout, chains: list[FoundQuote], tagged: list[Tagged], reported: list[FoundQuote], rate: Rate
) -> list[FoundQuote]:
    """Return the quotes that the model adds to those of set-off quotations, and complete the latter in place.

    Arguments:
        layout: the document.
        chains: quotes of set-off quotations whose attribution the marks' surroundings give.
        tagged: the model's attributions.
        reported: what the rules read as reported speech; it makes the model's findings surer, or less sure.
        rate: tells how sure a quote is.
    """
    free: list[Tagged] = []
    confirmed: dict[int, Evidence] = {}
    for one in tagged:
        chain = _chain_of(layout, chains, one)
        if chain is None or _split(layout, chain, one):
            free.append(one)
        elif id(chain) not in confirmed:
            ruled = FoundQuote(chain.kind, chain.content, chain.cue, speaker=chain.speaker)
            if _complete(layout, chain, one):
                confirmed[id(chain)] = _evidence(layout, chain, one, [ruled])
    for chain in chains:
        chain.confidence = rate(chain, confirmed.get(id(chain)))
    found = []
    for one in free:
        content = [] if _nobody(layout, one.source) else fitted(layout, one)
        speaker = righted(layout, one.cue, content, reference(layout, one.source))
        if speaker is None:
            content, speaker = _subject(content, one.cue, reported)
        if speaker is not None:  # "According to the agency, KCNA, ...": the name belongs to the mention
            content = [place for part in content for place in _without(layout, part, speaker)]
        if not content or any(one.cue[0] < high and low < one.cue[1] for low, high in content):
            continue
        quote = FoundQuote(
            kind=layout.kind(content, within=layout.home(one.cue) is not None),
            content=content,
            cue=one.cue,
            act="say",
            speaker=speaker,
            method="model",
        )
        if quote.kind == "indirect" and _no_utterance(layout, quote):
            continue
        quote.act = _act(layout, quote)
        quote.confidence = rate(quote, _evidence(layout, quote, one, reported))
        if quote.confidence < LEAST and quote.kind != "direct":
            continue
        layout.claim(quote)
        found.append(quote)
    return found


def _nobody(layout: Layout, place: Place | None) -> bool:
    """Tell a source that is nobody: what no one said is no quotation."""
    words = layout.text[slice(*place)].lower().split() if place else []
    return words[:1] in (["nobody"], ["none"], ["nothing"], ["let"]) or words[:2] in (["no", "one"], ["not", "one"])


def _without(layout: Layout, place: Place, speaker: Reference) -> list[Place]:
    """Return what of a piece of content stands behind the speaker's mention, where that reaches into it."""
    start, end = place
    if not start < speaker.end < end or speaker.start > start:
        return [place]
    start, end = trimmed(layout, speaker.end, end)
    return [(start, end)] if start < end else []


def _no_utterance(layout: Layout, quote: FoundQuote) -> bool:
    """Tell a bare object that its verb does something to, rather than says."""
    doc = layout.doc
    if any(doc[i].tag_ in _VERBAL for place in quote.content for i in range(*layout.tokens(*place))):
        return False
    cue = [doc[i] for i in range(*layout.tokens(*quote.cue))] if quote.cue else []
    return any(token.tag_.startswith("VB") and refuses(token) for token in cue)


def _subject(content: list[Place], cue: Place, rules: list[FoundQuote]) -> tuple[list[Place], Reference | None]:
    """Take the speaker of a rule that reads the same cue; words that the model counted to the content are the speaker then."""
    for rule in rules:
        speaker = rule.speaker
        if speaker is None or rule.cue is None or rule.cue[0] >= cue[1] or cue[0] >= rule.cue[1]:
            continue
        rest = [place for place in content if speaker.end <= place[0] or place[1] <= speaker.start]
        if rest:
            return rest, Reference(speaker.start, speaker.end, kind=speaker.kind)
    return content, None


def _evidence(layout: Layout, quote: FoundQuote, one: Tagged, rules: list[FoundQuote]) -> Evidence:
    """Return what speaks for a quote: the model, and a rule that reads the same cue."""
    words = set().union(*(content_words(layout, place) for place in quote.content))
    doc = layout.doc
    cue = [doc[i] for i in range(*layout.tokens(*one.cue))]
    evidence = Evidence(
        one,
        len(words),
        clause=any(doc[i].tag_ in _VERBAL for i in words),
        known=any(token.lower_ in FORMS or token.lower_ in NOUN_FORMS or token.lower_ in _PLAIN_CUES for token in cue),
        bare=any(token.tag_ in ("MD", "TO") for token in cue[:1]) or (bool(cue) and _is_bare(cue[0])),
        generic=quote.speaker is not None and layout.text[quote.speaker.start : quote.speaker.end].lower() in _GENERIC,
    )
    for other in rules:
        if other.cue is None or other.cue[0] >= one.cue[1] or one.cue[0] >= other.cue[1]:
            continue
        theirs = set().union(*(content_words(layout, place) for place in other.content))
        evidence.rule_overlap = len(words & theirs) / max(1, len(words | theirs))
        pair = quote.speaker, other.speaker
        evidence.rule_speaker = pair == (None, None) or (
            pair[0] is not None and pair[1] is not None and pair[0].start < pair[1].end and pair[1].start < pair[0].end
        )
        break
    return evidence


_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})
_PLAIN_CUES = frozenset({"according", ":"})
_GENERIC = frozenset({"you", "one", "anyone", "everyone", "people"})


def _is_bare(token: Token) -> bool:
    return token.tag_ == "VB" and any(child.tag_ in ("MD", "TO") for child in token.lefts)


def _chain_of(layout: Layout, chains: list[FoundQuote], one: Tagged) -> FoundQuote | None:
    """Return the quote of set-off quotations that an attribution of the model is about: the same cue, or most of the words."""
    words = set().union(*(content_words(layout, place) for place in one.content))
    for chain in chains:
        if chain.content[0][0] > one.content[-1][1] + 1000:
            break
        shared = words & set().union(*(content_words(layout, place) for place in chain.content))
        if not shared:
            continue
        same_cue = chain.cue is not None and chain.cue[0] < one.cue[1] and one.cue[0] < chain.cue[1]
        if same_cue or len(shared) > MOST * len(words):
            return chain
    return None


def _split(layout: Layout, chain: FoundQuote, one: Tagged) -> bool:
    """Cut a chain before quotations that the model gives to somebody else: "...," Lee said. "...," Keller added."""
    if chain.cue is None or (chain.cue[0] < one.cue[1] and one.cue[0] < chain.cue[1]):
        return False
    first = one.content[0][0]
    at = next((number for number, place in enumerate(chain.content) if place[1] > first), 0)
    if at == 0 or one.cue[0] < chain.cue[1] or one.label * one.link * one.origin < _DIVIDES:
        return False
    for start, end in chain.content[at:]:
        for i in range(*layout.tokens(start, end)):
            layout.owner[i] = None
    del chain.content[at:]
    return True


def _complete(layout: Layout, chain: FoundQuote, one: Tagged) -> bool:
    """Let the model name the cue and the speaker of a set-off quotation, whose words stay what the marks say; tell if it does."""
    same_cue = chain.cue is not None and chain.cue[0] < one.cue[1] and one.cue[0] < chain.cue[1]
    if not same_cue and one.label * one.link * one.origin < _OVERRULES:
        return False
    chain.cue = one.cue
    if one.source is not None:
        chain.speaker = reference(layout, one.source)
    chain.method = f"model+{chain.method}"
    return True


def head_of(layout: Layout, place: Place) -> Token | None:
    """Return the head of a mention: the word that none of its other words governs."""
    low, high = layout.tokens(*place)
    tokens = [layout.doc[i] for i in range(low, high) if not layout.doc[i].is_space]
    if not tokens:
        return None
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    nouns = [token for token in roots if token.pos_ in ("NOUN", "PROPN", "PRON") or token.tag_ in ("DT", "CD")]
    return (
        nouns[0] if nouns else next((t for t in tokens if t.pos_ in ("NOUN", "PROPN", "PRON")), roots[0] if roots else tokens[0])
    )


def reference(layout: Layout, place: Place | None) -> Reference | None:
    """Return the model's source as a speaker's mention: as annotators mark it, with its appositions, without what it is doing."""
    if place is None:
        return None
    head = head_of(layout, place)
    if head is None:
        return None
    if head.lower_ in RELATIVES:
        return Reference(head.idx, head.idx + len(head), kind="pronoun")
    tokens = [layout.doc[i] for i in range(*layout.tokens(*place))]
    for before, token in pairwise(tokens):
        if before.text == "," and token.tag_ == "VBG" and token.i > head.i:
            tokens = tokens[: before.i - tokens[0].i]  # "Lee, speaking in Oslo"
            break
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].is_space) and tokens[-1].text not in ")]":
        tokens.pop()
    end = tokens[-1].idx + len(tokens[-1])
    if not head.tag_.startswith("NNP") and tokens[-1].i <= mention_tokens(head)[1]:
        end = _with_name(layout, end)
    return Reference(place[0], end, kind=mention_kind(head))


def _with_name(layout: Layout, end: int) -> int:
    """Take a name in apposition into a description's mention: "the state news agency, KCNA"."""
    low, high = layout.tokens(end, end + _APPOSED)
    tokens = [layout.doc[i] for i in range(low, high)]
    if len(tokens) > 2 and tokens[0].text == ",":
        name = list(takewhile(lambda token: token.tag_.startswith("NNP"), tokens[1:]))
        if name and tokens[min(len(name) + 1, len(tokens) - 1)].text in (",", "."):
            return name[-1].idx + len(name[-1])
    return end


def _act(layout: Layout, quote: FoundQuote) -> Act:
    doc = layout.doc
    cue = [doc[i] for i in range(*layout.tokens(*quote.cue))] if quote.cue else []
    first = next((doc[i] for i in range(*layout.tokens(*quote.content[0])) if doc[i].is_alpha), None)
    speaker = head_of(layout, (quote.speaker.start, quote.speaker.end)) if quote.speaker else None
    return act_of(cue, first, quote.kind == "direct", speaker)
