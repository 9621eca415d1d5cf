"""Why a pronoun stays open although one candidate stands foremost: somebody came up since who may be meant as well."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.entities.words import surname
from factx.components.found import FoundEntity
from factx.components.speakers.nominals import determiner
from factx.components.speakers.patterns import FEMALE_ROLES, HE, MALE_ROLES, REPORTING, SHE, STRANGERS
from factx.components.speakers.roles import is_role
from factx.components.speakers.scene import REACH, SUBJECTS, Scene, aside

_STRANGER_REACH = 60  # tokens
_TOPIC_REACH = 150
_NAMED = 12  # sentences looked back for a namesake
_FARTHEST = 2  # sentences since its last mention


def stays_open(
    scene: Scene, token: Token, found: FoundEntity, speaker: FoundEntity | None, gender: dict[int, str], wanted: str
) -> bool:
    """Tell whether a pronoun is not settled by its best candidate.

    Arguments:
        scene: the document as read so far.
        token: the pronoun.
        found: the candidate.
        speaker: who spoke last before the pronoun, if known.
        gender: persons' gender by ``id()``.
        wanted: the pronoun's, "m" or "f".
    """
    best = id(found)
    return (
        _too_far(scene, token, best)
        or _stranger_since(scene, token, wanted, best)
        or _unknown_since(scene, token, wanted, best)
        or _body_since(scene, token, best, speaker)
        or _tells_of_unknown(scene, token, wanted, best)
        or _namesake_since(scene, token, found, wanted, gender)
        or (found is speaker and _spoke_of_another(scene, token, wanted, found))
    )


def _too_far(scene: Scene, token: Token, best: int) -> bool:
    return all(id(one.entity) != best for one in scene.before(token.i, _FARTHEST))


def _unknown_since(scene: Scene, token: Token, wanted: str, best: int) -> bool:
    """Tell whether somebody spoke after the candidate of whom it is not known who it was.

    Whom only that speaker's own clause names came no later: "He said Stone was ill. He added" is not Stone adding.
    """
    named = [one.head for one in scene.before(token.i, REACH) if id(one.entity) == best and one.quoted == scene.quoted[token.i]]
    other = SHE if wanted == "m" else HE
    for i in reversed(scene.unknown):
        if scene.told[i] < scene.told[token.i] - 1:
            return False
        clause = scene.doc[i].head
        if scene.quoted[i] != scene.quoted[token.i] or scene.doc[i].lower_ in other or i >= token.i or aside(scene, i):
            continue
        if all(at < i or clause.left_edge.i <= at <= clause.right_edge.i for at in named):
            return True
    return False


def _body_since(scene: Scene, token: Token, best: int, speaker: FoundEntity | None) -> bool:
    """Tell whether what spoke last is no person, after the candidate: its spokesman may be meant, or it is a person after all."""
    if speaker is None or speaker.type == "PERSON" or token.head.lower_ not in REPORTING or scene.quoted[token.i]:
        return False
    for one in reversed(scene.before(token.i, 1)):
        if id(one.entity) == best and (one.subject or not aside(scene, one.head, token.i)):
            return False
        if one.entity is speaker and not one.quoted:
            return True
    return False


def _stranger_since(scene: Scene, token: Token, wanted: str, best: int) -> bool:
    """Tell whether somebody without a name came up as subject or by a relative clause after the candidate: "a woman who said".

    Whom only an aside of the stranger's sentence names came no later: "a man who had met Stone", "a man, as Stone did, says".
    """
    only: int | None = None  # the sentence whose aside names the candidate
    for i in range(token.i - 1, max(-1, token.i - _STRANGER_REACH), -1):
        entity = scene.at.get(i)
        if entity is not None and id(entity) == best:
            if _under_description(scene, token, i):
                return True
            if not aside(scene, i):
                return False
            only = scene.sentence[i]
        if only is not None and scene.sentence[i] != only:
            return False
        if scene.quoted[i] == scene.quoted[token.i] and _is_stranger(scene, i, wanted):
            return True
    return False


def _is_stranger(scene: Scene, i: int, wanted: str) -> bool:
    noun = scene.doc[i]
    if not _is_nameless(scene, i, wanted) or determiner(noun) not in ("a", "an", "one", "another"):
        return False
    return noun.dep_ in SUBJECTS or any(child.dep_ == "relcl" for child in noun.children)


def _is_nameless(scene: Scene, i: int, wanted: str) -> bool:
    """Tell whether a noun is somebody of the pronoun's gender, or of either, without a name."""
    noun = scene.doc[i]
    if noun.tag_ != "NN" or i in scene.at or noun.lower_ in (FEMALE_ROLES if wanted == "m" else MALE_ROLES):
        return False
    return noun.lower_ in STRANGERS or is_role(noun.lower_)


