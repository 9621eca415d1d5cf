"""Files, folders, globs and standard input, in a fixed order."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from factx.readers import Document, read_paths
from factx.readers.paths import Read
from factx.records import ErrorRecord


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.TXT", "sub/z.txt", "notes.md", ".hidden/x.txt", ".secret.txt"):
        (tmp_path / name).write_text(f"Text of {name}.")
    (tmp_path / "lines.jsonl").write_text('{"id": "x", "text": "X."}\nbroken\n{"id": "y", "text": "Y."}\n')
    return tmp_path


def sources(records: list[Read], root: Path) -> list[str]:
    names = [record.source if isinstance(record, Document) else record.document.source for record in records]
    return [name.removeprefix(f"{root}/") for name in names]


def test_a_folder_is_read_in_the_order_of_names(folder: Path) -> None:
    notes: list[str] = []
    records = list(read_paths([str(folder)], note=notes.append))
    assert sources(records, folder) == ["a.TXT", "b.txt", "lines.jsonl#x", "lines.jsonl#2", "lines.jsonl#y", "sub/z.txt"]
    assert [type(record) for record in records].count(ErrorRecord) == 1
    assert "passed over 1 file " in notes[0]


def test_a_file_is_read_whatever_its_ending(folder: Path) -> None:
    [record] = read_paths([str(folder / "notes.md")])
    assert isinstance(record, Document)
    assert record.text == "Text of notes.md."


@pytest.mark.parametrize(
    "ending", ["json", "xml", "rtf", "doc", "odt", "epub", "xlsx", "pptx", "mbox", "zip", "tar.gz", "parquet"]
)
def test_a_form_that_is_not_read_is_refused_with_the_remedy(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"page.{ending}"
    path.write_text("<p>Text</p>")
    [record] = read_paths([str(path)])
    assert isinstance(record, ErrorRecord)
    assert "factx does not read" in record.error.message
    assert ";" in record.error.message


def test_globs_that_the_shell_left(folder: Path) -> None:
    assert sources(list(read_paths([f"{folder}/*.txt"])), folder) == ["b.txt"]
    assert sources(list(read_paths([f"{folder}/**/*.txt"])), folder) == ["b.txt", "sub/z.txt"]
    assert sources(list(read_paths([f"{folder}/**/[bz].*"])), folder) == ["b.txt", "sub/z.txt"]
    [record] = read_paths([f"{folder}/*.none"])
    assert isinstance(record, ErrorRecord)
    assert "no file matches" in record.error.message


def test_a_name_with_brackets_is_a_name_first(tmp_path: Path) -> None:
    (tmp_path / "report [final].txt").write_text("Text.")
    [record] = read_paths([str(tmp_path / "report [final].txt")])
    assert isinstance(record, Document)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    [record] = read_paths([str(tmp_path)])
    assert isinstance(record, ErrorRecord)
    assert "no file that factx reads" in record.error.message


@pytest.mark.parametrize(
    ("path", "kind"), [("missing.txt", "FileNotFoundError"), ("nul\0.txt", "ValueError"), ("x" * 300, "OSError")]
)
def test_what_cannot_be_opened_is_an_error_record(tmp_path: Path, path: str, kind: str) -> None:
    [record] = read_paths([str(tmp_path / path)])
    assert isinstance(record, ErrorRecord)
    assert record.error.type == kind


def test_a_folder_without_permission_costs_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    real: Callable[..., object] = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("/sub"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr("os.scandir", scandir)
    *rest, last = read_paths([str(folder)])
    assert len(rest) == 5
    assert isinstance(last, ErrorRecord)
    assert (last.document.source, last.error.type) == (f"{folder}/sub", "PermissionError")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Plain text.\nMore.", ["-"]),
        (b"", ["-"]),
        (b'\n {"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n', ["-#a", "-#b"]),
        (b"{not json} is how it starts.\n", ["-"]),
        (b"\x89PNG\r\n\x1a\n\x00", ["-"]),
    ],
)
def test_standard_input_is_text_or_lines(data: bytes, expected: list[str]) -> None:
    assert sources(list(read_paths(["-"], stdin=io.BytesIO(data))), Path("nowhere")) == expected


@pytest.mark.parametrize(("data", "said"), [(b"\x1f\x8b\x08rest", "gzip"), (b"\xff\xfe{\x00", "UTF-8"), (b"\x00\x01\n", "zero")])
def test_lines_that_are_no_lines_are_one_error(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "f.jsonl"
    path.write_bytes(data)
    [record] = read_paths([str(path)])
    assert isinstance(record, ErrorRecord)
    assert said in record.error.message


def test_a_text_that_memory_cannot_hold_is_refused_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factx.readers.document.MAX_CHARACTERS", 1000)
    long, sparse, fine = tmp_path / "long.txt", tmp_path / "sparse.txt", tmp_path / "fine.txt"
    long.write_text("word " * 300, encoding="utf-8")
    with sparse.open("wb") as file:
        file.truncate(5000)  # refused by its size, before it is read
    fine.write_text("word " * 100, encoding="utf-8")
    first, second, third = read_paths([str(long), str(sparse), str(fine)])
    assert isinstance(first, ErrorRecord)
    assert "split -C" in first.error.message
    assert isinstance(second, ErrorRecord)
    assert "too long" in second.error.message
    assert isinstance(third, Document)
