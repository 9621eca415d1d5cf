"""Dates of publication as inputs write them, to ISO 8601; what is none is none."""

from __future__ import annotations

from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any


def iso_date(value: Any) -> str | None:
    """Return the date of an ISO 8601 date or time.

    Arguments:
        value: anything; its first ten characters are looked at.

    Returns:
        ``YYYY-MM-DD``, or None when it is no such date.
    """
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value).strip()[:10]).isoformat()
    except ValueError:
        return None


def mail_date(value: str | None) -> str | None:
    """Return the date of a mail's ``Date`` header (RFC 5322), in the sender's time zone.

    Arguments:
        value: the header.

    Returns:
        ``YYYY-MM-DD``, or None when it is no such date.
    """
    if not value:
        return None
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
