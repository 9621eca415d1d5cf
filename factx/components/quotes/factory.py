"""Registers ``factx_quotes``.

spaCy imports this module for every pipeline that it builds, so the component itself waits until it is wanted.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory("factx_quotes", assigns=["doc._.factx_quotes"], requires=["token.tag", "token.dep"])
def make_quotes(nlp: Language, name: str) -> Any:
    """Create the component."""
    from factx.components.quotes.component import Quotes

    return Quotes(nlp, name)
