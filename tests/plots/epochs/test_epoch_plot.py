"""Curves of runs over epochs, on the cost and the accuracy plot: drawing, marks, shading and reading values."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from itertools import pairwise

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsPolygonItem, QGraphicsRectItem, QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot, CostPlot
from nnreg_gui.plots.epochs.published_bands import PublishedBand
from nnreg_gui.plots.style import run_colour, run_marker
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.themes import apply_theme
from nnreg_gui.window.language import Language

MadeUp = Callable[..., RunHistory]
NBSP = "\N{NO-BREAK SPACE}"


def _shown(qtbot: QtBot, plot: EpochPlot) -> EpochPlot:
    qtbot.addWidget(plot)
    plot.set_empty_text("")
    plot.resize(640, 320)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@pytest.fixture
def accuracy(qtbot: QtBot) -> AccuracyPlot:
    plot = AccuracyPlot()
    _shown(qtbot, plot)
    return plot


@pytest.fixture
def cost(qtbot: QtBot) -> CostPlot:
    plot = CostPlot()
    _shown(qtbot, plot)
    return plot


def _items(plot: EpochPlot, kind: type) -> list:
    return [item for item in plot.view.childGroup.childItems() if type(item) is kind and item.isVisible()]


def _curves(plot: EpochPlot) -> list[tuple[str, list[float], list[float]]]:
    """Return colour, x and y of the drawn curves: only corners, without the gaps of dashes."""
    found = []
    for curve in _items(plot, Curve):
        x, y = curve.getData()
        found.append((curve.opts["pen"].color().name(), x.tolist(), y.tolist()))
    return found


def _is_drawn(plot: EpochPlot, run: DrawnRun, column: str, first: int = 0) -> bool:
    """Return whether a solid curve of this run's colour goes through these values."""
    colour = run_colour(run.number, plot.palette()).name()
    epochs, values = run.history.column("epoch")[first:], run.history.column(column)[first:]
    places = plot.epochs.place(epochs)
    return any(
        of_colour == colour
        and len(x) == 2 * (len(epochs) - 1)
        and np.allclose([*x[::2], x[-1]], places)
        and np.allclose([*y[::2], y[-1]], values)
        for of_colour, x, y in _curves(plot)
    )


def _hover(plot: EpochPlot, epoch: float) -> None:
    """Move the mouse to an epoch in the picture."""
    (_, _), (bottom, top) = plot.view.viewRange()
    scene = plot.view.mapViewToScene(QPointF(epoch, (bottom + top) / 2))
    canvas = plot.view.getViewWidget()
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(scene) + QPoint(1, 0))
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(scene))


