"""What digits are, and what they are called."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.rotation.confusion_table import ConfusionTable
from nnreg_gui.widgets.themes import apply_theme


@pytest.fixture
def table(qtbot: QtBot) -> ConfusionTable:
    table = ConfusionTable()
    qtbot.addWidget(table)
    matrix = np.diag(np.full(10, 900))
    matrix[6, 9], matrix[9, 6], matrix[4, 1] = 40, 0, 100
    table.show_matrix(matrix)
    table.resize(500, 350)
    with qtbot.waitExposed(table):
        table.show()
    return table


def _middle(table: ConfusionTable, row: int, column: int) -> QPoint:
    return table.cell_area(row, column).center().toPoint()


def _ground(table: ConfusionTable, row: int, column: int) -> QColor:
    """Return the colour of a cell beside its text."""
    area = table.cell_area(row, column)
    return table.grab().toImage().pixelColor(int(area.right()) - 5, int(area.top()) + 5)


@pytest.mark.parametrize("cell", [(0, 0), (6, 9), (9, 6), (9, 9)])
def test_a_click_chooses_a_cell(table: ConfusionTable, qtbot: QtBot, cell: tuple[int, int]) -> None:
    with qtbot.waitSignal(table.cell_clicked) as clicked:
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=_middle(table, *cell))

    assert tuple(clicked.args) == cell
    assert table.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_click_beside_the_cells_chooses_none(table: ConfusionTable, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(table.cell_clicked):
        qtbot.mouseClick(table, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        qtbot.mouseClick(table, Qt.MouseButton.RightButton, pos=_middle(table, 3, 3))


def test_pointing_tells_the_cell_once_and_then_that_there_is_none(table: ConfusionTable, qtbot: QtBot) -> None:
    seen: list[tuple[int, int] | None] = []
    table.cell_pointed_at.connect(seen.append)
    for place in (_middle(table, 4, 1), _middle(table, 4, 1) + QPoint(2, 2), QPoint(1, 1)):
        QTest.mouseMove(table, place)
        qtbot.wait(1)

    assert seen == [(4, 1), None]


def test_the_keyboard_goes_from_cell_to_cell_and_chooses(table: ConfusionTable, qtbot: QtBot) -> None:
    seen: list[tuple[int, int] | None] = []
    table.cell_pointed_at.connect(seen.append)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(table, key)
    assert seen == [(6, 9), (6, 8), (7, 8)], "it begins at the 6 that is called 9, in the last column"

    with qtbot.waitSignal(table.cell_clicked) as clicked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert clicked.args == [7, 8]


def test_the_diagonal_is_blue_and_what_is_beside_it_vermillion(table: ConfusionTable) -> None:
    recognized, confused, empty = _ground(table, 3, 3), _ground(table, 4, 1), _ground(table, 2, 7)

    assert recognized.blue() > recognized.red() + 50
    assert confused.red() > confused.blue() + 20
    assert min(empty.red(), empty.green(), empty.blue()) > 240


def test_counts_give_way_to_shares(table: ConfusionTable) -> None:
    counts = table.grab().toImage()
    table.set_in_percent(True)

    assert table.grab().toImage() != counts


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(700, 600), (420, 250), (200, 150)])
def test_it_is_drawn_at_every_size_in_every_look(
    table: ConfusionTable, qapp: QApplication, theme: str, size: tuple[int, int]
) -> None:
    apply_theme(qapp, theme)
    table.resize(*size)
    table.set_caption("turned by up to ±180°, it is read as")
    table.set_chosen((6, 9))
    image = table.grab().toImage()

    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 5
    assert table.cell_area(9, 9).bottom() <= table.height()
    assert table.cell_area(9, 9).right() <= table.width()


def test_it_grows_with_the_font(table: ConfusionTable) -> None:
    before = table.minimumSizeHint().width()
    font = QFont(table.font())
    font.setPointSizeF(2 * font.pointSizeF())
    table.setFont(font)

    assert table.minimumSizeHint().width() > 1.8 * before
