"""The formulas, large over the page, as a lecturer shows them in the window."""

from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from nnreg_gui.panels.formula_overlay import FormulaOverlay
from nnreg_gui.panels.formulas import large_formulas
from nnreg_gui.running.side_by_side import State
from nnreg_gui.widgets.formula_label import FormulaLabel
from tests.conftest import User
from tests.fixture_types import Small

LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ENDLESS = 100_000  # epochs


@pytest.fixture
def formulas(user: User) -> FormulaOverlay:
    user.window.resize(1280, 720)
    return user.window.formulas


def _click_formula(user: User, place: int) -> None:
    labels = [label for label in user.window.panel.findChildren(FormulaLabel) if label.isVisible()]
    QTest.mouseClick(labels[place], LEFT)


def _is_over_the_page(user: User, formulas: FormulaOverlay) -> bool:
    page = user.window.tabs.page
    return formulas.isVisible() and formulas.geometry().topLeft() == page.mapTo(user.window, QPoint(0, 0))


def test_f12_or_a_click_on_a_formula_shows_them_large_over_the_page_and_keys_and_clicks_close_them(
    user: User, formulas: FormulaOverlay
) -> None:
    shown = user.window.actions_by_name["formulas"]
    closing = {
        "Esc": lambda: user.key(Qt.Key.Key_Escape),
        "F12": lambda: user.key(Qt.Key.Key_F12),
        "a click": lambda: QTest.mouseClick(formulas, LEFT),
        "another page": lambda: user.key(Qt.Key.Key_2, ALT),
    }
    opening = (lambda: user.key(Qt.Key.Key_F12), lambda: _click_formula(user, 0), lambda: _click_formula(user, 1))
    for (name, close), open_them in product(closing.items(), opening):
        user.key(Qt.Key.Key_1, ALT)
        open_them()
        user.wait(lambda: _is_over_the_page(user, formulas))
        assert formulas.size() == user.window.tabs.page.size()
        assert shown.isChecked()
        assert formulas.sheet.lines == large_formulas(user.window.panel.value())
        assert formulas.sheet.capitals() >= 0.025 * user.window.height()

        close()
        assert formulas.isHidden(), name
        assert not shown.isChecked(), name


def test_escape_closes_them_before_it_stops_a_run(user: User, formulas: FormulaOverlay, small: Small) -> None:
    user.show(small(epochs=ENDLESS))
    user.window.training.start()
    user.wait_for_epoch(1)
    user.key(Qt.Key.Key_F12)
    user.key(Qt.Key.Key_Escape)
    assert formulas.isHidden()
    assert user.state is State.RUNNING

    user.key(Qt.Key.Key_Escape)
    user.wait_for_end()


def test_they_follow_the_chosen_experiment(user: User, formulas: FormulaOverlay) -> None:
    user.key(Qt.Key.Key_F12)
    without = formulas.sheet.lines
    assert not any(piece.stressed for line in without for one in line for piece in one)
    user.choose("L1")
    user.type("λ", "0.5")

    experiment = user.window.panel.value()
    assert experiment.regularization.penalty == "l1"
    assert formulas.isVisible()
    assert formulas.sheet.lines == large_formulas(experiment) != without
    for part in ("L1 λ 0.5", "cross-entropy", "n = 1,000", "ηλ/n = 0.00025", "sgn(0) = 0."):
        assert part in formulas.text()
    user.window.panel.set_value(replace(experiment, cost="mean_squared_error"))
    assert formulas.sheet.lines == large_formulas(user.window.panel.value())
    assert "MSE" in formulas.text() or "mean" in formulas.text()


def test_they_follow_language_theme_and_zoom(user: User, formulas: FormulaOverlay) -> None:
    user.key(Qt.Key.Key_F12)
    before = formulas.text(), formulas.grab().toImage().pixelColor(3, 3)
    user.key(Qt.Key.Key_F2)
    user.key(Qt.Key.Key_T)
    user.wait(lambda: "pro jeden vstup x" in formulas.text())
    user.wait(lambda: formulas.grab().toImage().pixelColor(3, 3) != before[1])

    height = formulas.fontMetrics().height()
    for _ in range(20):
        user.key(Qt.Key.Key_Plus, CTRL)
    user.window.resize(1280, 720)
    user.wait(lambda: formulas.fontMetrics().height() > 2 * height)
    user.wait(lambda: formulas.sheet.capitals() >= 0.025 * user.window.height())
    assert user.window.rect().contains(formulas.geometry())


def test_where_the_page_has_too_little_room_they_lie_over_the_whole_window(
    user: User, formulas: FormulaOverlay
) -> None:
    experiment = user.window.panel.value()
    spec = replace(experiment.regularization, penalty="l2", lambda_=0.5, penalize_biases=True, dropout=0.5)
    user.window.panel.set_value(replace(experiment, regularization=spec))
    user.window.resize(1000, 720)
    user.key(Qt.Key.Key_F12)
    user.wait(lambda: formulas.width() == user.window.width())

    assert formulas.sheet.capitals() >= 0.025 * user.window.height()
