"""Reports in the passive: "were said to have suffered", "it was reported that", "was described by X as"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.components.found import Place
from factx.components.quotes.candidate import Candidate
from factx.components.quotes.syntax import agent, is_infinitive, passive_subject, pieces, place, subtree
from factx.records import Act

# Passives of these speak for nobody in particular: "were said to have suffered".
_IMPERSONAL = frozenset(
    """say report believe think expect estimate allege rumor rumour suspect understand know presume assume project forecast
    predict""".split()
)


def impersonal(verb: Token, lemma: str, frames: dict[str, Act], speaker: Token | None) -> Iterator[Candidate]:
    """Passives: "were said to have suffered", "it was reported that", "was described by X as"."""
    act: Act = frames.get("c") or frames.get("o") or "say"
    auxiliaries = [c for c in verb.children if c.dep_ == "auxpass"]
    cue = (auxiliaries[-1].idx, verb.idx + len(verb)) if auxiliaries and verb.i - auxiliaries[-1].i == 1 else place(verb)
    inner = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and is_infinitive(c)]
    topic = passive_subject(verb)
    if inner and lemma in _IMPERSONAL and topic is not None and topic.tag_ not in ("WP", "WDT"):
        content = _both_sides(verb, topic, inner[0])
        yield Candidate(verb, cue, act, speaker, content, "passive-infinitive", 0.5)
        return
    clauses = [c for c in verb.children if c.dep_ == "ccomp" and not is_infinitive(c) and c.i > verb.i]
    if clauses and "c" in frames and (lemma not in ("tell", "inform", "remind", "assure", "ask") or speaker is not None):
        if topic is not None and topic.lower_ != "it" and speaker is None:
            return
        yield Candidate(verb, cue, act, speaker, pieces(verb.doc, subtree(clauses[0])), "passive-clause", 0.5)
        return
    if speaker is not None and "o" in frames and topic is not None and topic.tag_ not in ("WP", "WDT", "PRP"):
        as_what = [c for c in verb.children if c.dep_ in ("prep", "oprd", "xcomp") and (c.dep_ != "prep" or c.lower_ == "as")]
        if as_what:
            content = _both_sides(verb, topic, as_what[0])
            yield Candidate(verb, cue, act, agent(verb), content, "passive-object", 0.5)


def _both_sides(verb: Token, topic: Token, rest: Token) -> list[Place]:
    """Return the two pieces of a passive report: its subject before the verb, what is said of it behind."""
    before = {i for i in subtree(topic) if i < verb.i}
    return pieces(verb.doc, before) + pieces(verb.doc, {i for i in subtree(rest) if i > verb.i})
