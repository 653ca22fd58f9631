"""Answers to questions asked once for each network."""

from dataclasses import replace

import numpy as np
import pytest

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import NINE, SIX, Network, RotationQuestion
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.rotation.rotation_measurements import ANGLES, rotation_measurements
from tests.pages.answering import Answering
from tests.pages.rotation.rotation_material import Small, Trained, few


@pytest.fixture
def networks(small: Small, trained: Trained) -> list[Network]:
    found = []
    for seed in (1, 2, 3):
        newest = trained(small(epochs=1, seed=seed)).newest
        assert newest is not None
        found.append(Network(newest.parameters, "sigmoid"))
    return found


@pytest.fixture
def questions(digits: Digits) -> Answering:
    return Answering(few(digits))


@pytest.fixture
def measurements(questions: Answering) -> PerNetwork[np.ndarray]:
    return rotation_measurements(questions)


def test_networks_are_measured_together_and_only_once(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network], digits: Digits
) -> None:
    measurements.want(networks[:2])
    measurements.want(networks)
    assert len(questions.asked) == 1, "never two questions at a time"

    questions.answer()
    first = [measurements.of(network) for network in networks[:2]]
    measurements.want(networks)
    questions.answer()
    measurements.want(networks)

    assert [question.networks for question in questions.of(RotationQuestion)] == [tuple(networks[:2]), (networks[2],)]
    assert all(measurements.of(network) is one for network, one in zip(networks, first, strict=False))
    labels = few(digits).validation.labels
    for network in networks:
        counts = measurements.of(network)
        assert counts is not None
        assert counts.shape == (2, len(ANGLES), 10)
        for place, digit in enumerate((SIX, NINE)):
            assert (counts[place].sum(1) == (labels == digit).sum()).all()


def test_each_network_gets_its_own_part_of_the_answer(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    measurements.want(networks)
    questions.answer_with("abc")

    assert [measurements.of(network) for network in networks] == ["a", "b", "c"]


def test_networks_of_different_data_sets_are_asked_about_different_digits(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    other = replace(networks[1], dataset=replace(MNIST, training_images=10))
    wanted = [networks[0], other, networks[2]]
    measurements.want(wanted)
    questions.answer_with("ac")
    measurements.want(wanted)
    questions.answer_with("b")

    assert [question.dataset for question in questions.asked] == [MNIST, other.dataset]
    assert [measurements.of(network) for network in wanted] == ["a", "b", "c"]


def test_the_same_parameters_are_one_network(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    measurements.want(networks[:1])
    questions.answer()
    measurements.want([Network(networks[0].parameters, "sigmoid")])

    assert len(questions.asked) == 1


def test_it_says_how_far_the_present_question_is(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    heard: list[float | None] = []
    measurements.changed.connect(lambda: heard.append(measurements.share))
    measurements.want(networks[:1])
    assert measurements.share == 0.0
    questions.replies[0].progressed.emit(0.25)
    assert heard == [0.25]
    assert measurements.of(networks[0]) is None

    questions.answer()
    assert heard[-1] is None
    assert measurements.problem is None


def test_after_a_failure_nothing_is_asked_until_somebody_tries_again(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    measurements.want(networks[:1])
    problem = Problem("The measuring ended.")
    questions.fail(problem)
    measurements.want(networks[:1])
    assert measurements.problem is problem
    assert measurements.share is None
    assert len(questions.asked) == 1

    measurements.try_again()
    measurements.want(networks[:1])
    assert len(questions.asked) == 2


def test_what_was_measured_before_a_failure_is_kept(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    measurements.want(networks[:1])
    questions.answer()
    measurements.want(networks[:2])
    questions.fail()

    assert [measurements.of(network) is not None for network in networks[:2]] == [True, False]


def test_what_is_no_longer_kept_is_measured_again(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    many = [Network(networks[0].parameters.copy(), "sigmoid") for _ in range(40)]
    for network in many:
        measurements.want([network])
        questions.answer_with([np.zeros((2, len(ANGLES), 10), np.int64)])
    assert [network for network in many if measurements.of(network) is not None] == many[-24:]

    measurements.want([many[15]])
    assert questions.waiting[0].networks == (many[15],)


def test_those_wanted_together_are_kept_however_many(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    many = [Network(networks[0].parameters.copy(), "sigmoid") for _ in range(40)]
    measurements.want(many)
    questions.answer_with(range(40))

    assert [measurements.of(network) for network in many] == list(range(40))


def test_what_is_forgotten_is_asked_again(
    measurements: PerNetwork[np.ndarray], questions: Answering, networks: list[Network]
) -> None:
    measurements.want(networks[:1])
    questions.answer_with("a")
    assert measurements.of(networks[0]) == "a"
    measurements.forget()
    assert measurements.of(networks[0]) is None
    measurements.want(networks[:1])
    assert measurements.waits
    measurements.forget()
    assert not measurements.waits
