"""The experiment as a QR code: what a camera sees is the code of the line that stands below it."""

import sys
from collections.abc import Iterator

import numpy as np
import pytest
import segno
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.experiment_line import experiment_line
from nnreg_gui.lecturing.qr_code import MOST_BYTES, QUIET
from nnreg_gui.lecturing.qr_sheet import QrSheet
from nnreg_gui.widgets.themes import apply_theme

LINE = experiment_line(Experiment(regularization=RegularizationSpec(penalty="l2", lambda_=0.1)))
LONG_LINE = LINE + " dropout=0.5 hidden=100,100 weights=small eta=0.5 m=50 epochs=200 stop=no_improvement seed=12"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QMainWindow]:
    """A window with a line to type in, which has the keyboard."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(QLineEdit())
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.centralWidget().setFocus()
    qtbot.waitUntil(window.centralWidget().hasFocus)
    return window


@pytest.fixture
def sheet(window: QMainWindow) -> QrSheet:
    sheet = QrSheet(window)
    sheet.show_line(LINE)
    return sheet


def pixels(image: QImage) -> np.ndarray:
    """Return how light each pixel is, from 0 to 255."""
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()  # before the image goes, and its bytes with it


def is_drawn(sheet: QrSheet, line: str) -> bool:
    """Return whether what is drawn is the code of a line: at the middle of each module, white around it included."""
    matrix = np.pad(np.array(segno.make_qr(line).matrix, bool), QUIET)
    picture, place = sheet.code.grab().toImage(), sheet.code.place()
    ratio, modules = picture.devicePixelRatio(), len(matrix)
    size = place.width() / modules
    rows, columns = (
        [int((start + (one + 0.5) * size) * ratio) for one in range(modules)] for start in (place.top(), place.left())
    )
    seen = pixels(picture)[np.ix_(rows, columns)]
    return bool(np.array_equal(seen, np.where(matrix, 0, 255)))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_code_of_the_line_is_drawn_black_on_white(qapp: QApplication, sheet: QrSheet, theme: str) -> None:
    apply_theme(qapp, theme)
    sheet.set_open(True)

    assert is_drawn(sheet, LINE)
    assert sheet.text.toPlainText() == LINE
    assert sheet.told() == ""


@pytest.mark.parametrize("points", [10, 20])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (900, 1200)])
@pytest.mark.parametrize("line", [LINE, LONG_LINE])
def test_it_is_as_large_as_the_window_allows(
    qapp: QApplication, window: QMainWindow, sheet: QrSheet, size: tuple[int, int], points: int, line: str
) -> None:
    font = qapp.font()
    font.setPointSize(points)
    qapp.setFont(font)
    window.resize(*size)
    sheet.show_line(line)
    sheet.set_open(True)
    QApplication.processEvents()

    assert sheet.geometry() == window.rect()
    assert is_drawn(sheet, line)
    assert sheet.code.place().width() > 0.85 * min(sheet.code.width(), sheet.code.height())
    assert sheet.code.height() >= 0.7 * window.height()
    assert sheet.code.geometry().bottom() < sheet.text.geometry().top()
    assert not sheet.text.verticalScrollBar().isVisible()


def test_it_follows_the_window_and_the_experiment(window: QMainWindow, sheet: QrSheet, qtbot: QtBot) -> None:
    sheet.set_open(True)
    window.resize(900, 700)
    qtbot.waitUntil(lambda: sheet.geometry() == window.rect())
    other = experiment_line(Experiment(seed=7))
    sheet.show_line(other)

    assert is_drawn(sheet, other)
    assert sheet.text.toPlainText() == other


@pytest.mark.parametrize("close", [Qt.Key.Key_Escape, Qt.Key.Key_F7, "click"])
def test_a_key_or_a_click_closes_it_and_the_keyboard_goes_back(
    window: QMainWindow, sheet: QrSheet, qtbot: QtBot, close: Qt.Key | str
) -> None:
    told: list[bool] = []
    sheet.opened.connect(told.append)
    sheet.set_open(True)
    qtbot.waitUntil(sheet.hasFocus)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_7):  # lead nowhere, and write nothing into what lies below
        QTest.keyClick(QApplication.focusWidget(), key)
    assert sheet.hasFocus()
    if isinstance(close, Qt.Key):
        QTest.keyClick(QApplication.focusWidget(), close)
    else:
        QTest.mouseClick(sheet.code, LEFT)

    assert sheet.isHidden()
    assert told == [True, False]
    line = window.centralWidget()
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    assert line.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F7])
def test_its_keys_close_it_before_they_do_what_the_window_has_for_them(
    window: QMainWindow, sheet: QrSheet, qtbot: QtBot, key: Qt.Key
) -> None:
    done: list[str] = []
    window.addAction("Stop", key).triggered.connect(lambda: done.append("stopped"))
    sheet.set_open(True)
    qtbot.waitUntil(sheet.hasFocus)
    QTest.keyClick(QApplication.focusWidget(), key)
    assert (sheet.isHidden(), done) == (True, [])

    QTest.keyClick(window, key)
    assert done == ["stopped"]


def test_the_text_can_be_selected_and_copied_and_keys_still_close(sheet: QrSheet, qtbot: QtBot) -> None:
    sheet.set_open(True)
    text: QPlainTextEdit = sheet.text
    QTest.mouseClick(text.viewport(), LEFT, pos=QPoint(text.width() // 2, text.height() // 2))
    qtbot.waitUntil(text.hasFocus)
    QTest.keyClick(text, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, "x")

    assert QApplication.clipboard().text() == LINE
    assert text.toPlainText() == LINE
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_a_long_line_still_fits_and_one_too_long_is_told(sheet: QrSheet) -> None:
    sheet.set_open(True)
    sheet.show_line("n" * MOST_BYTES)
    assert is_drawn(sheet, "n" * MOST_BYTES)
    assert sheet.code.height() >= 0.7 * sheet.height()

    sheet.show_line("n" * (MOST_BYTES + 1))
    assert sheet.told() == (
        "This experiment's line has 2,954 characters; a QR code holds 2,953. Copy the line instead."
    )
    assert sheet.code.isHidden()
    assert len(sheet.text.toPlainText()) == MOST_BYTES + 1
    sheet.show_line(LINE)
    assert is_drawn(sheet, LINE)


def test_the_library_is_loaded_only_when_a_code_is_wanted(window: QMainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "segno")
    sheet = QrSheet(window)
    assert "segno" not in sys.modules

    sheet.show_line(LINE)
    assert "segno" in sys.modules


def test_it_has_names_and_tips_in_the_present_language(sheet: QrSheet) -> None:
    QApplication.sendEvent(sheet, QEvent(QEvent.Type.LanguageChange))

    assert sheet.toolTip() == "Esc, F7 or a click closes the QR code"
    assert sheet.code.accessibleName() == LINE
    assert sheet.text.accessibleName()
    assert sheet.accessibleName()
