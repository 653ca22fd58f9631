"""The list of runs."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed, EpochRecord, Stopped
from nnreg_gui.engine.experiment import Experiment, NetworkSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.kept_networks import MOST_BYTES_KEPT
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.engine.network import initial_parameters
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.sessions.session import LARGEST_NUMBER, LONGEST_NAME, ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.engine.sessions.session_reading import read_session
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.pages.runs.run_rows import run_swatch
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text, significant_text
from nnreg_gui.window.language import Language

NBSP = "\N{NO-BREAK SPACE}"
NAME, EPOCH, TRAINING, VALIDATION, DIFFERENCE, BEST, GAP, TEST, SECONDS, SEED, REMOVE = range(11)

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def run_list(qtbot: QtBot) -> RunList:
    run_list = RunList()
    qtbot.addWidget(run_list)
    run_list.resize(1260, 200)
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
        best = history.best
        assert best is not None
        assert _texts(run_list, row)[EPOCH:] == [
            "2",
            percent_text(newest.training_accuracy),
            percent_text(newest.validation_accuracy),
            "",
            f"{percent_text(best.validation_accuracy)} ({best.epoch})",
            f"{100 * (newest.training_accuracy - newest.validation_accuracy):.1f}".replace("-", "−"),
            percent_text(history.test_accuracy, 2),
            significant_text(np.mean(history.column("seconds")[1:]), 2) + f"{NBSP}s",
            "1",
            "✕",
        ]


def test_rows_are_numbered_and_called_by_what_differs(run_list: RunList, three: list[RunHistory]) -> None:
    assert [_texts(run_list, row)[NAME].split(maxsplit=1) for row in range(3)] == [
        ["1", "No regularization"],
        ["2", "L2 λ 1"],
        ["3", "dropout 0.5"],
    ]


def test_a_newer_run_that_differs_in_something_else_renames_all(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    run_list.add(trained(small(epochs=3)))

    assert _texts(run_list, 0)[NAME].endswith("No regularization, 784-3-10, 2 epochs")
    assert _texts(run_list, 3)[NAME].endswith("No regularization, 784-5-10, 3 epochs")


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


def test_a_pruned_network_that_is_kept_makes_no_room(run_list: RunList, small: Small, trained: Trained) -> None:
    start = trained(small(epochs=2)).initial
    assert start is not None
    pruned = RunHistory(small(epochs=2), pruning=Pruning(0.8))
    pruned.add(start)
    run_list.add_finished(pruned)

    run_list.add(RunHistory(small(epochs=2)))

    assert _numbers(run_list) == [1, 2]


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
    qtbot.waitUntil(lambda: _texts(run_list, 0)[NAME].endswith("Bez regularizace"))

    assert re.fullmatch(rf"\d+,\d{NBSP}%", _texts(run_list, 0)[TRAINING])
    assert run_list.headerItem().text(EPOCH) == "Epocha"
    language.switch("en")
    qtbot.waitUntil(lambda: _texts(run_list, 0)[NAME].endswith("No regularization"))


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


# ------------------------------------------------------------------------------------------------------------- names


def _type_name(run_list: RunList, row: int, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Double-click on a name, and type."""
    rect = run_list.visualRect(run_list.model().index(row, NAME))
    place = QPoint(rect.left() + 6 * run_list.fontMetrics().height(), rect.center().y())
    QTest.mouseClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    _type_into_editor(run_list, text, key)


