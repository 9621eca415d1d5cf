"""What a cue that the model found does: say, claim, deny ... (``act``), by the same word lists that the rules use."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.quotes.patterns import EVIDENCE, FORMS, NOUN_FORMS, NOUNS, STATES, VERBS
from factx.records import Act


def act_of(cue: list[Token], first: Token | None, quoted: bool, speaker: Token | None) -> Act:
    """Return what a cue does.

    Arguments:
        cue: its tokens.
        first: the first word of its content.
        quoted: whether the content is all in quotation marks.
        speaker: the head of its speaker's mention.
    """
    order = ("q", "c", "o") if quoted else ("i",) if first is not None and first.lower_ == "to" else ("c", "o", "q")
    for token in cue:
        if not token.tag_.startswith("VB") or token.lower_ not in FORMS:
            continue
        frames = VERBS[FORMS[token.lower_]]
        behind = [*cue, first] if first is not None else cue
        governed = [word.lower_ for word in behind if word.i > token.i and word.tag_ == "IN"]
        if governed and governed[0] in frames and not quoted:
            return frames[governed[0]]  # "called for", "warned of"
        if "show" in frames.values() and speaker is not None and speaker.lower_ in EVIDENCE:
            return "show"
        return next((frames[frame] for frame in order if frame in frames), next(iter(frames.values())))
    for token in cue:
        if token.lower_ in STATES:
            return STATES[token.lower_]
        if token.tag_ in ("NN", "NNS") and token.lower_ in NOUN_FORMS:
            return NOUNS[NOUN_FORMS[token.lower_]][0]
    plain = not any(token.is_alpha for token in cue)  # "Trump: ...", "― Ann Lee"
    return "say" if plain or quoted else "other"
