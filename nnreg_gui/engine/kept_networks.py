"""How many networks the runs of a day keep in memory."""

from collections.abc import Iterable

from nnreg_gui.engine.history import RunHistory

MOST_BYTES_KEPT = 512 * 2**20  # of the networks of all runs together


def thin(histories: Iterable[RunHistory], most_bytes: int = MOST_BYTES_KEPT) -> None:
    """Make runs keep fewer networks, one run after another, until those of all runs fit.

    The first, best and last network of a run stay, and so does the one in use.

    Args:
        histories: the first ones lose networks first.
        most_bytes: what all their networks together may take.
    """
    every = list(dict.fromkeys(histories))
    total = sum(history.kept_bytes for history in every)
    for history in every:
        while total > most_bytes:
            before, others = history.kept_bytes, history.keep_fewer()
            total += history.kept_bytes - before
            if not others:
                break
