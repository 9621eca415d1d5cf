"""Whom a description means: "the Commission", "the ruling party", "the minister", "the spokesperson"."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from spacy.tokens import Token

from factx.components.entities.patterns import SMALL_WORDS, STATE_PREFIXES
from factx.components.found import FoundEntity
from factx.components.speakers.patterns import (
    DEFINITE,
    GENERIC_GROUPS,
    GROUP_PLURALS,
    GROUPS,
    INDEFINITE,
    PAPER_HEADS,
    PAPERS,
    PLACES,
    POSSESSIVE,
    STATE_PLURALS,
    STATES,
    STATION_HEADS,
    STATIONS,
)
from factx.components.speakers.roles import Role, Roles, is_role, modifiers, proper, role_word
from factx.components.speakers.scene import Scene

_BOTH = frozenset({"the", "both", "two"})
_NARROWING = frozenset({"prime", "vice", "deputy", "former"})
_REACH = 6  # sentences that "the company" looks back


@dataclass(slots=True)
class Unnamed:
    """Where somebody was introduced by role alone: a later "the spokesman" is that one, who has no name."""

    places: dict[str, int] = field(default_factory=dict)

    def note(self, head: Token) -> None:
        """Note an introduction: "a spokesman", "officials"."""
        if is_indefinite(head):
            self.places[role_word(head.lower_)] = head.i


def determiner(head: Token) -> str:
    """Return a noun's determiner or possessive pronoun in lower case, or ""."""
    for child in head.children:
        if child.dep_ in ("det", "poss", "predet") and child.i < head.i and child.tag_ in ("DT", "PRP$", "PDT"):
            return child.lower_
    return ""


def is_indefinite(head: Token) -> bool:
    """Tell whether a noun phrase introduces somebody instead of pointing back."""
    word = determiner(head)
    if word:
        return word in INDEFINITE
    return head.tag_ in ("NNS", "NN") and not any(child.dep_ == "poss" for child in head.children)


def resolve_nominal(scene: Scene, head: Token, roles: Roles, unnamed: Unnamed) -> FoundEntity | None:
    """Return whom a description means, or None when it names nobody or the text does not settle it.

    Arguments:
        scene: the document as read so far.
        head: the description's head noun.
        roles: who was introduced as what.
        unnamed: who was introduced without a name.
    """
    word = head.lower_
    if head.tag_ in ("NNS", "NNPS") or is_indefinite(head):
        return None
    pointing = determiner(head)
    if pointing and pointing not in DEFINITE and pointing not in POSSESSIVE:
        return None
    if pointing in POSSESSIVE or any(child.dep_ == "poss" for child in head.children):
        return None
    if (is_role(word) or roles.bearers(word)) and (found := _person(scene, head, roles, unnamed)) is not None:
        return found
    if word in GROUPS:
        return _group(scene, head, roles)
    if word in PLACES:
        return _place(scene, head)
    return None


def _person(scene: Scene, head: Token, roles: Roles, unnamed: Unnamed) -> FoundEntity | None:
    """Find the person last introduced with the role, unless somebody without a name was since."""
    wanted, named = modifiers(head), proper(head)
    fitting = [
        (role, entity)
        for role, entity in roles.bearers(head.lower_)
        if entity.type == "PERSON" and role.place < head.i and _agree(wanted, named, role)
    ]
    if not fitting:
        return None
    nearest: dict[int, int] = {}
    for one in scene.before(head.i, 12):
        nearest[id(one.entity)] = one.start
    people = {id(entity): entity for _, entity in fitting}
    introduced = {id(entity): role.place for role, entity in fitting}
    ranked = sorted(people, key=lambda one: max(nearest.get(one, -1), introduced[one]), reverse=True)
    best = ranked[0]
    place = max(nearest.get(best, -1), introduced[best])
    if unnamed.places.get(role_word(head.lower_), -1) > place:
        return None
    if len(ranked) > 1:
        other = max(nearest.get(ranked[1], -1), introduced[ranked[1]])
        if scene.sentence[other] >= scene.sentence[place]:
            return None
    return None if _has_unknown_rival(scene, head, roles, people[best]) else people[best]


def _has_unknown_rival(scene: Scene, head: Token, roles: Roles, best: FoundEntity) -> bool:
    """Tell whether the paragraph is about somebody else of whom no role is told, who may have this one.

    "Reyes stopped by. The senator said" is Reyes, though Hall alone was called a senator, some paragraphs above.
    """
    paragraph = scene.paragraph[head.i]
    here = [one for one in scene.before(head.i, _REACH) if one.entity.type == "PERSON" and scene.paragraph[one.head] == paragraph]
    rivals = [one for one in here if one.subject and not one.quoted and not roles.of(one.entity)]
    return bool(rivals) and all(one.entity is not best for one in here)


