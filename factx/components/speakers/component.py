"""The speakers component: whom the speakers of quotations and claims, and other subjects of reporting verbs, stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from factx.components.found import FoundEntity, FoundMention, Place, Reference, register_extensions, source_text
from factx.components.quotes.syntax import mention_tokens
from factx.components.speakers.ages import age_of, resolve_age
from factx.components.speakers.gender import genders
from factx.components.speakers.nominals import Unnamed, determiner, pair_of, resolve_nominal
from factx.components.speakers.patterns import ASKING, FOR, PRONOUN_TAGS, PRONOUNS, REPORTING, STRANGERS
from factx.components.speakers.pronouns import resolve_pronoun
from factx.components.speakers.relatives import antecedent, joined, noun_phrase
from factx.components.speakers.roles import Roles, collect, is_role
from factx.components.speakers.scene import SUBJECTS, Scene, head_of
from factx.components.speakers.seats import SEATS
from factx.records import MentionKind

_FAR = 12  # tokens of "for the Ministry of X" behind a spokesman

_PARTIES = SUBJECTS | {"dobj", "pobj", "dative"}  # parts of a sentence that somebody is meant by, not said to be

_SEAT_TYPES = frozenset({"GPE", "LOC", "ORG", "FAC"})
_PUBLISHERS = frozenset({"agency", "newspaper", "magazine", "daily", "weekly", "broadcaster", "network", "website", "newswire"})
_WITHOUT_CONTENT = frozenset({"each", "either", "neither", "one", "another", "both"})


@dataclass(slots=True)
class Meant:
    """A mention with what it turned out to mean."""

    place: Place
    head: int
    kind: MentionKind
    entity: FoundEntity | None
    name: str | None


class Speakers:
    """Settle whom mentions of speakers mean.

    References of ``doc._.factx_quotes`` and ``doc._.factx_claims`` get their kind, entity and name; pronouns and
    descriptions that were resolved become mentions of their entity. Subjects of reporting verbs are resolved whether or not
    a quotation was found there.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        """Initialize the component.

        Arguments:
            nlp: the pipeline that it becomes a part of.
            name: its name there.
        """
        register_extensions()
        self.name = name
        self.error_handler: Any = nlp.default_error_handler

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the document's speakers and write them on it."""
        try:
            self.set_annotations(doc, self.match(doc))
            return doc
        except Exception as error:
            self.error_handler(self.name, self, [doc], error)
            return doc

    def set_error_handler(self, error_handler: Any) -> None:
        """Let ``nlp.set_error_handler`` reach this component.

        Arguments:
            error_handler: called with the component's name, the component, the documents and the error.
        """
        self.error_handler = error_handler

    def match(self, doc: Doc) -> dict[Place, Meant]:
        """Find what every mention of a speaker means, by its place in the text.

        Arguments:
            doc: a parsed document with entities, quotes and claims on it.
        """
        mentions = _mentions(doc)
        if not mentions:
            return {}
        scene = Scene(doc)
        roles = collect(scene)
        gender = genders(scene, roles)
        # whom a figure is about is meant, but did not speak
        silent = {(one.start, one.end) for claim in doc._.factx_claims or () for one in claim.about} - _spoken(doc)

        def read(scene: Scene) -> dict[Place, Meant]:
            reader = _Reader(scene, roles, gender)
            return {place: reader.read(place, *mentions[place], speaks=place not in silent) for place in sorted(mentions)}

        found = read(scene)
        if not scene.learn(found):
            return found
        # Now it is known whose words they are: who is "he" in them is somebody else.
        again = Scene(doc)
        again.words_of = scene.words_of
        return read(again)

    def set_annotations(self, doc: Doc, found: dict[Place, Meant]) -> None:
        """Write resolved mentions on references and entities.

        Arguments:
            doc: the document.
            found: mentions by place.
        """
        for reference in _references(doc):
            meant = found.get((reference.start, reference.end))
            if meant is not None:
                reference.kind, reference.entity, reference.name = meant.kind, meant.entity, meant.name
        for place, meant in found.items():
            if meant.entity is not None and meant.kind != "name":
                known = {(mention.start, mention.end) for mention in meant.entity.mentions[-50:]}
                if place not in known:
                    meant.entity.mentions.append(FoundMention(*place, kind=meant.kind))
        for quote in doc._.factx_quotes or ():
            entity = quote.speaker.entity if quote.speaker is not None else None
            if entity is not None and entity.type in _SEAT_TYPES:
                entity.speaks_for = SEATS.get(entity.name)
        for entity in doc._.factx_entities or ():
            entity.mentions.sort(key=lambda mention: (mention.start, mention.end))


