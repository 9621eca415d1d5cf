"""A document's words as plain lists: a component that asks every word several times must not ask spaCy every time."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from factx.components.entities.patterns import DETERMINERS
from factx.components.text import view

NAME_TAGS = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Named:
    """A token range that names something."""

    start: int
    end: int
    label: str
    weight: float = 1.0


@dataclass(slots=True)
class Words:
    """What a document's tokens are: texts, lower-case texts, tags, the words written small, the headline's end (0 without)."""

    doc: Doc
    text: list[str] = field(init=False)
    lower: list[str] = field(init=False)
    tag: list[str] = field(init=False)
    small: frozenset[str] = field(init=False)
    headline: int = field(init=False)

    def __post_init__(self) -> None:
        self.text = [token.text for token in self.doc]
        self.lower = [text.lower() for text in self.text]
        self.tag = [token.tag_ for token in self.doc]
        self.small = frozenset(text for text in self.text if text.islower())
        self.headline = _headline(self.text)

    def __len__(self) -> int:
        return len(self.text)

    def name(self, start: int, end: int) -> str:
        """Return the normalised name of a token range: plain apostrophes, no dots in abbreviations, no determiner."""
        if start < end - 1 and self.lower[start] in DETERMINERS:
            start += 1
        words = [word.replace(".", "") if "." in word and len(word) <= 6 else word for word in self.text[start:end]]
        joined = view(" ".join(word for word in words if word))
        return " ".join(joined.replace(" '", "'").replace(" - ", "-").split())

    def capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.text[index][:1].isupper()


def _headline(words: list[str]) -> int:
    """Return the end of a first line in title case or capitals, whose capitals say nothing about names."""
    end = next((i for i, word in enumerate(words[:60]) if "\n" in word), 0)
    line = [word for word in words[:end] if len(word) > 3 and word.isalpha()]
    if len(line) < 4 or words[end - 1] in (".", "!", '."'):
        return 0
    return end if sum(word[0].isupper() for word in line) >= 0.75 * len(line) else 0
