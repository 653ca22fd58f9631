"""The window as a lecturer uses it: keys, clicks and what they show, with a real engine process and real MNIST."""

import multiprocessing
import os
import re
import signal
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from threading import Event
from time import monotonic

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QPalette,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.pages.outcome import outcome_text
from nnreg_gui.pages.weights.weights_page import WeightsPage
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import State
from nnreg_gui.system_information import system_information
from nnreg_gui.widgets.folding_group import FoldingGroup
from nnreg_gui.widgets.texts import percent_text
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User
from tests.fixture_types import SameCurves, Small, Trained

WAIT = 10_000
A_SECOND = 1.0
ENDLESS = 100_000  # epochs
NBSP = "\N{NO-BREAK SPACE}"
CTRL = Qt.KeyboardModifier.ControlModifier
NAME, REMOVE = 0, 10  # columns of the list of runs
SCENARIOS = load_scenarios(resource_path("scenarios"))


pytestmark = pytest.mark.usefixtures("patient")


def _items(plot: EpochPlot, kind: type) -> list:
    return [item for item in plot.view.childGroup.childItems() if type(item) is kind and item.isVisible()]


def _last_epoch(plot: EpochPlot) -> float:
    """Return where the longest curve of a plot ends."""
    ends = [curve.getData()[0].max() for curve in _items(plot, Curve) if len(curve.getData()[0])]
    return round(max(ends, default=-1.0), 9)  # dashes end at pixels


def _marks(plot: EpochPlot) -> list[tuple[float, str]]:
    return [(line.value(), line.label.format) for line in _items(plot, pg.InfiniteLine) if hasattr(line, "label")]


def _labels(window: QWidget, part: str) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if part in label.text() and label.isVisible()]


def _tiles(window: MainWindow) -> dict[str, str]:
    return {name: tile.accessibleDescription() for name, tile in window.learning.tiles.items()}


def _sees_engine(user: User) -> int:
    """Wait until the window has its engine process, and return its id."""
    user.wait(lambda: user.window.control.engine_pid is not None)
    return user.window.control.engine_pid


# ------------------------------------------------------------------------------------------------- the first minute


def test_the_window_opens_ready_and_space_trains_the_run_that_overfits(user: User) -> None:
    window = user.window
    assert window.panel.value() == Experiment()
    assert "Space" in window.sentence.text()
    assert len(_labels(window.learning, "Here")) == 4

    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(3)
    assert user.state is State.RUNNING
    assert user.history.experiment == Experiment()
    assert _labels(window.learning, "Here") == []
    assert _last_epoch(window.learning.accuracy) >= 2


def test_l2_by_a_click_lambda_by_keys_start_by_space(
    user: User, small: Small, trained: Trained, same_curves: SameCurves
) -> None:
    user.show(small(epochs=10))
    user.choose("L2")
    user.type("λ", "0.5")
    assert user.state is State.IDLE, "Enter commits the number"
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()

    expected = small(epochs=10, penalty="l2", lambda_=0.5)
    assert user.history.experiment == expected
    assert same_curves(user.history, trained(expected))
    assert len(user.history) == 11
    for plot in (user.window.learning.cost, user.window.learning.accuracy):
        assert _last_epoch(plot) == 10
    assert len(_items(user.window.learning.cost, Curve)) == 3


def test_enter_commits_a_number_and_starts_nothing_and_a_start_commits_it_too(user: User, small: Small) -> None:
    user.show(small(epochs=3))
    user.choose("L2")
    for key, number in ((Qt.Key.Key_Return, 0.7), (Qt.Key.Key_Enter, 0.8)):
        user.type_only("λ", str(number))
        user.key(key)
        assert user.window.panel.value().regularization.lambda_ == number
        assert user.state is State.IDLE
        assert user.history is None

    for start, number in ((lambda: user.key(Qt.Key.Key_Space), 0.5), (lambda: user.click("start"), 0.6)):
        user.type_only("λ", str(number))
        start()
        user.wait_for_end()
        assert user.history.experiment.regularization.lambda_ == number


# ---------------------------------------------------------------------------------------- pause, step, stop, rewind


def test_space_pauses_and_goes_on_and_n_trains_one_epoch(
    user: User, small: Small, trained: Trained, same_curves: SameCurves, qtbot: QtBot
) -> None:
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    user.key(Qt.Key.Key_Space)
    user.wait_for_hold()
    epoch, drawn = user.history.newest.epoch, _last_epoch(user.window.learning.cost)
    with qtbot.assertNotEmitted(user.window.control.advanced, wait=100):
        assert user.button("start").text() == "Continue"
    assert drawn == epoch == user.history.newest.epoch

    for steps in (1, 2):
        user.key(Qt.Key.Key_N)
        user.wait_for_hold()
        assert user.history.newest.epoch == epoch + steps
    assert _last_epoch(user.window.learning.cost) == epoch + 2
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(epoch + 5)
    assert user.state is State.RUNNING
    assert user.history.changes == []


