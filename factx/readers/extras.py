"""Libraries that a reader needs and a plain installation has not: imported when they are wanted, or one clear line."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from factx.errors import InputError


def need(module: str, extra: str, what: str) -> Any:
    """Import a module of an optional library.

    Arguments:
        module: its dotted name.
        extra: factx's extra that installs it.
        what: the form that cannot be read without it, for the message.

    Returns:
        The module.

    Raises:
        InputError: the library is not installed, or not whole; the message is the command that mends it.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise missing(extra, what) from error


def missing(extra: str, what: str) -> InputError:
    """Return the error that tells how to get what is missing; see ``need``."""
    return InputError(f"reading {what} needs a library that is not installed; get it with: pip install 'factx[{extra}]'")