class _Reader:
    """Reads mentions in text order: who spoke last and who came without a name matters for the next."""

    def __init__(self, scene: Scene, roles: Roles, gender: dict[int, str]) -> None:
        self.scene, self.roles, self.gender = scene, roles, gender
        self.unnamed = Unnamed()
        self.speaker: FoundEntity | None = None
        self.text = source_text(scene.doc)
        self.described = 0

    def read(self, place: Place, start: int, end: int, *, speaks: bool) -> Meant:
        """Return what a mention means, and remember who spoke."""
        meant = self._read(place, start, end)
        # who speaks inside somebody's words is no rival of who said them
        if speaks and not self.scene.quoted[start] and not _in_passing(self.scene.doc[meant.head]):
            if meant.kind != "pronoun" or meant.entity is not None:
                self.speaker = meant.entity
            if meant.entity is None and _may_be_person(self.scene.doc[meant.head]):
                self.scene.unknown.append(meant.head)
        return meant

    def _read(self, place: Place, start: int, end: int) -> Meant:
        doc = self.scene.doc
        head = head_of(doc, start, end)
        if any(child.dep_ == "conj" and start <= child.i < end and child.pos_ != "VERB" for child in head.rights):
            # "Mills and Park said": two parties are nobody in particular; the words stand for both.
            self.unnamed.note(head)
            return Meant(
                place, head.i, "name" if head.i in self.scene.at else "nominal", None, " ".join(self.text[slice(*place)].split())
            )
        named = self._named(head, start, end)
        if named is not None and named.type == "NORP" and head.tag_ in ("NN", "NNP") and determiner(head) not in ("", None):
            named = None  # "the Ohio Republican" is a person, not the party
        if named is not None:
            return Meant(place, head.i, "name", named, named.name)
        noun = antecedent(head)
        if noun.i != head.i:
            # "Russia, which had kept silent": the pronoun is the mention, what it stands for tells who is meant.
            first, last = noun_phrase(noun)
            if (both := joined(noun, head)) is not None:
                return Meant(place, head.i, "pronoun", None, both)
            stands_for = self._read((doc[first].idx, doc[last - 1].idx + len(doc[last - 1])), first, last)
            return Meant(place, head.i, "pronoun", stands_for.entity, stands_for.name)
        if head.tag_ in PRONOUN_TAGS or (head.lower_ in PRONOUNS and end - start == 1):
            self._describe(head.i)
            entity = resolve_pronoun(self.scene, head, self.gender, self.speaker)
            return self._settle(place, head, start, end, "pronoun", entity, None)
        mention = self.text[slice(*place)]
        if (age := age_of(mention)) is not None:
            return self._settle(place, head, start, end, "nominal", resolve_age(self.scene, start, age), mention)
        if (pair := pair_of(self.scene, head)) is not None:
            return Meant(place, head.i, "nominal", None, pair)
        entity = resolve_nominal(self.scene, head, self.roles, self.unnamed)
        self.unnamed.note(head)
        # "each", "whose lawyer": words that say nothing without the sentence around them
        nothing = head.lower_ in _WITHOUT_CONTENT or doc[start].tag_ == "WP$"
        return self._settle(place, head, start, end, "nominal", entity, None if nothing else self._description(place, head, end))

    def _describe(self, stop: int) -> None:
        """Put those on the scene whom a description means up to a token: "the senator" may be whom the next "he" means."""
        for token in self.scene.doc[self.described : stop]:
            if token.tag_ != "NN" or token.dep_ not in _PARTIES or token.i in self.scene.at or not is_role(token.lower_):
                continue
            if determiner(token) != "the" or any(child.dep_ == "appos" for child in token.rights):
                continue
            entity = resolve_nominal(self.scene, token, self.roles, self.unnamed)
            if entity is not None:
                self.scene.add(self.scene.look(*noun_phrase(token), entity))
        self.described = max(self.described, stop)

    def _settle(
        self, place: Place, head: Token, start: int, end: int, kind: MentionKind, entity: FoundEntity | None, name: str | None
    ) -> Meant:
        if entity is not None:
            self.scene.add(self.scene.look(start, end, entity, pronoun=kind == "pronoun"))
        return Meant(place, head.i, kind, entity, entity.name if entity is not None else name)

    def _named(self, head: Token, start: int, end: int) -> FoundEntity | None:
        """Return the entity that a mention names: its head's, or the person in apposition to a role or behind a title."""
        at = self.scene.at
        found = at.get(head.i)
        last = at.get(end - 1)
        if last is not None and last.type == "PERSON" and last is not found and _ends_with_name(self.scene.doc, head, start, end):
            return last
        if found is not None:
            return found
        for child in head.children:
            entity = at.get(child.i) if child.dep_ == "appos" else None
            if entity is not None and (entity.type == "PERSON" or not is_role(head.lower_)):
                return entity
        if last is not None and self._renamed(head, end, last):
            return last
        # "The secretary general of the league, Ann Lee, said": the parser often leaves the name out of the phrase.
        doc = self.scene.doc
        if is_role(head.lower_) and end + 1 < len(doc) and doc[end].text == ",":
            after = at.get(end + 1)
            if after is not None and after.type == "PERSON" and determiner(head) in ("the", ""):
                return after
        behind = at.get(head.i + 1)
        if behind is not None and behind.type == "PERSON" and is_role(head.lower_):
            return behind
        if last is not None and last.type == "PERSON" and self._titled(head, start, end, last):
            return last
        if head.lower_ in _PUBLISHERS:  # "the Reuters news agency"
            before = (i for i in range(start, head.i) if i in at and doc[i].head.i == head.i)
            return next((at[i] for i in before if at[i].type == "ORG"), None)
        return None

    def _renamed(self, head: Token, end: int, body: FoundEntity) -> bool:
        """Tell whether a mention is a noun with the body's name behind a comma: "the news agency, X", however it was parsed."""
        doc = self.scene.doc
        if body.type != "ORG" or is_role(head.lower_) or head.tag_ != "NN" or head.i + 2 >= end or doc[head.i + 1].text != ",":
            return False
        return all(self.scene.at.get(i) is body or doc[i].tag_ == "DT" for i in range(head.i + 2, end))

    def _titled(self, head: Token, start: int, end: int, person: FoundEntity) -> bool:
        """Tell whether a long title without an article leads up to a name: "Ambassador to the United States Ann Lee"."""
        first = end - 1
        while first > start and self.scene.at.get(first - 1) is person:
            first -= 1
        before = self.scene.doc[max(start, first - 1)]
        bare = is_role(head.lower_) and determiner(head) in ("", None) and head.i < before.i
        return bare and before.tag_ in ("NN", "NNS", "NNP", "NNPS") and not is_role(before.lower_)

    def _description(self, place: Place, head: Token, end: int) -> str:
        """Return a description as written, with whom it speaks for when that follows at once."""
        start, stop = place
        first, last = mention_tokens(head)
        if last < end and not any(i in self.scene.at for i in range(last, end)):
            # Asides and clauses that name nobody are part of the mention, not of the name.
            start, stop = max(start, self.scene.doc[first].idx), self.scene.doc[last - 1].idx + len(self.scene.doc[last - 1])
        if end == head.i + 1:
            for child in head.children:
                if child.dep_ == "prep" and child.i == end and child.lower_ in FOR:
                    stop = max(stop, _phrase_end(child, self.scene))
        return " ".join(self.text[start:stop].split())