def test_the_buttons_do_what_the_keys_do_and_stand_ready_only_when_they_can(user: User, small: Small) -> None:
    def enabled() -> set[str]:
        return {name for name in ("start", "pause", "step", "stop", "rewind") if user.button(name).isEnabled()}

    user.show(small(epochs=ENDLESS))
    assert enabled() == {"start", "step", "rewind"}
    _check_keys(user.window)
    user.click("start")
    assert enabled() == {"pause", "step", "stop", "rewind"}
    user.wait_for_epoch(1)
    _check_keys(user.window)
    user.click("pause")
    user.wait_for_hold()
    assert enabled() == {"start", "step", "stop", "rewind"}
    _check_keys(user.window)
    user.click("step")
    user.wait_for_hold()
    user.click("start")
    user.wait_for_epoch(3)
    user.key(Qt.Key.Key_Space)
    user.wait_for_hold()  # a click on a button leaves the space bar to the run
    user.click("stop")
    user.wait_for_end()
    assert enabled() == {"start", "step", "rewind"}
    assert user.history.test_accuracy is not None


def test_rewind_and_space_draw_the_same_curve_again_and_new_weights_another(
    user: User, small: Small, same_curves: SameCurves
) -> None:
    user.show(small(epochs=6))
    user.click("start")
    user.wait_for_end()
    first = user.history
    user.key(Qt.Key.Key_Backspace)
    user.wait_for_hold()
    assert len(user.history) == 1
    assert "Untrained" in user.window.sentence.text()
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    second = user.history
    assert second is not first
    assert same_curves(first, second)
    assert len(second) == 7

    user.key(Qt.Key.Key_W)
    user.wait_for_hold()
    assert user.window.panel.value().seed == 2
    assert not same_curves(first, user.history)


def test_tiles_and_sentence_say_how_a_run_ended_and_h_hides_it(user: User, small: Small) -> None:
    user.show(small(epochs=4))
    user.click("start")
    user.wait_for_end()
    window, accuracy = user.window, percent_text(user.history.test_accuracy)
    assert window.sentence.text() == outcome_text(user.history)
    assert f"Test accuracy at epoch 4: {accuracy}." in window.sentence.text()
    newest, tiles = user.history.newest, _tiles(window)
    assert tiles["training"] == percent_text(newest.training_accuracy)
    assert tiles["validation"] == percent_text(newest.validation_accuracy)
    assert tiles["gap"] == f"{100 * (newest.training_accuracy - newest.validation_accuracy):.1f}"
    assert float(tiles["largest_weight"]) == pytest.approx(max(layer.largest for layer in newest.layers), rel=0.01)
    assert "Epoch 4 of 4" in " ".join(label.text() for label in window.progress.findChildren(QLabel))

    user.key(Qt.Key.Key_H)
    assert len(_labels(window.learning, "All runs are hidden")) == 4
    assert len(window.run_list.runs()) == 0
    user.key(Qt.Key.Key_H)
    assert _labels(window.learning, "All runs are hidden") == []
    assert _last_epoch(window.learning.accuracy) == 4

    user.key(Qt.Key.Key_F2)
    user.wait(lambda: "estovací přesnost" in window.sentence.text())
    assert accuracy.replace(".", ",") in window.sentence.text()
    assert window.sentence.text() == outcome_text(user.history)


# -------------------------------------------------------------------------------------------------- changes in mid-run


def test_an_impossible_lambda_starts_nothing_and_in_mid_run_only_possible_changes_are_made_and_marked(
    user: User, small: Small
) -> None:
    user.choose("L2")
    user.type("λ", "2000")
    assert not user.button("start").isEnabled()
    assert not user.button("step").isEnabled()
    assert len(_labels(user.window.panel, "ηλ/n = 1 ")) == 1
    user.key(Qt.Key.Key_Space)
    assert user.state is State.IDLE
    user.type("λ", "1")
    assert user.button("start").isEnabled()
    assert _labels(user.window.panel, "ηλ/n = 1 ") == []

    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    history = user.history
    user.choose("L2")
    user.wait(lambda: len(history.changes) == 1)
    assert history.current_experiment.regularization == RegularizationSpec(penalty="l2", lambda_=0.1)
    user.wait(lambda: [text for _, text in _marks(user.window.learning.cost)] == ["Off → L2, λ 0 → 0.1"])

    user.wait_for_epoch(len(history) + 3)
    user.type("λ", "1")
    user.wait(lambda: len(history.changes) == 2)
    at = history.changes[1].epoch
    user.wait_for_epoch(int(at) + 3)
    assert user.history is history
    assert user.state is State.RUNNING
    assert _marks(user.window.learning.cost)[1:] == [(at, "λ 0.1 → 1")]
    assert user.window.run_list.topLevelItem(0).text(NAME).endswith("Off → L2, λ 0 → 0.1; λ 0.1 → 1")
    before, after = history.column("penalty")[int(at)], history.column("penalty")[int(at) + 2]
    assert after > 3 * before

    user.type("λ", "200")
    assert len(_labels(user.window.panel, "ηλ/n = 1 ")) == 1
    user.wait_for_epoch(len(history) + 3)
    assert user.state is State.RUNNING
    assert len(history.changes) == 2
    assert user.button("stop").isEnabled()


