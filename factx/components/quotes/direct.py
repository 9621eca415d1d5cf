"""Set-off quotations: who says them, read from the words between the marks' closing and opening.

Set-off ones are attributed here by what stands beside them, since parsers lose their way in quotations; integrated ones belong to
whatever reports the clause around them.
"""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.quotes.formats import sign_off
from factx.components.quotes.layout import FINITE, Attribution, Layout, Unit
from factx.components.quotes.patterns import EVIDENCE, FORMS, MEDIA, RELATIVES, TITLE_NOUNS, VERBS
from factx.components.quotes.syntax import antecedent, behind, is_party, own_subject, place, subject

_CIRCUMSTANCES = frozenset({"when", "while", "after", "before", "because", "although", "though", "if", "until", "since"})
_FAR_COLON = 8  # tokens from a verb to the colon


# ---------------------------------------------------------------------------------------------------- attribution beside
def attribute(layout: Layout) -> None:
    """Settle every set-off unit's attribution, where the words beside it give one."""
    for unit in layout.units:
        signed = _signed(layout, unit)
        if signed is not None:
            unit.attribution = signed
            continue
        if not unit.set_off or _is_title(unit):
            continue
        behind_it = _after(unit) if unit.ends_open or _reports(unit.after) else None
        ahead = _before(layout, unit)
        if behind_it and ahead:
            # "He smiled and said, "No," adding": the mark's own punctuation tells which one reports it.
            colon = unit.before[-1].text == ":"
            reach = unit.before[-1].i - ahead.head.i if ahead.head is not None else 0
            beside = ahead.head is not None and reach <= 1
            if colon and reach > _FAR_COLON and unit.ends_open and behind_it.confidence > 0.9:
                colon = False  # "It praised what she said it did in a letter of five pages: "...," the union wrote.'
            unit.attribution = ahead if colon or beside or not unit.ends_open or behind_it.confidence < 0.7 else behind_it
        else:
            unit.attribution = behind_it or ahead


def _signed(layout: Layout, unit: Unit) -> Attribution | None:
    """Read a sign-off: a quotation that opens its paragraph and is followed by a dash and a name alone."""
    low, high = layout.pars[unit.paragraph]
    if layout.text[low : unit.quotation.start].strip():
        return None
    end = high
    if unit.quotation.end >= high and unit.paragraph + 1 < len(layout.pars):
        end = layout.pars[unit.paragraph + 1][1]  # the sign-off stands in a line of its own
    found = sign_off(layout.text, unit.quotation.end, end)
    if found is None:
        return None
    dash, name = found
    words = layout.tokens(*name)
    return Attribution(None, dash, "say", layout.doc[words[1] - 1], True, 0.9, mention=name) if words[0] < words[1] else None


def _is_title(unit: Unit) -> bool:
    words = [t for t in unit.before if not t.is_punct]
    return bool(words) and words[-1].lower_ in TITLE_NOUNS and unit.words < 12 and not unit.before[-1].is_punct


def _reports(window: list[Token]) -> bool:
    """Tell whether the words behind "?" or "." plainly report it: "he asked", "said Ms Lee", within a few words."""
    for position, token in enumerate(window[:6]):
        if token.lower_ in FORMS and token.tag_ in ("VBD", "VBZ", "VBP") and "q" in VERBS[FORMS[token.lower_]]:
            own = own_subject(token)
            return (
                (position == 0 or window[0].is_lower or window[0].tag_ in ("NNP", "PRP"))
                and (own is None or abs(own.i - token.i) < 8)
                and not any(c.dep_ in ("ccomp", "xcomp", "dobj") and c.i > token.i + 1 for c in token.children)
            )
    return False


def _after(unit: Unit) -> Attribution | None:
    window = unit.after
    if window and window[0].lower_ in _CIRCUMSTANCES:
        return None  # "..." when Keller criticized him: how it came to be said, not by whom
    inside = {token.i for token in window}
    for position, token in enumerate(window[:30]):
        if not token.tag_.startswith("VB"):
            continue
        lemma = FORMS.get(token.lower_)
        known = lemma is not None and "q" in VERBS[lemma]
        if known and token.tag_ == "VB" and not any(c.dep_ in ("aux", "nsubj") for c in token.children):
            continue
        if token.tag_ == "VBG" and not any(c.dep_ == "aux" for c in token.children):
            return None  # "..., the agency recommending a pause": goes on with a sentence, reports nothing
        if known and (token.tag_ != "VBN" or not _is_participle(token)):
            speaker, sure = _speaker_in(token, window, position, inside)
            if speaker is None:
                continue
            act = VERBS[lemma]["q"] if lemma else "say"
            return Attribution(token, place(token), act, behind(speaker), True, 0.95 if sure else 0.85)
        if (
            not known
            and token.pos_ == "VERB"
            and token.tag_ in ("VBD", "VBZ")
            and unit.ends_open
            and token.dep_ not in ("relcl", "acl", "advcl")
        ):
            # An unlisted verb right behind a name or pronoun right behind the comma: "...," Ortiz crowed.
            if (
                0 < position <= 3
                and all(t.tag_ in ("NNP", "PRP") or t.is_title for t in window[:position])
                and window[position - 1].tag_ != "PRP$"
            ):
                return Attribution(token, place(token), "say", window[position - 1], True, 0.6)
            return None
    return None


def _is_participle(token: Token) -> bool:
    return token.dep_ in ("acl", "amod", "advcl") or any(c.dep_ == "auxpass" for c in token.children)