def _may_be_person(head: Token) -> bool:
    """Tell whether one who is not resolved may be one person: a pronoun, a name, a role; no party and no people."""
    return head.tag_ in ("PRP", "NNP") or (head.tag_ == "NN" and (is_role(head.lower_) or head.lower_ in STRANGERS))


def _in_passing(head: Token) -> bool:
    """Tell whether somebody speaks aside: "Hall, who has called it a hoax, may win", "Hall smiled when Stone asked why"."""
    clause = head.head
    return head.dep_ in SUBJECTS and (clause.dep_ == "relcl" or (clause.dep_ == "advcl" and clause.lower_ in ASKING))


def _ends_with_name(doc: Doc, head: Token, start: int, end: int) -> bool:
    """Tell whether the person at a mention's end is whom it names ("the coach, X"), not whose it is ("an aide to X")."""
    last = doc[end - 1]
    for _ in range(6):
        if last.i <= head.i or last.head.i == last.i:
            return last.i == head.i
        if last.dep_ in ("pobj", "poss", "dobj"):
            return False
        last = last.head
    return False


def _phrase_end(preposition: Token, scene: Scene) -> int:
    """Return the end of a short prepositional phrase that names somebody, else 0."""
    doc = preposition.doc
    stop = 0
    for i in range(preposition.i + 1, min(preposition.i + _FAR, len(doc))):
        token = doc[i]
        if token.is_punct or token.is_space or token.pos_ in ("VERB", "AUX", "SCONJ") or token.tag_ in ("WP", "WDT"):
            break
        if i in scene.at or token.tag_ in ("NN", "NNS", "NNP", "NNPS"):
            stop = token.idx + len(token)
    named = any(
        k in scene.at or doc[k].tag_ in ("NN", "NNS") for k in range(preposition.i + 1, min(preposition.i + _FAR, len(doc)))
    )
    return stop if named else 0


