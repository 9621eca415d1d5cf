"""Speech that the form of a text attributes: transcripts ("WALLACE: ..."), interviews ("Q: ..."), sign-offs ("― Ann Lee")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from factx.components.found import Place

# "WALLACE:", "MS. LEE:", "Chris Wallace:", "Q:", "Q." at the start of a paragraph, perhaps behind an opening mark.
_TURN = re.compile(
    r"""["“'‘]?(?P<name>(?:(?:Mr|Ms|Mrs|Dr|Sen|Gov|Rep|MR|MS|MRS|DR|SEN|GOV|REP)\.\ )?
        [A-Z][\w.'’-]*(?:\ [A-Z][\w.'’-]*){0,3}(?:\ \([A-Z][\w\ ,.-]{0,40}\))?)
        (?P<colon>:)\s+(?=["“'‘(\[]?\w)""",
    re.VERBOSE,
)
_QUESTION = re.compile(r"(?P<name>Q|A|Question|Answer|QUESTION|ANSWER)(?P<colon>[.:])\s+(?=\S)")
# "(CROSSTALK)", "[applause]": what happened, said by nobody.
_STAGE = re.compile(r"""["“]?[(\[][A-Z][A-Za-z .]*[)\]]\.?$""")
# Labels that head a list or a section, not a speaker.
_LABELS = frozenset(
    """note update editor's warning example source sources photo photos video image caption credit correction read related watch
    listen tip step question answer contact email phone fax tel website address date time when where who what why how price
    cost total subject re from to cc location venue tickets more also see summary background conclusion results methods
    objective""".split()
)
_SIGN_OFF = re.compile(
    r"""\s*(?P<dash>[―—–]|--?)\s*(?P<name>[A-Z][\w.'’-]*(?:\ (?:[A-Z][\w.'’-]*|de|la|del|van|von|der|bin|al|N)){0,4})
        (?P<place>,\ [^\n.!?"“”]{2,60})?\s*\.?\s*$""",
    re.VERBOSE,
)


@dataclass(slots=True)
class Turn:
    """A turn of a transcript: who speaks (None for a bare "Q" or "A"), the colon, and what is said, paragraph by paragraph."""

    speaker: Place | None
    cue: Place
    content: list[Place]


def turns(text: str, pars: list[Place]) -> list[Turn]:
    """Return a transcript's or an interview's turns; a text where fewer than three paragraphs look like one has none.

    Arguments:
        text: the document's text.
        pars: its paragraphs.
    """
    found: list[tuple[Place, re.Match[str], bool]] = []
    for low, high in pars:
        question = _QUESTION.match(text, low, high)
        turn = question or _TURN.match(text, low, high)
        if turn and (question or turn["name"].split()[-1].lower() not in _LABELS):
            found.append(((low, high), turn, question is not None))
    names = Counter(turn["name"].casefold() for _, turn, asked in found if not asked)
    capitals = any(turn["name"].isupper() for _, turn, asked in found if not asked)
    dialogue = len(names) > 1 and max(names.values()) > 1 and sum(names.values()) > (2 if capitals else 3)
    questions = {turn["name"][0].upper() for _, turn, asked in found if asked} == {"Q", "A"}
    ends = dict(pars)
    kept: dict[int, Turn] = {}
    for (low, _), turn, asked in found:
        if not (questions if asked else dialogue and (turn["name"].isupper() or not capitals)):
            continue  # "Lee: Roads Are Safe" above a transcript with "LEE:" is its headline
        if place := _said(text, turn.end(), ends[low]):
            kept[low] = Turn(None if asked else turn.span("name"), turn.span("colon"), [place])
    open_one: Turn | None = None
    for low, high in pars:
        if low in kept:
            open_one = kept[low] if text[low] in '"“' else None
        elif open_one is not None and text[low] in '"“' and (place := _said(text, low + 1, high)):
            open_one.content.append(place)  # an opening mark on each paragraph of what one speaker says
        else:
            open_one = None
    return list(kept.values())


def _said(text: str, start: int, end: int) -> Place | None:
    """Return what is said in a paragraph: without a closing mark that belongs to the transcript; None for a stage direction."""
    if _STAGE.fullmatch(text, start, end):
        return None
    while end > start and (text[end - 1].isspace() or (text[end - 1] in '"”' and _unpaired(text[start:end]))):
        end -= 1
    return (start, end) if end > start else None


def _unpaired(said: str) -> bool:
    """Tell whether the mark at the end closes nothing in what was said."""
    return said.count('"') % 2 == 1 if said.endswith('"') else said.count("”") > said.count("“")


def sign_off(text: str, start: int, end: int) -> tuple[Place, Place] | None:
    """Return the places of the dash and the name that sign a quotation, when nothing else follows it in its paragraph.

    Arguments:
        text: the document's text.
        start: the end of the quotation.
        end: the end of its paragraph.
    """
    found = _SIGN_OFF.fullmatch(text, start, end)
    if found is None:
        return None
    low, high = found.span("name")
    stop = text[high - 1] == "." and len(text[low:high].split()[-1]) > 4  # "― Ann de la Cruz.", but "― Ann Lee Jr."
    return found.span("dash"), (low, high - stop)
