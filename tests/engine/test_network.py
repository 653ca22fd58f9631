"""The network: its size, its start, its forward pass, and gradients that finite differences confirm."""

from itertools import pairwise, product

import numpy as np
import pytest
from numpy.testing import assert_allclose

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.dropout import draw_masks
from nnreg_gui.engine.network import (
    Backpropagation,
    Parameters,
    forward,
    in_one_array,
    initial_parameters,
    layer_sizes,
    parameter_count,
    weighted_outputs,
)
from nnreg_gui.engine.questions.thinning import masked_activations

DEPTHS = [(), (4,), (4, 5), (4, 5, 3)]
PIXELS, IMAGES, STEP = 6, 3, 1e-6


def plain_forward(
    parameters: Parameters, inputs: np.ndarray, activation: str, masks: list[np.ndarray] | None = None
) -> list[np.ndarray]:
    """Return the weighted inputs z of every layer, written as in the lecture."""
    all_z, a = [], inputs
    for layer, (w, b) in enumerate(zip(parameters.weights, parameters.biases, strict=True)):
        all_z.append(a @ w.T + b)
        a = ACTIVATIONS[activation].value(all_z[-1], np.empty_like(all_z[-1]))
        if masks is not None and layer < len(masks):
            a = a * masks[layer]
    return all_z


def a_network(
    hidden: tuple[int, ...], activation: str, masks: list[np.ndarray] | None = None
) -> tuple[Parameters, np.ndarray, np.ndarray]:
    """Return float64 parameters, inputs and targets with which no hidden neuron is near the kink of relu."""
    for seed in range(1_000):
        random = np.random.default_rng(seed)
        parameters = initial_parameters((PIXELS, *hidden, 10), "scaled", random).astype(np.float64)
        inputs = random.random((IMAGES, PIXELS))
        if all(np.abs(z).min() > 1_000 * STEP for z in plain_forward(parameters, inputs, activation, masks)[:-1]):
            return parameters, inputs, np.eye(10)[random.integers(0, 10, IMAGES)]
    raise AssertionError("every network has a neuron near its kink")


def numerical_gradients(
    parameters: Parameters,
    inputs: np.ndarray,
    targets: np.ndarray,
    names: tuple[str, str],
    masks: list[np.ndarray] | None,
) -> list[np.ndarray]:
    """Return ∂C₀/∂w of every layer, then ∂C₀/∂b, by central differences of the cost per image."""
    activation, cost = names

    def data_cost() -> float:
        z = plain_forward(parameters, inputs, activation, masks)[-1]
        return COSTS[cost].total(z, targets) / len(inputs)

    gradients = []
    for array in parameters.weights + parameters.biases:
        gradient = np.empty_like(array)
        for place in np.ndindex(array.shape):
            value = array[place]
            array[place] = value + STEP
            up = data_cost()
            array[place] = value - STEP
            gradient[place] = (up - data_cost()) / (2 * STEP)
            array[place] = value
        gradients.append(gradient)
    return gradients


@pytest.mark.parametrize(("cost", "activation", "hidden"), [*product(COSTS, ACTIVATIONS, DEPTHS)])
@pytest.mark.parametrize("dropout", [0.0, 0.4])
def test_the_gradients_are_those_of_finite_differences(
    cost: str, activation: str, hidden: tuple[int, ...], dropout: float
) -> None:
    masks = [np.empty((IMAGES, neurons)) for neurons in hidden] if dropout else None
    if masks is not None:
        draw_masks(np.random.default_rng(5), dropout, masks)
    parameters, inputs, targets = a_network(hidden, activation, masks)
    backpropagation = Backpropagation(parameters, IMAGES, ACTIVATIONS[activation], COSTS[cost])
    everything = backpropagation.compute_for(inputs, targets, 1 / IMAGES, masks)

    found = backpropagation.gradients.weights + backpropagation.gradients.biases
    assert everything.tolist() == np.concatenate([gradient.ravel() for gradient in found]).tolist()
    expected = numerical_gradients(parameters, inputs, targets, (activation, cost), masks)
    for gradient, numerical in zip(found, expected, strict=True):
        assert gradient.shape == numerical.shape
        scale = max(np.abs(numerical).max(), 1e-3)
        assert np.abs(gradient - numerical).max() / scale <= 1e-6


