"""The page about the number of parameters, as a user presses and sees it."""

from math import log10

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory, rows_type
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.searches.parameter_grid import QUICK, WHOLE, Cell
from nnreg_gui.pages.parameters.parameters_page import ParametersPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.details import Details
from tests.pages.answering import Searching, Window
from tests.pages.finding_lambda.search_material import press, shown, texts
from tests.pages.rooms import Rooms
from tests.test_look import cut_texts

pytestmark = pytest.mark.usefixtures("unfolded")


def _by_size(experiment: Experiment) -> RunHistory:
    """Make up a run: more images and more neurons help; from large weights, 300 neurons are worse than 30."""
    n, h = experiment.data.training_images, experiment.network.hidden[0]
    accuracy = 0.4 + 0.1 * log10(n / 100) + 0.1 * log10(h)
    if experiment.regularization != RegularizationSpec():
        accuracy += 0.01
    if experiment.network.initial_weights == "large" and h > 30:
        accuracy -= 0.2
    rows = np.zeros(experiment.training.epochs + 1, rows_type(experiment))
    rows["epoch"] = range(len(rows))
    rows["validation_accuracy"][1:] = accuracy
    rows["training_accuracy"] = 0.99
    return RunHistory.restored(experiment, rows, [])


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    return Window(train=_by_size)


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ParametersPage:
    page = ParametersPage(window.services)
    shown(qtbot, page)
    return page


@pytest.fixture
def trainer(window: Window) -> Searching:
    return window.searches


def _said(page: ParametersPage) -> str:
    return texts(page).replace("\N{NO-BREAK SPACE}", " ")


def test_before_anything_is_trained_it_asks_the_lectures_question(page: ParametersPage) -> None:
    assert "is that not like a polynomial of degree 80,000" in _said(page)
    assert not page.conclusion.is_answer
    assert page.conclusion.text() == "More parameters than images: does that hurt?"
    assert "784-100-10, n = 50,000: 79,510 parameters, 1.6 per image. Not trained yet (2 epochs)." in _said(page)
    assert "Press S" in page.picture.map.accessibleDescription()
    assert page.bar.button.text() == "Train 24 networks"
    assert not page.picture.map._cells


def test_the_map_fills_in_and_the_question_is_answered(page: ParametersPage, trainer: Searching, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bool(trainer.searches))
    trainer.train(0, 1)
    assert not page.conclusion.is_answer, "while it goes on"
    heat = page.picture.map
    assert len(heat._cells) == 2
    assert "784-3-10, n = 100" in _said(page), "the last of the fullest row so far"
    trainer.train_all()

    assert page.conclusion.is_answer
    assert page.conclusion.text() == "Not even 2,385 parameters per image hurt here, without any penalty."
    assert heat.is_full
    assert heat._cells[0, 4].text == "87.0"
    assert heat._line == (4, 3, 1, 0)
    said = _said(page)
    assert "784-100-10 has 79,510 parameters for 50,000 images, 1.6 per image, and recognizes 87.0 %" in said
    assert "784-30-10 with 0.48 per image recognizes 81.8 % (one seed each)." in said
    assert "Trained for 2 epochs only, they answer nothing yet" in said
    page._pick(Cell(10_000, 300))
    assert "More parameters than images did not hurt here, they helped, without any penalty." in _said(page)
    assert "n = 50,000: the largest network is the best, h = 300 with 4.8 parameters per image." in said
    assert "No penalty, scaled weights, η 0.5, m 10, seed 1; 60 epochs at n = 100–1,000; 10 at 10,000" in said
    assert not page.bar.button.isEnabled()


@pytest.mark.parametrize(
    ("key", "text", "low", "concluded"),
    [
        ("1", "87.0", "20 %", "Not even 2,385 parameters per image hurt here, without any penalty."),
        ("2", "99.0", "20 %", "More parameters than images: 14 of 14 networks know 99 % of these, others 4 of 4."),
        ("3", "12.0", "0", "With more parameters, the gap grows for none of 3 sizes n."),
        ("4", "1.6", "0.01", "784-100-10 with 50,000 images: 1.6 parameters per image."),
    ],
)
def test_keys_choose_what_the_cells_show(
    page: ParametersPage, trainer: Searching, qtbot: QtBot, key: str, text: str, low: str, concluded: str
) -> None:
    qtbot.keyClicks(page, key)
    assert page.conclusion.is_answer == (key == "4"), "how many parameters there are is known"
    press(qtbot, page.bar.button)
    trainer.train_all()

    assert page.conclusion.text().replace("\N{NO-BREAK SPACE}", " ") == concluded
    assert page.picture.map._cells[0, 4].text == text
    assert page.picture.legend.accessibleName().replace("\N{NO-BREAK SPACE}", " ").startswith(low)


def test_parameters_per_image_need_no_training(page: ParametersPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page, "4")

    assert page.picture.map.is_full
    assert page.picture.map._cells[3, 5].text == "2,385"


