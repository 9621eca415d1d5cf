"""One label for a name in a document: what the recognizer said of each mention, weighed with what stands around it."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from factx.components.entities.cues import acts_in_person, lives
from factx.components.entities.demonyms import DEMONYMS
from factx.components.entities.gazetteer import Gazetteer
from factx.components.entities.given_names import GIVEN_NAMES
from factx.components.entities.patterns import (
    AWARD_HEADS,
    EVENT_HEADS,
    EVENT_OF,
    FAC_HEADS,
    LAW_HEADS,
    LAW_OF,
    LOC_HEADS,
    LOCAL_HEADS,
    NAME_SUFFIXES,
    ORG_HEADS,
    PLACE_NOUNS,
    PLACE_OF,
    PLACE_PREPOSITIONS,
    QUOTE_MARKS,
    SPEECH_FORMS,
    STATE_OF,
    SURE_TITLES,
    TITLES,
)
from factx.components.entities.spelling import loose
from factx.components.entities.words import Named, Words, surname

# Labels that the recognizer gives names it does not know: the gazetteer may overrule them.
_WEAK = frozenset({"PRODUCT", "WORK_OF_ART", "LAW", "EVENT", "LANGUAGE", "FAC"})
# What a given name that stands alone is taken for.
_PERSONAL = frozenset({"ORG", "PRODUCT", "GPE", "NORP", "WORK_OF_ART", "FAC", "LOC"})
# What begins the name of a thing that goes by its second word too: "Hurricane Zelda", "Project Nimbus".
_THINGS = frozenset("hurricane typhoon cyclone storm project operation camp fort mount lake port team".split())
_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v", "vi"})
# "F-16", "IE9", "S-300": what is made in series; "G7" is none.
_MODEL = re.compile(r"[A-Z]{1,4}-?\d{1,4}[A-Za-z]?")
_CLUBS = frozenset({"G7", "G8", "G20", "G77", "P5", "E3", "MI5", "MI6", "D66", "M23", "J6", "C40"})
_BODY_BEHIND = frozenset({"of", "at", "from", "in", "for"})  # "the former chief of X, who": not X
_LIST_MARKS = frozenset({",", "and", "or", "&", ";", "the"})
_LISTED = ("PERSON", "GPE", "ORG")
_HEADLINE_WEIGHT = 0.3
_ORDER = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE")

Votes = dict[str, float]


def settle(words: Words, names: list[Named], places: Gazetteer) -> dict[str, tuple[str, float]]:
    """Return for every name of the document its label and how sure that is, from 0.5 to 0.95; the names' labels are set as well.

    Arguments:
        words: the document.
        names: mentions with the recognizer's labels, changed in place.
        places: what the world knows.
    """
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    mentions: dict[str, list[Named]] = defaultdict(list)
    for name in names:
        key = words.name(name.start, name.end)
        mentions[key].append(name)
        _mention_votes(words, name, votes[key])
    for key, cast in votes.items():
        _name_votes(words, key, mentions[key], cast, places)
    _shortened(words, mentions, votes, places)
    _listed(words, names, votes, places)
    settled = {key: _best(cast) for key, cast in votes.items()}
    _inherit(words, mentions, votes, settled, places)
    for key, found in mentions.items():
        for name in found:
            name.label = settled[key][0]
    return settled


def _mention_votes(words: Words, name: Named, cast: Votes) -> None:
    """Count what the recognizer said here, and what the neighbouring words say."""
    weight = name.weight * (_HEADLINE_WEIGHT if name.end <= words.headline else 1.0)
    one = name.end - name.start == 1
    left, right = words.before(name.start), words.after(name.end)
    before = words.lower[left] if left >= 0 else ""
    after = words.lower[right] if right >= 0 else ""
    if (
        one
        and name.label == "PERSON"
        and words.text[name.start].isupper()
        and len(words.text[name.start]) > 1
        and not words.headline
    ):
        weight *= 0.4
        cast["ORG"] += 0.7 * name.weight if len(words.text[name.start]) < 6 else 0.0
    cast[name.label] += weight
    if before in SURE_TITLES and words.capital(left):
        cast["PERSON"] += 3.0
    elif before in TITLES and name.label != "GPE":
        cast["PERSON"] += 1.0 if words.capital(left) else 0.4
    if after in PLACE_NOUNS and after != "state" and name.label != "PERSON":
        cast["GPE"] += 0.6
    if before in PLACE_PREPOSITIONS and one and name.label in ("GPE", "LOC", "PRODUCT", "FAC", "PERSON"):
        cast["GPE"] += 0.3 if name.label != "PERSON" else 0.7 if before == "in" else 0.0
    if not one and name.label in _WEAK and name.label != "FAC" and after in SPEECH_FORMS:
        cast["ORG"] += 1.2
    if not one and name.label == "WORK_OF_ART" and not _in_marks(words, left, right):
        cast["ORG"] += 0.6
        cast["WORK_OF_ART"] -= 0.5 * weight
    if before == "of" and name.label not in ("PERSON", "NORP") and words.lower[words.before(left)] in PLACE_OF:
        cast["GPE"] += 1.2
    if name.label in _PERSONAL and name.label != "NORP" and before not in _BODY_BEHIND and _is_who(words, right):
        cast["PERSON"] += 1.0
    if one and name.label in _PERSONAL and acts_in_person(words, name.start):
        cast["PERSON"] += 1.1
    if one and name.label in _PERSONAL and lives(words, name.start):
        cast["PERSON"] += 1.2
    if after in SPEECH_FORMS and name.label in ("PERSON", "GPE", "PRODUCT", "LOC", "WORK_OF_ART", "FAC") and one:
        cast["PERSON"] += 0.3


def _is_who(words: Words, right: int) -> bool:
    """Tell whether "who" follows, at once or behind a comma: "Ferro, who was ill"."""
    if right >= 0 and words.text[right] == ",":
        right = words.after(right + 1)
    return right >= 0 and words.lower[right] == "who"


def _in_marks(words: Words, left: int, right: int) -> bool:
    """Tell whether quotation marks stand beside a name, or before the determiner that was cut off it."""
    near = {words.text[i] for i in (left, words.before(left) if left >= 0 else -1, right) if i >= 0}
    return not near.isdisjoint(QUOTE_MARKS)


def _name_votes(words: Words, key: str, found: list[Named], cast: Votes, places: Gazetteer) -> None:
    """Add what the name's own words say, and what the world knows of it."""
    parts = key.split()
    first, last = parts[0].lower(), parts[-1].lower()
    if len(parts) > 2 and last in _NUMERALS and parts[-2].lower() in EVENT_HEADS:
        last = parts[-2].lower()  # "World War II"
    size = sum(name.weight for name in found)
    if key in DEMONYMS and not {"LANGUAGE", "PERSON"} & cast.keys():
        cast["NORP"] += 3.0 + size
        return
    if (known := places.evidence(key) or (places.evidence(key.title()) if key.isupper() and len(key) > 3 else None)) is not None:
        label, weight = known
        for weak in _WEAK:
            if weak in cast:
                cast[weak] *= 0.3
        if label != "NORP" and "NORP" in cast:
            cast["NORP"] *= 0.5
        cast[label] += weight + 0.4 * size * min(weight, 1.5)
    if _MODEL.fullmatch(key) and key not in _CLUBS:
        cast["PRODUCT"] += 1.5 * size
    if (formed := _named_by_form(parts)) is not None:
        cast[formed] += 2.0 + size
        return
    if len(parts) > 1:
        heads = (
            ("ORG", ORG_HEADS, 2.0),
            ("FAC", FAC_HEADS, 1.2),
            ("LOC", LOC_HEADS, 1.2),
            ("EVENT", EVENT_HEADS, 2.0),
            ("LAW", LAW_HEADS, 2.0),
        )
        if (
            first in GIVEN_NAMES
            and first != "christian"
            and len(parts) == 2
            and "PERSON" in cast
            and last not in ORG_HEADS | LOCAL_HEADS
        ):
            # "Peter Hall", "Ann Rivers": a given name says more than a surname that is a word
            cast["PERSON"] += 2.0
            return
        for label, head, weight in heads:
            if last in head or (
                label == "ORG" and any(a.lower() in head and b in ("of", "for", "on") for a, b in itertools.pairwise(parts))
            ):
                cast[label] += (
                    weight + (0.6 * size if label == "ORG" else 0.0)
                    if label in cast or label == "ORG" or first not in GIVEN_NAMES
                    else weight * 0.5
                )
                return
        if first in GIVEN_NAMES and len(parts) <= 4 and parts[-1][0].isupper():
            cast["PERSON"] += 1.5
        elif last in NAME_SUFFIXES:
            cast["PERSON"] += 1.0


