"""The page about pruning, as a user presses and sees it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L1, WITH_L2
from nnreg_gui.engine.pruning import Pruning, prune
from nnreg_gui.engine.questions.lies import PrunedLiesQuestion
from nnreg_gui.engine.questions.pruning_questions import PERCENTS, SHARES, FineTuningQuestion, PruningQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.wrong_labels import told_images
from nnreg_gui.pages.compared_runs import missing_experiments
from nnreg_gui.pages.pruning import pruning_page
from nnreg_gui.pages.pruning.pruning_page import PruningPage
from nnreg_gui.pages.pruning.sentences import WORTH_SAYING
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.trained_runs import known_runs, network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.answering import Window, show_in_front, texts
from tests.pages.rooms import Rooms

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def few(digits: Digits) -> Digits:
    return Digits(digits.training[:500], digits.validation[:100], digits.test[:100])


@pytest.fixture
def accuracy(few: Digits) -> Callable[..., float]:
    """Return how much a pruned network recognizes."""

    def accuracy_of(run: DrawnRun, share: float, *, per_layer: bool = False) -> float:
        assert run.record is not None
        network = Network(prune(run.record.parameters, share, per_layer).parameters, "sigmoid")
        return float((network.called(few.validation.inputs) == few.validation.labels).mean())

    return accuracy_of


@pytest.fixture
def window(few: Digits) -> Window:
    return Window(few)


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> PruningPage:
    page = PruningPage(window.services)
    qtbot.addWidget(page)
    page.resize(960, 490)
    show_in_front(page, qtbot)
    return page


@pytest.fixture
def listed(page: PruningPage) -> list[RunHistory]:
    """The runs added to the list."""
    listed: list[RunHistory] = []
    page.run_trained.connect(listed.append)
    return listed


@pytest.fixture
def runs(small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]) -> list[DrawnRun]:
    off = trained(small(images=100, hidden=(5,), epochs=5))
    l2 = trained(small(images=100, hidden=(5,), epochs=5, penalty="l2", lambda_=1.0))
    return [DrawnRun(off, 1, "Off"), DrawnRun(l2, 2, "L2 λ 1", selected=True)]


def value(tile: Any) -> str:
    return str(tile.accessibleDescription()).replace("\N{NO-BREAK SPACE}", " ")


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_before_there_are_runs_it_says_what_will_be_seen_and_s_trains_them(
    page: PruningPage, window: Window, runs: list[DrawnRun], listed: list[RunHistory], qtbot: QtBot
) -> None:
    assert "Press S to train" in texts(page)
    assert (page.conclusion.text(), page.conclusion.is_answer) == ("How many weights can be taken away?", False)
    assert not page.actions_row.tune.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(window.searches.replies))
    (reply,) = window.searches.replies
    assert reply.page == "pruning"
    assert reply.search.experiments == (UNREGULARIZED, WITH_L2, WITH_L1)
    reply.found.emit(0, runs[0].history)
    assert listed == [runs[0].history]


def test_curves_come_roughly_at_once_then_for_every_percent_and_once_for_each_network(
    page: PruningPage, window: Window, runs: list[DrawnRun], accuracy: Callable[..., float]
) -> None:
    page.show_runs(runs)
    window.questions.answer(most=1)
    assert [run.number for run in page.plot.runs] == [1, 2]
    assert page.plot.runs[0].accuracies[50] == pytest.approx(accuracy(runs[0], 0.5))
    assert "≈" in value(page.view.accuracy), "between two that were measured"
    assert "At most one point" not in texts(page)
    assert not page.conclusion.is_answer, "as long as it is not measured exactly"

    window.questions.answer()
    for share in (0.0, 0.43, 0.8):
        assert page.plot.runs[1].accuracies[round(100 * share)] == pytest.approx(accuracy(runs[1], share))
    assert value(page.view.accuracy) == f"{100 * accuracy(runs[1], 0.8):.1f} %"
    assert "At most one point is lost up to: run 1" in texts(page)
    changes = [run.accuracies[80] - run.accuracies[0] for run in page.plot.runs]
    assert page.conclusion.is_answer
    assert ("about equally" in page.conclusion.text()) == (max(changes) - min(changes) < WORTH_SAYING)
    assert all(signed_points(change) in page.conclusion.text() for change in changes)
    page.show_runs(runs[1:])
    page.show_runs(runs)
    asked = window.questions.of(PruningQuestion)
    assert [(len(question.networks), question.shares) for question in asked] == [
        (2, SHARES),
        (1, PERCENTS),
        (1, PERCENTS),
    ]
    assert asked[1].networks[0].parameters is runs[1].record.parameters, "the one that is shown first"


def test_slider_line_and_numbers_go_together(page: PruningPage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.answer()
    parameters = 784 * 5 + 5 * 10 + 15
    assert value(page.view.left) == f"{parameters - round(0.8 * (784 * 5 + 50))} of {parameters:,}"
    page.plot.value_chosen.emit(0.3)
    assert page.head.slider.value() == 30
    page.head.slider.moving.emit(40.0)
    assert page.plot.value == 0.4
    assert value(page.view.left) == f"{parameters - round(0.4 * (784 * 5 + 50)):,} of {parameters:,}"
    assert "without the smallest 40 % of its weights" in texts(page)
    page.head.slider.set_value(0)
    assert "Nothing is pruned yet" in texts(page)
    assert not page.conclusion.is_answer
    assert page.view.histogram.cut == 0
    assert not page.actions_row.keep.isEnabled()


def test_runs_that_differ_in_more_than_one_thing_are_not_judged(
    page: PruningPage, window: Window, runs: list[DrawnRun]
) -> None:
    off, l2 = runs
    other = replace(l2.history.experiment, seed=7)
    unlike = replace(l2, history=RunHistory.restored(other, l2.history.rows, l2.history.kept()))
    page.show_runs([off, unlike])
    window.questions.answer()

    assert not page.conclusion.is_answer
    assert "Runs 1 and 2 differ in more than one thing" in texts(page)


def test_g_prunes_each_layer_by_itself(
    page: PruningPage, window: Window, runs: list[DrawnRun], accuracy: Callable[..., float]
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    QTest.keyClick(page, Qt.Key.Key_G)
    window.questions.answer()
    assert page.head.per_layer
    assert page.plot.runs[0].accuracies[80] == pytest.approx(accuracy(runs[0], 0.8, per_layer=True))
    record = runs[1].record
    assert record is not None
    assert page.view.histogram.cut == pytest.approx(prune(record.parameters, 0.8, per_layer=True).cuts[0])
    assert "of each layer's weights" in texts(page)


def test_of_a_run_with_wrong_labels_it_says_how_many_the_pruned_network_repeats(
    page: PruningPage, window: Window, runs: list[DrawnRun], few: Digits, trained: Callable[[Experiment], RunHistory]
) -> None:
    page.show_runs(runs[:1])
    window.questions.answer()
    assert "wrong labels" not in texts(page)
    assert not window.questions.of(PrunedLiesQuestion), "nothing is asked about runs without lies"

    honest = runs[0].history.experiment
    experiment = replace(honest, data=replace(honest.data, wrong_labels=0.4))
    history = trained(experiment)
    page.show_runs([DrawnRun(history, 3, "Off", selected=True)])
    window.questions.answer()
    split, wrong = told_images(experiment, few)
    assert wrong is not None
    assert history.newest is not None

    def repeated(share: float, *, per_layer: bool = False) -> str:
        network = Network(prune(history.newest.parameters, share, per_layer).parameters, "sigmoid")  # type: ignore[union-attr]
        return percent(float(wrong.learnt(network.called(split.inputs)).mean()))  # type: ignore[union-attr]

    whole = percent(history.newest.wrong_labels_learnt or 0.0)
    said = f"Run 3 repeats {whole} of its 40 wrong labels"
    assert f"{said}, pruned {repeated(0.8)}." in texts(page)
    page.head.slider.set_value(95)
    assert f"{said}, pruned {repeated(0.95)}." in texts(page)
    page.head.slider.set_value(0)
    assert f"{said}." in texts(page)
    page.head.slider.set_value(80)
    QTest.keyClick(page, Qt.Key.Key_G)
    window.questions.answer()
    assert f"{said}, pruned {repeated(0.8, per_layer=True)}." in texts(page)

    page.actions_row.epochs.setValue(2)
    click(page.actions_row.tune)
    window.questions.answer()
    tuned = page.tuning.of(network_of(DrawnRun(history, 3)), Pruning(0.8, per_layer=True))
    assert tuned is not None
    learnt = percent(float(tuned.column("wrong_labels_learnt")[-1]))
    assert f"pruned {repeated(0.8, per_layer=True)}, fine-tuned {learnt}." in texts(page)
    assert len(window.questions.of(PrunedLiesQuestion)) == 2, "once for each way to prune"


def test_f_trains_on_and_k_keeps_it_as_a_run(
    page: PruningPage, window: Window, runs: list[DrawnRun], listed: list[RunHistory], qtbot: QtBot
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    page.actions_row.epochs.setValue(2)
    QTest.keyClick(page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: page.actions_row.tune.text() == "Cancel")
    assert not page.actions_row.keep.isEnabled()
    window.questions.answer()
    assert "2 epochs of fine-tuning" in texts(page)
    assert " → " in value(page.view.accuracy)
    assert not listed

    QTest.keyClick(page, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: bool(listed))
    (history,) = listed
    assert history.pruning == Pruning(0.8, False, 2)
    assert history.experiment == runs[1].history.experiment
    page.show_runs([*runs, DrawnRun(history, 3, "tuned")])
    window.questions.answer()
    assert [run.name for run in page.plot.runs] == ["No regularization", "L2", "L2, 80\N{NO-BREAK SPACE}% pruned"]
    assert "run 3" not in texts(page).split("At most")[0], "it was pruned before"

    page.show_runs([*runs[:1], DrawnRun(history, 3, "tuned", selected=True)])
    assert page.actions_row.tune.isEnabled()
    page.head.slider.set_value(50)
    assert not page.actions_row.tune.isEnabled(), "more was pruned before"
    assert value(page.view.left).startswith("809 of")


def test_fine_tuning_that_was_done_before_is_shown_and_kept_again(
    page: PruningPage, window: Window, runs: list[DrawnRun], listed: list[RunHistory]
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    for epochs in (3, 1, 3):
        page.actions_row.epochs.setValue(epochs)
        click(page.actions_row.tune)
        window.questions.answer()
        assert f"{epochs} epochs of fine-tuning" in texts(page)
    assert len(window.questions.of(FineTuningQuestion)) == 2, "what is known is not asked again"

    click(page.actions_row.keep)
    assert [history.pruning for history in listed] == [Pruning(0.8, False, 3)]


def test_without_fine_tuning_the_pruned_network_is_measured_and_kept(
    page: PruningPage, window: Window, runs: list[DrawnRun], accuracy: Callable[..., float], listed: list[RunHistory]
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    click(page.actions_row.keep)
    assert not listed
    window.questions.answer()
    (history,) = listed
    assert history.pruning == Pruning(0.8)
    assert history.column("validation_accuracy").tolist() == [pytest.approx(accuracy(runs[1], 0.8))]
    click(page.actions_row.keep)
    window.questions.answer()
    assert len(listed) == 2
    assert listed[1] is not history, "the list may have both"
    assert len(window.questions.of(FineTuningQuestion)) == 1, "it was known"


def test_the_same_button_ends_it(page: PruningPage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.answer()
    click(page.actions_row.tune)
    (tuning,) = window.questions.waiting
    assert isinstance(tuning, FineTuningQuestion)
    click(page.actions_row.tune)
    assert not window.questions.waiting
    assert page.actions_row.tune.text() != "Cancel"
    assert "fine-tuning" not in texts(page)


def test_it_says_why_there_is_nothing(page: PruningPage, window: Window, runs: list[DrawnRun]) -> None:
    page.show_runs(runs)
    window.questions.fail()
    assert "This could not be measured: " in texts(page)
    click(page.actions_row.tune)
    window.questions.fail()
    assert "This could not be trained: " in texts(page)
    page.all_hidden = True
    page.show_runs([])
    assert page.hidden_text() in texts(page)


def test_a_pruned_run_is_called_so_and_is_no_run_of_its_experiment(
    page: PruningPage, window: Window, runs: list[DrawnRun], listed: list[RunHistory], qtbot: QtBot
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    click(page.actions_row.keep)
    window.questions.answer()
    (history,) = listed
    run_list = RunList()
    qtbot.addWidget(run_list)
    run_list.add_finished(history)
    (shown,) = run_list.runs()
    assert shown.name.replace("\N{NO-BREAK SPACE}", " ") == "L2 λ 1, 80 % pruned"
    row = run_list.topLevelItem(0)
    assert row is not None
    assert "80" in row.toolTip(0).split("; ")[-1]
    assert history.experiment not in known_runs([shown])
    unregularized = RunHistory(UNREGULARIZED, Pruning(0.5))
    unregularized.add(runs[0].history.kept().__next__())
    assert UNREGULARIZED in missing_experiments([DrawnRun(unregularized, 1)])


def test_it_fits_where_there_is_little_room(
    page: PruningPage, window: Window, runs: list[DrawnRun], rooms: Rooms
) -> None:
    page.show_runs(runs)
    window.questions.answer()
    rooms.give(page, 500, 300)
    assert not page.view.neurons.isVisible()
    assert " of " not in value(page.view.left)
    rooms.give(page, 960, 490)
    assert page.view.neurons.isVisible()
    assert np.isclose(page.head.share, 0.8)


def test_of_a_network_that_is_too_large_only_accuracies_are_told(
    page: PruningPage, window: Window, runs: list[DrawnRun], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pruning_page, "_MOST_WEIGHTS", 100)
    page.show_runs(runs)
    window.questions.answer()
    page.head.set_share(0.8)

    assert "too large for its weights to be drawn" in texts(page)
    assert "Change in points, one seed each: run 1" in texts(page)
    assert page.actions_row.tune.isEnabled()
