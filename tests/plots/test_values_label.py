"""The table of values over a plot."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.values_label import ValuesLabel


def test_it_stands_in_the_corner_it_is_told_and_lets_the_mouse_through(qtbot: QtBot) -> None:
    plot = QWidget()
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show()
    label = ValuesLabel(plot)
    assert label.isHidden()

    label.show_rows("Epoch 3", [(QColor("#0072B2"), ["1", "90.0 %"])], left=False)
    assert label.isVisible()
    assert plot.rect().contains(label.geometry())
    assert label.geometry().center().x() > 300
    label.show_rows("Epoch 3", [(QColor("#0072B2"), ["1", "90.0 %"])], left=True)
    assert label.geometry().center().x() < 300
    assert label.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_texts_are_texts_and_no_markup(qtbot: QtBot) -> None:
    plot = QWidget()
    qtbot.addWidget(plot)
    label = ValuesLabel(plot)
    label.show_rows("a < b", [(QColor("#0072B2"), ["<b>1</b>"])], left=True)

    assert "a &lt; b" in label.text()
    assert "&lt;b&gt;1&lt;/b&gt;" in label.text()
    assert "color:#0072b2" in label.text()
