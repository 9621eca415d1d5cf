"""How sure a quote is, as a calibrated probability: of its words being found (by overlap) and its speaker being the right one.

A logistic regression over the model's own probabilities, fitted on a corpus's development part by ``models/quotes/calibrate.py``,
and for quotes that rules alone found the share of them that was right there.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from factx.components.found import FoundQuote
from factx.components.quotes.model.grouping import Tagged
from factx.errors import ModelError
from factx.records import Act

_LEAST = 1e-3
_ACTS: tuple[Act, ...] = ("claim", "ask", "order", "think", "intend", "feel", "show", "other")
FEATURES = (
    *("one", "label", "edge", "link", "origin", "direct", "mixed", "marks", "sourceless", "split", "words"),
    *("rule", "rule_overlap", "rule_speaker"),
    *("clause", "known", "bare", "pronoun", "nominal", "generic"),
    *_ACTS,
)


@dataclass(slots=True)
class Evidence:
    """What speaks for a quote: the model's probabilities, and how far a rule that reads the same cue agrees.

    ``rule_overlap`` is the share of their joint words that both give to the content, None where no rule reads this cue;
    ``rule_speaker`` tells whether they name the same speaker. ``clause`` tells whether the content has a verb of its own,
    ``known`` whether the cue holds a word of the lists in ``patterns.py``, ``bare`` whether it is an infinitive or stands behind
    a modal verb, ``generic`` whether the speaker is anybody.
    """

    tagged: Tagged
    words: int
    rule_overlap: float | None = None
    rule_speaker: bool = False
    clause: bool = True
    known: bool = True
    bare: bool = False
    generic: bool = False


def features(quote: FoundQuote, evidence: Evidence) -> list[float]:
    """Return what the regression sees of a quote that the model found or confirmed, in the order of ``FEATURES``."""
    tagged = evidence.tagged
    flags = (
        quote.kind == "direct",
        quote.kind == "mixed",
        quote.method != "model",
        quote.speaker is None,
        len(quote.content) > 1,
    )
    return [
        1.0,
        *(_logit(value) for value in (tagged.label, tagged.edge, tagged.link, tagged.origin)),
        *map(float, flags),
        math.log(max(1, evidence.words)),
        float(evidence.rule_overlap is not None),
        evidence.rule_overlap or 0.0,
        float(evidence.rule_speaker),
        float(evidence.clause),
        float(evidence.known),
        float(evidence.bare),
        float(quote.speaker is not None and quote.speaker.kind == "pronoun"),
        float(quote.speaker is not None and quote.speaker.kind == "nominal"),
        float(evidence.generic),
        *(float(quote.act == act) for act in _ACTS),
    ]


def _logit(probability: float) -> float:
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


class Confidence:
    """Rates quotes from 0 to 1.

    Arguments:
        settings: ``weights`` (one for each of ``FEATURES``) and ``methods`` (by method); before a model is calibrated, empty.
    """

    def __init__(self, settings: dict[str, Any]) -> None:
        self.weights: list[float] = settings.get("weights", [])
        self.methods: dict[str, float] = settings.get("methods", {})
        if len(self.weights) not in (0, len(FEATURES)):
            raise ModelError("the quote model was calibrated for another factx; run models/quotes/calibrate.py on it again")

    def __call__(self, quote: FoundQuote, evidence: Evidence | None) -> float:
        """Return how sure a quote is."""
        if evidence is None or not self.weights:
            return self.methods.get(quote.method, quote.confidence)
        score = sum(weight * value for weight, value in zip(self.weights, features(quote, evidence), strict=True))
        return round(1 / (1 + math.exp(-score)), 3)
