"""Registers ``factx_quotes``.

spaCy imports this module for every pipeline that it builds, so the component itself waits until it is wanted.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory(
    "factx_quotes",
    assigns=["doc._.factx_quotes"],
    requires=["token.tag", "token.dep"],
    default_config={"rules_only": False, "weights": None},
)
def make_quotes(nlp: Language, name: str, rules_only: bool, weights: str | None) -> Any:
    """Create the component.

    Arguments:
        nlp: the pipeline.
        name: the component's name in it.
        rules_only: do without the trained model.
        weights: folder of a trained model; the shipped one when None.
    """
    from factx.components.quotes.component import Quotes

    return Quotes(nlp, name, rules_only=rules_only, weights=weights)
