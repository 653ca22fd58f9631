"""A group that folds into one line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.folding_group import FoldingGroup


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    content = QLabel("η, m and the number of epochs")
    window = QWidget()
    group = FoldingGroup(content)
    group.set_title("Training")
    group.set_summary("η 0.5, m 10, 400 epochs")
    layout = QVBoxLayout(window)
    layout.addWidget(group)
    layout.addStretch()
    qtbot.addWidget(window)
    window.resize(320, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def group(window: QWidget) -> FoldingGroup:
    return window.findChild(FoldingGroup)


def _header(group: FoldingGroup) -> QToolButton:
    return group.findChild(QToolButton)


def _content(group: FoldingGroup) -> QLabel:
    return group.findChild(QLabel)


def test_it_starts_unfolded(group: FoldingGroup) -> None:
    assert not group.folded()
    assert _content(group).isVisible()


def test_a_click_folds_and_unfolds(qtbot: QtBot, group: FoldingGroup) -> None:
    said: list[bool] = []
    group.folded_changed.connect(said.append)
    header = _header(group)
    assert header.width() == group.width()

    qtbot.mouseClick(header, Qt.MouseButton.LeftButton)
    assert group.folded()
    assert not _content(group).isVisible()

    qtbot.mouseClick(header, Qt.MouseButton.LeftButton)
    assert not group.folded()
    assert _content(group).isVisible()
    assert said == [True, False]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_fold(qtbot: QtBot, group: FoldingGroup, key: Qt.Key) -> None:
    group.setFocus()
    qtbot.waitUntil(_header(group).hasFocus)

    qtbot.keyClick(_header(group), key)

    assert group.folded()


def test_folding_what_is_folded_says_nothing(qtbot: QtBot, group: FoldingGroup) -> None:
    group.set_folded(True)

    with qtbot.assertNotEmitted(group.folded_changed):
        group.set_folded(True)


def test_folded_it_is_as_high_as_its_header(qtbot: QtBot, group: FoldingGroup) -> None:
    header = _header(group)
    assert group.height() > header.height() + _content(group).height()

    group.set_folded(True)

    qtbot.waitUntil(lambda: group.height() == header.height())
    assert group.sizeHint().height() == header.sizeHint().height()


def test_the_folded_header_shows_the_summary(group: FoldingGroup) -> None:
    group.set_folded(True)
    with_summary = group.grab().toImage()
    group.set_summary("")
    without_summary = group.grab().toImage()
    assert with_summary != without_summary

    group.set_folded(False)
    unfolded = _header(group).grab().toImage()
    group.set_summary("another one")
    assert _header(group).grab().toImage() == unfolded


def test_a_long_summary_does_not_widen_the_group(group: FoldingGroup) -> None:
    group.set_folded(True)
    before = group.minimumSizeHint()

    group.set_summary(40 * "many words ")

    assert group.minimumSizeHint() == before


def test_screen_readers_hear_title_summary_and_state(group: FoldingGroup) -> None:
    header = _header(group)

    assert header.text() == "Training"
    assert header.accessibleDescription() == "η 0.5, m 10, 400 epochs"
    assert header.isCheckable()
    assert header.isChecked() is not group.folded()


def test_it_grows_with_the_font(qtbot: QtBot, group: FoldingGroup) -> None:
    header, before = _header(group), _header(group).sizeHint()
    font = group.font()
    font.setPointSizeF(2 * font.pointSizeF())

    group.setFont(font)

    assert header.sizeHint().height() > 1.7 * before.height()
    assert header.sizeHint().width() > 1.7 * before.width()


def test_what_acts_unseen_stands_out_and_is_whole_where_one_line_is_too_short(
    window: QWidget, group: FoldingGroup, qtbot: QtBot
) -> None:
    accent = window.palette().color(QPalette.ColorRole.Link)

    def accented() -> int:
        image = _header(group).grab().toImage()
        places = [(x, y) for x in range(image.width()) for y in range(image.height())]
        return sum(image.pixelColor(*place) == accent for place in places)

    group.set_folded(True)
    assert accented() == 0
    low = _header(group).height()
    group.set_summary("dropout 0.2", stressed=True)
    assert accented() > 20
    assert _header(group).height() == low

    group.set_summary("L2 λ 0.1, biases penalized too, dropout 0.2", stressed=True)
    qtbot.waitUntil(lambda: _header(group).height() > 1.5 * low)
    group.set_folded(False)
    qtbot.waitUntil(lambda: _header(group).height() == low)
    assert accented() == 0
