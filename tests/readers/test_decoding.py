"""From bytes to text."""

from __future__ import annotations

import pytest

from factx.errors import InputError
from factx.readers.decoding import decode

TEXT = "The mayor said: “Nobody told me – it’s a café.”\r\nShe left.\n"


@pytest.mark.parametrize(
    ("data", "expected", "codes"),
    [
        (TEXT.encode(), TEXT, []),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT, []),
        (TEXT.encode("utf-16"), TEXT, []),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, []),
        (TEXT.encode("utf-32"), TEXT, []),
        (TEXT.encode("utf-16-le"), TEXT, ["encoding"]),
        (TEXT.encode("utf-16-be"), TEXT, ["encoding"]),
        (TEXT.encode("cp1252"), TEXT, ["encoding"]),
        ("Caf\xe9 \x81\x8d".encode("latin-1"), "Caf\xe9 \x81\x8d", ["encoding"]),
        (b"", "", ["empty"]),
        (b" \r\n\t", " \r\n\t", ["empty"]),
        (b"\xef\xbb\xbf", "", ["empty"]),
        ("Łódź, Śląsk – “raz”".encode() + b"\xff", "Łódź, Śląsk – “raz”\ufffd", ["encoding"]),  # damaged UTF-8 stays UTF-8
        (b"\xff\xfea\x00b", "a\ufffd", ["encoding"]),
        (b"\x1b[31mred\x1b[0m alert", "\x1b[31mred\x1b[0m alert", []),  # a log with colours is text
    ],
)
def test_text_is_decoded_with_its_line_ends(data: bytes, expected: str, codes: list[str]) -> None:
    text, warnings = decode(data)
    assert text == expected
    assert [warning.code for warning in warnings] == codes


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bytes(range(256)), "zero bytes"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"text with \x00 in it", "zero bytes"),
        (b"\x01\x02\x03\x04\x05 beep \x06\x07", "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        decode(data)
