"""Axes: numbers as the user writes them, as many as there is room for."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from nnreg_gui.plots.axes import EpochAxis, NumberAxis, PercentAxis


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def labels(axis: NumberAxis, low: float, high: float, size: float) -> list[str]:
    """Return the numbers that an axis of this size writes."""
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
            continue  # there are no parts of epochs
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
