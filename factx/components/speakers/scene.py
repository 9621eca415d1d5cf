"""Who is on the scene: the places of a document where its entities are meant, with what a resolver asks about them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc, Token

from factx.components.found import FoundEntity, Place, source_text
from factx.components.quotes.marks import pair_marks

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REACH = 4  # sentences looked back for whom a pronoun means
# "When Stone asked", "whom Stone met": whoever is the subject there is not whom the sentence is about.
_ASIDE = frozenset({"advcl", "relcl"})
_MOST = 60  # mentions looked back at: a sentence may be a list of a thousand names


@dataclass(slots=True)
class Seen:
    """A place where an entity is meant: token range, and its standing in the sentence."""

    start: int
    end: int
    entity: FoundEntity
    sentence: int
    head: int
    subject: bool
    quoted: bool
    possessive: bool
    pronoun: bool = False


@dataclass(slots=True)
class Scene:
    """A document's tokens and the entities on them; resolved mentions are added as the reading goes on."""

    doc: Doc
    sentence: list[int] = field(init=False)
    told: list[int] = field(init=False)  # the sentence, where those that are somebody's words from end to end do not count
    quoted: list[bool] = field(init=False)
    paragraph: list[int] = field(init=False)
    words_of: dict[int, FoundEntity] = field(init=False)
    seen: list[Seen] = field(init=False)
    at: dict[int, FoundEntity] = field(init=False)
    entities: list[FoundEntity] = field(init=False)
    unknown: list[int] = field(init=False)  # who spoke without its being known who it was, by token
    families: set[int] = field(init=False)  # by id(): "the Stones"

    def __post_init__(self) -> None:
        self.sentence, self.quoted = _sentences(self.doc), _quoted(self.doc)
        self.told = _told(self)
        self.entities = list(self.doc._.factx_entities or [])
        surnames = {one.name.split()[-1] for one in self.entities if one.type == "PERSON"}
        self.families = {id(one) for one in self.entities if one.name[-1:] == "s" and one.name[:-1] in surnames}
        self.seen, self.at, self.unknown = [], {}, []
        found = []
        for entity in self.entities:
            for mention in entity.mentions:
                span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None and len(span):
                    found.append((span.start, span.end, entity))
        for start, end, entity in sorted(found, key=lambda one: one[:2]):
            self.seen.append(self.look(start, end, entity))
            for i in range(start, end):
                self.at[i] = entity
        self.paragraph = _paragraphs(self.doc)
        self.words_of = _words_of(self)

    def look(self, start: int, end: int, entity: FoundEntity, *, pronoun: bool = False) -> Seen:
        """Return how a token range stands in its sentence.

        Arguments:
            start: first token.
            end: one past the last token.
            entity: what is meant there.
            pronoun: whether it is a pronoun.
        """
        head = head_of(self.doc, start, end)
        top = appositive_head(head)
        after = self.doc[end].tag_ if end < len(self.doc) else ""
        return Seen(
            start,
            end,
            entity,
            self.sentence[start],
            head.i,
            top.dep_ in SUBJECTS,
            self.quoted[start],
            head.dep_ == "poss" or after == "POS" or head.tag_ == "PRP$",
            pronoun,
        )

    def learn(self, meant: Mapping[Place, Any]) -> bool:
        """Note whose words quotations are, of resolved speakers; tell whether a pronoun inside was taken for its own speaker.

        Arguments:
            meant: by place of a mention, what it means, with ``entity`` and ``kind``.
        """
        pronouns = sorted((place[0], id(one.entity)) for place, one in meant.items() if one.kind == "pronoun")
        mistaken = False
        for quote in self.doc._.factx_quotes or ():
            speaker = meant.get((quote.speaker.start, quote.speaker.end)) if quote.speaker is not None else None
            if speaker is None or speaker.entity is None or quote.kind == "indirect":
                continue
            for start, end in quote.content:
                span = self.doc.char_span(start, end, alignment_mode="contract")
                for token in span or ():
                    if self.quoted[token.i] and token.i not in self.words_of:
                        self.words_of[token.i] = speaker.entity
                inside = pronouns[bisect_left(pronouns, (start, 0)) : bisect_left(pronouns, (end, 0))]
                mistaken = mistaken or any(entity == id(speaker.entity) for _, entity in inside)
        return mistaken

    def add(self, one: Seen) -> None:
        """Put a resolved mention in its place.

        Arguments:
            one: the mention.
        """
        at = bisect_right(self.seen, one.start, key=lambda seen: seen.start)
        self.seen.insert(at, one)

    def before(self, token: int, sentences: int) -> list[Seen]:
        """Return the mentions before a token, nearest last, as far back as some sentences.

        Arguments:
            token: index of a token.
            sentences: how many sentences before the token's own; outside somebody's words, of those that are not all such words.
        """
        end = bisect_left(self.seen, token, key=lambda seen: seen.start)
        number = self.sentence if self.quoted[token] else self.told
        first = number[token] - sentences
        start = end
        while start > 0 and end - start < _MOST and number[self.seen[start - 1].start] >= first:
            start -= 1
        return [one for one in self.seen[start:end] if one.end <= token]