def test_a_change_of_the_network_asks_for_a_new_run_which_start_begins(user: User, small: Small) -> None:
    window = user.window
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    first = user.history
    user.unfold("Network")
    user.type("Neurons 1", "7")
    assert len(_labels(window.panel, "needs a new run")) == 1
    assert first.changes == []
    user.type("Neurons 1", "5")
    assert _labels(window.panel, "needs a new run") == []
    user.type("Neurons 1", "7")
    user.key(Qt.Key.Key_Space)
    user.wait(lambda: user.history is not first and len(user.history) > 1)

    assert user.history.experiment.network.hidden == (7,)
    assert window.run_list.topLevelItemCount() == 2
    assert first.test_accuracy is not None
    assert _labels(window.panel, "needs a new run") == []


# -------------------------------------------------------------------------------------------------------- several runs


def _three_runs(user: User, small: Small) -> list[RunHistory]:
    """Train three short runs; the last one is selected."""
    histories = []
    for experiment in (
        small(epochs=3),
        small(epochs=3, penalty="l2", lambda_=1.0),
        small(epochs=3, hidden=(4, 3), penalty="l1", lambda_=1.0),
    ):
        user.show(experiment)
        user.click("start")
        user.wait_for_end()
        histories.append(user.history)
    return histories


def _click_run(window: MainWindow, row: int, column: int) -> None:
    index = window.run_list.model().index(row, column)
    QTest.mouseClick(
        window.run_list.viewport(), Qt.MouseButton.LeftButton, pos=window.run_list.visualRect(index).center()
    )


def _colours(plot: EpochPlot) -> set[str]:
    return {curve.opts["pen"].color().name() for curve in _items(plot, Curve)}


def test_runs_are_compared_hidden_selected_and_removed(user: User, small: Small) -> None:
    three_runs = _three_runs(user, small)
    window = user.window
    plot, runs = window.learning.accuracy, window.run_list
    names = [runs.topLevelItem(row).text(NAME).split(maxsplit=1) for row in range(3)]
    assert names == [["1", "No regularization, 784-5-10"], ["2", "L2 λ 1, 784-5-10"], ["3", "L1 λ 1, 784-4-3-10"]]
    all_colours = _colours(plot)
    assert len(all_colours) == 3
    assert len(window.learning.histograms) == 3

    # Select another run: tiles, histograms and the sentence are about it.
    _click_run(window, 0, 3)
    assert window.run_list.selected() is three_runs[0]
    assert _tiles(window)["training"] == percent_text(three_runs[0].newest.training_accuracy)
    assert window.sentence.text() == outcome_text(three_runs[0])
    assert len(window.learning.histograms) == 2

    # Clear the check mark of the second, and set it again.
    item = runs.topLevelItem(1)
    item.setCheckState(NAME, Qt.CheckState.Unchecked)
    assert len(_colours(plot)) == 2
    assert _colours(plot) < all_colours
    item.setCheckState(NAME, Qt.CheckState.Checked)
    assert _colours(plot) == all_colours

    # The crosshair shows values of all visible runs.
    window.learning.accuracy.epoch_hovered.emit(2.0)
    (values,) = _labels(window.learning.accuracy, "Epoch 2")
    for history in three_runs:
        assert percent_text(history.column("validation_accuracy")[2]) in values

    # Remove the first with Del, the second with its cross: the third keeps its colour.
    swatch_of_third = runs.topLevelItem(2).icon(NAME).pixmap(16, 16).toImage()
    user.key(Qt.Key.Key_Delete)
    assert runs.topLevelItemCount() == 2
    _click_run(window, 0, REMOVE)
    assert runs.topLevelItemCount() == 1
    assert _colours(plot) == {swatch_of_third.pixelColor(8, 8).name()}
    assert _colours(plot) < all_colours
    assert runs.selected() is three_runs[2]


def test_a_run_that_takes_the_number_of_a_removed_one_is_drawn_as_it_is(user: User, small: Small) -> None:
    """Even if another page was visible while they changed places."""
    window = user.window
    user.show(small(epochs=3))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    window.tabs.setCurrentIndex(1)
    user.key(Qt.Key.Key_Delete)
    user.show(small(epochs=3, seed=9))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    window.tabs.setCurrentIndex(0)

    values = user.history.column("training_accuracy")
    solid = [curve.getData()[1] for curve in _items(window.learning.accuracy, Curve)]
    assert any(len(y) == 6 and np.allclose([*y[::2], y[-1]], values) for y in solid)


