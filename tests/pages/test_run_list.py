"""The list of runs."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.language import Language
from nnreg_gui.pages.run_list import RunList
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text

NBSP = "\N{NO-BREAK SPACE}"
NAME, EPOCH, TRAINING, VALIDATION, GAP, TEST, REMOVE = range(7)

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def run_list(qtbot: QtBot) -> RunList:
    run_list = RunList()
    qtbot.addWidget(run_list)
    run_list.resize(900, 200)
    with qtbot.waitExposed(run_list):
        run_list.show()
    run_list.activateWindow()
    return run_list


@pytest.fixture
def three(run_list: RunList, small: Small, trained: Trained) -> list[RunHistory]:
    """Three finished runs in the list."""
    histories = [
        trained(small(epochs=2, hidden=(3,))),
        trained(small(epochs=2, hidden=(3,), penalty="l2", lambda_=1.0)),
        trained(small(epochs=2, hidden=(3,), dropout=0.5)),
    ]
    for history in histories:
        run_list.add(history)
        run_list.set_ended()
    return histories


def _texts(run_list: RunList, row: int) -> list[str]:
    return [run_list.topLevelItem(row).text(column) for column in range(run_list.columnCount())]


def _numbers(run_list: RunList) -> list[int]:
    return [run.number for run in run_list.runs()]


def _click(run_list: RunList, row: int, column: int) -> None:
    index = run_list.model().index(row, column)
    QTest.mouseClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=run_list.visualRect(index).center())


def _click_check_mark(run_list: RunList, row: int) -> None:
    index = run_list.model().index(row, NAME)
    option = QStyleOptionViewItem()
    option.rect = run_list.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = run_list.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, run_list)
    QTest.mouseClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())


def test_a_row_says_how_its_run_ended(run_list: RunList, three: list[RunHistory]) -> None:
    for row, history in enumerate(three):
        newest = history.newest
        assert newest is not None
        assert history.test_accuracy is not None
        assert _texts(run_list, row)[EPOCH:] == [
            "2",
            percent_text(newest.training_accuracy),
            percent_text(newest.validation_accuracy),
            f"{100 * (newest.training_accuracy - newest.validation_accuracy):.1f}",
            percent_text(history.test_accuracy, 2),
            "✕",
        ]


def test_rows_are_numbered_and_called_by_what_differs(run_list: RunList, three: list[RunHistory]) -> None:
    assert [_texts(run_list, row)[NAME].split(maxsplit=1) for row in range(3)] == [
        ["1", "Off"],
        ["2", "L2 λ 1"],
        ["3", "dropout 0.5"],
    ]


def test_a_newer_run_that_differs_in_something_else_renames_all(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    run_list.add(trained(small(epochs=3)))

    assert _texts(run_list, 0)[NAME].endswith("Off, 784-3-10, 2 epochs")
    assert _texts(run_list, 3)[NAME].endswith("Off, 784-5-10, 3 epochs")


def test_the_tool_tip_says_everything_about_a_run(run_list: RunList, three: list[RunHistory]) -> None:
    assert "784-3-10, sigmoid, large weights, cross-entropy, η 0.5, m 10" in run_list.topLevelItem(0).toolTip(NAME)


def test_a_run_carries_its_colour_and_the_selected_one_is_marked(run_list: RunList, three: list[RunHistory]) -> None:
    for row in range(3):
        icon = run_list.topLevelItem(row).icon(NAME).pixmap(16, 16).toImage()
        assert icon.pixelColor(8, 8) == run_colour(row + 1, run_list.palette())
    assert [run.selected for run in run_list.runs()] == [False, False, True]
    assert run_list.selected() is three[2]


def test_another_run_is_selected_by_a_click_or_the_arrow_keys(
    run_list: RunList, three: list[RunHistory], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run_list.changed):
        _click(run_list, 0, VALIDATION)
    assert run_list.selected() is three[0]
    with qtbot.waitSignal(run_list.changed):
        QTest.keyClick(run_list, Qt.Key.Key_Down)
    assert run_list.selected() is three[1]


def test_a_check_mark_hides_a_run_and_shows_it_again(run_list: RunList, three: list[RunHistory], qtbot: QtBot) -> None:
    with qtbot.waitSignal(run_list.changed):
        _click_check_mark(run_list, 1)
    assert _numbers(run_list) == [1, 3]
    with qtbot.waitSignal(run_list.changed):
        _click_check_mark(run_list, 1)
    assert _numbers(run_list) == [1, 2, 3]


def test_the_cross_removes_its_run_and_the_others_keep_number_and_colour(
    run_list: RunList, three: list[RunHistory], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run_list.changed):
        _click(run_list, 1, REMOVE)

    assert _numbers(run_list) == [1, 3]
    assert [run.history for run in run_list.runs()] == [three[0], three[2]]
    assert run_list.topLevelItemCount() == 2


def test_removing_the_selected_run_selects_another_until_none_is_left(
    run_list: RunList, three: list[RunHistory]
) -> None:
    for left in (2, 1, 0):
        run_list.remove_selected()
        assert run_list.topLevelItemCount() == left
        assert (run_list.selected() is None) == (left == 0)
        assert len([run for run in run_list.runs() if run.selected]) == min(left, 1)
    run_list.remove_selected()
    assert run_list.runs() == []


def test_a_run_that_goes_on_cannot_be_removed(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    live = trained(small(epochs=3, seed=5))
    run_list.add(live)
    assert _texts(run_list, 3)[REMOVE] == ""
    assert [run.live for run in run_list.runs()] == [False, False, False, True]
    run_list.remove_selected()
    _click(run_list, 3, REMOVE)
    assert run_list.topLevelItemCount() == 4

    run_list.set_ended()
    run_list.remove_selected()
    assert run_list.topLevelItemCount() == 3


def test_a_run_that_never_left_the_start_makes_room_for_the_next(
    run_list: RunList, small: Small, trained: Trained
) -> None:
    finished = trained(small(epochs=2))
    untrained = RunHistory(small(epochs=2))
    assert finished.initial is not None
    untrained.add(finished.initial)
    for history in (untrained, RunHistory(small(epochs=2)), finished):
        run_list.add(history)
        run_list.set_ended()

    assert [run.history for run in run_list.runs()] == [finished]
    assert _numbers(run_list) == [1]


def test_the_figures_of_a_run_that_goes_on_are_filled_in(run_list: RunList, small: Small, trained: Trained) -> None:
    whole = trained(small(epochs=2))
    live = RunHistory(whole.experiment)
    run_list.add(live)
    assert _texts(run_list, 0)[EPOCH] == ""
    for record in whole.kept():
        live.add(record)
        run_list.refresh_live()
        assert _texts(run_list, 0)[EPOCH] == str(record.epoch)
        assert _texts(run_list, 0)[VALIDATION] == percent_text(record.validation_accuracy)
        assert _texts(run_list, 0)[TEST] == ""


def test_a_change_in_mid_run_stands_in_the_name(run_list: RunList, small: Small) -> None:
    before, after = (small(epochs=2, penalty="l2", lambda_=lambda_) for lambda_ in (0.1, 1.0))
    history = RunHistory(before)
    history.add(Changed(1.0, before, after))
    run_list.add(history)

    assert _texts(run_list, 0)[NAME].endswith("L2 λ 0.1; λ 0.1 → 1")


def test_another_language_retells_the_list(
    run_list: RunList, three: list[RunHistory], language: Language, qtbot: QtBot
) -> None:
    language.switch("cs")
    qtbot.waitUntil(lambda: _texts(run_list, 0)[NAME].endswith("Bez"))

    assert re.fullmatch(rf"\d+,\d{NBSP}%", _texts(run_list, 0)[TRAINING])
    assert run_list.headerItem().text(EPOCH) == "Epocha"
    language.switch("en")
    qtbot.waitUntil(lambda: _texts(run_list, 0)[NAME].endswith("Off"))


def test_a_larger_font_has_larger_swatches(
    run_list: RunList, three: list[RunHistory], qapp: QApplication, qtbot: QtBot
) -> None:
    before = run_list.topLevelItem(0).icon(NAME).availableSizes()[0].height()
    font = run_list.font()
    font.setPointSizeF(2 * font.pointSizeF())
    run_list.setFont(font)

    assert run_list.topLevelItem(0).icon(NAME).availableSizes()[0].height() > 1.5 * before


def test_a_click_on_empty_ground_changes_nothing(run_list: RunList, three: list[RunHistory]) -> None:
    below = QPoint(run_list.width() // 2, run_list.viewport().height() - 3)
    QTest.mouseClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=below)

    assert _numbers(run_list) == [1, 2, 3]
    assert run_list.selected() is three[2]