def _type_into_editor(run_list: RunList, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    (editor,) = (editor for editor in run_list.viewport().findChildren(QLineEdit) if editor.isVisible())
    editor.selectAll()
    if text:
        QTest.keyClicks(editor, text)
    else:
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClick(editor, key)
    QApplication.processEvents()


def test_a_double_click_on_a_name_lets_another_be_typed(
    run_list: RunList, three: list[RunHistory], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(run_list.changed):
        _type_name(run_list, 1, "with weight decay")

    assert [run.name for run in run_list.runs()] == ["No regularization", "with weight decay", "dropout 0.5"]
    assert _texts(run_list, 1)[NAME].split(maxsplit=1) == ["2", "with weight decay"], "nothing else"
    assert "L2 λ 1" in run_list.topLevelItem(1).toolTip(NAME)
    assert _numbers(run_list) == [1, 2, 3]


def test_a_name_that_is_emptied_is_again_what_differs(run_list: RunList, three: list[RunHistory]) -> None:
    _type_name(run_list, 2, "mine")
    assert run_list.runs()[2].name == "mine"
    _type_name(run_list, 2, "")
    assert run_list.runs()[2].name == "dropout 0.5"
    assert run_list.session().runs[2].name == ""


def test_escape_leaves_the_name(run_list: RunList, three: list[RunHistory]) -> None:
    _type_name(run_list, 0, "mine", Qt.Key.Key_Escape)
    assert run_list.runs()[0].name == "No regularization"


def test_a_run_that_goes_on_does_not_disturb_the_typing_of_its_name(
    run_list: RunList, small: Small, trained: Trained
) -> None:
    before, after = (small(epochs=2, penalty="l2", lambda_=lambda_) for lambda_ in (0.1, 1.0))
    live = RunHistory(before)
    run_list.add(live)
    run_list.rename_selected()
    (editor,) = run_list.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "half")
    live.add(Changed(1.0, before, after))
    run_list.refresh_live()
    QTest.keyClicks(editor, " way")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert run_list.runs()[0].name == "half way"
    assert _texts(run_list, 0)[NAME].endswith("   half way")
    assert "λ 0.1 → 1" in run_list.topLevelItem(0).toolTip(NAME)


@pytest.mark.parametrize("row", range(3))
def test_when_a_run_is_removed_whose_name_is_being_typed_another_is_selected(
    run_list: RunList, three: list[RunHistory], row: int
) -> None:
    run_list.select(three[row])
    run_list.rename_selected()
    (editor,) = run_list.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "half")
    run_list.remove_selected()
    assert run_list.selected() in three[:row] + three[row + 1 :]

    run_list.undo_remove()
    assert run_list.selected() is three[row]
    assert run_list.runs()[row].name == "half"


