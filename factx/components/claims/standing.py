"""Whether a number is a figure at all: not part of a name, not a pointer to known things, and not standing there alone."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.patterns import LABELS_BEFORE, PAIRS, PERSONS, SAYING, VOTED

# "That day three men came": the label is a time of its own.
_BEFORE_PERIOD = frozenset("a each every one per this last that next some".split())
_TO_ANOTHER = re.compile(r" (?:to|against) \d+\b")
_REFERRING = re.compile(r"\b(?:the|these|those|both|its|their|his|her|our|my) (?:other |same )?$", re.IGNORECASE)


class Standing:
    """Tells figures from what only looks like one, by the parse.

    Arguments:
        doc: the doc.
        text: the view of its text.
    """

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc, self.text = doc, text

    def is_name(self, found: Expression, first: int, last: int, root: Token) -> bool:
        """Tell a number inside a name from a figure: "the 101st Airborne", "Boeing 787 Dreamliner", "Windows 10"."""
        if found.kind is not None or found.ends is not None:
            return False
        token = self.doc[first]
        if self._is_numbered(found, first, last):
            return True
        if found.numeral.kind in ("words", "fraction") and first and token.text[:1].isupper() and token.head.i < first:
            before = self.doc[first - 1]
            if before.pos_ == "PROPN" and not token.is_sent_start:
                return True  # "Air Force One", "Radio Four"
        if token.text == "One" and first and not token.is_sent_start and last < len(self.doc):
            behind = self.doc[last]
            if behind.pos_ == "PROPN" and behind.is_title and self.doc[first - 1].is_lower:
                return True  # "the One Nation initiative"
        marked = found.modified is not None and found.modified.start < found.core[0]
        if found.numeral.kind in ("digits", "words") and not marked:
            if token.ent_type_ in ("PRODUCT", "LAW", "FAC", "WORK_OF_ART", "EVENT", "ORG", "PERSON") and token.ent_iob_ == "I":
                return True
            if (
                token.ent_type_ in ("PRODUCT", "LAW", "WORK_OF_ART", "FAC")
                and token.ent_iob_ == "B"
                and last < len(self.doc)
                and self.doc[last].ent_iob_ == "I"
            ):
                return self.doc[last].pos_ == "PROPN"
        if found.numeral.kind == "digits" and found.numeral.plain and not marked and self._opens_name(last):
            return True
        if found.numeral.kind == "digits" and found.numeral.plain and not marked and first:
            before = self.doc[first - 1]
            adjacent = before.idx + len(before) >= token.idx - 1 and "\n" not in self.text[before.idx : token.idx]
            follows = self.doc[last] if last < len(self.doc) else None
            noun = follows is not None and follows.pos_ in ("NOUN", "ADJ") and token.head.i >= last
            if adjacent and before.pos_ == "PROPN" and not noun:
                return True
            if (
                not noun
                and follows is not None
                and follows.tag_ == "NNP"
                and not follows.is_sent_start
                and self.doc[min(last + 1, len(self.doc) - 1)].tag_ not in ("NNS", "NNPS", "NNP", "NN")
            ):
                return follows.ent_type_ not in ("PERSON", "GPE") and follows.pos_ == "PROPN" and token.head == follows
        return False

    def _opens_name(self, last: int) -> bool:
        """Tell "11 Pro Max", two names and no noun behind them, from "12 Red Cross workers"."""
        end = last
        while end < min(len(self.doc), last + 5) and self.doc[end].tag_ == "NNP" and not self.doc[end].is_sent_start:
            end += 1
        if end - last < 2 or self.doc[last].ent_type_ in ("PERSON", "GPE", "NORP"):
            return False
        return end >= len(self.doc) or self.doc[end].pos_ not in ("NOUN", "PROPN", "ADJ")

    def _is_numbered(self, found: Expression, first: int, last: int) -> bool:
        """Tell a label in small letters from a count: "day three of the hearing", "on lap 12"."""
        if not first or found.modified is not None or found.numeral.kind not in ("words", "digits"):
            return False
        before, token = self.doc[first - 1], self.doc[first]
        if before.lower_ not in LABELS_BEFORE or (found.value or 0) > 100 or before.dep_ == "ROOT":
            return False
        if before.i and self.doc[before.i - 1].lower_ in _BEFORE_PERIOD:
            return False
        return token.head.i <= first or last >= len(self.doc) or self.doc[last].pos_ not in ("NOUN", "PROPN", "ADJ")

    def is_someone(self, found: Expression, root: Token) -> bool:
        """Tell "one senator said" and "one monk's reckoning", which name nobody, from a count of one."""
        if found.value != 1 or found.numeral.kind != "words" or found.kind is not None or found.modified is not None:
            return False
        noun = root.head
        if noun.pos_ != "NOUN" or noun.i <= root.i:
            return False
        person = noun.lower_ in PERSONS or noun.lower_.endswith(("er", "or", "ist", "ian", "man", "ant", "ee"))
        return person and (noun.dep_ == "poss" or (noun.dep_ == "nsubj" and noun.head.lower_ in SAYING))

    def is_half_of_pair(self, found: Expression, last: int, root: Token) -> bool:
        """Tell a member of a pair from a share: "Lund, half of the writing team"."""
        if found.value != 0.5 or found.numeral.kind != "fraction" or root.dep_ not in ("appos", "attr"):
            return False
        end = min(len(self.doc), last + 7)
        return any(self.doc[index].lower_ in PAIRS and self.doc[index].dep_ == "pobj" for index in range(last, end))

    def refers_back(self, found: Expression) -> bool:
        """Tell a number that only points to known things from one that counts: "the two nations", "these three"."""
        if (
            found.kind is not None
            or found.ends is not None
            or found.modified is not None
            or found.numeral.kind != "words"
            or (found.value or 0) > 10
        ):
            return False
        return bool(_REFERRING.search(self.text, max(0, found.core[0] - 14), found.core[0]))

    def stands_alone(self, found: Expression, first: int, last: int, root: Token) -> bool:
        """A bare number with neither unit nor noun is a figure only when it is written or used like one."""
        if found.kind is not None or found.per or found.ends is not None:
            return True
        if found.numeral.kind in ("fraction", "multiple"):
            return True
        if found.modified is not None and found.modified.start < found.core[0]:
            return True
        if found.numeral.kind == "vague":
            return found.numeral.scale > 1 or (found.low or 0) >= 10
        if root.dep_ in ("nsubj", "nsubjpass") and (found.value or 0) > 1 and root.head.pos_ == "VERB":
            return True  # "five died"
        if first and self.doc[first - 1].lower_ in VOTED and _TO_ANOTHER.match(self.text, found.core[1]):
            return True  # "voted 62 to 37"
        if found.numeral.kind == "words":
            if root.dep_ == "dobj" and (found.value or 0) > 1 and (last >= len(self.doc) or self.doc[last].is_punct):
                return True  # "opened 48 stores and closed three"
            governed = root.dep_ in ("pobj", "dobj", "attr") and root.head.lower_ in ("by", "to", "than")
            return (found.value or 0) >= 20 or (governed and (found.value or 0) > 1)
        if not found.numeral.plain or (found.value or 0) >= 100:
            return True
        before = self.doc[first - 1].lower_ if first else ""
        return before in (
            "by",
            "to",
            "from",
            "than",
            "of",
            "at",
            "total",
            "least",
            "up",
            "down",
            "were",
            "was",
            "is",
            "and",
            "killed",
            "another",
            "only",
            "just",
            "with",
        ) or root.dep_ in ("dobj", "attr")
