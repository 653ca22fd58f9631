"""A made-up run for the race of the rules: lowest validation cost at epoch 10, best accuracy from epoch 20 on."""

import numpy as np

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import Parameters

WEIGHTS = (np.linspace(-1, 1, 784, dtype=np.float32).reshape(1, 784), np.ones((10, 1), np.float32))
PARAMETERS = Parameters(WEIGHTS, (np.zeros(1, np.float32), np.zeros(10, np.float32)))
LAYERS = tuple(summarize_weights(w) for w in WEIGHTS)


def overfitting_run(epochs: int, planned: int = 100) -> RunHistory:
    """Return a run up to an epoch."""
    experiment = Experiment(
        data=DataSpec(training_images=100), network=NetworkSpec(hidden=(1,)), training=TrainingSpec(epochs=planned)
    )
    history = RunHistory(experiment)
    go_on(history, epochs)
    return history


def go_on(history: RunHistory, until: int) -> None:
    """Let it go on until an epoch."""
    for epoch in range(len(history), until + 1):
        history.add(
            EpochRecord(
                epoch=epoch,
                training_cost=2.0 * 0.95**epoch,
                validation_cost=1.0 + (0.1 * (10 - epoch) if epoch < 10 else 0.006 * (epoch - 10)),
                penalty=0.0,
                training_accuracy=min(1.0, 0.1 + 0.05 * epoch),
                validation_accuracy=min(0.8, 0.1 + 0.035 * epoch),
                seconds=0.1,
                layers=LAYERS,
                parameters=PARAMETERS,
            )
        )