def _wheel(plot: EpochPlot) -> None:
    """Turn the mouse wheel over the middle of the picture."""
    viewport = plot.view.getViewWidget().viewport()
    QTest.mouseMove(viewport, viewport.rect().center())
    QApplication.processEvents()  # tells the picture where the mouse is
    place = QPointF(viewport.rect().center())
    event = QWheelEvent(
        place, viewport.mapToGlobal(place), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def _values(plot: EpochPlot) -> str:
    """Return the text of the table at the crosshair, or "" while it is hidden."""
    label = plot.findChild(ValuesLabel)
    return label.text() if label.isVisible() else ""


def _rows(plot: EpochPlot) -> list[list[str]]:
    """Return the cells of that table."""
    rows = re.findall("<tr.*?</tr>", _values(plot).replace("<b>", "").replace("</b>", ""))
    return [
        [unescape(cell).replace(NBSP, " ").strip() for cell in re.findall("<td.*?>(.*?)</td>", one)] for one in rows
    ]


# -------------------------------------------------------------------------------------------------------- curves


def _numbers(plot: EpochPlot) -> set[str]:
    return {label.textItem.toPlainText() for label in _items(plot, pg.TextItem)}


def test_each_run_has_its_curves_in_its_colour(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    runs = [DrawnRun(made_up(epochs=5), 1), DrawnRun(made_up(epochs=9), 3, selected=True)]
    accuracy.show_runs(runs)

    colours = [colour for colour, _, _ in _curves(accuracy)]
    assert len(colours) == 4
    for run in runs:
        assert _is_drawn(accuracy, run, "training_accuracy")
        assert colours.count(run_colour(run.number, accuracy.palette()).name()) == 2


def test_a_curve_grows_with_its_history(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    whole = made_up(epochs=8)
    history = RunHistory(whole.experiment)
    for record in whole.kept():
        history.add(record)
        run = DrawnRun(history, 1, live=True, selected=True)
        accuracy.show_runs([run])
        if len(history) > 1:
            assert _is_drawn(accuracy, run, "training_accuracy")
    assert len(history) == 9


def test_a_run_that_is_no_longer_shown_leaves_nothing_behind_and_the_others_keep_their_colours(
    accuracy: AccuracyPlot, made_up: MadeUp
) -> None:
    first, second = DrawnRun(made_up(epochs=5), 1), DrawnRun(made_up(epochs=9), 2, selected=True)
    accuracy.show_runs([first, second])
    accuracy.show_runs([second])

    assert len(_curves(accuracy)) == 2
    assert _is_drawn(accuracy, second, "training_accuracy")
    accuracy.show_runs([])
    assert _curves(accuracy) == []
    assert _items(accuracy, QGraphicsPolygonItem) == []


def test_another_run_under_the_same_number_is_drawn_anew(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    """As when the last run was removed while another page was visible, and a new one has taken its number."""
    one = DrawnRun(made_up(training_accuracy=[0.1, 0.5, 0.9, 1.0]), 2, selected=True)
    other = DrawnRun(made_up(training_accuracy=[0.1, 0.7, 0.6, 1.0]), 2, selected=True)
    accuracy.show_runs([one])
    accuracy.show_runs([other])

    assert _is_drawn(accuracy, other, "training_accuracy")
    assert not _is_drawn(accuracy, one, "training_accuracy")


def test_a_penalty_is_drawn_and_named_only_where_there_is_one(cost: CostPlot, made_up: MadeUp) -> None:
    cost.show_runs([DrawnRun(made_up(), 1, selected=True)])
    assert len(_curves(cost)) == 2
    without = cost.legend.sizeHint().width()

    cost.show_runs([DrawnRun(made_up(), 1, selected=True), DrawnRun(made_up(penalty=0.5), 2)])
    assert len(_curves(cost)) == 5
    assert cost.legend.sizeHint().width() > without


def test_the_gap_of_the_selected_run_is_shaded_in_its_colour(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    history = made_up(training_accuracy=[0.1, 0.6, 1.0], validation_accuracy=[0.1, 0.5, 0.7])
    accuracy.show_runs([DrawnRun(made_up(), 1), DrawnRun(history, 2, selected=True)])

    (shade,) = _items(accuracy, QGraphicsPolygonItem)
    corners = {(point.x(), point.y()) for point in shade.polygon()}
    assert corners == {(0, 0.1), (1, 0.6), (2, 1.0), (2, 0.7), (1, 0.5)}
    colour = shade.brush().color()
    assert QColor(colour.rgb()) == run_colour(2, accuracy.palette())
    assert colour.alphaF() < 0.3


def test_each_run_has_its_number_at_the_end_of_its_validation_curve(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    runs = [DrawnRun(made_up(epochs=100), 2), DrawnRun(made_up(epochs=50), 5, selected=True)]
    accuracy.show_runs(runs)
    labels = {label.textItem.toPlainText(): label for label in _items(accuracy, pg.TextItem)}

    assert set(labels) == {"2", "5"}
    for run in runs:
        place, last = labels[str(run.number)].pos(), len(run.history) - 1
        assert last * 0.9 <= place.x() <= last  # neighbours stand side by side
        column = run.history.column("validation_accuracy")
        assert place.y() == pytest.approx(np.interp(place.x(), np.arange(len(column)), column))
        assert labels[str(run.number)].color == run_colour(run.number, accuracy.palette())


@pytest.mark.parametrize("epochs", [3, 8, 24, 400])
def test_numbers_stand_side_by_side_where_curves_meet(accuracy: AccuracyPlot, made_up: MadeUp, epochs: int) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=epochs), number) for number in (1, 2, 3, 4)])
    labels = sorted(_items(accuracy, pg.TextItem), key=lambda label: label.pos().x())

    for one, other in pairwise(labels):
        pixels = (other.pos().x() - one.pos().x()) / accuracy.view.viewPixelSize()[0]
        assert pixels > one.boundingRect().width()


def test_a_run_that_has_run_away_flattens_no_others_and_is_said_to_leave(
    cost: CostPlot, accuracy: AccuracyPlot, made_up: MadeUp
) -> None:
    good = made_up(training_accuracy=[0.1, *[0.95] * 10], validation_accuracy=[0.1, *[0.85] * 10])
    wild = made_up(training_accuracy=[0.1] * 11, validation_accuracy=[0.1] * 11)
    wild.rows["validation_cost"][5:] = 5_257.0
    runs = [DrawnRun(good, 1, selected=True), DrawnRun(wild, 2)]
    cost.show_runs(runs)
    accuracy.show_runs(runs)

    assert cost.view.viewRange()[1][1] < 50
    assert accuracy.view.viewRange()[1][0] > 0.3
    assert _numbers(cost) == {"1", "2 ↑"}
    assert _numbers(accuracy) == {"1", "2 ↓"}

    cost.show_runs([DrawnRun(good, 1), DrawnRun(wild, 2, selected=True)])
    assert cost.view.viewRange()[1][1] >= 5_257, "what is selected is seen"
    assert _numbers(cost) == {"1", "2"}


def test_a_penalty_that_is_raised_in_mid_run_does_not_flatten_the_costs(cost: CostPlot, made_up: MadeUp) -> None:
    history = made_up(epochs=10, penalty=0.1)
    history.rows["penalty"][6:] = 120.0
    cost.show_runs([DrawnRun(history, 1, selected=True)])

    assert cost.view.viewRange()[1][1] < 20


def test_a_single_run_needs_no_number(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.show_runs([DrawnRun(made_up(), 1), DrawnRun(made_up(), 2)])
    accuracy.show_runs([DrawnRun(made_up(), 2)])

    assert _items(accuracy, pg.TextItem) == []


def test_the_theme_recolours_what_is_drawn(
    accuracy: AccuracyPlot, made_up: MadeUp, qapp: QApplication, qtbot: QtBot
) -> None:
    run = DrawnRun(made_up(), 1, selected=True)
    accuracy.show_runs([run])
    light = accuracy.view.getViewWidget().backgroundBrush().color()
    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: accuracy.view.getViewWidget().backgroundBrush().color().lightness() < 60, timeout=5_000)

    assert light.lightness() > 200
    assert _is_drawn(accuracy, run, "training_accuracy")


def test_curves_are_as_thick_as_the_zoom_asks(accuracy: AccuracyPlot, made_up: MadeUp, qapp: QApplication) -> None:
    accuracy.show_runs([DrawnRun(made_up(), 1, selected=True)])
    assert {curve.opts["pen"].widthF() for curve in _items(accuracy, Curve)} == {2.5}
    qapp.setProperty("basePointSize", 10.5)
    font = qapp.font()
    font.setPointSizeF(21)
    accuracy.setFont(font)

    assert {curve.opts["pen"].widthF() for curve in _items(accuracy, Curve)} == {5.0}


# -------------------------------------------------------------------------------------------------------- the axes


def test_a_live_run_grows_into_a_picture_that_does_not_move(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=30, planned=400), 1, live=True)])
    assert accuracy.view.viewRange()[0] == pytest.approx([0, 1.02 * 400])

    accuracy.show_runs([DrawnRun(made_up(epochs=30, planned=400), 1)])
    assert accuracy.view.viewRange()[0] == pytest.approx([0, 1.02 * 30])


