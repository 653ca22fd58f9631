"""Training curves alone, while a lesson asks whether this is a good network."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.learning.learning_page import LearningPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.values_label import ValuesLabel
from tests.conftest import User
from tests.pages.learning.signs_material import history_with, recorded

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def page(qtbot: QtBot) -> LearningPage:
    page = LearningPage()
    qtbot.addWidget(page)
    page.resize(960, 700)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def overfitted(small: Small, trained: Trained) -> RunHistory:
    """A run that overfits, which a rule would have stopped."""
    history = history_with(recorded("images_1000_off")[:, :121], small, trained, 120)
    history.stopped = Stopped(50, history.named()[1], restored=False)
    return history


@pytest.fixture
def faultless(small: Small, trained: Trained) -> RunHistory:
    """A run with the same training curves that recognizes all validation digits at once."""
    curves = recorded("images_1000_off")[:, :121].copy()
    curves[1], curves[3] = np.linspace(0.5, 0.01, 121), np.linspace(0.1, 1, 121)
    return history_with(curves, small, trained, 120)


def _picture(page: LearningPage, history: RunHistory) -> QImage:
    page.show_runs([DrawnRun(history, 1, selected=True)])
    QApplication.processEvents()
    return page.grab().toImage()


def test_nothing_tells_apart_two_runs_with_the_same_training(
    page: LearningPage, overfitted: RunHistory, faultless: RunHistory
) -> None:
    assert _picture(page, overfitted) != _picture(page, faultless)

    page.set_setting("validation", False)
    assert _picture(page, overfitted) == _picture(page, faultless)

    page.open_view("signs")
    assert _picture(page, overfitted) == _picture(page, faultless)


def test_only_training_is_left(page: LearningPage, overfitted: RunHistory) -> None:
    page.show_runs([DrawnRun(overfitted, 1, selected=True)])
    page.set_setting("validation", False)

    assert page.conclusion.text() == "Is this a good network?"
    assert [name for name, tile in page.tiles.items() if tile.isVisible()] == [
        "training",
        "largest_weight",
        "small_weights",
    ]
    assert not page.signs.isVisible()
    assert page.cost.columns(DrawnRun(overfitted, 1)) == ["training_cost"]
    assert page.accuracy.columns(DrawnRun(overfitted, 1)) == ["training_accuracy"]
    assert page.cost.curve_marks.placed == []
    assert all(mark.text.startswith("100 %") for mark in page.accuracy.curve_marks.placed)
    assert not [label.text() for label in page.findChildren(QLabel) if label.isVisible() and "alidat" in label.text()]


def test_pointing_at_an_epoch_reads_training_alone(page: LearningPage, overfitted: RunHistory) -> None:
    page.show_runs([DrawnRun(overfitted, 1, selected=True)])
    page.accuracy.point_at(QPointF(60, 0.9))
    values = page.accuracy.findChild(ValuesLabel)
    assert values.text().count("%") == 2

    page.set_setting("validation", False)
    assert not values.isVisible()

    page.accuracy.point_at(QPointF(60, 0.9))
    assert values.isVisible()
    assert values.text().count("%") == 1


def test_switched_off_everything_is_there_again(page: LearningPage, overfitted: RunHistory) -> None:
    before = _picture(page, overfitted)
    said = page.conclusion.text()

    page.set_setting("validation", False)
    page.set_setting("validation", True)

    assert _picture(page, overfitted) == before
    assert page.conclusion.text() == said


def test_before_a_run_nothing_speaks_of_validation(page: LearningPage) -> None:
    page.set_setting("validation", False)

    assert not [label.text() for label in page.findChildren(QLabel) if label.isVisible() and "overfit" in label.text()]
    QTest.keyClick(page, Qt.Key.Key_O)  # does nothing without the signs' button
    assert page.present_view == "weights"


def test_the_windows_sentence_speaks_of_training_alone(user: User, small: Small) -> None:
    user.window.learning.set_setting("validation", False)
    user.show(small(images=20, hidden=(), epochs=2))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    user.wait_for_end()

    assert user.history is not None
    assert user.history.newest is not None
    accuracy = f"{100 * user.history.newest.training_accuracy:.1f}"
    assert user.window.sentence.text() == f"{accuracy}\N{NO-BREAK SPACE}% of the training images are recognized."

    user.window.learning.set_setting("validation", True)
    assert "alidation" in user.window.sentence.text()


def test_the_switch_of_logarithmic_epochs_follows(user: User) -> None:
    user.window.learning.set_setting("logarithmic", True)
    assert user.window.actions_by_name["log_epochs"].isChecked()

    user.key(Qt.Key.Key_L)
    assert user.window.learning.settings()["logarithmic"].value() is False
