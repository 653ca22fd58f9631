"""The type size in cells."""

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from nnreg_gui.plots.cell_type import CellType, axis_font


@pytest.fixture
def body(qapp: QApplication) -> QFont:
    return QFont(qapp.font())


def test_high_cells_have_two_lines_in_full_size(body: QFont) -> None:
    cell = CellType.fitting(body, QSizeF(200, 80), ["1,043"], ["98.2 %"])

    assert cell.second is not None
    assert cell.first.pointSizeF() == axis_font(body, bold=False).pointSizeF() > body.pointSizeF()


@pytest.mark.parametrize(("width", "height"), [(200, 20), (30, 200), (25, 12)])
def test_where_there_is_no_room_one_line_becomes_smaller(body: QFont, width: float, height: float) -> None:
    cell = CellType.fitting(body, QSizeF(width, height), ["1,043"], ["98.2 %"])

    assert cell.second is None
    assert QFontMetrics(cell.first).horizontalAdvance("1,043") <= width + 1
    assert QFontMetrics(cell.first).capHeight() <= height
