"""PDF files from LibreOffice and from Chromium's print, and those that are broken, locked, or pictures."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import Document, pdf

pypdf = pytest.importorskip("pypdf", reason="reading PDF files needs factx[pdf]")


def changed(data: bytes, change: Callable[[object], object]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_report_from_libreoffice(files: Path) -> None:
    """Three pages with a running head and numbered feet, justified and hyphenated."""
    document = pdf.read((files / "report.pdf").read_bytes(), "report.pdf")
    assert (document.title, document.published, document.warnings) == ("Water losses in the Orvelle valley", None, ())
    paragraphs = document.text.rstrip().split("\n\n")
    assert paragraphs[0] == "Water losses in the Orvelle valley"
    assert paragraphs[2] == (
        "“We were not able to establish where the water goes,” the auditors write. “The municipalities were not able to "
        "establish it either.” According to the regional government, approximately 240 kilometres of pipes are more than sixty "
        "years old."
    )
    assert paragraphs[5].startswith(  # over a page's end
        "Representatives of the water company said in writing that they had repeatedly recommended pressure-reducing valves, "
        "a well-known remedy, and had been told"
    )
    assert (
        "“Transparency costs nothing,” the auditors conclude, “and it would have prevented considerable embarrassment.”"
        in document.text
    )
    assert "Lower Orvelle 412,000 34%" in paragraphs
    for gone in ("Audit office of", "Page ", "-\n", "- "):
        assert gone not in document.text


def test_a_page_printed_by_chromium(files: Path) -> None:
    document = pdf.read((files / "printed.pdf").read_bytes(), "printed.pdf")
    assert (document.title or "").startswith("Harbour board keeps pilot boats")
    assert "The first fire broke out on 27 February aboard the Sandpiper, about four miles off the North Mole" in document.text
    assert (
        "\n\n“Nobody was hurt, and I want it to stay that way,” said Petra Holm, who has led the board since 2019."
        in document.text
    )
    for gone in ("file:///", "1/2", "2/2", "\ufb01"):
        assert gone not in document.text


def test_a_file_with_a_password_is_an_error_and_one_without_is_none(files: Path) -> None:
    data = (files / "report.pdf").read_bytes()
    locked = changed(data, lambda writer: writer.encrypt("secret", algorithm="AES-256"))  # type: ignore[attr-defined]
    with pytest.raises(InputError, match="qpdf --decrypt"):
        pdf.read(locked, "x")
    for algorithm in ("RC4-128", "AES-256"):
        open_ = changed(data, lambda writer, how=algorithm: writer.encrypt("", "owner", algorithm=how))  # type: ignore[attr-defined, misc]
        assert pdf.read(open_, "x").text == pdf.read(data, "x").text


@pytest.mark.parametrize("keep", [10, 100, 1000, 20_000])
def test_a_file_that_is_cut_off_is_an_error_or_said_to_be_broken(
    files: Path, keep: int, read_all: Callable[..., list[object]]
) -> None:
    [record] = read_all("a.pdf", (files / "report.pdf").read_bytes()[:keep])
    message = record.warnings[0].message if isinstance(record, Document) else record.error.message  # type: ignore[attr-defined]
    assert "broken" in message


def test_pages_that_are_pictures_need_ocr() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(InputError, match="ocrmypdf"):
        pdf.read(out.getvalue(), "x")


def test_a_page_that_unpacks_to_too_much_costs_itself(files: Path) -> None:
    bomb = zlib.compress(b" " * 120_000_000, 9)
    assert len(bomb) < 200_000

    def swap(writer: object) -> None:
        stream = pypdf.generic.EncodedStreamObject()
        stream._data = bomb
        stream[pypdf.generic.NameObject("/Filter")] = pypdf.generic.NameObject("/FlateDecode")
        page = writer.pages[1]  # type: ignore[attr-defined]
        page[pypdf.generic.NameObject("/Contents")] = writer._add_object(stream)  # type: ignore[attr-defined]

    document = pdf.read(changed((files / "report.pdf").read_bytes(), swap), "x")
    assert [warning.code for warning in document.warnings] == ["pages"]
    assert "1 of 3 pages" in document.warnings[0].message
    assert "Water losses" in document.text
    assert "pressure-reducing" not in document.text


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Annual report", "Annual report"), ("Microsoft Word - report_final.docx", None), ("untitled", None), ("r17.indd", None)],
)
def test_a_title_that_a_program_made_up_is_none(files: Path, title: str, expected: str | None) -> None:
    data = changed((files / "report.pdf").read_bytes(), lambda writer: writer.add_metadata({"/Title": title}))  # type: ignore[attr-defined]
    assert pdf.read(data, "x").title == expected


def test_a_missing_library_is_one_line_with_the_command(
    files: Path, read_error: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdf", None)
    assert read_error("a.pdf", (files / "report.pdf").read_bytes()).endswith("pip install 'factx[pdf]'")
