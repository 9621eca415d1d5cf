"""What is found: which files, in which order, of which kind; and what is known to be unreadable without opening it."""

from __future__ import annotations

import io
import os
import pickle
import socket
import subprocess
from pathlib import Path

import pytest

from factx.errors import UsageError
from factx.readers import Document, Item, discover, paths_from, read_item
from factx.readers.kinds import ENDINGS
from factx.records import ErrorRecord


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (
        "b.txt",
        "a.html",
        "sub/z.txt",
        "sub/deep/y.PDF",
        "drafts/x.txt",
        "notes.md",
        "p.png",
        ".hidden/h.txt",
        ".h.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(f"Text of {name}.")
    return tmp_path


def names(items: list[Item], root: Path) -> list[str]:
    return [item.path.removeprefix(f"{root}/") for item in items]


def found(root: Path, **more: object) -> list[str]:
    return names(list(discover([str(root)], **more)), root)  # type: ignore[arg-type]


def error(item: Item) -> str:
    assert item.error is not None
    assert (item.kind, item.size, item.mtime_ns, item.error.document.source) == ("error", 0, 0, item.path)
    return item.error.error.message


def test_a_folder_in_the_order_of_names(folder: Path) -> None:
    notes: list[str] = []
    items = list(discover([str(folder)], note=notes.append))
    assert names(items, folder) == ["a.html", "b.txt", "drafts/x.txt", "sub/deep/y.PDF", "sub/z.txt"]
    assert [item.kind for item in items] == ["html", "txt", "txt", "pdf", "txt"]
    assert (items[1].size, items[1].mtime_ns) == (14, (folder / "b.txt").stat().st_mtime_ns)
    assert notes == [f"{folder}: passed over 2 files of endings that factx does not read"]


def test_nothing_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("opened"))
    monkeypatch.setattr("os.open", lambda *_: pytest.fail("opened"))
    assert len(list(discover([str(folder), str(folder / "notes.md")]))) == 6


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_has_a_kind_and_may_be_packed(tmp_path: Path, ending: str) -> None:
    for name in (f"a{ending}", f"b{ending.upper()}", f"c{ending}.gz"):
        (tmp_path / name).touch()
    assert {item.kind for item in discover([str(tmp_path)])} == {ENDINGS[ending]}


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"include": ["*.txt"]}, ["b.txt", "drafts/x.txt", "sub/z.txt"]),
        ({"include": ["sub/*"]}, ["sub/deep/y.PDF", "sub/z.txt"]),
        ({"include": ["sub/**"]}, ["sub/deep/y.PDF", "sub/z.txt"]),
        ({"include": ["**/*.txt"]}, ["b.txt", "drafts/x.txt", "sub/z.txt"]),
        ({"include": ["./sub/z.txt", "a.*"]}, ["a.html", "sub/z.txt"]),
        ({"include": ["*.md"]}, ["notes.md"]),  # an ending that is asked for is read by its content
        ({"include": ["[np]*"]}, []),
        ({"exclude": ["drafts"]}, ["a.html", "b.txt", "sub/deep/y.PDF", "sub/z.txt"]),
        ({"exclude": ["sub/deep/", "*.html"]}, ["b.txt", "drafts/x.txt", "sub/z.txt"]),
        ({"exclude": ["sub/**"]}, ["a.html", "b.txt", "drafts/x.txt"]),
        ({"include": ["*.txt"], "exclude": ["z*"]}, ["b.txt", "drafts/x.txt"]),
        ({"limit": 2}, ["a.html", "b.txt"]),
        ({"limit": 0}, []),
    ],
)
def test_include_exclude_and_limit(folder: Path, more: dict[str, list[str]], expected: list[str]) -> None:
    items = [item for item in discover([str(folder)], **more) if item.error is None]  # type: ignore[arg-type]
    assert names(items, folder) == expected


def test_when_nothing_is_left_it_is_told(folder: Path) -> None:
    [item] = discover([str(folder)], include=["*.none"])
    assert "after --include and --exclude" in error(item)
    [item] = discover([str(folder / "sub" / "deep")], exclude=["*"])
    assert "after --include" in error(item)
    (folder / "empty").mkdir()
    [item] = discover([str(folder / "empty")])
    assert "no file that factx reads" in error(item)


