"""One real article with hand-made gold, which stands outside of the repository: what a user would check first must be right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import factx

from .scoring import norm

Json = dict[str, Any]
INDIRECT = 8


@pytest.fixture(scope="module")
def gold(shared: Path) -> Json:
    paths = sorted((shared / "gold").glob("*.gold.json"))
    if not paths:
        pytest.skip(f"no gold article in {shared / 'gold'}")
    return {**json.loads(paths[0].read_text(encoding="utf-8")), "folder": str(paths[0].parent)}


@pytest.fixture(scope="module")
def record(gold: Json, nlp: Language) -> Json:
    text = (Path(gold["folder"]) / gold["document"]).read_bytes().decode("utf-8")
    return factx.extract(text, nlp=nlp).model_dump(mode="json")


def positions(quote: Json) -> set[int]:
    return {n for piece in quote["content"] for n in range(piece["start"], piece["end"])}


def hits(wanted: Json, record: Json) -> list[Json]:
    """The found quotes that make up the wanted one: the best by overlap, or those that lie inside it."""
    mine = positions(wanted)
    inside = [q for q in record["quotes"] if len(positions(q) & mine) >= 0.9 * len(positions(q))]
    if len(wanted["content"]) > 1 and inside and len(set().union(*map(positions, inside)) & mine) >= 0.5 * len(mine):
        return inside
    good = [q for q in record["quotes"] if len(positions(q) & mine) >= 0.5 * len(positions(q) | mine)]
    return sorted(good, key=lambda q: len(positions(q) ^ mine))[:1]


def speaker_right(wanted: Json, found: Json, record: Json) -> bool:
    speaker = found["speaker"]
    if wanted["speaker"] is None:
        return speaker is None or speaker["entity"] is None
    if speaker is None or not (speaker["start"] < wanted["speaker"]["end"] and wanted["speaker"]["start"] < speaker["end"]):
        return False
    if wanted["speaker_is"] is None:
        return speaker["entity"] is None
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return speaker["name"] == wanted["speaker_is"] and names.get(speaker["entity"]) == wanted["speaker_is"]


def report(record: Json) -> str:
    return "\n".join(
        f"{q['kind']} {(q['speaker'] or {}).get('name')} | {' … '.join(p['text'] for p in q['content'])}"
        for q in record["quotes"]
    )


def test_quotations_with_marks_have_kind_and_speaker(gold: Json, record: Json) -> None:
    for quote in gold["quotes"]:
        if quote["kind"] == "indirect":
            continue
        found = hits(quote, record)
        assert found, (quote, report(record))
        for hit in found:
            assert hit["kind"] == quote["kind"], (quote, hit)
            assert speaker_right(quote, hit, record), (quote, hit)


def test_most_indirect_quotations_have_their_speaker(gold: Json, record: Json) -> None:
    wanted = [q for q in gold["quotes"] if q["kind"] == "indirect" and not q.get("optional")]
    good = [q for q in wanted if any(speaker_right(q, hit, record) for hit in hits(q, record))]
    assert len(good) >= min(INDIRECT, len(wanted)), ([q for q in wanted if q not in good], report(record))


def test_claims_are_exactly_those_of_the_gold(gold: Json, record: Json) -> None:
    fields = ("start", "end", "value", "low", "high", "modifier", "counted")
    found = [
        {**{name: claim[name] for name in fields}, "speaker": (claim["speaker"] or {}).get("text")} for claim in record["claims"]
    ]
    assert found == [{name: claim[name] for name in (*fields, "speaker")} for claim in gold["claims"]]


def test_entities_have_a_type_of_the_gold(gold: Json, record: Json) -> None:
    types = {norm(entity["name"]): entity["type"] for entity in record["entities"]}
    for entity in gold["entities"]:
        allowed = entity["type"] if isinstance(entity["type"], list) else [entity["type"]]
        assert types.get(norm(entity["name"])) in allowed, (entity, types)


def test_canonical_names_are_bare(record: Json) -> None:
    for entity in record["entities"]:
        assert not entity["name"].lower().startswith(("the ", "a ", "an ")), entity
        assert not entity["name"].endswith(("’s", "'s")), entity


def test_nothing_is_claimed_that_is_no_figure(gold: Json, record: Json) -> None:
    for claim in record["claims"]:
        for string in gold["not_claims"]:
            assert string not in claim["text"], claim