def test_the_weights_page_draws_a_tile_for_each_neuron(user: User, small: Small, trained: Trained) -> None:
    window = user.window
    for hidden in ((), (7, 3)):
        window.run_list.add_finished(trained(small(epochs=1, hidden=hidden)))
        user.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
        page = window.tabs.page
        assert isinstance(page, WeightsPage)
        image = next(i for i in page.images.view.childGroup.childItems() if isinstance(i, pg.ImageItem))
        sheet = image.image
        tiles = sheet.reshape(sheet.shape[0] // 30, 30, sheet.shape[1] // 30, 30).swapaxes(1, 2).reshape(-1, 900)

        assert np.count_nonzero(tiles.any(1)) == (hidden[0] if hidden else 10)
        user.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        assert window.tabs.page is window.learning
        assert len(window.learning.histograms) == len(hidden) + 1


# ------------------------------------------------------------------------------------------------------------ keyboard


def test_space_starts_wherever_the_focus_is_but_in_a_check_box_reached_by_tab(
    window: MainWindow, user: User, small: Small
) -> None:
    user.show(small(epochs=2, penalty="l2", lambda_=0.1))
    user.focus(user.box("λ"))
    user.key(Qt.Key.Key_Tab)
    biases = QApplication.focusWidget()
    assert isinstance(biases, QCheckBox)
    user.key(Qt.Key.Key_Space)
    assert biases.isChecked()
    assert window.panel.value().regularization.penalize_biases
    assert user.state is State.IDLE
    assert user.history is None

    presses = (
        lambda: user.focus(user.box("λ")),
        lambda: user.focus(window.run_list),
        lambda: user.focus(user.box("Dropout p")),
        lambda: user.choose("L1"),
        lambda: user.unfold("Data"),
        lambda: QTest.mouseClick(biases, Qt.MouseButton.LeftButton, pos=QPoint(8, biases.height() // 2)),
    )
    for number, press in enumerate(presses, start=1):
        press()
        before = user.history
        user.key(Qt.Key.Key_Space)
        user.wait(lambda before=before: user.history is not before)
        user.wait_for_end()
        assert window.run_list.topLevelItemCount() == number

    theme = window.appearance.theme
    user.key(Qt.Key.Key_T, at=user.box("λ"))
    assert window.appearance.theme != theme, "letters are keys of the program, too"
    assert user.box("λ").text() == "0.1"


def test_every_action_has_a_text_a_key_and_a_tool_tip_that_names_it_in_both_languages(user: User) -> None:
    window, texts = user.window, {}
    for language in ("en", "cs"):
        assert user.button("start").toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        actions = window.findChildren(QAction, options=Qt.FindChildOption.FindDirectChildrenOnly)
        actions = [action for action in actions if action.objectName()]
        assert len(actions) >= 23
        for action in actions:
            key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            assert action.text(), action.objectName()
            assert key, action.objectName()
            assert action.toolTip().endswith(f" ({key})"), action.objectName()
            assert len(action.toolTip()) > len(key) + 5, action.objectName()
        texts[language] = {action.objectName(): (action.text(), action.toolTip()) for action in actions}
        user.key(Qt.Key.Key_F2)
        user.wait(lambda language=language: (window.windowTitle()[-10:] == "l networks") == (language == "cs"))
    same = {name for name, (text, _) in texts["en"].items() if texts["cs"][name][0] == text}
    assert same <= {"start", "stop", "panel"}, "their words are the same"
    assert all(texts["en"][name][1] != texts["cs"][name][1] for name in texts["en"])
    assert user.button("start").toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon


def _check_keys(window: MainWindow) -> None:
    """Check that no two actions share a key, and that tool tips name the present one."""
    owners = {
        action.text(): {sequence.toString() for sequence in action.shortcuts()}
        for action in window.findChildren(QAction)
        if action.shortcuts()
    }
    owners |= {f"page {shortcut.key().toString()}": {shortcut.key().toString()} for shortcut in
               window.findChildren(QShortcut)}  # fmt: skip
    assert len(owners) > 30
    for (one, its), (other, others) in combinations(owners.items(), 2):
        assert not its & others, f"{one} and {other}"
    for name in ("start", "pause"):
        action = window.actions_by_name[name]
        assert action.toolTip().endswith(f" ({action.shortcut().toString()})")
    space = "pause" if window.control.state is State.RUNNING else "start"
    assert window.actions_by_name[space].shortcut() == QKeySequence("Space")


def effective_tool_tip(widget: QWidget | None) -> str:
    """Return the tool tip on hovering: a widget without one shows its parent's."""
    while widget is not None and not widget.toolTip():
        widget = None if widget.isWindow() else widget.parentWidget()
    return widget.toolTip() if widget is not None else ""


def test_every_control_has_a_tool_tip_and_a_name_for_screen_readers(user: User, small: Small) -> None:
    window = user.window
    user.show(small(epochs=1, hidden=(5, 4, 3), penalty="l2", lambda_=0.1, dropout=0.1))
    for group in ("Data", "Network", "Cost", "Training"):
        user.unfold(group)
    window.message.tell_problem(ValueError("a message"))
    _check_names(window)
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.tabs.tabText(0) == "Učení")
    window.tabs.open_page("learning")
    _check_names(window)


def _check_names(window: MainWindow) -> None:
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QAbstractItemView)
    parts_of_qt = ("QScrollBar", "QHeaderView", "QComboBoxListView", "QToolBarExtension")
    controls = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisibleTo(window)
        and widget.metaObject().className() not in parts_of_qt
    ]
    assert len(controls) > 40
    for control in controls:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text, f"{type(control).__name__} in {type(control.parent()).__name__}"
        assert effective_tool_tip(control), f"{control.accessibleName() or text} ({type(control).__name__})"
    tab_bar = window.tabs.findChild(QTabBar)
    for place in range(tab_bar.count()):
        assert f"(Alt+{place % 8 + 1})" in tab_bar.tabToolTip(place)  # two groups of eight
    for tile in window.learning.tiles.values():
        assert tile.toolTip()
        assert tile.accessibleName()
    window.tabs.open_page("weights")
    assert isinstance(window.tabs.page, WeightsPage)
    images = window.tabs.page.images
    for plot in (window.learning.cost, window.learning.accuracy, *window.learning.histograms, images):
        assert plot.view.getViewWidget().accessibleName()