def test_the_accuracies_of_the_latter_half_are_in_sight(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    for low in (0.05, 0.55, 0.75, 0.97):
        history = made_up(training_accuracy=[0.1, low + 0.01, 1.0, 1.0], validation_accuracy=[0.1, low, low, low])
        accuracy.show_runs([DrawnRun(history, 1)])
        bottom, top = accuracy.view.viewRange()[1]

        assert bottom < low
        assert 1 < top < 1.1
    assert bottom > 0.9


def test_the_costs_are_in_sight_but_for_the_untrained_network(cost: CostPlot, made_up: MadeUp) -> None:
    history = made_up(epochs=20)
    cost.show_runs([DrawnRun(history, 1)])
    bottom, top = cost.view.viewRange()[1]

    assert bottom < 0
    assert history.column("validation_cost")[1:].max() <= top < history.column("validation_cost")[0]


def test_an_untrained_network_alone_is_in_sight(cost: CostPlot, made_up: MadeUp) -> None:
    history = made_up(epochs=0, planned=10)
    cost.show_runs([DrawnRun(history, 1, live=True, selected=True)])

    assert cost.view.viewRange()[1][1] >= history.column("validation_cost")[0]


def test_a_logarithmic_axis_moves_the_points_and_leaves_out_the_start(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    run = DrawnRun(made_up(epochs=10), 1, selected=True)
    accuracy.show_runs([run])
    accuracy.set_logarithmic(True)

    assert _is_drawn(accuracy, run, "training_accuracy", first=1)
    assert accuracy.view.viewRange()[0] == pytest.approx([0, 1])
    accuracy.set_logarithmic(False)
    assert _is_drawn(accuracy, run, "training_accuracy")


def test_an_untrained_network_on_a_logarithmic_axis_is_no_fault(
    accuracy: AccuracyPlot, cost: CostPlot, made_up: MadeUp
) -> None:
    for plot in (accuracy, cost):
        plot.set_logarithmic(True)
        plot.show_runs([DrawnRun(made_up(epochs=0, planned=10), n, live=True, selected=True) for n in (1, 2)])

        assert all(x == [] for _, x, _ in _curves(plot))


@pytest.mark.parametrize("way_back", ["action", "double click"])
def test_a_zoom_stays_until_the_whole_is_asked_for(accuracy: AccuracyPlot, made_up: MadeUp, way_back: str) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=10, planned=40), 1, live=True)])
    whole = accuracy.view.viewRange()
    _wheel(accuracy)
    zoomed = accuracy.view.viewRange()
    assert zoomed[0][1] - zoomed[0][0] < whole[0][1] - whole[0][0]
    accuracy.show_runs([DrawnRun(made_up(epochs=20, planned=40), 1, live=True)])
    assert accuracy.view.viewRange() == zoomed
    assert not accuracy._follows

    if way_back == "action":
        accuracy.show_whole()
    else:
        QTest.mouseDClick(accuracy.view.getViewWidget().viewport(), Qt.MouseButton.LeftButton)
    assert accuracy.view.viewRange() == [pytest.approx(axis) for axis in whole]
    assert accuracy._follows


