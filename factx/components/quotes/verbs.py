"""What reporting verbs report: clauses, infinitives, objects, and the sentence around a parenthetical "he said"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factx.components.found import Place
from factx.components.quotes.candidate import Candidate
from factx.components.quotes.contents import (
    ADDRESSED,
    OBJECTS,
    is_date,
    reported_clause,
    reported_object,
    sentence_around,
    that_clause,
)
from factx.components.quotes.passives import impersonal
from factx.components.quotes.patterns import EVIDENCE, FORMS, NO_SPEAKERS, VERBS
from factx.components.quotes.syntax import (
    is_infinitive,
    is_party,
    is_passive,
    pieces,
    subject,
    subtree,
)
from factx.records import Act

_CLAUSES = frozenset({"ccomp"})
# A study or poll that does one of these shows something, rather than says it.
_SHOWN_BY_EVIDENCE = frozenset(
    ["suggest", "indicate", "reveal", "confirm", "conclude", "imply", "estimate", "show", "find", "demonstrate"]
)
_EVIDENCE_ONLY = frozenset(["show", "find", "demonstrate", "prove", "determine", "discover", "establish"])
_PEOPLE_AMONG_EVIDENCE = frozenset(
    """investigators researchers scientists researcher analysts economists commission committee jury court judge team panel
    authors auditors""".split()
)
_TOLD = frozenset({"lie", "lies", "truth", "story", "stories", "tale", "tales", "joke", "jokes"})
_MADE = frozenset({"make", "makes", "made", "making"})
_NEEDS_PARTY = frozenset({"verb-object", "verb-prep", "verb-prep-object", "verb-infinitive"})


def from_verb(verb: Token) -> Iterator[Candidate]:
    """Yield what a reporting verb reports, if it does."""
    lemma = FORMS[verb.lower_]
    frames = VERBS[lemma]
    passive = is_passive(verb)
    speaker = subject(verb)
    if passive:
        yield from impersonal(verb, lemma, frames, speaker)
        return
    if speaker is None or (speaker.lower_ in NO_SPEAKERS and speaker.dep_ == "expl"):
        return
    if speaker.lower_ in ("you", "one") and (frames.get("c") == "think" or _supposed(verb)):
        return  # "do you think": asked of the reader, or filler; "if you said": nobody did
    if (
        verb.tag_ in ("VBD", "VBN")
        and 0 < verb.i < len(verb.doc) - 1
        and verb.nbor(-1).tag_ == "CD"
        and verb.nbor(1).tag_ == "NNS"
    ):
        return  # "475 pledged delegates"
    if lemma == "add" and verb.i + 1 < len(verb.doc) and (verb.nbor(1).like_num or verb.nbor(1).is_currency):
        return  # "Hextar added 15 sen"
    if lemma == "call" and any(child.dep_ == "prt" for child in verb.children):
        return  # "called it out", "called off"
    if frames.get("c") == "think" and is_infinitive(verb):
        return  # "deserve to know", "need to understand"
    if verb.dep_ == "xcomp" and is_infinitive(verb) and "i" in VERBS.get(FORMS.get(verb.head.lower_, ""), {}):
        return  # "declined to say whether", "vowed to support": the verb above reports it
    if verb.tag_ == "VB" and verb.head.lower_ in ("is", "'s", "was", "be") and speaker.tag_ in ("DT", "PRP"):
        return  # "that's not to say"
    if lemma in _EVIDENCE_ONLY and speaker.lower_ not in EVIDENCE:
        return
    if any(child.lower_ in ("no", "neither", "none") for child in speaker.children) or speaker.lower_ in (
        "nobody",
        "none",
        "neither",
    ):
        return  # what nobody said
    tokens, act, method, confidence = _content(verb, lemma, frames)
    if not tokens or (method in _NEEDS_PARTY and not (is_party(speaker) and not _in_title_case(verb))):
        return
    act = _act_of(lemma, act, speaker)
    content = pieces(verb.doc, tokens, skip={verb.i})
    if content:
        yield Candidate(verb, _cue(verb, method), act, speaker, content, method, confidence)


def _supposed(verb: Token) -> bool:
    """Tell a verb in a condition, or in a statement about anybody: "if you say", "you would say"."""
    return any(c.dep_ in ("mark", "aux") and c.lower_ in ("if", "would", "could", "can", "when") for c in verb.lefts) or (
        verb.dep_ == "conj" and _supposed(verb.head)
    )


def _in_title_case(verb: Token) -> bool:
    """Tell a headline's line, where the parser takes most words for names."""
    words = [t for t in verb.sent if t.is_alpha and len(t) > 3]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) > 0.75 * len(words)


def _act_of(lemma: str, act: Act, speaker: Token) -> Act:
    word = speaker.lower_
    if word in EVIDENCE and word not in _PEOPLE_AMONG_EVIDENCE and lemma in _SHOWN_BY_EVIDENCE:
        return "show"
    return act


def _cue(verb: Token, method: str) -> Place:
    if method.startswith("verb-prep") and verb.i + 1 < len(verb.doc):
        following = verb.nbor(1)
        if following.dep_ == "prep":
            return verb.idx, following.idx + len(following)
    start = verb.i
    for child in verb.lefts:
        if child.dep_ == "neg" and verb.i - child.i <= 2:
            start = child.i  # "would not say" is no "say"
            if start and verb.doc[start - 1].head.i == verb.i and verb.doc[start - 1].dep_ == "aux":
                start -= 1
    return verb.doc[start].idx, verb.idx + len(verb)


