"""What a network confuses, asked again whenever something changes, never twice at a time."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.rotation.latest_confusion import LatestConfusion
from tests.pages.answering import Answering
from tests.pages.rotation.rotation_material import Small, Trained, few
from tests.questions import answer_to

CALLED = np.zeros((1, 3), np.uint8)


@pytest.fixture
def network(small: Small, trained: Trained) -> Network:
    newest = trained(small(epochs=1)).newest
    assert newest is not None
    return Network(newest.parameters, "sigmoid")


@pytest.fixture
def questions() -> Answering:
    return Answering()


@pytest.fixture
def latest(questions: Answering) -> LatestConfusion:
    return LatestConfusion(questions)


def test_what_changes_while_an_answer_is_outstanding_is_asked_afterwards(
    latest: LatestConfusion, questions: Answering, network: Network, digits: Digits
) -> None:
    for rotation in (0.0, 10.0, 20.0, 30.0):
        latest.want(network, "Run 1", rotation, live=False)
    assert len(questions.asked) == 1

    (first,) = questions.asked
    called = answer_to(first, few(digits))
    questions.answer_with(called)
    assert [question.augmentation.rotation for question in questions.asked] == [0, 30], (
        "what lay between is of no interest any more"
    )
    assert latest.newest is not None
    assert (latest.newest.question, latest.newest.name) == (first, "Run 1")
    assert np.array_equal(latest.newest.called, called[0])

    questions.answer_with(answer_to(questions.asked[1], few(digits)))
    latest.want(network, "Run 1", 30.0, live=False)
    assert len(questions.asked) == 2, "nothing is new"


def test_a_network_that_is_trained_is_not_asked_about_at_every_epoch(
    latest: LatestConfusion, questions: Answering, network: Network
) -> None:
    latest.want(network, "Run 1", 0.0, live=True)
    questions.answer_with(CALLED)
    later = Network(network.parameters.copy(), "sigmoid")
    latest.want(later, "Run 1", 0.0, live=True)
    assert len(questions.asked) == 1

    latest.want(later, "Run 1", 45.0, live=True)
    assert len(questions.asked) == 2, "a hand on the slider is answered at once"
    questions.answer_with(CALLED)
    last = Network(network.parameters.copy(), "sigmoid")
    latest.want(last, "Run 1", 45.0, live=False)
    assert questions.asked[2].networks == (last,), "the end is always measured"


def test_after_a_failure_nothing_is_asked_until_somebody_tries_again(
    latest: LatestConfusion, questions: Answering, network: Network
) -> None:
    latest.want(network, "Run 1", 0.0, live=False)
    questions.fail(Problem("no"))
    latest.want(network, "Run 1", 5.0, live=False)
    assert len(questions.asked) == 1

    latest.try_again()
    latest.want(network, "Run 1", 5.0, live=False)
    assert len(questions.asked) == 2


def test_a_network_is_named_anew_without_being_asked_about_again(
    latest: LatestConfusion, questions: Answering, network: Network, qtbot: QtBot
) -> None:
    latest.want(network, "Run 1", 0.0, live=False)
    questions.answer_with(CALLED)
    with qtbot.waitSignal(latest.changed):
        latest.want(network, "Běh 1", 0.0, live=False)
    assert latest.newest is not None
    assert latest.newest.name == "Běh 1"
    assert len(questions.asked) == 1
