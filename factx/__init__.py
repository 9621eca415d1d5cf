"""factx reads news and reports: who is named, who said what, and which figures are claimed, by whom.

    >>> import factx
    >>> record = factx.extract("The ministry said at least 40 people were hurt.")

Importing factx is cheap: spaCy is imported when the first text is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factx._version import __version__

if TYPE_CHECKING:
    from factx.errors import FactxError
    from factx.extraction import extract
    from factx.pipeline import load
    from factx.records import Extraction

__all__ = ["Extraction", "FactxError", "__version__", "extract", "load"]

_HOME = {
    "extract": "factx.extraction",
    "load": "factx.pipeline",
    "Extraction": "factx.records",
    "FactxError": "factx.errors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'factx' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
