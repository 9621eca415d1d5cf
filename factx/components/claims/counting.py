"""What a figure counts or measures, by the parse and by what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.measured import Measured
from factx.components.claims.measuring import Measuring
from factx.components.claims.nearby import Nearby
from factx.components.claims.onward import Onward
from factx.components.claims.patterns import DIMENSIONS, PREPOSITIONAL, RUNNING
from factx.components.claims.syntax import NOMINAL, Parse, Stretch
from factx.components.claims.unit_patterns import UNIT_NAMES
from factx.components.claims.units import per_after
from factx.components.found import FoundClaim, source_text

_PREPOSITION = re.compile(r" (?:for|in|to|against|from|on|by|with|at) ")
_PERIOD = re.compile(
    r"[ -](?:(?P<unit>year|month|week|quarter|day)[ -](?:on|over|after|to|by)[ -](?P=unit)|annually|yearly|overall|"
    r"(?:last|this|next|past|each|every|that) (?:year|month|week|quarter|season|day|night|summer|winter|spring|autumn))\b",
    re.IGNORECASE,
)
_PARALLEL = 60
_ARTICLE = re.compile(r"\ban? $", re.IGNORECASE)
# Words for how much; what they are of is counted.
_AMOUNTS = frozenset(
    "majority plurality minority number share half third quarter fifth proportion portion percentage rest".split()
)
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})


class Counting:
    """Tells what the figures of one doc count.

    Arguments:
        doc: the doc.
        text: the view of its text.
        parse: its tokens, with look-ups.
    """

    def __init__(self, doc: Doc, text: str, parse: Parse) -> None:
        self.doc, self.text, self.parse = doc, text, parse
        self.measuring = Measuring(parse)
        self.nearby = Nearby(doc, text, parse)
        self.onward = Onward(doc, text, parse, self.nearby)
        self.measured = Measured(doc, parse, self.nearby)
        self._last: FoundClaim | None = None
        self._worth: str | None = None  # of "30 earlier years worth of diaries" the diaries
        self._of_kind: dict[str, FoundClaim] = {}
        self._sentences = [token.i for token in doc if token.is_sent_start]

    @property
    def last(self) -> FoundClaim | None:
        """The figure read last."""
        return self._last

    @last.setter
    def last(self, claim: FoundClaim) -> None:
        self._last = claim
        if claim.unit is not None:
            self._of_kind[claim.unit.kind] = claim

    def counted(
        self, found: Expression, first: int, last: int, root: Token, verb: Token | None
    ) -> tuple[str | None, int, str | None]:
        """Return what is counted, where the whole expression ends, and the denominator."""
        self._worth = None
        per, end = found.per, max(found.end, found.core[1])
        index = last
        stretch: Stretch | None = None
        if not self._breaks(last - 1, last) and not self._is_age_alone(found):
            if index < len(self.doc) and self.doc[index].lower_ in DIMENSIONS and found.kind is not None:
                return self._sized(found, first, root, verb), end, per
            head = self._head_after(first, last)
            if self._is_as(found, index):
                return None, end, per
            stretch = self._multiplied(found, index) or self._whole_of(found, index)
            if stretch is not None and found.kind is None and self.nearby.is_of_unit(index, stretch):
                return None, end, per
            if stretch is None and found.kind is None:
                stretch = self._joined_by_hyphen(found, index)
            if stretch is None and self._takes_noun(found, index, head):
                stretch = self._shaped(found, self.parse.noun_after(index, head))
        elif found.kind not in (None, "age", "percent"):
            carried = self._after_bracket(last) or self.measuring.carrier(root, last)
            if carried is not None:
                return self._text(carried), end, per
        if stretch is not None and found.kind == "age" and self.doc[stretch[1] - 1].ent_type_ == "PERSON":
            stretch = None  # "68-year-old Ann Example": whose age it is, is told by ``about``
        if stretch is not None:
            worth = stretch[1] < len(self.doc) and self.doc[stretch[1]].lower_ == "worth"
            self._worth = self._text(self.parse.noun_of(stretch[1] + 1)) if worth else None
            last_token = self.doc[stretch[1] - 1]
            end = max(end, last_token.idx + len(last_token))
            if per is None and (rate := per_after(self.text, end, money=found.kind == "money", unit=False)):
                per, end = rate
            return self._text(stretch), end, per
        if self.last is not None and found.kind is None and found.ends is None and self._is_ellipsis(found):
            return self.last.counted, end, per
        if found.kind is None and found.value == 1 and found.numeral.kind == "words":
            return None, end, per
        if (shared := self._shared(found, root)) is not None:
            return shared, end, per
        if found.kind != "age" and (going_on := self._going_on(found, first, root)) is not None:
            return going_on, end, per
        place = self.measuring.place_of(root)
        if found.kind is not None and self.measured.is_adrift(verb):
            return None, end, per
        plain = self.nearby.whole(self.measured.of_thing(self._plainly(found, place, verb), verb))
        return self._text(plain or self._belonging(found, root)), end, per

    def _joined_by_hyphen(self, found: Expression, index: int) -> Stretch | None:
        """Return the part that a compound counts: of "six-cylinder engines" the cylinder, not the engines."""
        doc = self.doc
        while index < len(doc) and doc[index].text == "-":
            index += 1
        if self.text[found.core[1] : found.core[1] + 1] != "-" or index + 1 >= len(doc):
            return None
        part, behind = doc[index], doc[index + 1]
        attributive = part.tag_ == "NN" and part.text.islower() and behind.pos_ in NOMINAL
        return (index, index + 1) if attributive and part.idx <= found.core[1] + 1 else None

    def _shaped(self, found: Expression, stretch: Stretch | None) -> Stretch | None:
        """Take in the noun that two names share ("12 Kia and Hyundai cars"); leave out what a hyphen joins ("-strong")."""
        if stretch is None:
            return None
        doc, (first, end) = self.doc, stretch
        if end - first > 1 and doc[first].lower_ == "strong" and self.text[doc[first].idx - 1] == "-":
            return first + 1, end
        if doc[end - 1].tag_ == "NNP" and end + 2 < len(doc) and doc[end].tag_ == "CC" and doc[end + 1].tag_ == "NNP":
            last = end + 1
            while last + 1 < len(doc) and doc[last].tag_ == "NNP":
                last += 1
            if doc[last].tag_ == "NNS":
                return first, last + 1
        return stretch

    def _sized(self, found: Expression, first: int, root: Token, verb: Token | None) -> str | None:
        """Return what is as long or wide as a figure says."""
        if self.measured.is_adrift(verb):
            return None
        plain = self.measuring.measured(root, verb, found.kind) or self._modified_noun(root)
        if plain is not None:
            return self._text(plain)
        if (going_on := self._going_on(found, first, root)) is not None:
            return going_on
        return self._text(self._belonging(found, root))

    def _going_on(self, found: Expression, first: int, root: Token) -> str | None:
        """Return what a measure is of by what stands before it: the figure that it goes on from, a gap, a list, a bracket."""
        if found.kind is None:
            return self.onward.continued(found, self.last, root)
        if shared := self.onward.continued(found, self.last, root) or self.onward.item(
            found, self._of_kind.get(found.kind), self.last
        ):
            return shared
        sentence = self._sentences[max(0, bisect_right(self._sentences, first) - 1)] if self._sentences else 0
        onward, nearby = self.onward, self.nearby
        return self._text(
            onward.listed(found, sentence)
            or nearby.directed(found)
            or onward.gapped(found, self.last)
            or nearby.behind(found)
            or nearby.bracketed(found)
            or nearby.sized(found)
        )

    def _plainly(self, found: Expression, root: Token, verb: Token | None) -> Stretch | None:
        """Return what the clause says plainly to have the measure."""
        if found.kind == "money":
            plain = self.measuring.worth(root) or self.measuring.traded(root, verb)
            if plain is not None:
                return plain
        if found.plus and (name := self._named(found)) is not None:
            return name
        if found.kind is not None and (own := self.measured.clause_subject(verb)) is not None:
            return own
        located = (
            found.modified is not None and found.modified.phrase in PREPOSITIONAL and root.head.lower_ == found.modified.phrase
        )
        behind = self.measuring.noun_before(root, found.kind) if found.kind != "age" and not located else None
        if behind is None and (found.kind is not None or found.numeral.kind in ("digits", "fraction", "multiple") or found.ends):
            behind = self.measuring.measured(root, verb, found.kind) if found.kind != "age" else None
        return behind

    def _belonging(self, found: Expression, root: Token) -> Stretch | None:
        """Return what a measure belongs to where the plain readings find nothing."""
        if found.kind == "age":
            return self.nearby.aged(found)
        if self.nearby.is_way(found):
            return None
        if found.numeral.kind == "multiple" or (found.kind is None and found.numeral.kind != "digits"):
            return None
        return self.measured.stated(found, root) or (self.nearby.before(found) if found.kind is not None else None)

    def _is_age_alone(self, found: Expression) -> bool:
        """Tell an age without a unit, which counts no noun behind it: "people under 30 engage"."""
        return found.kind == "age" and found.core[1] == found.numeral.end

    def _is_as(self, found: Expression, index: int) -> bool:
        """Tell a comparison of how, which counts nothing ("twice as likely"), from one of how many; and "half that"."""
        if found.numeral.kind not in ("multiple", "fraction") or found.numeral.trend or index + 1 >= len(self.doc):
            return False
        word, after = self.doc[index], self.doc[index + 1]
        if word.lower_ in ("that", "this"):
            return after.pos_ not in _NOUNS and after.pos_ != "ADJ"
        return word.lower_ == "as" and after.lower_ not in ("many", "much")

    def _multiplied(self, found: Expression, index: int) -> Stretch | None:
        """Return the noun of "twice the limit", "twice as many ferries", "half the workers": it follows directly."""
        doc = self.doc
        times = found.kind is None and doc[index].lower_ == "times"
        if found.numeral.trend or not (times or found.numeral.kind in ("multiple", "fraction")):
            return None
        if times:
            index += 1
        if index >= len(doc):
            return None
        if doc[index].lower_ == "as" and index + 2 < len(doc) and doc[index + 1].lower_ in ("many", "much"):
            return self.parse.noun_after(index + 2, None)
        if doc[index].lower_ in ("that", "this") and doc[min(index + 1, len(doc) - 1)].pos_ not in _NOUNS:
            return None
        if not (doc[index].pos_ == "DET" or doc[index].tag_ in ("PRP$", "DT", "PDT")) or doc[index].lower_ in ("a", "an", "this"):
            return None
        while index < len(doc) - 1 and (doc[index].pos_ in ("DET", "NUM") or doc[index].tag_ in ("PRP$", "DT", "PDT")):
            index += 1
        return self.parse.noun_after(index, None, proper=True)

    def measured_noun(self, found: Expression, counted: str | None) -> tuple[Expression, str | None]:
        """A counted noun that is a unit behind an adjective is one: "517 rushing yards", "15 more minutes"."""
        if counted is None or found.kind is not None or found.numeral.kind in ("fraction", "multiple"):
            return found, counted
        head = counted.lower().rsplit(None, 1)[-1]
        running = all(word in RUNNING for word in counted.lower().split()[:-1])
        if (running or self._worth) and head in UNIT_NAMES and UNIT_NAMES[head][1] == "duration":
            code, kind = UNIT_NAMES[head]
            return replace(found, code=code, kind=kind), self._worth  # "12 straight years" are years
        if " " in counted and head in UNIT_NAMES and UNIT_NAMES[head][1] not in ("percent", "angle", "data"):
            code, kind = UNIT_NAMES[head]
            return replace(found, code=code, kind=kind), counted
        return found, counted

    def twin(self, found: Expression) -> FoundClaim | None:
        """Return the figure that one in brackets repeats in another unit: "over 7 miles (11 km)"."""
        last = self.last
        if (
            last is None
            or (last.unit is not None and last.unit.kind != found.kind)
            or (last.unit is None and found.kind != "money")
            or self.text[last.end : found.start] not in (" (", " ( ", " / ", "/")
        ):
            return None
        if last.unit is None:
            return last if last.value is not None and last.value >= 1e6 else None
        return last if last.unit.code != found.code else None

    def _is_ellipsis(self, found: Expression) -> bool:
        """Tell a number that counts what the one before did: "51 votes to 49", "four votes for A, 31 for B"."""
        last = self.last
        if last is None or last.counted is None or not 0 <= found.core[0] - last.end <= _PARALLEL:
            return False
        between = self.text[last.end : found.core[0]]
        if between in (" to ", " against ", " versus ", " vs ", " vs. "):
            return True
        first, second = _PREPOSITION.match(between), _PREPOSITION.match(self.text, found.end)
        return bool(first and second and first[0] == second[0] and "," in between and "." not in between)

    def _named(self, found: Expression) -> Stretch | None:
        """Return the name right before a signed figure: "Nordex +0.3%"."""
        last = self.parse.token_at(max(0, found.core[0] - 2))
        first = last + 1
        while first > 0 and last - first < 5 and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        return (first, last + 1) if first <= last else None

    def _after_bracket(self, index: int) -> Stretch | None:
        """Return the whole behind a bracket: "8 miles (13 kilometres) of new tunnels"."""
        if index >= len(self.doc) or self.doc[index].text != "(":
            return None
        for end in range(index + 1, min(len(self.doc) - 1, index + 8)):
            if self.doc[end].text == ")":
                return self.parse.noun_of(end + 1) if self.doc[end + 1].lower_ == "of" else None
        return None

    def _shared(self, found: Expression, root: Token) -> str | None:
        """Return what a figure counts that is coordinated with the one before: "1.1 million in 2020 and 2.6 million in 2021"."""
        last = self.last
        if last is None or last.counted is None or root.dep_ != "conj" or (last.unit.kind if last.unit else None) != found.kind:
            return None
        return last.counted if last.start <= root.head.idx < last.end else None

    def _head_after(self, first: int, last: int) -> Token | None:
        for index in range(last - 1, first - 1, -1):
            head = self.doc[index].head
            if head.i >= last and head.pos_ in ("NOUN", "PROPN", "ADJ", "PRON"):
                return head
        return None

    def _breaks(self, left: int, right: int) -> bool:
        """Tell whether a noun can no longer follow: the end, a new sentence, a line break, a mark."""
        if right >= len(self.doc):
            return True
        token = self.doc[right]
        return (
            bool(token.is_sent_start)
            or token.is_space
            or (token.is_punct and token.text != "-" and token.tag_ != "POS")
            or "\n" in self.text[self.doc[left].idx : token.idx]
        )

    def _whole_of(self, found: Expression, index: int) -> Stretch | None:
        """Return the whole that a figure is a share or an amount of: "60 per cent of its revenue", "$5m in cash"."""
        if found.kind is not None and index + 2 < len(self.doc):  # "three months' worth of food"
            index += self.doc[index].tag_ == "POS"
            index += self.doc[index].lower_ == "worth"
        word = self.doc[index].lower_
        if word == "of" and found.kind == "money" and found.per is not None:
            return None  # "$30 per ton of coal"
        if word not in ("of", "in") or (word == "in" and found.kind != "money"):
            return None
        whole = self.parse.noun_of(index)
        if whole is not None and any(self.doc[i].lower_ in ("and", "or") for i in range(index + 1, whole[0])):
            return self.parse.noun_after(index + 1, None, proper=True)  # "a tenth of old voters and a third of others"
        if whole is not None and (owned := self._owned(whole[1])) is not None:
            return owned
        return whole or (self.nearby.share(index) if found.numeral.kind == "fraction" else None)

    def _owned(self, index: int) -> Stretch | None:
        """Return the noun of "the town's 8,400 residents", from the possessive on."""
        if index >= len(self.doc) - 2 or self.doc[index].tag_ != "POS" or self.doc[index + 1].pos_ != "NUM":
            return None
        index += 1
        while index < len(self.doc) - 1 and self.doc[index].pos_ == "NUM":
            index += 1
        return self.parse.noun_after(index, None)

    def _takes_noun(self, found: Expression, index: int, head: Token | None) -> bool:
        """A noun right behind a measure counts only as its carrier ("a 2.4-liter engine"); behind a bare number always."""
        if _PERIOD.match(self.text, found.core[1]):
            return False
        if found.kind is None:
            return found.numeral.kind != "fraction" or head is not None
        token = self.doc[index]
        if token.pos_ == "PROPN" and found.kind in ("percent", "duration", "money") and head is None:
            return False
        if head is not None:
            return True
        if (
            found.ends is not None
            and token.pos_ == "NOUN"
            and _ARTICLE.search(self.text, max(0, found.core[0] - 4), found.core[0])
        ):
            return True  # "a five to ten per cent rebound"
        hyphen = "-" in self.text[found.core[0] : found.core[1]]
        return hyphen or (found.kind == "money" and found.per is not None)

    def _modified_noun(self, root: Token) -> Stretch | None:
        head = root.head
        if head.pos_ == "ADJ":
            head = head.head
        return self.parse.phrase(head) if head.pos_ == "NOUN" and head.i < root.i else None

    def _text(self, stretch: Stretch | None) -> str | None:
        if stretch is not None and self.doc[stretch[1] - 1].lower_ in _AMOUNTS:  # "the majority of voters, 55 percent"
            stretch = self.parse.noun_of(stretch[1])
        if stretch is None or stretch[0] >= stretch[1]:
            return None
        if self.doc[stretch[1] - 1].lower_ == "margin" and (of := self.parse.noun_of(stretch[1])) is not None:
            stretch = stretch[0], of[1]  # "the margin of sampling error"
        first = stretch[0]
        if first + 1 < stretch[1] and self.nearby.is_numbered_unit(first):
            first += 1  # of "a 2-litre diesel engine" the engine
        start, last = self.doc[first].idx, self.doc[stretch[1] - 1]
        return source_text(self.doc)[start : last.idx + len(last)].strip("-/% ") or None
