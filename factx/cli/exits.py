"""How a command ends: one line on standard error and the exit code that the README promises."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from factx.errors import FactxError

SOME_FAILED, INTERRUPTED, PIPE_CLOSED = 1, 130, 141


def say(message: str) -> None:
    """Write one line to standard error, harmless whatever a file's name or a text puts into it."""
    from factx.writers.plain import plain

    if sys.stderr is not None:
        sys.stderr.write(f"factx: {plain(message)}\n")  # in one piece, so that Ctrl-C cannot part a line from its end
        sys.stderr.flush()


@contextmanager
def exits(*, verbose: bool = False) -> Iterator[None]:
    """Turn what can end a command into its exit code.

    Arguments:
        verbose: show where an error of factx's own making came from.

    Raises:
        SystemExit: with the error's code; 130 for Ctrl-C; 141, as the shell has it, when the output's reader has left.
    """
    try:
        yield
    except FactxError as error:
        if verbose and error.__cause__:
            say(f"because of {type(error.__cause__).__name__}: {error.__cause__}")
        say(str(error))
        raise SystemExit(error.exit_code) from None
    except KeyboardInterrupt:
        say("interrupted")
        raise SystemExit(INTERRUPTED) from None
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE:
            _silence(sys.stdout)
            raise SystemExit(PIPE_CLOSED) from None
        say(f"cannot go on: {error.strerror or error}")
        _silence(sys.stdout)
        raise SystemExit(SOME_FAILED) from None


def _silence(stream: object) -> None:
    """Point a broken stream at nothing, so that the interpreter's last flush does not complain."""
    fileno = getattr(stream, "fileno", None)
    if fileno is not None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, fileno())
        os.close(nothing)
