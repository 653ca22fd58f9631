"""The axis and the slider of degrees: linear to 30, logarithmic beyond."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.double_descent import MOST_DEGREE
from nnreg_gui.pages.past_the_peak.degree_slider import DegreeSlider
from nnreg_gui.pages.past_the_peak.power_curves import PowerCurve, PowerCurves, value_text
from nnreg_gui.pages.past_the_peak.scales import DEGREES, NEURONS, STEPS, Scale, ScaledAxis
from nnreg_gui.widgets.number_slider import Slider


def test_the_scale_of_degrees_is_linear_then_logarithmic_without_a_bend() -> None:
    degrees = np.arange(MOST_DEGREE + 1)
    places = DEGREES.place(degrees)

    assert (places[:31] == degrees[:31]).all()
    assert places[300] - places[150] == pytest.approx(places[400] - places[200])
    assert places[31] - places[30] == pytest.approx(1, abs=0.05)
    assert [DEGREES.number(place) for place in places] == pytest.approx(degrees)


@pytest.mark.parametrize(("scale", "ends"), [(DEGREES, (0, 500)), (STEPS, (1, 100_000)), (NEURONS, (10, 10_000))])
@pytest.mark.parametrize("pixels", [120, 400, 1_600])
def test_numbers_do_not_touch_and_the_last_is_written(
    qtbot: QtBot, scale: Scale, ends: tuple[int, int], pixels: int
) -> None:
    axis = ScaledAxis(scale)
    low, high = scale.place(np.array(ends, float))
    ((_, places),) = axis.tickValues(float(low), float(high), pixels)
    texts = axis.tickStrings(places, 1.0, 1.0)

    assert texts[-1] == f"{ends[1]:,}"
    assert np.diff(places).min(initial=np.inf) * pixels / (high - low) > 16
    assert len(texts) > (3 if pixels > 300 else 1)


def test_every_degree_can_be_chosen_and_the_slider_has_whole_ones(qtbot: QtBot) -> None:
    slider = DegreeSlider()
    qtbot.addWidget(slider)
    chosen: list[float] = []
    slider.changed.connect(chosen.append)
    for degree in (0, 14, 30, 31, 157, MOST_DEGREE):
        slider.set_value(degree)
        assert slider.value() == degree

    handle = slider.findChild(Slider)
    handle.setValue(0)
    for step in range(handle.maximum() + 1):
        handle.setValue(step)
    walked = chosen[-handle.maximum() :]
    assert walked[:30] == list(range(1, 31))
    assert walked[-1] == MOST_DEGREE
    assert all(one < other and other.is_integer() for one, other in pairwise(walked))


def test_values_are_read_at_the_mouse(qtbot: QtBot) -> None:
    plot = PowerCurves(STEPS)
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    plot.set_axes(STEPS, (1, 1_000), (0.1, 10.0), "step")
    plot.show_curves([PowerCurve("error", np.array([1, 10, 100]), np.array([2.0, 0.5, 123_456.0]))])
    plot.point_at(QPointF(1.1, 0))
    assert plot._values.isVisible()
    assert "step = 10" in plot._values.text()
    assert "0.50" in plot._values.text()
    plot.point_at(None)
    assert not plot._values.isVisible()
    plot.show_curves([])
    plot.point_at(QPointF(1.1, 0))
    assert not plot._values.isVisible()


def test_values_are_written_so_that_they_can_be_read() -> None:
    values = (0.0123, 0.266, 12.34, 13_670.4, 3e12)
    assert [value_text(value) for value in values] == ["0.012", "0.27", "12.34", "13,670", "3e+12"]