def test_gradients_are_those_of_the_parameters_as_they_are_now() -> None:
    parameters, inputs, targets = a_network((4,), "sigmoid")
    backpropagation = Backpropagation(parameters, IMAGES, ACTIVATIONS["sigmoid"], COSTS["cross_entropy"])
    before = backpropagation.compute_for(inputs, targets, 1.0).copy()
    for array in parameters.weights + parameters.biases:
        array *= 2
    after = backpropagation.compute_for(inputs, targets, 1.0).copy()
    anew = Backpropagation(parameters, IMAGES, ACTIVATIONS["sigmoid"], COSTS["cross_entropy"])
    assert after.tolist() == anew.compute_for(inputs, targets, 1.0).tolist()
    assert after.tolist() != before.tolist()


@pytest.mark.parametrize("dropout", [False, True])
def test_each_of_many_mini_batches_has_its_own_gradients(dropout: bool) -> None:
    parameters, _, _ = a_network((4,), "sigmoid")
    inputs, targets = np.random.default_rng(2).random((6, PIXELS)), np.eye(10)[:6]
    plan = (ACTIVATIONS["sigmoid"], COSTS["cross_entropy"])
    together, alone = Backpropagation(parameters, 2, *plan, batches=3), Backpropagation(parameters, 2, *plan)
    together.inputs[...], together.targets[...] = inputs, targets
    mask = np.array([[2.0, 0.0, 2.0, 2.0], [0.0, 2.0, 2.0, 0.0]])
    together.factor[...], together.masks[0][...] = 0.5, mask
    for start, calls in zip((0, 2, 4), together.calls[dropout], strict=True):
        for call in calls:
            call()
        images = slice(start, start + 2)
        expected = alone.compute_for(inputs[images], targets[images], 0.5, [mask] if dropout else None)
        assert together.all_gradients.tolist() == expected.tolist()


def test_a_neuron_that_is_switched_off_learns_nothing() -> None:
    parameters, inputs, targets = a_network((4,), "sigmoid")
    mask = np.array([[2.0, 0.0, 2.0, 2.0]] * IMAGES)
    backpropagation = Backpropagation(parameters, IMAGES, ACTIVATIONS["sigmoid"], COSTS["cross_entropy"])
    backpropagation.compute_for(inputs, targets, 1.0, [mask])
    incoming, outgoing = backpropagation.gradients.weights
    assert not incoming[1].any()
    assert not outgoing[:, 1].any()
    assert not backpropagation.gradients.biases[0][1]
    assert incoming[[0, 2, 3]].all()


@pytest.mark.parametrize(("cost", "activation"), [*product(COSTS, ACTIVATIONS)])
@pytest.mark.parametrize("dropout", [0.0, 0.4])
def test_float32_stays_float32(cost: str, activation: str, dropout: float) -> None:
    random = np.random.default_rng(1)
    parameters = initial_parameters((PIXELS, 4, 3, 10), "large", random)
    inputs, targets = random.random((IMAGES, PIXELS), np.float32), np.eye(10, dtype=np.float32)[:IMAGES]
    masks = draw_masks(random, dropout, [np.empty((IMAGES, neurons), np.float32) for neurons in (4, 3)])
    backpropagation = Backpropagation(parameters, IMAGES, ACTIVATIONS[activation], COSTS[cost])
    gradients = backpropagation.compute_for(inputs, targets, 0.1, masks if dropout else None)
    arrays = [*parameters.weights, *parameters.biases, gradients, weighted_outputs(parameters, inputs, activation)]
    assert {array.dtype for array in arrays} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    ("hidden", "parameters"), [((30,), 23_860), ((100,), 79_510), ((), 7_850), ((30, 20, 10), 24_490)]
)
def test_the_networks_of_the_slides_have_as_many_parameters_as_the_slides_say(
    hidden: tuple[int, ...], parameters: int
) -> None:
    sizes = layer_sizes(MNIST, hidden)
    drawn = initial_parameters(sizes, "large", np.random.default_rng(1))
    assert parameter_count(sizes) == parameters
    assert sum(array.size for array in drawn.weights + drawn.biases) == parameters
    assert drawn.nbytes == 4 * parameters


@pytest.mark.parametrize(("kind", "deviations"), [("large", (1.0, 1.0)), ("scaled", (784**-0.5, 400**-0.5))])
def test_initial_parameters_are_distributed_as_their_name_says(kind: str, deviations: tuple[float, float]) -> None:
    parameters = initial_parameters((784, 400, 10), kind, np.random.default_rng(1))
    for w, deviation in zip(parameters.weights, deviations, strict=True):
        assert w.dtype == np.float32
        assert w.std() == pytest.approx(deviation, rel=5 / (2 * w.size) ** 0.5)
        assert w.mean() == pytest.approx(0, abs=5 * deviation / w.size**0.5)
    assert parameters.biases[0].dtype == np.float32
    assert parameters.biases[0].std() == pytest.approx(1, rel=5 / 800**0.5)


