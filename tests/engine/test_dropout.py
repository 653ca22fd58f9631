"""Dropout: remaining activations are scaled up by 1/(1−p) for every p, and nothing is dropped when measuring."""

import math

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.dropout import draw_masks
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.network import forward
from nnreg_gui.engine.training import train


@pytest.mark.parametrize("p", [0.2, 0.5, 0.8])
def test_a_neuron_is_switched_off_or_scaled_up_and_the_shares_are_right(p: float) -> None:
    masks = draw_masks(
        np.random.default_rng(1), p, [np.empty((200, 300), np.float32), np.empty((200, 100), np.float32)]
    )
    for mask in masks:
        assert mask.dtype == np.float32
        assert set(np.unique(mask).tolist()) == {0.0, float(np.float32(1 / (1 - p)))}
        # Five standard deviations of a share of this many draws.
        margin = 5 * math.sqrt(p * (1 - p) / mask.size)
        assert np.count_nonzero(mask == 0) / mask.size == pytest.approx(p, abs=margin)
        assert mask.mean(dtype=float) == pytest.approx(1.0, abs=margin / (1 - p))


def test_every_image_and_layer_has_neurons_of_its_own_switched_off() -> None:
    first, second = draw_masks(np.random.default_rng(1), 0.5, [np.empty((4, 64), np.float32) for _ in range(2)])
    patterns = [tuple(row) for row in (*first.tolist(), *second.tolist())]
    assert len(set(patterns)) == len(patterns)


def test_new_masks_are_drawn_each_time() -> None:
    random, masks = np.random.default_rng(1), [np.empty((4, 64), np.float32)]
    first = draw_masks(random, 0.5, masks)[0].copy()
    assert (draw_masks(random, 0.5, masks)[0] != first).any()


def test_nothing_is_dropped_when_measuring(few_digits: Digits) -> None:
    experiment = Experiment(
        data=DataSpec(training_images=50),
        network=NetworkSpec(hidden=(8, 6)),
        regularization=RegularizationSpec(dropout=0.5),
        training=TrainingSpec(epochs=2),
    )
    for event in train(experiment, few_digits):
        if isinstance(event, EpochRecord):
            for split, cost, accuracy in (
                (few_digits.training[:50], event.training_cost, event.training_accuracy),
                (few_digits.validation, event.validation_cost, event.validation_accuracy),
            ):
                a = forward(event.parameters.astype(np.float64), split.inputs.astype(np.float64), "sigmoid")
                y = split.targets
                assert cost == pytest.approx(-(y * np.log(a) + (1 - y) * np.log1p(-a)).sum() / len(split), rel=1e-5)
                assert accuracy == np.mean(a.argmax(1) == split.labels)