def _under_description(scene: Scene, token: Token, i: int) -> bool:
    """Tell whether a name stands under a subject that is a description of nobody known: "The ex-governor ran behind Stone"."""
    top = scene.doc[i]
    while top.head.i != top.i and top.dep_ not in SUBJECTS:
        top = top.head
    subject = next((child for child in top.lefts if child.dep_ in SUBJECTS), None)
    if subject is None or subject.tag_ != "NN" or subject.i in scene.at or not is_role(subject.lower_):
        return False
    return determiner(subject) == "the" and all(one.head != subject.i for one in scene.before(token.i, REACH))


def _tells_of_unknown(scene: Scene, token: Token, wanted: str, best: int) -> bool:
    """Tell whether the sentence goes on about somebody unknown: "Stone's words hurt the ex-governor, who told how he"."""
    for i in range(token.i - 1, -1, -1):
        entity = scene.at.get(i)
        if scene.sentence[i] != scene.sentence[token.i] or (entity is not None and id(entity) == best):
            return False
        noun = scene.doc[i]
        if not _is_nameless(scene, i, wanted) or noun.dep_ == "appos" or scene.quoted[i] != scene.quoted[token.i]:
            continue
        told = (child for clause in noun.rights if clause.dep_ == "relcl" for child in clause.lefts)
        if any(child.dep_ in SUBJECTS and child.tag_ == "WP" for child in told):
            return all(one.head != i for one in scene.before(token.i, 1))
    return False


def _namesake_since(scene: Scene, token: Token, best: FoundEntity, wanted: str, gender: dict[int, str]) -> bool:
    """Tell whether a bare surname stands before the pronoun that another bears too, who was named in full after the candidate."""
    last = surname(best.name.split())
    rivals = {
        id(one)
        for one in scene.entities
        if one is not best and gender.get(id(one)) == wanted and " " in one.name and surname(one.name.split()) == last
    }
    if not rivals:
        return False
    bare = False
    for one in reversed(scene.before(token.i, _NAMED)):
        if one.pronoun or one.quoted:
            continue
        full = len(scene.doc[one.start : one.end].text.removesuffix("’s").removesuffix("'s").split()) > 1
        if one.entity is best and full:
            return False
        bare = bare or one.entity is best
        if id(one.entity) in rivals and full:
            return bare
    return False


def _spoke_of_another(scene: Scene, token: Token, wanted: str, speaker: FoundEntity) -> bool:
    """Tell whether the last speaker spoke of somebody with the pronoun's gender, who may be meant now.

    "“She was shy,” says Varga. She did not like the press": not Varga, surely; but "She said so", or "added", may be.
    """
    if scene.quoted[token.i] or token.head.lower_ in REPORTING:
        return False
    same = HE if wanted == "m" else SHE
    first = scene.told[token.i] - 2
    for i in range(token.i - 1, max(-1, token.i - _TOPIC_REACH), -1):
        if scene.told[i] < first:
            break
        if scene.quoted[i] and scene.doc[i].lower_ in same and scene.words_of.get(i) is speaker:
            return True
    return False
