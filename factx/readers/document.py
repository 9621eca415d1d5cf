"""What a reader hands on: a document to read, or the record of why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from factx.records import ErrorInfo, ErrorRecord, ErrorSource, Warn


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
