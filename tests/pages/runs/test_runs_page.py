"""The page “what differs”: settings and figures of the runs side by side."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import AugmentationSpec, Experiment, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.runs_page import RunsPage
from nnreg_gui.pages.runs.settings_table import ROWS, SETTING_ROWS, row_titles
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.texts import percent_text
from nnreg_gui.window.language import Language

NBSP = "\N{NO-BREAK SPACE}"
Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def page(qtbot: QtBot) -> RunsPage:
    page = RunsPage()
    qtbot.addWidget(page)
    page.resize(960, 490)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def two(small: Small, trained: Trained) -> list[DrawnRun]:
    """Two runs that differ in their penalty; the first is the baseline."""
    off, l2 = small(epochs=3), small(epochs=3, penalty="l2", lambda_=10.0)
    return [DrawnRun(trained(off), 1, "Off", baseline=True), DrawnRun(trained(l2), 2, "L2 λ 10", selected=True)]


def _shown(page: RunsPage) -> dict[str, list[str]]:
    """Return the visible rows by title."""
    model = page.model
    return {
        model.headerData(row, Qt.Orientation.Vertical): [
            model.index(row, column).data() for column in range(model.columnCount())
        ]
        for row in range(model.rowCount())
        if not page.table.isRowHidden(row)
    }


def test_every_row_has_a_title() -> None:
    assert len(row_titles()) == ROWS


def test_only_the_rows_in_which_runs_differ_are_shown_and_f_shows_all(
    page: RunsPage, two: list[DrawnRun], qtbot: QtBot
) -> None:
    page.show_runs(two)
    rows = _shown(page)
    assert rows["Penalty"] == ["Off", "L2"]
    assert rows["λ"] == ["–", "10"]
    assert "Network" not in rows
    assert "Seed" not in rows

    with qtbot.waitSignal(page.only_differing.toggled):
        QTest.keyClick(page, Qt.Key.Key_V)
    rows = _shown(page)
    assert len(rows) >= ROWS - 1  # two rows have the title “… in epoch”
    assert rows["Network"] == ["784-5-10", "784-5-10"]
    faint = page.palette().placeholderText().color()
    network = row_titles().index("Network")
    assert page.model.index(network, 0).data(Qt.ItemDataRole.ForegroundRole) == faint
    assert page.model.index(row_titles().index("Penalty"), 0).data(Qt.ItemDataRole.ForegroundRole) is None
    QTest.mouseClick(page.only_differing, Qt.MouseButton.LeftButton)
    assert "Network" not in _shown(page)


def test_wrong_labels_have_rows_that_are_empty_for_a_run_without(
    page: RunsPage, two: list[DrawnRun], small: Small, trained: Trained
) -> None:
    experiment = small(epochs=3)
    lying = trained(replace(experiment, data=replace(experiment.data, wrong_labels=0.25)))
    page.show_runs([two[0], DrawnRun(lying, 2, "Lies", selected=True)])
    rows = _shown(page)
    assert lying.newest is not None
    assert lying.newest.wrong_labels_learnt is not None
    assert lying.newest.right_in_spite is not None

    assert rows["Wrong labels"] == ["–", f"25{NBSP}%"]
    assert rows["Wrong labels learnt"] == ["–", percent_text(lying.newest.wrong_labels_learnt)]
    assert rows["Right in spite of them"] == ["–", percent_text(lying.newest.right_in_spite)]


def test_of_a_single_run_everything_is_shown(page: RunsPage, two: list[DrawnRun]) -> None:
    page.show_runs(two[:1])
    rows = _shown(page)
    assert rows["Network"] == ["784-5-10"]
    assert not any("★" in text for texts in rows.values() for text in texts)


def test_figures_say_the_difference_to_the_baseline_and_the_best_is_marked(page: RunsPage, two: list[DrawnRun]) -> None:
    page.show_runs(two)
    accuracies = [run.history.column("validation_accuracy")[-1] for run in two]
    assert accuracies[0] != accuracies[1]
    texts = _shown(page)["Validation accuracy"]
    points = 100 * (accuracies[1] - accuracies[0])
    assert texts[1].endswith(f"({'+' if points > 0 else '−'}{abs(points):.1f})")
    assert "(" not in texts[0]
    best = int(np.argmax(accuracies))
    assert [text.startswith("★") for text in texts] == [place == best for place in range(2)]
    row = row_titles().index("Validation accuracy")
    assert page.model.index(row, best).data(Qt.ItemDataRole.FontRole).bold()
    assert page.model.index(row, 1 - best).data(Qt.ItemDataRole.FontRole) is None


def test_a_smaller_gap_is_the_better_one_and_the_training_accuracy_is_neither(
    page: RunsPage, two: list[DrawnRun]
) -> None:
    page.show_runs(two)
    rows = _shown(page)
    gaps = [run.history.column("training_accuracy")[-1] - run.history.column("validation_accuracy")[-1] for run in two]
    assert rows["Gap (points)"][int(np.argmin(gaps))].startswith("★")
    assert "★" not in "".join(rows["Training accuracy"])


def test_without_a_baseline_there_are_no_differences(page: RunsPage, two: list[DrawnRun]) -> None:
    page.show_runs([replace(run, baseline=False) for run in two])
    assert not any("(" in text for texts in _shown(page).values() for text in texts)


def test_a_column_carries_number_name_and_colour_of_its_run(page: RunsPage, two: list[DrawnRun]) -> None:
    page.show_runs(two)
    heads = [page.model.headerData(column, Qt.Orientation.Horizontal) for column in range(2)]
    assert heads == ["1  ◆ Off", "2  L2 λ 10"]
    for column, run in enumerate(two):
        icon = page.model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole)
        side = icon.availableSizes()[0].height()
        colour = icon.pixmap(side, side).toImage().pixelColor(side // 2, side // 2)
        assert colour == run_colour(run.number, page.palette())


def test_augmentation_stopping_and_changes_in_mid_run_are_settings(page: RunsPage, small: Small) -> None:
    before = small(epochs=3, penalty="l2", lambda_=0.1)
    stopping = StoppingSpec(rule="gl", parameter=5)
    other = replace(
        before, augmentation=AugmentationSpec(rotation=15), training=replace(before.training, stopping=stopping)
    )
    changed = RunHistory(before)
    after = replace(before, regularization=replace(before.regularization, lambda_=1.0))
    changed.add(Changed(0.5, before, after))
    rows = RunHistory(before).rows
    histories = [RunHistory.restored(e, np.zeros(2, rows.dtype), (), changes=c) for e, c in
                 ((before, changed.changes), (other, ()))]  # fmt: skip
    page.show_runs([DrawnRun(history, number) for number, history in enumerate(histories, start=1)])
    shown = _shown(page)
    assert shown["λ"] == ["0.1 → 1", "0.1"]
    assert shown["Augmentation"] == ["Off", "rotation ±15°"]
    assert shown["Early stopping"] == ["no early stopping", "stop: GL 5"]


def test_repeats_are_one_column_of_means(page: RunsPage, small: Small, trained: Trained) -> None:
    repeats = tuple(trained(small(epochs=2, seed=seed)) for seed in (1, 2))
    page.show_runs([DrawnRun(repeats[0], 1, "2 seeds: Off", repeats=repeats), DrawnRun(repeats[0], 2, "Off")])
    rows = _shown(page)
    assert rows["Seed"] == ["1, 2", "1"]
    assert f"{NBSP}±{NBSP}" in rows["Validation accuracy"][0]


def test_the_table_follows_a_run_that_goes_on_and_tells_only_of_what_has_changed(
    page: RunsPage, two: list[DrawnRun], qtbot: QtBot
) -> None:
    whole = two[1].history
    live = RunHistory(whole.experiment)
    records = list(whole.kept())
    live.add(records[0])
    runs = [two[0], DrawnRun(live, 2, "live", live=True)]
    page.show_runs(runs)
    for record in records[1:3]:
        live.add(record)
        with qtbot.assertNotEmitted(page.model.modelReset):
            page.show_runs(runs)
        assert percent_text(record.validation_accuracy) in _shown(page)["Validation accuracy"][1]
    changed: list[int] = []
    page.model.dataChanged.connect(lambda first, last: changed.append(first.row()))
    page.show_runs(runs)
    assert changed == []
    live.add(records[3])
    page.show_runs(runs)
    assert row_titles().index("Training accuracy") in changed
    assert all(row >= SETTING_ROWS for row in changed)


def test_what_is_seen_is_copied_for_a_spreadsheet(page: RunsPage, two: list[DrawnRun], qtbot: QtBot) -> None:
    page.show_runs(two)
    with qtbot.waitSignal(page.copy_button.clicked):
        QTest.keyClick(page, Qt.Key.Key_U)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "\t1 Off\t2 L2 λ 10"
    assert "Penalty\tOff\tL2" in lines
    assert not any(line.startswith("Network\t") for line in lines)
    accuracy = next(line for line in lines if line.startswith("Validation accuracy\t"))
    assert accuracy.split("\t")[1:] == [
        percent_text(run.history.column("validation_accuracy")[-1]).replace(NBSP, " ") for run in two
    ]


def test_without_runs_the_page_says_what_will_be_here(page: RunsPage, two: list[DrawnRun]) -> None:
    def said() -> list[str]:
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    assert any("side by side" in text for text in said())
    assert not page.copy_button.isEnabled()
    page.show_runs(two)
    assert page.table.isVisible()
    assert page.copy_button.isEnabled()
    page.all_hidden = True
    page.show_runs([])
    assert any("All runs are hidden" in text for text in said())


def test_another_language_writes_the_numbers_its_way(
    page: RunsPage, two: list[DrawnRun], language: Language, qtbot: QtBot
) -> None:
    page.show_runs(two)
    language.switch("cs")
    row = row_titles().index(row_titles()[SETTING_ROWS + 2])
    qtbot.waitUntil(lambda: "," in page.model.index(row, 0).data())


def test_many_runs_scroll_and_a_click_does_not_take_the_keyboard(page: RunsPage, two: list[DrawnRun]) -> None:
    page.show_runs([replace(two[0], number=number, baseline=False) for number in range(1, 13)])
    assert page.table.horizontalScrollBar().maximum() > 0
    assert page.table.columnWidth(0) >= 9 * page.fontMetrics().height()
    page.setFocus()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton)
    assert not page.table.hasFocus()


def test_runs_that_come_while_the_page_is_open_share_its_width(
    page: RunsPage, two: list[DrawnRun], qtbot: QtBot
) -> None:
    page.show_runs([])
    qtbot.waitUntil(page.table.isHidden)
    page.show_runs(two)
    qtbot.waitUntil(page.table.isVisible)
    wide = page.table.columnWidth(0)
    page.fit()
    assert page.table.columnWidth(0) == wide, "as after the next resize"

    repeated = replace(two[1], repeats=(two[1].history, two[0].history))
    page.resize(300, 490)
    narrow = page.table.columnWidth(0)
    page.show_runs([two[0], repeated])
    assert page.table.columnWidth(0) > narrow, "a mean takes more room with its spread"


def test_only_the_table_that_is_shown_is_said_to_be_on_the_clipboard(page: RunsPage, two: list[DrawnRun]) -> None:
    page.show_runs(two)
    page.copy()
    page.show_runs(two)
    assert page._about.text() == "The table is on the clipboard."
    page.show_runs([replace(two[0], baseline=False), replace(two[1], baseline=True)])
    assert "the difference to run 2" in page._about.text()

    page.copy()
    page.only_differing.click()
    assert "the difference to run 2" in page._about.text()
