"""Score factx's records against the expected extractions in ``samples/`` (their format: ``samples/README.md``).

Every field of a record is counted on its own: it is right when its item was found and the field agrees with what is expected, so
its figure is never above that of finding the item. A list of values accepts any of them; what is left out or optional is not
judged.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]

QUOTE_FIELDS = ("content", "kind", "speaker", "act")
CLAIM_FIELDS = ("found", "value", "modifier", "unit", "per", "counted", "trend", "speaker", "negated", "hedged")
ENTITY_FIELDS = ("name", "type", "aliases")

_WORD = re.compile(r"\w+")
_EDGE = re.compile(r"^(?:(?:the|a|an|its|his|her|their)\s+)+|['’]s?$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|dr|sir|prof|president|minister|colonel)\.?\s+)+", re.IGNORECASE)


@dataclass
class Count:
    """How many were right, found and expected."""

    right: int = 0
    found: int = 0
    expected: int = 0

    def add(self, other: Count) -> None:
        self.right += other.right
        self.found += other.found
        self.expected += other.expected

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else float(not self.expected)

    @property
    def recall(self) -> float:
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        total = self.found + self.expected
        return 2 * self.right / total if total else 1.0


@dataclass
class Score:
    """Counts by field ("quotes.speaker"), and the errors in words."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name, count in other.counts.items():
            self.counts[name].add(count)
        self.errors += other.errors

    def table(self) -> str:
        """Return the figures as a table, one field a line."""
        head = f"{'field':20s} {'P':>6s} {'R':>6s} {'F1':>6s} {'right':>6s} {'found':>6s} {'exp.':>6s}"
        lines = [
            f"{name:20s} {100 * c.precision:6.1f} {100 * c.recall:6.1f} {100 * c.f1:6.1f}"
            f" {c.right:6d} {c.found:6d} {c.expected:6d}"
            for name, c in self.counts.items()
        ]
        return "\n".join([head, *lines])


