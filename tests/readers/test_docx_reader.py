"""Word documents: paragraphs, tables, changes, boxes; and those that are locked, broken, or bombs."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import docx

pytest.importorskip("docx", reason="reading Word documents needs factx[docx]")

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def with_body(files: Path, body: str) -> bytes:
    """Put a body into LibreOffice's file."""
    out = io.BytesIO()
    with zipfile.ZipFile(files / "report.docx") as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            data = before.read(part)
            if part.filename == "word/document.xml":
                data = re.sub(rb"<w:body>.*</w:body>", lambda _: f"<w:body>{body}</w:body>".encode(), data, flags=re.S)
            after.writestr(part, data)
    return out.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_report_from_libreoffice(files: Path) -> None:
    document = docx.read((files / "report.docx").read_bytes(), "report.docx")
    assert (document.title, document.published) == ("Water losses in the Orvelle valley", "2023-11-06")
    assert [warning.code for warning in document.warnings] == ["published"]
    paragraphs = document.text.rstrip().split("\n\n")
    assert len(paragraphs) == 11
    assert paragraphs[0] == "Water losses in the Orvelle valley"
    assert paragraphs[2].startswith("“We were not able to establish where the water goes,” the auditors write.")
    assert paragraphs[6:8] == [
        "The losses by municipality are as follows.",
        "Municipality | Cubic metres | Share\nLower Orvelle | 412,000 | 34%\nSaint-Brice | 96,500 | 28%",
    ]
    assert paragraphs[-1].endswith("respond within ninety days.")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<w:p>{run('A')}<w:ins>{run(' new')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>", "A new\n"),
        (f"<w:p><w:moveFrom>{run('Moved')}</w:moveFrom>{run('Stays')}</w:p>", "Stays\n"),
        (f"<w:sdt><w:sdtContent><w:p>{run('In a control')}</w:p></w:sdtContent></w:sdt>", "In a control\n"),
        (
            f"<w:p>{run('A')}<w:hyperlink>{run(' link')}</w:hyperlink><w:r><w:br/><w:t>B</w:t><w:tab/><w:t>C</w:t></w:r></w:p>",
            "A link\nB\tC\n",
        ),
        (f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:instrText>PAGE</w:instrText></w:r>{run('x')}</w:p>", "x\n"),
        (
            f"<w:p>{run('A')}<w:r><w:pict><w:txbxContent><w:p>{run('Box')}</w:p></w:txbxContent></w:pict></w:r>{run('B')}</w:p>",
            "AB\n\nBox\n",
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('1')}</w:p><w:p>{run('2')}</w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p>{run('in')}</w:p>"
            f"</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            "1 2 | in\n",
        ),
    ],
)
def test_the_forms_of_a_body(files: Path, body: str, expected: str) -> None:
    assert docx.read(with_body(files, body), "x").text == expected


def test_no_text_is_an_error(files: Path) -> None:
    with pytest.raises(InputError, match="no text in this Word file"):
        docx.read(with_body(files, "<w:p/>"), "x")


def test_a_bomb_is_refused_unread(files: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    with pytest.raises(InputError, match="decompression bombs"):
        docx.read(out.getvalue(), "x")


@pytest.mark.parametrize("keep", [4, 100, 3000, 7400])
def test_a_file_that_is_cut_off_is_an_error(files: Path, keep: int, read_error: Callable[..., str]) -> None:
    assert "broken or cut off" in read_error("a.docx", (files / "report.docx").read_bytes()[:keep])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "has a password"),
        (b"Plain text.", "no Word file"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
    ],
)
def test_what_is_no_word_file_is_an_error(data: bytes, said: str, read_error: Callable[..., str]) -> None:
    assert said in read_error("a.docx", data)


def test_a_zip_of_something_else_is_an_error(read_error: Callable[..., str]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "x")
    assert "this Word file is broken" in read_error("a.docx", out.getvalue())
    assert "ZIP archive" in read_error("a.txt", out.getvalue())


def test_a_missing_library_is_one_line_with_the_command(
    files: Path, read_error: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    assert read_error("a.docx", (files / "report.docx").read_bytes()).endswith("pip install 'factx[docx]'")
