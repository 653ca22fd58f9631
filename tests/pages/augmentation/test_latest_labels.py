"""What a network takes augmented digits for: one question after another, never two at a time."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.training import train
from nnreg_gui.pages.augmentation.latest_labels import LatestLabels
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.answering import Answering

OFF, TURNED, SHIFTED = AugmentationSpec(), AugmentationSpec(rotation=90), AugmentationSpec(shift=2)

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


class Asked:
    """Labels whose questions are answered one by one."""

    def __init__(self, digits: Digits) -> None:
        self.questions = Answering(replace(digits, validation=digits.validation[:50]))
        self.labels = LatestLabels(self.questions)

    def answer(self) -> None:
        """Answer the outstanding question; there is only one."""
        assert len(self.questions.waiting) == 1
        self.questions.answer(len(self.questions.asked))

    def changes(self) -> list[AugmentationSpec]:
        return [question.augmentation for question in self.questions.asked]


@pytest.fixture
def asked(qtbot: QtBot, digits: Digits) -> Asked:
    return Asked(digits)


@pytest.fixture
def run(small: Small, trained: Trained) -> DrawnRun:
    return DrawnRun(trained(small(epochs=1)), 1, "Off", selected=True)


def test_it_asks_for_originals_once_for_each_network(asked: Asked, run: DrawnRun) -> None:
    for augmentation in (TURNED, SHIFTED):
        asked.labels.want(run, augmentation)
        while asked.questions.waiting:
            asked.answer()
        newest = asked.labels.newest
        assert newest is not None
        assert newest.augmentation == augmentation
        assert len(newest.changed) == 50
        assert not np.array_equal(newest.changed, newest.upright)

    assert asked.changes() == [OFF, TURNED, SHIFTED]
    asked.labels.want(run, SHIFTED)
    assert not asked.questions.waiting, "that is known"


def test_the_answer_about_a_network_is_that_of_another_run_that_has_it(asked: Asked, run: DrawnRun) -> None:
    """A replayed run shares its networks with the one that it replays."""
    asked.labels.want(run, TURNED)
    while asked.questions.waiting:
        asked.answer()
    for number, augmentation in ((2, TURNED), (3, SHIFTED)):
        other = replace(run, history=run.history.with_records(run.history.kept()), number=number)
        asked.labels.want(other, augmentation)
        while asked.questions.waiting:
            asked.answer()
        assert asked.labels.newest is not None
        assert asked.labels.newest.run.number == number
    assert asked.changes() == [OFF, TURNED, SHIFTED], "nothing is asked twice"


def test_without_augmentation_one_question_is_enough(asked: Asked, run: DrawnRun) -> None:
    asked.labels.want(run, OFF)
    asked.answer()

    assert asked.changes() == [OFF]
    assert asked.labels.newest is not None
    assert np.array_equal(asked.labels.newest.changed, asked.labels.newest.upright)


def test_while_a_slider_moves_only_what_is_newest_is_asked_next(asked: Asked, run: DrawnRun) -> None:
    for degrees in range(1, 20):
        asked.labels.want(run, AugmentationSpec(rotation=degrees))
    assert asked.changes() == [OFF], "one is outstanding"
    asked.answer()
    for degrees in range(20, 40):
        asked.labels.want(run, AugmentationSpec(rotation=degrees))
    asked.answer()
    asked.answer()

    assert [one.rotation for one in asked.changes()] == [0, 19, 39]
    assert not asked.questions.waiting


def test_of_a_live_run_with_short_epochs_there_are_answers_too(asked: Asked, small: Small, digits: Digits) -> None:
    """Each answer is about one network, even if the run has newer ones by then."""
    history = RunHistory(small(epochs=30))
    events = train(history.experiment, digits)

    def one_more_epoch() -> None:
        epochs = len(history)
        while len(history) == epochs:
            history.add(next(events))
        if history.newest is not None and history.newest.epoch > 0:
            asked.labels.want(DrawnRun(history, 1, live=True), TURNED)

    for _ in range(3):
        one_more_epoch()
    while asked.labels.newest is None:
        asked.answer()
        one_more_epoch()
    first = asked.labels.newest
    about = [question.networks[0].parameters for question in asked.questions.asked[:2]]
    assert [parameters is first.network.parameters for parameters in about] == [True, True]
    for _ in range(5):
        one_more_epoch()
    assert len(asked.questions.asked) <= 3, "a run that goes on is asked about once a second at most"

    asked.labels.want(DrawnRun(history, 1, live=False), TURNED)
    while asked.questions.waiting:
        asked.answer()
    assert asked.labels.newest.network.parameters is history.newest.parameters


def test_after_a_failure_nothing_is_asked_until_it_may_be_tried_again(asked: Asked, run: DrawnRun) -> None:
    asked.labels.want(run, TURNED)
    asked.questions.fail(Problem("no"))
    asked.labels.want(run, SHIFTED)
    assert not asked.questions.waiting
    assert asked.labels.share is None

    asked.labels.try_again()
    asked.labels.want(run, SHIFTED)
    while asked.questions.waiting:
        asked.answer()
    assert asked.labels.newest is not None


def test_after_a_failure_the_network_before_is_asked_about_itself(
    asked: Asked, run: DrawnRun, small: Small, trained: Trained
) -> None:
    asked.labels.want(run, TURNED)
    while asked.questions.waiting:
        asked.answer()
    first = asked.labels.newest
    assert first is not None
    other = DrawnRun(trained(small(epochs=1, seed=2)), 2)
    asked.labels.want(other, TURNED)
    asked.answer()  # what the other takes originals for
    asked.questions.fail(Problem("no"))
    asked.labels.try_again()
    asked.labels.want(run, SHIFTED)
    asked.answer()

    newest = asked.labels.newest
    assert newest.augmentation == SHIFTED
    assert newest.network.parameters is first.network.parameters
    assert newest.run.number == 1
    assert np.array_equal(newest.upright, first.upright)