def samples(folder: Path) -> list[tuple[str, str, Json]]:
    """Return (name, text, expected) of every sample, sorted by name."""
    found = []
    for path in sorted(folder.glob("*.expected.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / expected["document"]).read_bytes().decode("utf-8")
        found.append((expected["document"], text, expected))
    return found


def score(name: str, text: str, expected: Json, record: Json) -> Score:
    """Score one record.

    Arguments:
        name: stands before every error.
        text: the sample.
        expected: its expected extraction.
        record: what factx made of it, as plain JSON.

    Returns:
        Counts of all fields, and the errors in words.
    """
    result = Score()
    _score_quotes(text, expected, record, result)
    _score_claims(text, expected, record, result)
    _score_entities(expected, record, result)
    result.errors = [f"{name}: {error}" for error in result.errors]
    return result


# ---- quotes


def _score_quotes(text: str, expected: Json, record: Json, result: Score) -> None:
    found = [(quote, _words(text, quote["content"])) for quote in record["quotes"]]
    wanted = [(quote, _words(text, quote["content"])) for quote in expected["quotes"]]
    required = [(quote, words) for quote, words in wanted if not quote.get("optional")]
    pairs = []
    for i, (quote, words) in enumerate(required):
        groups = [[j] for j in range(len(found))]
        if len(quote["content"]) > 1:  # one utterance in pieces may be told as several quotes
            inside = [j for j, (_, w) in enumerate(found) if len(w & words) >= 0.8 * len(w) > 0]
            groups += [inside] if len(inside) > 1 else []
        for group in groups:
            union = set().union(*(found[j][1] for j in group))
            overlap = len(union & words) / max(1, len(union | words))
            if overlap >= 0.5:
                differs = not all(speaker_right(quote["speaker_is"], found[j][0]["speaker"], expected) for j in group)
                pairs.append((-overlap, differs, i, group))
    matched: dict[int, list[int]] = {}
    used: set[int] = set()
    for _, _, i, group in sorted(pairs):
        if i not in matched and not used & set(group):
            matched[i] = group
            used |= set(group)
    optional = [words for quote, words in wanted if quote.get("optional")]
    spurious = [j for j, (_, words) in enumerate(found) if j not in used and not any(_same(words, o) for o in optional)]
    for j in spurious:
        quote = found[j][0]
        result.errors.append(f"quote invented: {_name(quote['speaker'])} | {_text(quote)}")
    right = dict.fromkeys(QUOTE_FIELDS, 0)
    for i, (quote, _) in enumerate(required):
        if i not in matched:
            result.errors.append(f"quote missed: {quote['speaker_is']} | {_text(quote)}")
            continue
        group_quotes = [found[j][0] for j in matched[i]]
        checks = {
            "content": True,
            "kind": all(_one_of(q["kind"], quote["kind"]) for q in group_quotes),
            "speaker": all(speaker_right(quote["speaker_is"], q["speaker"], expected) for q in group_quotes),
            "act": any(_one_of(q["act"], quote["act"]) for q in group_quotes),
        }
        for name, ok in checks.items():
            right[name] += ok
            if not ok:
                got = [_name(q["speaker"]) if name == "speaker" else q[name] for q in group_quotes]
                want = quote["speaker_is"] if name == "speaker" else quote[name]
                result.errors.append(f"quote {name}: {want} expected, {got} found | {_text(quote)}")
    count = len(spurious) + len(matched)
    for name in QUOTE_FIELDS:
        result.counts[f"quotes.{name}"].add(Count(right[name], count, len(required)))
    broken = _inside_forbidden(text, expected["not_quotes"], ((piece, q) for q, _ in found for piece in q["content"]), whole=True)
    result.counts["quotes.not_quotes"].add(
        Count(len(expected["not_quotes"]) - len(broken), len(expected["not_quotes"]), len(expected["not_quotes"]))
    )
    result.errors += [f"quote that is none: {x}" for x in broken]


def _words(text: str, pieces: Iterable[Json]) -> set[int]:
    return {piece["start"] + m.start() for piece in pieces for m in _WORD.finditer(text[piece["start"] : piece["end"]])}


def _same(a: set[int], b: set[int]) -> bool:
    """Tell whether two contents mean the same place: half of the words of both, or all of the shorter one."""
    shared = len(a & b)
    return shared >= 0.5 * len(a | b) > 0 or shared == min(len(a), len(b)) > 0


def speaker_right(wanted: Any, speaker: Json | None, expected: Json) -> bool:
    """Tell whether a found speaker is the one that is expected.

    A name that the sample knows as an entity's must be that entity's. A description agrees with a shorter or longer form of
    itself, never with the name of an entity. None stands for a speaker whom the text does not settle.
    """
    options = wanted if isinstance(wanted, list) else [wanted]
    name = _name(speaker)
    if name is None:
        return None in options
    for option in options:
        entity = next((e for e in expected["entities"] if e["name"] == option), None)
        if option is not None and norm(name) in {norm(x) for x in [option, *(entity or {}).get("aliases", [])]}:
            return True
    if any(norm(name) == norm(e["name"]) or norm(name) in map(norm, e.get("aliases", [])) for e in expected["entities"]):
        return False
    mine = set(norm(name).split())
    descriptions = [set(norm(o).split()) for o in options if o and all(o != e["name"] for e in expected["entities"])]
    return any(d <= mine or mine <= d for d in descriptions)


def norm(name: str) -> str:
    """Return a name without determiner, title, possessive and case."""
    plain = _EDGE.sub("", _EDGE.sub("", " ".join(name.split())))
    return _TITLE.sub("", plain).casefold().replace("’", "'")


def _name(speaker: Json | None) -> str | None:
    if speaker is None:
        return None
    return speaker["name"] or (speaker["text"] if speaker["kind"] == "nominal" else None)


def _text(quote: Json) -> str:
    return " … ".join(" ".join(piece["text"].split()) for piece in quote["content"])


# ---- claims


def _score_claims(text: str, expected: Json, record: Json, result: Score) -> None:
    found = record["claims"]
    wanted = expected["claims"]
    pairs = []
    for i, want in enumerate(wanted):
        for j, got in enumerate(found):
            a, b = _words(text, [want]), _words(text, [got])
            if a & b:
                differs = not _field_right("value", want, got, expected)
                pairs.append((differs, -len(a & b) / len(a | b), i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    optional = [i for i, want in enumerate(wanted) if want.get("optional")]
    ignored = {matched[i] for i in optional if i in matched}
    required = [i for i in range(len(wanted)) if i not in optional]
    spurious = [j for j in range(len(found)) if j not in matched.values()]
    result.errors += [f"claim invented: {found[j]['text']}" for j in spurious]
    right = dict.fromkeys(CLAIM_FIELDS, 0)
    for i in required:
        if i not in matched:
            result.errors.append(f"claim missed: {wanted[i]['text']}")
            continue
        got = found[matched[i]]
        for name in CLAIM_FIELDS:
            ok = _field_right(name, wanted[i], got, expected)
            right[name] += ok
            if not ok:
                shown = _name(got["speaker"]) if name == "speaker" else got[name]
                values = (wanted[i]["low"], wanted[i]["high"], "got", got["low"], got["high"]) if name == "value" else ""
                result.errors.append(
                    f"claim {name}: {wanted[i][name]} expected, {shown} found {values} | {wanted[i]['text']} | {got['text']}"
                )
    for name in CLAIM_FIELDS:
        result.counts[f"claims.{name}"].add(Count(right[name], len(found) - len(ignored), len(required)))
    broken = _inside_forbidden(text, expected["not_claims"], ((found[j], found[j]) for j in spurious), whole=False)
    total = len(expected["not_claims"])
    result.counts["claims.not_claims"].add(Count(total - len(broken), total, total))


def _field_right(name: str, want: Json, got: Json, expected: Json) -> bool:
    readings = [want, *({**want, **other} for other in want.get("or", []))]
    if name == "found":
        return True
    if name == "speaker":
        return speaker_right(want["speaker"], got["speaker"], expected)
    if name == "value":
        return any(all(_close(reading[key], got[key]) for key in ("value", "low", "high")) for reading in readings)
    if name not in want:
        return True
    if name == "unit":
        return any(reading["unit"] == got["unit"] for reading in readings)
    if name in ("counted", "per"):
        return any(_nouns(option, got[name]) for reading in readings for option in _list(reading[name]))
    return any(_one_of(got[name], reading[name]) for reading in readings)


def _close(a: float | None, b: float | None) -> bool:
    return a is b if a is None or b is None else math.isclose(a, b, rel_tol=1e-3)


def _nouns(a: str | None, b: str | None) -> bool:
    """Tell whether two noun phrases name the same thing: they share half of their words."""
    if a is None or b is None:
        return a is b
    x, y = norm(a).split(), norm(b).split()
    return len(set(x) & set(y)) >= 0.5 * len(set(x) | set(y))


def _inside_forbidden(text: str, strings: list[str], places: Iterable[tuple[Json, Json]], *, whole: bool) -> list[str]:
    """Return the strings at whose places something was found: anything that overlaps, or with ``whole`` lies inside."""
    broken = []
    found = [place for place, _ in places]
    for string in strings:
        spans = [(m.start(), m.end()) for m in re.finditer(re.escape(string), text)]
        for start, end in spans:
            if whole and any(start <= p["start"] and p["end"] <= end for p in found):
                broken.append(string)
                break
            if not whole and any(p["start"] < end and start < p["end"] for p in found):
                broken.append(string)
                break
    return broken


# ---- entities


def _score_entities(expected: Json, record: Json, result: Score) -> None:
    found = record["entities"]
    used: dict[int, int] = {}
    order = sorted(range(len(expected["entities"])), key=lambda i: bool(expected["entities"][i].get("optional")))
    for i in order:
        want = expected["entities"][i]
        for exact in (True, False):
            for j, got in enumerate(found):
                names = {norm(want["name"])} if exact else {norm(x) for x in [want["name"], *want.get("aliases", [])]}
                if i not in used and j not in used.values() and norm(got["name"]) in names:
                    used[i] = j
    required = [i for i, want in enumerate(expected["entities"]) if not want.get("optional")]
    ignored = {j for i, j in used.items() if i not in required}
    right = dict.fromkeys(ENTITY_FIELDS, 0)
    for i in required:
        want = expected["entities"][i]
        if i not in used:
            result.errors.append(f"entity missed: {want['name']} ({want['type']})")
            continue
        got = found[used[i]]
        checks = {
            "name": norm(got["name"]) == norm(want["name"]),
            "type": _one_of(got["type"], want["type"]),
            "aliases": {norm(x) for x in want.get("aliases", [])} <= {norm(x) for x in [got["name"], *got["aliases"]]},
        }
        for name, ok in checks.items():
            right[name] += ok
            if not ok:
                result.errors.append(
                    f"entity {name}: {want['name']} ({want['type']}) | {got['name']} ({got['type']}) {got['aliases']}"
                )
    result.errors += [f"entity invented: {got['name']} ({got['type']})" for j, got in enumerate(found) if j not in used.values()]
    for name in ENTITY_FIELDS:
        result.counts[f"entities.{name}"].add(Count(right[name], len(found) - len(ignored), len(required)))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _one_of(value: Any, wanted: Any) -> bool:
    return value in _list(wanted)
