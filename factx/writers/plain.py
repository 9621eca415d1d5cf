"""Make a document's text safe to show: a terminal must not obey it."""

from __future__ import annotations

import re

# CSI and OSC sequences, other escapes, and the one-character CSI of the C1 set.
_ANSI = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor movements
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # OSC, DCS: titles, links, clipboards
    r"|\x1b[ -/]*[0-~]?"
)
_SPACE = re.compile(r"[\s\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# Marks that turn the direction of writing round can make a line read as what it does not say.
_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069\u061c\u200e\u200f]")


def plain(text: str) -> str:
    """Return a text on one line, without escape sequences, control characters, halves of surrogate pairs or turns of direction.

    Arguments:
        text: anything.

    Returns:
        The same words; white space is one space, a control character is shown as U+FFFD.
    """
    text = _ANSI.sub("", text)
    text = _SPACE.sub(" ", text)
    return _CONTROL.sub("\ufffd", _BIDI.sub("", text)).strip()
