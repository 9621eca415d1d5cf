"""Inputs by address: what is found and read is what lies there, and what goes wrong is told in a line."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from factx.readers import Document, Item, discover, read_item, read_paths, remote
from factx.readers.places import is_url
from factx.readers.remote import ahead
from factx.records import ErrorRecord

fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed")
FILES = {
    "news/b.txt": b"Text of b.",
    "news/a.html": b"<p>A page without much.</p>",
    "news/a/z.txt": b"Text of z.",
    "news/a/y.txt.gz": gzip.compress(b"Text of y."),
    "news/drafts/x.txt": b"Text of x.",
    "news/notes.md": b"Text of notes.",
    "news/.hidden/h.txt": b"Hidden.",
    "news/.h.txt": b"Hidden.",
    "odd/wh[a]t?.txt": b"A name with magic.",
    "odd/empty.txt": b"",
    "odd/long.txt": b"A sentence. " * 100_000,
}


@pytest.fixture
def store() -> Iterator[Any]:
    """A store in memory; there is one in a process."""
    system = fsspec.filesystem("memory")
    for name, data in FILES.items():
        system.pipe(f"/{name}", data)
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A web server on this machine."""
    pytest.importorskip("aiohttp", reason="aiohttp is not installed")
    (tmp_path / "story.html").write_bytes(b"<html><body><p>The page says so.</p></body></html>")
    (tmp_path / "a.txt").write_bytes(b"Text of a.")
    handler = partial(_Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def found(*paths: str, **more: Any) -> list[str]:
    return [item.path.removeprefix("memory://") for item in discover(paths, **more)]


def message(item: Item | Document | ErrorRecord) -> str:
    record = item.error if isinstance(item, Item) else item
    assert isinstance(record, ErrorRecord)
    assert "\n" not in record.error.message
    return record.error.message


def test_addresses() -> None:
    assert all(map(is_url, ["s3://b/a.txt", "HTTPS://example.org", "memory://a", "abfs+x.1-y://z"]))
    assert not any(map(is_url, ["a.txt", "c:\\a", "C://a", "a:b", "/s3://b", "-", "", "1s://a"]))


def test_a_folder_as_one_on_disk(store: Any, tmp_path: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    notes: list[str] = []
    items = list(discover(["memory://news"], note=notes.append))
    here = list(discover([str(tmp_path / "news")]))
    assert [item.path.removeprefix("memory://") for item in items] == [item.path.removeprefix(f"{tmp_path}/") for item in here]
    assert [(item.kind, item.size) for item in items] == [(item.kind, item.size) for item in here]
    assert all(item.mtime_ns > 1_600_000_000_000_000_000 for item in items)
    assert notes == ["memory://news: passed over 1 file of endings that factx does not read"]
    assert found("memory://news/") == found("memory://news")


@pytest.mark.parametrize(
    ("path", "more", "expected"),
    [
        ("memory://news", {"include": ["*.txt"]}, ["news/b.txt", "news/drafts/x.txt", "news/a/z.txt"]),
        ("memory://news", {"exclude": ["drafts", "*.html", "a"]}, ["news/b.txt"]),
        ("memory://news", {"limit": 1}, ["news/a/y.txt.gz"]),
        ("memory://news/*.txt", {}, ["news/b.txt"]),
        ("memory://news/*/[xz].txt", {}, ["news/a/z.txt", "news/drafts/x.txt"]),
        ("memory://n*s/b.txt", {}, ["news/b.txt"]),
        ("memory://news/notes.md", {}, ["news/notes.md"]),
        ("memory://odd/wh[a]t?.txt", {}, ["odd/wh[a]t?.txt"]),  # a file of that name comes before a glob
    ],
)
def test_globs_and_rules(store: Any, path: str, more: dict[str, Any], expected: list[str]) -> None:
    assert sorted(found(path, **more)) == sorted(expected)


def test_what_is_read_is_what_lies_there(store: Any) -> None:
    read = {one.source: one for one in read_paths(["memory://news", "memory://odd"]) if isinstance(one, Document)}
    assert {source.removeprefix("memory://"): one.text for source, one in read.items() if not source.endswith("html")} == {
        "news/b.txt": "Text of b.",
        "news/a/z.txt": "Text of z.",
        "news/a/y.txt.gz": "Text of y.",
        "news/drafts/x.txt": "Text of x.",
        "odd/wh[a]t?.txt": "A name with magic.",
        "odd/long.txt": "A sentence. " * 100_000,
    }


def test_an_object_that_stands_for_its_folder_is_none_in_it(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = type(store).ls

    def with_itself(self: Any, path: str, detail: bool = True, **more: Any) -> Any:
        marker = {"name": path.rstrip("/") + "/", "size": 0, "type": "file"}
        return [*listing(self, path, detail=detail, **more), marker]

    monkeypatch.setattr(type(store), "ls", with_itself)
    assert found("memory://news/drafts") == ["news/drafts/x.txt"]


def test_small_files_are_fetched_together_and_in_order(store: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Here.")
    asked: list[int] = []
    cat = type(store).cat

    def counting(self: Any, paths: list[str], **more: Any) -> Any:
        asked.append(len(paths))
        return cat(self, paths, **more)

    monkeypatch.setattr(type(store), "cat", counting)
    for number in range(70):
        store.pipe(f"/many/{number:03}.txt", b"Text %d." % number)
    items = list(discover(["memory://many", str(tmp_path / "a.txt"), "memory://news/b.txt", "memory://odd"]))
    pairs = list(ahead(items))
    assert [item for item, _ in pairs] == items
    assert [content for _, content in pairs[:70]] == [b"Text %d." % number for number in range(70)]
    assert [item.path.rpartition("/")[2] for item, content in pairs[70:] if content is None] == [
        "a.txt",
        "empty.txt",
        "long.txt",
        "wh[a]t?.txt",
    ]
    assert asked == [64, 6, 1]


def test_what_cannot_be_fetched_is_opened_by_itself(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    items = list(discover(["memory://news/b.txt", "memory://news/a/z.txt"]))
    store.rm("/news/b.txt")
    gone, there = [next(read_item(item, content=content)) for item, content in ahead(items)]
    assert message(gone) == "there is nothing at this address; check its spelling"
    assert isinstance(there, Document)
    monkeypatch.setattr(type(store), "cat", lambda *_, **__: 1 / 0)
    [(item, content)] = ahead(items[1:])
    assert content is None
    assert isinstance(next(read_item(item)), Document)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("memory://nowhere", "there is nothing at this address"),
        ("memory://news/*.pdf", "no file matches"),
        ("memory://odd/empty.txt", "this file is empty"),
        ("nosuch://a/b", "nosuch:// are not known"),
        ("zip://a.txt::memory://news/a.zip", "an address within an address"),
        ("zip://a.txt::file.zip", "an address within an address"),
        ("file:///dev/null", "named by its path, without file://"),
    ],
)
def test_what_goes_wrong_is_told(store: Any, url: str, said: str) -> None:
    [record] = read_paths([url])
    assert said in message(record)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError("403"), "check your credentials"),
        (ConnectionError("refused\nby peer"), "ConnectionError: refused by peer"),
        (RuntimeError("no region"), "RuntimeError: no region"),
    ],
)
def test_what_a_service_raises_is_told(store: Any, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    items = list(discover(["memory://news/b.txt"]))
    asked = (("isdir", "memory://news"), ("ls", "memory://news"), ("info", "memory://news/b.txt"))
    for name, path in asked[isinstance(error, PermissionError) :]:
        with monkeypatch.context() as patch:
            patch.setattr(type(store), name, fail)
            if name != "isdir":
                patch.setattr(type(store), "isdir", lambda _, path: path == "/news")
            assert said in next(message(item) for item in discover([path]) if item.error)
    monkeypatch.setattr(type(store), "open", fail)
    assert said in message(next(read_item(items[0])))


def test_a_file_that_may_be_read_and_not_listed(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def deny(*_: object) -> None:
        raise PermissionError("403")

    monkeypatch.setattr(type(store), "isdir", deny)
    [record] = read_paths(["memory://news/b.txt"])
    assert isinstance(record, Document)


def test_a_file_and_a_folder_of_one_name(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = [
        {"name": "/both/x.txt", "size": 9, "type": "file"},
        {"name": "/both/x.txt", "size": 0, "type": "directory"},
        {"name": "/both/a.txt", "size": 9, "type": "file"},
        {"name": "/both/a/", "size": 0, "type": "directory"},
        {"name": "/both/", "size": 0, "type": "directory"},
    ]
    monkeypatch.setattr(type(store), "isdir", lambda *_: True)
    monkeypatch.setattr(type(store), "ls", lambda _, path, **__: listed if path == "/both" else [])
    assert [entry.name for entry in remote.entries("memory://both") if not isinstance(entry, Exception)] == [
        *("a", "a.txt"),  # in the order of names, whether or not the store puts a slash behind a folder's
        *("x.txt", "x.txt"),
    ]
    doubled, first, second = discover(["memory://both"])
    assert (first.path, second.path) == ("memory://both/a.txt", "memory://both/x.txt")
    assert "empty part (//) in its name" in message(doubled)


def test_a_packed_file_that_is_opened_by_itself(store: Any) -> None:
    store.pipe("/packed/a.txt.gz", gzip.compress(b"A sentence. " * 100_000))
    [item] = discover(["MEMORY://packed/a.txt.gz"])
    [record] = read_item(item)
    assert isinstance(record, Document), record
    assert record.text == "A sentence. " * 100_000


def test_one_odd_name_costs_no_other(store: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    store.pipe("/c/a::zip://b.txt", b"Odd.")
    store.pipe("/c/b.txt", b"Even.")
    odd, even = read_paths(["memory://c"])
    assert isinstance(odd, ErrorRecord)
    assert isinstance(even, Document)
    store.rm("/c/a::zip:", recursive=True)
    isdir = type(store).isdir

    def fail(self: Any, path: str) -> Any:
        if path.endswith("/b.txt"):
            raise ConnectionError("no")
        return isdir(self, path)

    monkeypatch.setattr(type(store), "isdir", fail)
    [failed] = discover(["memory://c/*.txt"])
    assert "ConnectionError: no" in message(failed)


def test_the_root_of_a_store(store: Any) -> None:
    store.pipe("/top.txt", b"At the top.")
    assert "memory:///top.txt" in [item.path for item in discover(["memory:///"])]
    assert "memory://top.txt" in [item.path for item in discover(["memory://"])]


def test_a_library_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(scheme: str) -> None:
        raise ImportError(f"Install what reads {scheme}://")

    monkeypatch.setattr("fsspec.get_filesystem_class", absent)
    assert "pip install 'factx[s3]'" in message(next(read_paths(["s3://bucket/a.txt"])))
    assert "pip install 'factx[gcs]'" in message(next(read_paths(["gs://bucket/a.txt"])))
    assert "Install what reads abfs://" in message(next(read_paths(["abfs://bucket/a.txt"])))


def test_pages_of_a_web_server(site: str) -> None:
    items = list(discover([f"{site}/story.html?from=feed", f"{site}/a.txt", f"{site}/gone.txt"]))
    assert [item.kind for item in items] == ["sniff", "txt", "error"]
    assert "nothing at this address" in message(items[2])
    texts = [one.text for item in items[:2] for one in read_item(item) if isinstance(one, Document)]
    assert texts[-1] == "Text of a."
    [(_, content)] = ahead(items[1:2])
    assert content is None  # a web server is not asked for many at once


def test_a_server_that_is_not_there() -> None:
    pytest.importorskip("aiohttp", reason="aiohttp is not installed")
    for host in ("127.0.0.1", "[::1]"):  # whose :: makes no chain of addresses
        [record] = read_paths([f"http://{host}:9/a.txt"])
        assert "Cannot connect" in message(record)