def _speaker_in(verb: Token, window: list[Token], position: int, inside: set[int]) -> tuple[Token | None, bool]:
    """Find the subject of a cue in the words beside a quotation: by the parse if it agrees, else by the order of words."""
    found = subject(verb)
    if found is not None and found.i in inside and found.lower_ not in RELATIVES:
        return found, True
    own = own_subject(verb)
    if own is not None and own.i in inside:
        return antecedent(verb, own), own.lower_ not in RELATIVES
    # "said Ann Lee, who ...": what follows the verb
    if position == 0 or all(t.pos_ in ("ADV", "AUX", "CCONJ") for t in window[:position]):
        for token in window[position + 1 : position + 12]:
            if token.is_punct and token.text not in ('"', "'", "."):
                break
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                head = token
                while head.dep_ in ("compound", "poss", "nmod", "amod") and head.head.i in inside and head.head.i > head.i:
                    head = head.head
                return head, False
        return None, False
    for token in reversed(window[:position]):
        if token.pos_ in ("PROPN", "PRON", "NOUN") and token.dep_ not in ("pobj", "npadvmod") and token.lower_ not in RELATIVES:
            return token, False
    if verb.tag_ == "VBG" and found is not None:
        return found, False
    return None, False


def _before(layout: Layout, unit: Unit) -> Attribution | None:
    window = unit.before
    if not window:
        return None
    last = window[-1]
    if last.text not in (",", ":", "—", "–", "-", "--") and not (
        last.lower_ in FORMS or last.lower_ in ("that", "and", "but", "with")
    ):
        return None
    colon = last.text == ":"
    for token in reversed(window[-30:]):
        lemma = FORMS.get(token.lower_)
        if lemma is None or not token.tag_.startswith("VB") or "q" not in VERBS[lemma]:
            continue
        if not colon and last.i - token.i > 14 and not _reaches(token, last):
            continue
        if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
            continue
        if any(t.lower_ == "that" and t.dep_ == "mark" and t.i > token.i for t in window[-30:]):
            return None  # the quotation ends a that-clause, which the parse reports whole
        speaker = subject(token)
        if speaker is None or layout.inside[speaker.i] is unit.quotation:
            speaker = next((t for t in window if t.dep_ in ("nsubj",) and t.i < token.i), None)
        if speaker is None:
            continue
        return Attribution(token, place(token), VERBS[lemma]["q"], behind(speaker), False, 0.9)
    if not colon:
        return None
    verb = next((t for t in window if t.dep_ == "ROOT" and t.tag_ in FINITE), None)
    verb = verb or next(
        (t for t in reversed(window) if t.tag_ in FINITE - {"MD"} and t.dep_ not in ("relcl", "aux", "auxpass")), None
    )
    if verb is not None:
        own = subject(verb)
        if own is None or own.i not in {t.i for t in window} or own.lower_ == "it" or not is_party(own):
            return None
        return Attribution(None, place(last), "say", own, False, 0.6)
    dash = max((i for i, t in enumerate(window) if t.text in ("-", "–", "—", "―", "--")), default=-1)
    lead = window[dash + 1 :]
    names = [t for t in lead if t.pos_ in ("PROPN", "NOUN", "PRON")]
    if len(lead) <= 7 and names and (names[-1].tag_.startswith("NNP") or names[-1].lower_ in MEDIA | EVIDENCE):
        head = names[-1]
        while head.dep_ == "conj" and head.head in lead:
            head = head.head
        return Attribution(None, place(last), "say", head, False, 0.8)  # "Ortiz: "..."
    return None


def _reaches(verb: Token, last: Token) -> bool:
    return verb.right_edge.i >= last.i - 1


# ------------------------------------------------------------------------------------------------------------ follow-ons
def join(layout: Layout) -> None:
    """Say which units go on with the utterance of the unit before them.

    A quotation goes on when its paragraph reopens an unclosed one, when nothing stands between the two, or when all that stands
    between is the attribution of the first ("...," she said. "..."). A title in marks inside that attribution does not count.
    """
    by_quotation = {id(unit.quotation): unit for unit in layout.units}
    previous: Unit | None = None
    for unit in layout.units:
        chained = by_quotation.get(id(unit.quotation.continues))
        if chained is not None:
            unit.follows = chained
        elif not (unit.set_off or unit.sentence_like) or _is_title(unit):
            continue
        elif previous is not None and unit.paragraph == previous.paragraph:
            _go_on(layout, previous, unit)
        previous = unit


def _abbreviates(stop: Token) -> bool:
    """Tell whether a full stop belongs to a short title or place before a name: "1st Lt. Lee", "Fresno, Calif. on ..." """
    before = stop.nbor(-1) if stop.i else stop
    return len(before) <= 5 and before.text[:1].isupper() and not before.whitespace_


def _go_on(layout: Layout, previous: Unit, unit: Unit) -> None:
    low, high = layout.tokens(previous.quotation.end, unit.quotation.start)
    gap = [layout.doc[i] for i in range(low, high) if not layout.doc[i].is_space and layout.doc[i].idx >= previous.quotation.end]
    words = [t for t in gap if not t.is_punct and not t.is_quote]
    if not words:
        if unit.attribution is None and (previous.attribution or previous.follows) and len(gap) < 3:
            unit.follows = previous
        return
    first = previous.attribution
    if not unit.set_off:
        return  # part of a sentence of its own, whatever stands before
    if first is None or not first.after or first.head is None:
        return
    same = unit.attribution is not None and unit.attribution.head is not None and unit.attribution.head.i == first.head.i
    if unit.attribution is not None and not same:
        return
    # One sentence, or a clause that ends in a comma, which the quotation completes.
    last = gap[-1]
    stops = [t for t in gap[:-1] if t.text in (".", "!", "?") and layout.inside[t.i] is None and not _abbreviates(t)]
    if not stops and (last.is_punct or last.is_quote or last.text.endswith(".") or same):
        unit.follows = previous
        unit.attribution = None