def _agree(wanted: frozenset[str], named: frozenset[str], role: Role) -> bool:
    """Tell whether a description can be of somebody with a role.

    "The prime minister" is no mere minister, and "the Democratic nominee" is not the one who was introduced as Republican.
    """
    if wanted & _NARROWING:
        return bool(wanted & _NARROWING & role.modifiers)
    if named and role.proper:
        return named <= role.proper
    return not wanted or not role.modifiers or bool(wanted & role.modifiers) or bool(named)


def pair_of(scene: Scene, head: Token) -> str | None:
    """Return the names of the two that "the agencies" or "both countries" means: the last two that were joined by "and".

    Arguments:
        scene: the document as read so far.
        head: the description's head noun.
    """
    word = head.lower_
    kind = "ORG" if word in GROUP_PLURALS else "GPE" if word in STATE_PLURALS else None
    before = {child.lower_ for child in head.children if child.i < head.i}
    if kind is None or head.tag_ != "NNS" or not before <= _BOTH or before.isdisjoint({"the", "both"}):
        return None
    near = [one for one in scene.before(head.i, 1) if one.entity.type == kind and not one.pronoun]
    if len({id(one.entity) for one in near}) != 2:
        return None
    for first, second in itertools.pairwise(near):
        between = [token.lower_ for token in scene.doc[first.end : second.start]]
        if first.entity is not second.entity and between in (["and"], ["and", "the"]):
            return f"{first.entity.name} and {second.entity.name}"
    return None


def _group(scene: Scene, head: Token, roles: Roles) -> FoundEntity | None:
    """Find the organisation whose name has the description's head noun, or the only one that a generic noun can mean."""
    word = head.lower_
    wanted = modifiers(head)
    earlier = [one.entity for one in scene.before(head.i, 10_000) if one.entity.type == "ORG"]
    for entity in reversed(earlier):
        if _shares_head(entity, word) and not _contradicts(wanted, entity):
            return None if _has_rival(scene, head, entity, wanted) else entity
    for entity in reversed(earlier):
        if any(role.head == word and role.place < head.i for role in roles.of(entity)) and not _contradicts(wanted, entity):
            return entity
    if word not in GENERIC_GROUPS or wanted:
        return None
    if word in PAPERS or word in STATIONS:
        heads = PAPER_HEADS if word in PAPERS else STATION_HEADS
        media = [one.entity for one in scene.before(head.i, _REACH) if one.entity.type == "ORG" and _ends_in(one.entity, heads)]
        return media[0] if media and all(one is media[0] for one in media) else None
    near = [one for one in scene.before(head.i, _REACH) if one.entity.type == "ORG"]
    if not near:
        return None
    subjects = [one for one in near if one.subject and not one.quoted]
    named = {id(one.entity) for one in near}
    if len(named) == 1:
        return near[-1].entity
    recent = [one for one in subjects if scene.sentence[head.i] - one.sentence <= 1]
    return recent[-1].entity if len({id(one.entity) for one in recent}) == 1 else None


def _has_rival(scene: Scene, head: Token, entity: FoundEntity, wanted: frozenset[str]) -> bool:
    """Tell whether another body of the same kind was named in the same breath: "the Ministry of X and the Ministry of Y"."""
    seen = scene.before(head.i, 10_000)
    last = next(one for one in reversed(seen) if one.entity is entity)
    return any(
        one.entity is not entity
        and one.entity.type == "ORG"
        and one.sentence == last.sentence
        and _shares_head(one.entity, head.lower_)
        and not _contradicts(wanted, one.entity)
        for one in seen
    )


def _shares_head(entity: FoundEntity, word: str) -> bool:
    """Tell whether a name's head noun is the word: its last one, or the one before "of" or "for"."""
    parts = entity.name.lower().replace("’", "'").split()
    if len(parts) < 2:
        return False
    return any(part == word and (i == len(parts) - 1 or parts[i + 1] in SMALL_WORDS) for i, part in enumerate(parts))


def _ends_in(entity: FoundEntity, heads: frozenset[str]) -> bool:
    """Tell whether a name's last word is one of these."""
    return entity.name.lower().split()[-1] in heads


def _contradicts(wanted: frozenset[str], entity: FoundEntity) -> bool:
    """Tell whether a proper modifier of the description ("the Russian ministry") is missing from the name."""
    name = entity.name.lower()
    return any(word in STATE_PREFIXES and word not in name for word in wanted)


def _place(scene: Scene, head: Token) -> FoundEntity | None:
    """Find the one place that "the city" or "the country" can mean: the last one that was a subject, or the only one."""
    near = [one for one in scene.before(head.i, 2) if one.entity.type == "GPE"]
    named = {id(one.entity) for one in near}
    if len(named) == 1:
        return near[-1].entity
    subjects = [one for one in near if one.subject]
    if head.lower_ in STATES and len({id(one.entity) for one in subjects}) == 1:
        return subjects[-1].entity
    return None
