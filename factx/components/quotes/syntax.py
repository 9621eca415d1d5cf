"""Small questions to a dependency parse: who does what a verb says, how far a mention reaches, which words hang on a head."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from factx.components.found import Place, Reference
from factx.components.quotes.patterns import (
    ABOUT_SAYING,
    EVIDENCE,
    FORMS,
    LIGHT_VERBS,
    MEDIA,
    PARTIES,
    PARTY_ENDINGS,
    RELATIVES,
    URGING,
)
from factx.records import MentionKind

_NOMINAL = frozenset({"NN", "PR", "WP", "WD", "DT", "CD", "JJ", "PD", "EX", "FW", "$", "AD", "IN"})
_OBJECT_FORMS = frozenset({"him", "them", "me", "us", "whom", "himself", "themselves"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
# What follows a speaker's head noun and still belongs to the mention.
_KEPT_PREPOSITIONS = frozenset({"of", "for", "from", "at", "in", "with", "to", "on"})
_MAX_CLIMB = 8


def place(token: Token) -> Place:
    """Return a token's place in the text."""
    return token.idx, token.idx + len(token)


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive, full ("was told") or reduced ("asked whether ..., she")."""
    if verb.tag_ != "VBN":
        return False
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    behind_comma = verb.i > 0 and verb.nbor(-1).text == ","  # "Dialogue, viewed as a sign of weakness, ..."
    return (behind_comma or verb.dep_ in ("advcl", "acl")) and not any(c.dep_ in ("aux", "nsubj") for c in verb.children)


def is_infinitive(token: Token) -> bool:
    """Tell whether a verb stands in the infinitive with "to", perfect ones among them."""
    return token.tag_ in ("VB", "VBN") and any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)


def own_subject(verb: Token) -> Token | None:
    """Return the verb's own subject, an active clause's nominal one; of several before it the nearest."""
    found: Token | None = None
    for child in verb.children:
        if found is not None and child.i > verb.i:
            break
        if child.tag_[:2] not in _NOMINAL or child.lower_ in _OBJECT_FORMS:
            continue  # "Writing on her blog, ...", "had him labelled": a participle, an object of the clause above
        if child.dep_ == "nsubj" or (child.dep_ == "nsubjpass" and not any(c.dep_ == "auxpass" for c in verb.children)):
            found = child
    return found


def agent(verb: Token) -> Token | None:
    """Return the X of "said by X"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def subject(verb: Token, depth: int = 0) -> Token | None:
    """Return the head of the noun phrase that does what the verb says, through coordination, participles and relative clauses.

    Returns:
        None when the clause has no doer: a passive without an agent, an imperative, an expletive.
    """
    if depth > _MAX_CLIMB:
        return None
    if is_passive(verb):
        return agent(verb)
    own = own_subject(verb)
    if own is not None:
        return antecedent(verb, _past_aside(own))
    head, dep = verb.head, verb.dep_
    if head.i == verb.i:
        return _cut_off(verb)
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        if (outer := _beyond_content(verb, head)) is not None:
            return subject(outer, depth + 1)
        if is_passive(head) and verb.tag_ != "VBN":
            return passive_subject(head)
        return subject(head, depth + 1)
    if verb.tag_ == "VBG" and (main := _main_verb(verb)) is not None:
        return passive_subject(main) if is_passive(main) else subject(main, depth + 1)
    if dep in ("xcomp", "advcl", "pcomp", "ccomp", "dep", "aux") and (verb.tag_ in ("VBG", "VB", "VBN") or dep == "xcomp"):
        by = dep == "pcomp" and head.lower_ == "by"
        while head.pos_ in ("ADP", "SCONJ", "PART") and head.head.i != head.i:
            head = head.head
        while by and head.tag_ in ("VB", "VBG") and head.head.i != head.i and own_subject(head) is None:
            head = head.head  # "defended his refusal to let them enter by citing": the finite verb's subject cites
        if head.pos_ in ("VERB", "AUX"):
            # "urged her to say": the one who is urged would speak
            if dep in ("xcomp", "ccomp") and head.lower_ in URGING:
                for child in head.children:
                    if child.dep_ in ("dobj", "iobj") and child.i < verb.i and is_party(child):
                        return child
            return passive_subject(head) if is_passive(head) else subject(head, depth + 1)
        if head.pos_ in ("NOUN", "PROPN", "PRON"):
            return behind(head)
        return None
    if dep in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON"):
        if dep != "acl" or verb.tag_ != "VBG":
            return None
        if head.lower_ not in MEDIA and any(t.text == "," for t in verb.doc[head.i + 1 : verb.left_edge.i]):
            # "He made another attempt, writing that ...": the parser hangs the participle on the nearest noun
            above = next((a for a in head.ancestors if a.pos_ in ("VERB", "AUX")), None)
            return subject(above, depth + 1) if above is not None else None
        return behind(head)
    return None


