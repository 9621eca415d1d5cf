"""``factx extract`` as a real process: pipes, terminals, encodings, signals."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factx.records import ErrorRecord, Extraction

FACTX = [sys.executable, "-m", "factx"]
Start = Callable[..., "subprocess.CompletedProcess[bytes]"]


def on_terminal(*args: str | Path, columns: int = 80, env: dict[str, str] | None = None) -> tuple[int, str]:
    """Run factx on a pseudo-terminal and return its exit code and what it showed."""
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    process = subprocess.Popen(
        [*FACTX, *map(str, args)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**clean, "TERM": "xterm-256color", "COLUMNS": str(columns), **(env or {})},
    )
    os.close(theirs)
    shown = b""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so when the other end is gone
                break
            if not part:
                break
            shown += part
        elif process.poll() is not None:
            break
    os.close(ours)
    return process.wait(timeout=10), shown.decode("utf-8").replace("\r\n", "\n")


def test_every_kind_of_input_in_one_run(start: Start, tmp_path: Path, article: str) -> None:
    """One process reads them all: each bad one costs one record and one line, and nothing else."""
    files: dict[str, bytes] = {
        "1-utf8.txt": article.encode(),
        "2-latin1.txt": 'Café owner José Núñez said: "It\'s over."'.encode("latin-1"),
        "3-utf16.txt": article.encode("utf-16"),
        "4-empty.txt": b"",
        "5-binary.txt": bytes(range(256)) * 4,
        "6-odd.jsonl": rb'{"id": "\u001b[31m", "text": "Mayor \ud800 Ortiz said \u202e40\u202c [bold]people[/bold] left.\u0000"}'
        + b"\n{cut",
        "7-crlf.txt": article.replace("\n", "\r\n").encode(),
        "8-link.txt": b"",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "8-link.txt").unlink()
    (tmp_path / "8-link.txt").symlink_to("nowhere.txt")
    done = start("extract", tmp_path, "--include-text")
    assert done.returncode == 1
    records = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    names = [record["document"]["source"].removeprefix(f"{tmp_path}/") for record in records]
    assert names == [*list(files)[:5], "6-odd.jsonl#\x1b[31m", "6-odd.jsonl#2", *list(files)[6:]]
    failed = {name for name, record in zip(names, records, strict=True) if "error" in record}
    assert failed == {"4-empty.txt", "5-binary.txt", "6-odd.jsonl#2", "8-link.txt"}
    assert records[1]["document"]["text"].startswith("Café owner José Núñez")
    assert [warning["code"] for warning in records[1]["warnings"]] == ["encoding"]
    assert records[2]["quotes"] == records[0]["quotes"]
    assert "is empty" in records[3]["error"]["message"]
    assert "\r\n" in records[7]["document"]["text"]
    for record in records:
        text = record.get("document", {}).get("text")
        for quote in record.get("quotes", []):
            assert all(text[piece["start"] : piece["end"]] == piece["text"] for piece in quote["content"])
    errors = done.stderr.decode()
    assert "Traceback" not in errors
    assert "\x1b" not in errors
    for name in ("5-binary.txt", "8-link.txt", "2-latin1.txt", "4-empty.txt"):
        assert len([line for line in errors.splitlines() if f"{name}:" in line]) == 1


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path, article: str) -> None:
    with open(tmp_path / "many.jsonl", "w", encoding="utf-8") as file:
        for number in range(40):
            file.write(json.dumps({"id": number, "text": article * 5}) + "\n")
    process = subprocess.Popen([*FACTX, "extract", tmp_path / "many.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert len(process.stdout.read(10)) == 10
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert errors == ""


def test_ctrl_c_ends_at_once_and_leaves_no_half_file(tmp_path: Path, article: str) -> None:
    (tmp_path / "many.jsonl").write_text(
        "".join(json.dumps({"id": n, "text": f"{n}. {article * 20}"}) + "\n" for n in range(500)), encoding="utf-8"
    )
    out = tmp_path / "out"
    out.mkdir()
    process = subprocess.Popen(
        [*FACTX, "extract", tmp_path / "many.jsonl", "-o", out / "a.jsonl", "-v"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    for _ in range(600):
        if list(out.glob("a.jsonl.run/*/*.jsonl")):  # some are read, and far from all
            break
        time.sleep(0.1)
    else:
        pytest.fail("nothing was read")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1] == "factx: interrupted"
    assert set(os.listdir(out)) <= {"a.jsonl.run"}  # what the same command goes on from


def test_a_terminal_gets_a_table(story: Path) -> None:
    code, shown = on_terminal("extract", story)
    assert code == 0
    assert "\x1b[1" in shown
    assert "Harbour board defends crane deal" in shown
    assert not shown.lstrip().startswith("{")


def test_a_narrow_terminal_without_colours(story: Path) -> None:
    code, shown = on_terminal("extract", story, story, columns=40, env={"NO_COLOR": "1"})
    assert code == 0
    assert "\x1b" not in shown
    page = shown.split("factx: ")[0]
    assert page.count("Harbour board defends crane deal") == 2
    assert max(map(len, page.splitlines())) <= 40


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own are for the user who runs it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


def test_a_folder_without_permission(open_folder: Path, article: str) -> None:
    closed, secret = open_folder / "b-closed", open_folder / "c-secret.txt"
    closed.mkdir()
    for path in (open_folder / "a.txt", closed / "b.txt", secret):
        path.write_text(article, encoding="utf-8")
    somebody_else: list[str] = []
    if os.geteuid() == 0:  # the superuser may read everything, so it runs as nobody
        somebody_else = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
        if not shutil.which("setpriv") or subprocess.run([*somebody_else, *FACTX, "--version"], capture_output=True).returncode:
            pytest.skip("the superuser may read everything, and nobody else can run this Python")
    closed.chmod(0)
    secret.chmod(0)
    done = subprocess.run([*somebody_else, *FACTX, "extract", open_folder], capture_output=True, timeout=120)
    closed.chmod(0o755)
    assert done.returncode == 1
    first, second, third = done.stdout.splitlines()
    assert Extraction.model_validate_json(first).document.source == f"{open_folder}/a.txt"
    for line, place in ((second, closed), (third, secret)):
        record = ErrorRecord.model_validate_json(line)
        assert (record.document.source, record.error.type) == (str(place), "PermissionError")
    assert len([line for line in done.stderr.decode().splitlines() if "permission denied" in line]) == 2


def test_only_bad_input_answers_without_loading_a_model(start: Start, tmp_path: Path) -> None:
    begun = time.perf_counter()
    done = start("extract", "missing.txt", tmp_path)
    assert done.returncode == 1
    assert [ErrorRecord.model_validate_json(line).document.source for line in done.stdout.splitlines()] == [
        "missing.txt",
        str(tmp_path),
    ]
    assert time.perf_counter() - begun < 5


def test_a_missing_model_is_three(start: Start, story: Path) -> None:
    done = start("extract", story, "--model", "no_such_model")
    assert (done.returncode, done.stdout) == (3, b"")
    assert re.fullmatch(r"factx: model 'no_such_model' cannot be loaded .*'factx models'.*\n", done.stderr.decode())


def test_a_full_disk_is_one_line(start: Start, story: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full here")
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*FACTX, "extract", story], stdout=full, stderr=subprocess.PIPE, timeout=120)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["factx: cannot go on: No space left on device"]


def test_the_same_input_gives_the_same_bytes(start: Start, story: Path) -> None:
    first, second = (start("extract", story, env={"PYTHONHASHSEED": seed}) for seed in ("1", "2"))
    assert first.stdout == second.stdout
