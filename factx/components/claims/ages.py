"""Ages that no unit tells: "Ann Example, 66, said", "she will be 35", "I was nineteen", "people over 60"."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.parties import Parties
from factx.components.claims.patterns import PEOPLE
from factx.components.claims.syntax import Parse

_THEN = re.compile(r" (?:by|in|on|when|and|at|but|this|next|now|then|years?|who|as)\b")
_AGE_ENDS = re.compile(r"[,.);:]|$| (?:by|in|on|when|and|at|but|for|while|with|as|[a-z]+ing)\b")
_MARK = re.compile(r"[,.);:]|$")
_DESCRIBED = re.compile(r", (?:who|whose|an?|the|from|of|was|is|has|had|and|one|his|her)\b|,? ?\(|\)|, [A-Za-z]+(?:ed|ing|s)\b")
# What is stated as a number of years: "the average age was 31", "life expectancy is around 73".
_AGES_OF = frozenset("age expectancy lifespan".split())
# A surname alone that spaCy takes for a town's: "Larsen, 66, has sold the shop"; towns are given with two commas by nobody.
_WHO_DOES = re.compile(r", (?:who|whose|has|had|said|says|was|is|will|did|does|used|became|told)\b")
_BOUNDS = ("over", "under", "above", "below")
_OLDEST = 115
_GROUPS = frozenset("blacks whites hispanics latinos asians americans britons females males".split())
_OLDER = frozenset({"and older", "or older", "and younger", "or younger"})
# "He died at 91": what people do at an age; below it, the number is likelier a clock's.
_AT_AGE = frozenset("died dies dead retired married".split())
_YOUNGEST = 13


class Ages:
    """Tells the ages of one doc from its other numbers.

    Arguments:
        doc: the doc.
        text: the view of its text.
        parse: its tokens, with look-ups.
        parties: who is a person in it.
    """

    def __init__(self, doc: Doc, text: str, parse: Parse, parties: Parties) -> None:
        self.doc, self.text, self.parse, self.parties = doc, text, parse, parties

    def aged(self, found: Expression, first: int, root: Token) -> tuple[Expression, Token | None]:
        """Make a bare number that stands like an age one.

        Arguments:
            found: the expression.
            first: its first token.
            root: its head.

        Returns:
            The expression, with unit where it is an age, and the person whose age it is, if it names one.
        """
        if found.kind is None and found.ends is not None and self.are_people(found):
            return _year(found), None
        if found.kind is not None or found.ends is not None or not 1 <= (found.value or 0) <= _OLDEST or not first:
            return found, None
        if found.numeral.kind == "words":
            return self._predicated(found, root)
        if not found.numeral.plain:
            return found, None
        if found.modified is not None and found.modified.phrase in _OLDER:
            return _year(found), None
        before = self.doc[first - 1]
        if (
            before.lower_ == "at"
            and first > 1
            and self.doc[first - 2].lower_ in _AT_AGE
            and _MARK.match(self.text, found.core[1])
        ):
            return (_year(found) if (found.value or 0) >= _YOUNGEST else found), None
        if (
            before.text in (",", "(")
            and first > 1
            and _MARK.match(self.text, found.core[1])
            and (
                self.parties.is_person(self.doc[first - 2])
                or self._is_kin(self.doc[first - 2])
                or (self.doc[first - 2].pos_ == "PROPN" and _DESCRIBED.match(self.text, found.core[1]) and self._lonely(first))
            )
        ):
            return _year(found), self.doc[first - 2]
        if found.modified is not None and found.modified.phrase in _BOUNDS:
            noun = self.doc[max(0, self.parse.token_at(found.modified.start) - 1)]
            if noun.lower_ in PEOPLE and self._is_closed(found):
                return _year(found), None
        return self._predicated(found, root)

    def are_people(self, found: Expression) -> bool:
        """Tell the ages of people from other ranges: "men between 18 and 35 voted", "voters 30 to 44"."""
        noun = self.doc[max(0, self.parse.token_at(found.start) - 1)]
        between = self.text[found.start : found.core[0]].lower().startswith("between")
        years = between or (found.start == found.core[0] and _YOUNGEST <= (found.low or 0.0) < (found.high or 0.0))
        return years and noun.lower_ in PEOPLE | _GROUPS and 0 < (found.high or 0.0) <= _OLDEST and self._is_closed(found)

    def _is_closed(self, found: Expression) -> bool:
        """Nothing follows that the number could count: "people over 60 slept less"."""
        following = self.parse.token_at(found.core[1] - 1) + 1
        if following >= len(self.doc) or self.text[found.core[1] : found.core[1] + 1] in "-%/":
            return True
        if self.doc[following].tag_ == "NN" and (found.value or 0) > 1:
            return True  # "women under 30 support": a number above one counts no singular
        return self.doc[following].pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM")

    def _is_kin(self, noun: Token) -> bool:
        """Tell whether somebody owns a noun that is a subject: "her coach, 71, swam"."""
        owned = any(child.tag_ == "PRP$" and child.lower_ not in ("its", "their") for child in noun.lefts)
        return noun.tag_ == "NN" and noun.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "appos") and owned

    def _lonely(self, first: int) -> bool:
        """A name, then a number between commas: a person's age, unless the name is a place's or a month's."""
        name = self.doc[first - 2]
        if (
            name.ent_type_ in ("GPE", "LOC")
            and name.dep_ in ("nsubj", "nsubjpass")
            and (first < 4 or self.doc[first - 3].is_punct)
        ):
            return _WHO_DOES.match(self.text, self.doc[first].idx + len(self.doc[first])) is not None
        return name.ent_type_ not in ("GPE", "LOC", "DATE", "FAC")

    def _predicated(self, found: Expression, root: Token) -> tuple[Expression, Token | None]:
        stated = self._stated_age(root)
        if stated is not None and _AGE_ENDS.match(self.text, found.core[1]):
            return _year(found), None
        alone = _MARK.match(self.text, found.core[1]) or _THEN.match(self.text, found.core[1])
        if not alone or root.dep_ not in ("attr", "acomp") or self.parse.lemma(root.head) != "be":
            return found, None
        subject = self.parse.subject(root.head)
        bounded = found.modified is not None and found.modified.phrase in _BOUNDS
        if subject is not None and bounded and subject.lower_ in ("one", "nobody", "they", "we", *PEOPLE):
            return _year(found), None
        human = any(child.lower_ == "who" for child in root.head.lefts)
        if subject is not None and (human or subject.lower_ in ("he", "she", "i") or self.parties.is_person(subject)):
            return _year(found), subject
        return found, None

    def _stated_age(self, root: Token) -> Token | None:
        """Return the noun of "the average age was 31" when the number is what the verb states of it."""
        verb = root.head.head if root.dep_ == "pobj" and root.head.head.pos_ in ("AUX", "VERB") else root.head
        if root.dep_ not in ("attr", "acomp", "pobj") or self.parse.lemma(verb) != "be":
            return None
        subject = self.parse.subject(verb)
        return subject if subject is not None and subject.lower_ in _AGES_OF else None


def _year(found: Expression) -> Expression:
    return replace(found, code="year", kind="age")
