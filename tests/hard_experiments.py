"""Experiments that take for ever, or have no result."""

from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec

LONG = Experiment(training=TrainingSpec(epochs=100_000))
DIVERGING = Experiment(
    data=DataSpec(training_images=100),
    network=NetworkSpec(hidden=(20, 20, 20), activation="relu"),
    training=TrainingSpec(learning_rate=1_000.0, epochs=3),
)
