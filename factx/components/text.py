"""The view of a text that a tagger reads best, and the paragraphs of a text.

spaCy's English models were trained on typewriter quotation marks and plain spaces. The view replaces typographic characters one
for one, so every offset stays; the original text is what factx reports.
"""

from __future__ import annotations

import re
from typing import Any

from spacy.tokens import Doc

from factx.components.found import register_extensions

_VIEW = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′ʼ‹›", "'"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t\v\f\r", " "),
        **dict.fromkeys("‐‑", "-"),
        "−": "-",
        "―": "—",
    }
) | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # half a surrogate pair is no character: spaCy's string store refuses it
# A line this long that ends without a full stop was broken by a typewriter's margin, not by its author.
_WRAP_MIN, _WRAP_MAX = 45, 100
_LINE = re.compile(r"[^\n]+")
_BLANK = re.compile(r"\n[^\S\n]*\n")
# "LONDON (Reuters) - ", "DUNMORE HARBOR, Maine -- ": where a report was filed; the sentence begins behind it.
_DATELINE = re.compile(
    r"""(?:[A-Z][A-Z.' -]{2,40}(?:,\ [A-Z][\w.\ ]{1,25})?(?:\ \([A-Z][\w\ ]{1,20}\))?
        |[A-Z][\w.' -]{2,40}(?:,\ [A-Z][\w.\ ]{1,25})?\ \([A-Z][\w\ ]{1,20}\))
        ,?\s?(?:--|[-–—])\s+""",
    re.VERBOSE,
)
# "to €310m. Voss said": the stop ends the sentence, though spaCy reads "m." as an abbreviation.
_FIGURE_STOP = re.compile(r"\d(?:m|bn|b|k|tn|M|B|K)\.\s+(?=[A-Z\"'])")
# Ranks and titles before a name that spaCy's English does not know as abbreviations.
_TITLES = frozenset(
    "Capt. Maj. Sgt. Cpl. Pvt. Cmdr. Det. Insp. Supt. Brig. Adm. Col. Amb. Hon. Fr. Msgr. Const. Cllr. Ald. Atty.".split()
)
_SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")


def view(text: str) -> str:
    """Return the text with typographic quotation marks, apostrophes, hyphens and spaces made plain, length unchanged."""
    return text.translate(_VIEW)


def _is_wrapped(text: str) -> bool:
    """Tell whether single line breaks are a margin's: most lines that another line follows at once end in mid-sentence."""
    inner = [line for block in _BLANK.split(text) for line in block.split("\n")[:-1] if line.strip()]
    if len(inner) < 3:
        return False
    broken = sum(_WRAP_MIN <= len(line.rstrip()) <= _WRAP_MAX and not _SENTENCE_END.search(line) for line in inner)
    return broken > 0.6 * len(inner)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the places of the text's paragraphs, white space at their edges left out.

    A line break ends a paragraph; where the lines were wrapped at a margin, only a blank line does.
    """
    separator = _BLANK if _is_wrapped(text) else re.compile(r"\n")
    found: list[tuple[int, int]] = []
    start = 0
    for end, after in [*((m.start(), m.end()) for m in separator.finditer(text)), (len(text), len(text))]:
        piece = text[start:end]
        if stripped := piece.strip():
            first = start + piece.index(stripped[0])
            found.append((first, first + len(stripped)))
        start = after
    return found


def _sentence_starts(plain: str) -> set[int]:
    """Return the places of a view where a sentence begins for sure: paragraphs, behind datelines, behind "€310m."."""
    starts = {start for start, _ in paragraphs(plain)}
    datelines = (_DATELINE.match(plain, start) for start in tuple(starts))
    starts.update(found.end() for found in datelines if found)
    starts.update(found.end() for found in _FIGURE_STOP.finditer(plain))
    return starts


class ViewTokenizer:
    """Tokenize the view of a text, keep the original beside it, and start a sentence with every paragraph.

    It wraps the tokenizer of any pipeline, so ``nlp(text)`` and ``nlp.pipe(texts)`` work as ever.
    """

    def __init__(self, tokenizer: Any) -> None:
        register_extensions()
        self.tokenizer = tokenizer
        for title in sorted(_TITLES):
            tokenizer.add_special_case(title, [{"ORTH": title}])

    def __call__(self, text: str) -> Doc:
        plain = view(text)
        doc: Doc = self.tokenizer(plain)
        doc._.factx_text = text
        starts = _sentence_starts(plain)
        opened = False
        for token in doc:
            if token.text in _TITLES and token.i + 1 < len(doc):
                doc[token.i + 1].is_sent_start = False
            if token.idx in starts:
                opened = True
            if opened and not token.is_space:
                token.is_sent_start = True
                opened = False
        return doc

    def __getattr__(self, name: str) -> Any:
        if name == "tokenizer":  # not there yet while unpickling
            raise AttributeError(name)
        return getattr(self.tokenizer, name)

    def to_bytes(self, **kwargs: Any) -> bytes:
        return self.tokenizer.to_bytes(**kwargs)  # type: ignore[no-any-return]

    def from_bytes(self, data: bytes, **kwargs: Any) -> ViewTokenizer:
        self.tokenizer.from_bytes(data, **kwargs)
        return self

    def to_disk(self, path: Any, **kwargs: Any) -> None:
        self.tokenizer.to_disk(path, **kwargs)

    def from_disk(self, path: Any, **kwargs: Any) -> ViewTokenizer:
        self.tokenizer.from_disk(path, **kwargs)
        return self
