"""The button that starts and cancels a search."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.searches.grids import lambda_search
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.widgets.room import Room, tell_room
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import Small, by_rule, press, shown, texts


@pytest.fixture
def trainer(qtbot: QtBot) -> Searching:
    return Searching(by_rule)


@pytest.fixture
def bar(trainer: Searching, qtbot: QtBot) -> SearchBar:
    bar = SearchBar(GridTrial(trainer, "lambda"))
    shown(qtbot, bar, 500, 40)
    return bar


def test_it_starts_and_cancels_by_key_and_by_mouse(
    bar: SearchBar, trainer: Searching, small: Small, qtbot: QtBot
) -> None:
    trial, grid = bar._trial, lambda_search(small(), lambdas=(0.1, 1.0), seeds=(1,))
    bar.start_pressed.connect(lambda: trial.start_grid(grid))
    with qtbot.waitSignal(bar.start_pressed):
        qtbot.keyClick(bar, Qt.Key.Key_S)
    assert trial.running
    assert bar.button.text() == "Cancel"

    trainer.train(0)
    trainer.progress(0.5, 75.0)
    assert bar.findChild(QProgressBar).value() == 500
    assert "1 of 2" in texts(bar)
    assert "1\u00a0min 15\u00a0s left" in texts(bar)

    press(qtbot, bar.button)
    assert trainer.cancelled == trainer.replies
    trainer.end()
    assert bar.button.text() == "Search"
    assert not bar.findChild(QProgressBar).isVisible()
    assert "(S)" in bar.button.toolTip()


def test_where_there_is_no_room_only_the_bar_and_the_count_are_seen(
    bar: SearchBar, trainer: Searching, small: Small
) -> None:
    bar._trial.start_grid(lambda_search(small(), lambdas=(0.1,), seeds=(1,)))
    trainer.progress(0.5, 3.0)
    tell_room(bar, Room.COMPACT)

    assert texts(bar) == "0/1"
    assert bar.findChild(QProgressBar).isVisible()


def test_in_a_full_row_it_says_less(bar: SearchBar, trainer: Searching, small: Small, qtbot: QtBot) -> None:
    bar._trial.start_grid(lambda_search(small(), lambdas=(0.1, 1.0), seeds=(1,)))
    trainer.progress(0.5, 75.0)
    said = []
    for width in (500, bar.sizeHint().width() - 120, bar.minimumSizeHint().width()):
        bar.resize(width, 40)
        qtbot.waitUntil(lambda width=width: bar.width() == width)
        said.append(texts(bar))

    assert said == ["0 of 2 · 1\u00a0min 15\u00a0s left", "0 of 2", "0/2"]


def test_it_says_what_it_starts(bar: SearchBar) -> None:
    bar.set_start_texts("Next step", "Train what it needs")

    assert bar.button.text() == "Next step"
    assert "Train what it needs" in bar.button.toolTip()