def _named_by_form(parts: list[str]) -> str | None:
    """Return the label that the words of a name settle: "Battle of X", "Treaty of X", "Kingdom of X", "X Conference on Y"."""
    if len(parts) < 2:
        return None
    first, last = parts[0].lower(), parts[-1].lower()
    if len(parts) > 2 and parts[1] == "of":
        if first in EVENT_OF or (first == "war" and len(parts) > 2):
            return "EVENT"
        if first in LAW_OF:
            return "LAW"
        if first in STATE_OF and parts[2] != "the":
            return "GPE"
    if any(a.lower() in ("conference", "summit") and b == "on" for a, b in itertools.pairwise(parts)):
        return "EVENT"
    if first == "operation" and parts[1][0].isupper() and len(parts) < 4:
        return "EVENT"
    if last.isdigit() and len(last) == 4:  # "Film Festival 2016", "War of 1879"
        rest = parts[:-2] if parts[-2] == "of" else parts[:-1]
        if rest and rest[-1].lower() in EVENT_HEADS | {"congress", "convention", "conference"}:
            return "EVENT"
    return "WORK_OF_ART" if last in AWARD_HEADS else None


def _inherit(
    words: Words,
    mentions: dict[str, list[Named]],
    votes: dict[str, Votes],
    settled: dict[str, tuple[str, float]],
    places: Gazetteer,
) -> None:
    """Let a surname, or a given name, be a person's where a person bears it in the same document."""
    persons = [key.split() for key, (label, _) in settled.items() if label == "PERSON" and " " in key]
    surnames = {loose(surname(parts)) for parts in persons}
    firsts = {parts[0] for parts in persons}
    owners = _owners(settled, words)
    for key in mentions:
        label = settled[key][0]
        if " " in key:
            continue
        known = places.evidence(key)
        weight = known[1] if known else 0.0
        person = votes[key].get("PERSON", 0.0)
        if label != "PERSON" and loose(key) in surnames and (weight < 2.0 or person > 0.5 * votes[key].get(label, 0.0)):
            settled[key] = ("PERSON", 0.8)
        elif (
            label != "NORP"
            and not weight
            and key not in firsts
            and loose(key) not in surnames
            and key.lower() not in GIVEN_NAMES
            and key in owners
            and person < 3.0
        ):
            settled[key] = (owners[key], 0.75)
        elif key in firsts and not weight and label in _PERSONAL:
            settled[key] = ("PERSON", 0.7)


