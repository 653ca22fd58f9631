"""Tiles, learning curves and histograms of the runs shown."""

from collections.abc import Callable
from dataclasses import replace

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsRectItem, QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed, Stopped
from nnreg_gui.engine.experiment import Experiment, ScheduleSpec, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.learning_rate import halving_epochs
from nnreg_gui.engine.scenarios import Scenario, load_scenarios
from nnreg_gui.pages.learning.epoch_marks import change_marks
from nnreg_gui.pages.learning.learning_page import LearningPage
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.texts import percent_text, significant_text
from nnreg_gui.widgets.tile import Tile
from tests.pages.rooms import Rooms

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
SCENARIOS = load_scenarios(resource_path("scenarios"))


@pytest.fixture
def page(qtbot: QtBot) -> LearningPage:
    page = LearningPage()
    page.set_scenarios(SCENARIOS, "en")
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


def _items(plot: EpochPlot, kind: type) -> list:
    return [item for item in plot.view.childGroup.childItems() if type(item) is kind and item.isVisible()]


def _value(tile: Tile) -> str:
    return tile.accessibleDescription()


def _shown_values(page: LearningPage) -> dict[str, str]:
    return {name: _value(tile) for name, tile in page.tiles.items() if tile.isVisible()}


def _empty_texts(page: LearningPage) -> list[str]:
    starts = ("Here the", "Here you")
    return [
        label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text().startswith(starts)
    ]


def test_the_tiles_say_how_the_selected_run_stands(page: LearningPage, small: Small, trained: Trained) -> None:
    one, other = trained(small(epochs=2)), trained(small(epochs=3, penalty="l2", lambda_=1.0))
    for history in (one, other):
        page.show_runs([DrawnRun(one, 1, selected=history is one), DrawnRun(other, 2, selected=history is other)])
        newest = history.newest
        assert newest is not None

        assert _shown_values(page) == {
            "training": percent_text(newest.training_accuracy),
            "validation": percent_text(newest.validation_accuracy),
            "gap": f"{100 * (newest.training_accuracy - newest.validation_accuracy):.1f}",
            "largest_weight": significant_text(max(layer.largest for layer in newest.layers), 3),
            "small_weights": percent_text(
                sum(layer.small for layer in newest.layers) / sum(w.size for w in newest.parameters.weights)
            ),
        }


def test_of_a_repeated_run_the_tiles_say_the_means(page: LearningPage, small: Small, trained: Trained) -> None:
    repeats = tuple(trained(small(epochs=2, seed=seed)) for seed in (1, 2, 3))
    page.show_runs([DrawnRun(repeats[0], 1, selected=True, repeats=repeats)])
    mean = sum(float(history.column("validation_accuracy")[-1]) for history in repeats) / 3

    assert _value(page.tiles["validation"]) == percent_text(mean)


def test_without_a_selected_run_the_tiles_are_empty(page: LearningPage, small: Small, trained: Trained) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=2)), 1, selected=True)])
    page.show_runs([])

    assert set(_shown_values(page).values()) == {"–"}


@pytest.mark.parametrize("layers", [0, 1, 2, 3])
def test_there_is_a_histogram_for_each_layer_of_the_selected_run(
    page: LearningPage, small: Small, trained: Trained, layers: int, qtbot: QtBot
) -> None:
    history = trained(small(epochs=1, hidden=(5, 4, 3)[:layers]))
    page.show_runs([DrawnRun(history, 1, selected=True)])
    qtbot.waitUntil(lambda: all(histogram.isVisible() for histogram in page.histograms))

    assert len(page.histograms) == layers + 1
    for histogram in page.histograms:
        assert any(isinstance(item, pg.PlotCurveItem) for item in histogram.view.childGroup.childItems())
    assert _empty_texts(page) == []


def test_before_the_first_run_each_plot_says_what_will_appear(
    page: LearningPage, small: Small, trained: Trained
) -> None:
    page.show_runs([])
    assert len(_empty_texts(page)) == 4
    assert sum("Press Space to start" in text for text in _empty_texts(page)) == 2

    page.show_runs([DrawnRun(trained(small(epochs=1)), 1, selected=True)])
    assert _empty_texts(page) == []


