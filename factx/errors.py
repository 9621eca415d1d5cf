"""What can go wrong in a way that a user can mend: one root, few children, messages that say what to do next."""

from __future__ import annotations


class FactxError(Exception):
    """Root of all errors that factx raises on purpose. Its text is one line and names the remedy."""

    exit_code = 1


class InputError(FactxError):
    """An input cannot be read: missing, unreadable, binary, or not in the form that its name promises."""


class UsageError(FactxError):
    """An argument or option makes no sense, alone or with the others."""

    exit_code = 2


class ModelError(FactxError):
    """A model that was asked for is not installed or cannot be loaded."""

    exit_code = 3
