"""What a measure is stated of: the noun before it, the subject whose size it tells, the thing that a sum was paid for."""

from __future__ import annotations

from spacy.tokens import Token

from factx.components.claims.patterns import (
    CHANGE_VERBS,
    LASTING,
    MEASURE_VERBS,
    PAY_VERBS,
    TOTALS,
    TRADE_VERBS,
    TREND_DOWN,
    TREND_POINTS,
    TREND_TRANSITIVE,
    TREND_UP,
)
from factx.components.claims.syntax import NOMINAL, REACH, Parse, Stretch, is_unit

# "For record $44 million", "a total of 70 days": the figure takes their place in the clause.
_STAND_FOR = TOTALS | {"record", "low", "high"}


class Measuring:
    """Finds what the measures of one doc are stated of.

    Arguments:
        parse: the doc's tokens, with look-ups.
    """

    def __init__(self, parse: Parse) -> None:
        self.parse = parse

    def place_of(self, root: Token) -> Token:
        """Return the word that a figure stands for in its clause: of "an average of 70 days" the average."""
        if root.dep_ == "nummod" and root.head.lower_ in _STAND_FOR and root.head.i < root.i:
            return root.head
        preposition = root.head
        if root.dep_ == "pobj" and preposition.lower_ == "of" and preposition.head.lower_ in TOTALS:
            return preposition.head
        return root

    def carrier(self, root: Token, last: int) -> Stretch | None:
        """Return the noun behind other measures that a measure modifies: "a five-year, 1.8 billion-mile journey"."""
        noun = root.head
        for _ in range(2):
            if noun.i > root.i and is_unit(noun):
                noun = noun.head
        if root.dep_ not in ("nummod", "compound", "amod", "nmod") or noun.pos_ != "NOUN" or not last <= noun.i < last + REACH:
            return None
        return None if is_unit(noun) else self.parse.phrase(noun)

    def worth(self, root: Token) -> Stretch | None:
        """Return what is worth a sum: "a grant worth up to $8 million"."""
        worth = root.head if root.head.lower_ == "worth" else root.head.head
        if worth.lower_ != "worth" or worth.i > root.i:
            return None
        noun = worth.head if worth.head.pos_ in NOMINAL and worth.head.i < worth.i else None
        if noun is None:
            noun = next((child for child in worth.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
        if noun is None and worth.head.pos_ in ("AUX", "VERB"):
            noun = self.parse.subject(worth.head)
        return self.parse.phrase(noun) if noun is not None and noun.pos_ in NOMINAL else None

    def noun_before(self, root: Token, kind: str | None = None) -> Stretch | None:
        """Return the noun that a figure behind it tells the size of: "a fine of $3 billion", "winds of 155mph"."""
        anchor = self.parse.anchor(root)
        if anchor is not root and anchor.head.pos_ in NOMINAL and anchor.head.i < anchor.i:
            return self.parse.phrase(anchor.head)
        if root.dep_ == "appos" and root.head.pos_ == "NOUN" and root.head.i < root.i and not is_unit(root.head):
            return self.parse.phrase(root.head)
        if root.dep_ not in ("pobj", "pcomp", "nummod", "npadvmod", "nmod"):
            return None
        preposition = root.head
        if preposition.pos_ not in ("ADP", "SCONJ") or preposition.i > root.i:
            return None
        noun = preposition.head
        if kind == "duration" and preposition.lower_ != "of":
            return None  # "in four years" measures no noun before it
        if noun.lower_ in TOTALS and preposition.lower_ == "of":
            return None  # "a total of $7 million"
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN" and noun.i - noun.head.head.i == 2:
            return self.parse.phrase(noun.head.head)[0], noun.i + 1  # "a margin of error of 2.8 points"
        if noun.pos_ == "NOUN" and noun.i < root.i and root.i - noun.i <= REACH and not is_unit(noun):
            return self.parse.phrase(noun)
        return None

    def _is_direct(self, root: Token, verb: Token) -> bool:
        """Tell whether nothing but units, numbers and prepositions stands between a figure and its verb."""
        climbed = self.parse.anchor(root)
        for _ in range(5):
            if climbed == verb:
                return True
            if climbed != root and climbed.pos_ in NOMINAL and not is_unit(climbed) and climbed.dep_ not in ("attr", "npadvmod"):
                return False
            if climbed.pos_ == "VERB" or climbed.head == climbed:
                return False
            climbed = climbed.head
        return climbed == verb

    def traded(self, root: Token, verb: Token | None) -> Stretch | None:
        """Return what a sum was paid for: "paid $400 for the flights", "bought a boat for $400"."""
        if verb is None or verb.i > root.i:
            return None
        lemma = self.parse.lemma(verb)
        if lemma in TRADE_VERBS and root.head.lower_ in ("for", "at") and root.head.head in (verb, *verb.rights):
            bought = next((child for child in verb.rights if child.dep_ == "dobj" and child.i < root.i), None)
            if bought is not None and bought.pos_ in NOMINAL and bought.ent_type_ != "PERSON" and not is_unit(bought):
                return self.parse.phrase(bought)
        if lemma in PAY_VERBS and root.dep_ == "dobj" and root.head == verb:
            for child in (*verb.rights, *root.rights):
                if child.dep_ == "prep" and child.lower_ in ("for", "on") and child.i > root.i:
                    for noun in child.rights:
                        if noun.dep_ == "pobj" and noun.pos_ == "NOUN" and noun.ent_type_ not in ("DATE", "TIME"):
                            return self.parse.phrase(noun)
        return None

    def measured(self, root: Token, verb: Token | None, kind: str | None = None) -> Stretch | None:
        """Return the subject whose size a figure states: "shares rose 5%", "the aircraft is 72.7 metres long"."""
        if verb is None:
            return None
        if kind == "duration" and root.head.pos_ == "ADP":
            return None
        lemma = self.parse.lemma(verb)
        if root.head.lower_ in ("by", "to", "from", "at") and (
            lemma in CHANGE_VERBS or lemma in ("keep", "bring", "hold", "set", "put", "estimate")
        ):
            for child in verb.rights:
                if child.dep_ == "dobj" and child.pos_ == "NOUN" and child.i < root.i:
                    return self.parse.phrase(child)
        if lemma not in MEASURE_VERBS or not self._is_direct(root, verb):
            return None
        if kind == "duration" and (lemma not in LASTING or root.dep_ not in ("attr", "dobj", "npadvmod") or root.head != verb):
            return None
        if kind == "money" and lemma in ("make", "take", "run", "start", "contain"):
            return None  # who earns it
        points = kind == "money" and lemma in TREND_POINTS
        if lemma in TREND_TRANSITIVE and root.dep_ == "dobj" and kind != "percent" and not points:
            return None  # who raised $3 million is not what the sum measures
        falls = lemma in TREND_UP or lemma in TREND_DOWN
        if falls and root.head.lower_ in ("at", "in", "on"):
            return None  # what crashed at 190mph
        subject = self.parse.subject(verb)
        if subject is None or subject.pos_ not in NOMINAL or (subject.pos_ == "PROPN" and subject.ent_type_ == "PERSON"):
            return None
        if lemma in ("value", "price", "estimate", "sell") and verb.tag_ != "VBN" and any(c.dep_ == "dobj" for c in verb.rights):
            return None
        if subject == root or (subject.i >= root.i and verb.pos_ != "AUX"):
            return None
        return self.parse.phrase(subject)
