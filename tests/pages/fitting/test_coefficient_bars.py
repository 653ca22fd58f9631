"""The coefficients of a polynomial as bars: the largest one's number is always legible."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.polynomials import Polynomial
from nnreg_gui.pages.fitting.coefficient_bars import CoefficientBars


@pytest.mark.parametrize("height", [130, 180, 400])
@pytest.mark.parametrize("largest", [-1.5, 458.0, -1478.0, 95_000.0, -9.9e8])
def test_the_number_of_the_largest_coefficient_lies_within_the_picture(
    largest: float, height: int, qtbot: QtBot
) -> None:
    bars = CoefficientBars()
    qtbot.addWidget(bars)
    bars.resize(378, height)
    with qtbot.waitExposed(bars):
        bars.show()
    bars.show_polynomial(Polynomial(np.array([1.0, 0.5, largest])))
    number = bars._largest.mapRectToScene(bars._largest.boundingRect())
    picture = bars.view.sceneBoundingRect()

    assert bars._largest.toPlainText()
    assert picture.top() - 1 <= number.top()
    assert number.bottom() <= picture.bottom() + 1
