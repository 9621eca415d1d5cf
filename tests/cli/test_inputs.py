"""Which inputs are read, and ``--dry-run``."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from factx.cli.inputs import Inputs, dry_run
from factx.errors import UsageError
from factx.readers import Document, Item

Invoke = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.html", "c.jsonl", "sub/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"key": "k", "body": "One."}) if name == "c.jsonl" else f"Text of {name}.")
    return tmp_path


def sources(done: Any) -> list[str]:
    return [json.loads(line)["document"]["source"].rpartition("/")[2] for line in done.stdout.splitlines()]


def test_include_exclude_and_limit(invoke: Invoke, folder: Path) -> None:
    assert sources(invoke("extract", folder, "--include", "*.txt", "-q")) == ["a.txt", "d.txt"]
    assert sources(invoke("extract", folder, "--include", "*.txt", "--exclude", "sub", "-q")) == ["a.txt"]
    assert sources(invoke("extract", folder, "--limit", "1", "-q")) == ["a.txt"]


def test_a_list_of_files(invoke: Invoke, folder: Path) -> None:
    (folder / "list").write_text(f"{folder}/sub/d.txt\n{folder}/a.txt\n")
    done = invoke("extract", "--files-from", folder / "list", "-q")
    assert sources(done) == ["d.txt", "a.txt"]
    assert sources(invoke("extract", "--files-from", "-", "-q", stdin=(folder / "list").read_bytes())) == ["d.txt", "a.txt"]
    (folder / "list").write_text(f"{folder}/a.txt\n")  # a list is never one document, so it is lines
    assert len(invoke("extract", "--files-from", folder / "list", "-q").stdout.splitlines()) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_list_from_a_pipe_is_read_once(invoke: Invoke, folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    Thread(target=pipe.write_text, args=(f"{folder}/sub/d.txt\n{folder}/a.txt\n",), daemon=True).start()
    assert sources(invoke("extract", "--files-from", pipe, "-q")) == ["d.txt", "a.txt"]
    inputs = Inputs(files_from=str(pipe))
    inputs.check()  # neither of these opens it, which would wait
    assert inputs.size() is None


def test_addresses(invoke: Invoke, folder: Path) -> None:
    store = pytest.importorskip("fsspec", reason="fsspec is not installed").filesystem("memory")
    store.pipe("/wire/b.txt", b"The mayor said it was over.")
    try:
        done = invoke("extract", "memory://wire", folder / "a.txt", "-q")
        assert sources(done) == ["b.txt", "a.txt"]
        assert Inputs(("memory://wire",)).size() is None
        single = json.loads(invoke("extract", "memory://wire/b.txt").stdout)  # one file, one object
        assert single["quotes"][0]["content"][0]["text"] == "it was over"
    finally:
        store.rm("/wire", recursive=True)


def test_fields_can_be_named(invoke: Invoke, folder: Path) -> None:
    assert sources(invoke("extract", folder / "c.jsonl", "--text-field", "body", "--id-field", "key", "-q")) == ["c.jsonl#k"]
    done = invoke("extract", folder / "c.jsonl", "-q")
    assert done.exit_code == 1
    assert "--text-field" in done.stderr


def test_a_dry_run_reads_nothing(invoke: Invoke, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.readers.opening.read_item", lambda *_, **__: pytest.fail("read"))
    done = invoke("extract", "--dry-run", folder)
    assert done.exit_code == 0
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(Path(item["path"]).name, item["kind"], item["size"]) for item in found] == [
        ("a.txt", "txt", 14),
        ("b.html", "html", 15),
        ("c.jsonl", "jsonl", 28),
        ("d.txt", "txt", 18),
    ]
    assert done.stderr.splitlines() == [
        "type   files      size",
        "html       1  15 bytes",
        "jsonl      1  28 bytes",
        "txt        2  32 bytes",
        "all        4  75 bytes",
    ]
    assert invoke("extract", "--dry-run", "-q", folder).stderr == ""


def test_a_dry_run_tells_what_cannot_be_read(invoke: Invoke, folder: Path) -> None:
    done = invoke("extract", "--dry-run", folder / "a.txt", "missing.txt")
    assert done.exit_code == 1
    assert json.loads(done.stdout.splitlines()[1])["error"]["type"] == "FileNotFoundError"
    assert done.stderr.splitlines()[-1].split() == ["cannot", "be", "read", "1"]


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (123_456, "123 kB"),
        (999_999, "1.0 MB"),
        (5 * 10**12, "5.0 TB"),
        (10**16, "10000 TB"),
    ],
)
def test_sizes(size: int, shown: str) -> None:
    table = io.StringIO()
    assert dry_run(iter([Item("a", size, 0, "sniff")]), data=None, table=table) == 0
    assert table.getvalue().splitlines()[1].startswith("by content")
    assert table.getvalue().splitlines()[1].endswith(shown)


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        (Inputs(), "nothing to read"),
        (Inputs(("-",), files_from="-"), "not both"),
        (Inputs(files_from="missing"), "cannot read the list 'missing'"),
        (Inputs(("a",), text_field=""), "--text-field"),
    ],
)
def test_what_makes_no_sense_is_told_at_once(inputs: Inputs, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        inputs.check()


def test_the_library_reads_what_the_command_line_reads(folder: Path) -> None:
    inputs = Inputs((str(folder),), include=("*.txt",), limit=1)
    inputs.check()
    assert list(inputs.read()) == [Document("Text of a.txt.", str(folder / "a.txt"))]
