"""Registers ``factx_claims``.

spaCy imports this module for every pipeline that it builds, so the component itself waits until it is wanted.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory("factx_claims", assigns=["doc._.factx_claims"], requires=["token.dep", "token.head", "token.tag", "token.pos"])
def make_claims(nlp: Language, name: str) -> Any:
    """Create the component."""
    from factx.components.claims.component import Claims

    return Claims(nlp, name)
