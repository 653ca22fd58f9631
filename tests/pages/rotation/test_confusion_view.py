"""What is confused with what."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import NINE, SIX, Network, changed_digit, confusion_matrix
from nnreg_gui.pages.rotation.confusion_view import ConfusionView
from nnreg_gui.pages.rotation.rotation_sentences import confusion_conclusion
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.number_slider import Slider
from nnreg_gui.widgets.texts import percent_text
from tests.pages.answering import Answering
from tests.pages.rooms import Rooms
from tests.pages.rotation.rotation_material import Small, Trained, few
from tests.questions import answer_to

CLOTHES = replace(MNIST, key=f"sha256:{64 * '1'}", name="clothes", path="clothes")


class Viewing:
    """A view whose questions are answered on request."""

    def __init__(self, digits: Digits) -> None:
        self.digits, self.questions = few(digits), Answering()
        self.view = ConfusionView(self.questions, Conclusion())

    @property
    def split(self) -> Split:
        return self.digits.validation

    def answer(self) -> np.ndarray:
        """Answer the question that is outstanding."""
        (question,) = self.questions.waiting
        called = answer_to(question, self.digits)
        self.questions.answer_with(called)
        return called[0]

    def texts(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(ElidedLabel))


@pytest.fixture
def network(small: Small, trained: Trained) -> Network:
    newest = trained(small(epochs=5)).newest
    assert newest is not None
    return Network(newest.parameters, "sigmoid")


@pytest.fixture
def viewing(qtbot: QtBot, digits: Digits, network: Network) -> Viewing:
    viewing = Viewing(digits)
    view = viewing.view
    qtbot.addWidget(view)
    view.resize(960, 380)
    with qtbot.waitExposed(view):
        view.show()
    view.set_digits(viewing.split)
    view.show_network(network, "Run 1: Off", live=False)
    return viewing


def _click(viewing: Viewing, qtbot: QtBot, row: int, column: int) -> None:
    place = viewing.view.table.cell_area(row, column).center().toPoint()
    qtbot.mouseClick(viewing.view.table, Qt.MouseButton.LeftButton, pos=place)


def _shown_images(viewing: Viewing) -> np.ndarray:
    return viewing.view.images._images


def test_the_matrix_and_its_numbers_are_those_of_the_network(viewing: Viewing) -> None:
    assert viewing.view.matrix() is None
    assert "being measured" in viewing.texts()
    called = viewing.answer()

    matrix = confusion_matrix(viewing.split.labels, called, 10)
    assert np.array_equal(viewing.view.matrix(), matrix)
    tiles = {name: tile.accessibleDescription() for name, tile in viewing.view.tiles.items()}
    assert tiles == {
        "recognized": percent_text(float((called == viewing.split.labels).mean())),
        "six_called_nine": str(matrix[SIX, NINE]),
        "nine_called_six": str(matrix[NINE, SIX]),
    }
    assert "Run 1: Off" in viewing.texts()


def test_the_slider_asks_for_turned_digits_never_twice_at_a_time(viewing: Viewing, qtbot: QtBot) -> None:
    slider = viewing.view.slider.findChild(Slider)
    slider.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(20):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert len(viewing.questions.asked) == 1

    viewing.answer()
    assert [question.augmentation.rotation for question in viewing.questions.asked] == [0, 100]
    viewing.answer()
    assert len(viewing.questions.asked) == 2
    assert viewing.view.slider.value() == 100


def test_the_exact_range_can_be_typed(viewing: Viewing, qtbot: QtBot) -> None:
    viewing.answer()
    box = viewing.view.slider.findChild(QAbstractSpinBox)
    box.selectAll()
    qtbot.keyClicks(box, "12")
    qtbot.keyClick(box, Qt.Key.Key_Enter)

    assert viewing.questions.asked[-1].augmentation.rotation == 12


def test_a_click_on_a_cell_shows_its_digits_as_the_network_saw_them(viewing: Viewing, qtbot: QtBot) -> None:
    viewing.answer()
    viewing.view.slider.set_value(90)
    called = viewing.answer()
    labels, question = viewing.split.labels, viewing.questions.asked[-1]
    matrix = confusion_matrix(labels, called, 10)
    off_diagonal = np.where(np.eye(10, dtype=bool), 0, matrix)
    row, column = (int(place) for place in np.unravel_index(off_diagonal.argmax(), matrix.shape))
    _click(viewing, qtbot, row, column)

    rows = np.flatnonzero((labels == row) & (called == column))
    expected = [changed_digit(viewing.split, question.augmentation, question.seed, int(one)) for one in rows]
    assert np.array_equal(_shown_images(viewing), np.stack(expected))
    assert f"{len(rows)} of {len(rows)} shown" in viewing.texts()
    assert f"{matrix[row, column]} are read as {column}" in viewing.texts()

    viewing.view.slider.set_value(0)
    called = viewing.answer()
    assert len(_shown_images(viewing)) == ((labels == row) & (called == column)).sum(), "they follow the range"


def test_at_most_64_digits_are_shown(qtbot: QtBot, digits: Digits, viewing: Viewing) -> None:
    viewing.digits = Digits(digits.training, digits.validation[:2_000], digits.test)
    viewing.view.set_digits(viewing.split)
    called = viewing.answer()
    row = 1
    count = int(((viewing.split.labels == row) & (called == row)).sum())
    assert count > 64
    _click(viewing, qtbot, row, row)

    assert len(_shown_images(viewing)) == 64
    assert f"64 of {count} shown" in viewing.texts()


def test_a_cell_without_digits_says_so(viewing: Viewing, qtbot: QtBot) -> None:
    matrix = confusion_matrix(viewing.split.labels, viewing.answer(), 10)
    row, column = (int(place) for place in np.argwhere(matrix == 0)[0])
    _click(viewing, qtbot, row, column)

    assert len(_shown_images(viewing)) == 0
    assert "0 of 0 shown" in viewing.texts()


def test_pointing_reads_a_cell_in_words(viewing: Viewing) -> None:
    matrix = confusion_matrix(viewing.split.labels, viewing.answer(), 10)
    viewing.view.table.cell_pointed_at.emit((6, 6))
    assert f"Of the {matrix[6].sum()} digits that are a 6, {matrix[6, 6]} are recognized" in viewing.texts()
    assert "digits that are a 6" in viewing.view.table.accessibleDescription()

    viewing.view.table.cell_pointed_at.emit(None)
    assert "digits that are a 6" not in viewing.texts()


def test_cells_have_counts_or_shares(viewing: Viewing, qtbot: QtBot) -> None:
    viewing.answer()
    counts = viewing.view.table.grab().toImage()
    segment = next(one for one in viewing.view.unit.findChildren(QRadioButton) if one.text() == "%")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)

    assert viewing.view.table.grab().toImage() != counts


def test_a_hidden_view_asks_nothing(qtbot: QtBot, digits: Digits, network: Network) -> None:
    viewing = Viewing(digits)
    view = viewing.view
    qtbot.addWidget(view)
    view.set_digits(viewing.split)
    view.show_network(network, "Run 1", live=False)
    assert not viewing.questions.asked

    with qtbot.waitExposed(view):
        view.show()
    assert len(viewing.questions.asked) == 1


def test_a_failure_is_told_and_forgotten_when_the_view_is_opened_again(viewing: Viewing) -> None:
    viewing.questions.fail(Problem("The measuring ended."))
    assert "could not be measured: The measuring ended." in viewing.texts()

    viewing.view.hide()
    viewing.view.show()
    assert len(viewing.questions.asked) == 2
    viewing.answer()
    assert "could not be measured" not in viewing.texts()


@pytest.mark.parametrize("ems", [(54, 21), (27, 9)])
def test_nothing_asks_for_more_room_than_there_is(
    viewing: Viewing, qtbot: QtBot, ems: tuple[int, int], rooms: Rooms
) -> None:
    viewing.answer()
    em = viewing.view.fontMetrics().height()
    viewing.view.setMinimumSize(1, 1)
    rooms.give(viewing.view, ems[0] * em, ems[1] * em)

    def fits() -> bool:
        needed = viewing.view.layout().minimumSize()
        return needed.width() <= ems[0] * em and needed.height() <= ems[1] * em

    qtbot.waitUntil(fits, timeout=5_000)


def test_first_it_is_asked_then_said_how_much_of_the_mistakes_6_and_9_make(viewing: Viewing) -> None:
    conclusion = viewing.view._conclusion
    assert (conclusion.text(), conclusion.is_answer) == ("What is confused with what?", False)
    viewing.answer()

    matrix = viewing.view.matrix()
    assert matrix is not None
    assert conclusion.text() == confusion_conclusion(matrix)
    assert conclusion.is_answer


def test_answers_of_a_network_are_not_counted_against_the_digits_of_another_data_set(viewing: Viewing) -> None:
    """It learned images of the same size with as many classes."""
    viewing.answer()
    assert viewing.view.matrix() is not None
    viewing.view.set_digits(viewing.split[:50], data_set=CLOTHES)

    assert viewing.view.matrix() is None
    assert not viewing.view.table._matrix.any()
    assert "being measured" in viewing.texts()


def test_an_answer_about_other_digits_leaves_those_of_a_cell_as_they_are(
    viewing: Viewing, network: Network, qtbot: QtBot
) -> None:
    """The user has looked at a run on other data, and come back before the question about it was answered."""
    viewing.answer()
    view, split = viewing.view, viewing.split
    view.set_digits(split[:50], data_set=CLOTHES)
    view.show_network(replace(network, dataset=CLOTHES, parameters=replace(network.parameters)), "Run 2", live=False)
    view.set_digits(split)
    view.show_network(network, "Run 1: Off", live=False)
    _click(viewing, qtbot, 0, 0)
    shown, said = _shown_images(viewing), viewing.texts()
    viewing.questions.answer_with(np.zeros((1, 50), np.uint8))

    assert np.array_equal(_shown_images(viewing), shown)
    assert viewing.texts() == said
