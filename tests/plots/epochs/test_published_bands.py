"""Names of published figures beside their bands, placed where no curve runs."""

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot
from nnreg_gui.plots.epochs.published_bands import PublishedBand

MadeUp = Callable[..., RunHistory]
WORDS = "Nielsen, 2015: 82.27 % with 1,000 images"


@pytest.fixture
def accuracy(qtbot: QtBot) -> AccuracyPlot:
    plot = AccuracyPlot()
    qtbot.addWidget(plot)
    plot.set_empty_text("")
    plot.resize(640, 320)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def _run(made_up: MadeUp, validation: np.ndarray) -> DrawnRun:
    training = np.linspace(0.99, 1.0, len(validation))
    return DrawnRun(made_up(training_accuracy=training, validation_accuracy=validation), 1, selected=True)


def _label(plot: AccuracyPlot) -> QRectF | None:
    """Return where the words are, in scene coordinates."""
    for item in plot.view.childGroup.childItems():
        if isinstance(item, pg.TextItem) and item.isVisible() and item.textItem.toPlainText() == WORDS:
            return item.mapRectToScene(item.boundingRect())
    return None


def _points(plot: AccuracyPlot, curve: np.ndarray) -> list[QPointF]:
    epochs = np.linspace(0, len(curve) - 1, 2_000)
    heights = np.interp(epochs, np.arange(len(curve)), curve)
    return [plot.view.mapViewToScene(QPointF(x, y)) for x, y in zip(epochs, heights, strict=True)]


@pytest.mark.parametrize("level", [0.8, 0.815, 0.86, 0.875, 0.89])
def test_words_of_a_band_lie_on_no_curve(accuracy: AccuracyPlot, made_up: MadeUp, level: float) -> None:
    validation = np.concatenate([np.linspace(0.6, level, 10), np.full(40, level)])
    accuracy.show_runs([_run(made_up, validation)])
    accuracy.show_bands([PublishedBand(0.82, 0.86, WORDS)])

    label = _label(accuracy)
    assert label is not None
    assert not any(label.contains(point) for point in _points(accuracy, validation))
    assert accuracy.view.sceneBoundingRect().contains(label)


def test_without_a_free_place_they_leave_and_come_back(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    everywhere = np.where(np.arange(400) % 2, 0.52, 0.98)
    accuracy.show_bands([PublishedBand(0.86, 0.88, WORDS)])
    accuracy.show_runs([_run(made_up, everywhere)])
    assert _label(accuracy) is None

    accuracy.show_runs([])
    accuracy.show_runs([_run(made_up, np.full(400, 0.91))])
    assert _label(accuracy) is not None


def test_where_a_curve_runs_all_along_a_band_words_lie_farther_off(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    validation = np.concatenate([[0.93, 0.97], np.full(100, 0.99)])
    accuracy.resize(640, 200)
    accuracy.show_runs([_run(made_up, validation)])
    accuracy.show_bands([PublishedBand(0.992, 0.9945, WORDS)])

    label = _label(accuracy)
    assert label is not None
    assert not any(label.contains(point) for point in _points(accuracy, validation))
