"""What the clause of a measure states it of, where the plain readings find nothing, and what odd parses give away.

In the order of trust: the noun that the figure hangs on, the object whose measure changes, the subject of a clause that states a
measure. Who does something with a sum is not what has it.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.nearby import TIMES, Nearby, is_measure
from factx.components.claims.patterns import (
    CHANGE_VERBS,
    MEASURE_VERBS,
    TOTALS,
    TRADE_VERBS,
    TREND_DOWN,
    TREND_PARTICLES,
    TREND_TRANSITIVE,
    TREND_UP,
)
from factx.components.claims.syntax import NOMINAL, Parse, Stretch

_CLIMB = 8
_MARKS = frozenset("and but while whereas".split())
_RELATIVES = frozenset("that which who".split())
_MODIFYING = frozenset("of at from to between over under above below with for around near".split())
_BOUNDING = frozenset("over under above below".split())
_CHANGING = frozenset("by to from at between over under above below".split())
# Beside those of going up and down, verbs that push a thing from one level to another.
_PUSHING = CHANGE_VERBS | frozenset(
    "pull push send drag mark set keep bring hold put estimate value price peg leave knock nudge".split()
)
# Of what goes up and down, what somebody does to a thing.
_TAKEN = frozenset("add gain raise lift boost cut lose shed slash lower reduce trim hike improve extend".split())
# Beside MEASURE_VERBS: those of slow movement along a scale.
_MOVING = frozenset("creep crawl bounce bob steady stabilise stabilize clock sag flag spring firm soften hold".split())
# Beside them a bare number is a price or a level.
_QUOTED = frozenset("trade close open end finish hover settle".split())
# What a machine, a battery or a plant does with its power, its charge, its data.
_OUTPUT = frozenset(
    "produce develop deliver generate make have offer feature boast pack give put churn run draw use consume".split()
)
# What a fund, a bond or an account does with its rate.
_BEARING = frozenset("charge yield pay earn carry bear return".split())
_OUTPUT_KINDS = frozenset({"power", "electric", "data", "frequency", "pressure", "energy", "force", "other"})


class Measured:
    """Finds what the clauses of one doc state their measures of.

    Arguments:
        doc: the doc.
        parse: its tokens, with look-ups.
        nearby: the nouns beside its figures.
    """

    def __init__(self, doc: Doc, parse: Parse, nearby: Nearby) -> None:
        self.doc, self.parse, self.nearby = doc, parse, nearby

    def stated(self, found: Expression, root: Token) -> Stretch | None:
        """Return what the parse hangs a figure on: a noun, the object whose measure changes, the subject of a measuring verb."""
        head, by, directed = self._hangs_on(root)
        if head is None or (found.kind is None and head.pos_ in NOMINAL):
            return None
        if head.pos_ in NOMINAL:
            return self._modified(found, head, by, root)
        if head.tag_ == "VBN" and head.dep_ == "acomp" and head.head.pos_ == "AUX":
            return self._subject(head.head, found)  # "is 40 percent-owned"
        if head.i > root.i:
            return None
        return self._of_clause(found, head, by, directed, root)

    def _hangs_on(self, root: Token) -> tuple[Token | None, str, bool]:
        """Return the noun or verb that a figure hangs on, by which preposition, and whether a word of direction is between."""
        token, by, directed = root, "", False
        for _ in range(_CLIMB):
            head = token.head
            if head == token:
                return None, by, directed
            if head.pos_ in ("VERB", "AUX") and head.dep_ not in ("aux", "auxpass"):
                if head.dep_ == "acl" and head.head.ent_type_ in TIMES:  # "for the year ended June to $2 billion"
                    token = head.head.head if head.head.head.pos_ == "ADP" else head.head
                    continue
                if head.dep_ == "amod" and head.head.pos_ in NOMINAL:
                    head = head.head  # "40% boiling acid"
                return head, by, directed
            if head.lower_ in TREND_PARTICLES:
                directed = directed or token is root
                by = by if token is root else ""
            elif head.lower_ in TOTALS:
                by = ""
            elif head.pos_ in NOMINAL and not is_measure(head):
                return (None if token.dep_ == "conj" else head), by, directed
            elif head.pos_ in ("ADP", "SCONJ"):
                by = by or head.lower_
            token = head
        return None, by, directed

    def _modified(self, found: Expression, noun: Token, by: str, root: Token) -> Stretch | None:
        if not self.nearby.is_thing(noun) or abs(root.i - noun.i) > 7:
            return None
        if noun.i > root.i:
            return self._carrier(noun, root) if not by else None
        if found.kind == "duration":
            near = by in ("of", "for") and noun.i + 1 < len(self.doc) and self.doc[noun.i + 1].lower_ == by
            return self.parse.phrase(noun) if near and noun.pos_ == "NOUN" else None
        if by and (by not in _MODIFYING or (by in _BOUNDING and found.per is not None)):
            return None  # "made no difference below four cups a day"
        if noun.ent_type_ == "PERSON" and (found.kind == "money" or not by):
            return None  # "her lead over Berg, 46 percent to 44"
        if not by and not self._is_beside(found, noun, root):
            return None
        return self.parse.phrase(noun)

    def _is_beside(self, found: Expression, noun: Token, root: Token) -> bool:
        """Tell a figure in apposition from one that only follows: "paid clerks $15 an hour", "a tie -- 44%"."""
        between = [self.doc[i].text for i in range(noun.i + 1, root.i)]
        if any(mark in between for mark in ("-", "--", "–", "—")):
            return False
        if found.kind in ("money", "percent"):
            return noun.pos_ == "NOUN" and any(mark in between for mark in (",", "(", ":"))
        return True

    def _carrier(self, noun: Token, root: Token) -> Stretch | None:
        """Return the noun behind a figure and other measures of it: "40% nitric acid", "a 300 hp two-litre diesel engine"."""
        first = root.i + 1
        while first < noun.i and (self.doc[first].like_num or is_measure(self.doc[first]) or self.doc[first].text in ("-", ",")):
            first += 1
        inner = (self.doc[i] for i in range(first, noun.i))
        plain = all(t.pos_ in ("ADJ", "NOUN", "PROPN") or t.tag_ in ("VBG", "VBN") for t in inner)
        return (first, noun.i + 1) if plain and noun.i - first < 4 else None

    def _of_clause(self, found: Expression, verb: Token, by: str, directed: bool, root: Token) -> Stretch | None:
        lemma = self.parse.lemma(verb)
        held = next(
            (c for c in verb.rights if c.dep_ in ("dobj", "nsubj") and c.i < root.i and self.nearby.is_thing(c)),
            None,
        )
        if held is not None:
            changes = directed or (by in _CHANGING and by not in ("over", "under") and lemma in _PUSHING)
            if changes and found.kind != "duration":
                return self.parse.phrase(held)
            if found.kind == "money" and by == "for" and held.pos_ == "PROPN" and held.ent_type_ != "PERSON":
                return self.parse.phrase(held)  # "has the Brightline for $30"
            return None
        if found.kind == "duration":
            return None
        passive = verb.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in verb.lefts)
        if passive and by == "by" and found.kind == "percent":
            return self._subject(verb, found)
        if passive and by in ("for", "at") and lemma in TRADE_VERBS | _PUSHING and found.kind == "money":
            return self._subject(verb, found)
        if found.kind == "speed" and by in ("", "at", "of") and lemma not in TREND_TRANSITIVE:
            return self._subject(verb, found)
        if by == "" and lemma in _OUTPUT and found.kind in _OUTPUT_KINDS and root.dep_ in ("dobj", "attr", "appos", "conj"):
            return self._subject(verb, found)
        if by == "" and lemma in _BEARING and found.kind == "percent" and root.dep_ == "dobj":
            return self._subject(verb, found)
        if lemma == "extend" and found.kind == "length":
            return self._subject(verb, found)
        if found.kind is None and (lemma not in _QUOTED or by not in ("at", "to")):
            return None
        states = lemma in MEASURE_VERBS or lemma in _MOVING or lemma == "be"
        if not states or (by and by not in _CHANGING):
            return None
        if lemma in ("make", "take", "run", "start", "contain", "come") and found.kind == "money":
            return None
        if lemma in TREND_TRANSITIVE and by == "" and not directed and found.kind != "percent":
            return None
        if (
            (lemma in TREND_UP or lemma in TREND_DOWN)
            and by in ("at", "over", "under")
            and found.kind not in ("percent", "money")
        ):
            return None
        return self._subject(verb, found)

    def _subject(self, verb: Token, found: Expression) -> Stretch | None:
        """Return the subject of a clause; where the parse has none, the noun that stands in its place."""
        own = self.clause_subject(verb)
        if own is not None:
            return own
        relative = self._relative(verb)
        if relative is not None and verb.head.pos_ not in NOMINAL:
            return self._in_place(verb, relative)
        subject = self.parse.subject(verb)
        for _ in range(3):  # "have been unsteady, up 5% after falling 9%"
            if subject is not None or verb.dep_ not in ("pcomp", "advcl", "ccomp", "xcomp") or verb.head == verb:
                break
            if verb.dep_ == "ccomp" and verb.tag_ != "VBG":
                break
            climbed = verb.head
            while climbed.pos_ in ("ADP", "ADV", "SCONJ", "ADJ") and climbed.head != climbed:
                climbed = climbed.head
            if climbed.pos_ not in ("VERB", "AUX"):
                break
            verb = climbed
            subject = self.parse.subject(verb)
        if subject is None or subject.lower_ in _RELATIVES or subject.pos_ == "PRON":
            return self._in_place(verb, subject)
        if subject.like_num and subject.i and self.doc[subject.i - 1].pos_ in NOMINAL:
            return self.nearby.name(subject.i)
        if self._is_person(subject) and not self._can_go(verb, found):
            return None
        defined = verb.lower_ in ("is", "are", "equals", "equal", "makes", "make")
        if is_measure(subject) and (defined or any(child.pos_ == "NUM" for child in subject.lefts)):
            return None  # "three pints are 3/8 of a gallon", "a furlong is 1/8 of a mile"
        if subject.pos_ == "VERB" and subject.tag_ == "VBG":
            return subject.i, subject.i + 1
        if subject.pos_ not in NOMINAL or subject.ent_type_ in TIMES or subject.i > verb.i:
            return None
        return self.parse.phrase(subject)

    def _is_person(self, noun: Token) -> bool:
        """Tell a person's name, and a description with one: "the champion Aldo Ricci", "its founder, Zoe Lang"."""
        if noun.ent_type_ == "PERSON" and noun.pos_ == "PROPN":
            return True
        named = (child for child in noun.rights if child.dep_ == "appos")
        return any("PERSON" in (child.ent_type_, self.doc[child.left_edge.i].ent_type_) for child in named)

    def _can_go(self, verb: Token, found: Expression) -> bool:
        """Tell a verb that states a level, so that its subject is no person but what is named for one, or taken for one."""
        lemma = self.parse.lemma(verb)
        return found.kind == "percent" and (lemma == "be" or (lemma in TREND_UP | TREND_DOWN and lemma not in _TAKEN))

    def clause_subject(self, verb: Token | None) -> Stretch | None:
        """Return the subject that a parse gave away: "the mast was 9 m and the keel below it was 3 m"."""
        if (
            verb is None
            or verb.dep_ != "conj"
            or any(child.dep_.startswith(("nsubj", "csubj", "expl")) for child in verb.children)
        ):
            return None
        for index in range(verb.i - 1, max(verb.head.i, verb.i - 14), -1):
            if self.doc[index].lower_ not in _MARKS:
                continue
            index += 1
            while index < verb.i - 1 and (self.doc[index].pos_ in ("DET", "ADJ") or self.doc[index + 1].pos_ in NOMINAL):
                index += 1
            noun = self.doc[index]
            astray = noun.dep_ == "nsubj" or (noun.dep_ == "conj" and any(c.pos_ == "NUM" for c in noun.head.lefts))
            return self.nearby.thing(noun) if astray and index < verb.i else None
        return None

    def is_adrift(self, verb: Token | None) -> bool:
        """Tell a clause said of a word that names nothing, or of somebody whom the parse does not see.

        "They met one that was 3 metres long"; "Ruiz entered the race averaging 40 mph" (an average is of many).
        """
        if verb is None:
            return False
        if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.lower_ == "averaging":
            return verb.head.dep_ == "dobj" and not verb.head.tag_.endswith("S")
        pronoun = self._relative(verb)
        return pronoun is not None and pronoun.i > 0 and self.doc[pronoun.i - 1].lower_ in ("one", "ones", "those", "that")

    def of_thing(self, stretch: Stretch | None, verb: Token | None) -> Stretch | None:
        """Return the thing that "which" stands for where the parse takes a person: "the pay of the chief, Ann Lee, which"."""
        pronoun = self._relative(verb) if verb is not None else None
        if stretch is None or verb is None or pronoun is None or pronoun.lower_ != "which" or stretch[1] - 1 != verb.head.i:
            return stretch
        person = verb.head
        if not self._is_person(person):
            return stretch
        return self.nearby.thing(person.head.head) if person.head.pos_ == "ADP" else None

    def _relative(self, verb: Token) -> Token | None:
        """Return the relative pronoun that is a verb's subject."""
        return next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in _RELATIVES), None)

    def _in_place(self, verb: Token, pronoun: Token | None) -> Stretch | None:
        """Return the noun right before a verb without a subject, or before its relative pronoun."""
        if pronoun is not None and pronoun.lower_ not in _RELATIVES:
            return None
        index = (pronoun.i if pronoun is not None else verb.i) - 1
        while index > 0 and self.doc[index].pos_ in ("AUX", "ADV", "PART") and not self.doc[index].is_sent_start:
            index -= 1
        if index > 0 and self.doc[index].lower_ in _RELATIVES:
            index -= 1
        if pronoun is not None and index > 0 and self.doc[index].text == ",":
            index -= 1
        if index < 0 or verb.is_sent_start:
            return None
        token = self.doc[index]
        if token.is_upper and len(token) > 2 and token.is_alpha:  # "RRP", which taggers take for anything
            return index, index + 1
        return self.nearby.thing(token)
