"""Looking back at the epochs of a finished run."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.epoch_slider import EpochSlider
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.number_slider import Slider

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def history(small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]) -> RunHistory:
    return trained(small(epochs=10))


@pytest.fixture
def slider(qtbot: QtBot, history: RunHistory) -> EpochSlider:
    widget = EpochSlider()
    qtbot.addWidget(widget)
    widget.resize(500, 40)
    widget.show_run(DrawnRun(history, 1, selected=True))
    return widget


def _says(slider: EpochSlider) -> str:
    return slider.findChild(QLabel).text()


def test_it_begins_at_the_network_in_use_and_a_click_looks_back(slider: EpochSlider) -> None:
    assert not slider.isHidden()
    assert _says(slider) == "Viewing epoch 10"
    chosen: list[int | None] = []
    slider.chosen.connect(chosen.append)
    groove = slider.findChild(Slider)
    QTest.mouseClick(groove, LEFT, pos=QPoint(2, groove.height() // 2))
    assert chosen == [0]
    assert _says(slider) == "Viewing epoch 0"

    QTest.mouseClick(slider.findChild(QToolButton), LEFT)
    assert chosen == [0, None]
    assert not slider.findChild(QToolButton).isEnabled()


def test_keys_step_through_the_kept_epochs_and_stay_within_them(slider: EpochSlider) -> None:
    chosen: list[int | None] = []
    slider.chosen.connect(chosen.append)
    for places in (-1, -1, 1, 1, 1):
        slider.step(places)

    assert chosen == [9, 8, 9, None], "one step further than the network in use there is nothing"


def test_it_stands_where_the_run_is_looked_at(slider: EpochSlider, history: RunHistory) -> None:
    chosen: list[int | None] = []
    slider.chosen.connect(chosen.append)
    slider.show_run(DrawnRun(history, 1, selected=True, epoch=4))

    assert _says(slider) == "Viewing epoch 4"
    assert chosen == [], "nobody has chosen anything"
    assert DrawnRun(history, 1, epoch=4).record.epoch == 4
    assert DrawnRun(history, 1).record is history.newest


def test_while_a_run_goes_on_there_is_nothing_to_look_back_at(slider: EpochSlider, history: RunHistory) -> None:
    slider.show_run(DrawnRun(history, 1, live=True, selected=True))
    assert slider.isHidden()
    slider.step(-1)

    slider.show_run(DrawnRun(history, 1, selected=True))
    assert not slider.isHidden()
    slider.show_run(None)
    assert slider.isHidden()
