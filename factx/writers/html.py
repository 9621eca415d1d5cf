"""One page to be read in a browser or printed: each document's quotes, claims and entities, in tables that need nothing else.

Whatever a text contains stays text: every value is on one line without control characters or turns of direction, and escaped, and
the page forbids itself to load or run anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape
from typing import IO

from factx.records import Claim, Entity, ErrorRecord, Extraction, Quote, Speaker
from factx.writers.plain import plain
from factx.writers.table import figure

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="factx">
<title>factx</title>
<style>
:root { color-scheme: light dark; --ink: #1c1c1e; --dim: #5c5c66; --line: #d9d9e0; --page: #fff; --mark: #fff0b8; --link: #0b57b0;
  --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ec; --dim: #a3a3ad; --line: #3a3a42; --page: #17171a; --mark: #5a4a10;
  --link: #8ab8f5; --bad: #f2a19b; } }
body { max-width: 68rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink);
  background: var(--page); }
article { margin-bottom: 4rem; content-visibility: auto; contain-intrinsic-size: auto 60rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1rem; margin: 1.75rem 0 .5rem; }
p { margin: .25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-top: 1px solid var(--line);
  overflow-wrap: anywhere; }
th { font-size: .8rem; font-weight: 600; color: var(--dim); border-top: 0; }
thead { display: table-header-group; }
tr:target { background: var(--mark); }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
mark { background: var(--mark); color: inherit; }
.dim { color: var(--dim); font-size: .88rem; }
.figure { font-weight: 600; white-space: nowrap; }
.bad { color: var(--bad); }
@media (max-width: 40rem) { table, tbody, tr, td { display: block; } thead { display: none; } td { border: 0; padding: 0; }
  tr { border-top: 1px solid var(--line); padding: .5rem 0; } }
@media print { :root { --ink: #000; --dim: #444; --line: #bbb; --page: #fff; --mark: #eee; --link: #000; color-scheme: light; }
  body { max-width: none; margin: 0; font-size: 10pt; } article { content-visibility: visible; } tr { break-inside: avoid; }
  h1, h2 { break-after: avoid; } .figure { white-space: normal; } }
</style>
</head>
<body>
"""


class HtmlWriter:
    """Write a section per document.

    Arguments:
        stream: where to.
        kinds: which of ``entities``, ``quotes``, ``claims`` are shown.
    """

    def __init__(self, stream: IO[str], *, kinds: Collection[str] = ("entities", "quotes", "claims")) -> None:
        self._stream = stream
        self._kinds = kinds
        self._documents = self._errors = 0
        self._open = True
        stream.write(_HEAD)

    def write(self, record: Extraction | ErrorRecord) -> None:
        if isinstance(record, ErrorRecord):
            self._errors += 1
            self._stream.write(f"<article>\n<h1>{_text(record.document.source)}</h1>\n")
            self._stream.write(f'<p class="bad">could not be read: {_text(record.error.message)}</p>\n</article>\n')
        else:
            self._documents += 1
            self._stream.writelines(f"{line}\n" for line in _Page(record, f"d{self._documents}").lines(self._kinds))
        self._stream.flush()

    def close(self) -> None:
        if self._open:
            failed = f", {_count(self._errors, 'input', 'inputs')} failed" if self._errors else ""
            self._stream.write(f'<footer class="dim">{_count(self._documents, "document", "documents")}{failed}</footer>\n')
            self._stream.write("</body>\n</html>\n")
        self._open = False