# ---------------------------------------------------------------------------------------------------------------- view


def test_the_text_grows_and_shrinks_by_keys_from_80_to_250_percent(user: User, qapp: QApplication) -> None:
    normal = qapp.font().pointSizeF()

    def zoom() -> float:
        return round(qapp.font().pointSizeF() / normal, 2)

    user.key(Qt.Key.Key_Plus, CTRL)
    assert zoom() == 1.1
    for _ in range(12):
        user.key(Qt.Key.Key_Plus, CTRL)
    assert zoom() == 2.5
    user.key(Qt.Key.Key_0, CTRL)
    assert zoom() == 1.0
    for _ in range(5):
        user.key(Qt.Key.Key_Minus, CTRL)
    assert zoom() == 0.8
    user.wait(lambda: user.window.fontMetrics().height() < 20)


def test_parts_fold_by_keys_and_where_there_is_no_room_and_come_back(user: User) -> None:
    window = user.window
    for key, part, name in ((Qt.Key.Key_F9, window.panel, "panel"), (Qt.Key.Key_F8, window.run_list, "runs")):
        assert part.isVisible()
        assert window.actions_by_name[name].isChecked()
        user.key(key)
        assert not part.isVisible()
        assert not window.actions_by_name[name].isChecked()
        user.key(key)
        assert part.isVisible()

    for _ in range(5):
        user.key(Qt.Key.Key_Plus, CTRL)
    user.wait(lambda: not window.panel.isVisible())
    window.resize(1920, 1080)
    user.wait(lambda: window.panel.isVisible() and window.run_list.isVisible())

    window.resize(1280, 720)
    for _ in range(4):
        user.key(Qt.Key.Key_Plus, CTRL)
    user.wait(lambda: not window.panel.isVisible())
    assert not window.actions_by_name["panel"].isChecked()
    user.key(Qt.Key.Key_F9)
    assert window.panel.isVisible()
    user.key(Qt.Key.Key_0, CTRL)
    user.wait(lambda: window.run_list.isVisible())
    assert window.panel.isVisible()


def test_f11_fills_the_screen_and_gives_it_back_whoever_has_filled_it(
    user: User, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window, action = user.window, user.window.actions_by_name["full_screen"]
    user.key(Qt.Key.Key_F11)
    user.wait(window.isFullScreen)
    user.key(Qt.Key.Key_F11)
    user.wait(lambda: not window.isFullScreen())

    window.showFullScreen()
    user.wait(action.isChecked)
    user.key(Qt.Key.Key_F11)
    user.wait(lambda: not window.isFullScreen())
    assert not action.isChecked()

    user.key(Qt.Key.Key_F11)
    user.wait(window.isFullScreen)
    window.close()
    again = User(open_window(resized=False), qtbot)
    assert again.window.isFullScreen(), "as it was left last time"
    again.key(Qt.Key.Key_F11)
    again.wait(lambda: not again.window.isFullScreen())


def test_l_makes_the_axis_logarithmic_and_home_takes_a_zoom_back(user: User, small: Small) -> None:
    user.show(small(epochs=10))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    cost, accuracy = user.window.learning.cost, user.window.learning.accuracy
    assert _last_epoch(cost) == 10
    user.key(Qt.Key.Key_L)
    assert _last_epoch(cost) == pytest.approx(1)
    assert _last_epoch(accuracy) == pytest.approx(1)
    user.key(Qt.Key.Key_L)
    assert _last_epoch(cost) == 10

    whole = cost.view.viewRange()
    viewport = cost.view.getViewWidget().viewport()
    place = QPointF(viewport.rect().center())
    QTest.mouseMove(viewport, place.toPoint())
    wheel = QWheelEvent(
        place, viewport.mapToGlobal(place), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, wheel)
    seen = cost.view.viewRange()[0]
    assert seen[1] - seen[0] < whole[0][1] - whole[0][0]
    assert accuracy.view.viewRange()[0] == pytest.approx(seen), "both plots have one axis of epochs"
    user.key(Qt.Key.Key_Home)
    assert cost.view.viewRange() == [pytest.approx(axis) for axis in whole]
    assert accuracy.view.viewRange()[0] == pytest.approx(whole[0])


def test_language_and_theme_are_switched_by_keys_and_in_the_menu_while_it_trains(
    user: User, small: Small, qapp: QApplication
) -> None:
    window = user.window
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    history = user.history
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.tabs.tabText(1) == "Váhy")
    user.key(Qt.Key.Key_T)
    user.wait(lambda: window.palette().color(QPalette.ColorRole.Window).lightness() < 60)
    epoch = history.newest.epoch
    user.wait_for_epoch(epoch + 3)

    assert user.history is history
    assert user.state is State.RUNNING
    assert history.changes == []
    assert user.button("pause").text() == "Pauza"
    assert re.fullmatch(rf"\d+,\d{NBSP}%", _tiles(window)["training"])
    assert user.box("λ").text() == "0"
    assert window.learning.cost.view.getViewWidget().backgroundBrush().color().lightness() < 60
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.tabs.tabText(1) == "Weights")
    assert re.fullmatch(rf"\d+\.\d{NBSP}%", _tiles(window)["training"])
    choices = {action.text(): action for action in window.findChildren(QAction) if action.isCheckable()}
    assert choices["English"].isChecked()
    choices["High contrast"].trigger()
    user.wait(lambda: window.palette().color(QPalette.ColorRole.Window).name() == "#000000")
    assert choices["High contrast"].isChecked()
    choices["Čeština"].trigger()
    user.wait(lambda: choices["High contrast"].text() == "Vysoký kontrast")
    assert choices["Čeština"].isChecked()
    assert not choices["English"].isChecked()


