"""Whom a pronoun means: agreement first, then who stands nearest and foremost; nobody when two could be meant."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Token

from factx.components.found import FoundEntity
from factx.components.speakers.doubts import stays_open
from factx.components.speakers.patterns import DOCUMENTS, HE, IT, REPORTING, SHE, THEY
from factx.components.speakers.roles import is_role
from factx.components.speakers.scene import REACH, SUBJECTS, Scene, Seen, aside

_CLAUSE = 40  # tokens of a clause
_ENOUGH = 2.0  # what the best candidate must score: most of those under it are somebody who only stands near
_SAME_PARAGRAPH = 0.7  # a paragraph's own subject goes before whoever spoke in the one above
_ALONE = 1.0  # in the paragraph
_CLAUSE_ABOVE = 0.6
_LEAD = 0.6  # by how much it must lead the next
_LEAD_FROM_ABOVE = 1.5  # the same, from an earlier paragraph
# What opens a sentence before its subject, and what stands below that.
_OPENERS, _BELOW = frozenset({"prep", "advcl"}), frozenset({"pobj", "pcomp"})


def resolve_pronoun(scene: Scene, token: Token, gender: dict[int, str], speaker: FoundEntity | None) -> FoundEntity | None:
    """Return whom a third-person pronoun means, or None when the text does not settle it.

    Arguments:
        scene: the document as read so far.
        token: the pronoun.
        gender: persons' gender by ``id()``.
        speaker: who spoke last before the pronoun, if known.
    """
    word = token.lower_
    if word in HE or word in SHE:
        wanted = "m" if word in HE else "f"
        found = _person(scene, token, wanted, gender, speaker)
        ahead = _subject_ahead(scene, token)
        if ahead is not None and gender.get(id(ahead)) == wanted and ahead is not found:
            people = [one.entity for one in _in_paragraph(scene, token) if one.entity.type == "PERSON"]
            rivals = {id(one) for one in people if gender.get(id(one), wanted) == wanted}
            if found is None and not rivals - {id(ahead)}:
                found = ahead
            elif found is not None and id(found) not in rivals:  # "Despite his losses, Stone": not whom the paragraph above names
                found = None
        if found is not None and found is speaker and scene.quoted[token.i] and token.i not in scene.words_of:
            return None  # in somebody's words, perhaps in this one's own
        return found
    if word in THEY or word in IT:
        return _group(scene, token, plural=word in THEY)
    return None


def _person(scene: Scene, token: Token, wanted: str, gender: dict[int, str], speaker: FoundEntity | None) -> FoundEntity | None:
    own = scene.words_of.get(token.i)  # inside somebody's words, he or she is somebody else
    scores: dict[int, float] = defaultdict(float)
    people: dict[int, FoundEntity] = {}
    other = _named_below(scene, token) | _bound(scene, token) | scene.families
    times: dict[int, int] = defaultdict(int)  # within reach: a famous name elsewhere in the text is no better here
    for one in scene.before(token.i, REACH):
        known = gender.get(id(one.entity))
        if one.entity.type != "PERSON" or (known is not None and known != wanted) or one.entity is own or id(one.entity) in other:
            continue
        people[id(one.entity)] = one.entity
        times[id(one.entity)] += 1
        score = _standing(scene, one, token) + (0.5 if known == wanted else 0.0)
        scores[id(one.entity)] = max(scores[id(one.entity)], score)
    above = _subject_above(scene, token)
    sure = {key for key in people if gender.get(key) == wanted}
    alone = _alone_in_paragraph(scene, token, people, sure)
    for key in scores:
        scores[key] += 0.1 * min(times[key], 5)
        if above is not None and key == id(above) and key in sure:
            scores[key] += _CLAUSE_ABOVE
        if key == alone:
            scores[key] += _ALONE
        if speaker is not None and key == id(speaker) and not scene.quoted[token.i]:
            scores[key] += 0.5
    best = _best(scores)
    if best is not None and _is_led_closely(scene, token, best, scores, sure):
        return None
    if best is not None and best not in sure:  # "Chris described Ann as tired after she ran": not Chris, who may be a man
        here_too = (one for one in scene.before(token.i, 0) if not one.possessive and one.quoted == scene.quoted[token.i])
        nearby = {id(one.entity) for one in here_too}
        best = None if sure & nearby else best
    if best is None or stays_open(scene, token, people[best], speaker, gender, wanted):
        return None
    return people[best]


def _subject_above(scene: Scene, token: Token) -> FoundEntity | None:
    """Return the subject of the clause that the pronoun's own depends on, or whose it is.

    "Stone was right when he said" is what Stone said; "Stone's lawyer said he would pay" is what Stone would do.
    """
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ not in ("advcl", "ccomp") or clause.i < clause.head.i:
        return None
    subject = next((child for child in clause.head.lefts if child.dep_ in SUBJECTS), None)
    if subject is not None and clause.dep_ == "ccomp":
        subject = next((child for child in subject.lefts if child.dep_ == "poss"), None) if is_role(subject.lower_) else None
    return scene.at.get(subject.i) if subject is not None else None


def _in_paragraph(scene: Scene, token: Token) -> list[Seen]:
    """Return the mentions before the pronoun in its own paragraph."""
    return [one for one in scene.before(token.i, REACH) if scene.paragraph[one.head] == scene.paragraph[token.i]]


def _subject_ahead(scene: Scene, token: Token) -> FoundEntity | None:
    """Return the person that is the subject behind what the pronoun stands in: "Despite his losses, Stone won"."""
    top = token
    while top.head.i > top.i and top.dep_ not in _OPENERS:
        top = top.head
    while top.head.i != top.i and (top.dep_ in _BELOW or (top.dep_ in _OPENERS and top.head.dep_ in _BELOW)):
        top = top.head
    clause = top.head
    if top.dep_ not in _OPENERS or clause.i < token.i:
        return None
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS and child.i > token.i), None)
    entity = scene.at.get(subject.i) if subject is not None and scene.quoted[subject.i] == scene.quoted[token.i] else None
    return entity if entity is not None and entity.type == "PERSON" else None


def _alone_in_paragraph(scene: Scene, token: Token, people: dict[int, FoundEntity], sure: set[int]) -> int | None:
    """Return the one candidate of the pronoun's paragraph, in whatever part but the pronoun's own clause, if of the right gender.

    "Oz's advice was heard in Congress, where he spoke" is about Oz; "Campaigning against Stone, he spoke" is not about Stone.
    """
    clause = token.head
    seen = [one for one in _in_paragraph(scene, token) if id(one.entity) in people]
    named = {id(one.entity) for one in seen if not one.quoted}
    if len(named) != 1 or any(one.subject or clause.left_edge.i <= one.head <= clause.right_edge.i for one in seen):
        return None
    found = named.pop()
    return found if found in sure and " " in people[found].name else None


def _named_below(scene: Scene, token: Token) -> set[int]:
    """Return whom the clause of a subject names: "He said Stone was ill" is said by somebody else than Stone."""
    if token.dep_ not in SUBJECTS:
        return set()
    last = min(token.head.right_edge.i, token.i + _CLAUSE)
    below = (
        scene.at.get(i)
        for i in range(token.i + 1, last + 1)
        if scene.quoted[i] == scene.quoted[token.i] and not _in_relative(scene.doc[i], token.head)
    )
    return {id(entity) for entity in below if entity is not None}


def _in_relative(token: Token, clause: Token) -> bool:
    """Tell whether a word stands in a relative clause below a clause: "He praised Hall, whom Stone reveres" may be Stone."""
    while token.i != clause.i and token.head.i != token.i:
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False


def _bound(scene: Scene, token: Token) -> set[int]:
    """Return whom a relative clause with a subject of its own describes: "Hall, whom he met" was met by somebody else."""
    clause = token.head
    if token.dep_ not in SUBJECTS or clause.dep_ != "relcl":
        return set()
    if any(word.tag_ in ("WRB", "WP$") for word in clause.doc[clause.left_edge.i : clause.i]):
        return set()  # "in Hall's house, where he slept"
    entity = scene.at.get(clause.head.i)
    return {id(entity)} if entity is not None else set()


def _standing(scene: Scene, one: Seen, token: Token) -> float:
    """Score a mention by distance, grammatical part, and whether it stands in somebody's words."""
    number = scene.sentence if scene.quoted[token.i] else scene.told
    score = 1.6 - 0.4 * (number[token.i] - number[one.start])
    if one.subject:
        if aside(scene, one.head, token.i):
            score += 0.3
        else:
            score += 0.8 + (0.3 if scene.doc[one.head].head.lower_ in REPORTING else 0.0)
    if one.possessive or scene.doc[one.head].dep_ in ("compound", "nmod"):
        score -= 0.4
    if one.quoted and not scene.quoted[token.i]:
        score -= 1.0
    if one.pronoun:
        score += 0.2
    if one.subject and not one.quoted and scene.paragraph[one.head] == scene.paragraph[token.i]:
        score += _SAME_PARAGRAPH
    return score


