"""Which words a reporting verb reports: its object, its clause, "that ...", the sentence around a parenthetical."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.components.quotes.patterns import ABOUT_SAYING, FORMS, VERBS
from factx.components.quotes.syntax import is_party, outranks, own_subject, passive_subject, subtree

OBJECTS = frozenset({"dobj", "oprd", "attr", "acomp", "ccomp", "obj"})
_REST_OF_CONTENT = frozenset({"including", "due", "because", "despite", "such", "like", "as", "owing", "amid", "without"})
_LOOSE = frozenset({"dobj", "npadvmod", "attr", "dep"})
ADDRESSED = frozenset(
    {"tell", "inform", "remind", "assure", "warn", "ask", "notify", "advise", "urge", "convince", "promise", "text", "email"}
)


def reported_object(verb: Token, lemma: str, children: list[Token]) -> set[int]:
    """Return the object of a verb, with what is said of it; nothing where it is no utterance."""
    objects = [c for c in children if c.dep_ in OBJECTS and c.i > verb.i and not is_date(c)]
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


def reported_clause(verb: Token, clauses: list[Token]) -> set[int]:
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
            if child.dep_ in _LOOSE and verb.i < child.i < first and not is_date(child) and FORMS[verb.lower_] not in ADDRESSED:
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


def that_clause(verb: Token, addressed: bool) -> set[int]:
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


def sentence_around(verb: Token, lemma: str) -> set[int]:
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


def is_date(token: Token) -> bool:
    """Tell a word that tells when or where something was said."""
    return token.ent_type_ in ("DATE", "TIME") or (token.tag_ == "NNP" and token.lower_ in ABOUT_SAYING)
