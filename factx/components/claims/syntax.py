"""What the parse says about a figure: what is counted, the governing verb and its subject, trend, negation and hedging.

Every look-up climbs or scans a bounded number of tokens, so a sentence of any length costs linear time.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc, Token

from factx.components.claims.money_patterns import NAMES as MONEY_NAMES
from factx.components.claims.patterns import (
    DIMENSIONS,
    FILLERS,
    PLACES_IN,
    STATES,
    TREND_PARTICLES,
)
from factx.components.claims.unit_patterns import UNIT_NAMES, UNIT_SYMBOLS
from factx.components.lemma import Lemmas

CLIMB = 25
REACH = 9
NOMINAL = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_NO_GOVERNOR = frozenset({"amod", "aux", "auxpass", "prep", "compound", "case", "mark", "advmod"})
_BE = dict.fromkeys("is was were are am been being be 's 're".split(), "be")

Stretch = tuple[int, int]


def is_unit(noun: Token) -> bool:
    """Tell whether a noun is a unit of measurement or money."""
    return noun.lower_ in UNIT_NAMES or noun.lower_ in MONEY_NAMES or noun.lower_ in UNIT_SYMBOLS


class Parse:
    """A doc's tokens, with a look-up from characters."""

    def __init__(self, doc: Doc, lemmas: Lemmas) -> None:
        self.doc = doc
        self._lemmas = lemmas
        self._starts = [token.idx for token in doc]

    def token_at(self, place: int) -> int:
        """Return the index of the token that holds, or is the last before, a code point."""
        return max(0, bisect_right(self._starts, place) - 1)

    def stretch(self, start: int, end: int) -> Stretch:
        """Return the half-open token stretch that touches a stretch of characters."""
        first = self.token_at(start)
        return first, max(first + 1, self.token_at(end - 1) + 1)

    def lemma(self, token: Token) -> str:
        """Return a verb's lemma; those of "be" are told here, since some pipelines keep them in another component."""
        return _BE.get(token.lower_) or self._lemmas(token)

    # --- heads

    def root(self, first: int, last: int) -> Token:
        """Return the token of a stretch whose head lies outside: the last such, that is not punctuation."""
        tokens = [self.doc[i] for i in range(first, min(last, first + 14))]
        outside = [t for t in tokens if not first <= t.head.i < last or t.head is t or t.head == t]
        outside = [t for t in outside if not t.is_punct and t.dep_ != "punct" and t.pos_ not in ("ADP", "ADV", "SYM")] or outside
        if any(t.pos_ == "NUM" for t in outside):  # "€210m" may be cut so that its "m" looks like a verb
            outside = [t for t in outside if t.pos_ not in ("VERB", "AUX")]
        return outside[-1] if outside else tokens[-1]

    def governor(self, token: Token) -> Token | None:
        """Return the verb of the clause that a token stands in."""
        for _ in range(CLIMB):
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in _NO_GOVERNOR:
                return token
            if token.head == token:
                return None
            token = token.head
        return None

    def subject(self, verb: Token) -> Token | None:
        """Return a verb's subject; an infinitive has its governor's, a participle the noun that it modifies."""
        for _ in range(6):
            for child in verb.lefts:
                if child.dep_ in _SUBJECTS:
                    if child.lower_ in _RELATIVES and verb.dep_ == "relcl":
                        return verb.head
                    return None if child.dep_ == "expl" else child
            for child in verb.rights:
                if child.dep_ in ("nsubj", "nsubjpass") and verb.pos_ == "AUX":
                    return child
            if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
                return verb.head if verb.dep_ == "acl" else None
            if verb.dep_ in ("xcomp", "conj", "advcl", "dep", "pcomp") and verb.head != verb:
                climbed = verb.head
                if climbed.pos_ == "ADP":
                    climbed = climbed.head
                if climbed.pos_ not in ("VERB", "AUX"):
                    return None
                verb = climbed
                continue
            return None
        return None

    # --- what is counted

    def phrase(self, noun: Token) -> Stretch:
        """Return a noun with the modifiers right before it; articles, possessors and numbers left out."""
        start = noun.i
        for index in range(noun.i - 1, max(-1, noun.i - 7), -1):
            token = self.doc[index]
            inside = (
                token.pos_ in ("ADJ", "NOUN", "PROPN")
                or token.text == "-"
                or (token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound"))
            )
            if not inside or (token.is_sent_start and index + 1 < len(self.doc) and token.pos_ == "PUNCT") or token.like_num:
                break
            if token.pos_ in NOMINAL and token.dep_ not in ("compound", "nmod", "amod") and token.text != "-":
                break
            start = index
        while start < noun.i and self.doc[start].text == "-":
            start += 1
        return start, noun.i + 1

    def noun_after(self, index: int, head: Token | None, *, proper: bool = False) -> Stretch | None:
        """Return the noun phrase that begins at a token, when one does: what a number right before it counts."""
        doc, size = self.doc, len(self.doc)
        while index < size and (doc[index].lower_ in FILLERS or doc[index].text == "-") and not doc[index].is_sent_start:
            index += 1
        end, noun = index, -1
        while end < min(size, index + REACH):
            token = doc[end]
            if end > index and (token.is_sent_start or token.lower_ in ("next", "last")):
                break
            if token.pos_ in NOMINAL:
                if noun >= 0 and token.dep_ in _SUBJECTS and token.pos_ == "PROPN":
                    break
                if token.ent_type_ in ("DATE", "TIME") and token.pos_ == "PROPN":
                    break
                noun = end
                if self._is_glued(end):  # "12 co-founders", whatever the parse makes of the hyphen
                    noun = end = end + 2
                elif head is not None and head.i == end and head.dep_ not in ("compound", "nmod", "amod"):
                    break
            elif not self._is_inner(token, end, index, head):
                break
            end += 1
        if noun < 0:
            if index < size and doc[index].lower_ in STATES:
                return index, index + 1
            return None
        if (
            not proper
            and doc[index].pos_ == "PROPN"
            and (head is None or not index <= head.i <= noun)
            and not doc[noun].tag_.endswith("S")
        ):
            return None
        return index, self._coordinated(noun)

    def _is_glued(self, index: int) -> bool:
        """Tell a noun that a hyphen without spaces joins to another behind it."""
        doc = self.doc
        if index + 2 >= len(doc) or doc[index + 1].text != "-" or doc[index].whitespace_ or doc[index + 1].whitespace_:
            return False
        return doc[index + 2].pos_ == "NOUN" and doc[index + 2].dep_ not in ("compound", "nmod", "amod", "npadvmod")

    def _is_inner(self, token: Token, here: int, start: int, head: Token | None) -> bool:
        if here > start and self.doc[here - 1].text == "-" and not token.is_punct:
            return True  # "laid-off employees"
        if here == start and token.tag_ in ("VBN", "VBD") and here + 1 < len(self.doc) and self.doc[here + 1].tag_ == "NNS":
            return token.dep_ != "ROOT"  # "271 pledged delegates", whatever the parse makes of them
        if token.text == "-" and here and self.doc[here - 1].whitespace_ and token.whitespace_:
            return False  # "a number of voters - 62 percent"
        if token.pos_ == "ADJ" or token.tag_ in ("HYPH", "POS", "AFX") or token.text in ("-", "/"):
            return token.tag_ != "POS" or here > start
        if token.tag_ in ("VBN", "VBG", "VBD", "VB") and token.dep_ in ("amod", "compound", "nmod"):
            return True
        if (
            token.pos_ == "ADV"
            and token.dep_ == "advmod"
            and token.head.i > here
            and token.head.pos_ in ("ADJ", "VERB")
            and token.head.dep_ == "amod"
        ):
            return True
        if (
            token.pos_ == "NUM"
            and token.dep_ in ("compound", "nummod")
            and here > start
            and token.head.i > here
            and head is not None
            and token.head.i <= head.i
        ):
            return True
        if (
            here > start
            and token.lower_ in ("and", "or")
            and here + 2 < len(self.doc)
            and self.doc[here + 1].pos_ == "ADJ"
            and self.doc[here - 1].pos_ == "ADJ"
        ):
            return self.doc[here + 2].pos_ in NOMINAL
        inside = head is not None and here < head.i <= start + REACH
        return inside and (token.pos_ == "CCONJ" or token.text == ",") and here > start

    def _coordinated(self, noun: int) -> int:
        """Take in a second noun: "doctors and nurses"; a chain of "of": "barrels of oil"."""
        doc, end = self.doc, noun + 1
        if (
            (
                noun + 2 < len(doc)
                and doc[noun + 1].lower_ in ("and", "or")
                and doc[noun + 2].pos_ == "NOUN"
                and doc[noun + 2].head.i == noun
            )
            and doc[noun + 2].dep_ == "conj"
            and doc[noun + 2].tag_ == doc[noun].tag_
            and (
                doc[noun].tag_ == "NNS" or noun + 3 >= len(doc) or doc[noun + 3].pos_ not in ("DET", "NUM", "ADV", "SYM", "PRON")
            )
        ):
            end = noun + 3
        if end < len(doc) - 1 and doc[end].lower_ == "of" and doc[end + 1].pos_ in ("NOUN", "ADJ"):
            if doc[end + 1].is_stop or doc[end + 1].text[:1].isdigit():
                return end
            inner = end + 1
            while inner < min(len(doc), end + 4) and doc[inner].pos_ in ("NOUN", "ADJ"):
                inner += 1
            if doc[inner - 1].pos_ == "NOUN" and (inner == len(doc) or doc[inner].pos_ not in ("PROPN",)):
                end = inner
        return end

    def noun_of(self, index: int) -> Stretch | None:
        """Return the whole behind "of": "60 per cent of its revenue" is a share of "revenue"."""
        doc = self.doc
        if index >= len(doc) - 1 or doc[index].lower_ not in ("of", "in") or doc[index + 1].is_sent_start:
            return None
        if doc[index].lower_ == "in" and (
            doc[index + 1].pos_ not in ("NOUN", "ADJ") or doc[index + 1].ent_type_ in ("DATE", "TIME", "GPE", "CARDINAL")
        ):
            return None
        whole, inner = index, index + 1
        while inner < min(len(doc), index + 7) and (
            doc[inner].pos_ in ("DET", "NUM", "ADV", "SYM")
            or doc[inner].tag_ in ("PRP$", "POS", "PDT", "CD")
            or doc[inner].lower_ in ("all", "about")
        ):
            inner += 1
        for index in range(inner + 1, min(len(doc), inner + 4)):  # "two-thirds of the combined 4.3 million sales" are of sales
            if doc[index].pos_ == "NUM" and not doc[index - 1].is_punct and doc[inner].pos_ == "ADJ":
                while index < len(doc) and (doc[index].pos_ == "NUM" or doc[index].like_num):
                    index += 1
                inner = index
                break
        found = self.noun_after(inner, None, proper=True)
        if found is None:
            return self._those(whole + 1) if doc[whole].lower_ == "of" else None
        start, end = found
        if doc[whole].lower_ == "in" and (is_unit(doc[end - 1]) or doc[end - 1].lower_ in PLACES_IN):
            return None
        for cut in range(start, end):  # "Apple's revenue" is a share of revenue
            if doc[cut].tag_ == "POS" and cut + 1 < end:
                start = cut + 1
        return start, end

    def anchor(self, root: Token) -> Token:
        """Return the word by which a figure hangs in its clause: of "down 5%" and "5% higher" the adverb."""
        if (
            root.head != root
            and (root.head.lower_ in TREND_PARTICLES or root.head.lower_ in DIMENSIONS)
            and root.dep_ not in ("pobj",)
        ):
            return root.head
        return root

    def _those(self, index: int) -> Stretch | None:
        """Return "those who voted" and "them", which stand for a noun."""
        token = self.doc[index]
        if token.lower_ in ("them", "us"):
            return index, index + 1
        if token.lower_ not in ("those", "these"):
            return None
        if index + 2 < len(self.doc) and self.doc[index + 1].lower_ in ("who", "that", "which"):
            for end in range(index + 2, min(len(self.doc), index + 6)):
                if self.doc[end].pos_ == "VERB" and self.doc[end].dep_ == "relcl":
                    return index, end + 1
        return index, index + 1


__all__ = ["Parse", "Stretch"]
