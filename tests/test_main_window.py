"""The window: what a lecturer presses, from the first Start to the last close."""

import json
import os
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QCheckBox, QComboBox, QSlider, QWidget

from nnreg_gui.engine.experiment import Experiment, NetworkSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.main_window import MainWindow
from nnreg_gui.pages.run_list import RunList
from nnreg_gui.plots.epoch_plot import EpochPlot
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.run_control import State
from nnreg_gui.widgets.tile import Tile

SCENARIOS = load_scenarios(resource_path("scenarios"))
LONG = 5_000  # epochs that no test waits for

User = Any  # tests/conftest.py


def drawn_points(plot: EpochPlot) -> int:
    """Return how many ends of lines the curves of a plot have."""
    return sum(len(curve.xData) for curve in plot._curves.values() if curve.xData is not None)


def drawn_runs(plot: EpochPlot) -> set[int]:
    """Return the numbers of the runs that have curves in a plot."""
    return {run.number for run in plot._runs if any(history is run.history for history, _ in plot._curves)}


def row_texts(run_list: RunList, row: int) -> list[str]:
    item = run_list.topLevelItem(row)
    return [item.text(column) for column in range(run_list.columnCount())]


def tile_texts(window: MainWindow) -> list[str]:
    return [tile.accessibleDescription() for tile in window.learning.tiles.values()]


# ------------------------------------------------------------------------------------------------ the first lecture


def test_the_window_opens_ready_and_says_which_key_starts(window: MainWindow) -> None:
    assert window.panel.value() == Experiment()
    assert "Space" in window.sentence.text()
    assert "Space" in window.learning.cost._empty.text()
    assert window.learning.cost._empty.isVisible()


def test_l2_is_chosen_lambda_typed_and_space_lets_curves_grow(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    user.choose("L2")
    user.type("λ", "0.5")

    user.key(Qt.Key.Key_Space)

    user.wait_for_epoch(5)
    before = drawn_points(window.learning.cost)
    user.wait_for_epoch(30)
    user.wait(lambda: drawn_points(window.learning.cost) > before > 0)
    assert user.history.experiment.regularization.penalty == "l2"
    assert user.history.experiment.regularization.lambda_ == 0.5
    assert not window.learning.cost._empty.isVisible()


def test_pause_holds_and_start_goes_on_with_the_same_run(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    user.click("start")
    user.wait_for_epoch(3)

    user.click("pause")
    user.wait_for_hold()
    history, held_at = user.history, len(user.history)
    QTest.qWait(100)  # time in which it would go on, if it did not hold
    assert len(history) == held_at

    user.click("start")
    user.wait_for_epoch(held_at + 3)
    assert user.history is history


def test_a_step_is_one_epoch(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    for epochs in (1, 2, 3):
        user.click("step")
        user.wait_for_hold()
        assert user.history.newest.epoch == epochs


def test_lambda_changed_in_mid_run_leaves_a_mark_and_resets_nothing(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG, penalty="l2", lambda_=0.1))
    user.click("start")
    user.wait_for_epoch(5)
    history = user.history

    user.type("λ", "1")

    user.wait(lambda: bool(history.changes))
    epoch = int(history.changes[0].epoch)
    user.wait_for_epoch(epoch + 5)
    assert user.history is history
    assert history.current_experiment.regularization.lambda_ == 1
    assert [text for _, text in window.learning.cost._marks] == ["λ 0.1 → 1"]
    assert row_texts(window.run_list, 0)[0].endswith("λ 0.1 → 1")


def test_stop_ends_the_run_and_measures_the_test_accuracy(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    user.click("start")
    user.wait_for_epoch(3)

    user.key(Qt.Key.Key_Escape)

    user.wait_for_end()
    assert user.history.test_accuracy is not None
    assert "Test accuracy" in window.sentence.text()
    assert row_texts(window.run_list, 0)[5].endswith("%")


def test_rewind_gives_the_same_curve_and_new_weights_another(
    window: MainWindow, user: User, small: Any, same_curves: Callable[[RunHistory, RunHistory], bool]
) -> None:
    user.show(small(epochs=4))
    user.click("start")
    user.wait_for_end()
    first = user.history

    user.click("rewind")
    user.wait_for_hold()
    assert len(user.history) == 1
    user.click("start")
    user.wait_for_end()
    again = user.history

    user.click("new_weights")
    user.wait_for_hold()
    user.click("start")
    user.wait_for_end()

    assert again is not first
    assert same_curves(first, again)
    assert user.history.experiment == replace(first.experiment, seed=2)
    assert not same_curves(first, user.history)


def test_the_window_trains_what_would_be_trained_without_it(
    window: MainWindow, user: User, small: Any, trained: Any, same_curves: Any
) -> None:
    experiment = small(epochs=6, penalty="l1", lambda_=0.2, dropout=0.3)
    user.show(experiment)
    user.click("start")
    user.wait_for_end()

    assert same_curves(user.history, trained(experiment))
    assert user.history.test_accuracy == trained(experiment).test_accuracy


def test_a_rewound_run_that_never_began_makes_room_for_the_next(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=2))
    for _ in range(3):
        user.click("rewind")
        user.wait_for_hold()

    assert window.run_list.topLevelItemCount() == 1


# ------------------------------------------------------------------------------------ while it trains, and at the end


def test_the_window_closes_while_it_trains(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    user.click("start")
    user.wait_for_epoch(2)
    pid = window.control.engine_pid

    window.close()

    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_language_and_theme_are_switched_while_it_trains(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG, penalty="l2", lambda_=0.1))
    user.click("start")
    user.wait_for_epoch(2)

    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.tabs.tabText(0) == "Učení")
    user.key(Qt.Key.Key_T)
    at = len(user.history)
    user.wait_for_epoch(at + 5)
    user.wait(lambda: "," in tile_texts(window)[0])

    assert user.button("pause").text() == "Pauza"
    assert user.box("λ").text() == "0,1"
    assert window.palette().base().color().lightness() < 128
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: window.tabs.tabText(0) == "Learning")
    assert user.box("λ").text() == "0.1"


