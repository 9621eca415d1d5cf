"""A file appears only when it is complete."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factx.errors import UsageError
from factx.writers import format_of, open_writer
from factx.writers.output import open_output


def test_a_file_is_renamed_into_place(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")
    path.chmod(0o640)
    with open_output(str(path)) as stream:
        stream.write("new “é”\n")
        assert path.read_text() == "old"
    assert path.read_text(encoding="utf-8") == "new “é”\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        with open_output(str(tmp_path / "out.json")) as stream:
            stream.write("x")
    finally:
        os.umask(old)
    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError])
def test_a_run_that_fails_leaves_the_old_file(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.json"
    path.write_text("old")

    def run() -> None:
        with open_output(str(path)) as stream:
            stream.write("half")
            raise error

    with pytest.raises(error):
        run()
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.json"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    with open_output(str(tmp_path / "link.json")) as stream:
        stream.write("new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_a_device_is_written_to() -> None:
    with open_output(os.devnull) as stream:
        stream.write("x")
    assert not os.path.isfile(os.devnull)


@pytest.mark.parametrize("name", ["", "no/such/folder/out.json"])
def test_a_place_that_cannot_be_written_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="cannot write"), open_output(str(tmp_path / name)):
        pass


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.json", "json"),
        ("A.JSONL", "jsonl"),
        ("x.y.ndjson", "jsonl"),
        ("dir.d/a.csv", "csv"),
        ("a.SQLite3", "db"),
        ("a.parquet/", "parquet"),
    ],
)
def test_the_ending_is_the_format(path: str, name: str) -> None:
    assert format_of(path) == name


@pytest.mark.parametrize("path", ["a.yaml", "a.xlsx", "a", "json"])
def test_an_unknown_ending_names_those_there_are(path: str) -> None:
    with pytest.raises(UsageError, match=r"\.json .*\.csv"):
        format_of(path)


def test_an_unknown_format_names_those_there_are() -> None:
    with open(os.devnull, "w") as stream, pytest.raises(UsageError, match="table, json, jsonl, csv, html, db, parquet"):
        open_writer("yaml", stream)