def _references(doc: Doc) -> list[Reference]:
    """Return the references that stand on a document."""
    found = []
    for quote in doc._.factx_quotes or ():
        if quote.speaker is not None:
            found.append(quote.speaker)
    for claim in doc._.factx_claims or ():
        if claim.speaker is not None:
            found.append(claim.speaker)
        found.extend(claim.about)
    return found


def _spoken(doc: Doc) -> set[Place]:
    """Return the places of those who speak."""
    speakers = [quote.speaker for quote in doc._.factx_quotes or ()] + [claim.speaker for claim in doc._.factx_claims or ()]
    return {(one.start, one.end) for one in speakers if one is not None}


def _mentions(doc: Doc) -> dict[Place, tuple[int, int]]:
    """Return the token ranges of all mentions to resolve, by their place in the text."""
    found: dict[Place, tuple[int, int]] = {}
    heads: set[int] = set()
    for reference in _references(doc):
        place = (reference.start, reference.end)
        if place not in found:
            span = doc.char_span(*place, alignment_mode="expand")
            if span is not None and len(span):
                found[place] = (span.start, span.end)
                heads.add(head_of(doc, span.start, span.end).i)
    for token in doc:
        head: Token | None = None
        if token.dep_ in SUBJECTS and token.head.lower_ in REPORTING and token.head.pos_ == "VERB":
            head = antecedent(token)
        elif token.lower_ == "according":
            head = _according_to(token)
        if head is not None and head.i not in heads:
            heads.add(head.i)
            start, end = noun_phrase(head)
            found.setdefault((doc[start].idx, doc[end - 1].idx + len(doc[end - 1])), (start, end))
    return found


def _according_to(token: Token) -> Token | None:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            return next((grandchild for grandchild in child.children if grandchild.dep_ == "pobj"), None)
    return None