def test_a_killed_engine_leaves_the_window_alive_with_its_curves(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    user.click("start")
    user.wait_for_epoch(5)
    history = user.history

    os.kill(window.control.engine_pid, signal.SIGKILL)

    user.wait_for_end()
    user.wait(lambda: "engine process" in window.message.text())
    assert len(history) > 5
    user.click("start")
    user.wait(lambda: user.history is not history and len(user.history) > 5)
    assert window.message.text() == ""


def test_another_network_asks_for_a_new_run_and_start_begins_one(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG))
    user.click("start")
    user.wait_for_epoch(2)
    first = user.history
    assert not user.button("start").isEnabled()

    user.unfold("Network")
    user.choose("2")

    assert "new run" in window.panel._note.text()
    user.click("start")
    user.wait(lambda: user.history is not first and len(user.history) > 2)
    assert len(user.history.experiment.network.hidden) == 2
    assert window.run_list.topLevelItemCount() == 2


def test_space_starts_and_pauses_wherever_the_focus_is(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(epochs=LONG, penalty="l2", lambda_=0.1))
    for widget in (user.box("λ"), window.run_list):
        user.key(Qt.Key.Key_Space, at=widget)
        user.wait(lambda: user.state is State.RUNNING)
        user.key(Qt.Key.Key_Space, at=widget)
        user.wait_for_hold()


def test_space_belongs_to_a_button_that_tab_has_led_to(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(penalty="l2", lambda_=0.1))
    biases = next(box for box in window.panel.findChildren(QCheckBox))

    user.key(Qt.Key.Key_Space, at=biases)

    assert biases.isChecked()
    assert user.state is State.IDLE


# ----------------------------------------------------------------------------------------------- choices that cannot be


def test_a_lambda_that_turns_weights_over_is_refused_in_a_sentence(window: MainWindow, user: User, small: Any) -> None:
    user.show(small(images=100, penalty="l2", lambda_=0.1))

    user.type("λ", "1000")

    note = window.panel._note.text()
    assert all(part in note for part in ("η = 0.5", "λ = 1000", "n = 100"))
    assert not user.button("start").isEnabled()
    user.key(Qt.Key.Key_Space)
    assert user.state is State.IDLE
    user.type("λ", "1")
    assert user.button("start").isEnabled()


