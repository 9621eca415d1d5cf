"""A document's words as plain lists: a component that asks every word several times must not ask spaCy every time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from factx.components.entities.patterns import DETERMINERS, NAME_SUFFIXES
from factx.components.found import source_text
from factx.components.text import paragraphs, view

NAME_TAGS = frozenset({"NNP", "NNPS"})
# What may be one name with "of X" behind it, or have a score behind it.
COUNTED = ("GPE", "LOC", "ORG", "NORP")


@dataclass(slots=True)
class Named:
    """A token range that names something."""

    start: int
    end: int
    label: str
    weight: float = 1.0


@dataclass(slots=True)
class Words:
    """What a document's tokens are: texts, lower-case texts, tags, the words written small, the headline's end (0 without).

    White space that spaCy made a token of (a line break, say) is ``blank``; where it ends a paragraph, it
    is a ``seam``, over which no name goes.
    """

    doc: Doc
    text: list[str] = field(init=False)
    lower: list[str] = field(init=False)
    tag: list[str] = field(init=False)
    blank: list[bool] = field(init=False)
    seams: frozenset[int] = field(init=False)
    small: frozenset[str] = field(init=False)
    headline: int = field(init=False)

    def __post_init__(self) -> None:
        self.text = [token.text for token in self.doc]
        self.lower = [text.lower() for text in self.text]
        self.tag = [token.tag_ for token in self.doc]
        self.blank = [not text.strip() for text in self.text]
        self.small = frozenset(text for text in self.text if text.islower())
        starts = {start for start, _ in paragraphs(source_text(self.doc))}
        breaks = [i for i, blank in enumerate(self.blank) if blank and "\n" in self.text[i]]
        self.seams = frozenset(i for i in breaks if i + 1 == len(self.text) or self.doc[i + 1].idx in starts)
        self.headline = _headline(self.text, min(self.seams, default=0))

    def __len__(self) -> int:
        return len(self.text)

    def before(self, index: int) -> int:
        """Return the index of the word before a token in the same paragraph, or -1."""
        index -= 1
        while index >= 0 and self.blank[index]:
            if index in self.seams:
                return -1
            index -= 1
        return index

    def after(self, index: int) -> int:
        """Return the index of the first word from a token on in the same paragraph, or -1."""
        while index < len(self.text) and self.blank[index]:
            if index in self.seams:
                return -1
            index += 1
        return index if index < len(self.text) else -1

    def match(self, index: int, words: tuple[str, ...]) -> int:
        """Return the end of these words when they stand at a token, over line breaks inside a paragraph, else 0.

        Arguments:
            index: where they should begin.
            words: their texts.
        """
        for n, word in enumerate(words):
            if n:
                index = self.after(index)
            if not 0 <= index < len(self.text) or self.text[index] != word:
                return 0
            index += 1
        return index

    def name(self, start: int, end: int) -> str:
        """Return the normalised name of a token range: plain apostrophes, no dots in abbreviations, no determiner."""
        if start < end - 1 and self.lower[start] in DETERMINERS:
            start += 1
        words = [word.replace(".", "") if "." in word and len(word) <= 6 else word for word in self.text[start:end]]
        joined = view(" ".join(word for word in words if word.strip()))
        return joined.replace(" '", "'").replace(" - ", "-").replace(" , DC", ", DC")

    def capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.text[index][:1].isupper()


def surname(parts: Sequence[str]) -> str:
    """Return a person's last name: the last word that is no suffix like "Jr.".

    Arguments:
        parts: the words of a name.
    """
    return next((part for part in reversed(parts) if part[0].isalnum() and part.lower() not in NAME_SUFFIXES), parts[-1])


def _headline(words: list[str], end: int) -> int:
    """Return the end of a first paragraph in title case or capitals, whose capitals say nothing about names."""
    line = [word for word in words[: min(end, 60)] if len(word) > 3 and word.isalpha()]
    if end > 60 or len(line) < 4 or words[end - 1] in (".", "!", '."'):
        return 0
    return end if sum(word[0].isupper() for word in line) >= 0.75 * len(line) else 0
