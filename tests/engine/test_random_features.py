"""Random neurons, and the output weights that are fitted to them."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.double_descent import LeastSquares
from nnreg_gui.engine.questions.random_layers import RandomLayerQuestion
from nnreg_gui.engine.random_features import RandomNeurons, output_weights, parameters
from tests.questions import answer_to


def test_neurons_are_sigmoids_of_normal_sums_and_more_of_them_keep_the_first_ones() -> None:
    images = np.random.default_rng(1).random((5, 784), np.float32)
    (wide,) = RandomNeurons(2_500, seed=1).activations(images)
    narrow, dark = RandomNeurons(40, seed=1).activations(images, np.zeros_like(images))

    assert wide.dtype == np.float32
    assert wide[:, :40] == pytest.approx(narrow, abs=1e-4)
    biases = np.log(dark / (1 - dark))
    assert biases == pytest.approx(biases[:1].repeat(5, 0), abs=1e-4)
    assert biases[0].std() == pytest.approx(1, abs=0.3)
    assert (RandomNeurons(40, seed=2).activations(images)[0] != narrow).any()


@pytest.mark.parametrize("neurons", [20, 60, 61, 200])
@pytest.mark.parametrize("lambda_", [0.0, 1.0])
def test_output_weights_are_those_of_least_squares(neurons: int, lambda_: float) -> None:
    random = np.random.default_rng(1)
    activations, targets = random.random((60, neurons)), random.random((60, 10))
    (found,) = output_weights(activations, targets, (lambda_,))

    assert found == pytest.approx(LeastSquares.of(activations, targets).fit(lambda_), rel=1e-6, abs=1e-6)


def test_a_dead_neuron_does_no_harm() -> None:
    random = np.random.default_rng(1)
    activations = random.random((60, 20))
    activations[:, 3] = 0
    (found,) = output_weights(activations, random.random((60, 10)), (0.0,))

    assert np.abs(found[3]).max() < 1e-9
    assert np.abs(found).max() < 10


def test_the_largest_has_eight_million_parameters() -> None:
    assert parameters(30) == 23_860
    assert parameters(10_000) == 7_950_010


def test_as_many_neurons_as_images_recognize_by_chance_and_more_or_fewer_do_not(digits: Digits) -> None:
    shares: list[float] = []
    few, equal, many = (
        answer_to(RandomLayerQuestion(neurons, 1, (0.0, 100.0), images=200), digits, shares.append)
        for neurons in (50, 200, 1_000)
    )

    assert equal.accuracies.shape == equal.costs.shape == (1, 2, 2)
    assert equal.accuracies[0, 0, 0] == 1, "all training images"
    assert equal.accuracies[0, 0, 1] < 0.3 < 0.5 < few.accuracies[0, 0, 1] < many.accuracies[0, 0, 1]
    assert equal.costs[0, 0, 1] > 10 * many.costs[0, 0, 1]
    assert equal.accuracies[0, 1, 1] > equal.accuracies[0, 0, 1] + 0.3, "ridge leaves no valley"
    assert shares == 3 * [0.0, 0.6, 0.9]


def test_wrong_labels_are_learnt_by_heart_and_leave_true_ones_as_they_are(digits: Digits) -> None:
    true = answer_to(RandomLayerQuestion(1_000, 1, (0.0, 100.0), images=200), digits)
    both = answer_to(RandomLayerQuestion(1_000, 1, (0.0, 100.0), images=200, shares=(0.0, 0.2)), digits)

    assert both.accuracies.shape == both.costs.shape == (2, 2, 2)
    assert both.accuracies[0] == pytest.approx(true.accuracies[0], abs=0.001)
    assert both.costs[0] == pytest.approx(true.costs[0], rel=1e-3)
    assert both.accuracies[1, 0, 0] == 1, "the lies, too"
    assert both.accuracies[1, 1, 0] < 1, "with a penalty, not all of them"
    assert 0.4 < both.accuracies[1, 0, 1] < both.accuracies[0, 0, 1] - 0.03, "and they cost something"
