"""The signs in detail: sentences with their numbers, adjustable thresholds, and the two answers."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.overfitting import DEFAULT_THRESHOLDS, NOT_YET, SIGNS, WATCH, YES, overfitting_signs
from nnreg_gui.pages.learning.signs_view import SignsView
from nnreg_gui.widgets.texts import percent_text
from nnreg_gui.window.language import Language
from tests.pages.learning.signs_material import recorded

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def view(qtbot: QtBot) -> SignsView:
    view = SignsView()
    qtbot.addWidget(view)
    view.resize(430, 380)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture(scope="module")
def curves() -> np.ndarray:
    return recorded("images_1000_off")


def _type(view: SignsView, threshold: str, text: str) -> None:
    box = view.thresholds.boxes[threshold]
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_without_a_run_each_sign_says_what_it_is(view: SignsView) -> None:
    assert view.rows["costs"].sentence.text() == "The training cost falls while the validation cost does not."
    assert all(row.lamp.state() == NOT_YET for row in view.rows.values())
    assert "not yet" in view.by_cost.text()
    assert "not yet" in view.by_accuracy.text()


def test_each_sign_names_the_numbers_it_rests_on(view: SignsView, curves: np.ndarray) -> None:
    signs = overfitting_signs(*curves)
    view.show_signs(signs)

    for name in SIGNS:
        assert view.rows[name].lamp.state() == YES
        assert view.rows[name].heading().endswith(f": epoch {signs.signs[name].since[-1]}")
    costs = view.rows["costs"].sentence.text()
    then = int(signs.signs["costs"].compared_with[-1])
    assert f"From epoch {then} on" in costs
    assert f"{signs.signs['costs'].training[then]:.3f}" in costs
    assert f"{signs.signs['costs'].validation[-1]:.2f}" in costs
    assert f"100{NBSP}% of the mistakes on training images" in view.rows["accuracies"].sentence.text()
    assert f"only 84.2{NBSP}% of the validation images" in view.rows["high_accuracy"].sentence.text()
    assert "15.8 points above" in view.rows["gap"].sentence.text()


def test_a_sign_that_is_watched_says_what_is_missing(view: SignsView, curves: np.ndarray) -> None:
    view.show_signs(overfitting_signs(*curves[:, :11]))

    assert view.rows["gap"].lamp.state() == WATCH
    assert "no longer rises clearly" in view.rows["gap"].sentence.text()
    assert "have not diverged" in view.rows["costs"].sentence.text()


def test_before_it_can_be_known_nothing_is_denied(view: SignsView, curves: np.ndarray) -> None:
    view.show_signs(overfitting_signs(*curves[:, :6]))

    assert view.rows["costs"].heading().endswith(": too early")
    for name in ("costs", "accuracies", "high_accuracy"):
        assert view.rows[name].sentence.text().endswith(": too early to tell.")


def test_accuracies_are_those_of_the_tiles(view: SignsView, curves: np.ndarray) -> None:
    """In the first epochs a mean of five is far from what the tiles show."""
    for epochs in (7, 12, 30, 401):
        view.show_signs(overfitting_signs(*curves[:, :epochs]))
        training, validation = (percent_text(float(curves[row, epochs - 1])) for row in (2, 3))

        for name in ("high_accuracy", "gap"):
            assert training in view.rows[name].sentence.text()
            assert validation in view.rows[name].sentence.text()


def test_both_answers_are_named(view: SignsView, curves: np.ndarray) -> None:
    signs = overfitting_signs(*curves)
    view.show_signs(signs)

    assert f"By the cost: at epoch {signs.starts_by_cost}," in view.by_cost.text()
    assert f"By the accuracy: at epoch {signs.starts_by_accuracy};" in view.by_accuracy.text()
    assert signs.starts_by_accuracy > 5 * signs.starts_by_cost


@pytest.mark.parametrize(
    ("threshold", "text", "value"),
    [
        ("cost_fall", "30", 0.3),
        ("cost_tolerance", "1.5", 0.015),
        ("mistakes_fall", "75", 0.75),
        ("mistakes_tolerance", "5", 0.05),
        ("high_accuracy", "99.9", 0.999),
        ("gap", "7.5", 0.075),
        ("noise", "2", 2.0),
        ("lasting", "12", 12),
    ],
)
def test_a_threshold_that_is_typed_is_told(
    view: SignsView, qtbot: QtBot, threshold: str, text: str, value: float
) -> None:
    with qtbot.waitSignal(view.thresholds_changed) as told:
        _type(view, threshold, text)

    assert told.args == [replace(DEFAULT_THRESHOLDS, **{threshold: pytest.approx(value)})]
    box = view.thresholds.boxes[threshold]
    assert box.toolTip().endswith(".")
    assert box.accessibleName()


@pytest.mark.parametrize("how", ["click", "key"])
def test_the_defaults_come_back(view: SignsView, qtbot: QtBot, how: str) -> None:
    _type(view, "gap", "20")
    _type(view, "lasting", "9")
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    with qtbot.waitSignal(view.thresholds_changed) as told:
        if how == "click":
            QTest.mouseClick(view.restore, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(view, Qt.Key.Key_R)

    assert told.args == [DEFAULT_THRESHOLDS]
    assert view.value() == DEFAULT_THRESHOLDS
    with qtbot.assertNotEmitted(view.thresholds_changed):
        QTest.mouseClick(view.restore, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [430, 300])
def test_nothing_is_cut_off_at_the_side(view: SignsView, curves: np.ndarray, qtbot: QtBot, width: int) -> None:
    view.show_signs(overfitting_signs(*curves))
    view.resize(width, 380)
    qtbot.waitUntil(lambda: view.width() == width)
    QApplication.sendPostedEvents()
    parts = [*view.findChildren(QLabel), *view.thresholds.boxes.values(), view.restore]

    for part in parts:
        right = part.mapTo(view, part.rect().topRight()).x()
        assert right <= width, f"{part} ends at {right}"


def test_the_view_speaks_the_present_language(view: SignsView, curves: np.ndarray, language: Language) -> None:
    view.show_signs(overfitting_signs(*curves))
    language.switch("cs")
    QApplication.sendPostedEvents()

    assert view.thresholds.boxes["high_accuracy"].text() == f"≥{NBSP}99,5{NBSP}%"
    assert "84,2" in view.rows["gap"].sentence.text()
    assert view.restore.toolTip().endswith("(R)")


def test_it_has_no_ground_of_its_own(view: SignsView) -> None:
    """In the dark theme, it would inherit the light colour of outlines from its tab."""
    area = view.findChild(QScrollArea)
    assert not area.viewport().autoFillBackground()
    assert not area.widget().autoFillBackground()
