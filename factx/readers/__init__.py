"""Readers: bytes to documents, one file per form.

``discover`` finds what is to be read and ``read_item`` reads one of it; ``read_paths`` is the simple door built on the two.
"""

from __future__ import annotations

from factx.readers.discovery import Item, discover, paths_from, read_item
from factx.readers.document import Document, failure
from factx.readers.paths import read_paths

__all__ = ["Document", "Item", "discover", "failure", "paths_from", "read_item", "read_paths"]
