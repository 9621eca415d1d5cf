"""Annotations of one's own as training data: brat standoff and JSON Lines read alike."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

TEXT = 'Mayor Ann Lee said the bridge was safe. "It will hold," she added.\n'


@pytest.fixture(scope="module")
def prepare() -> ModuleType:
    path = Path(__file__).parents[2] / "models" / "quotes" / "prepare.py"
    spec = importlib.util.spec_from_file_location("prepare", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["prepare"] = module
    spec.loader.exec_module(module)
    return module


def place(words: str) -> list[int]:
    return [TEXT.index(words), TEXT.index(words) + len(words)]


ATTRIBUTIONS = [
    {"content": [place("the bridge was safe")], "cue": [place("said")], "source": [place("Mayor Ann Lee")]},
    {"content": [place('"It will hold,"')], "cue": [place("added")], "source": [place("she")]},
]


def test_brat_and_json_lines_read_alike(prepare: ModuleType, tmp_path: Path) -> None:
    brat, lines = tmp_path / "brat", tmp_path / "lines"
    (brat / "text").mkdir(parents=True)
    (brat / "attributions").mkdir()
    (brat / "text" / "one.txt").write_text(TEXT, encoding="utf-8")
    rows = []
    for number, one in enumerate(ATTRIBUTIONS):
        for at, role in enumerate(("Content", "Cue", "Source"), 3 * number):
            (start, end), *_ = one[role.lower()]
            rows.append(f"T{at}\t{role} {start} {end}\t{TEXT[start:end]}")
        names = f"Content:T{3 * number} Cue:T{3 * number + 1} Source:T{3 * number + 2}"
        rows.append(f"E{number}\tAttribution:T{3 * number} {names}")
    (brat / "attributions" / "one_ann.ann").write_text("\n".join(rows), encoding="utf-8")
    lines.mkdir()
    record = {"id": "one", "text": TEXT, "attributions": ATTRIBUTIONS}
    (lines / "all.jsonl").write_text(json.dumps(record) + "\n\n", encoding="utf-8")
    read = prepare.read_corpus(lines)
    assert read == prepare.read_corpus(brat)
    assert prepare.digest(read) == prepare.digest(prepare.read_corpus(brat))
    assert [len(document.attributions) for document in read] == [2]


def test_a_place_outside_the_text_is_named(prepare: ModuleType, tmp_path: Path) -> None:
    record = {"id": "one", "text": "Short.", "attributions": [{"content": [[2, 40]], "cue": [[0, 1]]}]}
    (tmp_path / "bad.jsonl").write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:1: 2 to 40 is no place in the text of one"):
        prepare.read_corpus(tmp_path)
