"""The door to files of every form: what appears is complete, what fails leaves what stood there."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factx.errors import UsageError
from factx.records import ErrorRecord, Extraction
from factx.writers import FORMATS, check_output, open_file_writer, output_paths
from factx.writers.csv import COLUMNS
from factx.writers.rows import TABLES


def write(name: str, path: Path, *records: Extraction | ErrorRecord, **settings: object) -> None:
    with open_file_writer(name, str(path), **settings) as writer:
        for record in records:
            writer.write(record)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("error_type", [KeyboardInterrupt, RuntimeError])
def test_a_run_that_fails_half_way_leaves_the_old_files(
    tmp_path: Path, record: Extraction, error: ErrorRecord, name: str, error_type: type[BaseException]
) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / f"out.{name}"
    write(name, path, record, error)
    before = contents(tmp_path)
    assert before

    def run() -> None:
        with open_file_writer(name, str(path)) as writer:
            for _ in range(3):
                writer.write(record)
            assert contents(tmp_path).items() >= before.items()
            raise error_type

    with pytest.raises(error_type):
        run()
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", FORMATS)
def test_what_stood_there_is_replaced_as_a_whole(tmp_path: Path, record: Extraction, error: ErrorRecord, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / "new").mkdir()
    write(name, tmp_path / "new" / "out", record)
    write(name, tmp_path / "out", record, error, record)
    write(name, tmp_path / "out", record)
    fresh = {key: value for key, value in contents(tmp_path).items() if not key.startswith("new")}
    assert fresh == contents(tmp_path / "new")


@pytest.mark.parametrize("name", FORMATS)
def test_closing_twice_writes_once(tmp_path: Path, record: Extraction, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    for folder in ("once", "twice"):
        (tmp_path / folder).mkdir()
        with open_file_writer(name, str(tmp_path / folder / "out")) as writer:
            writer.write(record)
            if folder == "twice":
                writer.close()
    assert contents(tmp_path / "once") == contents(tmp_path / "twice")


def test_csv_is_a_file_for_each_kind(tmp_path: Path, record: Extraction, error: ErrorRecord) -> None:
    write("csv", tmp_path / "facts.csv", record, error)
    names = ["facts.claims.csv", "facts.entities.csv", "facts.errors.csv", "facts.quotes.csv"]
    assert sorted(os.listdir(tmp_path)) == names
    for kind, count in (("entities", 1), ("quotes", 4), ("claims", 3)):
        with open(tmp_path / f"facts.{kind}.csv", encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert list(rows[0]) == ["document", *COLUMNS[kind]]
        assert len(rows) == count
    assert (tmp_path / "facts.errors.csv").read_text() == "document,type,message\nb.txt,InputError,it is broken\n"
    assert output_paths("csv", str(tmp_path / "facts.csv")) == [
        str(tmp_path / f"facts.{kind}.csv") for kind in ("entities", "quotes", "claims")
    ]


def test_csv_formulas_are_defused_in_files(tmp_path: Path, hostile: Extraction, error: ErrorRecord) -> None:
    failed = error.model_copy(update={"error": error.error.model_copy(update={"message": "=cmd()"})})
    write("csv", tmp_path / "facts.csv", hostile, failed)
    for path in tmp_path.iterdir():
        with open(path, encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                assert not any(value.startswith("=") for value in row.values())


def test_an_old_file_of_errors_goes_when_it_is_ours(tmp_path: Path, record: Extraction, error: ErrorRecord) -> None:
    write("csv", tmp_path / "facts.csv", record, error)
    write("csv", tmp_path / "facts.csv", record)
    assert not (tmp_path / "facts.errors.csv").exists()
    (tmp_path / "facts.errors.csv").write_text("my own notes")
    write("csv", tmp_path / "facts.csv", record)
    assert (tmp_path / "facts.errors.csv").read_text() == "my own notes"


def test_csv_of_one_kind_is_the_file_that_was_named(tmp_path: Path, record: Extraction) -> None:
    write("csv", tmp_path / "facts.csv", record, kinds=("quotes",))
    assert os.listdir(tmp_path) == ["facts.csv"]
    assert output_paths("csv", "facts.csv", kinds=("quotes",)) == ["facts.csv"]


def test_standard_output_is_one_stream(record: Extraction, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    with open_file_writer("csv", None) as writer:
        writer.write(record)
    assert capfdbinary.readouterr().out.startswith(b"document,kind,id,")
    with open_file_writer("jsonl", "-") as writer:
        writer.write(record)
    assert json.loads(capfdbinary.readouterr().out)["document"]["source"] == "a.txt"


@pytest.mark.parametrize("name", ["db", "parquet"])
@pytest.mark.parametrize("path", [None, "-"])
def test_what_is_no_stream_says_so(name: str, path: str | None) -> None:
    with pytest.raises(UsageError, match=f"cannot go to standard output; name one with -o facts.{name}"):
        check_output(name, path)


@pytest.mark.parametrize(
    ("path", "said"), [("", "no name"), ("no/folder/out", "make it first"), (".", "it is a folder"), ("a\0b", "cannot write")]
)
def test_a_name_that_is_no_place_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, said: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=said):
        check_output("db", path)


def _database_in_use(folder: Path) -> None:
    (folder / "out-wal").write_bytes(b"x")


def _folder(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "letter.txt").write_text("dear")


@pytest.mark.parametrize(
    ("name", "prepare", "said"),
    [
        ("db", _database_in_use, "has it open"),
        ("db", _folder, "it is a folder"),
        ("csv", _folder, "it is a folder"),
        ("parquet", _folder, "holds other files"),
        ("db", lambda folder: os.mkfifo(folder / "out"), "it is no file"),
    ],
)
def test_what_cannot_be_written_is_told_before_and_stays(
    tmp_path: Path, name: str, prepare: Callable[[Path], None], said: str
) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    prepare(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=said), open_file_writer(name, str(tmp_path / "out")):
        pass
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["db", "parquet"])
def test_a_link_stays_a_link(tmp_path: Path, record: Extraction, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    write(name, tmp_path / "real", record)
    (tmp_path / "link").symlink_to("real")
    write(name, tmp_path / "link", record, record)
    assert (tmp_path / "link").is_symlink()
    assert sorted(os.listdir(tmp_path)) == ["link", "real"]


def test_a_folder_takes_the_place_of_a_file(tmp_path: Path, record: Extraction) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "out.parquet"
    path.write_text("a file of another program")
    path.chmod(0o600)
    write("parquet", path, record)
    assert sorted(os.listdir(path)) == sorted(f"{table}.parquet" for table in TABLES)
    assert path.stat().st_mode & 0o111


KILLED = """
import sys, time
from factx.writers import open_file_writer
with open_file_writer(sys.argv[1], sys.argv[2]) as writer:
    print("open", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("name", ["jsonl", "db", "parquet"])
def test_what_a_killed_run_left_goes_with_the_next(tmp_path: Path, record: Extraction, name: str) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    path = tmp_path / "out"
    command = [sys.executable, "-c", KILLED, name, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        [left] = os.listdir(tmp_path)
        # A run that is alive keeps its own.
        write(name, path, record)
        assert sorted(os.listdir(tmp_path)) == sorted([left, "out"])
        process.send_signal(signal.SIGKILL)
    write(name, path, record)
    assert os.listdir(tmp_path) == ["out"]


def test_a_folder_that_stepped_aside_comes_back(tmp_path: Path, record: Extraction) -> None:
    pytest.importorskip("pyarrow")
    path = tmp_path / "out"
    write("parquet", path, record)
    before = contents(path)
    path.rename(tmp_path / ".out.abcdefgh.tmp.old")
    with pytest.raises(RuntimeError), open_file_writer("parquet", str(path)):
        raise RuntimeError
    assert contents(path) == before
    assert os.listdir(tmp_path) == ["out"]