# ------------------------------------------------------------------------------------------ marks and published figures


def test_marks_stand_at_their_epochs_with_their_words(cost: CostPlot, made_up: MadeUp) -> None:
    cost.show_runs([DrawnRun(made_up(epochs=10), 1, selected=True)])
    cost.show_marks([(2.5, "λ 0.1 → 1"), (6.0, "η 0.5 → 0.1")])
    marks = [line for line in _items(cost, pg.InfiniteLine) if line.angle == 90 and hasattr(line, "label")]

    assert {(line.value(), line.label.format) for line in marks} == {(2.5, "λ 0.1 → 1"), (6.0, "η 0.5 → 0.1")}
    cost.set_logarithmic(True)
    assert sorted(line.value() for line in marks) == pytest.approx(np.log10([2.5, 6.0]))
    cost.show_marks([])
    assert [line for line in _items(cost, pg.InfiniteLine) if hasattr(line, "label")] == []


def test_a_mark_at_the_start_has_a_place_on_a_logarithmic_axis(cost: CostPlot, made_up: MadeUp) -> None:
    cost.set_logarithmic(True)
    cost.show_runs([DrawnRun(made_up(epochs=10), 1, selected=True)])
    cost.show_marks([(0.0, "λ 0.1 → 1")])

    (mark,) = [line for line in _items(cost, pg.InfiniteLine) if hasattr(line, "label")]
    assert np.isfinite(mark.value())


def test_a_published_figure_is_a_band_with_its_words(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=10), 1, selected=True)])
    accuracy.show_bands([PublishedBand(0.8, 0.86, "Nielsen: 82.27 %")])

    (band,) = _items(accuracy, QGraphicsRectItem)
    assert (band.rect().top(), band.rect().bottom()) == pytest.approx((0.8, 0.86))
    assert (band.rect().left(), band.rect().right()) == pytest.approx(accuracy.view.viewRange()[0])
    assert [label.textItem.toPlainText() for label in _items(accuracy, pg.TextItem)] == ["Nielsen: 82.27 %"]
    accuracy.show_bands([])
    assert _items(accuracy, QGraphicsRectItem) == []
    assert _items(accuracy, pg.TextItem) == []


