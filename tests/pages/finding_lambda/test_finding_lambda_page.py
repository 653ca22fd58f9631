"""The page about λ: three views, and what each of them is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem
from nnreg_gui.pages.finding_lambda.finding_lambda_page import FindingLambdaPage
from nnreg_gui.widgets.details import Details
from tests.pages.answering import Searching, Window
from tests.pages.finding_lambda.search_material import Small, Trained, press, shown, texts
from tests.pages.rooms import Rooms


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> FindingLambdaPage:
    page = FindingLambdaPage(window.services)
    page.set_experiment(Experiment())
    shown(qtbot, page)
    return page


def _view(qtbot: QtBot, page: FindingLambdaPage, text: str) -> None:
    press(qtbot, next(one for one in page.choice.findChildren(QRadioButton) if one.text() == text))


def test_three_views_search_on_their_own(page: FindingLambdaPage, trainer: Searching, qtbot: QtBot) -> None:
    page.show_runs([])
    press(qtbot, page.lambdas.bar.button)
    _view(qtbot, page, "The book's path")
    assert page.path.isVisible()
    press(qtbot, page.path.buttons.steps[1])
    _view(qtbot, page, "Training-set size")
    assert page.sizes.isVisible()
    press(qtbot, page.sizes.bar.button)
    press(qtbot, page.sizes.bar.button)

    trials = page.lambdas._trial, page.path.path.trial, page.sizes._trial
    assert [search.experiments for search in trainer.searches] == [trial.experiments for trial in trials]
    assert [reply.page for reply in trainer.replies] == 3 * ["finding_lambda"]
    assert trainer.cancelled == trainer.replies[2:]


def test_what_is_found_while_another_view_is_seen_is_drawn_later(
    page: FindingLambdaPage, trainer: Searching, qtbot: QtBot
) -> None:
    press(qtbot, page.lambdas.bar.button)
    _view(qtbot, page, "Training-set size")
    trainer.train_all()
    assert page.lambdas.plot._series == ()
    _view(qtbot, page, "λ")

    assert len(page.lambdas.plot._series) == 2
    page.show_whole()


def test_what_is_chosen_leaves_the_page(page: FindingLambdaPage, trainer: Searching, qtbot: QtBot) -> None:
    chosen: list[Experiment] = []
    page.experiment_chosen.connect(chosen.append)
    press(qtbot, page.lambdas.bar.button)
    trainer.train_all()
    press(qtbot, page.lambdas.use)

    assert chosen[0].regularization.lambda_ == 0.32
    page.cluster.line.setFocus()
    qtbot.keyClicks(page.cluster.line, "tcp://here:1")
    qtbot.keyClick(page.cluster.line, Qt.Key.Key_Return)
    assert trainer.address == ""
    press(qtbot, page.cluster.question.trust)
    assert trainer.address == "tcp://here:1"


@pytest.mark.usefixtures("unfolded")
def test_problems_are_said(page: FindingLambdaPage, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, page.lambdas.bar.button)
    trainer.replies[0].noticed.emit(Problem("A process ended."))
    assert "A process ended." in texts(page)
    trainer.fail(0, Problem("It diverged."))
    trainer.train(1, 2)
    trainer.end(Problem("There is no cluster."))

    for part in ("There is no cluster.", "Without a result: no regularization, η 0.5 (seed 1). It diverged.", "Best: "):
        assert part in texts(page)


def test_real_runs_find_their_way(
    page: FindingLambdaPage, trainer: Searching, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    trainer.run_of = trained
    page.set_experiment(small(epochs=1))
    press(qtbot, next(one for one in page.findChildren(QRadioButton) if one.text() == "Thorough"))
    page.lambdas.choices.count.setValue(2)
    page.lambdas.choices.seeds.setValue(1)
    press(qtbot, page.lambdas.bar.button)
    trainer.train_all()

    assert sum(len(one.points) for one in page.lambdas.plot._series) == 7


def test_the_question_about_a_cluster_stands_above_the_view_where_there_is_room(
    page: FindingLambdaPage, qtbot: QtBot, rooms: Rooms
) -> None:
    em = page.fontMetrics().height()
    qtbot.keyClicks(page.cluster.line, "tcp://here:1")
    question = page.cluster.question
    assert question.isVisible()
    qtbot.waitUntil(lambda: page.cluster.geometry().bottom() < question.y() < page.lambdas.mapTo(page, page.pos()).y())
    rooms.give(page, 30 * em, 14 * em)
    assert not question.isVisible()
    assert page.width() == 30 * em


def test_the_page_fits_into_little_room(page: FindingLambdaPage, rooms: Rooms) -> None:
    em = page.fontMetrics().height()
    assert page.cluster.isVisible()
    rooms.give(page, 30 * em, 14 * em)

    assert not page.cluster.isVisible()
    assert (page.width(), page.height()) == (30 * em, 14 * em)
    assert page.lambdas.plot.isVisible()


def test_a_click_leaves_the_keyboard_alone(page: FindingLambdaPage) -> None:
    for button in page.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_the_address_is_the_last_to_get_the_keyboard(page: FindingLambdaPage) -> None:
    order, widget = [], page.nextInFocusChain()
    while widget is not page:
        order.append(widget)
        widget = widget.nextInFocusChain()

    assert order.index(page.cluster.line) > order.index(page.lambdas.bar.button)


def test_each_view_asks_its_own_question_first(page: FindingLambdaPage, qtbot: QtBot) -> None:
    asked = {}
    for name in ("λ", "The book's path", "Training-set size"):
        _view(qtbot, page, name)
        asked[name] = page.conclusion.text()
        assert not page.conclusion.is_answer

    assert asked == {
        "λ": "Which λ is best?",
        "The book's path": "How is λ found?",
        "Training-set size": "When does regularization help: with few images, or with many?",
    }


def test_the_figures_are_details(page: FindingLambdaPage, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, page.lambdas.bar.button)
    trainer.train_all()
    assert page.conclusion.is_answer
    assert "Best: " not in texts(page)
    assert "Measured with" not in texts(page)
    Details.unfold_all(True)
    qtbot.waitUntil(lambda: "Best: " in texts(page))
    assert "Measured with" in texts(page)
    Details.unfold_all(False)