def test_language_theme_zoom_and_size_come_back_in_the_next_window(
    open_window: Callable[..., MainWindow], qtbot: QtBot, settings: QSettings, qapp: QApplication
) -> None:
    first = open_window()
    user = User(first, qtbot)
    normal = qapp.font().pointSizeF()
    user.key(Qt.Key.Key_F2)
    user.key(Qt.Key.Key_T)
    for _ in range(2):
        user.key(Qt.Key.Key_Minus, CTRL)
    size = QSize(770, 610)  # smaller than the screen, or the system would shrink it
    user.wait(lambda: first.minimumSizeHint().boundedTo(size) == first.minimumSizeHint())
    first.resize(size)
    first.close()
    settings.sync()
    qapp.setFont(first.font())
    second = open_window(resized=False)

    assert second.tabs.tabText(1) == "Váhy"
    assert second.palette().color(QPalette.ColorRole.Window).lightness() < 60
    assert qapp.font().pointSizeF() == pytest.approx(0.8 * normal)
    assert second.size() == size


def test_a_damaged_settings_file_does_not_keep_the_window_from_opening(
    open_window: Callable[..., MainWindow], settings: QSettings
) -> None:
    for key, value in (("language", "xx"), ("theme", "pink"), ("zoom", 1e9), ("geometry", "nothing")):
        settings.setValue(key, value)
    window = open_window()

    assert window.isVisible()
    assert window.tabs.tabText(0) == "Learning"


# --------------------------------------------------------------------------------------------------------------- files


@pytest.fixture
def broken_files(tmp_path: Path) -> dict[str, str]:
    """Return paths of files that are no experiments, with a part of the message about each."""
    contents = {
        "no-json.json": ("{", "This is not an experiment file: line 1 is not valid JSON."),
        "a-list.json": ("[]", "must be a JSON object"),
        "unknown.json": ('{"network": {"neurons": 3}}', "“network.neurons” is not a setting"),
        "too-large.json": ('{"training": {"learning_rate": 5000}}', "“Learning rate η” must fulfil"),
        "markup.json": ('{"<b>seed</b>": 1}', "“<b>seed</b>” is not a setting"),
        "binary.json": ("\0\1\2", "This is not an experiment file: line 1 is not valid JSON."),
    }
    said = {}
    for name, (content, sentence) in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        said[str(tmp_path / name)] = sentence
    said[str(tmp_path)] = "is no data set that is known here"
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        said[str(tmp_path / "pipe")] = f"{tmp_path / 'pipe'} is a device or a pipe: choose a file."
    return said | {str(tmp_path / "missing.json"): "cannot be read (No such file"}


def open_file(user: User, path: str) -> None:
    user.window.open_file(path)
    user.wait(lambda: not user.window.file_jobs.busy)


def test_a_broken_file_changes_nothing_and_another_experiment_ends_the_run_and_keeps_it(
    user: User, small: Small, broken_files: dict[str, str], tmp_path: Path
) -> None:
    window, experiment = user.window, small(epochs=ENDLESS, penalty="l2", lambda_=0.3)
    user.show(experiment)
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    for path, sentence in broken_files.items():
        open_file(user, path)
        assert sentence in window.message.text()
        assert window.message.isVisible()
        assert window.panel.value() == experiment
        (label,) = [label for label in window.message.findChildren(QLabel) if label.text()]
        assert label.textFormat() is Qt.TextFormat.PlainText, "markup is shown as it is written"
    assert user.state is State.RUNNING
    assert user.history.changes == []

    user.key(Qt.Key.Key_F2)
    user.wait(lambda: "nelze přečíst" in window.message.text())
    (close,) = [button for button in window.message.findChildren(QAbstractButton) if button.isVisible()]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.message.isVisible()
    open_file(user, next(iter(broken_files)))
    assert "JSON" in window.message.text()
    assert "cannot" not in window.message.text()
    history, other = user.history, small(epochs=7, penalty="l2", lambda_=2.0)
    (tmp_path / "other.json").write_text(other.to_json(), encoding="utf-8")
    open_file(user, str(tmp_path / "other.json"))
    assert user.state is State.IDLE
    assert history.changes == []
    assert window.run_list.topLevelItemCount() == 1
    assert window.panel.value() == other


