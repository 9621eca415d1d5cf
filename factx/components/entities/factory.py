"""The spaCy component ``factx_entities``."""

from __future__ import annotations

from spacy.language import Language

from factx.components.entities.component import Entities


@Language.factory(
    "factx_entities",
    requires=["doc.ents", "token.tag"],
    assigns=["doc._.factx_entities", "doc.ents"],
)
def make_entities(nlp: Language, name: str) -> Entities:
    """Make the component that repairs names and joins those that mean one thing.

    Arguments:
        nlp: the pipeline.
        name: the component's name in it.
    """
    return Entities(nlp, name)