def head_of(doc: Doc, start: int, end: int) -> Token:
    """Return the token of a range that the others hang on: the first whose head lies outside.

    Arguments:
        doc: a parsed document.
        start: first token.
        end: one past the last token.
    """
    for i in range(start, end):
        head = doc[i].head.i
        if (head < start or head >= end or head == i) and not doc[i].is_space and not doc[i].is_punct:
            return doc[i]
    return doc[end - 1]


def appositive_head(token: Token) -> Token:
    """Return the noun that an apposition or conjunct stands beside, else the token itself.

    Arguments:
        token: the head of a noun phrase.
    """
    for _ in range(4):
        if token.dep_ not in ("appos", "conj") or token.head.i == token.i:
            break
        token = token.head
    return token


def aside(scene: Scene, i: int, pronoun: int = -1) -> bool:
    """Tell whether a name stands in a subordinate clause that a pronoun is no part of."""
    token = scene.doc[i]
    while token.head.i != token.i:
        if token.dep_ in _ASIDE and not token.left_edge.i <= pronoun <= token.right_edge.i:
            return True
        token = token.head
    return False


def _paragraphs(doc: Doc) -> list[int]:
    """Return the number of each token's paragraph; a paragraph begins where a sentence does behind a line break."""
    found, number = [], 0
    for token in doc:
        if token.is_sent_start and token.i and "\n" in doc[token.i - 1].text:
            number += 1
        found.append(number)
    return found


def _words_of(scene: Scene) -> dict[int, FoundEntity]:
    """Return whose words each token between quotation marks is, for quotations whose speaker is named beside them."""
    found: dict[int, FoundEntity] = {}
    for quote in scene.doc._.factx_quotes or ():
        if quote.speaker is None or quote.kind == "indirect":
            continue
        speaker = scene.doc.char_span(quote.speaker.start, quote.speaker.end, alignment_mode="expand")
        entity = scene.at.get(head_of(scene.doc, speaker.start, speaker.end).i) if speaker is not None and len(speaker) else None
        if entity is None:
            continue
        for start, end in quote.content:
            span = scene.doc.char_span(start, end, alignment_mode="contract")
            for token in span or ():
                if scene.quoted[token.i]:
                    found[token.i] = entity
    return found


def _sentences(doc: Doc) -> list[int]:
    number, found = -1, []
    for token in doc:
        if token.is_sent_start or number < 0:
            number += 1
        found.append(number)
    return found


def _told(scene: Scene) -> list[int]:
    """Number the sentences that the narrator has a word in; one of somebody's words alone has the number of the one before."""
    speaks = {
        scene.sentence[token.i] for token in scene.doc if not scene.quoted[token.i] and not token.is_space and not token.is_punct
    }
    number, last, found = 0, -1, []
    for sentence in scene.sentence:
        if sentence != last:
            number, last = number + (sentence in speaks), sentence
        found.append(number)
    return found


def _quoted(doc: Doc) -> list[bool]:
    """Tell for every token whether it stands between quotation marks."""
    found = [False] * len(doc)
    starts = [token.idx for token in doc]
    for quotation in pair_marks(source_text(doc)):
        if quotation.outer is None:
            for i in range(bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)):
                found[i] = True
    return found