def test_an_experiment_is_saved_and_opened_by_keys(user: User, small: Small, tmp_path: Path) -> None:
    window, saved = user.window, small(images=777, hidden=(9, 8), penalty="l1", lambda_=0.125, seed=42)
    user.show(saved)
    for key, name in ((Qt.Key.Key_S, "mine"), (Qt.Key.Key_O, "mine.nnreg-experiment")):
        window.activateWindow()
        user.wait(window.isActiveWindow)
        user.key(key, CTRL)
        dialog = window.findChild(QFileDialog)
        assert dialog.isVisible()
        dialog.selectFile(str(tmp_path / name))
        dialog.accept()
        user.wait(lambda: window.findChild(QFileDialog) is None and not window.file_jobs.busy)
        if key is Qt.Key.Key_S:
            assert Experiment.from_json((tmp_path / "mine.nnreg-experiment").read_text(encoding="utf-8")) == saved
            user.show(Experiment())

    assert window.panel.value() == saved
    assert window.message.text() == ""


def test_what_cannot_be_written_or_is_impossible_is_said_in_a_sentence(user: User, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nowhere" / "x.json"):  # a folder, and in none
        user.window.files.save_experiment(str(path))
        user.wait(lambda: not user.window.file_jobs.busy)

        assert f"{path} could not be written (" in user.window.message.text()
    user.choose("L2")
    user.type("λ", "5000")
    user.window.files.save_experiment(str(tmp_path / "x.json"))
    assert not (tmp_path / "x.json").exists()
    assert "ηλ/n" in user.window.message.text()


def test_a_full_disk_is_said_in_a_sentence_and_the_file_is_as_it_was(user: User, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="a limit of files' sizes, which acts as a full disk, is Unix'")
    path = tmp_path / "mine.json"
    path.write_text("before", encoding="utf-8")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        user.window.files.save_experiment(str(path))
        user.wait(lambda: not user.window.file_jobs.busy)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert f"{path} could not be written (" in user.window.message.text()
    assert "make room on the disk" in user.window.message.text()
    assert path.read_text(encoding="utf-8") == "before"
    assert [file.name for file in tmp_path.glob("*mine*")] == ["mine.json"]


def test_a_file_that_does_not_come_is_told_and_given_up_by_closing_the_message(
    user: User, small: Small, tmp_path: Path
) -> None:
    window, comes, path = user.window, Event(), tmp_path / "here.json"
    path.write_text(small(seed=5).to_json(), encoding="utf-8")
    window.file_jobs.open("/net/far/away.json", lambda path: comes.wait() and small(seed=6))
    window.open_file(str(path))
    user.wait(lambda: window.message.text() == "Reading /net/far/away.json… Close this message to give it up.")
    assert window.panel.value() != small(seed=5)
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.message.text().startswith("Čte se /net/far/away.json…"))
    (close,) = [button for button in window.message.findChildren(QAbstractButton) if button.isVisible()]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    user.wait(lambda: not window.file_jobs.busy)
    comes.set()

    assert window.panel.value() == small(seed=5)
    assert not window.message.isVisible()


def test_closing_a_message_gives_up_nothing_that_it_does_not_speak_of(user: User) -> None:
    message, gave_up = user.window.message, []
    message.tell(lambda: "Reading…", lambda: gave_up.append(True), warns=False)
    message.forget()  # a run has begun
    message.tell_recovered()
    (close,) = [button for button in message.findChildren(QAbstractButton) if button.isVisible()]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)

    assert not message.isVisible()
    assert gave_up == []


def test_a_file_that_does_not_come_does_not_keep_the_window_from_closing(user: User) -> None:
    comes, begun = Event(), Event()

    def wait(path: str) -> None:
        begun.set()
        comes.wait()

    for _ in range(3):
        user.window.file_jobs.open("/net/far/away.json", wait)
    user.wait(begun.is_set)
    user.window.close()

    assert not user.window.isVisible()
    assert not user.window.file_jobs.busy
    comes.set()


def test_a_file_is_dropped_and_an_assignment_shows_only_its_settings_until_all_are_wanted(
    user: User, small: Small, tmp_path: Path
) -> None:
    window, path = user.window, tmp_path / "dropped.json"
    path.write_text(small(seed=5).to_json(), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), actions, data, button, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(300, 300), actions, data, button, none))
    user.wait(lambda: not window.file_jobs.busy)

    assert window.panel.value() == small(seed=5)
    words = QMimeData()
    words.setText("no file")
    enter = QDragEnterEvent(QPoint(300, 300), actions, words, button, none)
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    homework, groups = tmp_path / "homework.json", window.panel.findChildren(FoldingGroup)
    homework.write_text('{"show": ["regularization"], "seed": 6}', encoding="utf-8")
    open_file(user, str(homework))
    assert window.panel.value().seed == 6
    assert [group.isVisible() for group in groups].count(True) == 1
    user.key(Qt.Key.Key_A, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert all(group.isVisible() for group in groups)


def test_nine_scenarios_are_loaded_by_their_keys_and_say_what_to_look_at(user: User, small: Small) -> None:
    window = user.window
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    user.key(Qt.Key.Key_1, CTRL)
    user.wait_for_end()
    epoch = len(user.history) - 1
    assert window.sentence.text().startswith(f"The run was stopped at epoch {epoch} and stays in the list. Overfitting")
    assert window.run_list.topLevelItemCount() == 1
    user.key(Qt.Key.Key_2, CTRL)
    assert "stopped" not in window.sentence.text()

    for number, scenario in enumerate(SCENARIOS[:9], start=1):
        user.key(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.panel.value() == scenario.experiment
        assert window.sentence.text() == f"{scenario.title['en']}: press Space to train it."
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.sentence.text().startswith(SCENARIOS[8].title["cs"]))
    menu = [action.text() for action in window.findChildren(QAction)]
    assert {scenario.title["cs"] for scenario in SCENARIOS} <= set(menu)
    assert window.panel.problem() is None
    user.key(Qt.Key.Key_F2)

    window.run_list.remove_all()
    for number in (1, 2):  # whose published figures stand on the plots once their runs are shown
        user.key(Qt.Key(Qt.Key.Key_0 + number), CTRL)
        user.key(Qt.Key.Key_Backspace)
        user.wait_for_hold()
        assert {figure.text["en"] for figure in SCENARIOS[number - 1].published} <= _words_on_plots(window)
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: {figure.text["cs"] for figure in SCENARIOS[1].published} <= _words_on_plots(window))


