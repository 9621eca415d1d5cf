"""Mail: subject, date, and the text of the body, in any charset and transfer encoding."""

from __future__ import annotations

import base64
from email.message import EmailMessage
from pathlib import Path

import pytest

from factx.errors import InputError
from factx.readers import eml

HEAD = b"From: a@example.org\r\nSubject: Fires\r\nDate: Fri, 01 Mar 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\n"


def test_a_message_from_a_mail_program(files: Path) -> None:
    document = eml.read((files / "mail.eml").read_bytes(), "mail.eml")
    assert document.title == "Statement: pilot boats “Sandpiper” and “Curlew” — café talks with crews on Wednesday"
    assert (document.published, document.warnings) == ("2024-03-12", ())
    paragraphs = document.text.rstrip().split("\n\n")
    assert paragraphs[0] == "Dear editors,"
    assert "“We would rather explain a late ship than a lost one,” chairwoman Petra Holm said on Tuesday." in paragraphs[1]
    assert "about €85,000, will arrive" in paragraphs[2]
    assert paragraphs[3] == "Kind regards\nThe press office"
    assert "logo" not in document.text


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\n\x93Caf\xe9\x94\r\n", "“Café”\n"),
        (
            b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9 =\r\nnoir",
            "Café noir\n",
        ),
        (
            b"Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + base64.b64encode("Café".encode("utf-16-le")),
            "Café\n",
        ),
        (b"Content-Type: text/plain; charset=no-such\r\n\r\nCaf\xc3\xa9", "Café\n"),
        (b"\r\nPlain and old.", "Plain and old.\n"),
        (b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>One.</p><p>Two&nbsp;&euro;</p>", "One.\n\nTwo\xa0€\n"),
        (
            b"Content-Type: text/plain; format=flowed\r\n\r\nOne line \r\nthat goes on.\r\nNext.\r\n-- \r\nMe",
            "One line that goes on.\nNext.\n-- \nMe\n",
        ),
    ],
)
def test_charsets_and_encodings(part: bytes, expected: str) -> None:
    document = eml.read(HEAD + part, "x")
    assert (document.text, document.title, document.published) == (expected, "Fires", "2024-03-01")


def test_an_empty_plain_part_gives_way_to_the_html_part() -> None:
    message = EmailMessage()
    message["Subject"] = "A"
    message.set_content("\n")
    message.add_alternative("<p>The <b>text</b>.</p>", "html")
    assert eml.read(message.as_bytes(), "x").text == "The text.\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<p>no headers", "no header lines"),
        (HEAD + b"\r\n", "no text"),
        (HEAD + b"Content-Type: application/pgp-encrypted\r\n\r\nx", "no text"),
        (HEAD + b"Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b--", "encrypted"),
        (HEAD + b"Content-Type: multipart/mixed\r\n\r\nno boundary", "no text"),
    ],
)
def test_what_is_no_message_is_an_error(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        eml.read(data, "x")


def test_a_date_that_is_none_is_none() -> None:
    assert eml.read(b"Subject: A\r\nDate: yesterday\r\n\r\nText", "x").published is None