def _beyond_content(verb: Token, head: Token) -> Token | None:
    """Return the verb above, where a second verb goes on with its subject: "She said no request came and accused the board".

    The parser joins it to the clause between, whose subject cannot accuse anybody.
    """
    if head.dep_ != "ccomp" or head.head.pos_ != "VERB" or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    return head.head if head.head.tag_ == verb.tag_ and outranks(verb, head) else None


def outranks(verb: Token, clause: Token) -> bool:
    """Tell whether a verb joined to a reported clause is the reporter's: by a comma, a tense, or a subject that is no party."""
    inner = own_subject(clause)
    if inner is None:
        return False
    joint = next((c.i for c in clause.children if c.dep_ == "cc" and clause.i < c.i < verb.i), 0)
    if joint and clause.doc[joint - 1].text == "," and verb.tag_ == "VBD" and verb.lower_ in FORMS:
        return True  # "said the party was calm, and urged that ..."
    return not is_party(inner) or (verb.tag_ == "VBD" and clause.tag_ in ("VBZ", "VBP") and inner.tag_ == "PRP")


def _main_verb(verb: Token) -> Token | None:
    """Return the verb of the main clause that a participle behind a comma belongs to ("..., adding that ...").

    The parser hangs it on the nearest verb or noun, inside whatever subordinate clause that is.
    """
    doc, left = verb.doc, verb.left_edge.i
    if verb.dep_ not in ("advcl", "acl", "dep", "conj") or left == 0 or doc[left - 1].text != ",":
        return None
    if verb.head.i > verb.i or (verb.dep_ == "acl" and verb.head.lower_ in MEDIA):
        return None
    main: Token | None = None
    climbed = verb.head
    for _ in range(_MAX_CLIMB):
        if climbed.pos_ in ("VERB", "AUX") and climbed.dep_ in ("ROOT", "conj") and climbed.i < verb.i:
            main = climbed
            if climbed.dep_ == "ROOT" or own_subject(climbed) is not None:
                break
        if climbed.head.i == climbed.i:
            break
        climbed = climbed.head
    return main


def is_party(head: Token) -> bool:
    """Tell whether a noun can mean somebody who speaks: names and pronouns can, "the outcome" cannot."""
    word = head.lower_
    if head.tag_ not in ("NN", "NNS"):
        return True
    return word in PARTIES or word in EVIDENCE or word in MEDIA or word.endswith(PARTY_ENDINGS)


