"""Ensembles: average and vote checked by hand, and which digits they rescue."""

from itertools import product

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions.ensembles import (
    AccuracyOverSize,
    Ensemble,
    EnsembleQuestion,
    called_by_average,
    called_by_each,
    called_by_vote,
    over_size,
)
from nnreg_gui.engine.questions.question import Network
from tests.fixture_types import Small, Trained


def _outputs(*networks: dict[int, float]) -> np.ndarray:
    """Return the outputs of networks for one image: the given ones, and 0 for all others; (networks, 1, 10)."""
    outputs = np.zeros((len(networks), 1, 10), np.float32)
    for network, named in enumerate(networks):
        for digit, output in named.items():
            outputs[network, 0, digit] = output
    return outputs


def test_average_and_vote_may_differ() -> None:
    """Two networks lean towards 4, one is sure of 9: votes 2 to 1, means 0.6 / 3 against (0.5 + 0.5 + 0.9) / 3."""
    outputs = _outputs({4: 0.6, 9: 0.5}, {4: 0.6, 9: 0.5}, {9: 0.9})

    assert called_by_each(outputs)[:, 0].tolist() == [4, 4, 9]
    assert called_by_average(outputs).tolist() == [9]
    assert called_by_vote(outputs).tolist() == [4]


def test_between_equally_many_votes_the_mean_output_decides() -> None:
    two_to_two = _outputs({4: 0.6, 9: 0.1}, {4: 0.6}, {9: 0.8}, {9: 0.5})
    assert called_by_vote(two_to_two).tolist() == [9], "1.2 for 4, 1.4 for 9"

    third = _outputs({4: 0.6, 7: 0.55}, {9: 0.6, 7: 0.55})
    assert called_by_average(third).tolist() == [7]
    assert called_by_vote(third).tolist() == [4], "7 has the highest mean, but no vote; of equals the smaller digit"


def test_a_vote_outweighs_any_mean() -> None:
    outputs = _outputs(*[{3: 0.01}] * 3, *[{8: 1.0}] * 2)

    assert called_by_average(outputs).tolist() == [8]
    assert called_by_vote(outputs).tolist() == [3]


def test_votes_are_counted_as_by_hand() -> None:
    outputs = np.random.default_rng(5).random((7, 60, 10))
    for image, called in enumerate(called_by_vote(outputs)):
        votes = np.bincount(outputs[:, image].argmax(1), minlength=10)
        means = outputs[:, image].mean(0)
        best = max(range(10), key=lambda digit: (votes[digit], means[digit]))
        assert called == best
    assert np.array_equal(called_by_average(outputs), outputs.mean(0).argmax(1))


def test_accuracy_over_size_is_the_mean_over_the_groups_of_the_ring() -> None:
    random = np.random.default_rng(2)
    outputs, labels = random.random((4, 50, 10)), random.integers(0, 10, 50)
    found = over_size(outputs, labels)

    for k, (named, call) in product((1, 2, 3, 4), (("average", called_by_average), ("vote", called_by_vote))):
        groups = [[(first + place) % 4 for place in range(k)] for first in range(4)]
        expected = np.mean([np.mean(call(outputs[group]) == labels) for group in groups])
        assert getattr(found, named)[k - 1] == pytest.approx(expected)
    assert found.average[0] == pytest.approx(np.mean(called_by_each(outputs) == labels))


def test_average_and_vote_of_one_network_are_its_own_answer() -> None:
    outputs = np.random.default_rng(3).random((1, 20, 10))

    assert np.array_equal(called_by_average(outputs), called_by_each(outputs)[0])
    assert np.array_equal(called_by_vote(outputs), called_by_each(outputs)[0])
    assert len(over_size(outputs, np.zeros(20)).vote) == 1


def test_rescued_are_the_digits_on_which_single_networks_disagree_and_the_average_is_right() -> None:
    labels = np.array([4, 4, 4, 4], np.uint8)
    each = np.array([[4, 4, 9, 9], [4, 9, 9, 4], [4, 4, 4, 9]], np.uint8)
    average = np.array([4, 4, 4, 9], np.uint8)
    nothing = AccuracyOverSize(np.zeros(3), np.zeros(3))
    ensemble = Ensemble(labels, each, average, average, nothing, (0.5, 0.5))

    assert ensemble.disagreed.tolist() == [False, True, True, True]
    assert ensemble.rescued.tolist() == [2, 1], "first the one that only one network knows"
    assert ensemble.single == pytest.approx([0.5, 0.5, 0.75])


def test_real_networks_answer_together(small: Small, trained: Trained, measured: Digits) -> None:
    """Networks with different hidden layers may vote together; single accuracies are those measured in training."""
    runs = [trained(small(epochs=3, seed=seed, hidden=hidden)) for seed, hidden in ((1, (5,)), (2, (5,)), (1, (4, 6)))]
    records = [run.newest for run in runs]
    networks = tuple(Network(record.parameters, "sigmoid") for record in records if record is not None)
    steps, shares = EnsembleQuestion(networks).answers(measured), []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            ensemble: Ensemble = end.value
            break

    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    assert ensemble.single == pytest.approx([record.validation_accuracy for record in records if record is not None])
    outputs = np.stack([network.outputs(measured.validation.inputs) for network in networks])
    assert np.array_equal(ensemble.average, outputs.astype(float).mean(0).argmax(1))
    assert ensemble.over_size.average[-1] == pytest.approx(np.mean(ensemble.average == measured.validation.labels))
    assert ensemble.over_size.vote[-1] == pytest.approx(np.mean(ensemble.vote == measured.validation.labels))
