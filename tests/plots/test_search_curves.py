"""Mean, spread and the best over a logarithmic axis."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.searches.grids import Spread
from nnreg_gui.pages.finding_lambda.lambda_curves import LambdaCurves
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.search_curves import SearchCurves, SearchPoint, SearchSeries
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.themes import apply_theme


@pytest.fixture
def curves(qtbot: QtBot) -> SearchCurves:
    curves = SearchCurves()
    qtbot.addWidget(curves)
    curves.set_empty_text("")
    curves.resize(700, 320)
    with qtbot.waitExposed(curves):
        curves.show()
    curves.set_values(0.01, 10, with_off=True)
    return curves


def _points(*accuracies: float, start: int = -2) -> tuple[SearchPoint, ...]:
    return tuple(
        SearchPoint(10.0 ** (start + place), Spread(accuracy, 0.01), Spread(0.99, 0.0), ("key", place), "epoch 7")
        for place, accuracy in enumerate(accuracies)
    )


L2 = SearchSeries("L2", _points(0.85, 0.88, 0.9, 0.87), Line.SOLID, 1, "o")
L1 = SearchSeries("L1", _points(0.84, 0.87, 0.86, 0.7), Line.DASHED, 2, "s")
OFF = SearchSeries("", (SearchPoint(0.0, Spread(0.82, 0.0), Spread(1.0, 0.0), "off"),), Line.SOLID, 0, "d")


def _items(curves: SearchCurves, kind: type) -> list:
    return [item for item in curves.view.childGroup.childItems() if type(item) is kind]


def _scatters(curves: SearchCurves) -> list[np.ndarray]:
    return [np.stack(item.getData()) for item in _items(curves, pg.ScatterPlotItem)]


def _click(
    curves: SearchCurves, value: float, accuracy: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    canvas = curves.view.getViewWidget()
    place = canvas.mapFromScene(curves.view.mapViewToScene(QPointF(curves.place(value), accuracy)))
    QTest.mouseClick(canvas.viewport(), button, pos=place)


def test_points_lie_at_their_accuracies(curves: SearchCurves) -> None:
    curves.show_series([L2])
    [training, validation] = _scatters(curves)

    assert validation[0].tolist() == pytest.approx([-2, -1, 0, 1])
    assert validation[1].tolist() == [0.85, 0.88, 0.9, 0.87]
    assert set(training[1]) == {0.99}


def test_the_spread_is_drawn_around_each_mean(curves: SearchCurves) -> None:
    curves.show_series([L2])
    [bars] = _items(curves, pg.PlotCurveItem)

    assert bars.yData.tolist() == pytest.approx([0.84, 0.86, 0.87, 0.89, 0.89, 0.91, 0.86, 0.88])


def test_series_differ_in_line_and_marker_and_not_only_in_colour(curves: SearchCurves) -> None:
    curves.show_series([L2, L1])
    thick = [item for item in _items(curves, Curve) if item.opts["pen"].widthF() >= 2.5]
    solid, dashed = sorted(thick, key=lambda item: len(item.xData))

    assert len(dashed.xData) > 3 * len(solid.xData)
    assert solid.opts["pen"].color() == run_colour(1, curves.palette())
    assert {item.opts["symbol"] for item in _items(curves, pg.ScatterPlotItem)} == {"o", "s"}
    assert {item.toPlainText() for item in _items(curves, pg.TextItem)} == {"L2", "L1"}


def test_off_has_a_place_left_of_all_others_and_no_line(curves: SearchCurves) -> None:
    curves.show_series([L2, OFF])
    left = curves.view.viewRange()[0][0]

    assert left < curves.place(0) < curves.place(0.01)
    assert min(item.xData.min() for item in _items(curves, Curve) if len(item.xData)) >= curves.place(0.01) - 1e-9


def test_what_is_low_is_seen_too(curves: SearchCurves) -> None:
    curves.show_series([L2, L1])
    bottom, top = curves.view.viewRange()[1]

    assert bottom < 0.69
    assert top > 1


def test_the_best_is_named(curves: SearchCurves) -> None:
    curves.show_series([L2], (1.0, 0.9, "best: L2 λ = 1, 90.0 %"))

    assert "best: L2 λ = 1, 90.0 %" in {item.toPlainText() for item in _items(curves, pg.TextItem)}
    assert [item.value() for item in _items(curves, pg.InfiniteLine)] == [0.0]
    left, right = curves.view.viewRange()[0]
    label = next(item for item in _items(curves, pg.TextItem) if "best" in item.toPlainText())
    assert left <= label.pos().x() < right


def test_other_values_take_everything_away(curves: SearchCurves) -> None:
    curves.show_series([L2], (1.0, 0.9, "best"))
    curves.set_values(0.1, 100, with_off=True)

    assert not _items(curves, Curve)
    assert not _items(curves, pg.InfiniteLine)


def test_a_click_on_a_point_tells_it_and_beside_it_does_not(curves: SearchCurves) -> None:
    curves.show_series([L2, OFF])
    chosen: list[object] = []
    curves.point_chosen.connect(chosen.append)
    _click(curves, 1.0, 0.9)
    _click(curves, 0.3, 0.95)
    _click(curves, 0.0, 0.82)
    _click(curves, 1.0, 0.9, Qt.MouseButton.RightButton)  # opens the menu that saves a picture

    assert chosen == [("key", 2), "off"]


def test_pointing_shows_the_values_of_all_series(curves: SearchCurves, qtbot: QtBot) -> None:
    curves.show_series([L2, L1, OFF])
    canvas = curves.view.getViewWidget()
    place = canvas.mapFromScene(curves.view.mapViewToScene(QPointF(-0.9, 0.8)))
    QTest.mouseMove(canvas.viewport(), place)
    label = curves.findChild(ValuesLabel)
    qtbot.waitUntil(label.isVisible, timeout=5_000)

    for part in ("λ = 0.1", "88.0", "87.0", "± 1.0", "99.0", "epoch 7"):
        assert part in label.text()
    curves.show_value(0.0)
    assert "Off" in label.text()
    assert "82.0" in label.text()


def test_values_that_were_read_do_not_outlive_the_look(curves: SearchCurves, qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    curves.show_series([L2, OFF])
    curves.show_value(0.1)
    label = curves.findChild(ValuesLabel)
    assert label.isVisible()
    apply_theme(qapp, "dark")

    qtbot.waitUntil(label.isHidden, timeout=5_000)


def test_curves_follow_the_theme(curves: SearchCurves, qapp: QApplication, qtbot: QtBot) -> None:
    curves.show_series([L2])
    light = run_colour(1, curves.palette())
    before = {item.opts["pen"].color().name() for item in _items(curves, Curve)}
    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: run_colour(1, curves.palette()) != light, timeout=5_000)

    assert before.isdisjoint(item.opts["pen"].color().name() for item in _items(curves, Curve))


def test_where_validation_is_what_matters_it_has_the_height(qtbot: QtBot) -> None:
    """An inverted U two points high shows, though training is at 100 % and the largest λ learns nothing."""
    curves = LambdaCurves()
    qtbot.addWidget(curves)
    curves.resize(700, 320)
    with qtbot.waitExposed(curves):
        curves.show()
    curves.set_values(0.01, 100, with_off=True)
    curves.show_series([SearchSeries("", _points(0.87, 0.88, 0.89, 0.88)), OFF])
    bottom, top = curves.view.viewRange()[1]
    assert (0.89 - 0.87) / (top - bottom) > 0.13
    assert top < 0.95

    curves.show_series([SearchSeries("", _points(0.87, 0.89, 0.87, 0.76, 0.3))])
    bottom, top = curves.view.viewRange()[1]
    assert 0.6 < bottom < 0.7, "what is far worse leaves the picture"
