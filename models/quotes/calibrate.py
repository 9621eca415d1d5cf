"""Fit the confidence of quotes to a corpus that the model was not trained on, and write it into the model's ``config.json``.

    python models/quotes/calibrate.py CORPUS --weights DIR

The fit is a logistic regression (see ``factx/components/quotes/model/confidence.py``). The printed error is that of two halves of
the corpus, each rated by what was fitted on the other one; what is written is fitted on all of it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from evaluate import compare, items, reliability
from prepare import Document, read_corpus

from factx.components.found import FoundQuote
from factx.components.quotes.model.confidence import FEATURES, Confidence, Evidence, features
from factx.components.quotes.model.tagger import Tagger

Rated = tuple[Document, list[tuple[FoundQuote, Evidence | None]]]
# Quotes of a method that are imagined to be right and wrong before any are seen.
_PRIOR_RIGHT, _PRIOR_WRONG = 3.0, 2.0
_RIDGE = 1e-2


def collect(weights: Path, documents: list[Document]) -> list[Rated]:
    """Return every document's quotes with the model's evidence for them."""
    import factx
    from factx.extraction import read as read_text

    seen: list[tuple[FoundQuote, Evidence | None]] = []

    class Listener(Confidence):
        def __call__(self, quote: FoundQuote, evidence: Evidence | None) -> float:
            seen.append((quote, evidence))
            return quote.confidence

    nlp = factx.load(quote_model=str(weights))
    tagger = _tagger(weights)
    rating, tagger.confidence = tagger.confidence, Listener({})
    found: list[Rated] = []
    for document in documents:
        seen.clear()
        doc = read_text(nlp, document.text)
        known = {id(quote): evidence for quote, evidence in seen}
        found.append((document, [(quote, known.get(id(quote))) for quote in doc._.factx_quotes if quote.parent is None]))
    tagger.confidence = rating
    return found


def _tagger(weights: Path) -> Tagger:
    """Return the one tagger of a folder that all pipelines of this process share."""
    import factx

    tagger: Tagger = factx.load(quote_model=str(weights)).get_pipe("factx_quotes").tagger
    return tagger


def fit(rated: list[Rated]) -> dict[str, object]:
    """Return the settings of ``Confidence`` that make quotes as sure as they are right."""
    rows: list[list[float]] = []
    hits: list[bool] = []
    methods: dict[str, list[bool]] = defaultdict(list)
    for document, quotes in rated:
        gold, found = items(document, [quote for quote, _ in quotes])
        right = {id(got.quote): hit for _, got, hit in compare(gold, found) if got is not None}
        for quote, evidence in quotes:
            if id(quote) not in right:
                continue  # no word in it
            if evidence is None:
                methods[quote.method].append(right[id(quote)])
            else:
                rows.append(features(quote, evidence))
                hits.append(right[id(quote)])
    table = np.array(rows)
    target = np.array(hits, dtype=np.float64)
    weights = np.zeros(len(FEATURES))
    for _ in range(50):  # Newton's method
        odds = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (target - odds) - _RIDGE * weights
        curve = (table * (odds * (1 - odds))[:, None]).T @ table + _RIDGE * np.eye(len(FEATURES))
        weights = weights + np.linalg.solve(curve, slope)
    return {
        "weights": [round(float(value), 4) for value in weights],
        "methods": {
            method: round((sum(found) + _PRIOR_RIGHT) / (len(found) + _PRIOR_RIGHT + _PRIOR_WRONG), 3)
            for method, found in sorted(methods.items())
        },
    }


def rate(rated: list[Rated], settings: dict[str, object]) -> list[tuple[Document, list[FoundQuote]]]:
    """Return the documents with their quotes rated anew."""
    confidence = Confidence(settings)
    for _, quotes in rated:
        for quote, evidence in quotes:
            quote.confidence = confidence(quote, evidence)
    return [(document, [quote for quote, _ in quotes]) for document, quotes in rated]


def calibrate(weights: Path, documents: list[Document]) -> float:
    """Fit, write the settings to ``config.json``, and return the expected calibration error on halves not fitted on."""
    path = weights / "config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    if config.pop("confidence", None) is not None:  # an older fit may not suit this version, and would not be read
        path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    rated = collect(weights, documents)
    halves = rated[::2], rated[1::2]
    error, table = reliability([*rate(halves[0], fit(halves[1])), *rate(halves[1], fit(halves[0]))])
    for number, mean, share in table:
        print(f"  {number:5} quotes, confidence {mean:.2f}, right {share:.2f}")
    config["confidence"] = fit(rated)
    path.write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    _tagger(weights).confidence = Confidence(config["confidence"])
    return error


def main() -> None:
    """Read the command line."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--weights", type=Path, required=True)
    options = arguments.parse_args()
    print(f"expected calibration error {calibrate(options.weights, read_corpus(options.corpus)):.3f}")


if __name__ == "__main__":
    main()
