"""A table to be read by people: quotes under their speakers, figures with who claims them, entities with counts.

Colour repeats what the words say (a name by its type, a kind of quotation, a modifier that must not be lost), so nothing is lost
where there is none.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import IO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factx.records import Claim, Entity, ErrorRecord, Extraction, Quote, Speaker
from factx.writers.plain import plain

PIPED_WIDTH, MAX_WIDTH = 100, 120
# Below this many columns, what stands side by side is put one below the other.
NARROW = 64

_TYPE_STYLE = {"PERSON": "cyan", "ORG": "magenta", "GPE": "green", "LOC": "green", "FAC": "green", "NORP": "yellow"}
_KIND_STYLE = {"direct": "green", "mixed": "yellow", "indirect": "blue"}
_MODIFIER = {"exact": "", "vague": "", "between": ""}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
# Units that are words take an s; symbols do not.
_WORDS = ("day", "week", "month", "year")
Line = tuple[Text, ...]


class TableWriter:
    """Write a page per document.

    Arguments:
        stream: where to.
        kinds: which of ``entities``, ``quotes``, ``claims`` are shown.
        acts: the acts whose quotes are shown; how many others there are is said in a line. All when None.
        errors: write a line for inputs that failed; False where standard error stands beside this stream anyway.
        width: in columns; the terminal's when None.
    """

    def __init__(
        self,
        stream: IO[str],
        *,
        kinds: Collection[str] = ("entities", "quotes", "claims"),
        acts: Collection[str] | None = None,
        errors: bool = True,
        width: int | None = None,
    ) -> None:
        self._console = make_console(stream, width)
        self._kinds = kinds
        self._acts = acts
        self._errors = errors
        self._first = True

    def write(self, record: Extraction | ErrorRecord) -> None:
        if isinstance(record, ErrorRecord):
            if self._errors:
                self._gap()
                self._print(Text(plain(record.document.source), "bold"))
                self._print(Text(f"could not be read: {plain(record.error.message)}", "red"))
            return
        self._gap()
        names = {entity.id: entity for entity in record.entities}
        self._title(record)
        if "quotes" in self._kinds:
            self._quotes(record.quotes, names)
        if "claims" in self._kinds:
            self._claims(record.claims, names)
        if "entities" in self._kinds:
            self._entities(record.entities)

    def close(self) -> None:
        pass

    @property
    def _narrow(self) -> bool:
        return self._console.width < NARROW

    def _gap(self) -> None:
        if not self._first:
            self._print(Text())
        self._first = False

    def _print(self, what: RenderableType) -> None:
        if self._console.is_terminal:
            self._console.print(what, overflow="fold")
            return
        with self._console.capture() as capture:
            self._console.print(what, overflow="fold")
        self._console.file.writelines(f"{line.rstrip()}\n" for line in capture.get().splitlines())

    def _title(self, record: Extraction) -> None:
        document = record.document
        source = "standard input" if document.source == "-" else plain(document.source or "")
        title = plain(document.title or "") or source or f"document {document.id[:12]}"
        facts = [source] if source and source != title else []
        facts += [document.published] if document.published else []
        facts += [_count(len(getattr(record, kind)), kind) for kind in ("quotes", "claims", "entities") if kind in self._kinds]
        self._print(Text(title, "bold underline" if self._console.color_system else "bold"))
        self._print(Text(" · ".join(facts), "dim"))
        for warning in record.warnings:
            if warning.code != "filtered":
                self._print(Text(f"! {plain(warning.message)}", "yellow"))

    def _heading(self, text: str) -> None:
        self._print(Text())
        self._print(Text(text, "bold"))

    # Quotes

    def _quotes(self, quotes: list[Quote], names: dict[str, Entity]) -> None:
        shown = [quote for quote in quotes if self._acts is None or quote.act in self._acts]
        if not quotes:
            return
        self._heading("Quotes")
        by_id = {quote.id: quote for quote in quotes}
        groups: dict[str, list[Quote]] = {}
        for quote in shown:
            groups.setdefault(_speaker_key(quote.speaker), []).append(quote)
        cue_width = min(max((len(_cue(quote)) for quote in shown), default=0), 18)
        for group in groups.values():
            self._print(Padding(_speaker_name(group[0].speaker, names), (0, 0, 0, 2)))
            rows = [
                (
                    Text(quote.kind, _KIND_STYLE[quote.kind]),
                    Text(_cue(quote), "dim"),
                    _said(quote, by_id, names),
                )
                for quote in group
            ]
            self._rows(rows, (8, cue_width, None), indent=4)
        if hidden := len(quotes) - len(shown):
            acts = sorted({quote.act for quote in quotes} - set(self._acts or ()))
            note = f"{hidden} more that report{'s' * (hidden == 1)} no speech ({', '.join(acts)}): --acts all"
            self._print(Padding(Text(note, "dim"), (0, 0, 0, 2)))

    # Claims

    def _claims(self, claims: list[Claim], names: dict[str, Entity]) -> None:
        if not claims:
            return
        self._heading("Claims")
        figures = [figure(claim) for claim in claims]
        width = min(max(text.cell_len for text in figures), 30)
        rows = []
        for claim, text in zip(claims, figures, strict=True):
            who = _speaker_name(claim.speaker, names, unknown="–")
            rows.append((text, _counted(claim), who))
        self._rows(rows, (width, None, None), indent=2)

    # Entities

    def _entities(self, entities: list[Entity]) -> None:
        if not entities:
            return
        self._heading("Entities")
        # Most often named first; among equals the first in the text.
        ordered = sorted(entities, key=lambda entity: -len(entity.mentions))
        rows = [
            (
                Text(plain(entity.name), _TYPE_STYLE.get(entity.type, "")),
                Text(plain(entity.type), "dim"),
                Text(f"{len(entity.mentions)}×"),
                Text(" · ".join(plain(alias) for alias in entity.aliases), "dim"),
            )
            for entity in ordered
        ]
        name_width = min(max(row[0].cell_len for row in rows), 40)
        type_width = max(row[1].cell_len for row in rows)
        self._rows(rows, (name_width, type_width, 4, None), indent=2)

    def _rows(self, rows: Iterable[Line], widths: tuple[int | None, ...], *, indent: int) -> None:
        """Print rows side by side in columns, or on a narrow terminal one part after the other with a hanging indent."""
        if self._narrow:
            for row in rows:
                line = Text("  ").join(part for part in row if part.plain)
                for number, part in enumerate(line.wrap(self._console, max(self._console.width - indent - 2, 10))):
                    self._print(Padding(part, (0, 0, 0, indent + (2 if number else 0))))
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        for width in widths:
            if width is None:
                grid.add_column(overflow="fold")
            elif width:
                grid.add_column(width=width, overflow="fold")
        kept = [index for index, width in enumerate(widths) if width is None or width]
        for row in rows:
            grid.add_row(*(row[index] for index in kept))
        self._print(Padding(grid, (0, 0, 0, indent)))


def make_console(stream: IO[str], width: int | None = None) -> Console:
    """Make a console that obeys the stream: as wide as the terminal up to ``MAX_WIDTH``, colours only where they are wanted.

    Arguments:
        stream: a terminal or anything else.
        width: in columns, whatever the stream's is.

    Returns:
        A Rich console without markup, emoji codes and highlighting: a document's text is data.
    """
    terminal = stream.isatty()
    quiet = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    console = Console(file=stream, markup=False, emoji=False, highlight=False, color_system=None if quiet else "auto")
    columns = os.environ.get("COLUMNS", "")
    fallback = int(columns) if columns.isdecimal() and int(columns) else PIPED_WIDTH
    console.width = width or max(20, min(console.width, MAX_WIDTH) if terminal else fallback)
    return console


def _count(number: int, kind: str) -> str:
    one = {"quotes": "quote", "claims": "claim", "entities": "entity"}[kind]
    return f"{number} {one if number == 1 else kind}"


def _cue(quote: Quote) -> str:
    if quote.cue:
        return plain(quote.cue.text)
    return "(follows)" if quote.speaker and quote.speaker.inferred else ""


def _said(quote: Quote, by_id: dict[str, Quote], names: dict[str, Entity]) -> Text:
    text = Text(" … ".join(plain(piece.text) for piece in quote.content))
    parent = by_id.get(quote.parent or "")
    if parent and parent.speaker:
        text.append("  as told by ", "dim").append(_speaker_name(parent.speaker, names))
    return text


def _speaker_key(speaker: Speaker | None) -> str:
    """Group by entity, else by name; a pronoun that nobody resolved and a quotation of nobody's stand each for itself."""
    if speaker is None:
        return "unknown"
    return speaker.entity or (f"name {speaker.name.casefold()}" if speaker.name else f"mention {speaker.text.lower()}")


