"""Repeats in the learning curves: the mean is the curve, the spread a band of strokes."""

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot
from nnreg_gui.plots.epochs.repeat_band import RepeatBand
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.values_label import ValuesLabel

MadeUp = Callable[..., RunHistory]


@pytest.fixture
def plot(qtbot: QtBot) -> AccuracyPlot:
    plot = AccuracyPlot()
    qtbot.addWidget(plot)
    plot.set_empty_text("")
    plot.resize(640, 320)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


@pytest.fixture
def repeats(made_up: MadeUp) -> tuple[RunHistory, ...]:
    """Three runs whose validation accuracies are 0.4, 0.5 and 0.6 at the end: mean 0.5, standard deviation 0.1."""
    return tuple(
        made_up(training_accuracy=[0.1, 0.6, 1.0], validation_accuracy=[0.1, 0.3, last]) for last in (0.4, 0.5, 0.6)
    )


def _items(plot: AccuracyPlot, kind: type) -> list:
    return [item for item in plot.view.childGroup.childItems() if type(item) is kind and item.isVisible()]


def _solid(plot: AccuracyPlot) -> list[list[float]]:
    """Return the corners of the curves with as many lines as epochs."""
    curves = [curve.getData() for curve in _items(plot, Curve)]
    return [[*y[::2], y[-1]] for x, y in curves if len(x) == 4]


def _ends(plot: AccuracyPlot) -> list[float]:
    return [float(curve.getData()[1][-1]) for curve in _items(plot, Curve)]


def test_the_curve_is_the_mean(plot: AccuracyPlot, repeats: tuple[RunHistory, ...]) -> None:
    plot.show_runs([DrawnRun(repeats[0], 1, repeats=repeats)])
    assert len(_items(plot, Curve)) == 2
    assert any(np.allclose(values, [0.1, 0.6, 1.0]) for values in _solid(plot))
    assert any(end == pytest.approx(0.5, abs=0.02) for end in _ends(plot))  # the last dash may end earlier


def test_the_band_is_as_wide_as_the_standard_deviation_and_in_the_colour_of_the_run(
    plot: AccuracyPlot, repeats: tuple[RunHistory, ...]
) -> None:
    plot.show_runs([DrawnRun(repeats[0], 2, repeats=repeats)])
    bands = _items(plot, RepeatBand)
    tops = sorted(float(np.max(band.getData()[1])) for band in bands)
    assert tops == pytest.approx([0.6, 1.0])
    for band in bands:
        assert band.opts["pen"].color().name() == run_colour(2, plot.palette()).name()
        assert band.opts["pen"].color().alphaF() < 1
        assert band.opts["pen"].widthF() < plot.style_of_plot.curve_width
    x, y = next(band.getData() for band in bands if np.max(band.getData()[1]) < 0.7)
    strokes = [(x[i], y[i], y[i + 1]) for i in range(0, len(x), 2) if x[i] == x[i + 1] and x[i] > 1]
    assert len(strokes) > 10
    for place, low, high in strokes:
        assert (high - low) / 2 == pytest.approx(0.1 * (place - 1), abs=1e-6)


def test_single_runs_have_no_band_and_a_new_repeat_moves_curve_and_band(
    plot: AccuracyPlot, repeats: tuple[RunHistory, ...]
) -> None:
    plot.show_runs([DrawnRun(repeats[0], 1)])
    assert _items(plot, RepeatBand) == []
    plot.show_runs([DrawnRun(repeats[0], 1, repeats=repeats[:1])])
    assert _items(plot, RepeatBand) == []
    assert max(_ends(plot)[1:]) == pytest.approx(0.4, abs=0.02)
    plot.show_runs([DrawnRun(repeats[0], 1, repeats=repeats)])
    assert len(_items(plot, RepeatBand)) == 2
    assert any(end == pytest.approx(0.5, abs=0.02) for end in _ends(plot))
    plot.show_runs([])
    assert _items(plot, RepeatBand) == []


def test_the_crosshair_tells_the_means(plot: AccuracyPlot, repeats: tuple[RunHistory, ...]) -> None:
    plot.show_runs([DrawnRun(repeats[1], 1, repeats=repeats)])
    plot.show_epoch(2.0)
    assert "50.0" in plot.findChild(ValuesLabel).text()


def test_on_a_logarithmic_axis_the_band_begins_with_the_first_epoch(
    plot: AccuracyPlot, repeats: tuple[RunHistory, ...]
) -> None:
    plot.show_runs([DrawnRun(repeats[0], 1, repeats=repeats)])
    plot.set_logarithmic(True)
    for band in _items(plot, RepeatBand):
        x, _ = band.getData()
        assert x.min() == pytest.approx(0)
        assert x.max() == pytest.approx(np.log10(2))


def test_a_picture_that_is_zoomed_in_far_is_still_drawn_quickly(
    plot: AccuracyPlot, repeats: tuple[RunHistory, ...]
) -> None:
    plot.show_runs([DrawnRun(repeats[0], 1, repeats=repeats)])
    plot.look_at((1.0, 1.00001))
    for band in _items(plot, RepeatBand):
        assert len(band.getData()[0]) < 10_000