def test_two_quick_clicks_on_a_check_mark_are_two_clicks(run_list: RunList, three: list[RunHistory]) -> None:
    rect = run_list.visualRect(run_list.model().index(0, NAME))
    box = QPoint(rect.left() + run_list.fontMetrics().height() // 2, rect.center().y())
    QTest.mouseDClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert run_list.viewport().findChildren(QLineEdit) == []
    assert _numbers(run_list) == [1, 2, 3]


# ------------------------------------------------------------------------------------------------ baseline and sorting


def test_figures_are_compared_with_the_baseline(run_list: RunList, three: list[RunHistory], qtbot: QtBot) -> None:
    assert run_list.isColumnHidden(DIFFERENCE)
    run_list.select(three[0])
    with qtbot.waitSignal(run_list.changed):
        run_list.make_baseline()

    assert not run_list.isColumnHidden(DIFFERENCE)
    assert "◆" in _texts(run_list, 0)[NAME]
    assert [run.baseline for run in run_list.runs()] == [True, False, False]
    base = three[0].column("validation_accuracy")[-1]
    for row in (1, 2):
        points = 100 * (three[row].column("validation_accuracy")[-1] - base)
        sign = "+" if points > 0 else "−"
        assert _texts(run_list, row)[DIFFERENCE] == f"{sign}{abs(points):.1f}"
    run_list.make_baseline()
    assert run_list.isColumnHidden(DIFFERENCE)
    assert not any(run.baseline for run in run_list.runs())


def _click_header(run_list: RunList, column: int) -> None:
    header = run_list.header()
    place = QPoint(header.sectionViewportPosition(column) + header.sectionSize(column) // 2, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _row_numbers(run_list: RunList) -> list[int]:
    return [int(_texts(run_list, row)[NAME].split()[0]) for row in range(run_list.topLevelItemCount())]


def test_a_header_sorts_the_best_first_then_the_worst_then_as_they_were_trained(
    run_list: RunList, three: list[RunHistory]
) -> None:
    validation = [history.column("validation_accuracy")[-1] for history in three]
    best_first = [int(place) + 1 for place in np.argsort([-accuracy for accuracy in validation], kind="stable")]
    assert best_first != [1, 2, 3]
    run_list.select(three[1])
    _click_header(run_list, VALIDATION)
    assert _row_numbers(run_list) == best_first
    assert _numbers(run_list) == [1, 2, 3]  # plots keep the order of training
    assert run_list.selected() is three[1]
    _click_header(run_list, VALIDATION)
    assert _row_numbers(run_list) == best_first[::-1]
    _click_header(run_list, VALIDATION)
    assert _row_numbers(run_list) == [1, 2, 3]


def test_equal_runs_keep_their_order_and_names_are_sorted_by_letter(run_list: RunList, three: list[RunHistory]) -> None:
    _click_header(run_list, SEED)
    assert _row_numbers(run_list) == [1, 2, 3]
    _click_header(run_list, NAME)
    assert _row_numbers(run_list) == [3, 2, 1]  # dropout, L2, Off


def test_a_run_that_goes_on_stays_in_its_place_until_it_ends(
    run_list: RunList, three: list[RunHistory], trained: Trained, small: Small
) -> None:
    _click_header(run_list, EPOCH)
    whole = trained(small(epochs=5, hidden=(3,)))
    live = RunHistory(whole.experiment)
    run_list.add(live)
    for record in whole.kept():
        live.add(record)
        run_list.refresh_live()
        assert _row_numbers(run_list) == [1, 2, 3, 4]
    run_list.set_ended(live)
    assert _row_numbers(run_list) == [4, 1, 2, 3]


# ---------------------------------------------------------------------------------------------------------------- undo


def test_removed_runs_come_back_to_their_places_as_they_were(
    run_list: RunList, three: list[RunHistory], qtbot: QtBot
) -> None:
    assert not run_list.can_undo
    _type_name(run_list, 0, "first")
    run_list.select(three[0])
    run_list.make_baseline()
    run_list.hide_or_show_selected()
    for history in three[:2]:
        run_list.select(history)
        with qtbot.waitSignal(run_list.undo_changed):
            run_list.remove_selected()
    assert _row_numbers(run_list) == [3]
    assert run_list.isColumnHidden(DIFFERENCE)

    run_list.undo_remove()
    assert _row_numbers(run_list) == [2, 3]
    assert run_list.selected() is three[1]
    with qtbot.waitSignal(run_list.undo_changed):
        run_list.undo_remove()
    assert _row_numbers(run_list) == [1, 2, 3]
    assert run_list.topLevelItem(0).checkState(NAME) is Qt.CheckState.Unchecked
    assert run_list.session().runs[0].name == "first"
    assert run_list.session().baseline == 1
    assert not run_list.can_undo
    run_list.undo_remove()
    assert _row_numbers(run_list) == [1, 2, 3]


def test_a_new_run_takes_neither_the_number_of_a_removed_one_nor_the_colour_of_a_listed_one(
    run_list: RunList, small: Small, trained: Trained
) -> None:
    whole = trained(small(epochs=2))
    histories = [RunHistory.restored(whole.experiment, whole.rows, whole.kept()) for _ in range(9)]
    for history in histories[:7]:
        run_list.add(history)
        run_list.set_ended(history)
    run_list.select(histories[2])
    run_list.remove_selected()
    run_list.add(histories[7])
    run_list.set_ended(histories[7])

    assert _numbers(run_list) == [1, 2, 4, 5, 6, 7, 10]
    palette = run_list.palette()
    assert run_colour(10, palette) == run_colour(3, palette)
    assert len({run_colour(number, palette).name() for number in _numbers(run_list)}) == 7
    run_list.undo_remove()
    assert _numbers(run_list) == [1, 2, 3, 4, 5, 6, 7, 10]
    run_list.add(histories[8])
    assert _numbers(run_list)[-1] == 11  # all colours are taken


# ------------------------------------------------------------------------------- side by side, stopping, looking back


def test_two_runs_side_by_side_are_live_until_each_ends(run_list: RunList, small: Small, trained: Trained) -> None:
    wholes = [trained(small(epochs=2, seed=seed)) for seed in (1, 2)]
    companion, lead = (RunHistory(whole.experiment) for whole in wholes)
    run_list.add(companion)
    run_list.add(lead)
    assert [run.live for run in run_list.runs()] == [True, True]
    assert run_list.selected() is lead
    for history, whole in zip((companion, lead), wholes, strict=True):
        for record in whole.kept():
            history.add(record)
    run_list.refresh_live()
    assert [_texts(run_list, row)[EPOCH] for row in range(2)] == ["2", "2"]
    run_list.set_ended(companion)
    assert [run.live for run in run_list.runs()] == [False, True]
    run_list.set_ended(lead)
    assert [run.live for run in run_list.runs()] == [False, False]


def test_of_two_runs_side_by_side_both_make_room_or_none(run_list: RunList, small: Small, trained: Trained) -> None:
    whole = trained(small(epochs=2))
    assert whole.initial is not None

    def begin_two() -> list[RunHistory]:
        pair = [RunHistory(whole.experiment) for _ in range(2)]
        for history in pair:
            run_list.add(history)
            history.add(whole.initial)
        return pair

    first = begin_two()
    run_list.set_ended()
    second = begin_two()
    assert [run.history for run in run_list.runs()] == second
    assert not set(first) & set(second)
    second[0].add(whole.newest)  # this run has begun
    run_list.set_ended()
    run_list.add(whole)
    assert [run.history for run in run_list.runs()] == [*second, whole]


def test_a_run_that_was_stopped_early_shows_the_epoch_in_use(run_list: RunList, small: Small, trained: Trained) -> None:
    whole = trained(small(epochs=5))
    records = list(whole.kept())
    stopped = RunHistory.restored(
        whole.experiment, whole.rows, records, stopped=Stopped(5, records[3], True), test_accuracy=0.5
    )
    run_list.add(stopped)
    run_list.set_ended(stopped)

    assert _texts(run_list, 0)[EPOCH] == "3"
    assert _texts(run_list, 0)[VALIDATION] == percent_text(records[3].validation_accuracy)
    assert "stopped early after epoch 5: the network of epoch 3 is used" in run_list.topLevelItem(0).toolTip(NAME)


def test_each_run_is_looked_back_at_by_itself_and_a_live_one_not_at_all(
    run_list: RunList, three: list[RunHistory], small: Small, qtbot: QtBot
) -> None:
    run_list.select(three[0])
    with qtbot.waitSignal(run_list.changed):
        run_list.look_at(1)
    run_list.select(three[1])
    run_list.look_at(0)
    assert [run.epoch for run in run_list.runs()] == [1, 0, None]
    run_list.select(three[0])
    run_list.look_at(None)
    assert [run.epoch for run in run_list.runs()] == [None, 0, None]

    run_list.add(RunHistory(small(epochs=3)))
    run_list.look_at(1)
    assert run_list.runs()[-1].epoch is None


# ------------------------------------------------------------------------------------------------------------ sessions


def test_a_session_brings_its_runs_back_as_they_were(run_list: RunList, three: list[RunHistory], qtbot: QtBot) -> None:
    _type_name(run_list, 1, "mine")
    run_list.select(three[0])
    run_list.hide_or_show_selected()
    run_list.select(three[1])
    run_list.make_baseline()
    session = run_list.session()
    assert session.selected == 2

    other = RunList()
    qtbot.addWidget(other)
    with qtbot.waitSignal(other.changed):
        other.add_session(session)
    assert [(run.number, run.name, run.baseline) for run in other.runs()] == [
        (2, "mine", True),
        (3, "dropout 0.5", False),
    ]
    assert other.selected() is three[1]
    assert other.topLevelItemCount() == 3
    assert not any(run.live for run in other.runs())


def _large(seed: int) -> RunHistory:
    """A history of eleven epochs whose networks would take 3 MB each, were they not all the same object."""
    experiment = Experiment(network=NetworkSpec(hidden=(1_000,)), training=TrainingSpec(epochs=10), seed=seed)
    parameters = initial_parameters((784, 1_000, 10), "large", np.random.default_rng(1))
    layers = tuple(summarize_weights(weights) for weights in parameters.weights)
    history = RunHistory(experiment)
    for epoch in range(11):
        history.add(EpochRecord(epoch, 1.0, 1.0, 0.0, 0.5, 0.6 if epoch == 3 else 0.5, 1.0, layers, parameters))
    return history


def test_older_and_hidden_runs_keep_fewer_networks_where_all_take_too_much_memory(run_list: RunList) -> None:
    whole = _large(0).kept_bytes
    runs = tuple(ListedRun(_large(seed), seed, shown=seed not in (38, 39)) for seed in range(1, 41))
    run_list.add_session(Session(runs, selected=2))
    kept = {run.number: [record.epoch for record in run.history.kept()] for run in runs}

    assert whole * 40 > MOST_BYTES_KEPT >= sum(run.history.kept_bytes for run in runs)
    assert kept[1] == kept[38] == kept[39] == [0, 3, 10]
    for number in (2, 37, 40):  # the selected one, and the newest of those shown
        assert runs[number - 1].history.kept_bytes == whole


def test_a_name_ends_somewhere(run_list: RunList, three: list[RunHistory]) -> None:
    run_list.rename_selected()
    (editor,) = run_list.viewport().findChildren(QLineEdit)
    QApplication.clipboard().setText(10_000 * "x")
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert run_list.runs()[-1].name == LONGEST_NAME * "x"
    run_list.add_finished(three[0], 10_000 * "y")
    assert run_list.runs()[-1].name == LONGEST_NAME * "y"


def test_numbers_count_from_one_again_before_they_become_too_large_to_be_saved(
    run_list: RunList, three: list[RunHistory]
) -> None:
    huge = (ListedRun(three[0], LARGEST_NUMBER), ListedRun(three[1], 10**30), ListedRun(three[2], 0))
    run_list.add_session(Session(huge, baseline=10**30))
    run_list.add_finished(three[0])
    numbers = [run.number for run in run_list.runs()]

    assert numbers[3] == LARGEST_NUMBER
    assert len(set(numbers)) == 7
    assert all(1 <= number <= LARGEST_NUMBER for number in numbers)
    assert len(read_session(session_bytes(run_list.session())).runs) == 7
    assert run_list.runs()[4].baseline


def test_runs_of_a_session_whose_number_is_taken_get_another(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    run_list.make_baseline()
    mine = [trained(small(epochs=1, seed=seed)) for seed in (5, 6, 7)]
    session = Session(tuple(ListedRun(h, n) for h, n in zip(mine, (2, 4, 9), strict=True)), baseline=2, selected=4)
    run_list.add_session(session)

    numbers = _numbers(run_list)
    assert len(set(numbers)) == 6
    assert numbers[:3] == [1, 2, 3]
    assert numbers[4:] == [4, 9]
    assert run_list.session().baseline == 3  # the list's own stays
    assert run_list.selected() is mine[1]


def test_a_session_recolours_neither_the_runs_that_are_there_nor_more_of_its_own_than_it_must(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    mine = [trained(small(epochs=2, hidden=(2,), seed=seed)) for seed in (1, 2, 3)]
    run_list.add_session(Session(tuple(ListedRun(h, n) for h, n in zip(mine, (1, 5, 11), strict=True))))

    assert [(run.history, run.number) for run in run_list.runs()[:3]] == list(zip(three, (1, 2, 3), strict=True))
    numbers = {run.history: run.number for run in run_list.runs()[3:]}
    assert [numbers[history] for history in mine[1:]] == [5, 11]
    names = [run_colour(run.number, run_list.palette()).name() for run in run_list.runs()]
    assert len(set(names)) == 6, "that which has another number has a colour that none of them will have"


def test_an_empty_session_changes_nothing(run_list: RunList, three: list[RunHistory]) -> None:
    run_list.add_session(Session(()))
    assert _numbers(run_list) == [1, 2, 3]


# ------------------------------------------------------------------------------------------------------------- repeats


def test_repeats_are_one_entry_with_means_and_standard_deviations(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained, qtbot: QtBot
) -> None:
    repeats = [trained(small(epochs=2, seed=seed)) for seed in (1, 2, 3)]
    run_list.add_repeats(repeats[:1])
    assert run_list.runs()[3].repeats == (repeats[0],)
    assert run_list.selected_repeats() == ()
    for repeat in repeats[1:]:
        with qtbot.waitSignal(run_list.changed):
            run_list.add_to_repeats(repeats[0], repeat)

    assert run_list.topLevelItemCount() == 4
    drawn = run_list.runs()[3]
    assert drawn.repeats == run_list.selected_repeats() == tuple(repeats)
    assert drawn.name.startswith("3 seeds: No regularization")
    assert "seed 1" not in drawn.name
    accuracies = [100 * history.column("validation_accuracy")[-1] for history in repeats]
    mean, spread = np.mean(accuracies), np.std(accuracies, ddof=1)
    assert _texts(run_list, 3)[VALIDATION] == f"{mean:.1f}{NBSP}±{NBSP}{spread:.1f}{NBSP}%"
    assert _texts(run_list, 3)[SEED] == ""
    assert "seeds 1, 2, 3" in run_list.topLevelItem(3).toolTip(NAME)


def test_a_repeat_that_comes_after_its_run_was_removed_waits_with_it(
    run_list: RunList, small: Small, trained: Trained
) -> None:
    repeats = [trained(small(epochs=2, seed=seed)) for seed in (1, 2)]
    run_list.add_repeats(repeats[:1])
    run_list.remove_selected()
    run_list.add_to_repeats(*repeats)
    assert run_list.runs() == []
    run_list.undo_remove()
    assert run_list.runs()[0].repeats == tuple(repeats)


# -------------------------------------------------------------------------------------------------------------- fitting


def test_where_there_is_little_room_the_less_important_columns_are_left_out(
    run_list: RunList, three: list[RunHistory]
) -> None:
    run_list.make_baseline()
    assert not any(run_list.isColumnHidden(column) for column in range(11))
    run_list.resize(700, 200)
    assert run_list.isColumnHidden(SEED)
    assert not run_list.isColumnHidden(VALIDATION)
    assert run_list.columnWidth(NAME) >= 10 * run_list.fontMetrics().height()
    assert run_list.header().length() <= run_list.viewport().width()


def test_no_figure_is_wider_than_its_column(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    run_list.resize(2000, 200)
    run_list.make_baseline()
    run_list.add_repeats([trained(small(epochs=2, seed=seed)) for seed in (1, 2, 3)])
    metrics = run_list.fontMetrics()
    for row in range(4):
        for column in range(EPOCH, REMOVE):
            assert metrics.horizontalAdvance(_texts(run_list, row)[column]) < run_list.columnWidth(column)


def test_a_run_trained_elsewhere_is_selected_unless_one_goes_on(
    run_list: RunList, three: list[RunHistory], small: Small, trained: Trained
) -> None:
    first, second = trained(small(epochs=2, seed=7)), trained(small(epochs=2, seed=8))
    run_list.add_finished(first, "from a page")
    assert run_list.selected() is first
    assert run_list.runs()[-1].name == "from a page"
    assert not run_list.runs()[-1].live

    live = RunHistory(small(epochs=2, seed=9))
    run_list.add(live)
    run_list.add_finished(second)

    assert run_list.selected() is live
    assert _numbers(run_list) == [1, 2, 3, 4, 5, 6]


HAPPENINGS = (
    "nothing", "advance", "end", "add", "add finished", "add session", "remove it", "undo", "sort", "say anew"
)  # fmt: skip


@pytest.mark.parametrize(
    ("what", "sorted_by", "enter"),
    [  # each of the happenings meets each order, and both before and after Enter
        (what, order, (place + turn) % 2 == 0)
        for place, what in enumerate(HAPPENINGS)
        for turn, order in enumerate((None, NAME, VALIDATION))
    ],
)
def test_a_name_that_is_being_typed_is_kept_whatever_happens_to_the_list(
    run_list: RunList,
    three: list[RunHistory],
    small: Small,
    trained: Trained,
    what: str,
    sorted_by: int | None,
    enter: bool,
) -> None:
    other = trained(small(epochs=2, hidden=(3,), dropout=0.2))
    if sorted_by is not None:
        run_list.header().sectionClicked.emit(sorted_by)
    if what in ("advance", "end"):
        run_list.add(other)
    if what == "undo":
        run_list.select(three[2])
        run_list.remove_selected()
    run_list.select(three[1])
    run_list.rename_selected()
    (editor,) = run_list.viewport().findChildren(QLineEdit)
    QTest.keyClicks(editor, "A name")
    if enter:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    happen: dict[str, Callable[[], object]] = {
        "nothing": lambda: None,
        "advance": run_list.refresh_live,
        "end": lambda: run_list.set_ended(other),
        "add": lambda: run_list.add(other),
        "add finished": lambda: run_list.add_finished(other),
        "add session": lambda: run_list.add_session(Session((ListedRun(other, 1, "B"),), None, None)),
        "remove it": run_list.remove_selected,
        "undo": run_list.undo_remove,
        "sort": lambda: run_list.header().sectionClicked.emit(GAP),
        "say anew": run_list.retranslate,
    }
    happen[what]()
    QApplication.processEvents()
    for line in filter(QLineEdit.isVisible, run_list.viewport().findChildren(QLineEdit)):
        QTest.keyClicks(line, "!")
        QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()
    if what == "remove it":
        run_list.undo_remove()

    assert not any(line.isVisible() for line in run_list.viewport().findChildren(QLineEdit))
    (name,) = [run.name for run in run_list.runs() if run.history is three[1]]
    assert name in ("A name", "A name!")
    shown = [item.text(NAME) for item in map(run_list.topLevelItem, range(run_list.topLevelItemCount()))]
    assert sum(text.endswith(f" {name}") for text in shown) == 1
    if sorted_by == NAME and what != "sort":
        names = [re.sub(r"^\d+ +", "", text).casefold() for text in shown]
        assert names == sorted(names)


def test_swatches_of_one_colour_differ_in_shape(run_list: RunList) -> None:
    palette = run_list.palette()
    pictures = [run_swatch(number, palette, 20).pixmap(20, 20).toImage() for number in (1, 8, 15, 22)]
    for place, one in enumerate(pictures):
        assert one.pixelColor(10, 10) == run_colour(1, palette)
        assert all(one != other for other in pictures[:place])


def test_it_shows_only_the_runs_that_are_asked_for(run_list: RunList, three: list[RunHistory]) -> None:
    changes: list[bool] = []
    run_list.changed.connect(lambda: changes.append(True))

    run_list.show_only([three[2], three[0]])
    assert _numbers(run_list) == [1, 3]
    assert len(changes) == 1

    run_list.show_only([])
    assert run_list.all_hidden

    run_list.show_only([three[1]])
    assert _numbers(run_list) == [2]


def test_what_it_shows_only_is_not_looked_back_at(run_list: RunList, three: list[RunHistory]) -> None:
    changes: list[bool] = []
    for shown in ([three[1]], [three[1]], [three[0], three[1]]):
        run_list.select(three[1])
        run_list.look_at(1)
        assert next(run.epoch for run in run_list.runs() if run.selected) == 1
        changes.clear()
        run_list.changed.connect(lambda: changes.append(True))
        run_list.show_only(shown)
        run_list.changed.disconnect()
        assert [run.epoch for run in run_list.runs()] == [None] * len(shown)
        assert len(changes) == 1


def test_it_shows_repeats_by_any_of_them(run_list: RunList, small: Small, trained: Trained) -> None:
    repeats = [trained(small(epochs=1, hidden=(), seed=seed)) for seed in (1, 2)]
    run_list.add_finished(trained(small(epochs=2, hidden=())))
    run_list.add_repeats(repeats)

    run_list.show_only([repeats[1]])

    assert [run.repeats for run in run_list.runs()] == [tuple(repeats)]


def test_it_finds_the_run_of_an_experiment(run_list: RunList, three: list[RunHistory], small: Small) -> None:
    assert run_list.find_run(small(epochs=2, hidden=(3,), penalty="l2", lambda_=1.0)) is three[1]
    assert run_list.find_run(small(epochs=2, hidden=(3,), lambda_=5.0)) is three[0]  # λ makes no difference while off
    assert run_list.find_run(small(epochs=3, hidden=(3,))) is None


def test_it_finds_no_run_that_has_other_curves(run_list: RunList, small: Small, trained: Trained) -> None:
    experiment = small(epochs=2, hidden=())
    whole = trained(experiment)
    cut = whole.with_records(whole.kept())
    cut.experiment = replace(experiment, training=replace(experiment.training, epochs=5))
    changed = trained(small(epochs=2, hidden=(), seed=2))
    changed.changes.append(Changed(1.0, changed.experiment, experiment))
    run_list.add_finished(cut)
    run_list.add_finished(changed)
    run_list.add_repeats([whole, changed])
    run_list.add(whole)

    assert run_list.find_run(cut.experiment) is None
    assert run_list.find_run(changed.experiment) is None
    assert run_list.find_run(experiment) is None  # it is in progress

    run_list.set_ended()
    assert run_list.find_run(experiment) is whole