def _words_on_plots(window: MainWindow) -> set[str]:
    plots = (window.learning.cost, window.learning.accuracy)
    return {label.textItem.toPlainText() for plot in plots for label in _items(plot, pg.TextItem)}


def test_what_there_is_to_see_is_said_when_the_run_of_a_scenario_is_over(
    user: User, small: Small, trained: Trained
) -> None:
    window, scenario = user.window, SCENARIOS[0]
    history, record = RunHistory(scenario.experiment), trained(small()).newest
    epochs = scenario.experiment.training.epochs
    for epoch in range(epochs):
        history.add(replace(record, epoch=epoch))
    window.run_list.add_finished(history)
    assert window.sentence.text() == outcome_text(history)

    history.add(replace(record, epoch=epochs))
    window.run_list.changed.emit()
    assert window.sentence.text() == f"{scenario.look_at['en']} {outcome_text(history)}"


def test_success_moves_nothing_and_leaves_at_the_next_action_but_errors_stay(user: User) -> None:
    window = user.window
    high = window.tabs.height()
    user.key(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "copied" in window.notice.text()
    assert not window.message.isVisible()
    assert window.tabs.height() == high

    user.key(Qt.Key.Key_E, CTRL)  # there are no curves yet
    assert window.notice.text() == ""
    assert "no runs" in window.message.text()
    user.key(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert "no runs" in window.message.text()


def test_system_information_is_copied_as_the_terminal_prints_it_and_ctrl_f1_says_whose_work_this_is(user: User) -> None:
    user.key(Qt.Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QGuiApplication.clipboard().text() == system_information()
    assert "copied" in user.window.notice.text()

    user.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    box = user.window.findChild(QMessageBox)
    assert box.isVisible()
    assert "Nielsen" in box.text()
    assert "MNIST" in box.text()
    user.key(Qt.Key.Key_Escape, at=box)
    user.wait(lambda: user.window.findChild(QMessageBox) is None)


# ------------------------------------------------------------------------------------------------- the end, and faults


@pytest.mark.parametrize("state", [State.IDLE, State.RUNNING, State.PAUSED])
def test_closing_ends_everything_at_once(user: User, small: Small, state: State) -> None:
    pid = _sees_engine(user)
    if state is not State.IDLE:
        user.show(small(epochs=ENDLESS))
        user.key(Qt.Key.Key_Space)
        user.wait_for_epoch(1)
    if state is State.PAUSED:
        user.click("pause")
        user.wait_for_hold()
    began = monotonic()
    user.window.close()

    assert monotonic() - began < A_SECOND
    assert not user.window.isVisible()
    assert pid not in {child.pid for child in multiprocessing.active_children()}


def test_an_engine_killed_in_mid_run_is_said_in_a_sentence_and_the_next_start_works(
    user: User, small: Small, trained: Trained, same_curves: SameCurves
) -> None:
    window = user.window
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    history = user.history
    os.kill(_sees_engine(user), signal.SIGKILL)
    user.wait_for_end()
    assert "ended unexpectedly" in window.message.text()
    assert window.isVisible()
    assert len(history) > 2
    assert _last_epoch(window.learning.cost) == history.newest.epoch
    assert user.button("start").isEnabled()

    experiment = small(epochs=3)
    user.show(experiment)
    user.key(Qt.Key.Key_Space)
    assert window.message.text() == ""
    user.wait_for_end()
    assert same_curves(user.history, trained(experiment))
    assert window.run_list.topLevelItemCount() == 2


def test_a_run_that_diverges_is_said_in_a_sentence(user: User) -> None:
    experiment = Experiment(
        network=replace(Experiment().network, hidden=(20, 20, 20), activation="relu"),
        training=TrainingSpec(learning_rate=1000.0, epochs=50),
    )
    user.show(experiment)
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()

    assert "diverged in epoch" in user.window.message.text()
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: "diverged" not in user.window.message.text())
    assert "1000" in user.window.message.text()