def _best(scores: dict[int, float]) -> int | None:
    """Return the leader, if it is good enough and leads by enough."""
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD:
        return None
    return ranked[0][0]


def _is_led_closely(scene: Scene, token: Token, best: int, scores: dict[int, float], sure: set[int]) -> bool:
    """Tell whether the pronoun's own paragraph names another, not far behind a leader who stands in an earlier one only."""
    here = {id(one.entity) for one in _in_paragraph(scene, token) if not one.quoted}
    return best not in here and any(scores[best] - scores[key] < _LEAD_FROM_ABOVE for key in here & sure)


def _group(scene: Scene, token: Token, *, plural: bool) -> FoundEntity | None:
    """Resolve "it" and "they" to the organisation or country that was the last subject, when nothing else could be meant."""
    doc, quoted = scene.doc, scene.quoted[token.i]
    first = scene.sentence[token.i] - 1
    starts = {one.head: one for one in scene.before(token.i, 1)}
    i = token.i - 1
    while i >= 0 and scene.sentence[i] >= first and token.i - i < 120:
        other = doc[i]
        if other.dep_ in SUBJECTS and scene.quoted[i] == quoted and other.tag_ not in ("WDT", "WP", "EX"):
            one = starts.get(i)
            if one is not None and one.entity.type in ("ORG", "GPE"):
                if plural and (one.entity.type == "GPE" or _crowd_between(scene, i, token.i)):
                    return None
                return one.entity
            if one is not None and one.entity.type == "NORP" and plural:
                return None if _some_of(scene, one) else one.entity
            if other.lower_ in DOCUMENTS or one is None or plural:
                if other.tag_ in ("PRP", "DT") and one is None and other.lower_ not in (IT | THEY):
                    i -= 1
                    continue
                return None
        i -= 1
    return None


def _some_of(scene: Scene, one: Seen) -> bool:
    """Tell whether a people's name stands for some of them: "both Canadians", "three young Canadians"."""
    before = (scene.doc[i] for i in range(one.start, one.head + 1)) if one.start < one.head else (scene.doc[one.head],)
    return any(child.tag_ in ("DT", "CD", "JJ", "PDT") and child.lower_ != "the" for token in before for child in token.lefts)


def _crowd_between(scene: Scene, start: int, end: int) -> bool:
    """Tell whether people without a name stand between an organisation and "they": "the agency asked voters; they said"."""
    return any(scene.doc[i].tag_ == "NNS" and scene.doc[i].dep_ in ("dobj", "pobj", "conj") for i in range(start + 1, end))