@pytest.mark.parametrize("high", [0.5, 0.999])
def test_the_words_of_a_band_are_never_cut_off_by_the_edge(
    accuracy: AccuracyPlot, made_up: MadeUp, high: float
) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=10), 1, selected=True)])
    accuracy.show_bands([PublishedBand(high - 0.03, high, "Reference measurement: best test")])
    (label,) = [item for item in _items(accuracy, pg.TextItem) if "Reference" in item.textItem.toPlainText()]
    place = label.mapRectToScene(label.boundingRect())

    assert accuracy.view.sceneBoundingRect().contains(place)


def test_a_band_of_epochs_follows_the_axis(cost: CostPlot, made_up: MadeUp) -> None:
    cost.show_runs([DrawnRun(made_up(epochs=40), 1, selected=True)])
    cost.show_bands([PublishedBand(8, 25, "minimum", of_epochs=True)])
    (band,) = _items(cost, QGraphicsRectItem)
    assert (band.rect().left(), band.rect().right()) == pytest.approx((8, 25))

    cost.set_logarithmic(True)
    assert (band.rect().left(), band.rect().right()) == pytest.approx(tuple(np.log10([8, 25])))


# ------------------------------------------------------------------------------------------------------- the crosshair


def test_pointing_at_an_epoch_shows_the_values_of_all_runs_there(
    accuracy: AccuracyPlot, made_up: MadeUp, qtbot: QtBot
) -> None:
    runs = [
        DrawnRun(made_up(training_accuracy=[0.1, 0.5, 0.75, 1], validation_accuracy=[0.1, 0.4, 0.5, 0.6]), 1),
        DrawnRun(made_up(training_accuracy=[0.2, 0.3, 0.425], validation_accuracy=[0.2, 0.3, 0.4]), 2, selected=True),
    ]
    accuracy.show_runs(runs)
    accuracy.epoch_hovered.connect(accuracy.show_epoch)
    _hover(accuracy, 2.1)
    qtbot.waitUntil(lambda: "Epoch 2" in _values(accuracy), timeout=5_000)

    for text in ("75.0", "50.0", "42.5", "40.0"):
        assert f"{text}{NBSP}%" in _values(accuracy)
    for run in runs:
        assert run_colour(run.number, accuracy.palette()).name() in _values(accuracy)
    (cross,) = [line for line in _items(accuracy, pg.InfiniteLine) if not hasattr(line, "label")]
    assert cross.value() == 2

    _hover(accuracy, 3.0)
    qtbot.waitUntil(lambda: "Epoch 3" in _values(accuracy), timeout=5_000)
    assert f"42.5{NBSP}%" not in _values(accuracy), "the second run has not come so far"


def test_the_values_stand_below_their_names(accuracy: AccuracyPlot, cost: CostPlot, made_up: MadeUp) -> None:
    """Four numbers without names told nothing of a run with wrong labels, nor did the third one of a penalty."""
    runs = [
        DrawnRun(made_up(training_accuracy=[0.1, 0.75], validation_accuracy=[0.1, 0.5], wrong_labels=0.2), 1),
        DrawnRun(
            made_up(training_accuracy=[0.1, 0.625], validation_accuracy=[0.1, 0.5], wrong_labels=0.2, penalty=0.5),
            2,
            selected=True,
        ),
    ]
    for plot in (accuracy, cost):
        plot.show_runs(runs)
        plot.show_epoch(1.0)
    assert _rows(accuracy) == [
        ["Epoch 1", "training", "validation", "learnt", "in spite"],
        ["1", "75.0 %", "50.0 %"],
        ["2", "62.5 %", "50.0 %", "62.5 %", "37.5 %"],
    ]
    assert _rows(cost)[0] == ["Epoch 1", "training", "validation", "penalty"]
    assert [len(row) for row in _rows(cost)[1:]] == [3, 4]

    accuracy.leave_out({"validation_accuracy"})
    accuracy.show_epoch(1.0)
    assert _rows(accuracy)[::2] == [
        ["Epoch 1", "training", "learnt", "in spite"],
        ["2", "62.5 %", "62.5 %", "37.5 %"],
    ]

    accuracy.leave_out(())
    accuracy.resize(240, 200)
    accuracy.show_epoch(1.0)
    assert _rows(accuracy)[0] == ["", "——", "– –", "· · ·", "– ·"], "where there is no room for names"
    assert "Epoch 1" in _values(accuracy)
    label = accuracy.findChild(ValuesLabel)
    assert label.geometry().left() >= 0
    assert label.geometry().right() < label.parentWidget().width()