def test_while_the_selected_run_is_hidden_all_layers_of_the_others_are_drawn(
    page: LearningPage, small: Small, trained: Trained
) -> None:
    deep, flat = trained(small(epochs=1, hidden=(4, 3))), trained(small(epochs=1, hidden=(4,)))
    page.show_runs([DrawnRun(deep, 1), DrawnRun(flat, 2, selected=True)])
    assert len(page.histograms) == 2
    page.show_runs([DrawnRun(deep, 1)])
    assert len(page.histograms) == 3
    page.show_runs([DrawnRun(flat, 2)])
    assert len(page.histograms) == 2, "none is empty"


def test_a_change_in_mid_run_is_marked_on_the_time_axis(page: LearningPage, small: Small, trained: Trained) -> None:
    before, after = (small(epochs=3, penalty="l2", lambda_=lambda_) for lambda_ in (0.1, 1.0))
    history = RunHistory(before)
    for record in trained(before).kept():
        history.add(record)
    history.add(Changed(2.0, before, after))
    page.show_runs([DrawnRun(history, 1, selected=True)])
    marks = {
        plot: [(line.value(), line.label.format) for line in _items(plot, pg.InfiniteLine) if hasattr(line, "label")]
        for plot in (page.cost, page.accuracy)
    }

    assert marks[page.cost] == [(2.0, "λ 0.1 → 1")]
    assert [place for place, _ in marks[page.accuracy]] == [2.0]
    page.show_runs([DrawnRun(trained(before), 1, selected=True)])
    assert [line for line in _items(page.cost, pg.InfiniteLine) if hasattr(line, "label")] == []


def test_halvings_of_the_rate_are_marked_and_two_of_them_named(
    page: LearningPage, small: Small, trained: Trained
) -> None:
    halving = ScheduleSpec(rule="halving", patience=1)
    before = small(epochs=20)
    experiment = replace(before, training=replace(before.training, schedule=halving))
    history = trained(experiment)
    epochs = halving_epochs(1, history.column("validation_accuracy"))
    assert len(epochs) > 2, "it must fall often, or the test says nothing"
    texts = ["η 0.25", *[""] * (len(epochs) - 2), f"η {significant_text(0.5 / 2 ** len(epochs), 3)}"]

    assert change_marks(history) == list(zip(map(float, epochs), texts, strict=True))
    changed = RunHistory(before)  # by hand, after the first halving that would have been
    for record in history.kept():
        changed.add(record)
    changed.add(Changed(epochs[0] + 0.5, before, experiment))
    assert change_marks(changed)[1:] == [
        (float(epochs[1]), "η 0.125"),
        *((float(epoch), text) for epoch, text in zip(epochs[2:], texts[2:], strict=True)),
    ]


def test_a_halving_names_the_rate_to_which_it_led_then(small: Small, trained: Trained) -> None:
    halving = ScheduleSpec(rule="halving", patience=1)
    before = replace(small(epochs=20), training=replace(small(epochs=20).training, schedule=halving))
    after = replace(before, training=replace(before.training, learning_rate=2.0))
    history = RunHistory.of(before, trained(before).kept())
    epochs = halving_epochs(1, history.column("validation_accuracy"))
    history.add(Changed(epochs[0] + 0.5, before, after))  # the rate by hand, after the first halving
    texts = dict(change_marks(history)[1:])

    assert texts[float(epochs[0])] == "η 0.25", "half of the 0.5 that it was"
    assert texts[float(epochs[-1])] == f"η {significant_text(2.0 / 2 ** len(epochs), 3)}"


def test_the_figures_published_for_a_run_are_drawn_as_bands(page: LearningPage, small: Small, trained: Trained) -> None:
    for scenario in SCENARIOS:
        _check_bands(page, scenario, trained(small(epochs=1)))