def test_a_cell_is_chosen_and_used(page: ParametersPage, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, page.bar.button)
    trainer.train_all()
    heat = page.picture.map
    qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=heat.cell_area(3, 4).center().toPoint())
    assert "784-100-10, n = 100: 79,510 parameters, 795 per image. Validation 60.0 %" in _said(page)
    assert [point.value for point in page.picture.curves._series[0].points] == [1, 3, 10, 30, 100, 300]
    qtbot.keyClick(heat, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.experiment_chosen) as chosen:
        qtbot.keyClick(page, Qt.Key.Key_U)

    assert chosen.args == [QUICK.experiment(Cell(100, 30))]


def test_what_is_pointed_at_is_told_for_as_long(page: ParametersPage, qtbot: QtBot) -> None:
    page.picture.map.cell_pointed_at.emit((0, 0))
    assert "784-1-10, n = 50,000" in _said(page)
    page.picture.map.cell_pointed_at.emit(None)

    assert "784-1-10" not in _said(page)


def test_nothing_is_trained_twice(page: ParametersPage, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, page.bar.button)
    trainer.train_all()
    qtbot.keyClick(page, Qt.Key.Key_G)
    assert "Not trained yet" in _said(page)
    press(qtbot, page.bar.button)
    trainer.train(*range(5))
    trainer.end()
    assert "The search ended before its end: 5 of 24 runs were trained." in _said(page)
    assert page.bar.button.text() == "Train 19 networks"
    press(qtbot, page.bar.button)
    assert len(trainer.searches[-1].experiments) == 19
    trainer.train_all()

    assert "The same network, without a penalty: 87.0 %." in _said(page)
    assert [one.name for one in page.picture.curves._series] == ["no penalty", "L2"]
    qtbot.keyClick(page, Qt.Key.Key_G)
    assert page.picture.map.is_full
    assert "with L2: 88.0 %." in _said(page)


def test_runs_of_the_list_need_not_be_trained(page: ParametersPage, trainer: Searching, qtbot: QtBot) -> None:
    experiment = QUICK.experiment(Cell(50_000, 30))
    rows = np.zeros(experiment.training.epochs + 1, rows_type(experiment))
    rows["validation_accuracy"] = 0.95
    page.show_runs([DrawnRun(RunHistory.restored(experiment, rows, []), 1, "own")])
    assert page.picture.map._cells[0, 3].text == "95.0"
    press(qtbot, page.bar.button)

    assert experiment not in trainer.searches[-1].experiments
    assert len(trainer.searches[-1].experiments) == 23


def test_where_more_parameters_hurt_it_says_so(page: ParametersPage, trainer: Searching, qtbot: QtBot) -> None:
    qtbot.keyClick(page, Qt.Key.Key_V)
    press(qtbot, page.bar.button)
    trainer.train_all()
    page._pick(Cell(100, 300))

    assert page.conclusion.is_answer
    assert page.conclusion.text() == "Too many parameters hurt for 3 of 3 sizes n: by up to 10.0 points."
    assert "Here more parameters have cost 9.0 points." in _said(page).replace("10.0", "9.0")
    assert "n = 100: the best is h = 30; the largest network" in _said(page)


def test_the_whole_has_more_cells_and_a_search_goes_on_unseen(
    page: ParametersPage, trainer: Searching, qtbot: QtBot
) -> None:
    press(qtbot, page.bar.button)
    qtbot.keyClick(page, Qt.Key.Key_Q)
    trainer.train(0)
    Details.unfold_all(False)

    assert "Another choice is being trained." in _said(page)
    assert page.choices.value() == WHOLE
    assert len(page.picture.map._heads.rows) == 6
    qtbot.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: [reply.page for reply in trainer.cancelled] == ["parameters"])


def test_what_has_no_result_is_said(page: ParametersPage, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, page.bar.button)
    trainer.fail(0, Problem("There is not enough memory for this network: choose a smaller one."))
    trainer.end()
    Details.unfold_all(False)

    assert "There is not enough memory" in _said(page)


def test_the_page_fits_into_little_room(page: ParametersPage, trainer: Searching, qtbot: QtBot, rooms: Rooms) -> None:
    press(qtbot, page.bar.button)
    trainer.train_all()
    Details.unfold_all(False)
    em = page.fontMetrics().height()
    rooms.give(page, 28 * em, 14 * em)

    assert (page.width(), page.height()) == (28 * em, 14 * em)
    assert not page.picture.curves.isVisible()
    assert not list(cut_texts(page))


def test_a_click_leaves_the_keyboard_alone(page: ParametersPage) -> None:
    for button in page.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus


def test_every_choice_has_help(page: ParametersPage) -> None:
    assert all(one.toolTip().endswith(")") for one in page.findChildren(QRadioButton))


def test_another_language_keeps_what_was_found(
    page: ParametersPage, trainer: Searching, language: object, qtbot: QtBot
) -> None:
    press(qtbot, page.bar.button)
    trainer.train_all()
    language.switch("cs")  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: page.picture.map._cells[0, 4].text == "87,0", timeout=5_000)
    assert page.picture.map.is_full