def test_the_rules_hold_for_named_files_too(folder: Path) -> None:
    paths = [str(folder / "b.txt"), str(folder / "a.html"), f"{folder}/s*/z.txt"]
    assert names(list(discover(paths, exclude=["*.html"])), folder) == ["b.txt", "sub/z.txt"]
    assert names(list(discover(paths, include=["b*"])), folder) == ["b.txt"]


def test_named_files_of_other_endings_are_sniffed(folder: Path) -> None:
    assert [item.kind for item in discover([str(folder / "notes.md"), str(folder / "p.png"), "-"])] == ["sniff", "sniff", "stdin"]


def test_links(tmp_path: Path) -> None:
    """A link to a file is that file; links to folders are not followed, so that none goes round in circles."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("A.")
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "other").symlink_to(tmp_path / "real")
    (tmp_path / "b.txt").symlink_to(tmp_path / "real" / "a.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    items = list(discover([str(tmp_path)]))
    assert names(items, tmp_path) == ["b.txt", "gone.txt", "loop.txt", "real/a.txt"]
    assert "no such file" in error(items[1])
    assert "symbolic links" in error(items[2])
    assert names(list(discover([str(tmp_path / "other")])), tmp_path) == ["other/a.txt"]  # one that is named is followed
    [item] = discover([str(tmp_path / "loop.txt")])
    assert "symbolic links" in error(item)


def test_pipes_sockets_and_devices_are_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    os.mkfifo("a.txt")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind("b.txt")
    for paths in (["."], ["a.txt", "b.txt"]):
        pipe, sock = discover(paths)
        assert "named pipe" in error(pipe)
        assert "factx extract -" in error(pipe)
        assert "socket" in error(sock)
    listening.close()
    [device] = discover(["/dev/zero"])
    assert "device" in error(device)


def test_what_became_a_pipe_after_it_was_found_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    [record] = read_item(Item(str(tmp_path / "a.txt"), 5, 5, "txt"))
    assert isinstance(record, ErrorRecord)
    assert "no file" in record.error.message


def test_what_vanished_after_it_was_found_is_an_error(folder: Path) -> None:
    items = list(discover([str(folder / "sub" / "z.txt"), str(folder / "b.txt")]))
    (folder / "sub" / "z.txt").unlink()
    gone, there = [next(read_item(item)) for item in items]
    assert isinstance(gone, ErrorRecord)
    assert gone.error.type == "FileNotFoundError"
    assert isinstance(there, Document)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A.")
    (tmp_path / "a.txt").chmod(0)
    [record] = [record for item in discover([str(tmp_path)]) for record in read_item(item)]
    assert isinstance(record, ErrorRecord)
    assert record.error.type == "PermissionError"


def test_a_file_that_the_system_refuses_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    items = list(discover([str(folder / "b.txt")]))
    monkeypatch.setattr("factx.readers.opening.os.open", refuse)
    [record] = read_item(items[0])
    assert isinstance(record, ErrorRecord)
    assert (record.error.type, record.error.message) == ("PermissionError", "permission denied")


def test_folders_deeper_than_calls_can_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1500
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_text("A.")
    monkeypatch.chdir(tmp_path)
    [item] = discover(["."])
    assert item.path == "./" + "d/" * depth + "a.txt"
    subprocess.run(["rm", "-r", "d"], check=True)  # which Python's own rmtree cannot do


def test_an_item_can_be_sent_to_another_process(folder: Path) -> None:
    items = list(discover([str(folder), "missing.txt"]))
    assert pickle.loads(pickle.dumps(items)) == items
    [record] = read_item(items[-1])
    assert record == items[-1].error


def test_a_list_of_paths(tmp_path: Path) -> None:
    data = b"a.txt\r\n\n  b c.txt\n" + "d\xe9.txt".encode("latin-1")
    expected = ["a.txt", "  b c.txt", os.fsdecode("d\xe9.txt".encode("latin-1"))]
    (tmp_path / "list").write_bytes(data)
    assert list(paths_from(str(tmp_path / "list"))) == expected
    assert list(paths_from("-", stdin=io.BytesIO(data))) == expected
    with pytest.raises(UsageError, match="cannot read the list"):
        list(paths_from(str(tmp_path / "missing")))
    with pytest.raises(UsageError, match="cannot read the list"):
        list(paths_from(str(tmp_path)))
