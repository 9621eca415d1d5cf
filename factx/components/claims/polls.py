"""The figures of polls: points that are percentage points, and the poll that claims a share."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc, Token

from factx.components.claims.expressions import Expression
from factx.components.claims.parties import Parties
from factx.components.claims.syntax import Parse

# How far around a figure its text is asked whether it is about a poll.
_BEFORE, _BEHIND = 2500, 300
_POLL = re.compile(r"\b(?:polls?|polling|polled|surveys?|surveyed|pollsters?)\b", re.IGNORECASE)
_SHARE = re.compile(r"\d ?(?:%|per ?cent\b|pct\b)|\bpercentage\b", re.IGNORECASE)
_POINTS = re.compile(r"[- ](?:points?|pts)\b", re.IGNORECASE)
_LEADS = (
    "lead|edge|margin|advantage|gap|deficit|swing|bounce|bump|drop|rise|jump|fall|increase|decrease|difference|win|victory|spread"
)
_LEAD = re.compile(rf"[- ](?:[a-z]+ )?(?:{_LEADS})\b", re.IGNORECASE)  # "a 10-point lead"
_MOVED = re.compile(  # "by 9 points", "an edge of 4 points"
    rf"\b(?:by|up|down|gained|lost|dropped|climbed|fell|rose|gains|trails?|leads?|trailing|leading|ahead|behind|(?:{_LEADS}) of)"
    r"(?: (?:just|only|a|another|single|mere))* $",
    re.IGNORECASE,
)
_POLLS = frozenset({"poll", "survey"})  # who does well "in the polls" has his figures from elsewhere


class Polls:
    """Reads the figures of one doc that a poll gives.

    Arguments:
        doc: the doc.
        text: the view of its text.
        parse: its tokens, with look-ups.
        parties: who is a person in it.
    """

    def __init__(self, doc: Doc, text: str, parse: Parse, parties: Parties) -> None:
        self.doc, self.text, self.parse, self.parties = doc, text, parse, parties

    def in_points(self, found: Expression, counted: str | None) -> tuple[Expression, str | None]:
        """Read the points of a poll as percentage points: "leads by 9 points", "a 10-point lead"; those of a game are points.

        Arguments:
            found: a figure.
            counted: what it counts.
        """
        points = _POINTS.match(self.text, found.core[1])
        counts_points = counted is not None and counted.lower().endswith(("point", "points", "pts"))
        if found.kind is not None or points is None or not counts_points or not self._is_of_poll(found):
            return found, counted
        in_points = replace(found, code="pp", kind="percent")
        if points[0][0] == "-":
            lead = _LEAD.match(self.text, points.end())
            return (in_points, lead[0].strip(" -")) if lead else (found, counted)
        moved = _MOVED.search(self.text, max(0, found.start - 40), found.start)
        return (in_points, None) if moved else (found, counted)

    def no_candidate(self, found: Expression, counted: str | None) -> str | None:
        """Take back a candidate as what a share is of: "Berg is at 37 percent" is a share of voters, named or not."""
        if counted is None or found.kind != "percent" or not self._is_of_poll(found):
            return counted
        at = self.text.rfind(counted, max(0, found.start - _BEFORE), found.start)
        if at < 0:
            return counted
        return None if self.parties.is_person(self.doc[self.parse.token_at(at + len(counted) - 1)]) else counted

    def _is_of_poll(self, found: Expression) -> bool:
        low, high = max(0, found.start - _BEFORE), found.core[1] + _BEHIND
        return bool(_POLL.search(self.text, low, high) and _SHARE.search(self.text, low, high))

    def source(self, root: Token, verb: Token | None, found: Expression) -> Token | None:
        """Return the poll in which a share was found: "In a Gallup poll, 54 percent said", "9 percent in a poll of voters".

        Arguments:
            root: the head of the figure.
            verb: its governing verb.
            found: the figure.
        """
        if found.kind != "percent" or verb is None:
            return None
        heads = [verb]
        token = root
        for _ in range(6):
            heads.append(token)
            if token == verb or token.head == token:
                break
            token = token.head
        for head in heads:
            for child in (*head.lefts, *head.rights):
                if child.dep_ == "prep" and child.lower_ == "in":
                    poll = next((noun for noun in child.rights if noun.dep_ == "pobj" and noun.lower_ in _POLLS), None)
                    if poll is not None and not any(one.lower_ in ("most", "all", "many", "some", "other") for one in poll.lefts):
                        return poll
        return None
