"""A person's gender, as far as the text or a given name tells it: "m", "f" or None."""

from __future__ import annotations

from collections import Counter

from factx.components.entities.given_names import EITHER, FEMALE, MALE
from factx.components.speakers.patterns import FEMALE_ROLES, HE, MALE_ROLES, SHE
from factx.components.speakers.roles import Roles
from factx.components.speakers.scene import Scene

# Which pronouns two sentences on still speak of the person just named.
_REACH = 1


def genders(scene: Scene, roles: Roles) -> dict[int, str]:
    """Return the gender of every person for whom it can be told, by the entity's ``id()``.

    A title or role weighs most ("Mrs", "spokesman"), then a given name, then a pronoun that can mean nobody else.

    Arguments:
        scene: the document.
        roles: what the persons are.
    """
    votes: dict[int, Counter[str]] = {}
    for entity in scene.entities:
        if entity.type != "PERSON":
            continue
        cast = votes[id(entity)] = Counter[str]()
        for role in roles.of(entity):
            cast["m"] += 25 * (role.head in MALE_ROLES)
            cast["f"] += 25 * (role.head in FEMALE_ROLES)
        first = entity.name.split()[0].lower()
        # A name alone may be a surname. Where "she" stands beside "Bill" a namesake is meant: no pronoun makes a Bill a woman.
        weight = 20 if " " in entity.name else 2
        cast["m"] += weight * (first in MALE and first not in EITHER)
        cast["f"] += weight * (first in FEMALE and first not in EITHER)
    for token in scene.doc:
        word = token.lower_
        if (word in HE or word in SHE) and token.tag_ in ("PRP", "PRP$") and not scene.quoted[token.i]:
            near = scene.before(token.i, _REACH)
            people = {id(one.entity) for one in near if one.entity.type == "PERSON"}
            if len(people) == 1 and (one := people.pop()) in votes:
                votes[one]["m" if word in HE else "f"] += 1
    told = {}
    for one, cast in votes.items():
        if cast["m"] != cast["f"]:
            told[one] = "m" if cast["m"] > cast["f"] else "f"
    return told
