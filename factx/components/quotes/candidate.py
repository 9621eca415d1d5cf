"""A possible attribution, as the parse shows it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from factx.components.found import Place
from factx.records import Act


@dataclass(slots=True, eq=False)
class Candidate:
    """A possible attribution, before quotation marks have had their say."""

    head: Token
    cue: Place
    act: Act
    speaker: Token | None
    content: list[Place]
    method: str
    confidence: float
