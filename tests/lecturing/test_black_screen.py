"""The black screen: it covers everything, and the first key or click lifts it and does nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.black_screen import BlackScreen
from nnreg_gui.widgets.focus_ring import FocusRing


class Lecture(QMainWindow):
    """A window with a field, a menu, a shortcut, and what lies over everything."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.setCentralWidget(self.line)
        self.menuBar().addMenu("File")
        self.gone_on = 0
        QShortcut(QKeySequence("PgDown"), self).activated.connect(self._go_on)
        self.ring = FocusRing(self)
        self.black = BlackScreen(self)
        QShortcut(QKeySequence("."), self).activated.connect(self.black.toggle)

    def _go_on(self) -> None:
        self.gone_on += 1


@pytest.fixture
def lecture(qtbot: QtBot) -> Lecture:
    window = Lecture()
    qtbot.addWidget(window)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.line.setFocus()
    qtbot.waitUntil(window.line.hasFocus)
    return window


def _is_all_black(window: QWidget) -> bool:
    image = window.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(image.height())} == {
        "#000000"
    }


def test_it_covers_the_whole_window_and_follows_its_size(lecture: Lecture, qtbot: QtBot) -> None:
    assert not _is_all_black(lecture)
    lecture.ring.show_focus()
    with qtbot.waitSignal(lecture.black.toggled, check_params_cb=lambda black: black is True):
        lecture.black.toggle()
    assert _is_all_black(lecture)
    lecture.resize(500, 500)
    lecture.ring.raise_()
    assert _is_all_black(lecture)
    assert "any key" in lecture.black.accessibleName()


@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_A])
def test_any_key_lifts_it_and_does_nothing_else(lecture: Lecture, key: Qt.Key) -> None:
    lecture.line.setText("0.")
    lecture.black.toggle()
    QTest.keyClick(lecture.line, key)

    assert not lecture.black.black
    assert (lecture.gone_on, lecture.line.text()) == (0, "0.")
    assert lecture.line.hasFocus(), "a number that is being typed is not committed"
    QTest.keyClick(lecture.line, Qt.Key.Key_PageDown)
    assert lecture.gone_on == 1, "the keys are the window's again"


def test_a_key_that_only_changes_others_leaves_it(lecture: Lecture) -> None:
    lecture.black.toggle()
    QTest.keyClick(lecture.line, Qt.Key.Key_Shift)
    assert lecture.black.black


def test_a_click_lifts_it(lecture: Lecture, qtbot: QtBot) -> None:
    lecture.black.toggle()
    with qtbot.waitSignal(lecture.black.toggled, check_params_cb=lambda black: black is False):
        QTest.mouseClick(lecture.black, Qt.MouseButton.LeftButton)
    assert not _is_all_black(lecture)


def test_keys_of_other_windows_leave_it(lecture: Lecture, qtbot: QtBot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    lecture.black.toggle()
    QTest.keyClick(other, Qt.Key.Key_A)
    assert (other.text(), lecture.black.black) == ("a", True)
