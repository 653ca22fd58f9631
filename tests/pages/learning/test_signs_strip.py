"""Four lamps in one line, which say less if there is less room."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.overfitting import NOT_YET, SIGNS, TOO_EARLY, WATCH, YES, overfitting_signs
from nnreg_gui.pages.learning.sign_lamp import SignLamp
from nnreg_gui.pages.learning.signs_strip import SignsStrip
from nnreg_gui.widgets.themes import apply_theme
from nnreg_gui.window.language import Language
from tests.pages.learning.signs_material import recorded


@pytest.fixture
def strip(qtbot: QtBot) -> SignsStrip:
    strip = SignsStrip()
    qtbot.addWidget(strip)
    strip.resize(1300, 30)
    with qtbot.waitExposed(strip):
        strip.show()
    return strip


@pytest.fixture(scope="module")
def curves() -> np.ndarray:
    return recorded("images_1000_off")


def _states(strip: SignsStrip) -> list[int]:
    return [entry.lamp.state() for entry in strip.entries.values()]


def test_lamps_follow_the_run(strip: SignsStrip, curves: np.ndarray) -> None:
    assert _states(strip) == [NOT_YET] * 4
    strip.show_signs(overfitting_signs(*curves[:, :6]))
    assert _states(strip) == [TOO_EARLY, TOO_EARLY, TOO_EARLY, WATCH]
    assert [entry.text() for entry in strip.entries.values()] == [*["too early to tell"] * 3, "watch"]
    strip.show_signs(overfitting_signs(*curves[:, :11]))
    assert _states(strip) == [NOT_YET, NOT_YET, NOT_YET, WATCH]
    assert [entry.text() for entry in strip.entries.values()] == ["not yet", "not yet", "not yet", "watch"]

    signs = overfitting_signs(*curves)
    strip.show_signs(signs)
    assert _states(strip) == [YES] * 4
    for name, entry in strip.entries.items():
        assert entry.text() == f"since epoch {signs.signs[name].since[-1]}"
        assert entry.accessibleName().endswith(entry.text())
    strip.show_signs(None)
    assert _states(strip) == [NOT_YET] * 4


def test_the_strip_is_one_line_and_says_less_the_narrower_it_is(
    strip: SignsStrip, curves: np.ndarray, qtbot: QtBot
) -> None:
    strip.show_signs(overfitting_signs(*curves))
    said, names = [], []
    for width in (1300, 900, 650, 450, 250):
        strip.resize(width, 30)
        said.append(strip.entries["gap"].text())
        names.append(strip.entries["gap"].name())
        right = max(entry.mapTo(strip, QPoint(entry.width(), 0)).x() for entry in strip.entries.values())
        qtbot.waitUntil(lambda w=width: strip.width() == w)
        assert right <= width
        assert strip.height() <= 1.6 * strip.fontMetrics().height()

    assert said == ["since epoch 18", "epoch 18", "", "", ""]
    assert names == ["Large gap", "Large gap", "Large gap", "Gap", ""]
    assert strip.button.text() == "Signs"


@pytest.mark.parametrize("how", ["click", "key"])
def test_a_click_or_a_key_asks_for_the_details(strip: SignsStrip, qtbot: QtBot, how: str) -> None:
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    for wanted in (True, False):
        with qtbot.waitSignal(strip.details_wanted) as asked:
            if how == "click":
                QTest.mouseClick(strip.button, Qt.MouseButton.LeftButton)
            else:
                QTest.keyClick(strip, Qt.Key.Key_O)
        assert asked.args == [wanted]
    assert strip.button.focusPolicy() == Qt.FocusPolicy.TabFocus, "the space bar is to start the training"
    assert strip.button.toolTip().endswith("(O)")


def test_hovering_tells_what_a_sign_rests_on(strip: SignsStrip, curves: np.ndarray) -> None:
    strip.show_signs(overfitting_signs(*curves))
    for name, part in zip(SIGNS, ("training cost", "mistakes", "only", "points above"), strict=True):
        entry = strip.entries[name]
        QApplication.sendEvent(entry, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), entry.mapToGlobal(QPoint(5, 5))))
        assert part in entry.toolTip()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_states_differ_in_shape_not_only_in_colour(qtbot: QtBot, qapp: QApplication, theme: str) -> None:
    """Seen without colours, no two lamps are alike."""
    apply_theme(qapp, theme)
    lamp = SignLamp()
    qtbot.addWidget(lamp)
    lamp.resize(24, 24)
    pictures = []
    for state in (TOO_EARLY, NOT_YET, WATCH, YES):
        lamp.set_state(state, "")
        image = lamp.grab().toImage()
        ground = image.pixelColor(0, 0)
        pictures.append(
            np.array([[image.pixelColor(x, y) != ground for x in range(image.width())] for y in range(image.height())])
        )

    for one, other in combinations(pictures, 2):
        assert (one != other).mean() > 0.1
    _early, not_yet, _watch, yes = pictures
    assert yes.mean() > 1.5 * not_yet.mean()


def test_the_strip_speaks_the_present_language(strip: SignsStrip, curves: np.ndarray, language: Language) -> None:
    strip.show_signs(overfitting_signs(*curves))
    english = strip.button.text()
    language.switch("cs")
    QApplication.sendPostedEvents()

    assert strip.button.toolTip().endswith("(O)")
    language.switch("en")
    QApplication.sendPostedEvents()
    assert strip.button.text() == english
