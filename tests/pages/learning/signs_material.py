"""Runs with known curves, for what pages say of overfitting."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory

RECORDED = Path(__file__).parents[2] / "engine" / "data" / "learning_curves.npz"


def recorded(name: str, seed: int = 1) -> np.ndarray:
    """Return the curves of a recorded run, (4, epochs); see tests/engine/data/README.md."""
    with np.load(RECORDED) as file:
        return file[name][seed - 1].astype(float)


def history_with(
    curves: np.ndarray, small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory], epochs: int
) -> RunHistory:
    """Return a small network's history whose first epochs have these curves, with room for all."""
    history = RunHistory(small(epochs=curves.shape[1] - 1))
    grow(history, curves, trained(small(epochs=1)), epochs)
    return history


def grow(history: RunHistory, curves: np.ndarray, pattern: RunHistory, epochs: int) -> None:
    """Let a history go on until this many epochs are done."""
    assert pattern.newest is not None
    for epoch in range(len(history), epochs + 1):
        costs_and_accuracies = dict(
            zip(
                ("training_cost", "validation_cost", "training_accuracy", "validation_accuracy"),
                (float(curve[epoch]) for curve in curves),
                strict=True,
            )
        )
        history.add(replace(pattern.newest, epoch=epoch, **costs_and_accuracies))
