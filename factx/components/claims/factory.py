"""The spaCy component ``factx_claims``."""

from __future__ import annotations

from spacy.language import Language

from factx.components.claims.component import Claims


@Language.factory("factx_claims", assigns=["doc._.factx_claims"], requires=["token.dep", "token.head", "token.tag", "token.pos"])
def make_claims(nlp: Language, name: str) -> Claims:
    """Make the component; ``nlp.add_pipe("factx_claims")`` calls it."""
    return Claims(nlp, name)
