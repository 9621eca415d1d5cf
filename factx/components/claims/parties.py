"""Who stands behind a figure: the quote it stands in, its speaker, the clause's own attribution, and whom it is stated of."""

from __future__ import annotations

import heapq
from itertools import islice

from spacy.tokens import Doc, Token

from factx.components.claims.patterns import CLAIM_VERBS, CLAIM_VERBS_AT, CLAIM_VERBS_SURE, ESTIMATES, SHOW_VERBS, SOURCES
from factx.components.claims.syntax import Parse, is_unit
from factx.components.found import FoundEntity, FoundMention, FoundQuote, Place, Reference

# A head with more children than this is a list that a parser gave up on.
_CHILDREN = 40
# With these verbs a clause behind a figure says whose it is.
_EXPECTING = (CLAIM_VERBS_SURE - CLAIM_VERBS_AT) | {"expect", "anticipate"}
_NEAR = 10
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "his", "their", "its"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART"})


def innermost_quotes(quotes: list[FoundQuote], places: list[Place]) -> list[FoundQuote | None]:
    """Return for each place, given in order, the quote with the smallest content around it.

    Arguments:
        quotes: the document's quotes.
        places: half-open places, sorted.
    """
    pieces = sorted((start, end, number) for number, quote in enumerate(quotes) for start, end in quote.content)
    found: list[FoundQuote | None] = []
    opened: list[tuple[int, int, int]] = []  # by end, so that what is over leaves first
    index = 0
    for start, end in places:
        while index < len(pieces) and pieces[index][0] <= start:
            heapq.heappush(opened, (pieces[index][1], pieces[index][0], pieces[index][2]))
            index += 1
        while opened and opened[0][0] <= start:
            heapq.heappop(opened)
        around = [(piece_end - piece_start, number) for piece_end, piece_start, number in opened[:64] if piece_end >= end]
        found.append(quotes[min(around)[1]] if around else None)
    return found


