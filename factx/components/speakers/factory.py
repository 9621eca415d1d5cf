"""Registers ``factx_speakers``. spaCy imports this for every pipeline that it builds, so the component waits."""

from __future__ import annotations

from typing import Any

from spacy.language import Language


@Language.factory("factx_speakers", assigns=["doc._.factx_entities"], requires=["token.tag", "token.dep"])
def make_speakers(nlp: Language, name: str) -> Any:
    """Make the component that settles whom a speaker's mention means.

    Arguments:
        nlp: the pipeline.
        name: the component's name in it.
    """
    from factx.components.speakers.component import Speakers

    return Speakers(nlp, name)
