"""What the program writes to the terminal that started it, if one did."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class OutputError(Exception):
    """Standard output cannot be written; ``str()`` says in English why."""


def tell(sentence: str) -> None:
    """Write a sentence to standard error; a program that a double click has started may have none."""
    if sys.stderr is not None:
        with suppress(OSError):  # a full disk, or a terminal that has gone: there is nowhere else to say it
            print(sentence, file=sys.stderr, flush=True)


@contextmanager
def written_output() -> Iterator[None]:
    """See that what is printed meanwhile gets where it should, to the last byte.

    Raises:
        OutputError: it does not.
        BrokenPipeError: whoever read it has gone.
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
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python would try once more, at its end
        if isinstance(error, BrokenPipeError):
            raise
        raise OutputError(f"The output cannot be written ({error.strerror or error}).") from error