def test_scaled_weights_are_the_large_ones_divided_by_the_root_of_the_inputs() -> None:
    large, scaled = (initial_parameters((784, 30, 10), kind, np.random.default_rng(4)) for kind in ("large", "scaled"))
    for w, v, inputs in zip(large.weights, scaled.weights, (784, 30), strict=True):
        assert v == pytest.approx(w / inputs**0.5, rel=1e-6)
    assert [b.tolist() for b in large.biases] == [b.tolist() for b in scaled.biases]


@pytest.mark.parametrize("images", [1, 31, 39, 40, 41, 80, 999, 1_000, 1_001])
@pytest.mark.parametrize("hidden", [(), (30,), (100,), (30, 20), (50, 100, 40)])
def test_measuring_in_pieces_is_one_plain_product(images: int, hidden: tuple[int, ...]) -> None:
    activation = list(ACTIVATIONS)[images % len(ACTIVATIONS)]
    random = np.random.default_rng(images)
    parameters = initial_parameters((784, *hidden, 10), "scaled", random)
    inputs = random.random((images, 784), np.float32)
    exact = parameters.astype(np.float64)
    expected = plain_forward(exact, inputs.astype(np.float64), activation)[-1]
    # Not with pytest.approx, which compares ten thousand numbers one by one.
    assert_allclose(weighted_outputs(exact, inputs.astype(np.float64), activation), expected, rtol=1e-11, atol=1e-11)
    assert_allclose(weighted_outputs(parameters, inputs, activation), expected, rtol=1e-3, atol=1e-4)
    assert_allclose(forward(exact, inputs.astype(np.float64), activation), 1 / (1 + np.exp(-expected)), rtol=1e-11)


def test_measuring_leaves_images_and_parameters_as_they_are() -> None:
    random = np.random.default_rng(1)
    parameters, inputs = initial_parameters((784, 30, 10), "large", random), random.random((50, 784), np.float32)
    arrays = [inputs, *parameters.weights, *parameters.biases]
    before = [array.copy() for array in arrays]
    forward(parameters, inputs, "sigmoid")
    assert all(np.array_equal(array, copy) for array, copy in zip(arrays, before, strict=True))


def test_one_array_holds_every_parameter_and_is_seen_through_the_layers() -> None:
    parameters = initial_parameters((4, 3, 10), "large", np.random.default_rng(1))
    everything, views = in_one_array(parameters)
    for original, view in zip(parameters.weights + parameters.biases, views.weights + views.biases, strict=True):
        assert view.tolist() == original.tolist()
        assert np.shares_memory(view, everything)
        assert not np.shares_memory(original, everything)
    assert everything.size == parameter_count((4, 3, 10))
    weights = sum(inputs * neurons for inputs, neurons in pairwise((4, 3, 10)))
    everything[:weights] = 0
    assert not any(w.any() for w in views.weights)
    assert all(b.all() for b in views.biases)


def test_a_copy_of_parameters_is_their_own() -> None:
    parameters = initial_parameters((4, 3, 10), "large", np.random.default_rng(1))
    copy = parameters.copy()
    for array in parameters.weights + parameters.biases:
        array[:] = np.nan
    assert copy.finite
    assert not parameters.finite


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("where", ["weights", "biases"])
def test_one_parameter_that_is_no_number_is_noticed(bad: float, where: str) -> None:
    parameters = initial_parameters((4, 3, 10), "large", np.random.default_rng(1))
    getattr(parameters, where)[-1].flat[-1] = bad
    assert not parameters.finite


@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_network_that_has_run_away_is_asked_without_a_warning(activation: str) -> None:
    """Warnings are errors here: only the outputs may show infinite weights and their products."""
    parameters = initial_parameters((4, 3, 10), "large", np.random.default_rng(1))
    for weights in parameters.weights:
        weights[:] = np.where(weights > 0, np.inf, -3e38)
    inputs = np.ones((1, 4), np.float32)

    assert forward(parameters, inputs, activation).shape == (1, 10)
    assert masked_activations(parameters, inputs, activation, [np.ones((1, 3), np.float32)])[-1].shape == (1, 10)
