"""Output to the terminal that started the program, if one did."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class OutputError(Exception):
    """Standard output cannot be written; ``str()`` says in English why."""


def tell(sentence: str) -> None:
    """Write a sentence to standard error; a program started by a double click may have none."""
    if sys.stderr is not None:
        with suppress(OSError):  # a full disk, or the terminal is gone: there is nowhere else to say it
            print(sentence, file=sys.stderr, flush=True)


def tell_or_show(sentence: str) -> None:
    """Write a sentence to standard error, or show it in a box where a window was wanted, and no terminal is there."""
    if sys.stderr is None and sys.platform == "win32":  # only there, programs with a window have none
        import ctypes

        # Of the system, not of Qt, which may be what is missing; an error, before all other windows.
        ctypes.windll.user32.MessageBoxW(None, sentence, "nnreg-gui", 0x10 | 0x10000)
    else:
        tell(sentence)


@contextmanager
def written_output() -> Iterator[None]:
    """Make sure that everything printed within gets through, to the last byte.

    Raises:
        OutputError: it does not.
        BrokenPipeError: the reader is gone.
    """
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except OSError as error:
        if sys.stdout is None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # otherwise Python would try again on exit
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"The output cannot be written ({error.strerror or error}).") from error
