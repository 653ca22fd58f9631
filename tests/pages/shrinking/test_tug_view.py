"""Who pulls at a weight, as a user sees it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import WITH_L1, WITH_L2
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion, TugOfWar
from nnreg_gui.engine.training import train
from nnreg_gui.pages.shrinking.shrinking_page import TUG, ShrinkingPage
from nnreg_gui.pages.shrinking.tug_view import AT_REST
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import number_text, percent_text
from nnreg_gui.window.language import Language
from tests.pages.answering import Window
from tests.pages.finding_lambda.search_material import shown, texts
from tests.questions import answer_to
from tests.test_look import cut_texts

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
MILLION = 1e6

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def window(digits: Digits) -> Window:
    return Window(digits)


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ShrinkingPage:
    page = ShrinkingPage(window.services)
    shown(qtbot, page)
    QTest.keyClick(page, Qt.Key.Key_4)
    return page


def _rested(small: Small) -> Experiment:
    return small(images=100, hidden=(4,), epochs=300, batch_size=100, penalty="l2", lambda_=5.0)


def _tug(run: DrawnRun, digits: Digits, experiment: Experiment | None = None) -> TugOfWar:
    record, own = run.record, run.history.experiment
    assert record is not None
    data = answer_to(DataPullQuestion(own, network_of(run)), digits)
    return TugOfWar.of(record.parameters.weights, data, experiment or own)


def test_before_there_are_runs_it_asks_and_s_trains_three(page: ShrinkingPage, window: Window, qtbot: QtBot) -> None:
    page.show_runs([])
    assert page.choice.value() == TUG
    assert page.conclusion.text() == "Who pulls at a weight, and who is stronger?"
    assert "Press S to train three runs." in texts(page)
    assert not page.tug.other.isEnabled()

    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(window.searches.searches) == 1)
    assert window.searches.searches[0].experiments == (WITH_L2, WITH_L1, AT_REST)
    assert "The networks are being trained" in texts(page)


def test_a_run_that_came_to_rest_lies_on_the_line(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, digits: Digits
) -> None:
    run = DrawnRun(trained(_rested(small)), 2, selected=True)
    page.show_runs([run])
    assert "The pulls are being measured" in texts(page)
    window.questions.answer()

    tug = _tug(run, digits)
    r = number_text(tug.correlation, 2)
    assert page.conclusion.text() == (f"Data and penalty nearly balance: weights lie near the line (correlation {r}).")
    share = percent_text(float(tug.balanced.mean()))
    assert f"below 10 % of the larger pull at {share} of weights; correlation {r}." in texts(page)
    assert len(page.tug.plot.drawn) == len(tug.weights)
    largest, middle, small_one = page.tug.arrows._pulled
    assert [one.name for one in (largest, middle, small_one)] == ["Largest", "Middle", "Near 0"]
    assert abs(largest.weight) > abs(middle.weight) > abs(small_one.weight)
    assert largest.penalty == pytest.approx(-5.0 / 100 * largest.weight)
    assert largest.data * largest.penalty < 0


def test_another_lambda_ends_the_balance_although_the_weights_lie_on_a_line(
    page: ShrinkingPage, window: Window, small: Small, digits: Digits
) -> None:
    experiment = _rested(small)
    history = RunHistory(experiment)
    for event in islice(train(experiment, digits), experiment.training.epochs + 1):  # without the end
        history.add(event)
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    window.questions.answer()
    assert page.conclusion.text().startswith("Data and penalty nearly balance")

    spec = replace(experiment.regularization, lambda_=10.0)
    history.add(Changed(300.0, experiment, replace(experiment, regularization=spec)))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert page.tug.tug is not None
    assert page.tug.tug.correlation > 0.95
    assert page.conclusion.text().startswith("The tug of war goes on")


def test_without_a_penalty_and_with_l1_it_says_what_is_seen(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, digits: Digits
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=4)), 1, selected=True)])
    window.questions.answer()
    assert page.conclusion.text() == "Without a penalty only the data pull at the weights."
    assert "only the penalty acts" not in texts(page)

    run = DrawnRun(trained(small(epochs=150, penalty="l1", lambda_=0.5)), 2, selected=True)
    page.show_runs([run])
    window.questions.answer()
    tug = _tug(run, digits)
    held = percent_text(float(tug.held.mean()), 0)
    assert page.conclusion.text() == f"L1 holds {held} of the weights at 0: the data pull less there than it does."
    assert [name for _, name in page.tug.plot.legend._entries] == ["±λ/n", "balance"]

    page.show_runs([replace(run, epoch=1)])  # looking back
    window.questions.answer()
    assert page.conclusion.text().startswith("The tug of war goes on: both pulls cancel at")


def test_a_click_or_a_key_chooses_a_weight_and_r_forgets_it(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    page.show_runs([DrawnRun(trained(_rested(small)), 2, selected=True)])
    window.questions.answer()
    view, tug = page.tug, page.tug.tug
    assert tug is not None
    place = int(np.argsort(np.abs(tug.weights))[-1])
    spot = view.plot.view.mapViewToScene(QPointF(tug.weights[place], MILLION * tug.data[place]))
    viewport = view.plot._canvas.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x()), round(spot.y())))
    qtbot.waitUntil(lambda: view.arrows._pulled[0].name == "Chosen")
    assert view.arrows._pulled[0].weight == pytest.approx(tug.weights[place])

    QTest.keyClick(page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: view.arrows._pulled[0].weight != pytest.approx(tug.weights[place]))
    assert [one.name for one in view.arrows._pulled] == ["Chosen", "Largest", "Middle", "Near 0"]
    QTest.keyClick(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: [one.name for one in view.arrows._pulled] == ["Largest", "Middle", "Near 0"])
    assert not view.back.isEnabled()


def test_while_it_trains_the_same_weights_are_followed_and_lambda_pulls_at_once(
    page: ShrinkingPage, window: Window, small: Small, digits: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = small(epochs=5, penalty="l2", lambda_=1.0)
    history, events = RunHistory(experiment), train(experiment, digits)
    while len(history) < 2:
        history.add(next(events))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    window.questions.answer()
    first = list(page.tug.arrows._pulled)
    assert {one.name for one in first} == {"Followed"}
    monkeypatch.setattr(TugOfWar, "example", None)  # no others are looked for

    spec = replace(experiment.regularization, lambda_=2.0)
    history.add(Changed(1.5, experiment, replace(experiment, regularization=spec)))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    second = list(page.tug.arrows._pulled)
    assert [one.penalty for one in second] == pytest.approx([2 * one.penalty for one in first])
    assert [one.data for one in second] == [one.data for one in first]


def test_what_training_follows_instead_is_said(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=2, penalty="l2", lambda_=1.0, dropout=0.2)), 1, selected=True)])
    window.questions.answer()
    assert "Training follows other pulls than those drawn, which are without dropout." in texts(page)
    assert "A step of training follows the pull of 10 of the images only." in texts(page)


def test_a_question_that_fails_is_told_and_asked_again_when_the_view_is_opened(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    runs = [DrawnRun(trained(small(epochs=4)), 1, selected=True)]
    page.show_runs(runs)
    window.questions.fail()
    assert "This could not be measured" in texts(page)
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_4)
    window.questions.answer()
    assert page.conclusion.is_answer


@pytest.mark.parametrize(("width", "height"), [(960, 490), (480, 245)])
def test_it_fits_in_both_languages(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, language: Language, width: int, height: int
) -> None:
    page.resize(width, height)
    page.show_runs([DrawnRun(trained(small(epochs=4, penalty="l1", lambda_=0.5)), 1, selected=True)])
    window.questions.answer()
    for code in ("en", "cs"):
        language.switch(code)
        page.retranslate()
        assert (page.width(), page.height()) == (width, height)
        assert list(cut_texts(page)) == []
