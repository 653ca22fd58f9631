"""Powers of ten, written plainly."""

import numpy as np
import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from nnreg_gui.plots.log_axis import LogAxis


@pytest.fixture
def axis(qapp: QApplication) -> LogAxis:
    axis = LogAxis()
    axis.setTickFont(QFont())
    axis.first, axis.last = 0.01, 10.0
    return axis


def _written(axis: LogAxis, pixels: int, left: float = -2.5, right: float = 1.3) -> list[str]:
    [(spacing, ticks)] = axis.tickValues(left, right, pixels)
    return axis.tickStrings(ticks, 1.0, spacing)


def test_numbers_are_written_as_they_are(axis: LogAxis) -> None:
    assert _written(axis, 2_000) == ["0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", "5", "10"]


def test_fewer_numbers_where_there_is_less_room(axis: LogAxis) -> None:
    assert _written(axis, 100) == ["0.01", "0.1", "1", "10"]


def test_off_stands_at_its_place(axis: LogAxis) -> None:
    axis.off, axis.off_text = -2.3, "Off"

    assert _written(axis, 100) == ["Off", "0.01", "0.1", "1", "10"]


def test_large_numbers_are_grouped(axis: LogAxis) -> None:
    axis.first, axis.last = 100.0, 50_000.0

    assert _written(axis, 150, 1.9, 4.8) == ["100", "1,000", "10,000"]
    [(_, ticks)] = axis.tickValues(1.9, 4.8, 2_000)
    assert ticks[-1] == pytest.approx(np.log10(50_000))
