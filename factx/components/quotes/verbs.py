"""What reporting verbs report: clauses, infinitives, objects, and the sentence around a parenthetical "he said"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.components.found import Place
from factx.components.quotes.candidate import Candidate
from factx.components.quotes.passives import impersonal
from factx.components.quotes.patterns import ABOUT_SAYING, EVIDENCE, FORMS, NO_SPEAKERS, VERBS
from factx.components.quotes.syntax import (
    is_infinitive,
    is_party,
    is_passive,
    outranks,
    own_subject,
    passive_subject,
    pieces,
    subject,
    subtree,
)
from factx.records import Act

_CLAUSES = frozenset({"ccomp"})
_OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "ccomp", "obj"})
# A study or poll that does one of these shows something, rather than says it.
_SHOWN_BY_EVIDENCE = frozenset(
    ["suggest", "indicate", "reveal", "confirm", "conclude", "imply", "estimate", "show", "find", "demonstrate"]
)
_EVIDENCE_ONLY = frozenset(["show", "find", "demonstrate", "prove", "determine", "discover", "establish"])
_PEOPLE_AMONG_EVIDENCE = frozenset(
    """investigators researchers scientists researcher analysts economists commission committee jury court judge team panel
    authors auditors""".split()
)
_REST_OF_CONTENT = frozenset({"including", "due", "because", "despite", "such", "like", "as", "owing", "amid", "without"})


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
    tokens, act, method, confidence = _content(verb, lemma, frames, speaker)
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


_LOOSE = frozenset({"dobj", "npadvmod", "attr", "dep"})
_ADDRESSED = frozenset(
    {"tell", "inform", "remind", "assure", "warn", "ask", "notify", "advise", "urge", "convince", "promise", "text", "email"}
)
_TOLD = frozenset({"lie", "lies", "truth", "story", "stories", "tale", "tales", "joke", "jokes"})
_MADE = frozenset({"make", "makes", "made", "making"})
_NEEDS_PARTY = frozenset({"verb-object", "verb-prep", "verb-prep-object", "verb-infinitive"})


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


def _content(verb: Token, lemma: str, frames: dict[str, Act], speaker: Token) -> tuple[set[int], Act, str, float]:
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
            return _clause(verb, clauses, speaker), frames["c"], "verb-clause", 0.8
        if found := _that_clause(verb, addressed=lemma in _ADDRESSED):
            return found, frames["c"], "verb-clause", 0.7
        if found := _around(verb, lemma):
            return found, frames["c"], "verb-parenthetical", 0.7
    if "i" in frames:
        for child in children:
            asked = child.dep_ == "advcl" and any(c.dep_ == "dobj" and verb.i < c.i < child.i for c in children)
            if is_infinitive(child) and (child.dep_ in ("xcomp", "ccomp") or (asked and frames["i"] in ("order", "ask"))):
                tokens = subtree(child)
                for other in children:
                    if other.dep_ not in ("dobj", "iobj", "prep") or not verb.i < other.i < child.i or _is_date(other):
                        continue
                    if other.dep_ != "prep" or not any(_is_date(t) for t in other.subtree):
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
            if objects and not _is_date(objects[0]):
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
        return _object(verb, lemma, children), frames["o"], "verb-object", 0.5
    return set(), "other", "", 0.0


def refuses(verb: Token) -> bool:
    """Tell a reporting verb whose object is no utterance: "questioned the student", "denied them shelter"."""
    lemma = FORMS.get(verb.lower_, "")
    children = list(verb.children)
    if "o" not in VERBS.get(lemma, {}) or not any(c.dep_ in _OBJECTS and c.i > verb.i for c in children):
        return False
    return not _object(verb, lemma, children)


def _is_date(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME") or (token.tag_ == "NNP" and token.lower_ in ABOUT_SAYING)


def _is_anybody(head: Token) -> bool:
    return is_party(head) or head.lower_ in ("anyone", "everyone", "anybody", "everybody", "someone", "those")


def _object(verb: Token, lemma: str, children: list[Token]) -> set[int]:
    objects = [c for c in children if c.dep_ in _OBJECTS and c.i > verb.i and not _is_date(c)]
    if VERBS[lemma]["o"] == "say" and any(c.dep_ == "neg" for c in children):
        return set()  # "never cited a source"
    if not objects or any(c.dep_ == "dative" and c.i > verb.i for c in children):
        return set()  # "denied them shelter"
    if lemma in ("call", "question", "query") and len(objects) == 1 and objects[0].dep_ == "dobj" and is_party(objects[0]):
        return set()  # "called the station", "questioned the student"
    tokens: set[int] = set()
    for child in objects:
        tokens |= subtree(child)
    reach = max(tokens)
    for child in children:
        if child.i <= reach or child.dep_ not in ("prep", "advcl"):
            continue
        # "called the remark "beneath her office"": the marks open what is said of the object
        marked = reach + 1 < len(verb.doc) and verb.doc[reach + 1].is_quote and child.left_edge.i == reach + 2
        because = child.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "because" for c in child.children)
        if marked or ((because or child.lower_ in ("as", "for")) and child.left_edge.i <= reach + 2):
            tokens |= subtree(child)
            reach = max(tokens)
    words = [i for i in tokens if not verb.doc[i].is_punct]
    if len(words) == 2 and VERBS[lemma]["o"] != "deny" and verb.doc[min(words)].lower_ in ("that", "this", "these", "those"):
        return set()  # "echoed that promise": says nothing of its own
    if len(words) == 1 and (verb.doc[words[0]].pos_ in ("PRON", "DET") or verb.doc[words[0]].lower_ in ("that", "this", "so")):
        return set()
    return tokens


def _clause(verb: Token, clauses: list[Token], speaker: Token) -> set[int]:
    """Return a finite complement: the clause, with what the parser hung on the reporting verb but belongs to it."""
    doc = verb.doc
    tokens: set[int] = set()
    for clause in clauses:
        tokens |= subtree(clause)
        if own_subject(clause) is None and passive_subject(clause) is None:
            # "believes the movement helped": the parser took the clause's subject for the verb's object
            for child in verb.children:
                if child.dep_ == "dobj" and verb.i < child.i < clause.i:
                    tokens |= subtree(child)
        first = min((i for i in tokens if i > verb.i), default=0)
        for child in verb.children:
            # What stands between the cue and its clause is the clause's own subject, unless somebody is told.
            if child.dep_ in _LOOSE and verb.i < child.i < first and not _is_date(child) and FORMS[verb.lower_] not in _ADDRESSED:
                tokens |= subtree(child)
        for branch in clause.lefts:
            if branch.dep_ == "parataxis" and branch.lower_ in FORMS:
                tokens -= subtree(branch)  # "had told her, she said, that ..."
        for branch in _other_reports(verb, clause):
            tokens -= subtree(branch)
    tokens.discard(verb.i)
    if not tokens:
        return tokens
    own = own_subject(verb)
    opening = min(verb.i, own.left_edge.i if own is not None else verb.i)
    if min(tokens) < opening < max(tokens) and doc[opening - 1].text in ("—", "–", "--", ";", ":"):
        tokens = {i for i in tokens if i > verb.i}  # "Not all have shelter: the Red Cross said ..."
    if max(tokens) < opening and any(c.dep_ == "neg" for c in verb.children):
        return set()  # "..., he does not understand": a sentence of its own, run on
    if max(tokens) < opening and doc[opening - 1].text in ("—", "–", "-", "--", ";", ":"):
        return set()  # "...—we maintain our presence": a dash joins two statements
    if max(tokens) < opening or (min(tokens) < opening and any(i > verb.i for i in tokens)):
        if verb.dep_ in ("relcl", "acl"):
            return tokens  # "a plan that officials said would fail": no more than the relative clause
        # "The bridge, built in 1950, was safe, he said(, because ...)": all that stands before is content
        first = min(tokens)
        while first > doc[first].sent.start and not _is_seam(doc[first - 1]):
            first -= 1
        tokens |= set(range(first, opening))
    tokens |= _coordinate(doc, max(tokens))
    for child in verb.rights:
        reach = max(tokens)
        if child.i <= reach or child.left_edge.i <= verb.i:
            continue
        gap = doc[max(reach, verb.i) + 1 : child.left_edge.i]
        comma = any(t.is_punct for t in gap)
        if any(not t.is_punct and not t.is_space for t in gap) or child.dep_ not in ("prep", "advcl", "npadvmod", "advmod"):
            break
        if not _belongs(child, comma):
            break
        tokens |= subtree(child)
    return tokens


def _coordinate(doc: Doc, reach: int) -> set[int]:
    """Return the further that-clauses behind a first one, wherever the parser hung them: "that ..., and that ..." """
    found: set[int] = set()
    at = reach + 1
    while at + 2 < len(doc):
        if doc[at].text == ",":
            at += 1
        if doc[at].tag_ != "CC" or doc[at + 1].lower_ != "that" or doc[at + 1].dep_ != "mark":
            break
        clause = doc[at + 1].head
        behind_it = {i for i in subtree(clause) if i > at}
        if not behind_it:
            break
        found |= behind_it | set(range(reach + 1, at + 1))
        reach = max(found)
        at = max(found, default=len(doc)) + 1
    return found


def _other_reports(verb: Token, clause: Token) -> Iterator[Token]:
    """Yield what the parser hung on the content but reports on its own: "..., adding that ...", "..., while others said ..." """
    for child in clause.rights:
        if child.dep_ not in ("advcl", "conj", "acl") or child.lower_ not in FORMS:
            continue
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            continue  # "said that A, and that he told B": still the same content
        if child.dep_ == "conj" and own_subject(child) is None and child.tag_ == verb.tag_:
            if outranks(child, clause):
                yield child  # "said no request came and accused the board": the second verb is the speaker's
            continue
        if "c" not in VERBS[FORMS[child.lower_]]:
            continue
        comma = any(t.text == "," for t in clause.doc[max(clause.i, child.left_edge.i - 2) : child.left_edge.i + 1])
        if comma and (child.tag_ == "VBG" or own_subject(child) is not None):
            yield child


def _that_clause(verb: Token, addressed: bool) -> set[int]:
    """Return "that ..." to the end of its clause, where the parser lost it behind a phrase of time or place.

    Only words about the saying may stand between: "acknowledged for the first time that", "wrote on Monday that".
    """
    doc, end = verb.doc, verb.sent.end
    if verb.tag_ == "VBN" and not any(c.dep_ == "aux" for c in verb.children):
        return set()
    at = verb.i + 1
    while at < min(verb.i + 12, end) and doc[at].lower_ != "that":
        token = doc[at]
        plain = token.pos_ in ("ADP", "DET", "ADJ", "ADV", "NUM", "PART") or token.tag_ == "PRP$"
        told = addressed and token.pos_ in ("NOUN", "PROPN", "PRON")
        if not plain and not told and token.lower_ not in ABOUT_SAYING and token.lower_ != "time":
            return set()
        at += 1
    if at >= min(verb.i + 12, end) or doc[at].tag_ == "DT" or (at > verb.i + 1 and doc[at - 1].pos_ == "ADP"):
        return set()
    stop = next((i for i in range(at, end) if doc[i].text in (";", ":") or _is_seam(doc[i])), end)
    for i in range(at + 2, stop - 1):
        if doc[i].text == "," and doc[i + 1].tag_ == "VBG" and doc[i + 1].lower_ in FORMS:
            stop = i
            break
    if not any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in range(at + 1, stop)):
        return set()
    return set(range(at, stop))


def _is_seam(token: Token) -> bool:
    return token.text in ('"', "“", "”", "``", "''", ":", ";", "(") or "\n" in token.text


def _belongs(child: Token, comma: bool) -> bool:
    """Tell whether a phrase after the content goes on with it, rather than tells about the saying."""
    if child.lower_ == "according" or child.lower_ in FORMS:
        return False
    if any(t.lower_ in ABOUT_SAYING for t in child.subtree):
        return False
    if comma:
        return child.lower_ in _REST_OF_CONTENT or any(c.dep_ == "mark" and c.lower_ == "because" for c in child.children)
    return child.tag_ != "VBG"


def _around(verb: Token, lemma: str) -> set[int]:
    """Return the sentence around a parenthetical "he said" that the parser hung below it, or before a final one.

    The attribution must be short, finite and set off by commas, with nothing of its own to report.
    """
    if "q" not in VERBS[lemma] or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return set()
    doc, sent = verb.doc, verb.sent
    own = own_subject(verb)
    if own is None or own.tag_ in ("WP", "WDT") or any(c.dep_ == "mark" for c in verb.children):
        return set()
    low = min(own.left_edge.i, verb.i)
    while low < own.i and (doc[low].is_punct or doc[low].tag_ == "CC"):
        low += 1
    if (
        any(c.dep_ in ("dobj", "xcomp", "ccomp", "attr") and c.i > verb.i and c.i != own.i for c in verb.children)
        and lemma != "tell"
    ):
        return set()
    if low - 1 <= sent.start or doc[low - 1].text != ",":
        return set()
    before = range(sent.start, low - 1)
    if any(_is_seam(doc[i]) for i in before):
        return set()
    high = max(verb.i, own.right_edge.i if own.i > verb.i else verb.i)
    # "..., Ms Lee told the council, ...": the second comma within a few words
    comma = next((i for i in range(high + 1, min(high + 6, sent.end)) if doc[i].text == ","), None)
    tokens = set(before)
    if comma is not None and not any(doc[i].tag_ in ("VBG", "WP", "WDT") for i in range(comma + 1, min(comma + 2, sent.end))):
        tokens |= set(range(comma + 1, sent.end))
    if not any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") for i in tokens):
        return set()
    return tokens


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
