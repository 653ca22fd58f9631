"""The accuracies of ten classes as bars."""

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.augmentation.class_bars import ClassBars
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.themes import apply_theme


@pytest.fixture
def bars(qapp: QApplication, qtbot: QtBot) -> ClassBars:
    apply_theme(qapp, "light")
    bars = ClassBars()
    qtbot.addWidget(bars)
    bars.resize(400, 240)
    with qtbot.waitExposed(bars):
        bars.show()
    return bars


def _filled(bars: ClassBars, run: int) -> np.ndarray:
    """Return how many pixels in the middle of each class's column have the run's colour; (10,)."""
    image, colour = bars.grab().toImage(), run_colour(run, bars.palette())
    below_key = range(bars.fontMetrics().height() * 3 // 2, bars.height())
    columns = ((2 * digit + 1) * bars.width() // 20 for digit in range(10))
    return np.array([sum(image.pixelColor(x, y) == colour for y in below_key) for x in columns])


def test_bars_are_filled_up_to_the_accuracy_on_changed_digits_in_the_colour_of_the_run(bars: ClassBars) -> None:
    changed = np.linspace(0.1, 1, 10)
    bars.show_accuracies(np.ones(10), changed, 2)
    filled = _filled(bars, 2)

    assert filled / filled[-1] == pytest.approx(changed, abs=0.03)
    assert not _filled(bars, 1).any()


def test_where_originals_are_recognized_is_outlined(bars: ClassBars) -> None:
    bars.show_accuracies(np.full(10, 0.9), np.full(10, 0.5), 1)
    low = bars.grab().toImage()
    bars.show_accuracies(np.full(10, 0.5), np.full(10, 0.5), 1)
    assert bars.grab().toImage() != low


def test_screen_readers_hear_the_numbers(bars: ClassBars) -> None:
    bars.show_accuracies(np.ones(10), np.linspace(0.1, 1, 10), 1)

    assert "0: 10.0" in bars.accessibleDescription()
    assert "9: 100.0" in bars.accessibleDescription()


def test_before_the_first_numbers_and_when_small_it_draws_without_a_fault(bars: ClassBars) -> None:
    assert not bars.grab().isNull()
    bars.show_accuracies(np.ones(10), np.zeros(10), 1)
    bars.resize(bars.minimumSizeHint())
    assert not bars.grab().isNull()