def _shortened(words: Words, mentions: dict[str, list[Named]], votes: dict[str, Votes], places: Gazetteer) -> None:
    """Take a name of two words for a person's where the second does alone, as bodies are not called: "Wim Holt", then "Holt"."""
    for key, cast in votes.items():
        parts = key.split()
        if len(parts) != 2 or parts[1] not in mentions or parts[0] in mentions or _named_by_form(parts) is not None:
            continue
        first, last = parts
        if first.lower() in words.small | _THINGS or last.lower() in words.small | ORG_HEADS | LOCAL_HEADS:
            continue
        if not DEMONYMS.isdisjoint(parts) or "NORP" in cast or "NORP" in votes[last]:
            continue
        if first.isupper() or last.isupper() or not first.isalpha() or any(map(places.evidence, (key, first, last))):
            continue
        if first.lower() not in GIVEN_NAMES and "PERSON" not in votes[last] and "PERSON" not in cast:
            continue  # "Exxon Mobil", then "Mobil"
        alone = [words.before(name.start) for name in mentions[last]]
        if not any(left >= 0 and words.lower[left] == "the" for left in alone):
            cast["PERSON"] += 1.0 + 0.5 * min(len(alone), 4)


def _listed(words: Words, names: list[Named], votes: dict[str, Votes], places: Gazetteer) -> None:
    """Let the odd one in a list be what most of the list is: "A, B, C and D" names people, or places, or bodies."""
    row: list[str] = []
    last = -1
    for name in [*sorted(names, key=lambda one: one.start), None]:
        if name is not None and last >= 0 and _goes_with(words, last, name.start):
            row.append(words.name(name.start, name.end))
        else:
            if len(row) > 2:
                _agree(row, votes, places)
            row = [words.name(name.start, name.end)] if name is not None else []
        last = name.end if name is not None else -1


def _goes_with(words: Words, end: int, start: int) -> bool:
    """Tell whether nothing but a comma or a conjunction stands between two names of a list."""
    return 0 < start - end < 4 and all(words.lower[i] in _LIST_MARKS for i in range(end, start))


def _agree(row: list[str], votes: dict[str, Votes], places: Gazetteer) -> None:
    heard = [_best(votes[key])[0] for key in row]
    label = max(_LISTED, key=heard.count)
    if heard.count(label) < 0.6 * len(row):
        return
    for key, own in zip(row, heard, strict=True):
        if own != label and own in _LISTED and places.evidence(key) is None and (label != "PERSON" or " " in key):
            votes[key][label] += 1.2


def _owners(settled: dict[str, tuple[str, float]], words: Words) -> dict[str, str]:
    """Return what the first word of an organisation's name is by itself: a firm's short name, or a newspaper's town."""
    found: dict[str, str] = {}
    for key, (label, _) in settled.items():
        first, _, rest = key.partition(" ")
        last = rest.rpartition(" ")[2].lower()
        if label == "ORG" and last and " of " not in key and first.lower() not in words.small and first.lower() not in ORG_HEADS:
            found.setdefault(first, "GPE" if last in LOCAL_HEADS else "ORG")
    return found


def _best(cast: Votes) -> tuple[str, float]:
    total = sum(cast.values())
    label = max(_ORDER, key=lambda one: (cast.get(one, 0.0), -_ORDER.index(one)))
    share = cast.get(label, 0.0) / total if total else 0.0
    return label, round(0.45 + 0.3 * share + min(0.2, 0.05 * total), 2)
