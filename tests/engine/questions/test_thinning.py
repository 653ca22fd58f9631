"""Thinned networks: neurons that are off say nothing, all on is the whole network, and the shares are exact."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.dropout import draw_masks
from nnreg_gui.engine.network import Parameters, forward, initial_parameters
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.thinning import (
    NeuronsOffQuestion,
    ThinnedEnsembleQuestion,
    ask_thinned,
    hidden_activations,
    masked_activations,
    network_count,
    neurons_off,
    thinned,
)
from tests.fixture_types import Small, Trained
from tests.questions import answer_to

SIZES = (6, 5, 4, 10)


@pytest.fixture
def parameters() -> Parameters:
    return initial_parameters(SIZES, "large", np.random.default_rng(3))


@pytest.fixture
def images() -> np.ndarray:
    return np.random.default_rng(4).random((8, 6), dtype=np.float32)


def test_thirty_neurons_make_a_thousand_million_networks() -> None:
    assert network_count(30) == 1_073_741_824
    assert network_count(100) == 2**100


def test_the_mean_of_the_masks_is_one() -> None:
    for dropout in (0.2, 0.5, 0.8):
        (mask,) = draw_masks(np.random.default_rng(1), dropout, [np.empty((1000, 100), np.float32)])

        assert mask.mean() == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_with_all_neurons_on_it_is_the_whole_network(
    parameters: Parameters, images: np.ndarray, activation: str
) -> None:
    on = [np.ones((len(images), size), np.float32) for size in SIZES[1:-1]]
    whole = forward(parameters, images, activation)

    assert masked_activations(parameters, images, activation, on)[-1] == pytest.approx(whole, abs=1e-6)
    same = thinned(parameters, [mask[0] for mask in on])
    assert np.array_equal(forward(same, images, activation), whole)


def test_switching_off_by_masks_and_by_weights_is_the_same(parameters: Parameters, images: np.ndarray) -> None:
    masks = [np.array([0, 2, 2, 0, 2], np.float32), np.array([2, 0, 2, 2], np.float32)]
    for_all = [np.tile(mask, (len(images), 1)) for mask in masks]

    found = masked_activations(parameters, images, "sigmoid", for_all)

    assert not found[0][:, [0, 3]].any()
    assert not found[1][:, 1].any()
    assert found[-1] == pytest.approx(forward(thinned(parameters, masks), images, "sigmoid"), abs=1e-6)


def test_a_neuron_that_is_off_might_as_well_not_exist() -> None:
    w1, b1 = np.array([[1.0], [2.0]], np.float32), np.array([0.0, 1.0], np.float32)
    w2, b2 = np.array([[1.0, 3.0], [2.0, -1.0]], np.float32), np.array([0.5, 0.0], np.float32)
    parameters = Parameters((w1, w2), (b1, b2))
    masks = [np.array([[2.0, 0.0]], np.float32)]

    hidden, outputs = masked_activations(parameters, np.array([[0.0]], np.float32), "sigmoid", masks)

    # By hand: a = (σ(0), σ(1)) = (0.5, …); only the first is on, twice: (1, 0). z = (1·1 + 0.5, 2·1).
    assert hidden.tolist() == [[1.0, 0.0]]
    assert outputs[0] == pytest.approx(1 / (1 + np.exp([-1.5, -2.0])), abs=1e-6)


def test_many_networks_vote_on_one_image(parameters: Parameters, images: np.ndarray) -> None:
    asked = ask_thinned(Network(parameters, "sigmoid"), images[0], 20, 0.5, np.random.default_rng(1))

    assert asked.outputs.shape == (20, 10)
    assert asked.votes.sum() == 20
    assert asked.mean == pytest.approx(asked.outputs.mean(0))
    assert asked.spread == pytest.approx(asked.outputs.std(0))
    assert np.array_equal(asked.full, forward(parameters, images[:1], "sigmoid")[0])
    for place in range(20):
        alone = thinned(parameters, [mask[place] for mask in asked.masks])
        assert asked.outputs[place] == pytest.approx(forward(alone, images[:1], "sigmoid")[0], abs=1e-6)

    nothing_off = ask_thinned(Network(parameters, "sigmoid"), images[0], 3, 0.0, np.random.default_rng(1))
    assert nothing_off.outputs == pytest.approx(np.tile(nothing_off.full, (3, 1)), abs=1e-6)


def test_exactly_the_share_is_off_and_more_of_the_same_at_a_larger_one() -> None:
    shares = (0.0, 0.3, 0.5, 1.0)
    found = dict(neurons_off((10, 4), shares, 3, seed=0))

    assert len(found) == 12
    for draw in range(3):
        for place, share in enumerate(shares):
            masks = found[place, draw]
            assert [int((mask == 0).sum()) for mask in masks] == [round(10 * share), round(4 * share)]
            if place:
                before = found[place - 1, draw]
                assert all((now <= then).all() for now, then in zip(masks, before, strict=True))
    assert any((found[1, 0][0] != found[1, draw][0]).any() for draw in (1, 2))


class TestQuestions:
    @pytest.fixture
    def network(self, trained: Trained, small: Small) -> Network:
        history = trained(small(images=1000, hidden=(20,), epochs=5))
        assert history.newest is not None
        return Network(history.newest.parameters, "sigmoid")

    @pytest.fixture
    def some(self, digits: Digits) -> Digits:
        return Digits(digits.training[:10], digits.validation[:500], digits.test[:10])

    def test_accuracy_over_neurons_off_begins_with_that_of_the_whole_network(
        self, network: Network, some: Digits
    ) -> None:
        found = answer_to(NeuronsOffQuestion((network, network), (0.0, 0.5, 1.0), draws=4), some)

        whole = (network.called(some.validation.inputs) == some.validation.labels).mean()
        assert found.shape == (2, 3, 4)
        assert found[:, 0] == pytest.approx(whole)
        assert np.array_equal(found[0], found[1])  # the same neurons were off
        assert found[0, 1].mean() < whole
        # With all neurons off, every image is taken for the same digit.
        nothing = int(network.parameters.biases[1].argmax())
        assert found[0, 2] == pytest.approx((some.validation.labels == nothing).mean())

    def test_a_point_of_the_curve_is_the_accuracy_of_that_thinned_network(self, network: Network, some: Digits) -> None:
        found = answer_to(NeuronsOffQuestion((network,), (0.4,), draws=2, seed=5), some)[0]
        for (place, draw), masks in neurons_off((20,), (0.4,), 2, 5):
            alone = Network(thinned(network.parameters, masks), "sigmoid")
            accuracy = (alone.called(some.validation.inputs) == some.validation.labels).mean()
            assert found[place, draw] == pytest.approx(accuracy)

    def test_the_ensemble_ends_with_its_average_and_the_whole_network(self, network: Network, some: Digits) -> None:
        networks = network, replace(network, activation="tanh")
        answer = answer_to(ThinnedEnsembleQuestion(networks, 0.5, count=3, seed=2), some)

        assert answer.shape == (2, 5)
        inputs, labels = some.validation.inputs, some.validation.labels
        for found, one in zip(answer, networks, strict=True):
            random, outputs = np.random.default_rng(2), []
            for place in range(3):
                masks = draw_masks(random, 0.5, [np.empty((1, 20), np.float32)])
                outputs.append(forward(thinned(one.parameters, [masks[0][0]]), inputs, one.activation))
                assert found[place] == pytest.approx((outputs[-1].argmax(1) == labels).mean())
            assert found[3] == pytest.approx((np.mean(outputs, 0).argmax(1) == labels).mean())
            assert found[4] == pytest.approx((one.called(inputs) == labels).mean())


def test_where_nothing_is_hidden_nothing_can_be_switched_off(digits: Digits) -> None:
    random = np.random.default_rng(4)
    network = Network(Parameters((random.random((10, 784), np.float32),), (random.random(10, np.float32),)), "sigmoid")
    few = Digits(digits.training[:10], digits.validation[:200], digits.test[:10])
    found = answer_to(NeuronsOffQuestion((network,), draws=2), few)

    assert found == pytest.approx((network.called(few.validation.inputs) == few.validation.labels).mean())


def test_hidden_activations_are_those_of_the_forward_pass(parameters: Parameters, images: np.ndarray) -> None:
    on = [np.ones((len(images), size), np.float32) for size in SIZES[1:-1]]
    first, second, _ = masked_activations(parameters, images, "tanh", on)

    network = Network(parameters, "tanh")
    assert hidden_activations(network, images, 0) == pytest.approx(first, abs=1e-6)
    assert hidden_activations(network, images, 1) == pytest.approx(second, abs=1e-6)
