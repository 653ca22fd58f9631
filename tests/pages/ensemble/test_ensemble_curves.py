"""Accuracy over the number of networks."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.ensemble.ensemble_curves import EnsembleCurves, EnsembleSeries
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.room import Room, tell_room
from nnreg_gui.widgets.themes import apply_theme

WITHOUT = EnsembleSeries("without", (0.83, 0.85), (0.84, 0.87), (0.84, 0.86), 2, "s")
REGULARIZED = EnsembleSeries("L2 λ 0.1", (0.88, 0.884), (0.882, 0.89), (0.882, 0.888), 1, "o")


@pytest.fixture
def plot(qapp: QApplication, qtbot: QtBot) -> EnsembleCurves:
    apply_theme(qapp, "light")
    plot = EnsembleCurves()
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def _ends(curve: object) -> list[tuple[float, float]]:
    x, y = curve.getData()  # type: ignore[attr-defined]
    return [(float(x[place]), float(y[place])) for place in (0, -1)]


def test_lines_go_from_one_network_to_all(plot: EnsembleCurves) -> None:
    plot.show_series([WITHOUT, REGULARIZED], 2)
    for series, items in zip((WITHOUT, REGULARIZED), plot._items, strict=True):
        assert _ends(items._average) == [pytest.approx((1, series.average[0])), pytest.approx((2, series.average[1]))]
        assert len(items._vote.getData()[0]) > 4, "dashed"
        x, y = items._single.getData()
        assert np.allclose(y, series.single)
        assert (x < 1).all()


def test_everything_is_inside_whatever_the_number(plot: EnsembleCurves) -> None:
    for most in (2, 20):
        many = EnsembleSeries("", (0.1,) * most, tuple(np.linspace(0.1, 0.99, most)), (0.5,) * most, 0, "d")
        plot.show_series([many, REGULARIZED], most)
        (left, right), (low, high) = plot.view.viewRange()
        x, _ = plot._items[1]._single.getData()
        assert left < x.min()
        assert right > most
        assert low < 0.1 < 0.99 < high


def test_runs_keep_their_numbers_and_repeats_have_one(plot: EnsembleCurves) -> None:
    runs = EnsembleSeries("chosen runs", (0.8, 0.82, 0.9), (0.84, 0.9, 0.92), (0.84, 0.9, 0.91), 0, "d", (3, 3, 5))
    plot.show_series([runs], 3)

    assert [(name, height) for name, _, _, height in plot._numbers(0.5)] == [("3", 0.82), ("5", 0.9)]
    assert plot._names() == []


def test_the_figures_of_a_size_are_shown(plot: EnsembleCurves) -> None:
    plot.show_series([WITHOUT, REGULARIZED], 3)
    values = plot.findChild(ValuesLabel)
    assert isinstance(values, QLabel)
    plot.show_size(2)
    assert values.isVisible()
    for part in ("Networks: 2", "87.00", "86.00", "89.00", "88.80"):
        assert part in values.text()
    plot.show_size(3)
    assert not values.isVisible()


def test_the_same_again_costs_nothing(plot: EnsembleCurves) -> None:
    plot.show_series([WITHOUT, REGULARIZED], 2)
    before = list(plot._items)
    plot.show_series([WITHOUT, REGULARIZED], 2)
    assert plot._items == before
    plot.show_series([], 2)
    assert plot._items == []
    tell_room(plot, Room.COMPACT)
