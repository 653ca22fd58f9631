"""What questions found, asked once for each network."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions import NINE, SIX, Network, Question, RotationQuestion, ValidationQuestion
from nnreg_gui.pages.measurements import ANGLES, Measurements, RotationMeasurements, UprightMeasurements
from tests.pages.rotation.rotation_material import Small, Trained, few
from tests.questions import answer_to


@pytest.fixture
def networks(small: Small, trained: Trained) -> list[Network]:
    found = []
    for seed in (1, 2, 3):
        newest = trained(small(epochs=1, seed=seed)).newest
        assert newest is not None
        found.append(Network(newest.parameters, "sigmoid"))
    return found


def _asked(measurements: Measurements) -> list[Question]:
    asked: list[Question] = []
    measurements.asked.connect(asked.append)
    return asked


def test_networks_are_measured_together_and_only_once(networks: list[Network], digits: Digits) -> None:
    measurements = RotationMeasurements()
    asked = _asked(measurements)
    measurements.want(networks[:2])
    measurements.want(networks)
    assert len(asked) == 1, "never two questions at a time"

    counts = answer_to(asked[0], few(digits))
    measurements.take_answer(asked[0], counts)
    measurements.want(networks)
    measurements.take_answer(asked[1], answer_to(asked[1], few(digits)))
    measurements.want(networks)

    assert [len(question.networks) for question in asked if isinstance(question, RotationQuestion)] == [2, 1]
    assert np.array_equal(measurements.of(networks[1]), counts[1])
    labels = few(digits).validation.labels
    for place, digit in enumerate((SIX, NINE)):
        assert (measurements.of(networks[2])[place].sum(1) == (labels == digit).sum()).all()
    assert measurements.of(networks[0]).shape == (2, len(ANGLES), 10)


def test_the_same_parameters_are_one_network(networks: list[Network], digits: Digits) -> None:
    measurements = RotationMeasurements()
    asked = _asked(measurements)
    measurements.want(networks[:1])
    measurements.take_answer(asked[0], answer_to(asked[0], few(digits)))
    measurements.want([Network(networks[0].parameters, "sigmoid")])

    assert len(asked) == 1


def test_upright_digits_are_measured_network_by_network(networks: list[Network], digits: Digits) -> None:
    measurements = UprightMeasurements()
    asked = _asked(measurements)
    measurements.changed.connect(lambda: measurements.want(networks[:2]))
    measurements.want(networks[:2])
    while len(asked) < 2 or measurements.share is not None:
        measurements.take_answer(asked[-1], answer_to(asked[-1], few(digits)))

    split = few(digits).validation
    for network in networks[:2]:
        expected = network.called(split.inputs.reshape(-1, 28, 28))
        assert np.array_equal(measurements.of(network), expected)
    assert len(asked) == 2


def test_answers_and_progress_of_others_are_not_taken(networks: list[Network]) -> None:
    measurements = RotationMeasurements()
    asked = _asked(measurements)
    measurements.want(networks[:1])
    measurements.take_progress(asked[0], 0.25)
    other = ValidationQuestion()
    measurements.take_progress(other, 0.75)
    measurements.take_answer(other, np.zeros(1))
    measurements.take_failure(other, Problem("no"))

    assert measurements.share == 0.25
    assert measurements.of(networks[0]) is None
    assert measurements.problem is None


def test_after_a_failure_nothing_is_asked_until_somebody_tries_again(networks: list[Network]) -> None:
    measurements = RotationMeasurements()
    asked = _asked(measurements)
    measurements.want(networks[:1])
    problem = Problem("The measuring ended.")
    measurements.take_failure(asked[0], problem)
    measurements.want(networks[:1])
    assert measurements.problem is problem
    assert measurements.share is None
    assert len(asked) == 1

    measurements.try_again()
    measurements.want(networks[:1])
    assert len(asked) == 2


def test_it_does_not_keep_more_than_a_day_of_runs(small: Small, trained: Trained) -> None:
    measurements = RotationMeasurements()
    asked = _asked(measurements)
    newest = trained(small(epochs=1)).newest
    assert newest is not None
    networks = [Network(newest.parameters.copy(), "sigmoid") for _ in range(40)]
    for network in networks:
        measurements.want([network])
        measurements.take_answer(asked[-1], np.zeros((1, 2, len(ANGLES), 10), np.int64))

    known = [network for network in networks if measurements.of(network) is not None]
    assert known == networks[-24:]
