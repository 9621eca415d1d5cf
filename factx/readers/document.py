"""What a reader hands on: a document to read, or the record of why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from factx.errors import InputError
from factx.records import ErrorInfo, ErrorRecord, ErrorSource, Warn

# A parsed text takes about 400 bytes of memory a character: this many take 8 GB.
MAX_CHARACTERS = 20_000_000


def check_length(length: int) -> None:
    """Refuse a text that would not fit into memory.

    Arguments:
        length: of the text in characters, or of a file in bytes divided by the most that a character can take.

    Raises:
        InputError: it is longer than ``MAX_CHARACTERS``; the message says how to split it.
    """
    if length > MAX_CHARACTERS:
        raise InputError(
            f"this text is too long to be read at once ({length:,} characters, {MAX_CHARACTERS:,} at the most); "
            "split it into several files, for instance with: split -C 10m --additional-suffix=.txt FILE part-"
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A text with where it is from.

    Arguments:
        text: the decoded text, line ends as they are; all offsets point into it.
        source: the path, ``path#id`` for a line of a JSON Lines file, ``-`` for standard input.
        title: the title, if the input carries one.
        published: ISO 8601 date, if the input carries one.
        warnings: what a reader of the results should know about how the text was read.
    """

    text: str
    source: str
    title: str | None = None
    published: str | None = None
    warnings: tuple[Warn, ...] = ()


def failure(source: str, error: BaseException) -> ErrorRecord:
    """Turn an exception into the record that stands in the stream for an input that failed.

    Arguments:
        source: the input's name.
        error: what happened; its class is the record's ``type``.

    Returns:
        The record; its message is one line.
    """
    message = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    message = " ".join(message.split()) or "no reason given"
    return ErrorRecord(
        document=ErrorSource(source=source),
        error=ErrorInfo(
            type=type(error).__name__, message=message[:1].lower() + message[1:] if isinstance(error, OSError) else message
        ),
    )
