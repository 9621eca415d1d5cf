"""What reporting nouns report ("Russia's claim that ..."), and what stands according to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factx.components.found import Place
from factx.components.quotes.candidate import Candidate
from factx.components.quotes.patterns import ABOUT_SAYING, FORMS, LIGHT_VERBS, NOUN_FORMS, NOUNS, VERBS
from factx.components.quotes.syntax import behind, is_infinitive, pieces, place, subject, subtree


def from_noun(noun: Token) -> Iterator[Candidate]:
    """ "Russia's claim that ...", "issued a warning that ...", "a promise to ..." """
    act, frames = NOUNS[NOUN_FORMS[noun.lower_]]
    clause = None
    for child in noun.rights:
        that = any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in child.children)
        finite = child.dep_ in ("acl", "ccomp", "relcl") and that and child.pos_ in ("VERB", "AUX")
        if finite or ("i" in frames and child.dep_ == "acl" and is_infinitive(child)):
            clause = child
            break
    if clause is None:
        clause = _behind_a_date(noun)
    if clause is None:
        return
    above = noun.head.head
    if noun.dep_ == "pobj" and above.lower_ in FORMS and "c" in VERBS[FORMS[above.lower_]] and above.tag_.startswith("VB"):
        return  # "said in a statement that ...": the clause is the verb's, though the parser hung it on the noun
    speaker = _noun_speaker(noun)
    if speaker is None and (act not in ("claim", "say") or noun.lower_ in _OWNED):
        return
    content = pieces(noun.doc, subtree(clause))
    if content:
        yield Candidate(noun, place(noun), act, speaker, content, "noun-clause", 0.6)


# Of these somebody must be named for them to tell of an utterance: "avoid the conclusion that" tells of none.
_OWNED = frozenset({"conclusion", "conclusions", "argument", "message", "boast", "insistence", "testimony"})


def _behind_a_date(noun: Token) -> Token | None:
    """Return the verb of a that-clause behind a phrase of time: "her claim in November that ..." """
    doc = noun.doc
    for i in range(noun.i + 1, min(noun.i + 6, len(doc))):
        token = doc[i]
        if token.lower_ == "that":
            return token.head if token.dep_ == "mark" and i > noun.i + 1 and token.head.i > i else None
        if token.pos_ not in ("ADP", "DET", "ADJ", "NUM") and token.lower_ not in ABOUT_SAYING:
            return None
    return None


def _noun_speaker(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of", "among"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj" and grandchild.i < noun.right_edge.i:
                    return grandchild
    for child in noun.lefts:
        if child.dep_ == "amod" and child.ent_type_ == "NORP":
            return child
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lower_ in LIGHT_VERBS:
        return subject(verb)
    return None


def according_to(token: Token) -> Iterator[Candidate]:
    """Yield the sentence around "according to X"."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return
    to = doc[token.i + 1]
    source = next((g for g in to.children if g.dep_ == "pobj"), None)
    if source is None:
        return
    sent = token.sent
    phrase = {t.i for t in token.subtree} | {to.i}
    phrase |= {t.i for t in source.subtree}
    # The source ends at the first comma that is not inside a list of names: a clause behind it belongs to the sentence.
    for i in range(source.i + 1, max(phrase) + 1):
        if doc[i].text == "," and any(doc[j].dep_ in ("nsubj", "ccomp", "nsubjpass") for j in range(i + 1, max(phrase) + 1)):
            phrase = {j for j in phrase if j < i}
            break
    # It does end there when a finite verb follows: "According to the mayor, Lee and Park asked ..."
    comma = next((i for i in range(source.i + 1, max(phrase) + 1) if doc[i].text == ","), None)
    after = doc[max(phrase) + 1] if max(phrase) + 1 < len(doc) else None
    if comma is not None and token.i == token.sent.start and after is not None and after.pos_ in ("VERB", "AUX"):
        phrase = {j for j in phrase if j < comma}
    named = _aside(doc, source, max(phrase))
    phrase |= set(named)
    low, high = min(phrase), max(phrase)
    first, last = sent.start, sent.end - 1
    if low > sent.start + 1:
        # Attribution behind or amid: a clause before a semicolon or colon is not its content.
        for i in range(low - 1, sent.start, -1):
            if doc[i].text in (";", ":"):
                first = i + 1
                break
    # In brackets it reports what stands in them.
    opened = next((i for i in range(low - 1, first - 1, -1) if doc[i].text in ("(", ")", "[", "]")), None)
    if opened is not None and doc[opened].text in ("(", "["):
        first = opened + 1
        last = next((i for i in range(high + 1, last + 1) if doc[i].text in (")", "]")), last + 1) - 1
    tokens = {i for i in range(first, last + 1) if i not in phrase}
    if not any(doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD", "VBN", "VBG") for i in tokens):
        return
    content = pieces(doc, tokens, skip=phrase)
    if content:
        # A scrap on the far side ("..., according to X, a Y") is an aside about the source.
        if len(content) > 1 and content[-1][0] > doc[high].idx and not _has_verb(doc, content[-1]):
            content = content[:-1]
        speaker = doc[named[-1]] if named else behind(source)
        yield Candidate(token, (token.idx, to.idx + len(to)), "say", speaker, content, "according-to", 0.75)


def _aside(doc: Doc, source: Token, end: int) -> list[int]:
    """Return the name between commas behind a described source ("the state news agency, KCNA, the ..."), which is that source."""
    if source.tag_ not in ("NN", "NNS") or end + 2 >= len(doc) or doc[end + 1].text != ",":
        return []
    name: list[int] = []
    for i in range(end + 2, min(end + 8, len(doc))):
        if not doc[i].tag_.startswith("NNP"):
            return (
                name
                if name and doc[i].text == "," and i + 1 < len(doc) and doc[i + 1].pos_ in ("DET", "PROPN", "PRON", "ADJ")
                else []
            )
        name.append(i)
    return []


def _has_verb(doc: Doc, where: Place) -> bool:
    span = doc.char_span(*where, alignment_mode="expand")
    return span is not None and any(t.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB", "VBG", "VBN") for t in span)
