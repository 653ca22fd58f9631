"""What a network takes augmented digits for: asked in order, never twice at a time."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions import ConfusionQuestion
from nnreg_gui.engine.training import train
from nnreg_gui.pages.augmentation.latest_labels import LatestLabels
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.questions import answer_to

OFF, TURNED, SHIFTED = AugmentationSpec(), AugmentationSpec(rotation=90), AugmentationSpec(shift=2)

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


class Asked:
    """A question with what it has asked; answers that one by one."""

    def __init__(self, digits: Digits) -> None:
        self.question, self.waiting = LatestLabels(), list[ConfusionQuestion]()
        self.asked: list[ConfusionQuestion] = []
        self.question.asked.connect(self.waiting.append)
        self.question.asked.connect(self.asked.append)
        self._digits = replace(digits, validation=digits.validation[:50])

    def answer(self) -> None:
        """Answer the outstanding question; there is only one."""
        (question,) = self.waiting
        self.waiting.clear()
        self.question.take_answer(
            question, answer_to(question, self._digits, partial(self.question.take_progress, question))
        )

    def changes(self) -> list[AugmentationSpec]:
        return [question.augmentation for question in self.asked]


@pytest.fixture
def asked(qtbot: QtBot, digits: Digits) -> Asked:
    return Asked(digits)


@pytest.fixture
def run(small: Small, trained: Trained) -> DrawnRun:
    return DrawnRun(trained(small(epochs=1)), 1, "Off", selected=True)


def test_it_asks_for_originals_once_for_each_network(asked: Asked, run: DrawnRun) -> None:
    for augmentation in (TURNED, SHIFTED):
        asked.question.want(run, augmentation)
        while asked.waiting:
            asked.answer()
        newest = asked.question.newest
        assert newest is not None
        assert newest.augmentation == augmentation
        assert len(newest.changed) == 50
        assert not np.array_equal(newest.changed, newest.upright)

    assert asked.changes() == [OFF, TURNED, SHIFTED]
    assert [question.purpose for question in asked.asked] == ["labels upright", "labels", "labels"]
    asked.question.want(run, SHIFTED)
    assert not asked.waiting, "that is known"


def test_without_augmentation_one_question_is_enough(asked: Asked, run: DrawnRun) -> None:
    asked.question.want(run, OFF)
    asked.answer()

    assert asked.changes() == [OFF]
    assert asked.question.newest is not None
    assert np.array_equal(asked.question.newest.changed, asked.question.newest.upright)


def test_while_a_slider_moves_only_what_is_newest_is_asked_next(asked: Asked, run: DrawnRun) -> None:
    for degrees in range(1, 20):
        asked.question.want(run, AugmentationSpec(rotation=degrees))
    assert asked.changes() == [OFF], "one is outstanding"
    asked.answer()
    for degrees in range(20, 40):
        asked.question.want(run, AugmentationSpec(rotation=degrees))
    asked.answer()
    asked.answer()

    assert [one.rotation for one in asked.changes()] == [0, 19, 39]
    assert not asked.waiting


def test_of_a_live_run_with_short_epochs_there_are_answers_too(asked: Asked, small: Small, digits: Digits) -> None:
    """Each answer speaks of one network, though the run has newer ones by then."""
    history = RunHistory(small(epochs=30))
    events = train(history.experiment, digits)

    def one_more_epoch() -> None:
        epochs = len(history)
        while len(history) == epochs:
            history.add(next(events))
        if history.newest is not None and history.newest.epoch > 0:
            asked.question.want(DrawnRun(history, 1, live=True), TURNED)

    for _ in range(3):
        one_more_epoch()
    while asked.question.newest is None:
        asked.answer()
        one_more_epoch()
    first = asked.question.newest
    assert [question.network.parameters is first.network.parameters for question in asked.asked[:2]] == [True, True]
    for _ in range(5):
        one_more_epoch()
    assert len(asked.asked) <= 3, "a run that goes on is asked about once a second at most"

    asked.question.want(DrawnRun(history, 1, live=False), TURNED)
    while asked.waiting:
        asked.answer()
    assert asked.question.newest.network.parameters is history.newest.parameters


def test_what_others_ask_is_left_to_them(asked: Asked, run: DrawnRun) -> None:
    asked.question.want(run, TURNED)
    other = ConfusionQuestion(asked.asked[0].network, OFF, 1)
    asked.question.take_progress(other, 0.9)
    asked.question.take_failure(other, Problem("no"))
    asked.question.take_answer(other, np.zeros(50, np.uint8))

    assert (asked.question.share, asked.question.newest, asked.question.problem) == (0.0, None, None)


def test_after_a_failure_nothing_is_asked_until_it_may_be_tried_again(asked: Asked, run: DrawnRun) -> None:
    asked.question.want(run, TURNED)
    asked.question.take_failure(asked.waiting.pop(), Problem("no"))
    asked.question.want(run, SHIFTED)
    assert not asked.waiting
    assert asked.question.share is None

    asked.question.try_again()
    asked.question.want(run, SHIFTED)
    while asked.waiting:
        asked.answer()
    assert asked.question.newest is not None
