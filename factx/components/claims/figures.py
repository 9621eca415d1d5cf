"""From a number expression to a figure: whether it is one, and what its sentence says about it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.components.claims.ages import Ages
from factx.components.claims.clause import Clause
from factx.components.claims.counting import Counting
from factx.components.claims.dating import Dating
from factx.components.claims.expressions import Expression, finish
from factx.components.claims.modifiers import Modified, bounds, modifier_after
from factx.components.claims.parties import Parties
from factx.components.claims.patterns import (
    CHANGE_VERBS,
    CONTEST_VERBS,
    MULTIPLE_VERBS,
    PREPOSITIONAL,
    RANGE_WORDS,
    VERB_ADVERBS,
    VERB_MODIFIERS,
)
from factx.components.claims.polls import Polls
from factx.components.claims.quantities import Quantity
from factx.components.claims.standing import Standing
from factx.components.claims.syntax import Parse
from factx.components.found import FoundClaim, FoundDate, FoundUnit, Place
from factx.components.lemma import Lemmas

# Confidence by construction: what the grammar alone is worth, and what each thing that the text settles adds or takes away.
_BASE = 0.6
_WITH_UNIT = 0.25
_WITH_COUNTED = 0.2
_VAGUE = -0.15
_ONE = -0.2
_BEST, _LEAST = 0.95, 0.2
# "Three times" is a count of occasions; before these words it multiplies.
_OF_TIMES = frozenset("as the its their that what earnings book less his her our my your this those".split())
_TO_ANOTHER = re.compile(r" to [$£€]?\d")
_AGEING = frozenset("be turn become reach average die live".split())
_WON = frozenset("win lose carry favor favour back prefer".split())
_PERCENT_TO = re.compile(r"[\d.]+ ?(?:%|per ?cent) to [\d.]+ ?(?:%|per ?cent)")
_SUSPENDED = re.compile(r"-(?:,| and | or | to )")


class FigureReader:
    """Reads the figures of one doc, one after the other."""

    def __init__(self, doc: Doc, text: str, lemmas: Lemmas, dates: list[FoundDate], places: list[Place]) -> None:
        self.doc, self.text = doc, text
        self.parse = Parse(doc, lemmas)
        self.clause, self.standing = Clause(self.parse), Standing(doc, text)
        self.parties = Parties(doc, self.parse)
        self.ages = Ages(doc, text, self.parse, self.parties)
        self.dating = Dating(doc, text, self.parse, dates, places)
        self._sentences = [token.i for token in doc if token.is_sent_start]
        self.counting = Counting(doc, text, self.parse)
        self.polls = Polls(doc, text, self.parse, self.parties)
        self._suspended: list[FoundClaim] = []

    def claims(self, found: Expression) -> Iterator[FoundClaim]:
        """Yield the one claim of an expression, the two of a change, or none."""
        for single in self._split(found):
            claim = self._claim(single)
            if claim is not None:
                self.counting.last = claim
                yield from self._resumed(claim)
                yield claim
            if _SUSPENDED.match(self.text, single.core[1]) and single.kind is None:
                waiting = claim or self._claim(single, waits=True)
                if waiting is not None and claim is None:
                    self._suspended.append(waiting)

    def _resumed(self, claim: FoundClaim) -> list[FoundClaim]:
        """Give what "four-, five- and six-cylinder engines" leave open the noun or unit of the last."""
        waiting = [one for one in self._suspended if 0 < claim.start - one.end <= 30]
        self._suspended.clear()
        for one in waiting:
            one.counted, one.unit = claim.counted, claim.unit
        return waiting

    def _split(self, found: Expression) -> list[Expression]:
        """Tell a change ("rose from 5% to 7%") from a range; it is two figures."""
        if found.ends is None or found.link != "to":
            return [found]
        first, last = self.parse.stretch(*found.core)
        if self.ages.are_people(found):
            return [found]
        if self._is_contest(found, first):
            return self._two(*found.ends)
        before = [self.doc[i].lower_ for i in range(max(0, first - 4), first)]
        if any(word in RANGE_WORDS for word in before) or "between" in before:
            return [found]
        verb = self.parse.governor(self.parse.root(first, last))
        changes = verb is not None and self.parse.lemma(verb) in CHANGE_VERBS and verb.i < first
        near = verb is not None and 0 < first - verb.i <= 2
        own_units = found.ends[0].end != found.ends[0].numeral.end or found.ends[0].money_first
        a, b = found.ends
        falling = (a.value or 0.0) > (b.value or 0.0)
        if found.from_ and _TO_ANOTHER.match(self.text, found.core[1]):
            return [found]  # "from 5 to 7 per cent to 3 to 5 per cent"
        if found.from_ and (changes or falling or not self._is_of_noun(first)):
            return self._two(a, b)
        own_second = b.end != b.numeral.end or b.money_first
        far = abs(b.value or 0.0) > 3 * abs(a.value or 0.0)
        if not far and verb is not None and found.kind == "money" and self.parse.lemma(verb) in ("lose", "cut", "add", "save"):
            return [found]  # "it loses $1 to $2 on each"
        if not found.from_ and changes and near and own_units and own_second and (before[-1:] != ["by"] or far):
            return self._two(a, b)
        return [found]

    def _is_contest(self, found: Expression, first: int) -> bool:
        """Tell the two figures of a contest from a range: "trails him 41 percent to 43 percent"."""
        root = self.parse.root(first, first + 1)
        verb = self.parse.governor(root)
        if verb is None or not 0 < first - verb.i <= 8:
            return False
        lemma = self.parse.lemma(verb)
        if lemma in CONTEST_VERBS:
            return True
        # "lost the state 36 percent to 51 percent"
        won = lemma in _WON and any(child.dep_ == "dobj" and child.i < first for child in verb.rights)
        return won and _PERCENT_TO.match(self.text, self.doc[first].idx) is not None

    def _is_of_noun(self, first: int) -> bool:
        """Tell whether "from" hangs on a noun that is no change itself: "homes from $750,000 to $1 million"."""
        for index in range(first - 1, max(-1, first - 4), -1):
            if self.doc[index].lower_ == "from":
                head = self.doc[index].head
                return head.pos_ in ("NOUN", "PROPN")
        return False

    def _two(self, a: Quantity, b: Quantity) -> list[Expression]:
        return [replace(finish(self.text, a), code=a.code, kind=a.kind), finish(self.text, b)]

    def _claim(self, found: Expression, *, waits: bool = False) -> FoundClaim | None:
        first, last = self.parse.stretch(*found.core)
        last = max(last, self.parse.stretch(found.core[0], max(found.end, found.core[1]))[1])
        root = self.parse.root(first, last)
        if self.standing.is_someone(found, root):
            return None
        if self.standing.is_name(found, first, last, root) or self.standing.is_half_of_pair(found, last, root):
            return None
        found, person = self.ages.aged(found, first, root)
        found = self._checked_modifier(found, first)
        verb = self.parse.governor(root)
        counted, end, per = self.counting.counted(found, first, last, root, verb)
        found, counted = self.counting.measured_noun(found, counted)
        found, counted = self.polls.in_points(found, counted)
        counted = self.polls.no_candidate(found, counted)
        if (twin := self.counting.twin(found)) is not None:
            counted = twin.counted
            if found.modifier == "exact" and found.value is not None and twin.modifier not in ("between", "vague", "exact"):
                low, high = bounds(twin.modifier, found.value)
                found = replace(found, modifier=twin.modifier, low=low, high=high)
        found, end = self._late_modifier(found, end)
        if self.standing.refers_back(found):
            return None
        if counted is None and not waits and not self.standing.stands_alone(found, first, last, root):
            return None
        if found.value is not None and found.modifier == "exact":
            found = self._verb_modifier(found, root, verb)
        unit = FoundUnit(found.code, found.kind) if found.code and found.kind else None  # type: ignore[arg-type]
        found, unit = self._multiple(found, unit, last)
        if unit is not None and unit.code == "x" and counted == "times":
            counted = None
        start = found.start
        sentence = self._sentence(first)
        subject = self.parse.subject(verb) if verb is not None else None
        if subject is not None and start <= subject.idx < end:
            subject = None  # what is counted is not whom it is stated of
        about = self.parties.about(person if person is not None else subject)
        own = self.parties.own_attribution(root, verb)
        if own is None and (poll := self.polls.source(root, verb, found)) is not None:
            own = self.parties.reference(poll)
        return FoundClaim(
            start=start,
            end=end,
            value=found.value,
            low=found.low,
            high=found.high,
            modifier=found.modifier,
            sentence=(min(sentence[0], start), max(sentence[1], end)),
            unit=unit,
            per=per,
            counted=counted,
            trend=twin.trend
            if twin is not None and not found.plus
            else self.clause.trend(root, verb, found, self.parse.token_at(found.start), last, end, self.counting.last),
            speaker=own,
            about=about,
            predicate=self.parse.lemma(verb) if verb is not None else None,
            as_of=self.dating.as_of(verb, found, sentence) if self._has_date(found, verb) else None,
            negated=self.clause.is_negated(verb, root, found),
            hedged=not self.clause.describes(root, found) and self.clause.is_hedged(verb),
            confidence=_confidence(found, counted),
        )

    # --- its parts

    def _has_date(self, found: Expression, verb: Token | None) -> bool:
        """An age that a clause about something else only mentions is no age at that clause's date: "Ruiz, 47, voted in 2008"."""
        return found.kind != "age" or (verb is not None and self.parse.lemma(verb) in _AGEING)

    def _checked_modifier(self, found: Expression, first: int) -> Expression:
        """Take back a modifier that the parse reads as a preposition: "talk about two things", "over two years"."""
        modified = found.modified
        if modified is not None and modified.phrase == "up to":
            before = self.parse.token_at(max(0, modified.start - 2))
            return (
                self._plain(found)
                if self.parse.lemma(self.doc[before]) in ("add", "live", "stand", "sum", "open", "own", "wake")
                else found
            )
        if modified is None or modified.phrase not in PREPOSITIONAL or modified.start >= found.core[0]:
            return found
        token = self.doc[self.parse.token_at(modified.start)]
        word = token.lower_
        if token.lower_ != modified.phrase:
            return found
        if word == "over" and found.kind == "duration" and token.dep_ == "prep":
            return self._plain(found)
        if (
            (
                word in ("about", "around", "near", "inside", "beyond")
                and token.dep_ == "prep"
                and token.head.pos_ in ("VERB", "NOUN", "ADJ")
                and found.kind is None
            )
            and word != "around"
            and self.parse.lemma(token.head) not in ("be", "kill", "injure")
        ):
            return self._plain(found) if word != "about" or self._talks(token.head) else found
        return found

    def _talks(self, head: Token) -> bool:
        return self.parse.lemma(head) in (
            "talk think care worry know hear ask say write tell learn argue complain story question concern debate book "
            "information speak "
            "dream joke report article film news lie wonder feel joke read".split()
        )

    def _plain(self, found: Expression) -> Expression:
        low, high = (found.low, found.high) if found.value is None else bounds("exact", found.value)
        modifier = found.modifier if found.value is None else "exact"
        return replace(found, start=found.core[0], modifier=modifier, low=low, high=high, modified=None)

    def _late_modifier(self, found: Expression, end: int) -> tuple[Expression, int]:
        """Read a modifier behind the counted noun: "20 people or more", "5 people at least"."""
        if found.modifier != "exact" or found.value is None or found.modified is not None:
            return found, end
        after = modifier_after(self.text, end)
        if after is None or after.phrase in ("+", "plus", "-plus", " odd"):
            return found, end
        return _with(found, after), after.end

    def _verb_modifier(self, found: Expression, root: Token, verb: Token | None) -> Expression:
        """Read a modifier off the governing verb: "nearly reached 87", "exceeded 500"."""
        if verb is None or verb.i > root.i or not (root.head == verb or root.head.head == verb or root == verb):
            return found
        if verb.lower_ in MULTIPLE_VERBS and not found.numeral.trend:
            return found  # what is nearly so is the doubling
        for child in verb.lefts:
            if child.dep_ == "advmod" and child.lower_ in VERB_ADVERBS and child.i + 1 == verb.i:
                return _with(found, Modified(VERB_ADVERBS[child.lower_], found.start, found.end, child.lower_))
        modifier = VERB_MODIFIERS.get(self.parse.lemma(verb))
        if modifier and root.head == verb and root.dep_ == "dobj":
            return _with(found, Modified(modifier, found.start, found.end, verb.lower_))
        return found

    def _multiple(self, found: Expression, unit: FoundUnit | None, last: int) -> tuple[Expression, FoundUnit | None]:
        if found.numeral.kind == "multiple" and unit is None:
            return found, FoundUnit("x", "other")
        if (
            unit is None
            and found.value is not None
            and last < len(self.doc)
            and self.doc[last].lower_ == "times"
            and last + 1 < len(self.doc)
        ):
            after = self.doc[last + 1]
            if after.tag_ in ("JJR", "RBR") or after.lower_ in _OF_TIMES:
                return found, FoundUnit("x", "other")
        return found, unit

    # --- its clause

    def _sentence(self, first: int) -> tuple[int, int]:
        index = bisect_right(self._sentences, first)
        start = self._sentences[index - 1] if index else 0
        end = self._sentences[index] if index < len(self._sentences) else len(self.doc)
        while start < first and self.doc[start].is_space:
            start += 1
        while end - 1 > first and self.doc[end - 1].is_space:
            end -= 1
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)


def _with(found: Expression, modified: Modified) -> Expression:
    value = found.value or 0.0
    low, high = bounds(modified.modifier, value)
    return replace(found, modifier=modified.modifier, low=low, high=high, modified=modified)


def _confidence(found: Expression, counted: str | None) -> float:
    score = _BASE + (_WITH_UNIT if found.kind else 0.0) + (_WITH_COUNTED if counted else 0.0)
    if found.modifier == "vague":
        score += _VAGUE
    if found.numeral.kind == "words" and found.value == 1 and not found.kind:
        score += _ONE
    return round(min(_BEST, max(_LEAST, score)), 2)
