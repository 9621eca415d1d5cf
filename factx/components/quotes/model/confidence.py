"""How sure a quote is, as a calibrated probability: of its words being found (by overlap) and its speaker being the right one.

A logistic regression over the model's own probabilities, fitted on a corpus's development part by ``models/quotes/calibrate.py``,
and for quotes that rules alone found the share of them that was right there.
"""

from __future__ import annotations

import math
from typing import Any

from factx.components.found import FoundQuote
from factx.components.quotes.model.grouping import Tagged

_LEAST = 1e-3
FEATURES = ("one", "label", "edge", "link", "origin", "direct", "mixed", "marks", "sourceless")


def features(quote: FoundQuote, tagged: Tagged) -> list[float]:
    """Return what the regression sees of a quote that the model found or confirmed, in the order of ``FEATURES``."""
    odds = [_logit(value) for value in (tagged.label, tagged.edge, tagged.link, tagged.origin)]
    flags = (quote.kind == "direct", quote.kind == "mixed", quote.method != "model", quote.speaker is None)
    return [1.0, *odds, *map(float, flags)]


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

    def __call__(self, quote: FoundQuote, tagged: Tagged | None) -> float:
        """Return how sure a quote is."""
        if tagged is None or not self.weights:
            return self.methods.get(quote.method, quote.confidence)
        score = sum(weight * value for weight, value in zip(self.weights, features(quote, tagged), strict=True))
        return round(1 / (1 + math.exp(-score)), 3)
