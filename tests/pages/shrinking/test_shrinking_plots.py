"""The pictures of shrinking weights."""

from collections.abc import Callable
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.shrinking import ShrinkingNumbers
from nnreg_gui.pages.shrinking.difference_plot import DifferencePlot
from nnreg_gui.pages.shrinking.shrink_curves import ShrinkCurves
from nnreg_gui.pages.shrinking.shrinking_bars import ShrinkingBars
from nnreg_gui.pages.shrinking.weight_curves import LargestWeightPlot, SmallWeightsPlot
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.neuron_rows import NEURONS, NeuronRow, NeuronRows
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.weight_shares_plot import WeightSharesPlot

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
Kind = TypeVar("Kind", bound=QWidget)


def shown(qtbot: QtBot, widget: Kind) -> Kind:
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


@pytest.mark.parametrize("points", [10.5, 15.75, 21.0])
def test_words_stand_where_nothing_else_is_written_or_not_at_all(qtbot: QtBot, points: float) -> None:
    curves = shown(qtbot, ShrinkCurves())
    font = curves.font()
    font.setPointSizeF(points)
    curves.setFont(font)
    seen = set()
    for height in range(140, 700, 20):
        curves.resize(700, height)
        QApplication.processEvents()
        name, words = curves._name, [item for item in curves._words if item.isVisible()]
        seen.add(len(words))
        assert name.isVisible()
        assert not any(name.sceneBoundingRect().intersects(item.sceneBoundingRect()) for item in words), height
    assert 0 in seen
    assert len(seen) > 1, "where there is room, they stand there"


def test_the_curves_show_the_changes_and_mark_where_they_cross(qtbot: QtBot) -> None:
    curves = shown(qtbot, ShrinkCurves())
    curves.show_numbers(ShrinkingNumbers(lambda_l2=0.1, lambda_l1=0.15))

    assert sorted(line.value() for line in curves._crossings) == pytest.approx([-1.5, 1.5])
    x, y = curves._points.getData()
    assert x == pytest.approx([-1.5, 1.5])
    assert y == pytest.approx([75, -75])  # millionths: 0.5 · 0.15 / 1,000
    assert curves._name.toPlainText() == "|w| = 1.5"
    assert curves._jump.getData()[1] == pytest.approx([-75, 0, 75])


def test_a_crossing_far_outside_is_not_drawn(qtbot: QtBot) -> None:
    curves = shown(qtbot, ShrinkCurves())
    for numbers in (ShrinkingNumbers(lambda_l2=0.001, lambda_l1=1.0), ShrinkingNumbers(lambda_l2=0.0)):
        curves.show_numbers(numbers)
        assert not any(line.isVisible() for line in curves._crossings)
        assert curves.limit == 2.5
    curves.show_numbers(ShrinkingNumbers(lambda_l2=0.1, lambda_l1=0.8))
    assert curves.limit > 8


def test_a_bar_is_as_high_as_its_weight(qtbot: QtBot) -> None:
    bars = shown(qtbot, ShrinkingBars())
    start = np.array([2.0, 1.0, -1.0], np.float32)
    bars.show_weights(start, start / np.float32(2))

    one, half, below = (bars.bar(weight) for weight in range(3))
    assert one.height() == pytest.approx(2 * half.height())
    assert half.bottom() == pytest.approx(below.top())
    assert bars.accessibleDescription() == "1, 0.5, −0.5"


def test_the_histogram_compares_two_runs_in_common_bins(qtbot: QtBot, small: Small, trained: Trained) -> None:
    plot = shown(qtbot, WeightSharesPlot())
    one, other = trained(small(epochs=1)), trained(small(epochs=1, penalty="l1", lambda_=1.0))
    plot.show_runs(DrawnRun(one, 1), DrawnRun(other, 2))

    (x_1, y_1), (x_2, y_2) = (steps.getData() for steps in plot._steps)
    assert np.array_equal(x_1, x_2)
    assert (y_1**2).sum() == pytest.approx(1)
    assert (y_2**2).sum() == pytest.approx(1)
    assert "Run 2: L1 (outline)" in plot._words[1].toPlainText()
    font = plot._words[1].textItem.font()
    assert font.pointSizeF() > plot.font().pointSizeF(), "its words are a legend"
    assert plot._words[1].boundingRect().width() < 0.5 * plot.view.width()
    assert plot._steps[0].opts["fillLevel"] == 0
    seen = plot.view.viewRange()
    plot.look_at((-0.5, 0.5))
    assert plot.view.viewRange()[0] == [-0.5, 0.5]
    plot.show_whole()
    assert plot.view.viewRange() == seen
    plot.show_runs(DrawnRun(one, 1), None)
    assert not plot._steps[1].isVisible()


def test_small_and_largest_weights_over_the_epochs(qtbot: QtBot, small: Small, trained: Trained) -> None:
    history = trained(small(epochs=1, penalty="l1", lambda_=1.0))
    for plot, column in ((SmallWeightsPlot(), "small_weights"), (LargestWeightPlot(), "largest_weight")):
        shown(qtbot, plot).show_runs([DrawnRun(history, 1), DrawnRun(trained(small(epochs=1)), 2)])
        assert plot._numbers.keys() == {1, 2}
        assert plot.view.viewRange()[1][1] >= history.column(column).max()
    assert SmallWeightsPlot().value_text(0.5) == "50.0\N{NO-BREAK SPACE}%"


def test_the_first_neurons_of_two_runs_share_their_colours(qtbot: QtBot) -> None:
    rows = shown(qtbot, NeuronRows())
    random = np.random.default_rng(1)
    weak, strong = (random.normal(size=(30, 784)).astype(np.float32) * scale for scale in (0.1, 2.0))
    rows.show_rows([NeuronRow("one", weak), NeuronRow("other", strong)])

    both = np.abs(np.concatenate([weak[:NEURONS], strong[:NEURONS]]))
    assert rows.scale == pytest.approx(np.quantile(both, 0.99))
    image = rows.grab().toImage()
    assert len({image.pixel(x, y) for x in range(0, 500, 5) for y in range(0, 300, 5)}) > 50
    rows.show_rows([NeuronRow("one", weak[:1])])  # a network of one neuron
    assert rows.accessibleDescription() == "one"


def test_the_difference_is_drawn_in_points_around_zero(qtbot: QtBot) -> None:
    plot = shown(qtbot, DifferencePlot())
    difference = np.concatenate([np.full(10, 0.5), np.full(10, -0.02)])
    plot.show_difference(difference, run_colour(1, plot.palette()))

    assert plot._curve.getData()[1].min() == pytest.approx(-2)
    assert plot.view.viewRange()[1] == pytest.approx([-2, 2])  # the start may be outside
