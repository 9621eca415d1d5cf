"""What the clause of a figure says about it: whether it went up or down, is negated, or held to be uncertain."""

from __future__ import annotations

import re
from itertools import islice

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.patterns import (
    HEDGE_ADVERBS,
    HEDGE_AUX,
    HEDGE_VERBS,
    PARTICLE_VERBS,
    PREPOSITIONAL,
    TREND_DOWN,
    TREND_NOUNS,
    TREND_PARTICLES,
    TREND_POINTS,
    TREND_TRANSITIVE,
    TREND_UP,
)
from factx.components.claims.syntax import CLIMB, Parse
from factx.components.found import FoundClaim, source_text
from factx.records import Trend

_LATER = re.compile(r",? (?:\(|which is |that is )?(?P<way>up|down) from\b", re.IGNORECASE)
# "20 percent more than a year ago": a comparison in time is a change.
_THAN_BEFORE = re.compile(
    r" (?P<way>more|higher|less|fewer|lower)(?: [a-z]+){0,3} than (?:(?:in )?(?:a|the|last|its|their|[a-z]+ did|[a-z]+ had) "
    r"(?:[a-z]+ ){0,3})?(?:years?|months?|weeks?|quarter|season|decades?|before|ago|election|\d{4})\b",
    re.IGNORECASE,
)
_OR = re.compile(r",? \(?or(?: about| nearly| almost| roughly)? $")  # "fell 24 points, or 0.1 percent"
_LISTED = re.compile(r"[;,] (?:and )?[A-Z][\w'.& ]{1,30} by $")  # "up at three: Acme by 4%; Zed by 5%"
# Before "likely" they make it a degree.
_COMPARING = frozenset("as more less times equally so how too all".split())
# Of money, a loss or a gain is no change.
_CHANGES_OF_MONEY = frozenset("increase decrease rise drop decline jump fall".split())
_GAP = 14  # tokens back to the clause whose verb a gapped one shares
_PERCENT_LIKE = frozenset({"percent", "money"})


