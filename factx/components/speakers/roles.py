"""What the text calls its people and organisations: "President X", "X, a spokesman for Y", "the company's coach, X"."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from factx.components.entities.patterns import TITLE_MODIFIERS
from factx.components.found import FoundEntity
from factx.components.speakers.patterns import FEMALE_ROLES, MALE_ROLES, ROLES, SAME_ROLE
from factx.components.speakers.scene import Scene

_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "nn"})
_NOUNS = frozenset({"NN", "NNP", "NNS", "NNPS"})
_MOST_WORDS = 8
_MOST_BEARERS = 100  # a list of members may name thousands of senators


@dataclass(slots=True)
class Role:
    """A role word with its modifiers, lower case: head "minister", modifiers {"prime", "british"}, of them proper {"british"}."""

    head: str
    modifiers: frozenset[str]
    proper: frozenset[str]
    place: int


@dataclass(slots=True)
class Roles:
    """Roles by entity, and entities by role."""

    by_entity: dict[int, list[Role]] = field(default_factory=dict)
    by_head: dict[str, list[tuple[Role, FoundEntity]]] = field(default_factory=dict)

    def of(self, entity: FoundEntity) -> list[Role]:
        """Return an entity's roles, in text order."""
        return self.by_entity.get(id(entity), [])

    def bearers(self, head: str) -> list[tuple[Role, FoundEntity]]:
        """Return who was introduced with a role word, in text order, the last hundred.

        Arguments:
            head: the role word; another word for the same role will do.
        """
        return self.by_head.get(role_word(head), [])[-_MOST_BEARERS:]

    def add(self, entity: FoundEntity, role: Role) -> None:
        """Note that an entity has a role."""
        self.by_entity.setdefault(id(entity), []).append(role)
        self.by_head.setdefault(role_word(role.head), []).append((role, entity))


def role_word(word: str) -> str:
    """Return one word for a role whatever its gender or abbreviation ("spokesperson" for "spokeswoman")."""
    return SAME_ROLE.get(word, word)


def is_role(word: str) -> bool:
    """Tell whether a noun says what somebody is."""
    return word in ROLES or word in SAME_ROLE or word in MALE_ROLES or word in FEMALE_ROLES


def collect(scene: Scene) -> Roles:
    """Return the roles with which persons and organisations are introduced.

    Arguments:
        scene: the document.
    """
    roles = Roles()
    for one in scene.seen:
        doc = scene.doc
        if one.entity.type == "PERSON":
            if (title := _title(doc, one.start)) is not None:
                roles.add(one.entity, title)
        elif one.entity.type not in ("ORG", "GPE"):
            continue
        head = doc[one.head]
        for noun in _described(head, one.start, one.end):
            if one.entity.type != "PERSON" or is_role(noun.lower_) or noun.dep_ == "appos":
                roles.add(one.entity, Role(noun.lower_, modifiers(noun), proper(noun), noun.i))
    return roles


def _title(doc: Doc, start: int) -> Role | None:
    """Read the words before a name: "Ukrainian President", "co-author", "chief executive officer"."""
    words: list[Token] = []
    i = start - 1
    while i >= 0 and len(words) < _MOST_WORDS:
        token = doc[i]
        if token.tag_ not in _NOUNS and not (words and token.tag_ in ("JJ", "HYPH", "VBN")) and not is_role(token.lower_):
            break
        words.append(token)
        i -= 1
    if not words or not is_role(words[0].lower_):
        return None
    before = words[1:]
    named = frozenset(token.lower_ for token in before if _is_proper(token))
    return Role(words[0].lower_, frozenset(token.lower_ for token in before), named, start - 1)


def _described(head: Token, start: int, end: int) -> list[Token]:
    """Return the nouns that say what a name's bearer is: its apposition, what it is an apposition of, its predicate."""
    found = []
    for child in head.children:
        if child.dep_ == "appos" and child.tag_ in ("NN", "NNP") and not start <= child.i < end:
            found.append(child)
    if head.dep_ == "appos" and head.head.tag_ in ("NN", "NNP"):
        found.append(head.head)
    verb = head.head
    if head.dep_ == "nsubj" and verb.lower_ in ("is", "was", "'s", "’s", "became", "remains", "be"):
        for child in verb.children:
            if child.dep_ == "attr" and child.tag_ == "NN":
                found.append(child)
    return found


def modifiers(noun: Token) -> frozenset[str]:
    """Return the words that stand before a noun and narrow it down, lower case.

    Arguments:
        noun: the head of a noun phrase.
    """
    found = set()
    for child in noun.children:
        if child.i < noun.i and child.dep_ in _MODIFIERS:
            found.add(child.lower_)
            found.update(grandchild.lower_ for grandchild in child.children if grandchild.dep_ in _MODIFIERS)
    return frozenset(found)


def proper(noun: Token) -> frozenset[str]:
    """Return those of a noun's modifiers that name a party, place or people ("Democratic", "Texas"), lower case.

    Arguments:
        noun: the head of a noun phrase.
    """
    return frozenset(
        child.lower_ for child in noun.children if child.i < noun.i and child.dep_ in _MODIFIERS and _is_proper(child)
    )


def _is_proper(token: Token) -> bool:
    """Tell whether a modifier is a name or from one; titles in front of a name are capitalised, too, and name nothing."""
    return token.text[:1].isupper() and not is_role(token.lower_) and token.lower_ not in TITLE_MODIFIERS
