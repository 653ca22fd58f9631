"""The pictures of pruning: curves with their diamonds, the histogram with its cut."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.questions.pruning_questions import PERCENTS
from nnreg_gui.pages.pruning.pruned_histogram import PrunedHistogram
from nnreg_gui.pages.pruning.pruning_curves import PruningCurves
from nnreg_gui.plots.robustness_curves import DisturbedRun


@pytest.fixture
def curves(qtbot: QtBot) -> PruningCurves:
    curves = PruningCurves(PERCENTS)
    qtbot.addWidget(curves)
    curves.resize(400, 300)
    curves.show()
    falling = np.linspace(0.9, 0.1, 100)
    curves.show_runs([DisturbedRun(1, "Off", False, falling), DisturbedRun(2, "L2", True, np.sqrt(falling))])
    return curves


def test_values_are_read_at_the_nearest_percent(curves: PruningCurves) -> None:
    curves.show_values(0.498)
    text = curves._values.text()
    assert "50\N{NO-BREAK SPACE}% pruned" in text
    assert "49.6\N{NO-BREAK SPACE}%" in text


def test_dragging_the_line_chooses_whole_percents(curves: PruningCurves, qtbot: QtBot) -> None:
    with qtbot.waitSignal(curves.value_chosen) as chosen:
        curves._cursor.setPos(0.3312)
        curves._cursor.sigDragged.emit(curves._cursor)
    assert chosen.args == [0.33]


def test_diamonds_stand_where_fine_tuning_led(curves: PruningCurves) -> None:
    curves.show_tuned([(1, 0.8, 0.75)])
    assert [(point.pos().x(), point.pos().y()) for point in curves._diamonds.points()] == [(0.8, 0.75)]


def test_what_is_pruned_is_hatched_between_the_lines_and_the_rest_filled(qtbot: QtBot) -> None:
    histogram = PrunedHistogram()
    qtbot.addWidget(histogram)
    histogram.show_weights(np.linspace(-1, 1, 1001, dtype=np.float32), number=2, cut=0.33)
    assert [line.value() for line in histogram._lines] == [-0.33, 0.33]
    gone, _ = histogram._gone.getData()
    assert (gone[0], gone[-1]) == (-0.33, 0.33)
    assert histogram._gone.opts["brush"].style() is Qt.BrushStyle.BDiagPattern
    left, right = (item.getData()[0] for item in histogram._kept)
    assert (left[0], left[-1], right[0], right[-1]) == (-1, -0.33, 0.33, 1)
    assert all(item.opts["brush"].style() is Qt.BrushStyle.SolidPattern for item in histogram._kept)

    histogram.show_weights(np.linspace(-1, 1, 1001, dtype=np.float32), number=2, cut=0.0)
    assert not any(line.isVisible() for line in histogram._lines)
    histogram.show_weights(np.linspace(-1, 1, 1001, dtype=np.float32), number=2, cut=1.0)
    assert not any(item.isVisible() for item in histogram._kept), "everything is pruned"
    histogram.show_weights(None)
    assert not histogram._gone.isVisible()


@pytest.mark.parametrize("cut", [0.05, 0.33, 0.6, 0.75, 0.95])
def test_no_line_runs_through_what_is_written_of_the_hatched_part(qtbot: QtBot, cut: float) -> None:
    histogram = PrunedHistogram()
    qtbot.addWidget(histogram)
    histogram.resize(400, 250)
    with qtbot.waitExposed(histogram):
        histogram.show()
    histogram.show_weights(np.linspace(-1, 1, 1001, dtype=np.float32), number=2, cut=cut)
    words = histogram._words.mapRectToParent(histogram._words.boundingRect())

    assert histogram._words.toPlainText().startswith("hatched")
    for line in histogram._lines:
        assert not words.left() + 1e-6 < line.value() < words.right() - 1e-6
