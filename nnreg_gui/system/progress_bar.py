"""A bar on the terminal that shows how far a task is."""

import sys
from time import monotonic
from typing import Self

_WIDTH = 30
_CLEARED = "\r\x1b[K"
_SECONDS_BETWEEN = 0.1


class ProgressBar:
    """Stands on the last line of standard error; silent if that is no terminal, so that logs stay readable.

    Args:
        hidden: whether it is silent anyway, since it would stand among other output.
    """

    def __init__(self, *, hidden: bool = False) -> None:
        self._visible = sys.stderr is not None and sys.stderr.isatty() and not hidden
        self._next = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Take the bar away, so that what follows begins on an empty line."""
        self._draw(_CLEARED)

    def show(self, text: str, share: float) -> None:
        """Draw a bar of which this share (0…1) is filled, after a short text, at most ten times a second."""
        now = monotonic()
        if not self._visible or now < self._next:
            return
        self._next = now + _SECONDS_BETWEEN
        filled = int(_WIDTH * share)
        self._draw(f"{_CLEARED}{text} {'█' * filled}{'░' * (_WIDTH - filled)}")

    def _draw(self, text: str) -> None:
        if self._visible:
            try:
                print(text, end="", file=sys.stderr, flush=True)
            except OSError:
                self._visible = False  # the terminal is gone