def _speaker_name(speaker: Speaker | None, names: dict[str, Entity], unknown: str = "speaker unknown") -> Text:
    if speaker is None:
        return Text(unknown, "dim")
    entity = names.get(speaker.entity or "")
    style = _TYPE_STYLE.get(entity.type, "") if entity else ""
    if speaker.name:
        return Text(plain(speaker.name), f"bold {style}" if speaker.entity else style)
    return Text(plain(speaker.text)).append(" (who?)", "dim")


def number(value: float) -> str:
    """Return a figure as it is read: thousands separated, round millions in words, no decimals that it does not have."""
    for size, word in _SCALES:
        scaled = value / size
        if 1 <= abs(scaled) < 1000 and f"{scaled:.9g}" == f"{scaled:.4g}":
            return f"{scaled:.4g} {word}"
    if value.is_integer() and abs(value) < 1e15:
        return f"{int(value):,}"
    # A third has no end: what a text states has few digits.
    return f"{value:,.10g}" if f"{value:.7g}" == f"{value:.10g}" else f"{value:,.3g}"


def figure(claim: Claim) -> Text:
    """Say modifier, value and unit: ``at least 40``, ``10 to 15%``, ``vague 12 to 120``."""
    text = Text()
    if claim.negated:
        text.append("not ", "red")
    if claim.hedged:
        text.append("perhaps ", "yellow")
    if claim.trend:
        text.append(f"{claim.trend} ", "dim")
    word = _MODIFIER.get(claim.modifier, claim.modifier.replace("_", " "))
    if word:
        text.append(f"{word} ", "yellow")
    text.append(_value(claim), "bold")
    return text


