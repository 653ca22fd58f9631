"""What all plots share: the size of their legends, and where the mouse is."""

from functools import partial

import pytest
from PySide6.QtCore import QLocale, QPointF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.legend import SAMPLE, TIGHT_SAMPLE, Legend
from nnreg_gui.plots.plot import Plot

ENTRIES = [(Line.SOLID, "training"), (Line.DASHED, "validation"), (Line.DOTTED, "penalty")]


@pytest.fixture
def plot(qtbot: QtBot) -> Plot:
    QApplication.instance().setProperty("basePointSize", 10.5)
    plot = Plot(NumberAxis("left"), NumberAxis("bottom"))
    _write(plot, 10.5)
    qtbot.addWidget(plot)
    plot.set_title("Cost")
    plot.legend.set_entries(ENTRIES)
    plot.resize(1000, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def _write(plot: Plot, points: float) -> None:
    font = plot.font()
    font.setPointSizeF(points)
    plot.setFont(font)


def _points(legend: Legend) -> float:
    return legend.text_font().pointSizeF()


def test_a_legend_is_read_from_the_last_row_of_a_projector(plot: Plot) -> None:
    assert QFontMetricsF(plot.legend.text_font()).capHeight() >= 0.025 * 720


def test_a_legend_becomes_smaller_until_it_fits_then_cuts_names_and_leaves_them_out_last(
    qtbot: QtBot, plot: Plot
) -> None:
    legend, full = plot.legend, _points(plot.legend)
    high = legend.height()
    plot.resize(430, 300)
    qtbot.waitUntil(lambda: legend.height() < high)
    assert 10.5 < _points(legend) < full
    assert legend._fitting_entries() == ENTRIES

    plot.resize(300, 300)
    qtbot.waitUntil(lambda: _points(legend) == 10.5)
    names = [name for _, name in legend._fitting_entries()]
    assert len(names) == len(ENTRIES)
    assert names[1][-1] == "…"
    assert "validation".startswith(names[1][:-1])
    assert legend._width_of(legend._fitting_entries(), legend.text_font(), legend._sample) <= legend.width()

    plot.resize(200, 100)
    qtbot.waitUntil(lambda: 0 < len(legend._fitting_entries()) < len(ENTRIES))
    assert legend._fitting_entries()[-1][0] == ENTRIES[-1][0]

    plot.resize(1000, 300)
    qtbot.waitUntil(lambda: legend.height() == high)
    assert _points(legend) == full


def test_a_long_name_leaves_a_legend_whole(qtbot: QtBot, plot: Plot) -> None:
    named = [(Line.SOLID, "6"), (Line.DASHED, "a pullover with a very long name"), (Line.DOTTED, "strongest other")]
    plot.legend.set_entries(named)
    plot.resize(420, 300)
    qtbot.waitUntil(lambda: plot.legend.width() < plot.legend.sizeHint().width())
    short, long, other = (name for _, name in plot.legend._fitting_entries())

    assert short == "6"
    assert other == "strongest other", "the longest name is cut first"
    assert long.endswith("…")


def test_a_legend_that_has_no_room_beside_the_title_goes_below_it(qtbot: QtBot, plot: Plot) -> None:
    legend = plot.legend
    plot.set_title("A title that leaves no room")
    plot.resize(300, 300)
    qtbot.waitUntil(lambda: legend.geometry().top() > plot._title.geometry().bottom())
    assert len(legend._fitting_entries()) == len(ENTRIES)
    assert legend.geometry().bottom() < 60, "the picture keeps its height"

    plot.resize(300, 100)
    qtbot.waitUntil(lambda: legend.geometry().left() > plot._title.geometry().right())
    plot.resize(300, 300)
    plot.set_title("Cost")
    qtbot.waitUntil(lambda: legend.geometry().left() > plot._title.geometry().right())


def test_before_a_name_is_cut_samples_and_the_title_become_shorter(qtbot: QtBot, plot: Plot) -> None:
    legend, title = plot.legend, plot._title
    plot.set_title("Cost of the images", "C₀")
    assert title.text() == "Cost of the images"
    whole = legend.whole_width()
    plot.resize(title.sizeHint().width() + whole - 20, 100)
    qtbot.waitUntil(lambda: title.text() == "C₀" and legend._sample == SAMPLE)
    plot.resize(title.sizeHint().width() + whole - 20, 100)
    qtbot.waitUntil(lambda: legend._sample == TIGHT_SAMPLE)
    assert legend._fitting_entries() == ENTRIES

    legend.hide()
    plot.resize(200, 100)
    qtbot.waitUntil(lambda: title.text() == "Cost of the images")


def test_what_enlarges_all_text_does_not_enlarge_a_legend_twice(qtbot: QtBot, plot: Plot) -> None:
    full = _points(plot.legend)
    _write(plot, 1.5 * 10.5)
    qtbot.waitUntil(lambda: _points(plot.legend) == full)
    _write(plot, 2.5 * 10.5)
    qtbot.waitUntil(lambda: _points(plot.legend) == 2.5 * 10.5)


def test_a_plot_without_a_legend_leaves_no_room_for_one(qtbot: QtBot, plot: Plot) -> None:
    plot.legend.set_entries([])
    qtbot.waitUntil(lambda: plot.legend.height() == plot.fontMetrics().height())


def test_the_text_before_the_first_run_stays_in_the_middle_of_the_picture(qtbot: QtBot, plot: Plot) -> None:
    plot.set_empty_text("Press Space to start.")
    plot.resize(500, 200)
    high = plot._canvas.height()
    plot.legend.set_entries([])  # the head of the plot becomes lower
    qtbot.waitUntil(lambda: plot._canvas.height() > high)

    assert plot._empty.geometry().center() == plot._canvas.rect().center()


def test_it_is_told_where_the_mouse_is_by_its_axes_and_when_it_has_left(qtbot: QtBot) -> None:
    told: list[QPointF | None] = []

    class Pointed(Plot):
        def point_at(self, place: QPointF | None) -> None:
            told.append(place)

    plot = Pointed(NumberAxis("left"), NumberAxis("bottom"))
    qtbot.addWidget(plot)
    plot.resize(400, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.set_range((0.0, 4.0), (0.0, 3.0))
    canvas = plot.view.getViewWidget()
    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(plot.view.mapViewToScene(QPointF(2.0, 1.0))))
    qtbot.waitUntil(lambda: bool(told))
    assert told[-1] is not None
    assert abs(told[-1].x() - 2.0) < 0.05
    assert abs(told[-1].y() - 1.0) < 0.05

    QTest.mouseMove(canvas.viewport(), canvas.mapFromScene(QPointF(2.0, 2.0)))  # beside the view, above the axis
    qtbot.waitUntil(lambda: told[-1] is None)


def test_an_axis_left_out_before_the_plot_is_seen_has_its_height_when_it_is(plot: Plot) -> None:
    plot.set_empty_text("Nothing yet.")
    plot.show_bottom_axis(False)
    plot.set_empty_text("")
    assert plot._bottom.maximumHeight() == 6


@pytest.mark.parametrize("points", [10.5, 15.75, 21.0, 26.25])
def test_a_decimal_comma_below_the_picture_is_not_cut_to_a_point(
    plot: Plot, points: float, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(partial(QLocale.setDefault, QLocale()))
    QLocale.setDefault(QLocale("cs"))
    _write(plot, points)
    plot.set_bottom_label("")
    plot.show_bottom_axis(True)
    plot.set_range((0.0, 1.0), (0.0, 1.0))
    QApplication.processEvents()
    picture = plot.grab().toImage()

    ground = plot.palette().base().color().rgb()
    rows = range(picture.height() - 1, 0, -1)
    right = range(picture.width() // 2, picture.width())  # of the numbers at the left
    inked = [any(picture.pixel(x, y) != ground for x in right) for y in rows]
    assert not inked[0]
    below = inked.index(True)
    high = inked.index(False, below) - below
    assert abs(high - QFontMetricsF(plot.style_of_plot.axis_font).tightBoundingRect("0,5").height()) <= 1
