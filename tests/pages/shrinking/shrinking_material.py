"""Runs for the page about shrinking."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.shrinking.run_pairs import with_biases
from nnreg_gui.plots.drawn_run import DrawnRun

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


def penalized_runs(small: Small, trained: Trained) -> list[DrawnRun]:
    """Train L2, L1, L2 with penalized biases, and no penalty, as runs 1 to 4."""
    l2 = small(epochs=4, penalty="l2", lambda_=0.5)
    l1 = small(epochs=4, penalty="l1", lambda_=0.5)
    experiments = (l2, l1, with_biases(l2, penalized=True), small(epochs=4))
    return [DrawnRun(trained(one), place + 1, selected=place == 3) for place, one in enumerate(experiments)]


def as_planned(trained: Trained) -> Trained:
    """Return a function that makes up runs of all epochs, ending with a network trained for one, on a few images."""

    def run(experiment: Experiment) -> RunHistory:
        training, data = replace(experiment.training, epochs=1), replace(experiment.data, training_images=100)
        short = trained(replace(experiment, training=training, data=data))
        assert short.initial is not None
        assert short.newest is not None
        epochs = experiment.training.epochs
        rows = np.zeros(epochs + 1, short.rows.dtype)
        rows["epoch"] = range(epochs + 1)
        rows["validation_accuracy"] = np.linspace(0.1, short.newest.validation_accuracy, epochs + 1)
        return RunHistory.restored(experiment, rows, [short.initial, replace(short.newest, epoch=epochs)])

    return run
