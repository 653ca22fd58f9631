"""Made-up histories with known numbers."""

import numpy as np

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import Parameters


def made_up_run(
    *,
    epochs: int = 10,
    penalty: float = 0.0,
    training_accuracy: list[float] | None = None,
    validation_accuracy: list[float] | None = None,
    planned: int | None = None,
    wrong_labels: float = 0.0,
) -> RunHistory:
    """Make up a history: `made_up_run(training_accuracy=[0.1, 0.5, 1.0])` has two epochs after the start.

    Of wrong labels, the network learns as many as its training accuracy says.
    """
    if training_accuracy is not None:
        epochs = len(training_accuracy) - 1
    ramp = np.linspace(0, 1, epochs + 1)
    training = training_accuracy if training_accuracy is not None else (0.1 + 0.9 * ramp).tolist()
    validation = validation_accuracy if validation_accuracy is not None else (0.1 + 0.7 * ramp).tolist()
    experiment = Experiment(
        data=DataSpec(training_images=100, wrong_labels=wrong_labels),
        network=NetworkSpec(hidden=(2,)),
        training=TrainingSpec(epochs=planned or max(epochs, 1)),
    )
    weights = np.linspace(-1, 1, 2 * 784, dtype=np.float32).reshape(2, 784), np.ones((10, 2), np.float32)
    parameters = Parameters(weights, (np.zeros(2, np.float32), np.zeros(10, np.float32)))
    layers = tuple(summarize_weights(w) for w in weights)
    history = RunHistory(experiment)
    for epoch in range(epochs + 1):
        history.add(
            EpochRecord(
                epoch=epoch,
                training_cost=2.0 / (1 + epoch),
                validation_cost=2.0 / (1 + epoch) + 0.01 * epoch,
                penalty=penalty,
                training_accuracy=training[epoch],
                validation_accuracy=validation[epoch],
                seconds=0.01,
                layers=layers,
                parameters=parameters,
                wrong_labels_learnt=training[epoch] if experiment.data.lies else None,
                right_in_spite=1 - training[epoch] if experiment.data.lies else None,
            )
        )
    return history
