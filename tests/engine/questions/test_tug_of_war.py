"""How data and penalty pull at weights, against numerical gradients."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.activations import ACTIVATIONS
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.measuring import penalty_value
from nnreg_gui.engine.network import Backpropagation, Parameters, weighted_outputs
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion, TugOfWar, WeightPlace, penalty_pull
from nnreg_gui.engine.wrong_labels import wrong_labels
from tests.fixture_types import Small, Trained
from tests.questions import answer_to

NUDGE = 1e-5


def _pulls(history: RunHistory, digits: Digits) -> tuple[Parameters, tuple[np.ndarray, ...]]:
    assert history.newest is not None
    parameters, experiment = history.newest.parameters.astype(np.float64), history.experiment
    network = Network(parameters, experiment.network.activation)
    question = DataPullQuestion(experiment, network)
    return parameters, answer_to(question, digits)


@pytest.mark.parametrize("cost", ["cross_entropy", "mean_squared_error"])
@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_the_data_pull_downhill_as_the_difference_of_two_costs_does(
    small: Small, trained: Trained, digits: Digits, cost: str, activation: str
) -> None:
    history = trained(replace(small(images=60, hidden=(5, 4), activation=activation, epochs=1), cost=cost))
    parameters, pulls = _pulls(history, digits)
    experiment, split = history.experiment, digits.training[:60]
    inputs, targets = split.inputs.astype(np.float64), split.targets.astype(np.float64)

    for layer, pull in enumerate(pulls):
        assert pull.shape == parameters.weights[layer].shape
        for place in np.argsort(np.abs(pull), axis=None)[[-1, -5, -20]]:
            costs = []
            for nudge in (-NUDGE, NUDGE):
                changed = parameters.copy()
                changed.weights[layer].ravel()[place] += nudge
                z = weighted_outputs(changed, inputs, experiment.network.activation)
                costs.append(COSTS[experiment.cost].total(z, targets) / len(targets))
            assert pull.ravel()[place] == pytest.approx((costs[0] - costs[1]) / (2 * NUDGE), rel=1e-4)


def test_the_data_pull_towards_the_labels_that_the_network_is_told(
    small: Small, trained: Trained, digits: Digits
) -> None:
    experiment = small(epochs=2)
    experiment = replace(experiment, data=replace(experiment.data, wrong_labels=0.2))
    history = trained(experiment)
    parameters, pulls = _pulls(history, digits)
    n = experiment.data.training_images
    inputs, told = digits.training[:n].inputs, wrong_labels(experiment, digits.training[:n].labels).told
    backpropagation = Backpropagation(parameters, n, ACTIVATIONS[experiment.network.activation], COSTS[experiment.cost])
    backpropagation.compute_for(inputs.astype(np.float64), np.eye(10)[told], -1 / n)

    for pull, gradient in zip(pulls, backpropagation.gradients.weights, strict=True):
        assert np.allclose(pull, gradient, atol=1e-7)


def test_all_images_count_however_many_there_are(small: Small, trained: Trained, digits: Digits) -> None:
    parameters = trained(small(epochs=1)).newest.parameters  # type: ignore[union-attr]
    network, rows = Network(parameters, "sigmoid"), len(digits.training)

    def pull(images: int) -> np.ndarray:
        return answer_to(DataPullQuestion(small(images=images), network), digits)[0]

    whole = pull(min(rows, 1_500))
    assert np.isfinite(whole).all()
    assert not np.allclose(whole, pull(100))


@pytest.mark.parametrize(
    "spec",
    [
        RegularizationSpec(penalty="l2", lambda_=0.7),
        RegularizationSpec(penalty="l1", lambda_=0.7),
        RegularizationSpec(penalty="elastic_net", lambda_=0.7, l1_ratio=0.3),
    ],
)
def test_the_penalty_pulls_as_the_difference_of_two_penalties_does(spec: RegularizationSpec) -> None:
    weights = np.array([-2.0, -0.3, 0.1, 1.5])
    pulls = penalty_pull(weights, spec, 50)

    for place, pull in enumerate(pulls):
        values = []
        for nudge in (-NUDGE, NUDGE):
            changed = weights.copy()
            changed[place] += nudge
            values.append(penalty_value(Parameters((changed,), ()), spec, 50))
        assert pull == pytest.approx((values[0] - values[1]) / (2 * NUDGE))
    assert penalty_pull(np.zeros(1), spec, 50) == [0.0]
    assert not penalty_pull(weights, RegularizationSpec(), 50).any()


def _tug(weights: list[float], data: list[float], spec: RegularizationSpec) -> TugOfWar:
    experiment = replace(Experiment(), regularization=spec)  # n = 1,000, η = 0.5
    return TugOfWar.of((np.array([weights]),), (np.array([data]),), experiment)


def test_each_weight_is_known_by_its_layer_neuron_and_source() -> None:
    weights = np.array([[1.0, 0.0, 2.0], [3.0, 4.0, 0.0]]), np.array([[0.0, 5.0]])
    whole = TugOfWar.of(weights, weights, Experiment())
    assert [whole.where(index) for index in (0, 5, 6, 7)] == [(0, 0, 0), (0, 1, 2), (1, 0, 0), (1, 0, 1)]
    assert [whole.index(whole.where(index)) for index in range(8)] == list(range(8))

    left = TugOfWar.of(weights, weights, Experiment(), pruned=True)
    assert left.weights.tolist() == [1.0, 2.0, 3.0, 4.0, 5.0]
    assert [left.where(index) for index in range(5)] == [(0, 0, 0), (0, 0, 2), (0, 1, 0), (0, 1, 1), (1, 0, 1)]
    assert [left.index(left.where(index)) for index in range(5)] == list(range(5))
    for gone in ((0, 0, 1), (0, 1, 2), (1, 0, 0), (0, 2, 0), (0, 0, 3), (2, 0, 0)):
        assert left.index(WeightPlace(*gone)) is None


def test_balanced_is_what_leaves_less_than_a_tenth() -> None:
    tug = _tug([1.0, 1.0, 1.0, -1.0], [1e-3, 1.05e-3, 2e-3, 1e-3], RegularizationSpec(penalty="l2", lambda_=1.0))

    assert tug.penalty == pytest.approx([-1e-3, -1e-3, -1e-3, 1e-3])
    assert tug.balanced.tolist() == [True, True, False, False]
    assert not tug.held.any()


def test_the_rest_is_what_both_leave_of_the_datas_pull() -> None:
    weights, data = [3.0, -4.0], [3e-3, -4e-3]
    rests = [_tug(weights, data, RegularizationSpec(penalty="l2", lambda_=one)).rest for one in (1.0, 1.5, 3.0)]

    assert rests == pytest.approx([0.0, 0.5, 2.0])
    assert _tug(weights, data, RegularizationSpec()).rest == 1.0
    assert not np.isfinite(_tug(weights, [0.0, 0.0], RegularizationSpec(penalty="l2", lambda_=1.0)).rest)


def test_l1_holds_what_is_within_a_step_of_0_and_pulled_less() -> None:
    tug = _tug([1e-4, -4e-4, 1e-4, 0.1], [9e-4, -9e-4, 2e-3, 1e-4], RegularizationSpec(penalty="l1", lambda_=1.0))

    assert (tug.corridor, tug.reach) == pytest.approx((1e-3, 5e-4))
    assert tug.held.tolist() == [True, True, False, False]
    net = RegularizationSpec(penalty="elastic_net", lambda_=1.0, l1_ratio=0.25)
    assert _tug([1.0], [0.0], net).corridor == pytest.approx(0.25e-3)


def test_pruned_weights_are_left_out_and_examples_are_those_that_the_data_pull() -> None:
    experiment = replace(Experiment(), regularization=RegularizationSpec(penalty="l2", lambda_=1.0))
    weights, data = (np.array([[0.0, 3.0, -0.1, 9.0, 1.0]]),), (np.array([[5.0, 1.0, 1.0, 0.0, 1.0]]),)

    pruned = TugOfWar.of(weights, data, experiment, pruned=True)
    assert pruned.weights.tolist() == [3.0, -0.1, 9.0, 1.0]
    assert [pruned.weights[pruned.example(rank)] for rank in (0, 0.5, 1)] == [-0.1, 1.0, 3.0]
    assert pruned.untouched.tolist() == [False, False, True, False]


def test_the_weights_are_sorted_once_for_all_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    tug, sort, sorted_ = _tug([3.0, -0.1, 1.0], [1.0, 1.0, 1.0], RegularizationSpec()), np.argsort, list[int]()
    monkeypatch.setattr(np, "argsort", lambda array, **how: sorted_.append(len(array)) or sort(array, **how))

    assert [tug.example(rank) for rank in (0, 0.5, 1)] == [1, 2, 0]
    assert sorted_ == [3]


def test_gradient_descent_with_all_images_comes_to_the_line(small: Small, trained: Trained, digits: Digits) -> None:
    """Where nothing but the two pulls acts, both end equal; the correlation says so."""
    experiment = small(images=100, hidden=(4,), epochs=300, batch_size=100, penalty="l2", lambda_=5.0)
    history = trained(experiment)
    assert history.initial is not None
    assert history.newest is not None
    found = []
    for record in (history.initial, history.newest):
        question = DataPullQuestion(experiment, Network(record.parameters, "sigmoid"))
        data = answer_to(question, digits)
        found.append(TugOfWar.of(record.parameters.weights, data, experiment).correlation)
    assert found[0] < 0.5
    assert found[1] > 0.95
