"""What a network confuses, asked again whenever something changes, never twice at a time."""

import numpy as np
import pytest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions import ConfusionQuestion, Network, ValidationQuestion
from nnreg_gui.pages.rotation.latest_confusion import LatestConfusion
from tests.pages.rotation.rotation_material import Small, Trained, few
from tests.questions import answer_to


@pytest.fixture
def network(small: Small, trained: Trained) -> Network:
    newest = trained(small(epochs=1)).newest
    assert newest is not None
    return Network(newest.parameters, "sigmoid")


@pytest.fixture
def question() -> LatestConfusion:
    return LatestConfusion()


@pytest.fixture
def asked(question: LatestConfusion) -> list[ConfusionQuestion]:
    asked: list[ConfusionQuestion] = []
    question.asked.connect(asked.append)
    return asked


def test_what_changes_while_an_answer_is_outstanding_is_asked_afterwards(
    question: LatestConfusion, asked: list[ConfusionQuestion], network: Network, digits: Digits
) -> None:
    for rotation in (0.0, 10.0, 20.0, 30.0):
        question.want(network, "Run 1", rotation, live=False)
    assert len(asked) == 1

    called = answer_to(asked[0], few(digits))
    question.take_answer(asked[0], called)
    assert [question.augmentation.rotation for question in asked] == [0, 30], (
        "what lay between is of no interest any more"
    )
    assert question.newest is not None
    assert (question.newest.question, question.newest.name) == (asked[0], "Run 1")
    assert question.newest.called is called

    question.take_answer(asked[1], answer_to(asked[1], few(digits)))
    question.want(network, "Run 1", 30.0, live=False)
    assert len(asked) == 2, "nothing is new"


def test_a_network_that_is_trained_is_not_asked_about_at_every_epoch(
    question: LatestConfusion, asked: list[ConfusionQuestion], network: Network
) -> None:
    question.want(network, "Run 1", 0.0, live=True)
    question.take_answer(asked[0], np.zeros(3, np.uint8))
    later = Network(network.parameters.copy(), "sigmoid")
    question.want(later, "Run 1", 0.0, live=True)
    assert len(asked) == 1

    question.want(later, "Run 1", 45.0, live=True)
    assert len(asked) == 2, "a hand on the slider is answered at once"
    question.take_answer(asked[1], np.zeros(3, np.uint8))
    last = Network(network.parameters.copy(), "sigmoid")
    question.want(last, "Run 1", 45.0, live=False)
    assert asked[2].network is last, "the end is always measured"


def test_answers_to_others_are_not_taken(
    question: LatestConfusion, asked: list[ConfusionQuestion], network: Network
) -> None:
    question.want(network, "Run 1", 0.0, live=False)
    question.take_answer(ValidationQuestion(), np.zeros(3, np.uint8))
    question.take_failure(ValidationQuestion(), Problem("no"))

    assert question.newest is None
    assert question.problem is None


def test_after_a_failure_nothing_is_asked_until_somebody_tries_again(
    question: LatestConfusion, asked: list[ConfusionQuestion], network: Network
) -> None:
    question.want(network, "Run 1", 0.0, live=False)
    question.take_failure(asked[0], Problem("no"))
    question.want(network, "Run 1", 5.0, live=False)
    assert len(asked) == 1

    question.try_again()
    question.want(network, "Run 1", 5.0, live=False)
    assert len(asked) == 2
