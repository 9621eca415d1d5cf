"""Scores the claims of a passage against its figures, field by field."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from factx.components.found import FoundClaim

Passage = dict[str, Any]
FIELDS = ("value", "modifier", "unit", "per", "counted", "speaker", "as_of", "negated", "hedged")
_DETERMINER = re.compile(r"^(?:the|a|an|its|his|her|their|this|that)\s+", re.IGNORECASE)


@dataclass
class Tally:
    """Counts over all passages, and what went wrong."""

    wanted: int = 0
    matched: int = 0
    claims: int = 0
    false: int = 0
    right: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)

    def percent(self, name: str) -> float:
        """Return how many of the figures that were found have a field right; "found" and "false" are of all."""
        if name == "found":
            return 100 * self.matched / self.wanted
        if name == "false":
            return 100 * self.false / self.claims
        return 100 * self.right[name] / self.matched


def passages() -> list[Passage]:
    """Return the passages with their figures."""
    with (Path(__file__).parent / "passages.toml").open("rb") as file:
        found: list[Passage] = tomllib.load(file)["passage"]
    return found


def score(passage: Passage, doc: Doc, tally: Tally) -> None:
    """Add one passage's counts to a tally.

    Arguments:
        passage: text and figures.
        doc: the text as the full pipeline read it.
        tally: the counts so far.
    """
    text, claims = passage["text"], list(doc._.factx_claims)
    free = set(range(len(claims)))
    tally.claims += len(claims)
    places = locate(text, passage["figures"])
    order = sorted(range(len(places)), key=lambda i: places[i][1] - places[i][0])
    chosen: dict[int, int] = {}
    for same in (True, False):
        for i in order:
            if i in chosen:
                continue
            figure, (start, end) = passage["figures"][i], places[i]
            near = [n for n in free if claims[n].start < end and claims[n].end > start]
            near = [n for n in near if same_value(figure, claims[n]) or not same]
            if near:
                chosen[i] = min(near, key=lambda n: abs(claims[n].start - start))
                free.discard(chosen[i])
    pairs = [(figure, claims[chosen[i]] if i in chosen else None) for i, figure in enumerate(passage["figures"])]
    for figure, claim in pairs:
        if figure.get("optional"):
            continue
        tally.wanted += 1
        if claim is None:
            tally.errors.append(f"missed: {figure['text']} | {text[:40]}")
            continue
        tally.matched += 1
        for name in FIELDS:
            got = read(name, claim, text)
            if is_right(name, figure, got, claim):
                tally.right[name] += 1
            else:
                tally.errors.append(f"{name}: {figure['text']}: wanted {figure.get(name)!r}, got {got!r}")
    no_figures = [m.span() for word in passage.get("leave", []) for m in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)]
    for n in sorted(free):
        tally.taken += [text[start:end] for start, end in no_figures if claims[n].start < end and claims[n].end > start]
        tally.false += 1
        start, end = claims[n].start, claims[n].end
        tally.errors.append(f"false: {text[start:end]} | {text[max(0, start - 30) : end + 20]}")


def locate(text: str, figures: list[Passage]) -> list[tuple[int, int]]:
    """Return the figures' places; each begins behind the one before it."""
    places, position = [], 0
    for figure in figures:
        found = re.compile(rf"(?<![\w.,]){re.escape(figure['text'])}(?!\w|,\d)").search(text, position)
        assert found is not None, f"{figure['text']} does not stand in {text[:50]}"
        places.append(found.span())
        position = found.start() + 1
    return places


def same_value(figure: Passage, claim: FoundClaim) -> bool:
    """Tell whether a claim has a figure's value, or its two ends."""
    if "value" in figure:
        return claim.value is not None and abs(claim.value - figure["value"]) <= 1e-5 * abs(figure["value"])
    return claim.value is None and (claim.low, claim.high) == (figure["low"], figure["high"])


def read(name: str, claim: FoundClaim, text: str) -> Any:
    """Return a field of a claim as the gold writes it."""
    if name == "unit":
        return None if claim.unit is None else claim.unit.code + ("/age" if claim.unit.kind == "age" else "")
    if name == "speaker":
        return None if claim.speaker is None else (claim.speaker.name, text[claim.speaker.start : claim.speaker.end])
    if name == "as_of":
        return None if claim.as_of is None else text[claim.as_of.start : claim.as_of.end]
    if name in ("negated", "hedged"):
        return "true" if getattr(claim, name) else None
    return getattr(claim, name)


def is_right(name: str, figure: Passage, got: Any, claim: FoundClaim) -> bool:
    """Tell whether what was found is among what is right."""
    if name == "value":
        return same_value(figure, claim)
    wanted = figure.get(name, "exact" if name == "modifier" else "")
    wanted = wanted if isinstance(wanted, list) else [str(wanted).lower() if isinstance(wanted, bool) else wanted]
    if got is None:
        return "" in wanted
    if name == "speaker":
        names = {bare(one) for one in got if one}
        return any(bare(one) in names or (" " in one and any(bare(one) in name for name in names)) for one in wanted if one)
    return bare(str(got)) in {bare(one) for one in wanted if one}


def bare(name: str) -> str:
    """Return a name or noun without its determiner, in lower case."""
    return _DETERMINER.sub("", name.strip()).casefold()


__all__ = ["FIELDS", "Passage", "Tally", "passages", "score"]