def _value(claim: Claim) -> str:
    if claim.value is not None and claim.unit is None and 0 < claim.value < 1:
        value = _share(claim.value)
    elif claim.value is not None:
        value = number(claim.value)
    elif claim.low is not None and claim.high is not None:
        value = _range(number(claim.low), number(claim.high))
    elif claim.low is not None or claim.high is not None:
        value = number(claim.low if claim.low is not None else claim.high or 0)
    else:
        value = plain(claim.text)
    if claim.unit:
        code = plain(claim.unit.code)
        plural = "s" if code in _WORDS and value != "1" else ""
        value += code if code in ("%", "°C", "°F", "x", "×") else f" {code}{plural}"
        if claim.unit.kind == "age":
            value += " of age"
    return f"{value} per {plain(claim.per)}" if claim.per else value


def _share(value: float) -> str:
    """Return a part of a whole as a plain fraction when it is one (``1/8``), else as a decimal."""
    share = Fraction(value).limit_denominator(20)
    return f"{share.numerator}/{share.denominator}" if abs(share - value) < 1e-4 else number(value)


def _range(low: str, high: str) -> str:
    """Say the scale once where both ends have the same."""
    low_digits, _, low_word = low.partition(" ")
    _, _, high_word = high.partition(" ")
    return f"{low_digits if low_word == high_word else low} to {high}"


def _counted(claim: Claim) -> Text:
    if claim.modifier == "vague" or not claim.counted:
        counted = Text(f"“{plain(claim.text)}”", "dim")  # the words themselves, where they say more than the figure
    else:
        counted = Text(plain(claim.counted))
    if claim.as_of:
        counted.append(f" ({plain(claim.as_of.value or claim.as_of.text)})", "dim")
    return counted
