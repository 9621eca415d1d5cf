"""What the readers' tests share: the files made by other programs, and one file read as a run reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factx.readers import Document, discover, read_item
from factx.records import ErrorRecord

FILES = Path(__file__).parent / "files"
Read = Document | ErrorRecord


@pytest.fixture(scope="session")
def files() -> Path:
    """The folder with files from LibreOffice, Chromium and a mail library; ``make.py`` there makes them."""
    return FILES


@pytest.fixture
def read_all(tmp_path: Path) -> Callable[..., list[Read]]:
    """Write bytes under a name and read the file as a run does."""

    def read(name: str, data: bytes, **more: str) -> list[Read]:
        path = tmp_path / name
        path.write_bytes(data)
        return [record for item in discover([str(path)]) for record in read_item(item, **more)]

    return read


@pytest.fixture
def read_document(read_all: Callable[..., list[Read]]) -> Callable[..., Document]:
    """The same for a file that holds one document."""

    def read(name: str, data: bytes, **more: str) -> Document:
        [record] = read_all(name, data, **more)
        assert isinstance(record, Document), record
        return record

    return read


@pytest.fixture
def read_error(read_all: Callable[..., list[Read]]) -> Callable[..., str]:
    """The same for a file that fails: the message of its one error record."""

    def read(name: str, data: bytes, **more: str) -> str:
        [record] = read_all(name, data, **more)
        assert isinstance(record, ErrorRecord), record
        assert "\n" not in record.error.message
        return record.error.message

    return read
