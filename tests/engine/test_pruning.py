"""Pruning: exact counts, cuts, and weights held at 0 while training continues."""

import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.network import Parameters, initial_parameters
from nnreg_gui.engine.pruning import Pruning, prune
from nnreg_gui.engine.questions.pruning_questions import FineTuningQuestion, PruningQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.sessions.session_reading import read_session
from nnreg_gui.engine.training import RandomStreams, train
from tests.engine.sessions.test_session import DAMAGED, refusal, with_document
from tests.questions import answer_to


def an_experiment(**regularization: Any) -> Experiment:
    return Experiment(
        data=DataSpec(training_images=100),
        network=NetworkSpec(hidden=(5,)),
        regularization=RegularizationSpec(**regularization),
        training=TrainingSpec(epochs=3),
    )


def of(*layers: list[list[float]]) -> Parameters:
    weights = tuple(np.array(layer, np.float32) for layer in layers)
    return Parameters(weights, tuple(np.ones(len(w), np.float32) for w in weights))


@pytest.fixture(scope="module")
def parameters() -> Parameters:
    return initial_parameters((784, 5, 10), "large", RandomStreams.of(3).weights)


# --------------------------------------------------------------------------------------------------- what is pruned


def test_the_smallest_weights_of_the_whole_network_go_whatever_their_sign_and_biases_stay() -> None:
    network = of([[0.1, -0.5], [0.3, -0.2]], [[4.0, 0.25]])
    pruned = prune(network, 0.5, per_layer=False)
    assert [w.tolist() for w in pruned.parameters.weights] == [[[0, -0.5], [np.float32(0.3), 0]], [[4.0, 0]]]
    assert pruned.cuts == (0.25, 0.25)
    assert pruned.remaining == 3 + 3
    assert [b.tolist() for b in pruned.parameters.biases] == [[1, 1], [1]]
    assert network.weights[0][0, 0] == np.float32(0.1), "the network itself is left as it is"


def test_per_layer_each_layer_loses_its_own_smallest() -> None:
    pruned = prune(of([[0.1, -0.5], [0.3, -0.2]], [[4.0, 0.25]]), 0.5, per_layer=True)
    assert [mask.tolist() for mask in pruned.masks] == [[[False, True], [True, False]], [[True, False]]]
    assert pruned.cuts == pytest.approx((0.2, 0.25))


@given(
    st.lists(st.sampled_from([0.5, 1.0, -1.0, 2.0, -2.0]), min_size=1, max_size=40),
    st.integers(1, 9),
    st.floats(0, 1),
    st.booleans(),
)
def test_counts_are_exact_even_among_equals(first: list[float], second: int, share: float, per_layer: bool) -> None:
    network = of([first], [[1.0] * second])
    pruned = prune(network, share, per_layer)
    gone = [mask.size - int(np.count_nonzero(mask)) for mask in pruned.masks]
    if per_layer:
        assert gone == [round(share * len(first)), round(share * second)]
    else:
        assert sum(gone) == round(share * (len(first) + second))
    assert pruned.remaining == len(first) + second - sum(gone) + 2
    for w, mask, cut in zip(network.weights, pruned.masks, pruned.cuts, strict=True):
        assert np.all(np.abs(w[mask]) >= cut)
        assert np.all(np.abs(w[~mask]) <= cut)


def test_what_was_pruned_before_counts_and_stays_pruned() -> None:
    once = prune(of([[0.1, -0.5, 0.3, -0.2]]), 0.5, per_layer=False)
    for share, left in ((0.0, 2), (0.25, 2), (0.5, 2), (0.75, 1)):
        again = prune(once.parameters, share, per_layer=False)
        assert again.remaining == left + 1
        assert again.masks[0].sum() == left


def test_nothing_and_everything() -> None:
    network = of([[0.1, -0.5]], [[4.0], [-3.0]])
    assert prune(network, 0.0, per_layer=False).cuts == (0, 0)
    everything = prune(network, 1.0, per_layer=True)
    assert everything.remaining == 3
    assert everything.cuts == (0.5, 4.0)


def test_accuracies_are_those_of_the_pruned_networks(parameters: Parameters, few_digits: Digits) -> None:
    other = Parameters(tuple(-w for w in parameters.weights), parameters.biases)
    networks = Network(parameters, "sigmoid"), Network(other, "sigmoid")
    found = answer_to(PruningQuestion(networks, (0.0, 0.5), per_layer=True), few_digits)
    assert isinstance(found, np.ndarray)
    assert found.shape == (2, 2)
    inputs, labels = few_digits.validation.inputs, few_digits.validation.labels
    assert found[0, 0] == (networks[0].called(inputs) == labels).mean()
    half = Network(prune(other, 0.5, per_layer=True).parameters, "sigmoid")
    assert found[1, 1] == (half.called(inputs) == labels).mean()


# --------------------------------------------------------------------------------------------------- training goes on


