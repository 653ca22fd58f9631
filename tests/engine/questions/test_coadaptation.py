"""Correlation of hidden neurons: Pearson's r, and its mean over pairs."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions.coadaptation import CorrelationQuestion, correlation_matrix, mean_absolute_correlation
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.thinning import hidden_activations
from tests.fixture_types import Small, Trained


def test_it_is_pearsons() -> None:
    activations = np.random.default_rng(1).random((200, 6), dtype=np.float32)
    activations[:, 3] = 1 - activations[:, 0] + 0.2 * activations[:, 1]

    assert correlation_matrix(activations) == pytest.approx(np.corrcoef(activations.T.astype(float)), abs=1e-6)


def test_by_hand() -> None:
    activations = np.array([[0, 1, 0], [1, 0, 0], [0, 1, 1], [1, 0, 1]], np.float32)

    matrix = correlation_matrix(activations)

    assert matrix == pytest.approx(np.array([[1, -1, 0], [-1, 1, 0], [0, 0, 1]]))
    assert mean_absolute_correlation(matrix) == pytest.approx(1 / 3)


def test_of_a_neuron_that_always_says_the_same_nothing_is_known() -> None:
    activations = np.random.default_rng(1).random((50, 3), dtype=np.float32)
    activations[:, 1] = 0.7

    matrix = correlation_matrix(activations)

    assert np.isnan(matrix[1]).all()
    assert np.isnan(matrix[:, 1]).all()
    assert mean_absolute_correlation(matrix) == pytest.approx(abs(matrix[0, 2]))
    assert np.isnan(mean_absolute_correlation(correlation_matrix(np.ones((5, 2), np.float32))))


def test_the_question_asks_the_last_hidden_layer(digits: Digits, trained: Trained, small: Small) -> None:
    some = Digits(digits.training[:10], digits.validation[:200], digits.test[:10])
    history = trained(small(hidden=(6, 4), epochs=1))
    assert history.newest is not None
    network = Network(history.newest.parameters, "sigmoid")
    answers = CorrelationQuestion((network, network)).answers(some)
    assert next(answers) == 0.5
    assert next(answers) == 1
    with pytest.raises(StopIteration) as end:
        next(answers)

    expected = np.corrcoef(hidden_activations(network, some.validation.inputs, 1).T)
    assert end.value.value[0] == pytest.approx(expected, abs=1e-4)
