"""Registers ``factx_entities``. spaCy imports this for every pipeline that it builds, so the component waits."""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory("factx_entities", assigns=["doc._.factx_entities", "doc.ents"], requires=["doc.ents", "token.tag"])
def make_entities(nlp: Language, name: str) -> Any:
    """Make the component that repairs names and joins those that mean one thing.

    Arguments:
        nlp: the pipeline.
        name: the component's name in it.
    """
    from factx.components.entities.component import Entities

    return Entities(nlp, name)