class _Page:
    """A document's section.

    Arguments:
        record: the document.
        name: of its section; the names of what is in it begin so.
    """

    def __init__(self, record: Extraction, name: str) -> None:
        self._record = record
        self._name = name
        self._shown: set[str] = set()
        self._quotes = {quote.id: quote for quote in record.quotes}

    def lines(self, kinds: Collection[str]) -> Iterable[str]:
        record, document = self._record, self._record.document
        self._shown = {item.id for kind in kinds for item in getattr(record, kind)}
        yield f'<article id="{self._name}">'
        source = "standard input" if document.source == "-" else document.source or ""
        title = plain(document.title or "") or source or f"document {document.id[:12]}"
        yield f"<h1>{_text(title)}</h1>"
        counts = [_count(len(getattr(record, kind)), *words) for kind, words in _WORDS.items() if kind in kinds]
        about = [source if source != title else "", document.published or "", *counts]
        yield f'<p class="dim">{" · ".join(_text(part) for part in about if part)}</p>'
        for warning in record.warnings:
            yield f'<p class="{"dim" if warning.code == "filtered" else "bad"}">{_text(warning.message)}</p>'
        if "quotes" in kinds and record.quotes:
            yield from self._table(
                "Quotes", ("Speaker", "Said", "How"), ((quote.id, self._quote(quote)) for quote in record.quotes)
            )
        if "claims" in kinds and record.claims:
            columns = ("Figure", "Of what", "Claimed by", "In the text")
            yield from self._table("Claims", columns, ((claim.id, self._claim(claim)) for claim in record.claims))
        if "entities" in kinds and record.entities:
            ordered = sorted(record.entities, key=lambda entity: -len(entity.mentions))
            columns = ("Name", "Type", "Mentions", "Also called")
            yield from self._table("Entities", columns, ((entity.id, self._entity(entity)) for entity in ordered))
        yield "</article>"

    def _table(self, title: str, heads: tuple[str, ...], rows: Iterable[tuple[str, tuple[str, ...]]]) -> Iterable[str]:
        yield f"<h2>{title}</h2>"
        yield "<table>"
        yield "<thead><tr>" + "".join(f'<th scope="col">{head}</th>' for head in heads) + "</tr></thead>"
        yield "<tbody>"
        for id_, cells in rows:
            yield f'<tr id="{self._anchor(id_)}">' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        yield "</tbody>"
        yield "</table>"

    def _quote(self, quote: Quote) -> tuple[str, ...]:
        said = " … ".join(_text(piece.text) for piece in quote.content)
        parent = self._quotes.get(quote.parent or "")
        if parent:
            said += f' <span class="dim">as told by {self._speaker(parent.speaker)}</span>'
        how = [quote.kind, quote.act, f"“{quote.cue.text}”" if quote.cue else "", f"{quote.confidence:.2f}"]
        return self._speaker(quote.speaker), said, f'<span class="dim">{" · ".join(_text(part) for part in how if part)}</span>'

    def _claim(self, claim: Claim) -> tuple[str, ...]:
        counted = _text(claim.counted or "")
        if claim.as_of:
            counted += f' <span class="dim">{_text(claim.as_of.value or claim.as_of.text)}</span>'
        who = self._speaker(claim.speaker, unknown="–")
        if claim.quote in self._shown:
            who += f' <a class="dim" href="#{self._anchor(claim.quote or "")}">quote</a>'
        said = f'<span class="figure">{_text(figure(claim).plain)}</span>'
        if claim.modifier == "vague":
            said += ' <span class="dim">vague</span>'
        return said, counted, who, _marked(claim)

    def _entity(self, entity: Entity) -> tuple[str, ...]:
        also = " · ".join(_text(alias) for alias in entity.aliases)
        return _text(entity.name), _text(entity.type), str(len(entity.mentions)), also

    def _speaker(self, speaker: Speaker | None, unknown: str = "speaker unknown") -> str:
        if speaker is None:
            return f'<span class="dim">{unknown}</span>'
        name = _text(speaker.name or speaker.text)
        if not speaker.name:
            return f'{name} <span class="dim">(who?)</span>'
        if speaker.entity in self._shown:
            return f'<a href="#{self._anchor(speaker.entity or "")}">{name}</a>'
        return name

    def _anchor(self, id_: str) -> str:
        return f"{self._name}-{_text(id_)}"


_WORDS = {"quotes": ("quote", "quotes"), "claims": ("claim", "claims"), "entities": ("entity", "entities")}


def _text(value: str) -> str:
    return escape(plain(value))


def _marked(claim: Claim) -> str:
    """Return the sentence with the figure's words marked."""
    sentence = claim.sentence
    start, end = claim.start - sentence.start, claim.end - sentence.start
    if start < 0 or sentence.text[start:end] != claim.text:
        return f"<mark>{_text(claim.text)}</mark>"
    before, after = sentence.text[:start], sentence.text[end:]
    # White space at the seams is a space, as it is within.
    left = " " if before[-1:].isspace() else ""
    right = " " if after[:1].isspace() else ""
    return f"{_text(before)}{left}<mark>{_text(claim.text)}</mark>{right}{_text(after)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
