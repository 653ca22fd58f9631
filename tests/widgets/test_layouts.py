"""Rows and columns: where they place their parts."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.layouts import STRETCH, column, row


def _small() -> QWidget:
    widget = QWidget()
    widget.setMinimumSize(10, 10)
    return widget


def _shown(qtbot: QtBot, window: QWidget) -> None:
    qtbot.addWidget(window)
    window.resize(200, 100)
    with qtbot.waitExposed(window):
        window.show()


def test_parts_share_a_row_by_their_stretch(qtbot: QtBot) -> None:
    window, parts = QWidget(), [_small(), _small(), _small()]
    row(parts[0], (parts[1], 1), (parts[2], 2), parent=window, spacing=5, margins=(10, 20, 30, 40))
    parts[0].setFixedWidth(30)
    _shown(qtbot, window)

    # Of 200 pixels, margins, spaces and the first part leave 120, of which the last part gets two thirds.
    assert [part.geometry() for part in parts] == [
        QRect(10, 20, 30, 40),
        QRect(45, 20, 40, 40),
        QRect(90, 20, 80, 40),
    ]


def test_a_stretch_alone_takes_what_is_left_of_a_column(qtbot: QtBot) -> None:
    window, above, below = QWidget(), _small(), _small()
    for part in (above, below):
        part.setFixedHeight(20)
    column(above, STRETCH, below, parent=window)
    _shown(qtbot, window)

    assert [above.geometry(), below.geometry()] == [QRect(0, 0, 200, 20), QRect(0, 80, 200, 20)]


def test_a_row_stands_in_a_column_and_has_its_spacing(qtbot: QtBot) -> None:
    window, parts = QWidget(), [_small(), _small(), _small()]
    column((row((parts[0], 1), (parts[1], 1)), 1), parts[2], parent=window, spacing=20)
    parts[2].setFixedHeight(10)
    _shown(qtbot, window)

    assert [part.geometry() for part in parts] == [
        QRect(0, 0, 90, 70),
        QRect(110, 0, 90, 70),
        QRect(0, 90, 200, 10),
    ]


def test_without_a_spacing_the_style_decides(qtbot: QtBot) -> None:
    window, plain = QWidget(), QWidget()
    for widget in (window, plain):
        qtbot.addWidget(widget)

    assert row(_small(), _small(), parent=window).spacing() == QHBoxLayout(plain).spacing()
