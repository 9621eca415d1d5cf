"""The parse's veto on a speaker that the model chose: one that cannot do what the cue says gives way to the one that does."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.found import Place, Reference
from factx.components.quotes.layout import Layout
from factx.components.quotes.patterns import RELATIVES
from factx.components.quotes.syntax import agent, is_party, is_passive, mention_reference, subject

_TOLD = frozenset({"dobj", "dative", "iobj"})
_FAR_UP = 12


def righted(layout: Layout, cue: Place, content: list[Place], speaker: Reference | None) -> Reference | None:
    """Return the speaker, or the cue's subject where the speaker is impossible.

    Impossible is whom the cue's own verb addresses ("has asked Lee to ..."), and who acts in a relative clause that the cue is no
    part of ("Stein, who was ill, said ..."; "the treaty, which most nations signed, says ..."). What is told by somebody is that
    one's.

    Arguments:
        layout: the document.
        cue: the words of saying.
        content: what is said, where no speaker stands.
        speaker: whom the model chose, if anybody.
    """
    verb = next((t for t in map(layout.doc.__getitem__, range(*layout.tokens(*cue))) if t.pos_ == "VERB"), None)
    if verb is not None and is_passive(verb):
        by = agent(verb)
        inside = by is not None and any(start <= by.idx < end for start, end in content)
        return speaker if by is None or inside or not is_party(by) else mention_reference(by)
    if speaker is None or verb is None:
        return speaker
    low, high = layout.tokens(speaker.start, speaker.end)
    head = next((layout.doc[i] for i in range(low, high) if not low <= layout.doc[i].head.i < high), None)
    if head is None or not (_is_told(head, verb) or _acts_elsewhere(head, verb)):
        return speaker
    doer = subject(verb)
    if doer is None or low <= doer.i < high or doer.lower_ in RELATIVES:
        return speaker
    if any(start <= doer.idx < end for start, end in content):
        return speaker
    return mention_reference(doer) or speaker


def _is_told(head: Token, verb: Token) -> bool:
    return head.dep_ in _TOLD and head.head.i == verb.i and head.i > verb.i


def _acts_elsewhere(head: Token, verb: Token) -> bool:
    """Tell whether a word stands in a relative clause that a verb is no part of."""
    above = {verb.i, *(one.i for one in verb.ancestors)}
    climbed = head
    for _ in range(_FAR_UP):
        if climbed.dep_ == "relcl":
            return climbed.i not in above
        if climbed.head.i == climbed.i or climbed.i in above:
            return False
        climbed = climbed.head
    return False