def test_a_run_that_diverges_says_so_and_the_next_one_works(window: MainWindow, user: User, small: Any) -> None:
    diverging = small(images=1000, hidden=(30, 30, 30), activation="relu", learning_rate=1000.0, epochs=20)
    user.show(diverging)
    user.click("start")
    user.wait_for_end()
    user.wait(lambda: "diverged" in window.message.text())

    assert "η = 1000" in window.message.text()
    user.show(small(epochs=2))
    user.click("start")
    user.wait_for_end()
    assert user.history.finished


# ------------------------------------------------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"training": {"learning_rate": true}}', "“training.learning_rate” must be a number, not true."),
        ('{"seeds": 3}', "“seeds” is not a setting of an experiment."),
        ("no json", "This is not an experiment file"),
        ('{"regularization": {"penalty": "l2", "lambda": 9e5}}', "“regularization.lambda” is too large"),
    ],
)
def test_a_broken_file_gets_a_sentence_and_changes_nothing(
    window: MainWindow, user: User, small: Any, tmp_path: Path, content: str, said: str
) -> None:
    experiment = small(seed=9)
    user.show(experiment)
    file = tmp_path / "broken.json"
    file.write_text(content, encoding="utf-8")

    window.open_experiment(str(file))

    assert said in window.message.text()
    assert window.panel.value() == experiment


def test_a_message_follows_the_language(window: MainWindow, user: User, tmp_path: Path) -> None:
    window.open_experiment(str(tmp_path / "nothing.json"))
    assert "cannot be read" in window.message.text()

    user.key(Qt.Key.Key_F2)

    user.wait(lambda: "nelze přečíst" in window.message.text())


def test_a_saved_experiment_opens_as_it_was(window: MainWindow, user: User, small: Any, tmp_path: Path) -> None:
    experiment = small(penalty="l1", lambda_=0.125, dropout=0.25, seed=77)
    user.show(experiment)
    window.files.save_experiment(str(tmp_path / "mine.json"))
    user.show(Experiment())

    window.open_experiment(str(tmp_path / "mine.json"))

    assert window.panel.value() == experiment
    assert json.loads((tmp_path / "mine.json").read_text())["regularization"]["lambda"] == 0.125


def test_saving_where_nothing_can_be_written_says_so(window: MainWindow, tmp_path: Path) -> None:
    window.files.save_experiment(str(tmp_path))  # a folder

    assert "could not be written" in window.message.text()


def test_a_dropped_file_is_opened(window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "dropped.json"
    file.write_text(Experiment(seed=5).to_json(), encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])

    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )

    assert window.panel.value().seed == 5


def test_opening_a_file_ends_a_run_instead_of_changing_it(
    window: MainWindow, user: User, small: Any, tmp_path: Path
) -> None:
    user.show(small(epochs=LONG))
    user.click("start")
    user.wait_for_epoch(2)
    file = tmp_path / "other.json"
    file.write_text(small(epochs=LONG, penalty="l2", lambda_=1.0).to_json(), encoding="utf-8")

    window.open_experiment(str(file))

    assert user.state is State.IDLE
    assert not user.history.changes


# --------------------------------------------------------------------------------------------------------- scenarios


@pytest.mark.parametrize("number", range(1, len(SCENARIOS) + 1))
def test_a_scenario_is_loaded_by_its_key_and_says_what_to_look_at(window: MainWindow, user: User, number: int) -> None:
    user.key(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)

    assert window.panel.value() == SCENARIOS[number - 1].experiment
    assert window.sentence.text() == SCENARIOS[number - 1].look_at["en"]


def test_a_run_of_a_scenario_is_drawn_beside_its_published_figures(window: MainWindow, user: User, small: Any) -> None:
    window.load_scenario(SCENARIOS[0])
    user.click("step")
    user.wait_for_hold()

    assert "82.27" in window.learning.accuracy._bands[0].text
    assert "epoch 15" in window.learning.cost._bands[0].text
    user.show(small())
    user.click("step")
    user.wait(lambda: len(user.history) > 1 and not window.learning.accuracy._bands)


# ---------------------------------------------------------------------------------------------------------- the runs


@pytest.fixture
def three_runs(window: MainWindow, user: User, small: Any) -> MainWindow:
    """Train three short runs."""
    for lambda_ in (0.0, 0.1, 1.0):
        user.show(small(epochs=3, penalty="l2" if lambda_ else "none", lambda_=lambda_))
        user.click("start")
        user.wait_for_end()
    return window