def _check_bands(page: LearningPage, scenario: Scenario, any_run: RunHistory) -> None:
    """Check that there are bands, also with another seed, but not once the run has been changed."""
    experiment = replace(scenario.experiment, seed=99)
    history = RunHistory(experiment)
    history.add(any_run.initial)
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    bands = [
        label.textItem.toPlainText()
        for plot in (page.cost, page.accuracy)
        for label in _items(plot, pg.TextItem)
        if len(label.textItem.toPlainText()) > 3
    ]

    assert sorted(bands) == sorted(figure.text["en"] for figure in scenario.published), scenario.title["en"]
    rectangles = _items(page.cost, QGraphicsRectItem) + _items(page.accuracy, QGraphicsRectItem)
    assert len(rectangles) == len(scenario.published)
    changed = replace(experiment, regularization=replace(experiment.regularization, dropout=0.1))
    history.add(Changed(0.0, experiment, changed))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert _items(page.cost, QGraphicsRectItem) + _items(page.accuracy, QGraphicsRectItem) == []


def test_bands_are_named_in_the_language_that_was_chosen(page: LearningPage, small: Small, trained: Trained) -> None:
    history = RunHistory(SCENARIOS[0].experiment)
    history.add(trained(small(epochs=1)).initial)
    page.set_scenarios(SCENARIOS, "cs")
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])

    texts = [label.textItem.toPlainText() for label in _items(page.accuracy, pg.TextItem)]
    assert texts == [f.text["cs"] for f in SCENARIOS[0].published if f.quantity == "test_accuracy"]


def test_pointing_at_an_epoch_shows_it_on_both_plots(
    page: LearningPage, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=8)), 1, selected=True)])
    canvas = page.cost.view.getViewWidget()
    top = page.cost.view.viewRange()[1][1]
    place = canvas.mapFromScene(page.cost.view.mapViewToScene(QPointF(3.0, top / 2)))
    QTest.mouseMove(canvas.viewport(), place)
    labels = page.findChildren(ValuesLabel)
    qtbot.waitUntil(lambda: all("Epoch 3<" in label.text() for label in labels), timeout=5_000)

    assert len(labels) == 2
    assert all(label.isVisible() for label in labels)


def test_the_logarithmic_axis_is_chosen_for_both_plots(page: LearningPage, small: Small, trained: Trained) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=10)), 1, selected=True)])
    page.set_logarithmic(True)

    for plot in (page.cost, page.accuracy):
        assert plot.view.viewRange()[0] == pytest.approx([0, 1])
        ends = [curve.getData()[0].max() for curve in _items(plot, Curve)]
        assert max(ends) == pytest.approx(1)
        assert min(ends) > 0.97, "a dashed curve may end with a gap"


@pytest.mark.parametrize(("height", "histograms", "below"), [(700, True, True), (280, True, True), (180, False, False)])
def test_a_low_page_leaves_its_room_to_the_curves(
    page: LearningPage,
    small: Small,
    trained: Trained,
    height: int,
    histograms: bool,
    below: bool,
    qtbot: QtBot,
    rooms: Rooms,
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=2)), 1, selected=True)])
    rooms.give(page, 900, height)
    assert page.histograms[0].isVisible() == histograms
    qtbot.waitUntil(lambda: (page.accuracy.y() > page.cost.y()) == below)

    tallest = max(tile.height() for tile in page.tiles.values() if tile.isVisible())
    assert tallest < page.height() / 2


def test_where_the_rule_fired_and_the_best_epoch_are_marked_in_words(
    page: LearningPage, small: Small, trained: Trained
) -> None:
    experiment = small(epochs=6)
    experiment = replace(
        experiment, training=replace(experiment.training, stopping=StoppingSpec(rule="no_improvement", parameter=2))
    )
    history = RunHistory(experiment)
    records = list(trained(small(epochs=6)).kept())
    for record in records[:6]:
        history.add(record)
    history.add(Stopped(5, records[3], restored=True))
    page.show_runs([DrawnRun(history, 1, selected=True)])
    lines = _items(page.cost, pg.InfiniteLine)

    assert {(line.value(), line.label.format) for line in lines if line.label is not None} == {
        (3.0, "best: epoch 3 is used"),
        (5.0, "stopped at 5: 2 epochs without improvement"),
    }