class Clause:
    """Reads the clauses of one doc.

    Arguments:
        parse: its tokens, with look-ups.
    """

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.doc: Doc = parse.doc

    def describes(self, root: Token, found: Expression) -> bool:
        """Tell a measure that only describes a thing from one that the clause states: "the 61-meter wall may have moved"."""
        return (
            found.kind not in (None, "percent", "money")
            and root.head.pos_ in ("NOUN", "PROPN")
            and root.dep_ in ("compound", "nummod", "amod", "nmod", "quantmod")
            and root.i < root.head.i
        )

    def trend(
        self, root: Token, verb: Token | None, found: Expression, first: int, last: int, end: int, earlier: FoundClaim | None
    ) -> Trend | None:
        """Tell whether the text says that a figure, or what it measures, went up or down.

        Arguments:
            root: its head.
            verb: its governing verb.
            found: the figure.
            first: its first token.
            last: the token behind it.
            end: where its whole expression ends.
            earlier: the figure before it.
        """
        if found.plus:
            return "up"
        if earlier is not None and earlier.trend is not None and self._goes_on(earlier, found, root):
            return earlier.trend
        if found.numeral.trend:
            return "up" if found.numeral.trend == "up" else "down"
        before = self.doc[first - 1].lower_ if first else ""
        if before == "from" or (before == "the" and first > 1 and self.doc[first - 2].lower_ == "from"):
            return None  # "up from 950": the earlier level
        if before == "to" and first > 1 and self._ends_figure(self.doc[first - 2]):
            return None  # "rose by 4 points to 60": a level that is reached; only the step has a direction
        if (later := _LATER.match(source_text(self.doc), end)) is not None:
            return "up" if later["way"].lower() == "up" else "down"
        if (than := _THAN_BEFORE.match(source_text(self.doc), found.core[1])) is not None:
            return "up" if than["way"].lower() in ("more", "higher") else "down"
        if before == "off" and first > 1 and self.parse.lemma(self.doc[first - 2]) == "be" and found.kind in _PERCENT_LIKE:
            return "down"  # "revenues are off 4 percent"
        if (
            before == "of"
            and found.kind in _PERCENT_LIKE
            and (noun := self._change_noun(root, money=found.kind == "money")) is not None
        ):
            return noun
        if before == "by" and first > 1:  # "revised upward by 4%", "a decrease by 1"
            word = self.doc[first - 2].lower_
            if (way := TREND_PARTICLES.get(word) or TREND_NOUNS.get(word)) and word not in ("up", "down"):
                return "up" if way == "up" else "down"
            if self.doc[first - 2].pos_ == "VERB" and (lemma := self.parse.lemma(self.doc[first - 2])) in TREND_UP | TREND_DOWN:
                return "up" if lemma in TREND_UP else "down"
        if before in ("by", "from", "about", "another", "a", "the", "of") and first > 1:
            before = self.doc[first - 2].lower_ if before in ("by", "from", "about", "another", "a") else ""
        carrying = self.doc[first - 2] if first > 1 else None
        if before in ("up", "down") and not (
            carrying is not None and carrying.pos_ == "VERB" and self.parse.lemma(carrying) not in PARTICLE_VERBS
        ):  # "sign up 40 people" says nothing of a direction
            return "up" if before == "up" else "down"
        after = self.doc[last].lower_ if last < len(self.doc) else ""
        if after in TREND_PARTICLES and found.kind in _PERCENT_LIKE and after not in ("up", "down"):
            return "up" if TREND_PARTICLES[after] == "up" else "down"
        if after == "of" and verb is not None and self.parse.lemma(verb) in TREND_TRANSITIVE and root.dep_ == "dobj":
            return None  # "gained 16 per cent of the vote" is a share, no growth
        way = self._verb_trend(root, verb, found)
        if way is None and first and self.doc[first - 1].lower_ == "by":
            way = self._gapped(first - 1)
        return way

    def _goes_on(self, earlier: FoundClaim, found: Expression, root: Token) -> bool:
        """Tell a figure that says the change before it again, or adds to a list of such: "fell 4% at Acme, 2% at Zed"."""
        between = source_text(self.doc)[earlier.end : found.start]
        if _OR.fullmatch(between):
            return True
        same = earlier.unit is not None and earlier.unit.kind == found.kind and found.kind in _PERCENT_LIKE
        if same and _LISTED.fullmatch(between):
            return True
        return same and root.dep_ == "conj" and earlier.start <= root.head.idx < earlier.end and " to " not in between

    def _change_noun(self, root: Token, *, money: bool) -> Trend | None:
        """Return the direction of "a decline in turnout of 40 percent"."""
        root = self.parse.anchor(root)
        noun = root.head.head if root.head.lower_ == "of" else None
        if noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lower_ in TREND_NOUNS:
            noun = noun.head.head  # where the parse takes the turnout for what is of 40 percent
        if noun is None or noun.pos_ != "NOUN" or noun.i > root.i or (money and noun.lower_ not in _CHANGES_OF_MONEY):
            return None
        way = TREND_NOUNS.get(noun.lower_)
        return None if way is None else "up" if way == "up" else "down"

    def _ends_figure(self, token: Token) -> bool:
        return token.like_num or token.text == "%" or token.lower_ in ("percent", "cent", "points", "point", "pc")

    def _gapped(self, by: int) -> Trend | None:
        """Return the direction that an earlier figure of the sentence got: "sales rose by 4%, profits by 6%"."""
        doc = self.doc
        low = max(doc[by].sent.start if doc.has_annotation("SENT_START") else 0, by - _GAP)
        if not any(doc[i].lower_ in (",", "and", "but", ";", ":") for i in range(max(low, by - 6), by)):
            return None
        for i in range(by - 1, low - 1, -1):
            if doc[i].lower_ in ("up", "down"):
                return "up" if doc[i].lower_ == "up" else "down"
            if doc[i].pos_ == "VERB" and not doc[i].is_title:
                lemma = self.parse.lemma(doc[i])
                return "up" if lemma in TREND_UP else "down" if lemma in TREND_DOWN else None
        return None

    def _verb_trend(self, root: Token, verb: Token | None, found: Expression) -> Trend | None:
        root = self.parse.anchor(root)
        if root.dep_ == "nummod" and root.head.dep_ == "npadvmod" and root.head.head == verb:
            root = root.head  # "18 per cent year on year"
        direct = root.head == verb or root == verb or (root.head.pos_ in ("ADP", "SCONJ", "PART") and root.head.head == verb)
        preposition = root.head.lower_ if root.head.pos_ in ("ADP", "SCONJ") else ""
        noun = (
            root.head.lower_
            if root.head.pos_ == "NOUN" and root.dep_ in ("nummod", "compound", "amod", "nmod", "quantmod")
            else ""
        )
        if found.kind == "percent" and noun in TREND_NOUNS and root.i < root.head.i:
            return "up" if TREND_NOUNS[noun] == "up" else "down"
        if preposition in PREPOSITIONAL:
            if found.kind not in _PERCENT_LIKE and found.kind is not None:
                return None  # "fell above 26°C" is where, not how far
            preposition = ""  # "rose under 4%"
        if verb is None or not direct or preposition not in ("", "by", "between"):
            return None  # "rose to 365": a level that is reached; only the step has a direction
        lemma = self.parse.lemma(verb)
        if lemma not in TREND_UP and lemma not in TREND_DOWN:
            return None
        if found.kind in ("duration", "age"):
            return None
        if lemma == "lose" and not preposition and any(c.dep_ == "dobj" and c not in (root, root.head) for c in verb.rights):
            return None  # "lost the state 36 percent to 51"
        if (
            preposition == ""
            and lemma in TREND_TRANSITIVE
            and found.kind != "percent"
            and not (found.kind == "money" and lemma in TREND_POINTS)
        ):
            return None
        return "up" if lemma in TREND_UP else "down"

    def is_negated(self, verb: Token | None, root: Token, found: Expression) -> bool:
        """Tell whether the clause's verb is negated, and the figure with it: no adjunct of time before it is."""
        if found.value == 1 and root.i and self.doc[root.i - 1].lower_ == "not" and root.like_num:
            return True  # "not one airport"
        if verb is None or self.describes(root, found):
            return False
        if found.kind == "duration" and root.i < verb.i and (root.dep_ == "npadvmod" or root.head.pos_ == "ADP"):
            return False
        children = islice(verb.children, CLIMB)
        return any(child.dep_ == "neg" or child.lower_ == "never" for child in children)

    def _is_hedge(self, token: Token) -> bool:
        """Tell an adverb that hedges from one that compares: "as likely", "more likely"."""
        if token.lower_ not in HEDGE_ADVERBS:
            return False
        return token.i == 0 or self.doc[token.i - 1].lower_ not in _COMPARING

    def _is_expected(self, verb: Token) -> bool:
        """Tell a passive that holds what its subject does to be uncertain: "9,000 people are expected to attend"."""
        if self.parse.lemma(verb) not in HEDGE_VERBS or verb.tag_ != "VBN":
            return False
        return any(c.dep_ == "auxpass" for c in verb.lefts) and any(c.dep_ == "xcomp" for c in verb.rights)

    def is_hedged(self, verb: Token | None) -> bool:
        """Tell whether the clause holds its verb to be uncertain: "may have", "reportedly", "is believed to have"."""
        if verb is not None and self._is_expected(verb):
            return True
        for _ in range(3):
            if verb is None:
                return False
            children = list(verb.lefts)[:12]
            if any(child.dep_ == "neg" for child in children):  # "could not be found" is sure
                children = [child for child in children if child.lower_ != "could"]
            if any(
                (child.dep_ in ("aux", "auxpass") and child.lower_ in HEDGE_AUX) or self._is_hedge(child) for child in children
            ) or any(self._is_hedge(child) for child in list(verb.rights)[:6]):
                return True
            if verb.dep_ not in ("xcomp", "ccomp") or verb.head == verb:
                return False
            verb = verb.head
            passive = verb.pos_ == "VERB" and any(child.dep_ == "auxpass" for child in verb.lefts)
            if passive and self.parse.lemma(verb) in HEDGE_VERBS:
                return True
            if not passive and not (verb.tag_.startswith("VB") and self.parse.lemma(verb) in ("appear", "seem")):
                return False
            if not passive:
                return True
        return False
