"""Cost and accuracy along lines through networks."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.events import LARGEST_COST
from nnreg_gui.engine.experiment import Experiment, NetworkSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import Parameters, initial_parameters, mapped, sizes_of
from nnreg_gui.engine.questions.along_a_line import AroundQuestion, LineQuestion, between, random_direction, shapes_of
from nnreg_gui.engine.questions.question import Network
from tests.fixture_types import Small, Trained
from tests.questions import answer_to


@pytest.fixture
def networks(small: Small, trained: Trained) -> tuple[Network, Network, list[RunHistory]]:
    histories = [trained(small(epochs=4)), trained(small(epochs=4, penalty="l2", lambda_=1.0))]
    one, other = (Network(_parameters(history), "sigmoid") for history in histories)
    return one, other, histories


def _parameters(history: RunHistory) -> Parameters:
    assert history.newest is not None
    return history.newest.parameters


def test_its_ends_are_the_networks_with_the_figures_of_their_runs(
    networks: tuple[Network, Network, list[RunHistory]], measured: Digits
) -> None:
    one, other, histories = networks
    cut = answer_to(LineQuestion(histories[0].experiment, one, other, (-0.5, 0.0, 0.5, 1.0)), measured)

    for place, history in ((1, histories[0]), (3, histories[1])):
        record = history.newest
        assert record is not None
        assert cut.training_cost[place] == pytest.approx(record.training_cost)
        assert cut.validation_cost[place] == pytest.approx(record.validation_cost)
        assert cut.training_accuracy[place] == record.training_accuracy
        assert cut.validation_accuracy[place] == record.validation_accuracy


def test_halfway_lies_the_mean_of_all_weights_and_biases(networks: tuple[Network, Network, list[RunHistory]]) -> None:
    one, other, _ = networks
    middle = between(one.parameters, other.parameters, 0.5)
    pairs = zip(
        (*middle.weights, *middle.biases),
        (*one.parameters.weights, *one.parameters.biases),
        (*other.parameters.weights, *other.parameters.biases),
        strict=True,
    )

    assert all(np.allclose(mean, (a + b) / 2, atol=1e-6) for mean, a, b in pairs)
    assert between(one.parameters, other.parameters, 1.0) is other.parameters
    assert middle.weights[0].dtype == np.float32


def test_a_random_direction_is_as_long_as_each_layer(networks: tuple[Network, Network, list[RunHistory]]) -> None:
    parameters = networks[0].parameters
    first, second = (random_direction(parameters, np.random.default_rng(seed)) for seed in (1, 2))

    assert shapes_of(first) == shapes_of(parameters)
    for own, drawn in zip((*parameters.weights, *parameters.biases), (*first.weights, *first.biases), strict=True):
        assert np.linalg.norm(drawn) == pytest.approx(np.linalg.norm(own), rel=1e-5)
    assert not np.array_equal(first.weights[0], second.weights[0])


def test_costs_beyond_all_bounds_are_the_largest_that_a_run_may_have(measured: Digits) -> None:
    experiment = Experiment(network=NetworkSpec(hidden=(10, 10), activation="relu"))
    small = initial_parameters(sizes_of(experiment), "large", np.random.default_rng(1))
    # η = 1,000 and μ = 0.999 make weights as large within a few epochs.
    large = Network.of(mapped(lambda array: array * np.float32(1e18), small), experiment)

    with np.errstate(all="raise"):
        line = answer_to(LineQuestion(experiment, Network.of(small, experiment), large), measured)
        around = answer_to(AroundQuestion(experiment, large), measured)

    assert line.training_cost.max() == line.validation_cost.max() == LARGEST_COST
    assert around.training_cost.max() == pytest.approx(LARGEST_COST)


def test_around_a_network_the_cost_rises_and_the_seed_decides_the_directions(
    networks: tuple[Network, Network, list[RunHistory]], measured: Digits
) -> None:
    one, _, histories = networks
    record = histories[0].newest
    assert record is not None
    questions = [
        AroundQuestion(histories[0].experiment, one, (-1.0, 0.0, 1.0), directions=2, seed=seed) for seed in (0, 0, 1)
    ]
    first, same, other = (answer_to(question, measured) for question in questions)

    assert first.training_cost[1] == pytest.approx(record.training_cost)
    assert first.training_cost[[0, 2]].min() > first.training_cost[1]
    assert np.array_equal(first.training_cost, same.training_cost)
    assert first.training_cost[0] != other.training_cost[0]


def test_it_measures_with_the_labels_that_the_network_was_told(
    small: Small, trained: Trained, measured: Digits
) -> None:
    experiment = small(epochs=4)
    experiment = replace(experiment, data=replace(experiment.data, wrong_labels=0.2))
    history = trained(experiment)
    record, network = history.newest, Network(_parameters(history), "sigmoid")
    assert record is not None
    around = answer_to(AroundQuestion(experiment, network, (0.0,), directions=1), measured)
    line = answer_to(LineQuestion(experiment, network, network, (0.0,)), measured)

    for cut in (around, line):
        assert cut.training_cost[0] == pytest.approx(record.training_cost)
        assert cut.training_accuracy[0] == pytest.approx(record.training_accuracy)
        assert cut.validation_accuracy[0] == pytest.approx(record.validation_accuracy)


class _CountedSplit(Split):
    """Counts how often images are taken out of it."""

    taken = 0

    def __getitem__(self, rows: slice | np.ndarray) -> Split:
        type(self).taken += 1
        return super().__getitem__(rows)


def test_images_are_converted_once_for_all_places(
    networks: tuple[Network, Network, list[RunHistory]], measured: Digits
) -> None:
    one, other, histories = networks
    experiment, counted = histories[0].experiment, _CountedSplit(measured.training.images, measured.training.labels)
    answer_to(LineQuestion(experiment, one, other, (0.0, 0.5, 1.0)), replace(measured, training=counted))
    assert _CountedSplit.taken == 1
    answer_to(AroundQuestion(experiment, one, (0.0, 0.5)), replace(measured, training=counted))
    assert _CountedSplit.taken == 2
