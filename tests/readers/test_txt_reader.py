"""Plain text: one file, one document."""

from __future__ import annotations

from factx.readers import txt


def test_a_file_is_a_document() -> None:
    document = txt.read("Zwei café\r\n".encode("latin-1"), "a/b.txt")
    assert (document.text, document.source, document.title, document.published) == ("Zwei café\r\n", "a/b.txt", None, None)
    assert [warning.code for warning in document.warnings] == ["encoding"]
