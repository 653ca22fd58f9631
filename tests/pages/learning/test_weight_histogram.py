"""Histograms of weights: comparable, and only as many as there are layers to show."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import WeightSummary
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.measuring import summarize_weights
from nnreg_gui.pages.learning.weight_histogram import WeightHistogram, density
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import run_colour

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def histogram(qtbot: QtBot) -> WeightHistogram:
    histogram = WeightHistogram(0)
    qtbot.addWidget(histogram)
    histogram.resize(400, 300)
    with qtbot.waitExposed(histogram):
        histogram.show()
    return histogram


def _steps(histogram: WeightHistogram) -> list[pg.PlotCurveItem]:
    """Return the drawn items: the start has a dotted pen, the selected run an area and no pen."""
    items = histogram.view.childGroup.childItems()
    return [item for item in items if isinstance(item, pg.PlotCurveItem) and item.isVisible()]


def _is_start(item: pg.PlotCurveItem) -> bool:
    return item.opts["pen"] is not None and item.opts["pen"].style() is Qt.PenStyle.DotLine


def _summary(weights: int, sd: float, seed: int = 1) -> WeightSummary:
    return summarize_weights(np.random.default_rng(seed).normal(0, sd, weights).astype(np.float32))


@pytest.mark.parametrize("weights", [1, 10, 300, 4_999, 5_000, 23_520])
@pytest.mark.parametrize("sd", [0.001, 0.2, 1.0, 30.0])
def test_every_area_is_one(weights: int, sd: float) -> None:
    edges, shares = density(_summary(weights, sd))

    assert len(edges) == len(shares) + 1
    assert (shares * np.diff(edges)).sum() == pytest.approx(1)
    assert (shares >= 0).all()


def test_a_layer_of_few_weights_has_fewer_bins() -> None:
    assert len(density(_summary(300, 1.0))[1]) < len(density(_summary(23_520, 1.0))[1])


def test_densities_of_different_widths_can_be_compared() -> None:
    """Weights five times smaller have bars five times higher, whatever their bins."""
    wide, narrow = (density(_summary(50_000, sd))[1].max() for sd in (1.0, 0.2))

    assert narrow / wide == pytest.approx(5, rel=0.1)


def test_the_selected_run_is_filled_in_its_colour_the_others_are_outlined(
    histogram: WeightHistogram, small: Small, trained: Trained
) -> None:
    runs = [
        DrawnRun(trained(small(epochs=2)), 1),
        DrawnRun(trained(small(epochs=2, penalty="l2", lambda_=5.0)), 2, selected=True),
    ]
    histogram.show_runs(runs)
    start, *both = sorted(_steps(histogram), key=_is_start, reverse=True)
    (filled,) = [item for item in both if item.opts["fillLevel"] is not None]
    (outlined,) = [item for item in both if item is not filled]

    assert QColor(filled.opts["brush"].color().rgb()) == run_colour(2, histogram.palette())
    assert filled.opts["pen"] is None
    assert outlined.opts["pen"].color() == run_colour(1, histogram.palette())
    assert _is_start(start)
    for item, run in ((filled, runs[1]), (outlined, runs[0])):
        assert run.history.newest is not None
        edges, shares = density(run.history.newest.layers[0])
        x, y = item.getData()
        assert np.array_equal(x, edges)
        assert np.array_equal(y, shares)
    assert runs[1].history.initial is not None
    assert np.array_equal(start.getData()[1], density(runs[1].history.initial.layers[0])[1])


def test_all_of_every_histogram_is_in_sight(histogram: WeightHistogram, small: Small, trained: Trained) -> None:
    runs = [
        DrawnRun(trained(small(epochs=2)), 1),
        DrawnRun(trained(small(epochs=2, penalty="l1", lambda_=20.0)), 2, selected=True),
    ]
    histogram.show_runs(runs)
    (left, right), (bottom, top) = histogram.view.viewRange()

    for item in _steps(histogram):
        x, y = item.getData()
        weights = x[:-1][y > 0]
        assert left <= weights.min()
        assert weights.max() <= right
        assert bottom <= 0
        assert y.max() <= top
    assert left == -right


def test_a_run_without_such_a_layer_or_without_records_is_left_out(
    qtbot: QtBot, small: Small, trained: Trained
) -> None:
    third = WeightHistogram(2)
    qtbot.addWidget(third)
    shallow, deep = trained(small(epochs=1)), trained(small(epochs=1, hidden=(4, 3)))
    empty = RunHistory(replace(shallow.experiment))
    third.show_runs([DrawnRun(shallow, 1, selected=True), DrawnRun(empty, 2), DrawnRun(deep, 3)])

    (only,) = _steps(third)
    assert only.opts["pen"].color() == run_colour(3, third.palette())


def test_a_run_that_is_no_longer_shown_leaves_nothing_behind(
    histogram: WeightHistogram, small: Small, trained: Trained
) -> None:
    histogram.show_runs([DrawnRun(trained(small(epochs=2)), 1, selected=True)])
    assert len(_steps(histogram)) == 2

    histogram.show_runs([])
    assert _steps(histogram) == []
