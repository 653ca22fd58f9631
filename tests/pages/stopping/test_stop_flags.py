"""Flags where rules stop a run."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.stopping.race_plot import RaceAccuracyPlot, RaceCostPlot
from nnreg_gui.pages.stopping.stop_flags import RuleStop, place_flags
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.made_up_runs import made_up_run


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetricsF:
    return QFontMetricsF(QFont())


def stops_at(*places: float) -> list[tuple[RuleStop, QPointF]]:
    return [
        (RuleStop(number, f"rule {number}", round(x), 1), QPointF(x, 250)) for number, x in enumerate(places, start=1)
    ]


def test_no_staff_crosses_the_words_of_another(metrics: QFontMetricsF) -> None:
    flags = place_flags(stops_at(10, 10, 12, 30, 31, 70, 200, 203), 3, QRectF(0, 0, 400, 300), metrics)

    assert [flag.text for flag in flags] == [f"rule {number}" for number in range(1, 9)]
    assert [flag.highlighted for flag in flags] == [number == 3 for number in range(1, 9)]
    for flag in flags:
        others = [other.box for other in flags if other is not flag]
        assert not any(flag.box.intersects(other) for other in others)
        staff = [other for other in others if other.left() < flag.point.x() - 1 < other.right() - 1]
        assert all(other.bottom() <= flag.box.top() + 0.1 for other in staff)
    assert flags[-2].box.top() == 0  # where there is room, they start at the top again


def test_where_there_is_no_room_for_names_there_are_numbers_and_then_only_what_stands_out(
    metrics: QFontMetricsF,
) -> None:
    points = stops_at(*(30.0 * number for number in range(1, 9)))
    for height, texts in (
        (12.0, [f"rule {number}" for number in range(1, 9)]),
        (3.0, [str(number) for number in range(1, 9)]),
    ):
        flags = place_flags(points, 2, QRectF(0, 0, 600, height * metrics.height()), metrics)
        assert [flag.text for flag in flags] == texts
    flags = place_flags(stops_at(*range(10, 18)), 2, QRectF(0, 0, 600, 3 * metrics.height()), metrics)
    assert [flag.text for flag in flags if flag.text] == ["2"]


def test_words_do_not_leave_the_picture(metrics: QFontMetricsF) -> None:
    (flag,) = place_flags(stops_at(395), 1, QRectF(0, 0, 400, 300), metrics)

    assert flag.box.right() <= 400
    assert flag.box.left() < flag.point.x() <= flag.box.right()


def test_a_name_that_is_wider_than_the_picture_gives_way_to_its_number(metrics: QFontMetricsF) -> None:
    (flag,) = place_flags(stops_at(30), 1, QRectF(0, 0, metrics.horizontalAdvance("rule"), 300), metrics)

    assert flag.text == "1"


def test_the_plots_show_known_stops_on_a_logarithmic_axis(qtbot: QtBot) -> None:
    history = made_up_run(epochs=40, planned=100)
    stops = [RuleStop(1, "GL 1", 10, 0), RuleStop(2, "UP 2", 30, 4), RuleStop(3, "PQ 2", 60, 4)]
    for plot in (RaceCostPlot(), RaceAccuracyPlot()):
        qtbot.addWidget(plot)
        plot.resize(500, 320)
        with qtbot.waitExposed(plot):
            plot.show()
        plot.show_runs([DrawnRun(history, 1, live=True, selected=True)])
        plot.show_stops(stops, 2)
        assert plot.flags is not None
        assert [(flag.text, flag.highlighted) for flag in plot.flags.placed] == [("GL 1", False), ("UP 2", True)]
        assert plot.flags.placed[0].point.x() == pytest.approx(plot.flags.boundingRect().width() / 2.5, rel=0.02)
        plot.grab()
        plot.show_stops([], None)
        assert not plot.flags.isVisible()
