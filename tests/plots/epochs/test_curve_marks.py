"""Symbols and words at points of curves: their places, and what they keep clear of."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.curve_marks import DIAMOND, RING, SPAN, CurveMark, place_marks
from nnreg_gui.plots.epochs.learning_curves import AccuracyPlot, CostPlot
from nnreg_gui.plots.epochs.published_bands import PublishedBand

MadeUp = Callable[..., RunHistory]
AREA = QRectF(0, 0, 400, 200)


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetricsF:
    return QFontMetricsF(QFont())


@pytest.fixture
def accuracy(qtbot: QtBot) -> AccuracyPlot:
    plot = AccuracyPlot()
    qtbot.addWidget(plot)
    plot.set_empty_text("")
    plot.resize(640, 320)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def _at(text: str, x: float, y: float, symbol: str = RING) -> tuple[CurveMark, QPointF, QPointF]:
    return CurveMark(0, "validation_cost", text, symbol), QPointF(x, y), QPointF(x, y)


def _flat(y: float) -> np.ndarray:
    columns = np.arange(400.0)
    return np.stack([columns, np.full(400, y)], 1)


@pytest.mark.parametrize("x", [1.0, 200.0, 399.0])
@pytest.mark.parametrize("y", [1.0, 100.0, 199.0])
def test_words_are_within_the_picture_and_off_the_curve(metrics: QFontMetricsF, x: float, y: float) -> None:
    curve = _flat(y)
    (mark,) = place_marks([_at("lowest at epoch 18", x, y)], curve, [], AREA, metrics)

    assert mark.text == "lowest at epoch 18"
    assert AREA.contains(mark.box)
    assert not any(mark.box.contains(QPointF(*point)) for point in curve)


def test_words_keep_clear_of_labels_and_of_each_other(metrics: QFontMetricsF) -> None:
    label = QRectF(205, 60, 150, 35)
    marks = [_at("one mark", 200, 100), _at("another mark", 210, 100, DIAMOND), _at("a third mark", 190, 95)]
    placed = place_marks(marks, _flat(100), [label], AREA, metrics)

    boxes = [mark.box for mark in placed]
    assert len(boxes) == 3
    for own, box in enumerate(boxes):
        assert not box.isNull()
        assert not box.intersects(label)
        assert not any(box.intersects(other) for other in boxes[own + 1 :])


def test_without_room_the_symbol_stands_alone(metrics: QFontMetricsF) -> None:
    (mark,) = place_marks([_at("lowest at epoch 18", 200, 100)], _flat(100), [AREA], AREA, metrics)

    assert (mark.point, mark.text) == (QPointF(200, 100), "")


def test_words_cover_no_curve_they_leave_instead(metrics: QFontMetricsF) -> None:
    lines = np.concatenate([_flat(y) for y in np.arange(2.0, 200.0, 0.8 * metrics.height())])
    (mark,) = place_marks([_at("lowest at epoch 18", 200, 100)], lines, [], AREA, metrics)
    assert mark.text == ""

    far_off = lines[np.abs(lines[:, 1] - 100) < 3 * metrics.height()]
    (mark,) = place_marks([_at("lowest at epoch 18", 200, 100)], far_off, [], AREA, metrics)
    assert mark.text != "", "there is room beyond the lines"
    assert not any(mark.box.contains(QPointF(*point)) for point in far_off)


def test_what_lies_outside_is_left_out_but_a_span_keeps_a_place_at_the_edge(metrics: QFontMetricsF) -> None:
    assert place_marks([_at("away", 500, 100)], _flat(100), [], AREA, metrics) == []
    assert place_marks([_at("below", 100, 300)], _flat(100), [], AREA, metrics) == []

    (span,) = place_marks([_at("gap", 100, 300, SPAN)], _flat(100), [], AREA, metrics)
    assert AREA.contains(span.point)


def test_marks_stand_on_the_curve_of_the_selected_run(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    history = made_up(training_accuracy=[0.1, 0.7, 0.9, 1.0, 1.0], validation_accuracy=[0.1, 0.6, 0.7, 0.7, 0.7])
    accuracy.show_runs([DrawnRun(made_up(epochs=4), 1), DrawnRun(history, 2, selected=True)])
    accuracy.show_curve_marks(
        [
            CurveMark(3, "training_accuracy", "100 % at epoch 3", DIAMOND),
            CurveMark(2, "validation_accuracy", "gap", SPAN, "training_accuracy"),
        ]
    )
    view = accuracy.view

    def place(epoch: int, share: float) -> QPointF:
        return view.mapFromScene(view.mapViewToScene(QPointF(epoch, share)))

    perfect, gap = accuracy.curve_marks.placed
    for point, expected in ((perfect.point, place(3, 1.0)), (gap.point, place(2, 0.7)), (gap.end, place(2, 0.9))):
        assert point.x() == pytest.approx(expected.x(), abs=1)
        assert point.y() == pytest.approx(expected.y(), abs=8)  # a symbol at the very edge is moved inside
    assert (perfect.text, gap.text) == ("100 % at epoch 3", "gap")


def test_marks_follow_the_range_and_go_with_the_run(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    run = DrawnRun(made_up(epochs=10), 1, selected=True)
    accuracy.show_runs([run])
    accuracy.show_curve_marks([CurveMark(5, "validation_accuracy", "five")])
    (before,) = accuracy.curve_marks.placed
    accuracy.set_logarithmic(True)
    (after,) = accuracy.curve_marks.placed
    assert after.point.x() > before.point.x() * 1.2

    accuracy.show_curve_marks([CurveMark(0, "validation_accuracy", "none"), CurveMark(99, "penalty", "not yet")])
    assert accuracy.curve_marks.placed == []
    accuracy.show_curve_marks([CurveMark(5, "validation_accuracy", "five")])
    accuracy.show_runs([DrawnRun(run.history, 1)])
    assert accuracy.curve_marks.placed == []


def test_words_keep_clear_of_a_published_figure(qtbot: QtBot, made_up: MadeUp) -> None:
    plot = CostPlot()
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.set_empty_text("")
    with qtbot.waitExposed(plot):
        plot.show()
    plot.show_runs([DrawnRun(made_up(epochs=40), 1, selected=True)])
    plot.show_bands([PublishedBand(3, 9, "Reference: minimum near epoch 5 (3–9)", of_epochs=True)])
    plot.show_curve_marks([CurveMark(10, "validation_cost", "lowest at epoch 10")])
    (mark,) = plot.curve_marks.placed
    label = plot._bands.labels[0]
    (left, _), (_, top) = plot.view.viewRange()
    x = (label.pos().x() - left) / plot.view.viewPixelSize()[0]
    y = (top - label.pos().y()) / plot.view.viewPixelSize()[1]

    assert mark.text
    assert not mark.box.intersects(label.boundingRect().translated(x, y))


def test_marks_are_painted_in_the_looks_of_the_plot(accuracy: AccuracyPlot, made_up: MadeUp) -> None:
    accuracy.show_runs([DrawnRun(made_up(epochs=10), 1, selected=True)])
    blank = accuracy.grab().toImage()
    accuracy.show_curve_marks([CurveMark(5, "validation_accuracy", "five", DIAMOND)])
    accuracy.repaint()

    assert accuracy.grab().toImage() != blank