def _content(verb: Token, lemma: str, frames: dict[str, Act]) -> tuple[set[int], Act, str, float]:
    """Return the token numbers of what the verb reports, its act, the rule's name and how sure it is."""
    children = list(verb.children)
    told = lemma == "tell" and any(c.dep_ == "dobj" and c.lower_ in _TOLD and c.i > verb.i for c in children)
    if "c" in frames and not told:  # "tells so many lies that nobody listens"
        clauses = [c for c in children if c.dep_ in _CLAUSES and not is_infinitive(c)]
        if "i" in frames and any(c.dep_ in ("xcomp", "ccomp") and c.i > verb.i and is_infinitive(c) for c in children):
            clauses = [c for c in clauses if c.i > verb.i]  # "Just now, believe it or not, he urged them to go"
        behind = [c for c in clauses if c.i > verb.i and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.lefts)]
        clauses = behind or clauses  # "It failed, he admits that it did": a comma joins two sentences
        if clauses:
            return reported_clause(verb, clauses), frames["c"], "verb-clause", 0.8
        if found := that_clause(verb, addressed=lemma in ADDRESSED):
            return found, frames["c"], "verb-clause", 0.7
        if found := sentence_around(verb, lemma):
            return found, frames["c"], "verb-parenthetical", 0.7
    if "i" in frames:
        for child in children:
            asked = child.dep_ == "advcl" and any(c.dep_ == "dobj" and verb.i < c.i < child.i for c in children)
            if is_infinitive(child) and (child.dep_ in ("xcomp", "ccomp") or (asked and frames["i"] in ("order", "ask"))):
                tokens = subtree(child)
                for other in children:
                    if other.dep_ not in ("dobj", "iobj", "prep") or not verb.i < other.i < child.i or is_date(other):
                        continue
                    if other.dep_ != "prep" or not any(is_date(t) for t in other.subtree):
                        tokens |= subtree(other)
                return tokens, frames["i"], "verb-infinitive", 0.65
        for child in children:
            # "asked anyone with a video of the crash to call": the parser hung the infinitive on the last noun
            if child.dep_ == "dobj" and child.i > verb.i and frames["i"] in ("order", "ask") and _is_anybody(child):
                called_on = next((t for t in verb.subtree if t.i > child.i and t.dep_ == "acl" and is_infinitive(t)), None)
                if called_on is not None:
                    return set(range(child.left_edge.i, called_on.right_edge.i + 1)), frames["i"], "verb-infinitive", 0.6
    for child in children:
        if child.dep_ == "prep" and child.lower_ in frames and child.i > verb.i:
            objects = [g for g in child.children if g.dep_ in ("pobj", "pcomp")]
            if objects and not is_date(objects[0]):
                target = [c for c in children if c.dep_ == "dobj" and verb.i < c.i < child.i]
                if target:  # "accused them of lying", "blamed the strike for the delay"
                    return subtree(target[0]) | subtree(child), frames[child.lower_], "verb-prep-object", 0.6
                if is_infinitive(verb) and verb.dep_ == "advcl":
                    return set(), "other", "", 0.0  # "went to ask for money"
                tokens = subtree(objects[0])
                for other in children:
                    if other.i > max(tokens) and is_infinitive(other) and other.left_edge.i <= max(tokens) + 2:
                        tokens |= subtree(other)  # "called on the court to review the case"
                return tokens, frames[child.lower_], "verb-prep", 0.6
    if "o" in frames and not is_infinitive(verb):
        return reported_object(verb, lemma, children), frames["o"], "verb-object", 0.5
    return set(), "other", "", 0.0


def refuses(verb: Token) -> bool:
    """Tell a reporting verb whose object is no utterance: "questioned the student", "denied them shelter"."""
    lemma = FORMS.get(verb.lower_, "")
    children = list(verb.children)
    if "o" not in VERBS.get(lemma, {}) or not any(c.dep_ in OBJECTS and c.i > verb.i for c in children):
        return False
    return not reported_object(verb, lemma, children)


def _is_anybody(head: Token) -> bool:
    return is_party(head) or head.lower_ in ("anyone", "everyone", "anybody", "everybody", "someone", "those")


def made_clear(clear: Token) -> Iterator[Candidate]:
    """Yield what "made (it) clear (that)" reports."""
    doc = clear.doc
    verb = next((doc[i] for i in range(clear.i - 1, max(-1, clear.i - 3), -1) if doc[i].lower_ in _MADE), None)
    if verb is None:
        return
    speaker = subject(verb)
    clause = next((c for c in (*verb.rights, *clear.rights) if c.dep_ in ("ccomp", "advcl") and c.i > clear.i), None)
    if clause is None or speaker is None or is_passive(verb) or not is_party(speaker):
        return
    content = pieces(doc, {i for i in subtree(clause) if i > clear.i})
    if content:
        yield Candidate(verb, (verb.idx, clear.idx + len(clear)), "say", speaker, content, "verb-clause", 0.7)
