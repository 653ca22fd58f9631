"""Axes: numbers in the user's notation, as many as there is room for."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from nnreg_gui.plots.axes import EpochAxis, LimitedAxis, LogAxis, NumberAxis, PercentAxis, PowerAxis, RootPercentAxis


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def labels(axis: NumberAxis, low: float, high: float, size: float) -> list[str]:
    """Return the numbers on an axis of this size."""
    return [
        text for spacing, values in axis.tickValues(low, high, size) for text in axis.tickStrings(values, 1.0, spacing)
    ]


def test_shares_are_written_in_percent() -> None:
    assert labels(PercentAxis("left"), 0.8, 1.0, 100)[-1] == "100\u00a0%"


def test_numbers_follow_the_language() -> None:
    QLocale.setDefault(QLocale("cs_CZ"))

    assert labels(NumberAxis("left"), 0, 1, 60) == ["0,0", "0,5", "1,0"]


def test_a_larger_font_writes_fewer_numbers() -> None:
    small, large = NumberAxis("left"), NumberAxis("left")
    small.setTickFont(QFont("DejaVu Sans", 10))
    large.setTickFont(QFont("DejaVu Sans", 30))

    assert len(labels(small, 0, 1, 200)) > len(labels(large, 0, 1, 200)) >= 2


@pytest.mark.parametrize("epochs", [1, 3, 30, 400, 100_000])
def test_epochs_are_whole(epochs: int) -> None:
    written = labels(EpochAxis(), 0, epochs, 500)

    assert 2 <= len(written) <= 12
    assert all("." not in text for text in written)


def test_a_logarithmic_axis_writes_one_two_five_ten() -> None:
    axis = EpochAxis()
    axis.logarithmic = True

    assert labels(axis, 0, np.log10(50), 500) == ["1", "2", "5", "10", "20", "50"]


def test_places_and_epochs_belong_together_on_both_axes() -> None:
    axis = EpochAxis()
    epochs = np.array([1.0, 10.0, 400.0])
    for logarithmic in (False, True):
        axis.logarithmic = logarithmic
        assert [axis.epoch_at(place) for place in axis.place(epochs)] == pytest.approx(epochs)


@pytest.mark.parametrize("high", [0.03, 1.0, 3.0, 400.0, 100_000.0])
@pytest.mark.parametrize("points", [9.0, 12.0, 25.0])
def test_numbers_are_round_and_do_not_touch_whatever_the_font(high: float, points: float) -> None:
    font = QFont()
    font.setPointSizeF(points)
    metrics = QFontMetricsF(font)
    for axis, pixels in ((NumberAxis("left"), 200.0), (EpochAxis(), 500.0)):
        if axis.orientation == "bottom" and high < 1:
            continue  # there are no fractions of epochs
        axis.setTickFont(font)
        ((spacing, ticks),) = axis.tickValues(0.0, high, pixels)
        texts = axis.tickStrings(ticks, 1.0, spacing)
        room = max(map(metrics.horizontalAdvance, texts)) if axis.orientation == "bottom" else metrics.height()

        assert round(spacing / 10.0 ** np.floor(np.log10(spacing * 1.001)), 6) in (1, 2, 5)
        assert spacing / high * pixels >= room


def test_a_number_has_the_decimals_that_its_axis_needs() -> None:
    axis = NumberAxis("left")

    assert axis.tickStrings([0.0, 0.5, 1.0], 1.0, 0.5) == ["0.0", "0.5", "1.0"]
    assert axis.tickStrings([0.0, 20.0], 1.0, 20.0) == ["0", "20"]
    assert axis.tickStrings([0.02, 0.04], 1.0, 0.02) == ["0.02", "0.04"]


def test_what_is_beyond_the_limits_is_left_out() -> None:
    axis = LimitedAxis("bottom")
    assert labels(axis, 0, 10, 500)[-1] == "10"
    axis.least_spacing, axis.first, axis.last = 1.0, 1, 7

    assert labels(axis, -2.0, 10, 1_000) == ["1", "2", "3", "4", "5", "6", "7"]


def test_the_square_root_axis_is_numbered_in_percent() -> None:
    axis = RootPercentAxis("left")
    ticks = axis.tickValues(0.0, 1.0, 400.0)[0][1]
    texts = [text.replace("\N{NO-BREAK SPACE}", "") for text in axis.tickStrings(ticks, 1.0, 1.0)]

    assert texts[0] == "0%"
    assert texts[-1] == "100%"
    assert "1%" in texts
    assert axis.tickStrings([0.001**0.5], 1.0, 1.0) == ["0.1\N{NO-BREAK SPACE}%"]


# -------------------------------------------------------------------------- powers of ten, without exponents


@pytest.fixture
def log_axis(qapp: QApplication) -> LogAxis:
    axis = LogAxis()
    axis.setTickFont(QFont())
    axis.first, axis.last = 0.01, 10.0
    return axis


def test_the_axis_of_powers_writes_fewer_where_there_is_less_room() -> None:
    axis = PowerAxis("left")
    ((_, wide),) = axis.tickValues(-1.0, 1.0, 400)
    assert axis.tickStrings(wide, 1.0, 1.0) == ["0.1", "0.3", "1", "3", "10"]
    ((_, narrow),) = axis.tickValues(-1.0, 8.0, 120)
    assert axis.tickStrings(narrow, 1.0, 1.0) == ["1", "100", "10,000", "10⁶", "10⁸"]


def test_numbers_are_written_as_they_are(log_axis: LogAxis) -> None:
    assert labels(log_axis, -2.5, 1.3, 2_000) == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10"]


def test_fewer_numbers_where_there_is_less_room(log_axis: LogAxis) -> None:
    assert labels(log_axis, -2.5, 1.3, 100) == ["0.01", "0.1", "1", "10"]


@pytest.mark.parametrize("size", [250, 350, 450, 550, 800])
def test_long_numbers_do_not_touch_either(log_axis: LogAxis, size: int) -> None:
    log_axis.first, log_axis.last = 2_395.0, 238_510.0
    low, high = 3.3, 5.8
    [(_, places)] = log_axis.tickValues(low, high, size)
    widths = [QFontMetricsF(QFont()).horizontalAdvance(text) for text in log_axis.tickStrings(places, 1.0, 1.0)]

    assert len(places) > 1
    between = np.diff(places) * size / (high - low) - (np.array(widths[1:]) + widths[:-1]) / 2
    assert between.min() > 4


def test_off_stands_at_its_place(log_axis: LogAxis) -> None:
    log_axis.off, log_axis.off_text = -2.3, "Off"

    assert labels(log_axis, -2.5, 1.3, 100) == ["Off", "0.01", "0.1", "1", "10"]


def test_large_numbers_are_grouped(log_axis: LogAxis) -> None:
    log_axis.first, log_axis.last = 100.0, 50_000.0

    assert labels(log_axis, 1.9, 4.8, 150) == ["100", "1,000", "10,000"]
    [(_, ticks)] = log_axis.tickValues(1.9, 4.8, 2_000)
    assert ticks[-1] == pytest.approx(np.log10(50_000))
