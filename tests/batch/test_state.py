"""What a run has done, and what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factx.batch.shards import Shard, shards
from factx.batch.state import State
from factx.errors import UsageError
from factx.readers import Document

MADE_WITH = {"factx": "1", "model": "sm"}


@pytest.fixture
def cut() -> list[Shard]:
    return list(shards([Document(f"Text {number}.", f"{number}.txt") for number in range(4)], most=1))


def test_what_was_kept_is_there_after_a_kill(tmp_path: Path, cut: list[Shard]) -> None:
    output = str(tmp_path / "out.jsonl")
    state = State(output, MADE_WITH)
    state.keep(cut[0], [b'{"a":1}', b'{"b":2}'])
    state.keep(cut[2], [b'{"c":3}'])
    state.close(done=False)
    again = State(output, MADE_WITH)
    assert [again.has(shard) for shard in cut] == [True, False, True, False]
    assert list(again.lines([(0, cut[0].digest), (2, cut[2].digest)])) == [b'{"a":1}', b'{"b":2}', b'{"c":3}']
    again.close(done=True)
    assert list(tmp_path.iterdir()) == []


def test_half_a_shard_is_none(tmp_path: Path, cut: list[Shard]) -> None:
    output = str(tmp_path / "out.jsonl")
    state = State(output, MADE_WITH)
    state.keep(cut[0], [b"{}"])
    [done] = state.folder.glob("*/*.jsonl")
    done.rename(done.with_suffix(".part"))
    state.close(done=False)
    again = State(output, MADE_WITH)
    assert not again.has(cut[0])
    again.close(done=False)


def test_a_shard_of_other_inputs_is_forgotten(tmp_path: Path, cut: list[Shard]) -> None:
    output = str(tmp_path / "out.jsonl")
    state = State(output, MADE_WITH)
    state.keep(cut[0], [b"{}"])
    state.close(done=False)
    state = State(output, MADE_WITH)
    [changed] = shards([Document("Another text.", "0.txt")])
    assert not state.has(changed)
    assert state.changed == 1
    assert not list(state.folder.glob("*/*.jsonl"))
    state.close(done=False)


def test_other_settings_are_told_unless_fresh(tmp_path: Path, cut: list[Shard]) -> None:
    output = str(tmp_path / "out.jsonl")
    state = State(output, MADE_WITH)
    state.keep(cut[0], [b"{}"])
    state.close(done=False)
    with pytest.raises(UsageError, match=r"begun with other settings \(model sm, now md\); say --fresh"):
        State(output, {**MADE_WITH, "model": "md"})
    fresh = State(output, {**MADE_WITH, "model": "md"}, fresh=True)
    assert not fresh.has(cut[0])
    fresh.close(done=False)


def test_two_runs_with_one_output_do_not_meet(tmp_path: Path) -> None:
    output = str(tmp_path / "out.jsonl")
    state = State(output, MADE_WITH)
    with pytest.raises(UsageError, match="another run writes"):
        State(output, MADE_WITH)
    state.close(done=False)
    State(output, MADE_WITH).close(done=True)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot keep what is done"):
        State(str(tmp_path / "no" / "such" / "out.jsonl"), MADE_WITH)
