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
