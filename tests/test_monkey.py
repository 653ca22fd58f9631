"""A monkey at the window: it presses anything visible and enabled, whatever comes of it."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import (
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    TrainingSpec,
)
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.window.main_window import MainWindow

SEQUENCES, WINDOWS, STEPS = 30, 3, 12
KEYS = ("Up", "Down", "PageUp", "PageDown", "Home", "Delete", "9", "0", "Return", "Escape")
WORDS = ("x", "1", "1e9", "-", "<b>&", "abc")
CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTableView)
OUTSIDE = {"quit", "new_window", "add_launcher", "remove_launcher"}  # these change things outside the window


@dataclass
class Monkey:
    """Presses things, and logs what it did in `log`, for reproducing it."""

    window: MainWindow
    dice: random.Random
    log: list[str]

    def act(self) -> None:
        """Do one thing."""
        kind = self.dice.choices((self.choose, self.trigger, self.turn_page, self.resize, self.press), (1, 3, 2, 1, 9))
        kind[0]()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QMenu | QDialog) and widget.isVisible():
                widget.close()

    def choose(self) -> None:
        """Choose an experiment of any kind, small enough to train at once."""
        one = self.dice.choice
        images = one([1, 10, 100])
        try:
            experiment = Experiment(
                data=DataSpec(training_images=images),
                network=NetworkSpec(
                    hidden=one([(), (1,), (5,), (8, 8, 8)]), activation=one(["sigmoid", "tanh", "relu"])
                ),
                cost=one(["cross_entropy", "mean_squared_error"]),
                regularization=RegularizationSpec(
                    penalty=one(["none", "l2", "l1"]), lambda_=one([0.0, 0.1, 1.0]), dropout=one([0.0, 0.2, 0.9])
                ),
                augmentation=AugmentationSpec(rotation=one([0.0, 180.0]), shift=one([0.0, 2.0])),
                training=TrainingSpec(
                    learning_rate=one([0.5, 200.0]), batch_size=min(10, images), epochs=one([1, 3, 20])
                ),
                seed=self.dice.randrange(5),
            )
        except ExperimentError:
            return  # ηλ/n is not below 1
        self.log.append(f"choose {experiment.network.hidden}")
        self.window.panel.set_value(experiment)

    def trigger(self) -> None:
        """Use an action as its key does."""
        actions = [
            action for action in self.window.actions() if action.isEnabled() and action.objectName() not in OUTSIDE
        ]
        action = self.dice.choice(actions)
        self.log.append(f"action {action.objectName()}")
        action.trigger()

    def turn_page(self) -> None:
        """Open any page, even one of the hidden group."""
        place = self.dice.randrange(self.window.tabs.count())
        self.log.append(f"page {place}")
        self.window.tabs.setTabVisible(place, True)
        self.window.tabs.setCurrentIndex(place)

    def resize(self) -> None:
        """Give the window another size."""
        size = self.dice.choice([(1280, 720), (900, 600), (1920, 1080), (700, 500)])
        self.log.append(f"resize {size}")
        self.window.resize(*size)

    def press(self) -> None:
        """Press, slide, choose or type at anything visible and enabled, most often on the page."""
        page = self.window.tabs.page
        root = self.dice.choice([page, page, page, self.window.panel, self.window.run_list, self.window])
        found = [one for one in root.findChildren(QWidget) if isinstance(one, CONTROLS)]
        found = [one for one in found if one.isVisible() and one.isEnabled()]
        if not found:
            return
        control = self.dice.choice(found)
        self.log.append(f"{type(control).__name__} “{control.accessibleName()}” of {type(root).__name__}")
        match control:
            case QComboBox():
                control.setCurrentIndex(self.dice.randrange(max(1, control.count())))
                control.activated.emit(control.currentIndex())
            case QAbstractSlider():
                control.setValue(self.dice.randint(control.minimum(), control.maximum()))
            case QAbstractSpinBox():
                QTest.keyClick(control, getattr(Qt.Key, f"Key_{self.dice.choice(KEYS)}"))
            case QLineEdit():
                QTest.keyClicks(control, self.dice.choice(WORDS))
                QTest.keyClick(control, self.dice.choice([Qt.Key.Key_Return, Qt.Key.Key_Escape]))
            case QTableView():
                area = control.viewport()
                place = QPoint(self.dice.randrange(max(1, area.width())), self.dice.randrange(max(1, area.height())))
                QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=place)
            case _:
                QTimer.singleShot(100, _close_popups)  # a menu does not return until it is closed
                QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget() or QApplication.activeModalWidget()) and popup.isVisible():
        popup.close()


@pytest.mark.drawn
@pytest.mark.parametrize("number", range(WINDOWS))
def test_whatever_is_pressed_raises_nothing(open_window: Callable[..., MainWindow], qtbot: QtBot, number: int) -> None:
    """Exceptions in slots and Qt warnings fail the test by themselves; the message bar would show other faults."""
    window = open_window()
    each = SEQUENCES // WINDOWS
    for seed in range(number * each, (number + 1) * each):
        monkey = Monkey(window, random.Random(seed), [])
        for _ in range(STEPS):
            try:
                monkey.act()
            except Exception as error:
                raise AssertionError(f"seed {seed}: {monkey.log[-8:]}") from error
            qtbot.waitSignal(window.control.advanced, timeout=monkey.dice.choice([1, 5, 20]), raising=False).wait()
            assert "fault in the program" not in window.message.text(), f"seed {seed}: {monkey.log[-8:]}"
        window.message.forget()
    assert window.isVisible()
