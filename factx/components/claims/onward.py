"""Figures that go on from the one before: what they measure is what that one measures, or stands where its noun stood."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.nearby import Nearby
from factx.components.claims.patterns import DIMENSIONS, MEASURE_VERBS
from factx.components.claims.syntax import NOMINAL, Parse, Stretch
from factx.components.found import FoundClaim

_FAR = 60
# What stands between a figure and one that goes on from it.
_STEP = re.compile(r",? (?:to|at)(?: a| the)?(?: record| new)? $")  # "up 3 per cent to $27"
_MOVED = re.compile(  # "$40 million, up $3 million", "adjusted downward by 5%"
    r",? (?:which (?:is|was) |a figure |revised |marked |adjusted )?"
    r"(?:up|down|upwards?|downwards?|higher|lower)(?: by| another)? $"
)
_EARLIER = re.compile(  # "48 per cent, down from 52", "$900 versus last year's $850"
    r"[^.;:]{0,30}?,? (?:(?:up|down|compared) )?(?:from|versus|vs\.?|against|compared (?:to|with))"
    r"(?: (?:the|a|an|its|their|last|about|some|years?|year's|month's|previous|earlier|estimated|forecast|initial|original))* $"
)
_LATER = re.compile(r" (?:in|at) (?:\w+ )?\d{4},? (?:and )?to $|,? (?:and |but )?to $")  # "41% in 2014 to 48%"
_BESIDE = re.compile(
    rf"(?: (?:{'|'.join(sorted(DIMENSIONS))}))?,? (?:and|or|but) (?:also |then )?$"
)  # "88 metres long and 17 metres"
# "5% in Oslo but a mere 3% in Bergen": the second preposition is looked for behind the figure.
_ALIKE = re.compile(
    r" (?P<by>in|among|for|at|on|from|by) [^.;:]{2,40}?,? (?:and|but|against|versus)(?: (?:just|only|a|the|mere|then))* $"
)
_ITEM = re.compile(r"; (?:and |or )?$")
# "flats for sale: 9 Elm Road, Molde, $5, 2 Quay Street, Oslo, $6": the items are what opens the list.
_LIST = re.compile(r"\b(?P<noun>[A-Za-z]+s)(?:,? including| include| are| were|,? such as)?: ")
_GAP = frozenset(", ; and but while whereas or as".split())
_GAP_LINKS = frozenset("by at to between up down".split())
_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Onward:
    """Reads the figures of one doc that go on from others.

    Arguments:
        doc: the doc.
        text: the view of its text.
        parse: its tokens, with look-ups.
        nearby: the nouns beside its figures.
    """

    def __init__(self, doc: Doc, text: str, parse: Parse, nearby: Nearby) -> None:
        self.doc, self.text, self.parse, self.nearby = doc, text, parse, nearby
        self._items: set[int] = set()  # where the figures begin that head an item of a list

    def continued(self, found: Expression, last: FoundClaim | None, root: Token) -> str | None:
        """Return what the figure before measures when this one goes on from it: "rose 3% to $27", "48%, down from 52%".

        Arguments:
            found: the figure.
            last: the figure before it.
            root: the word by which it hangs in its clause; a subject opens a clause of its own.
        """
        if root.dep_ in ("nsubj", "nsubjpass"):
            return None
        if last is None or last.counted is None or last.unit is None or not 0 < found.start - last.end <= _FAR:
            return None
        between = self.text[last.end : found.start].lstrip(")]")
        same = last.unit.kind == found.kind
        if _STEP.match(between) or _LATER.fullmatch(between):
            from_ = found.kind is None and self.text[max(0, last.start - 5) : last.start].lower() == "from "
            stepped = from_ or (last.trend is not None and found.kind in ("money", "percent", None))
            return last.counted if stepped or same else None
        if _MOVED.fullmatch(between):
            return last.counted if same or found.kind in ("percent", "money") else None
        if same and (_EARLIER.fullmatch(between) or _BESIDE.fullmatch(between)):
            return last.counted
        alike = _ALIKE.fullmatch(between) if same and last.counted not in between else None
        return last.counted if alike and self.text.startswith(f" {alike['by']} ", found.end) else None

    def item(self, found: Expression, earlier: FoundClaim | None, last: FoundClaim | None) -> str | None:
        """Return what the figure of the item before measures, in a list: "boats of 6 metres cost $900; 8 metres, $1,400".

        Arguments:
            found: the figure, at the head of an item.
            earlier: the last figure with the same kind of unit.
            last: the figure before it.
        """
        if earlier is None or earlier.counted is None or not 0 < found.start - earlier.end <= _FAR:
            return None
        if _ITEM.search(self.text, max(0, found.start - 6), found.start):
            self._items.add(found.start)
            return earlier.counted
        heads = last is not None and last.start in self._items and self.text[last.end : found.start] == ", "
        return earlier.counted if heads else None

    def gapped(self, found: Expression, last: FoundClaim | None) -> Stretch | None:
        """Return the subject of a clause that leaves out the verb of the one before: "Oslo fell 2%, Bergen by 3%"."""
        if last is None or last.unit is None or last.unit.kind != found.kind or last.predicate not in MEASURE_VERBS:
            return None
        if last.counted is None or not 0 < found.start - last.end <= _FAR or "." in self.text[last.end : found.start].strip():
            return None
        index = self.nearby.left_of(found)
        if index >= 0 and self.doc[index].lower_ in _GAP_LINKS:
            index -= 1
        if index < 1 or not self.nearby.is_thing(self.doc[index]):
            return None
        phrase = self.parse.phrase(self.doc[index])
        first = phrase[0] - 1
        if first >= 0 and (self.doc[first].pos_ == "DET" or self.doc[first].tag_ == "PRP$"):
            first -= 1
        if self.doc[first].idx < last.end or self.doc[first].lower_ not in _GAP:
            return None
        return phrase

    def listed(self, found: Expression, sentence: int) -> Stretch | None:
        """Return the noun that opens a list of places with their price: a place has none, the things that stand there do."""
        if found.kind != "money":
            return None
        index = self.nearby.left_of(found)
        if index > 0 and self.doc[index].lower_ == "worth":
            index -= 1
        if index < 1 or self.doc[index].text != ",":
            return None
        if self.doc[index - 1].ent_type_ not in _PLACES and self.doc[index - 1].lower_ != "there":
            return None
        opening = _LIST.search(self.text, self.doc[sentence].idx, found.start)
        if opening is None:
            return None
        noun = self.doc[self.parse.token_at(opening.start("noun"))]
        return self.parse.phrase(noun) if noun.pos_ in NOMINAL else None
