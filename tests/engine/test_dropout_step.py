"""One step with dropout: it is the training's own, and neurons that are off neither hear nor learn."""

import numpy as np
import pytest

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.dropout_step import DropoutStep, take_dropout_step
from nnreg_gui.engine.network import Backpropagation, Parameters, initial_parameters, sizes_of
from nnreg_gui.engine.training import RandomStreams
from tests.fixture_types import Small, Trained

SIZES = (6, 5, 4, 10)


def _step(dropout: float = 0.5, activation: str = "sigmoid", cost: str = "cross_entropy") -> DropoutStep:
    random = np.random.default_rng(7)
    parameters = initial_parameters(SIZES, "large", random)
    inputs = random.random((8, 6), dtype=np.float32)
    targets = np.eye(10, dtype=np.float32)[random.integers(0, 10, 8)]
    return take_dropout_step(
        parameters, inputs, targets, random, dropout=dropout, learning_rate=0.5, activation=activation, cost=cost
    )


def test_a_neuron_that_is_off_says_nothing_and_hears_nothing() -> None:
    step = _step()
    for mask, kept, delta in zip(step.masks, step.activations, step.deltas, strict=False):
        assert set(np.unique(mask)) == {0.0, 2.0}
        assert not kept[mask == 0].any()
        assert not delta[mask == 0].any()
        assert kept[mask > 0].all()


def test_weights_of_a_neuron_that_was_off_for_all_images_stay() -> None:
    parameters = initial_parameters((6, 3, 10), "large", np.random.default_rng(1))
    inputs, targets = np.ones((2, 6), np.float32), np.eye(10, dtype=np.float32)[:2]
    for seed in range(50):
        step = take_dropout_step(
            parameters, inputs, targets, np.random.default_rng(seed), dropout=0.6, learning_rate=1.0
        )
        off, on = (step.masks[0] == 0).all(0), (step.masks[0] > 0).any(0)
        if off.any() and on.any():
            break
    change_in, change_out = (b - a for a, b in zip(step.before.weights, step.after.weights, strict=True))

    assert not change_in[off].any()
    assert not change_out[:, off].any()
    assert change_in[on].any(1).all()
    assert change_out[:, on].any(0).all()
    assert not (step.after.biases[0] - step.before.biases[0])[off].any()


@pytest.mark.parametrize("activation", list(ACTIVATIONS))
@pytest.mark.parametrize("cost", list(COSTS))
def test_deltas_are_those_of_backpropagation_and_add_up_to_the_step(activation: str, cost: str) -> None:
    step = _step(activation=activation, cost=cost)

    for layer, delta in enumerate(step.deltas):
        change = step.after.biases[layer] - step.before.biases[layer]
        assert -step.rate * delta.sum(0) == pytest.approx(change, abs=1e-5)
    for layer in (1, 2):
        parts = sum(step.change_by(image, layer) for image in range(8))
        assert parts == pytest.approx(step.after.weights[layer] - step.before.weights[layer], abs=1e-5)
    assert step.mean_deltas[0] == pytest.approx(np.abs(step.deltas[0]).mean(0))


def test_without_dropout_it_is_the_plain_step() -> None:
    step = _step(dropout=0.0)
    assert all((mask == 1).all() for mask in step.masks)

    random = np.random.default_rng(7)
    parameters = initial_parameters(SIZES, "large", random)
    inputs = random.random((8, 6), dtype=np.float32)
    targets = np.eye(10, dtype=np.float32)[random.integers(0, 10, 8)]
    plain = Backpropagation(parameters, 8, ACTIVATIONS["sigmoid"], COSTS["cross_entropy"])
    plain.compute_for(inputs, targets, 0.5 / 8)
    for before, gradient, after in zip(parameters.weights, plain.gradients.weights, step.after.weights, strict=True):
        assert np.array_equal(before - gradient, after)


def test_by_hand() -> None:
    one = np.ones((1, 1), np.float32)
    parameters = Parameters((0 * one, 2 * one), (np.zeros(1, np.float32), np.array([-2], np.float32)))
    random = np.random.default_rng(0)  # its first number is above p: the neuron is on

    step = take_dropout_step(parameters, one, one, random, dropout=0.5, learning_rate=1.0)

    # On: mask 2. a = 2 σ(0) = 1, z = 2·1 − 2 = 0, output σ(0) = 0.5, δ = −0.5; below (−0.5 · 2) · 2 · 0.25 = −0.5.
    assert step.masks[0].item() == 2
    assert step.activations[0] == pytest.approx(1.0)
    assert step.deltas[1] == pytest.approx(-0.5)
    assert step.deltas[0] == pytest.approx(-0.5)
    assert step.after.weights[1] == pytest.approx(2.5)
    assert step.after.weights[0] == pytest.approx(0.5)


def test_it_is_what_the_training_does(digits: Digits, trained: Trained, small: Small) -> None:
    experiment = small(images=40, epochs=1, dropout=0.3)
    history = trained(experiment)
    streams = RandomStreams.of(experiment.seed)
    parameters = initial_parameters(sizes_of(experiment), "large", streams.weights)
    split = digits.training[:40]
    order = streams.batches.permutation(40)

    for start in range(0, 40, 10):
        batch = split[order[start : start + 10]]
        step = take_dropout_step(
            parameters, batch.inputs, batch.targets, streams.dropout, dropout=0.3, learning_rate=0.5
        )
        parameters = step.after

    assert history.newest is not None
    for mine, theirs in zip(parameters.weights, history.newest.parameters.weights, strict=True):
        assert np.array_equal(mine, theirs)
