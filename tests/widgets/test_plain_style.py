"""The style that takes no text for HTML."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QStyle, QToolTip, QTreeWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.plain_style import PlainStyle

MARKUP = "<b>bold</b><img src=x>"


@pytest.fixture(autouse=True)
def style(qapp: QApplication) -> Iterator[None]:
    qapp.setStyle(PlainStyle())
    yield
    qapp.setStyle("Fusion")


def test_a_label_is_plain_unless_it_says_otherwise(qtbot: QtBot) -> None:
    window = QWidget()
    guessed, rich = QLabel(MARKUP, wordWrap=True), QLabel(MARKUP, textFormat=Qt.TextFormat.RichText)
    column = QVBoxLayout(window)
    for label in (guessed, rich):
        column.addWidget(label)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()

    assert guessed.textFormat() is Qt.TextFormat.PlainText
    assert rich.textFormat() is Qt.TextFormat.RichText


def test_a_tool_tip_is_plain(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QToolTip.showText(window.mapToGlobal(window.rect().center()), MARKUP, window)

    (tip,) = [tip for tip in QApplication.topLevelWidgets() if tip.inherits("QTipLabel") and tip.isVisible()]
    assert isinstance(tip, QLabel)
    assert tip.text() == MARKUP
    assert tip.textFormat() is Qt.TextFormat.PlainText
    QToolTip.hideText()


@pytest.mark.parametrize("kind", [QCheckBox, QTreeWidget])
def test_check_marks_grow_with_the_text(kind: type[QWidget], qtbot: QtBot) -> None:
    marked = kind()
    qtbot.addWidget(marked)

    def mark() -> int:
        marked.ensurePolished()
        return marked.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, marked)

    small = mark()
    font = marked.font()
    font.setPointSizeF(3 * font.pointSizeF())
    marked.setFont(font)
    assert mark() > 2 * small
