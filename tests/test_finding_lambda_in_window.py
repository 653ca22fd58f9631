"""The page about λ in the window: a real search on real processes, from the first key press to the chosen λ."""

import os
import signal
from multiprocessing import active_children

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLabel, QRadioButton, QScrollArea

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.finding_lambda.finding_lambda_page import FindingLambdaPage
from tests.conftest import User
from tests.fixture_types import Small

ALT = Qt.KeyboardModifier.AltModifier
LONG = 60_000


def _open(user: User, experiment: Experiment) -> FindingLambdaPage:
    """Show an experiment and the page; choose the panel's own n and epochs, with L2 alone."""
    user.show(experiment)
    user.key(Qt.Key.Key_6, ALT)
    page = user.window.tabs.page
    assert isinstance(page, FindingLambdaPage)
    user.wait(page.lambdas.bar.button.isVisible)
    for text in ("Thorough", "L2"):
        choice = next(one for one in page.lambdas.findChildren(QRadioButton) if one.text() == text)
        QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    return page


def _type(box: QAbstractSpinBox, number: str) -> None:
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.selectAll()
    QTest.keyClicks(box, number)
    QTest.keyClick(box, Qt.Key.Key_Enter)


def test_s_searches_and_u_takes_the_best_lambda_which_space_then_trains(user: User, small: Small) -> None:
    base = small(images=300, epochs=3)
    page = _open(user, base)
    choices = page.lambdas.choices
    for box, number in ((choices.low, "0.1"), (choices.high, "30"), (choices.count, "3"), (choices.seeds, "1")):
        _type(box, number)
    user.window.setFocus()
    user.key(Qt.Key.Key_S)
    user.wait(lambda: user.window.searches.busy)
    user.wait(lambda: not user.window.searches.busy, LONG)
    user.wait(page.lambdas.use.isEnabled)

    user.key(Qt.Key.Key_U)
    user.wait(lambda: user.window.panel.value().regularization.penalty == "l2")
    chosen = user.window.panel.value()
    assert chosen.regularization.lambda_ > 0
    assert (chosen.data, chosen.network, chosen.training) == (base.data, base.network, base.training)
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    assert user.history is not None
    assert user.history.experiment == chosen


def test_a_process_that_dies_in_mid_search_is_told_and_another_key_ends_the_search(user: User, small: Small) -> None:
    page = _open(user, small(images=300, epochs=100_000))
    user.window.setFocus()
    user.key(Qt.Key.Key_S)
    user.wait(lambda: bool(_workers()), LONG)
    os.kill(_workers()[0], signal.SIGKILL)
    user.wait(lambda: any("ended unexpectedly" in label.text() for label in page.lambdas.findChildren(QLabel)), LONG)
    assert user.window.searches.busy, "the rest is trained again"

    user.key(Qt.Key.Key_S)
    user.wait(lambda: not user.window.searches.busy)
    user.wait(lambda: not _workers())


def test_while_it_searches_nothing_scrolls_sideways(user: User, small: Small) -> None:
    window, page = user.window, _open(user, small(images=300, epochs=20_000))
    window.setFocus()
    user.key(Qt.Key.Key_S)
    user.wait(lambda: page.lambdas._trial.seconds_left > 0, LONG)
    window.appearance.set_language("cs")
    for zoom in (1.0, 2.5):
        window.appearance.set_zoom(zoom)
        QApplication.processEvents()
        assert page.lambdas.bar.isVisible()
        areas = [area for area in window.tabs.findChildren(QScrollArea) if area.isVisible()]
        assert areas
        assert not any(area.horizontalScrollBar().maximum() for area in areas)
    user.key(Qt.Key.Key_S)
    user.wait(lambda: not _workers())


def _workers() -> list[int]:
    """Return the processes that train for searches, without the window's engine."""
    return [child.pid for child in active_children() if child.name != "engine" and child.pid is not None]