def test_runs_are_named_by_what_differs(three_runs: MainWindow) -> None:
    names = [row_texts(three_runs.run_list, row)[0].split("   ")[1] for row in range(3)]

    assert names == ["Off", "L2 λ 0.1", "L2 λ 1"]


def test_a_hidden_run_leaves_the_plots_and_comes_back(three_runs: MainWindow) -> None:
    plot, item = three_runs.learning.cost, three_runs.run_list.topLevelItem(0)
    assert drawn_runs(plot) == {1, 2, 3}

    item.setCheckState(0, Qt.CheckState.Unchecked)
    assert drawn_runs(plot) == {2, 3}

    item.setCheckState(0, Qt.CheckState.Checked)
    assert drawn_runs(plot) == {1, 2, 3}


def test_runs_are_removed_by_key_and_by_click_and_the_others_keep_their_numbers(
    three_runs: MainWindow, user: User
) -> None:
    run_list = three_runs.run_list
    run_list.setCurrentItem(run_list.topLevelItem(1))
    user.key(Qt.Key.Key_Delete)
    assert [row_texts(run_list, row)[0][0] for row in range(2)] == ["1", "3"]

    cross = run_list.visualItemRect(run_list.topLevelItem(0))
    column = run_list.header().sectionViewportPosition(6) + run_list.header().sectionSize(6) // 2
    QTest.mouseClick(run_list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(column, cross.center().y()))

    assert run_list.topLevelItemCount() == 1
    assert row_texts(run_list, 0)[0].startswith("3")
    assert drawn_runs(three_runs.learning.cost) == {3}


def test_the_selected_run_fills_the_tiles(three_runs: MainWindow, user: User) -> None:
    three_runs.run_list.setCurrentItem(three_runs.run_list.topLevelItem(0))
    history = user.history

    training, validation, gap, largest, small_weights = tile_texts(three_runs)

    assert training == f"{100 * history.newest.training_accuracy:.1f}\u00a0%"
    assert validation == f"{100 * history.newest.validation_accuracy:.1f}\u00a0%"
    assert gap == f"{100 * (history.newest.training_accuracy - history.newest.validation_accuracy):.1f}"
    assert float(largest) == pytest.approx(max(np.abs(w).max() for w in history.newest.parameters.weights), rel=0.01)
    weights = np.concatenate([w.ravel() for w in history.newest.parameters.weights])
    assert small_weights == f"{100 * np.mean(np.abs(weights) < 0.01):.1f}\u00a0%"


def test_the_crosshair_reads_the_values_of_all_runs(three_runs: MainWindow) -> None:
    plot = three_runs.learning.accuracy

    plot.epoch_hovered.emit(2.2)

    said = plot._values.text()
    assert "Epoch 2" in said
    for run in three_runs.run_list.runs():
        assert f"{100 * run.history.column('validation_accuracy')[2]:.1f}" in said
    plot.epoch_hovered.emit(None)
    assert not plot._values.isVisible()


def test_the_weights_page_draws_a_tile_for_every_neuron(three_runs: MainWindow, user: User) -> None:
    user.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert three_runs.tabs.currentWidget() is three_runs.weights
    sheet = three_runs.weights.images._image.image
    weights = user.history.newest.parameters.weights[0]
    assert np.count_nonzero(sheet) == np.count_nonzero(weights)


@pytest.mark.parametrize("hidden", [(), (5,), (5, 4), (6, 5, 4)])
def test_there_is_a_histogram_for_every_layer(
    window: MainWindow, user: User, small: Any, hidden: tuple[int, ...]
) -> None:
    user.show(small(hidden=hidden, epochs=1))
    user.click("start")
    user.wait_for_end()

    assert len(window.learning.histograms) == len(hidden) + 1


# -------------------------------------------------------------------------------------------------------------- view


def test_l_stretches_the_first_epochs_and_home_shows_all_again(three_runs: MainWindow, user: User) -> None:
    plot = three_runs.learning.cost
    assert plot.view.viewRange()[0][1] == pytest.approx(3 * 1.02)

    user.key(Qt.Key.Key_L)
    assert plot.view.viewRange()[0][1] == pytest.approx(np.log10(3))
    user.key(Qt.Key.Key_L)

    plot.look_at((1.0, 2.0))
    assert plot.view.viewRange()[0] == [1.0, 2.0]
    user.key(Qt.Key.Key_Home)
    assert plot.view.viewRange()[0][1] == pytest.approx(3 * 1.02)


