"""How far a content of the model reaches: fitted to the quotation marks, and to the clauses that the parse shows."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.found import Place
from factx.components.quotes.layout import Layout
from factx.components.quotes.model.grouping import Tagged

MOST = 0.5  # of a quotation's words: a content that has fewer only touches it


# Two in three such words stand outside the content in PolNeAR's training part.
_CONNECTIVES = frozenset({"and", "but", "however", "still", "moreover", "indeed"})


def content_words(layout: Layout, place: Place) -> set[int]:
    return {i for i in range(*layout.tokens(*place)) if layout.wordy[i]}


def fitted(layout: Layout, one: Tagged) -> list[Place]:
    """Fit a content to the quotation marks: whole quotations or nothing of them, and nothing that a set-off quote has."""
    home = layout.home(one.cue)
    around = layout.owner[layout.tokens(*one.cue)[0]]
    content: list[Place] = []
    for start, end in one.content:
        if home is not None:
            start, end = max(start, home.inner[0]), min(end, home.inner[1])
        else:
            for unit in layout.touching(start, end):
                low, high = unit.quotation.start, unit.quotation.end
                if start <= low and high <= end:
                    continue
                inner = content_words(layout, unit.quotation.inner)
                if len(inner & content_words(layout, (start, end))) >= MOST * len(inner):
                    start, end = min(start, low), max(end, high)
                elif start > low:
                    start = max(start, high)
                else:
                    end = min(end, low)
            end = _before_second_verb(layout, one.cue, start, end)
            end = _at_closing_mark(layout, one.cue, start, end)
            start = _behind_connective(layout, one.cue, start, end)
            start, end = _in_sentence(layout, one.cue, start, end)
            if len(one.content) == 1:
                end = _with_verb(layout, one.cue, start, end)
        start, end = trimmed(layout, start, end)
        if start < end and all(layout.owner[i] is around for i in range(*layout.tokens(start, end))):
            content.append((start, end))
    return content


def _in_sentence(layout: Layout, cue: Place, start: int, end: int) -> Place:
    """Keep what is told "according to" somebody to that sentence, as 19 in 20 such contents of PolNeAR's training part are."""
    first = layout.tokens(*cue)[0]
    if layout.doc[first].lower_ != "according":
        return start, end
    low, high = layout.doc[first].sent.start_char, layout.doc[first].sent.end_char
    for unit in layout.touching(start, end):
        if unit.quotation.start < low < unit.quotation.end or unit.quotation.start < high < unit.quotation.end:
            return start, end  # a quotation of several sentences
    return max(start, low), min(end, high)


def _behind_connective(layout: Layout, cue: Place, start: int, end: int) -> int:
    """Leave the narrator the word that joins a sentence to the one before: "But the road was safe, she said"."""
    doc = layout.doc
    low, high = layout.tokens(start, end)
    if cue[0] < start or not low + 1 < high or doc[low].lower_ not in _CONNECTIVES or layout.inside[low] is not None:
        return start
    before = doc[low - 1] if low else None
    return doc[low + 1].idx if before is None or before.is_space or before.text in '.!?"”' else start


def _before_second_verb(layout: Layout, cue: Place, start: int, end: int) -> int:
    """Cut a content before what else its speaker does: "called it "a farce" and left"."""
    cues = set(range(*layout.tokens(*cue)))
    for i in range(*layout.tokens(start, end)):
        token = layout.doc[i]
        if token.dep_ == "conj" and token.head.i in cues and token.tag_ == token.head.tag_ and layout.inside[i] is None:
            low = layout.tokens(start, end)[0]
            while i > low and layout.inside[i - 1] is None and _joins(layout.doc[i - 1]):
                i -= 1
            return layout.doc[i].idx if i > low else end
    return end


def _at_closing_mark(layout: Layout, cue: Place, start: int, end: int) -> int:
    """Cut a content behind a quotation that it begins with, where the narrator goes on: wrote, "It failed", blaming the rain."""
    unit = next((unit for unit in layout.touching(start, end) if unit.quotation.start <= start), None)
    if unit is None or unit.quotation.end >= end or not unit.sentence_like:
        return end
    between = layout.text[cue[1] : unit.quotation.start]
    if cue[1] > start or between.strip(" ,:\n"):
        return end
    low, high = layout.tokens(unit.quotation.end, end)
    first = next((layout.doc[i] for i in range(low, high) if not layout.doc[i].is_space), None)
    if first is None or layout.text[unit.quotation.end : first.idx + len(first)].strip()[:1] not in (
        ",",
        "(",
        ";",
        "-",
        "–",
        "—",
    ):
        return end
    return unit.quotation.end


def _with_verb(layout: Layout, cue: Place, start: int, end: int) -> int:
    """Let a content that stops behind a subject go on to the end of the clause: "the robot || scored two points"."""
    doc = layout.doc
    low, high = layout.tokens(start, end)
    if not low < high < len(doc) or cue[1] > start:
        return end
    last = next((i for i in range(high - 1, low - 1, -1) if not doc[i].is_punct), low)
    subject: Token = doc[last]
    while subject.dep_ not in ("nsubj", "nsubjpass") and low <= subject.head.i < high and subject.head.i != subject.i:
        subject = subject.head
    verb, follows = subject.head, doc[high]
    if subject.dep_ not in ("nsubj", "nsubjpass") or verb.i < high or subject.right_edge.i not in (last, high - 1):
        return end
    first = subject.left_edge.idx
    if first < start or (first == start and not layout.text[cue[1] : start].strip()):
        return end  # "opposed the act || was passed": the parser took the cue's object for a subject
    if follows.i != verb.i and (follows.head.i != verb.i or follows.dep_ not in ("aux", "auxpass", "neg", "advmod")):
        return end
    reach = verb.right_edge.i + 1
    if any(layout.owner[i] is not None or layout.inside[i] is not None for i in range(high, reach)):
        return end
    return doc[reach - 1].idx + len(doc[reach - 1])


def _joins(token: Token) -> bool:
    return token.dep_ in ("cc", "advmod") or token.is_punct


def trimmed(layout: Layout, start: int, end: int) -> Place:
    """Cut white space, and commas and full stops that do not stand inside quotation marks, from the edges of a content."""
    text = layout.text
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        if text[end - 1] == "." and _abbreviates(text, start, end):
            break
        end -= 1
    return start, end


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Tell whether the full stop at the end belongs to a word with another one in it: "U.S."."""
    word = text[start : end - 1].rsplit(None, 1)[-1:] or [""]
    return "." in word[0]