def _cut_off(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser made begin a sentence: "Voss | denied that ..." """
    first = verb.left_edge.i
    if first == 0 or verb.tag_ not in ("VBD", "VBZ", "VBP") or first != verb.sent.start:
        return None
    before = verb.doc[first - 1]
    return before if before.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP") else None


def _past_aside(own: Token) -> Token:
    """Return the true subject where the parser took an aside for it: "According to the agency, KCNA, the party said ..." """
    if not own.tag_.startswith("NNP") or own.left_edge.i < 2:
        return own
    renamed = next((c for c in own.rights if c.dep_ == "appos" and c.i > own.i + 1 and own.doc[own.i + 1].text == ","), None)
    if renamed is None or own.doc[own.left_edge.i - 1].text != ",":
        return own
    described = own.doc[own.left_edge.i - 2]
    return renamed if described.dep_ == "pobj" and described.tag_ in ("NN", "NNS") else own


def passive_subject(verb: Token) -> Token | None:
    """Return the subject of a passive clause: who is asked, seen, quoted."""
    return next((child for child in verb.children if child.dep_ == "nsubjpass"), None)


def antecedent(verb: Token, relative: Token) -> Token:
    """Return what a relative pronoun stands for; any other subject is itself."""
    if relative.lower_ not in RELATIVES or relative.tag_ not in ("WP", "WDT", "WP$", "IN", "DT"):
        return relative
    clause = verb
    for _ in range(_MAX_CLIMB):
        if clause.dep_ in ("relcl", "acl"):
            return clause.head
        if clause.dep_ not in ("conj", "ccomp", "xcomp") or clause.head.i == clause.i:
            return relative
        clause = clause.head
    return relative


def behind(noun: Token) -> Token:
    """Return who is behind a statement, letter or tweet: its owner, or whoever issued it; any other noun is itself."""
    if noun.lower_ not in MEDIA:
        return noun
    for child in noun.children:
        if child.dep_ == "poss":
            return noun if child.tag_ == "PRP$" else child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "by", "of"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lower_ in LIGHT_VERBS and (found := subject(verb, 1)) is not None:
        return found
    if noun.dep_ == "pobj" and verb.head.pos_ == "VERB" and (found := subject(verb.head, 1)) is not None:
        return found
    return noun


def mention_tokens(head: Token) -> tuple[int, int]:
    """Return the token range of a speaker's mention: the noun phrase without relative clauses and asides.

    An apposition that carries a proper name is kept when the head itself is a description ("the mayor, Ann Lee").
    """
    doc = head.doc
    left, right = head.i, head.i + 1
    for child in head.lefts:
        if child.tag_ == "WRB":
            continue
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod", "nmod", "predet", "quantmod", "advmod", "neg", "case"):
            left = min(left, child.left_edge.i)
    while left < head.i and (doc[left].is_punct or doc[left].is_space or doc[left].lower_ in ("and", "but")):
        left += 1
    for i in range(head.i - 1, left, -1):
        if doc[i].text in ("-", "—", "–", "--") and doc[i - 1].whitespace_:
            left = i + 1  # "From our blog - Ann Lee": what stands before a dash is no part of the name
            break
    named = head.tag_.startswith("NNP")
    # "coach Ann Lee", "co-founder Bo Li": the name right behind a role, wherever the parser hung it
    while (
        right < len(doc) and (not doc[right - 1].whitespace_ or doc[right].tag_.startswith("NNP")) and _goes_on(doc[right], head)
    ):
        right += 1
    for child in head.rights:
        if child.i < right:
            continue
        gap = doc[right : child.left_edge.i]
        comma = any(token.is_punct for token in gap)
        if any(token.is_space for token in gap):
            break
        if child.dep_ == "prep" and child.lower_ in _KEPT_PREPOSITIONS and not comma:
            # a second phrase may belong to the verb: "officials in Kyiv on Monday"
            right = _without_clauses(child)
        elif child.dep_ == "case" and child.i == right:
            continue
        elif child.dep_ in ("compound", "flat", "nummod") and child.i == right:
            right = child.i + 1
        elif child.dep_ == "conj" and not _has_clause(child):
            right = max(right, mention_tokens(child)[1])
        elif child.dep_ == "appos" and not named and any(t.tag_.startswith("NNP") for t in child.subtree):
            right = max(right, mention_tokens(child)[1])
            break
        elif child.dep_ == "amod" and child.left_edge.i == right and not comma:
            right = child.right_edge.i + 1  # "a person close to the board"
        elif child.dep_ in ("cc",) or child.is_punct:
            continue
        else:
            break
    while right > left + 1 and (doc[right - 1].is_punct or doc[right - 1].is_space or doc[right - 1].dep_ == "cc"):
        right -= 1
    return left, right


def _goes_on(token: Token, head: Token) -> bool:
    if token.tag_.startswith("NNP"):
        return head.tag_ in ("NN", "NNP") and token.lower_ not in ABOUT_SAYING
    return not token.is_space and token.tag_ in ("HYPH", "NN") and head.tag_ in ("NN", "NNP")


def _has_clause(head: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in head.children)


def _without_clauses(preposition: Token) -> int:
    """Return one past the last token of a prepositional phrase, cut before clauses, asides and further phrases of time."""
    end = preposition.i + 1
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > preposition.i:
            end = max(end, mention_tokens(child)[1])
            break
    return end


def mention_place(head: Token) -> Place:
    """Return the place of the speaker's mention around a head noun, possessive left out."""
    left, right = mention_tokens(head)
    doc = head.doc
    if right - left > 1 and doc[right - 1].tag_ == "POS":
        right -= 1
    return doc[left].idx, doc[right - 1].idx + len(doc[right - 1])


def mention_kind(head: Token) -> MentionKind:
    """Return name, nominal or pronoun, by the head noun."""
    if head.pos_ == "PRON" or head.tag_ in ("PRP", "WP", "DT", "WDT"):
        return "pronoun"
    return "name" if head.tag_.startswith("NNP") else "nominal"


def subtree(head: Token, without: Iterable[Token] = ()) -> set[int]:
    """Return the token numbers under a head, leaving out some branches."""
    found = {token.i for token in head.subtree}
    for branch in without:
        found -= {token.i for token in branch.subtree}
    return found


def pieces(doc: Doc, tokens: Iterable[int], skip: Iterable[int] = ()) -> list[Place]:
    """Return the places of the runs of tokens, punctuation and connectives trimmed at the edges.

    Runs are joined over gaps that hold nothing but punctuation and space.
    """
    barred = set(skip)
    runs: list[list[int]] = []
    for index in sorted(set(tokens) - barred):
        token = doc[index]
        if token.is_space or (token.is_punct and not runs):
            continue
        if runs and not any(i in barred or not (doc[i].is_punct or doc[i].is_space) for i in range(runs[-1][-1] + 1, index)):
            runs[-1].append(index)
        elif not token.is_punct:
            runs.append([index])
    found = []
    for run in runs:
        low, high = run[0], run[-1]
        while high > low and (_is_edge(doc[high]) or doc[high].tag_ == "CC"):
            high -= 1
        if high >= low and not doc[high].is_punct:
            found.append((doc[low].idx, doc[high].idx + len(doc[high])))
    return found


def _is_edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in ("%", ")", "]"))


def mention_reference(head: Token | None, inferred: bool = False) -> Reference | None:
    """Return the mention of a speaker, None for none."""
    if head is None:
        return None
    start, end = mention_place(head)
    return Reference(start, end, kind=mention_kind(head), inferred=inferred)
