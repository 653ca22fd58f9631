"""The figures of a run: what pages compare runs by, and what lessons speak of."""

from collections.abc import Callable

import numpy as np

from nnreg_gui.engine.history import OF_LIES, RunHistory


def at_used_epoch(name: str) -> Callable[[RunHistory], float]:
    """Return what reads a column, as in `RunHistory.column`, at the epoch whose network is in use."""
    return lambda history: float(history.column(name)[history.used_epoch])


def _of_lies(name: str) -> Callable[[RunHistory], float | None]:
    return lambda history: at_used_epoch(name)(history) if history.experiment.data.lies else None


def _gap(history: RunHistory) -> float:
    return figures_at(history, history.used_epoch)["gap"]


def _seconds(history: RunHistory) -> float | None:
    return float(history.column("seconds")[1:].mean()) if len(history) > 1 else None


# By name: from a history with at least one record; None if not known. Accuracies, their gap and shares are in 0…1,
# times in seconds per epoch. "training_accuracy", "validation_accuracy", "gap", the weights and what is known
# of wrong labels belong to the network in use.
RUN_FIGURES: dict[str, Callable[[RunHistory], float | None]] = {
    "epoch": lambda history: float(history.used_epoch),
    "training_accuracy": at_used_epoch("training_accuracy"),
    "validation_accuracy": at_used_epoch("validation_accuracy"),
    "gap": _gap,
    "best_validation_accuracy": lambda history: float(history.column("validation_accuracy").max()),
    "best_epoch": lambda history: float(np.argmax(history.column("validation_accuracy"))),
    "lowest_cost": lambda history: float(history.column("validation_cost").min()),
    "lowest_cost_epoch": lambda history: float(np.argmin(history.column("validation_cost"))),
    "largest_weight": at_used_epoch("largest_weight"),
    "small_weights": at_used_epoch("small_weights"),
    **{name: _of_lies(name) for name in OF_LIES},
    "seconds": _seconds,
    "test_accuracy": lambda history: history.test_accuracy,
}


def figures_at(history: RunHistory, epoch: int) -> dict[str, float]:
    """Return what is known about a run's network at a recorded epoch, by name as in `RUN_FIGURES`."""
    row = history.rows[epoch]
    names = ("training_accuracy", "validation_accuracy", "largest_weight", "small_weights")
    of_lies = OF_LIES if history.experiment.data.lies else ()
    return {name: float(row[name]) for name in (*names, *of_lies)} | {
        "gap": float(row["training_accuracy"] - row["validation_accuracy"])
    }