@pytest.mark.parametrize("regularization", [{}, {"penalty": "l2", "lambda_": 1.0}, {"penalty": "l1", "lambda_": 0.5}])
def test_what_was_pruned_is_exactly_0_after_every_epoch_and_the_rest_learns(
    regularization: dict[str, Any], parameters: Parameters, few_digits: Digits
) -> None:
    pruned = prune(parameters, 0.8, per_layer=False)
    events = train(an_experiment(**regularization), few_digits, pruned=pruned)
    records = [event for event in events if isinstance(event, EpochRecord)]
    assert len(records) == 4
    for record in records:
        for w, mask in zip(record.parameters.weights, pruned.masks, strict=True):
            assert np.all(w[~mask] == 0)
    assert np.array_equal(records[0].parameters.weights[0], pruned.parameters.weights[0])
    assert np.array_equal(records[0].parameters.biases[0], parameters.biases[0])
    for before, after in zip(pruned.parameters.weights, records[-1].parameters.weights, strict=True):
        assert not np.array_equal(before, after)
    assert not np.array_equal(records[-1].parameters.biases[0], parameters.biases[0]), "biases are not held"
    assert records[-1].training_accuracy > records[0].training_accuracy


def test_with_nothing_pruned_training_goes_its_usual_way(few_digits: Digits) -> None:
    experiment = an_experiment()
    usual = [event for event in train(experiment, few_digits) if isinstance(event, EpochRecord)]
    same = train(experiment, few_digits, pruned=prune(usual[0].parameters, 0.0, per_layer=False))
    for one, other in zip(usual, (event for event in same if isinstance(event, EpochRecord)), strict=True):
        assert np.array_equal(one.parameters.weights[0], other.parameters.weights[0])
        assert one.validation_cost == other.validation_cost


def test_fine_tuning_is_a_history_of_its_own(parameters: Parameters, few_digits: Digits) -> None:
    pruning = Pruning(0.8, per_layer=True, epochs=2)
    history = answer_to(FineTuningQuestion(an_experiment(), parameters, pruning), few_digits)
    assert history.pruning == pruning
    assert history.finished
    assert not history.is_plain
    assert history.epochs_done == history.epochs == 2
    assert history.experiment == an_experiment(), "which has other epochs"
    assert history.test_accuracy is not None
    assert pickle.loads(pickle.dumps(history)).pruning == pruning


def test_a_pruned_network_may_be_measured_only(parameters: Parameters, few_digits: Digits) -> None:
    history = answer_to(FineTuningQuestion(an_experiment(), parameters, Pruning(0.5)), few_digits)
    assert len(history) == 1
    assert history.finished
    accuracies = answer_to(PruningQuestion((Network(parameters, "sigmoid"),), (0.5,)), few_digits)
    assert history.column("validation_accuracy")[0] == accuracies[0, 0]
    assert history.test_accuracy is not None


# --------------------------------------------------------------------------------------------------------- sessions


@pytest.fixture(scope="module")
def session(parameters: Parameters, few_digits: Digits) -> bytes:
    """Return a session of one pruned run with two epochs of fine-tuning."""
    history = answer_to(FineTuningQuestion(an_experiment(), parameters, Pruning(0.8, False, 2)), few_digits)
    return session_bytes(Session((ListedRun(history, 1),), None, None))


def test_a_session_keeps_how_a_network_was_pruned(parameters: Parameters, few_digits: Digits) -> None:
    history = answer_to(FineTuningQuestion(an_experiment(), parameters, Pruning(0.8, True, 5)), few_digits)
    content = session_bytes(Session((ListedRun(history, 1),), None, None))
    read = read_session(content).runs[0].history
    assert read.pruning == Pruning(0.8, True, 5)
    assert len(read) == 6 > an_experiment().training.epochs + 1
    assert read.finished
    assert np.array_equal(read.rows, history.rows)


@pytest.mark.parametrize(
    "change",
    [
        lambda pruning: pruning.update(share=1.5),
        lambda pruning: pruning.update(share="half"),
        lambda pruning: pruning.update(per_layer=1),
        lambda pruning: pruning.update(epochs=-1),
        lambda pruning: pruning.update(epochs=0),
        lambda pruning: pruning.update(epochs=1.0),
        lambda pruning: pruning.update(kind="x"),
        lambda pruning: pruning.pop("share"),
    ],
)
def test_a_session_in_which_this_cannot_be_is_refused(change: Callable[[dict[str, Any]], None], session: bytes) -> None:
    content = with_document(session, lambda document: change(document["histories"][0]["pruning"]))
    assert refusal(content) == DAMAGED


def test_a_session_from_before_pruning_is_read_as_before(session: bytes) -> None:
    content = with_document(session, lambda document: document["histories"][0].pop("pruning"))
    (run,) = read_session(content).runs
    assert run.history.pruning is None
