"""Curves on MNIST are those of the versions before other data sets could be opened."""

import hashlib

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import (
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    TrainingSpec,
)
from nnreg_gui.engine.wrong_labels import told_images
from tests.fixture_types import Trained

# The lecture's run, and one with all that draws at random: validation costs of epochs 0 to 3, which other processors
# round in another way.
LECTURE = Experiment(training=TrainingSpec(epochs=3))
WITH_EVERYTHING = Experiment(
    data=DataSpec(wrong_labels=0.2),
    network=NetworkSpec(hidden=(20, 10)),
    regularization=RegularizationSpec(penalty="l2", lambda_=0.1, dropout=0.5),
    augmentation=AugmentationSpec(rotation=15, shift=2, elastic_alpha=10),
    training=TrainingSpec(epochs=3),
)
COSTS = {LECTURE: (11.1594, 2.1446, 1.7113, 1.5683), WITH_EVERYTHING: (8.1449, 3.2828, 3.2234, 3.2271)}
WEIGHTS = (
    "00dd7f6cb82e8b921b9edfefd0849cb06e59e1855812be855286be4005e813cf"  # SHA-256 of the lecture's untrained network
)
TOLD = "788955839ac283a3aee839599b1850f93a0b8d8f51022114b01edf87ef0a7ebc"


@pytest.mark.parametrize("experiment", COSTS, ids=["lecture", "with everything"])
def test_a_run_goes_as_it_always_went(experiment: Experiment, trained_on_all: Trained) -> None:
    assert trained_on_all(experiment).column("validation_cost") == pytest.approx(COSTS[experiment], rel=1e-3)


def test_the_untrained_network_is_the_same_to_the_bit(trained_on_all: Trained) -> None:
    initial = trained_on_all(LECTURE).initial
    assert initial is not None
    arrays = initial.parameters.weights + initial.parameters.biases
    assert _sha256(*arrays) == WEIGHTS


def test_the_same_images_are_learned_with_the_same_lies(digits: Digits) -> None:
    split, _ = told_images(WITH_EVERYTHING, digits)
    assert _sha256(split.images, split.labels) == TOLD


def _sha256(*arrays: np.ndarray) -> str:
    return hashlib.sha256(b"".join(np.ascontiguousarray(array).tobytes() for array in arrays)).hexdigest()