def test_the_crosshair_goes_when_the_mouse_does(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.show_runs([DrawnRun(made_up(), 1, selected=True)])
    accuracy.show_epoch(3.0)
    assert _values(accuracy)

    accuracy.show_epoch(None)
    assert not _values(accuracy)
    assert [line for line in _items(accuracy, pg.InfiniteLine) if line.isVisible()] == []


def test_a_logarithmic_axis_has_no_crosshair_before_the_first_epoch(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.set_logarithmic(True)
    accuracy.show_runs([DrawnRun(made_up(epochs=2), 1, selected=True)])
    accuracy.show_epoch(1.0)
    assert _values(accuracy)
    accuracy.show_runs([DrawnRun(made_up(epochs=0, planned=2), 2, live=True, selected=True)])

    assert not _values(accuracy)


def test_under_a_mouse_that_rests_the_values_are_those_of_the_runs_that_are_drawn(
    accuracy: AccuracyPlot, made_up: MadeUp
) -> None:
    source, growing = made_up(epochs=4), RunHistory(made_up(epochs=4).experiment)
    growing.grow_like(source, 2)
    accuracy.show_runs([DrawnRun(growing, 1, live=True), DrawnRun(made_up(epochs=4), 2, selected=True)])
    accuracy.show_epoch(3.0)
    assert [row[0] for row in _rows(accuracy)] == ["Epoch 3", "2"]

    growing.grow_like(source, 4)
    accuracy.show_runs([DrawnRun(growing, 1, live=True, selected=True)])
    assert [row[0] for row in _rows(accuracy)] == ["Epoch 3", "1"], "one has come so far, the other was removed"
    accuracy.show_runs([])
    assert not _values(accuracy)
    assert [line for line in _items(accuracy, pg.InfiniteLine) if line.isVisible()] == []


@pytest.mark.parametrize(("pointed", "epoch"), [(-3.0, 0), (0.4, 0), (0.6, 1), (99.0, 10)])
def test_the_crosshair_stands_at_whole_epochs_that_exist(
    accuracy: AccuracyPlot, made_up: MadeUp, pointed: float, epoch: int
) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=10), 1, selected=True)])
    accuracy.show_epoch(pointed)

    assert f"Epoch {epoch}<" in _values(accuracy)


def test_the_epoch_at_the_crosshair_is_written_in_the_present_language(
    accuracy: AccuracyPlot, made_up: MadeUp, czech: None, qtbot: QtBot
) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=1_500), 1, selected=True)])
    qtbot.waitUntil(lambda: any("Přesnost" in label.text() for label in accuracy.findChildren(QLabel)))
    accuracy.show_epoch(1_200.0)

    assert f"Epocha 1{NBSP}200<" in _values(accuracy)
    assert "," in _values(accuracy).partition("<table>")[2]


def test_the_numbers_at_the_axes_follow_the_language(
    accuracy: AccuracyPlot, made_up: MadeUp, language: Language, qtbot: QtBot
) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=20_000), 1, selected=True)])
    english = accuracy.view.getViewWidget().grab().toImage()
    language.switch("cs")
    qtbot.waitUntil(lambda: any("Přesnost" in label.text() for label in accuracy.findChildren(QLabel)))

    assert accuracy.view.getViewWidget().grab().toImage() != english  # 20 000, not 20,000


def test_without_runs_there_is_nothing_to_point_at(accuracy: AccuracyPlot) -> None:
    accuracy.show_epoch(3.0)

    assert not _values(accuracy)


def test_a_changed_run_is_drawn_like_any_other(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    history = made_up(epochs=5)
    history.add(Changed(5.0, history.experiment, replace(history.experiment, seed=9)))
    run = DrawnRun(history, 1, selected=True)
    accuracy.show_runs([run])

    assert _is_drawn(accuracy, run, "training_accuracy")


def test_runs_of_one_colour_differ_in_a_marker(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=20), number) for number in (1, 8, 15)])
    markers = {item.opts["symbol"]: item for item in _items(accuracy, pg.ScatterPlotItem)}
    assert set(markers) == {run_marker(8), run_marker(15)}
    assert "" not in markers
    validation = made_up(epochs=20).column("validation_accuracy")
    for item in markers.values():
        x, y = item.getData()
        assert len(x) >= 6
        assert y == pytest.approx(np.interp(x, np.arange(21), validation))

    accuracy.show_runs([DrawnRun(made_up(epochs=20), 1)])
    assert _items(accuracy, pg.ScatterPlotItem) == []
