"""Where a document's paragraphs, quotations and tokens stand, and what surrounds each quotation.

A quotation is set off when it stands as words of its own ("...," she said. He said: "..."), and integrated when it is part of
the reporter's sentence (she called it "a farce").
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.attrs import IS_PUNCT, IS_SPACE
from spacy.tokens import Doc, Token

from factx.components.found import FoundQuote, Place
from factx.components.quotes.marks import Quotation
from factx.components.quotes.patterns import FORMS, VERBS
from factx.components.text import paragraphs
from factx.records import Act, QuoteKind

_ENDS_OPEN = ",!?—–-…"
_WHITE_AND_MARKS = " \t\n\"'”’»"
_MAX_WINDOW = 45
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(slots=True, eq=False)
class Attribution:
    """Who says a quotation, by which word, on which side of it; ``mention`` where the form of the text tells its extent."""

    head: Token | None
    cue: Place
    act: Act
    speaker: Token | None
    after: bool
    confidence: float
    mention: Place | None = None


@dataclass(slots=True, eq=False)
class Unit:
    """One quotation with its surroundings: what the rules need to know about it."""

    quotation: Quotation
    paragraph: int
    words: int
    set_off: bool
    ends_open: bool
    sentence_like: bool
    after: list[Token] = field(default_factory=list)
    before: list[Token] = field(default_factory=list)
    attribution: Attribution | None = None
    follows: Unit | None = None


class Layout:
    """Where paragraphs, quotations and tokens of a document stand."""

    def __init__(self, doc: Doc, text: str, quotations: list[Quotation]) -> None:
        self.doc, self.text = doc, text
        # Which tokens are neither punctuation nor space.
        self.wordy = [not (punct or space) for punct, space in doc.to_array([IS_PUNCT, IS_SPACE]).tolist()] if len(doc) else []
        self.pars = paragraphs(text)
        self.starts = [token.idx for token in doc]
        self.par_starts = [low for low, _ in self.pars]
        self.top = [q for q in quotations if q.outer is None]
        self.inside: list[Quotation | None] = [None] * len(doc)
        for quotation in self.top:
            for i in range(*self.tokens(quotation.start, quotation.end)):
                self.inside[i] = quotation
        self.deeper = bytearray(len(doc))
        self.nested: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            if quotation.outer is not None:
                self.nested.setdefault(id(quotation.outer), []).append(quotation)
                for i in range(*self.tokens(quotation.start, quotation.end)):
                    self.deeper[i] = 1
        self.labels = [self._is_label(quotation) for quotation in self.top]
        self.units = [self._unit(index) for index in range(len(self.top))]
        self.unit_starts = [unit.quotation.start for unit in self.units]
        self.owner: list[FoundQuote | None] = [None] * len(doc)  # whose content a token is, of the quotes settled so far

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the tokens that touch a stretch of text."""
        low = bisect_right(self.starts, start) - 1
        if low < 0 or self.starts[low] + len(self.doc[low]) <= start:
            low += 1
        return low, bisect_left(self.starts, end)

    def leave_out(self, start: int, end: int) -> None:
        """Forget the units that begin in a stretch of text."""
        self.units = [unit for unit in self.units if not start <= unit.quotation.start < end]
        self.unit_starts = [unit.quotation.start for unit in self.units]

    def claim(self, quote: FoundQuote) -> None:
        """Note that the tokens of a quote's content are spoken for."""
        for start, end in quote.content:
            for i in range(*self.tokens(start, end)):
                self.owner[i] = quote

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no settled quote has a word of this stretch."""
        return all(self.owner[i] is None for i in range(*self.tokens(start, end)))

    def touching(self, start: int, end: int) -> list[Unit]:
        """Return the units that overlap a stretch of text."""
        at = max(0, bisect_right(self.unit_starts, start) - 1)
        found = []
        for unit in self.units[at : bisect_left(self.unit_starts, end)]:
            if unit.quotation.end > start:
                found.append(unit)
        return found

    def paragraph(self, at: int) -> int:
        """Return the number of the paragraph that a place is in."""
        return max(0, bisect_right(self.par_starts, at) - 1)

    def home(self, place: Place) -> Quotation | None:
        """Return the quotation around a place, None where the reporter speaks."""
        low, high = self.tokens(*place)
        return self.inside[low] if low < high else None

    def kind(self, content: list[Place], within: bool = False) -> QuoteKind:
        """Tell the kind by how much stands in quotation marks; of a report within a quotation, by the marks within that one."""
        inside = outside = False
        for start, end in content:
            for i in range(*self.tokens(start, end)):
                if not self.wordy[i]:
                    continue
                if self.deeper[i] if within else self.inside[i] is not None:
                    inside = True
                else:
                    outside = True
        return "mixed" if inside and outside else "direct" if inside else "indirect"

    def _unit(self, index: int) -> Unit:
        quotation, doc, text = self.top[index], self.doc, self.text
        number = self.paragraph(quotation.start)
        low, high = self.pars[number] if self.pars else (0, len(text))
        previous = next((self.top[i].end for i in range(index - 1, -1, -1) if not self.labels[i]), 0)
        following = next((self.top[i].start for i in range(index + 1, len(self.top)) if not self.labels[i]), len(text))
        if number and not text[low : quotation.start].strip() and self._introduces(self.pars[number - 1]):
            low = self.pars[number - 1][0]  # "He said:" stands in the paragraph before
        inner = text[slice(*quotation.inner)].rstrip(_WHITE_AND_MARKS)
        last, behind_mark = inner[-1:], text[quotation.end : quotation.end + 1]
        words = [doc[i] for i in range(*self.tokens(*quotation.inner)) if doc[i].is_alpha or doc[i].like_num]
        after = self._window_after(quotation.end, min(following, high))
        before = self._window_before(max(previous, low), quotation.start)
        left = text[max(low, quotation.start - 9) : quotation.start].rstrip()
        ends_open = last in tuple(_ENDS_OPEN) or behind_mark == ","
        starts_free = not left or left[-1] in ".!?:;,—–…\"”’'»)" or not before
        finite = any(t.tag_ in FINITE for t in words)
        terminal = last in tuple(".!?…") or ends_open
        cue_before = bool(before) and before[-1].lower_ in FORMS and "q" in VERBS[FORMS[before[-1].lower_]]
        return Unit(
            quotation=quotation,
            paragraph=number,
            words=len(words),
            set_off=(starts_free and (terminal or finite))
            or (cue_before and _opens_sentence(inner) and (terminal or len(words) > 3)),
            ends_open=ends_open,
            sentence_like=(finite and len(words) > 2) or (terminal and len(words) > 3),
            after=after,
            before=before,
        )

    def _introduces(self, paragraph: Place) -> bool:
        """Tell whether a paragraph ends in a colon, or in a verb of saying and a comma."""
        last = self.text[paragraph[1] - 1]
        word = self.text[paragraph[0] : paragraph[1] - 1].rsplit(None, 1)[-1:] or [""]
        return last == ":" or (last == "," and "q" in VERBS.get(FORMS.get(word[0].lower(), ""), {}))

    def _is_label(self, quotation: Quotation) -> bool:
        """Tell a title or catchword, which the words around it pass through: few words, in the midst of a clause."""
        inner = self.text[slice(*quotation.inner)].strip()
        before = self.text[max(0, quotation.start - 9) : quotation.start].rstrip()[-1:]
        return before.isalnum() and inner.count(" ") < 5 and not inner.endswith(("!", "?"))

    def _window_after(self, start: int, end: int) -> list[Token]:
        """Return the reporter's words behind a quotation, up to the end of their sentence."""
        found: list[Token] = []
        low, high = self.tokens(start, end)
        for i in range(low, min(high, low + _MAX_WINDOW)):
            token = self.doc[i]
            if token.idx < start or token.is_space:
                continue
            if token.text in (".", "!", "?", ";") and self.inside[i] is None:
                break
            if self.inside[i] is None or not token.is_punct:
                found.append(token)
        while found and found[0].is_punct:
            found.pop(0)
        return found

    def _window_before(self, start: int, end: int) -> list[Token]:
        """Return the reporter's words before a quotation, from the start of their sentence."""
        found: list[Token] = []
        low, high = self.tokens(start, end)
        for i in range(high - 1, max(low, high - _MAX_WINDOW) - 1, -1):
            token = self.doc[i]
            if token.idx < start or token.is_space or token.idx >= end:
                continue
            if token.text in (".", "!", "?") and self.inside[i] is None:
                break
            found.append(token)
        return found[::-1]


def _opens_sentence(inner: str) -> bool:
    return inner[:1].isupper() or not inner[:1].isalpha()
