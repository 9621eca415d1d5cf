"""Whom "the 58-year-old" means: the person whose age the text gives, or the only person it has spoken of."""

from __future__ import annotations

import re

from factx.components.found import FoundEntity, source_text
from factx.components.speakers.patterns import STRANGERS
from factx.components.speakers.scene import Scene

_OLD = re.compile(r"the\s+(?:\w+\s+)?(\d{1,3})[-‐‑\s]year[-‐‑\s]olds?$", re.IGNORECASE)
_BEHIND = re.compile(r"\s?[,(]\s?(?:aged?\s)?(\d{1,3})(?=\s?[,).;])")
_BEFORE = re.compile(r"(\d{1,3})[-‐‑\s]year[-‐‑\s]old(?:\s\w+){0,3}\s$")
_NEAR = 60  # characters before a name


def age_of(mention: str) -> int | None:
    """Return the age by which a mention calls somebody, or None when it does not.

    Arguments:
        mention: a speaker's mention as written, like "the 58-year-old".
    """
    found = _OLD.match(mention.strip())
    return int(found[1]) if found else None


def resolve_age(scene: Scene, token: int, age: int) -> FoundEntity | None:
    """Return the one person of an age, or None when nobody or more than one can be meant.

    Arguments:
        scene: the document as read so far.
        token: where the mention begins.
        age: in years.
    """
    text = source_text(scene.doc)
    ages: dict[int, int] = {}
    people: dict[int, FoundEntity] = {}
    for one in scene.seen:
        if one.entity.type != "PERSON" or one.pronoun:
            continue
        if one.start < token:
            people[id(one.entity)] = one.entity
        start, end = scene.doc[one.start].idx, scene.doc[one.end - 1].idx + len(scene.doc[one.end - 1])
        told = _BEHIND.match(text, end) or _BEFORE.search(text[max(0, start - _NEAR) : start])
        if told is not None:
            ages[id(one.entity)] = int(told[1])
            people[id(one.entity)] = one.entity
    fitting = [people[key] for key, told_age in ages.items() if told_age == age]
    if fitting:
        return fitting[0] if len(fitting) == 1 else None
    if any(word.lower_ in STRANGERS for word in scene.doc[:token]):
        return None
    unknown = [entity for key, entity in people.items() if key not in ages]
    return unknown[0] if len(unknown) == 1 and len(people) == 1 else None
