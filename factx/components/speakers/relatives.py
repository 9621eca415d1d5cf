"""What a relative pronoun stands for: "Hall, who said"."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.speakers.roles import is_role

_FAR_UP = 6  # steps from a relative pronoun up to its clause
_BEFORE_HEAD = frozenset({"det", "amod", "compound", "poss", "nummod", "nmod", "case", "predet", "quantmod"})


def antecedent(mention: Token) -> Token:
    """Return what a relative pronoun stands for; any other mention is itself."""
    if mention.tag_ not in ("WP", "WDT", "WP$"):
        return mention
    clause = mention
    for _ in range(_FAR_UP):
        if clause.dep_ == "relcl":
            noun = _last_of_list(clause.head, mention)
            return _person_before(noun) if mention.lower_ in ("who", "whom") else noun
        clause = clause.head
    return mention


def _last_of_list(noun: Token, relative: Token) -> Token:
    """Return the last of a list that a relative clause follows: in "Hall, Lee and Park, who sang" it is Park who sang."""
    nearest = relative.i - 1
    if nearest > noun.i and relative.doc[nearest].text == ",":
        nearest -= 1
    last = relative.doc[nearest]
    if relative.tag_ not in ("WP", "WDT") or nearest <= noun.i or last.tag_ != "NNP":
        return noun
    climbed = last
    for _ in range(_FAR_UP):
        if climbed.i == noun.i:
            return last
        if climbed.dep_ != "conj":
            return noun
        climbed = climbed.head
    return noun


def _person_before(noun: Token) -> Token:
    """Return whom "who" stands for: not the body at the end of a phrase, but its member ("an official at the council, who")."""
    if noun.dep_ == "appos" and is_role(noun.lower_) and noun.head.ent_type_ == "PERSON":
        return noun.head  # "Ann Berg, the mayor of Oslo, who"
    inner = noun
    for _ in range(_FAR_UP):
        above = inner.head.head
        if inner.dep_ != "pobj" or inner.head.dep_ != "prep":
            break
        if above.dep_ == "appos" and above.head.ent_type_ == "PERSON":
            return above.head  # "Ann Berg, a vet from Oslo, who"; "Ann Berg, the head of the Centre for Peace, who"
        if is_role(above.lower_) and not is_role(noun.lower_):
            return above if noun.ent_type_ != "PERSON" else noun
        if above.ent_type_ != inner.ent_type_ or not above.ent_type_:
            break
        inner = above
    return noun


def joined(noun: Token, relative: Token) -> str | None:
    """Return the words of those that a relative pronoun stands for together: "young Latinos and Asian Americans, who say"."""
    groups = [one for one in (noun, *noun.conjuncts) if one.i < relative.i]
    plural = any(verb.tag_ == "VBP" for verb in (relative.head, *relative.head.lefts))
    if len(groups) < 2 or not plural:
        return None
    first = min(noun_phrase(one)[0] for one in groups)
    return " ".join(noun.doc[first : max(one.i for one in groups) + 1].text.split())


def noun_phrase(head: Token) -> tuple[int, int]:
    """Return the token range of a noun phrase without what follows its head."""
    start = head.i
    for child in head.children:
        if child.i < start and child.dep_ in _BEFORE_HEAD:
            start = min(start, child.left_edge.i)
    return start, head.i + 1
