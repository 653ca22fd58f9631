"""The page about dropout: three views of the runs in the list, by mouse and by key."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.coadaptation import CorrelationQuestion, mean_absolute_correlation
from nnreg_gui.engine.questions.lies import LyingDigitsQuestion
from nnreg_gui.engine.questions.question import TrainingQuestion, ValidationQuestion
from nnreg_gui.engine.questions.thinning import ThinnedEnsembleQuestion
from nnreg_gui.engine.wrong_labels import told_images
from nnreg_gui.pages.dropout.dropout_page import BATCH, MANY, ROBUST, DropoutPage
from nnreg_gui.pages.dropout.dropout_runs import PAIR, compared_pair, missing_of_pair
from nnreg_gui.pages.dropout.mini_batch_walk import Phase
from nnreg_gui.pages.dropout.sentences import CLEARLY
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import number_text
from tests.pages.answering import Window, show_in_front, texts
from tests.pages.rooms import Rooms
from tests.test_look import cut_texts

LEFT = Qt.MouseButton.LeftButton
Trained = Callable[[Experiment], RunHistory]
Small = Callable[..., Experiment]


pytestmark = pytest.mark.usefixtures("unfolded")


class Lecturer:
    """Looks at the page, presses its controls, and answers its questions, on some of the digits."""

    def __init__(self, digits: Digits, bot: QtBot) -> None:
        self.digits = Digits(digits.training[:50], digits.validation[:300], digits.test[:10])
        self.window, self.bot = Window(self.digits), bot
        self.questions, self.searches = self.window.questions, self.window.searches
        self.page = self.open_page()

    def open_page(self) -> DropoutPage:
        page = DropoutPage(self.window.services)
        self.bot.addWidget(page)
        page.resize(960, 490)
        show_in_front(page, self.bot)
        return page

    def answer(self) -> None:
        self.questions.answer()

    def key(self, key: Qt.Key) -> None:
        """Press a key; its button is clicked a moment later, since Qt shows it pressed first."""
        buttons = [
            one
            for one in self.page.findChildren(QAbstractButton)
            if one.isVisible() and one.shortcut() == QKeySequence(key)
        ]
        if not buttons:
            QTest.keyClick(self.page, key)
            return
        with self.bot.waitSignal(buttons[0].clicked):
            QTest.keyClick(self.page, key)

    def press(self, text: str) -> None:
        buttons: list[QAbstractButton] = [
            one for one in self.page.findChildren(QAbstractButton) if one.isVisible() and one.text() == text
        ]
        assert buttons[0].isEnabled()
        QTest.mouseClick(buttons[0], LEFT)

    def said(self) -> str:
        return texts(self.page)


@pytest.fixture
def lecturer(qtbot: QtBot, digits: Digits) -> Lecturer:
    return Lecturer(digits, qtbot)


def test_a_network_without_hidden_neurons_is_said_to_have_none_to_switch_off(
    lecturer: Lecturer, trained: Trained, small: Small
) -> None:
    flat = trained(small(images=300, hidden=(), epochs=1))
    lecturer.page.show_runs([DrawnRun(flat, 3, "Off", selected=True)])
    for view in (BATCH, MANY, ROBUST):
        lecturer.page.open_view(view)
        lecturer.answer()
        if view == MANY:
            assert lecturer.page.many.bars._empty_text.startswith("The network of run 3 has no hidden neurons")

    assert "Press S" in lecturer.said()
    assert lecturer.page.mini_batch.walk is not None  # of a fresh network


@pytest.fixture
def runs(trained: Trained, small: Small) -> list[DrawnRun]:
    """One run without and one with dropout."""
    without = small(images=300, hidden=(8,), epochs=3)
    with_it = replace(without, regularization=replace(without.regularization, dropout=0.3))
    return [
        DrawnRun(trained(without), 1, "Off", selected=True),
        DrawnRun(trained(with_it), 2, "dropout 0.3"),
    ]


# ----------------------------------------------------------------------------------------------- one mini-batch


def test_without_a_run_an_untrained_network_learns_step_by_step(lecturer: Lecturer) -> None:
    view = lecturer.page.mini_batch
    assert [type(question) for question in lecturer.questions.asked] == [ValidationQuestion, TrainingQuestion]
    assert not view.buttons["step"].isEnabled()
    lecturer.answer()

    assert "An untrained network (784-30-10) learns: η = 0.5, no penalty, m = 10 training digits." in lecturer.said()
    conclusion = lecturer.page.conclusion
    assert (conclusion.text(), conclusion.is_answer) == ("How many networks does dropout train?", False)
    assert view.walk is not None
    assert np.array_equal(view.walk.inputs, lecturer.digits.training[:10].inputs), "nothing learns validation digits"
    lecturer.press("Step")
    assert view.walk.phase is Phase.BACKWARD
    lecturer.key(Qt.Key.Key_A)
    assert (view.walk.image, view.walk.phase) == (1, Phase.FORWARD)
    assert len(view.sheet.images) == 2
    lecturer.press("Mini-batch")
    assert view.walk.phase is Phase.STEP
    assert conclusion.text() == "Each image goes through another network: so far 10 of 1,073,741,824."
    assert conclusion.is_answer
    assert "The gradients of 10 thinned networks are added" in lecturer.said()
    lecturer.press("Other neurons")
    assert (view.walk.image, view.walk.phase) == (0, Phase.FORWARD)
    assert "so far 11 of" in conclusion.text()
    lecturer.press("Start over")
    assert not conclusion.is_answer


def test_it_plays_slowly_and_stops_when_it_is_not_seen(lecturer: Lecturer, qtbot: QtBot) -> None:
    lecturer.answer()
    view = lecturer.page.mini_batch
    view._clock.setInterval(1)
    lecturer.key(Qt.Key.Key_F)
    assert view.walk is not None
    walk = view.walk
    qtbot.waitUntil(lambda: walk.image >= 2)
    lecturer.key(Qt.Key.Key_2)

    assert not view.isVisible()
    assert not view._clock.isActive()
    assert not view.buttons["play"].isChecked()


def test_the_selected_run_gives_its_network_and_its_p(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.answer()
    first, second = runs
    lecturer.page.show_runs([replace(first, selected=False), replace(second, selected=True)])
    view = lecturer.page.mini_batch

    assert "A copy of the network of run 2 learns" in lecturer.said()
    assert view.dropout.value() == 0.3
    assert view.walk is not None
    assert second.history.newest is not None
    assert view.walk.step.before is second.history.newest.parameters
    walk = view.walk
    lecturer.press("Step")
    lecturer.page.show_runs([replace(first, selected=False), replace(second, selected=True, name="new name")])
    assert view.walk is walk  # it goes on
    lecturer.press("Before training")
    assert "The network that run 2 began with learns" in lecturer.said()
    assert view.walk.step.before is second.history.initial.parameters  # type: ignore[union-attr]
    lecturer.press("Start over")
    view.dropout.set_value(0.0)
    lecturer.press("Start over")
    assert "0 of 8 hidden neurons are off" in lecturer.said()
    lecturer.press("Mini-batch")
    assert lecturer.page.conclusion.text() == "So far, every image goes through the same network."
    view.dropout.set_value(0.5)
    assert lecturer.page.conclusion.text() == "Images go through different networks: so far 2 of 256."


def test_a_run_with_wrong_labels_goes_on_learning_these(
    lecturer: Lecturer, runs: list[DrawnRun], trained: Trained, small: Small
) -> None:
    honest = small(images=50, hidden=(8,), epochs=1)
    lying = replace(honest, data=replace(honest.data, wrong_labels=0.6))
    lecturer.page.show_runs(runs)
    lecturer.answer()
    view = lecturer.page.mini_batch
    assert not lecturer.questions.of(LyingDigitsQuestion)

    lecturer.page.show_runs([replace(runs[0], selected=False), DrawnRun(trained(lying), 3, selected=True)])
    assert "run 1 learns" in lecturer.said(), "until its labels are known"
    lecturer.questions.fail()
    lecturer.key(Qt.Key.Key_2)
    lecturer.key(Qt.Key.Key_1)  # asks again
    lecturer.answer()
    assert "A copy of the network of run 3 learns" in lecturer.said()
    told, _ = told_images(lying, lecturer.digits)
    assert view.walk is not None
    assert np.array_equal(view.walk.targets, told[:10].targets)
    lie = int(np.flatnonzero(told[:10].labels != lecturer.digits.training[:10].labels)[0])
    for _ in range(2 * lie):
        lecturer.press("Step")
    assert view.drawing.picture.heading.endswith(f": forward; the label says {told.labels[lie]}")
    lecturer.press("Before training")
    assert np.array_equal(view.walk.targets, told[:10].targets)

    lecturer.page.show_runs([replace(runs[0], selected=True)])
    assert np.array_equal(view.walk.targets, lecturer.digits.training[:10].targets)
    assert len(lecturer.questions.of(LyingDigitsQuestion)) == 2, "the one that failed, and the other"


# ----------------------------------------------------------------------------------------------- many networks


def test_many_networks_vote_and_all_digits_are_counted(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.page.show_runs(runs)
    lecturer.answer()
    lecturer.key(Qt.Key.Key_2)
    view = lecturer.page.many
    assert "All validation digits are being shown to 50 networks" in lecturer.said()
    conclusion = lecturer.page.conclusion
    assert (conclusion.text(), conclusion.is_answer) == ("What do many thinned networks know together?", False)
    lecturer.answer()
    assert lecturer.page.thinned.of(network_of(runs[0]), 0.5) is not None
    assert conclusion.is_answer
    assert "thinned network" in conclusion.text()

    assert view.asked is not None
    split = lecturer.digits.validation
    said = lecturer.said()
    assert f"Votes of 50 thinned networks for this {split.labels[0]}, p = 0.5: " in said
    assert f"Their average says {view.asked.mean.argmax()}, the full network {view.asked.full.argmax()}." in said
    assert "Of all 300 validation digits one thinned network recognizes" in said
    outputs = view.asked.outputs
    lecturer.press("Other neurons")
    assert not (view.asked.outputs == outputs).all()
    lecturer.key(Qt.Key.Key_D)
    assert f"for this {split.labels[1]}," in lecturer.said()
    view.dropout.set_value(0.0)
    assert (view.asked.outputs.argmax(1) == view.asked.full.argmax()).all()
    assert "Of all" not in lecturer.said()
    assert not conclusion.is_answer


def test_another_name_of_the_run_leaves_p_as_it_was_chosen(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    selected = replace(runs[1], selected=True)
    lecturer.page.show_runs([replace(runs[0], selected=False), selected])
    lecturer.answer()
    lecturer.key(Qt.Key.Key_2)
    view = lecturer.page.many
    assert view.dropout.value() == 0.3
    view.dropout.set_value(0.6)
    lecturer.page.show_runs([replace(selected, name="new name")])
    assert view.dropout.value() == 0.6


def test_each_p_is_measured_once_and_one_at_a_time(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.page.show_runs(runs)
    lecturer.key(Qt.Key.Key_2)
    lecturer.answer()
    dropout = lecturer.page.many.dropout
    for p in (0.3, 0.4):
        dropout.set_value(p)
        (question,) = lecturer.questions.waiting
        assert isinstance(question, ThinnedEnsembleQuestion)
        assert question.dropout == 0.3
        assert not lecturer.page.conclusion.is_answer
    lecturer.answer()
    for p in (0.3, 0.5):
        dropout.set_value(p)
        assert lecturer.page.conclusion.is_answer
    assert [question.dropout for question in lecturer.questions.of(ThinnedEnsembleQuestion)] == [0.5, 0.3, 0.4]


def test_digits_that_another_page_has_asked_for_are_not_asked_for_again(
    lecturer: Lecturer, runs: list[DrawnRun]
) -> None:
    lecturer.answer()
    another = lecturer.open_page()
    another.show_runs(runs)
    another.open_view(MANY)

    assert another.many.asked is not None
    assert len(lecturer.questions.of(ValidationQuestion)) == 1


def test_without_a_network_many_networks_say_how_to_get_one(lecturer: Lecturer) -> None:
    lecturer.answer()
    lecturer.key(Qt.Key.Key_2)
    assert lecturer.page.many.asked is None
    assert not lecturer.page.many.next_button.isEnabled()


# ----------------------------------------------------------------------------------------------------- robust?


def test_robustness_and_correlation_are_said_as_measured(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.page.show_runs(runs)
    lecturer.key(Qt.Key.Key_3)
    lecturer.answer()

    view = lecturer.page.robust
    assert [curve.number for curve in view.plot.curves] == [1, 2]
    assert [curve.with_dropout for curve in view.plot.curves] == [False, True]
    said = lecturer.said()
    for curve, run in zip(view.plot.curves, runs, strict=True):
        at_all, at_30 = (f"{100 * curve.accuracies[place].mean():.1f} %" for place in (0, 3))
        assert f"Run {run.number} ({run.name}): {at_all} with all neurons, {at_30} with 30 % of them off." in said
    matrices = [picture.matrix for picture in view.pictures]
    without, with_it = (mean_absolute_correlation(matrix) for matrix in matrices if matrix is not None)
    lost = [float(curve.accuracies[0].mean() - curve.accuracies[3].mean()) for curve in view.plot.curves]
    conclusion = lecturer.page.conclusion
    assert conclusion.is_answer
    before, after = (number_text(100 * one, 1) for one in lost)
    assert f"losing 30\N{NO-BREAK SPACE}% of neurons costs {after} points, " in conclusion.text()
    assert conclusion.text().endswith(f" {before}.")
    assert conclusion.text().startswith("Not clearly more robust") == (abs(lost[0] - lost[1]) < CLEARLY)
    word = "more" if with_it > without else "less"
    assert f"Hidden neurons are correlated {word} with dropout" in said
    assert number_text(with_it, 2) in said
    assert view.pictures[1].heading == f"Run 2: mean |r| {number_text(with_it, 2)}"


def test_nothing_is_said_of_correlations_that_nobody_knows(lecturer: Lecturer, small: Small, trained: Trained) -> None:
    alone = [small(hidden=(1,), epochs=1, dropout=dropout) for dropout in (0.0, 0.5)]
    runs = [DrawnRun(trained(one), number, f"run {number}") for number, one in enumerate(alone, 1)]
    lecturer.page.show_runs(runs)
    lecturer.key(Qt.Key.Key_3)
    lecturer.answer()

    assert "Run 1 (run 1)" in lecturer.said()
    assert "nan" not in lecturer.said()


def test_robustness_is_asked_about_where_the_runs_do_not_differ_in_dropout_alone(
    lecturer: Lecturer, runs: list[DrawnRun], trained: Trained
) -> None:
    lecturer.key(Qt.Key.Key_3)
    conclusion = lecturer.page.conclusion
    unlike = replace(runs[1], history=trained(replace(runs[1].history.experiment, seed=7)))
    for shown in ([], runs[:1], [runs[0], unlike]):
        lecturer.page.show_runs(shown)
        lecturer.answer()
        assert (conclusion.text(), conclusion.is_answer) == ("Does dropout make a network more robust?", False)
    assert "Runs 1 and 2 differ in more than dropout." in lecturer.said()


def test_what_cannot_be_measured_is_said_and_asked_again_later(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.answer()
    lecturer.page.show_runs(runs)
    lecturer.key(Qt.Key.Key_3)
    lecturer.questions.fail(Problem("The measuring ended."))
    assert "This could not be measured: The measuring ended." in lecturer.said()
    assert not lecturer.questions.waiting
    lecturer.page.hide()
    lecturer.page.show()
    lecturer.answer()

    assert len(lecturer.page.robust.plot.curves) == 2


def test_that_correlations_cannot_be_measured_is_said_too(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.answer()
    lecturer.page.show_runs(runs)
    lecturer.key(Qt.Key.Key_3)
    about_correlations = lecturer.questions.replies[-1]
    assert isinstance(about_correlations.question, CorrelationQuestion)
    about_correlations.failed.emit(Problem("The measuring ended."))
    assert "This could not be measured: The measuring ended." in lecturer.said()


def test_the_pair_is_alike_but_for_dropout_and_the_selected_run_comes_first(
    runs: list[DrawnRun], trained: Trained, small: Small
) -> None:
    other = DrawnRun(trained(small(images=300, hidden=(6,), epochs=1)), 3, "other")
    assert compared_pair([*runs, other]) == runs
    assert compared_pair([runs[1], replace(other, selected=True)]) == [replace(other, selected=True), runs[1]]
    assert compared_pair([runs[0], other]) == [runs[0], other]
    assert compared_pair([other]) == [other]
    assert compared_pair([replace(runs[0], live=True)]) == []


# -------------------------------------------------------------------------------------------------- the training


def test_what_is_missing_is_trained_and_put_into_the_list(
    lecturer: Lecturer, runs: list[DrawnRun], trained: Trained
) -> None:
    assert missing_of_pair(runs) == PAIR
    lecturer.press("Train without and with dropout")
    (reply,) = lecturer.searches.replies
    assert reply.page == "dropout"
    assert reply.search.experiments == PAIR
    assert reply.search.networks
    listed: list[RunHistory] = []
    lecturer.page.run_trained.connect(listed.append)
    reply.found.emit(0, runs[0].history)  # any runs will do
    reply.found.emit(1, runs[1].history)
    lecturer.searches.end()
    assert listed == [runs[0].history, runs[1].history]


def test_the_button_goes_when_nothing_is_missing(lecturer: Lecturer, runs: list[DrawnRun]) -> None:
    lecturer.page.show_runs(runs)
    assert lecturer.page.bar.isVisible()
    there = [DrawnRun(_as_if_trained(runs[0].history, one), number) for number, one in enumerate(PAIR, 3)]
    lecturer.page.show_runs([*runs, there[0]])
    assert missing_of_pair([*runs, there[0]]) == PAIR[1:]
    assert lecturer.page.bar.isVisible()
    lecturer.page.show_runs([*runs, *there])
    assert not lecturer.page.bar.isVisible()


def _as_if_trained(other: RunHistory, experiment: Experiment) -> RunHistory:
    """Return a complete run of an experiment, with the networks of another run."""
    first, *_, last = other.kept()
    rows = np.repeat(other.rows[:1], experiment.training.epochs + 1)
    return RunHistory.restored(experiment, rows, [first, replace(last, epoch=experiment.training.epochs)])


def test_hidden_runs_are_said_to_be_hidden(lecturer: Lecturer) -> None:
    lecturer.answer()
    lecturer.page.all_hidden = True
    lecturer.page.show_runs([])
    lecturer.key(Qt.Key.Key_3)
    assert lecturer.page.hidden_text() in lecturer.said()


@pytest.mark.parametrize(("width", "height", "zoom"), [(960, 490, 1.0), (700, 400, 1.5)])
def test_it_fits_and_nothing_is_cut(
    lecturer: Lecturer, runs: list[DrawnRun], qapp: QApplication, width: int, height: int, zoom: float, rooms: Rooms
) -> None:
    font = lecturer.page.font()
    font.setPointSizeF(10.5 * zoom)
    lecturer.page.setFont(font)
    rooms.give(lecturer.page, width, height)
    qapp.processEvents()
    for shown in ([], runs):
        lecturer.page.show_runs(shown)
        lecturer.answer()
        for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
            lecturer.key(key)
            lecturer.answer()
            assert lecturer.page.size().toTuple() == (width, height)
            lecturer.bot.waitUntil(lambda: not list(cut_texts(lecturer.page)))


def test_every_control_helps_and_leaves_the_keyboard_alone(lecturer: Lecturer) -> None:
    for button in lecturer.page.findChildren(QAbstractButton):
        assert button.toolTip(), button.text()
        assert button.focusPolicy() in (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus)
    keys = {button.text(): button.shortcut().toString() for button in lecturer.page.mini_batch.buttons.values()}
    assert keys == {
        "Step": "A", "Mini-batch": "G", "Play": "F", "Other neurons": "X", "Start over": "R", "Before training": "V"
    }  # fmt: skip
    tool_tips = [radio.toolTip() for radio in lecturer.page.choice.findChildren(QRadioButton)]
    assert [tip[-3:] for tip in tool_tips] == ["(1)", "(2)", "(3)"]


def test_a_lesson_sets_p_in_both_views_that_have_it(lecturer: Lecturer) -> None:
    lecturer.page.set_setting("p", 0.2)

    assert lecturer.page.mini_batch.dropout.value() == 0.2
    assert lecturer.page.many.dropout.value() == 0.2
