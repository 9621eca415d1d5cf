"""Readers: bytes to documents, one file per form. ``read_paths`` is the door for files, folders, globs and standard input."""

from __future__ import annotations

from factx.readers.document import Document, failure
from factx.readers.paths import read_paths

__all__ = ["Document", "failure", "read_paths"]