def test_text_grows_and_shrinks_within_its_bounds(window: MainWindow, user: User) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    normal = window.font().pointSizeF()
    for _ in range(20):
        user.key(Qt.Key.Key_Plus, control)
    user.wait(lambda: window.font().pointSizeF() == pytest.approx(2.5 * normal))
    for _ in range(20):
        user.key(Qt.Key.Key_Minus, control)
    user.wait(lambda: window.font().pointSizeF() == pytest.approx(0.8 * normal))
    user.key(Qt.Key.Key_0, control)
    user.wait(lambda: window.font().pointSizeF() == pytest.approx(normal))


def test_panel_and_runs_fold_and_come_back(window: MainWindow, user: User) -> None:
    for key, part in ((Qt.Key.Key_F9, window.panel), (Qt.Key.Key_F8, window.run_list)):
        user.key(key)
        assert not part.isVisible()
        user.key(key)
        assert part.isVisible()


def test_what_does_not_fit_is_folded_and_comes_back_in_a_larger_window(window: MainWindow, user: User) -> None:
    window._appearance.set_zoom(2.0)
    user.wait(lambda: not window.panel.isVisible())

    window.resize(1920, 1080)

    user.wait(lambda: window.panel.isVisible() and window.run_list.isVisible())


def test_full_screen_is_a_key_away(window: MainWindow, user: User) -> None:
    user.key(Qt.Key.Key_F11)
    user.wait(window.isFullScreen)
    user.key(Qt.Key.Key_F11)
    user.wait(lambda: not window.isFullScreen())


def test_looks_and_language_are_remembered(open_window: Callable[[], MainWindow], qtbot: Any) -> None:
    first = open_window()
    first._appearance.set_language("cs")
    first._appearance.set_theme("contrast")
    first._appearance.set_zoom(1.25)
    first.close()

    second = open_window()

    assert second.tabs.tabText(0) == "Učení"
    assert second._appearance.theme == "contrast"
    assert second._appearance.zoom == 1.25


# ------------------------------------------------------------------------------------------------- help for everyone


@pytest.mark.parametrize("language", ["en", "cs"])
def test_every_control_has_a_hover_help_and_a_name(window: MainWindow, user: User, language: str) -> None:
    window._appearance.set_language(language)
    for title in [group._header.text() for group in window.panel._groups]:
        user.unfold(title)
    controls = [
        widget
        for kind in (QAbstractSpinBox, QSlider, QComboBox, QCheckBox)
        for widget in window.panel.findChildren(kind)
    ]

    assert len(controls) > 12
    for control in controls:
        assert _help(control), control
        assert control.accessibleName() or (isinstance(control, QAbstractButton) and control.text()), control
    for tile in window.findChildren(Tile):
        assert tile.toolTip()


def _help(widget: QWidget | None) -> str:
    """Return the help that hovering shows: a part without one shows its parent's."""
    while widget is not None and not widget.toolTip():
        widget = widget.parentWidget()
    return widget.toolTip() if widget is not None else ""


@pytest.mark.parametrize("language", ["en", "cs"])
def test_every_action_has_a_text_a_help_and_a_key_of_its_own(window: MainWindow, language: str) -> None:
    window._appearance.set_language(language)
    actions = [action for action in window.actions() if not action.isSeparator()]

    assert len(actions) > 20
    keys = []
    for action in actions:
        assert action.text()
        assert action.statusTip()
        assert action.shortcuts(), action.text()
        keys += [key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_network_choices_show_how_many_parameters_they_make(window: MainWindow, user: User) -> None:
    user.unfold("Network")
    user.show(Experiment(network=NetworkSpec(hidden=(100,))))

    assert "784-100-10" in window.panel._network._count.text()
    assert "79,510" in window.panel._network._count.text()


def test_the_weight_update_is_shown_with_the_numbers_filled_in(window: MainWindow, user: User) -> None:
    user.choose("L2")
    user.type("λ", "0.1")

    assert window.panel._regularization._numbers.text() == "1 − ηλ/n = 0.99995"