class Parties:
    """Finds the references of a document's figures."""

    def __init__(self, doc: Doc, parse: Parse) -> None:
        self._parse = parse
        self._doc = doc
        self._known: dict[int, tuple[FoundEntity, FoundMention]] = {}
        self._ends: dict[int, Place] = {}
        if doc._.factx_entities is not None:
            for entity in doc._.factx_entities:
                for mention in entity.mentions:
                    if mention.kind == "name":
                        first, last = parse.stretch(mention.start, mention.end)
                        for index in range(first, min(last, first + 12)):
                            self._known[index] = (entity, mention)
        else:
            for span in doc.ents:
                if span.label_ in _NAMED:
                    for index in range(span.start, span.end):
                        self._ends[index] = (span.start_char, span.end_char)

    def reference(self, token: Token) -> Reference:
        """Return what a noun or pronoun refers to, as a mention; a name's entity is set."""
        if token.i in self._known:
            entity, mention = self._known[token.i]
            return Reference(mention.start, mention.end, "name", entity, entity.name)
        if token.i in self._ends:
            start, end = self._ends[token.i]
            return Reference(start, end, "name", None, self._doc.text[start:end])
        end = token.idx + len(token)
        if token.lower_ in _PRONOUNS or token.pos_ == "PRON":
            return Reference(token.idx, end, "pronoun")
        first = self._parse.phrase(token)[0]
        while first > 0 and self._doc[first - 1].dep_ in ("det", "poss", "case") and token.i - first < 8:
            if self._doc[first - 1].i in self._known and self._doc[first - 1].tag_ not in ("POS",):
                first -= 1
                break
            first -= 1
        return Reference(self._doc[first].idx, end, "nominal")

    def is_person(self, token: Token) -> bool:
        """Tell whether a token is part of a person's name."""
        if token.i in self._known:
            return self._known[token.i][0].type == "PERSON"
        return token.ent_type_ == "PERSON"

    def is_named(self, token: Token) -> bool:
        """Tell whether a token is part of any entity's name."""
        return token.i in self._known or token.i in self._ends

    def about(self, subject: Token | None) -> list[Reference]:
        """Return the subject of a figure's clause, and the names that own it ("Acme's revenue", "shares of Acme")."""
        if (
            subject is None
            or subject.pos_ not in ("NOUN", "PROPN", "PRON")
            or is_unit(subject)
            or subject.lower_ in ("there", "that", "which", "who", "what")
        ):
            return []
        if self.is_named(subject) or subject.pos_ == "PRON":
            return (
                [self.reference(subject)]
                if subject.lower_ not in ("this", "these", "those", "it") or self.is_named(subject)
                else []
            )
        owners = [child for child in subject.lefts if child.dep_ in ("poss", "compound", "nmod") and self.is_named(child)]
        for child in subject.rights:
            if child.dep_ == "prep" and child.lower_ in ("of", "in", "at", "for", "from"):
                owners.extend(inner for inner in child.rights if inner.dep_ == "pobj" and self.is_named(inner))
        found = [self.reference(subject)]
        found.extend(reference for reference in map(self.reference, owners[:4]) if all(r.start != reference.start for r in found))
        return found

    def own_attribution(self, root: Token, verb: Token | None) -> Reference | None:
        """Return who claims a figure by the words of its own clause: "according to X", "X put the figure at", "by X's count"."""
        if not self._doc.has_annotation("DEP"):
            return None  # without a parse, spaCy's children are memory that nobody set
        if (expecting := self._expecting(root)) is not None:
            return self.reference(expecting)
        climbed = root
        for _ in range(25):
            for child in islice(climbed.children, _CHILDREN):
                if child.lower_ == "according" and (source := self._object(child)) is not None:
                    return self.reference(source)
                if child.dep_ == "prep" and child.lower_ == "by":
                    count = next(
                        (t for t in child.rights if t.dep_ == "pobj" and t.lower_ in ESTIMATES),
                        None,
                    )
                    owner = next((t for t in count.lefts if t.dep_ == "poss"), None) if count is not None else None
                    if owner is not None and owner.lower_ not in ("some", "any"):
                        return self.reference(owner)
            if climbed.head == climbed:
                break
            climbed = climbed.head
        for claiming in (verb, verb.head if verb is not None and verb.dep_ == "ccomp" else None):
            if claiming is not None and (subject := self._claimant(root, claiming, own=claiming is verb)) is not None:
                return self.reference(subject)
        return None

    def _expecting(self, root: Token) -> Token | None:
        """Return whose figure a relative clause says it is: "the $8.04 that analysts expected", "the 900 officials estimated"."""
        for noun in (root, root.head, *(child for child in islice(root.rights, _CHILDREN) if child.pos_ == "NOUN")):
            for child in islice(noun.rights, _CHILDREN):
                if child.dep_ == "relcl" and self._parse.lemma(child) in _EXPECTING and child.i - root.i < _NEAR:
                    return next((one for one in child.lefts if one.dep_ == "nsubj" and one.pos_ in ("NOUN", "PROPN")), None)
        return None

    def _claimant(self, root: Token, verb: Token, *, own: bool) -> Token | None:
        """Return the subject of a verb that claims a figure, its own clause's or the clause above."""
        lemma = self._parse.lemma(verb)
        if own and lemma in SHOW_VERBS and self._is_direct(root, verb):
            source = self._parse.subject(verb)
            if source is not None and source.lower_ in SOURCES:
                return source
        if lemma not in CLAIM_VERBS or verb.tag_ == "VBN" or (own and not self._is_direct(root, verb)):
            return None
        if lemma in CLAIM_VERBS_AT and own and "at" not in (root.head.lower_, root.head.head.lower_):
            return None
        subject = self._parse.subject(verb)
        if subject is None or subject == root:
            return None
        sure = lemma in CLAIM_VERBS_SURE and subject.pos_ == "NOUN"
        return subject if sure or self._speaks(subject) else None

    def _object(self, according: Token) -> Token | None:
        for to in according.children:
            if to.lower_ == "to":
                return next((child for child in to.children if child.dep_ == "pobj"), None)
        return next((child for child in according.children if child.dep_ == "pobj"), None)

    def _speaks(self, subject: Token) -> bool:
        if subject.i in self._known:
            return self._known[subject.i][0].type in ("PERSON", "ORG", "GPE", "NORP")
        return (
            subject.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or subject.lower_ in _PRONOUNS - {"it"} or subject.tag_ == "NNS"
        )

    @staticmethod
    def _is_direct(root: Token, verb: Token) -> bool:
        climbed = root
        for _ in range(4):
            if climbed == verb:
                return True
            climbed = climbed.head
        return climbed == verb
