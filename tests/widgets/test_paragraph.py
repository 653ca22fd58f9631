"""A paragraph's new text disturbs nobody unless it needs another height."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.paragraph import Paragraph


class Requests(QObject):
    """Counts how often a widget is asked to lay out its children again."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(Paragraph())
    column.addStretch()
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_only_another_number_of_lines_lays_the_page_out_again(page: QWidget, qtbot: QtBot) -> None:
    paragraph, requests = page.findChild(Paragraph), Requests()
    paragraph.setText("One line.")
    qtbot.wait(1)
    page.installEventFilter(requests)
    low = paragraph.height()

    paragraph.setText("Another line.")
    qtbot.wait(1)
    assert requests.count == 0

    paragraph.setText("so many words that they need several lines " * 3)
    qtbot.wait(1)
    assert requests.count == 1
    assert paragraph.height() >= 2 * low
    assert paragraph.text().startswith("so many words")


def test_it_is_as_high_as_its_lines_at_every_width_and_pushes_nothing_out(page: QWidget, qtbot: QtBot) -> None:
    paragraph = page.findChild(Paragraph)
    paragraph.setText("so many words that they need several lines " * 3)
    qtbot.wait(1)
    narrow = paragraph.height()
    page.resize(900, 200)
    qtbot.wait(1)

    assert paragraph.height() < narrow
    assert page.minimumSizeHint().width() < 100


def test_it_grows_with_the_text_size(page: QWidget, qtbot: QtBot) -> None:
    paragraph = page.findChild(Paragraph)
    paragraph.setText("One line.")
    qtbot.wait(1)
    before = paragraph.height()
    font = page.font()
    font.setPointSizeF(2 * font.pointSizeF())
    page.setFont(font)
    qtbot.wait(1)

    assert paragraph.height() > 1.5 * before
