"""Measurements of disturbed networks in words."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.noise.sentences import (
    Figures,
    comparison_text,
    conclude,
    extremes,
    method_text,
    slope_text,
)
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.widgets.conclusion import Conclusion

NOISE = Disturbance.NOISE
# Measured: the lecture's runs at σ = 0.3.
OFF = Figures(1, "Off", 0.842, 0.608, 2.59)
L2 = Figures(2, "L2 λ 0.1", 0.885, 0.765, 0.728)
L1 = Figures(3, "L1 λ 0.2", 0.888, 0.810, 0.789)


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Provide the application, whose locale decides how numbers are written."""


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


def test_two_runs_are_compared_by_what_is_left_of_their_accuracy() -> None:
    text = _plain(comparison_text([OFF, L2], NOISE, 0.3))

    assert "σ = 0.30: 84.2 % → 60.8 % in run 1 (72 % of it left), 88.5 % → 76.5 % in run 2 (86 %)" in text
    assert text.endswith("; one seed each.")


def test_the_one_that_has_clearly_more_left_is_said_to_be_better(conclusion: Conclusion) -> None:
    assert extremes([OFF, L1, L2], 0.3) == (L1, OFF)
    conclude(conclusion, extremes([OFF, L2], 0.3), NOISE)
    assert _plain(conclusion.text()) == "Run 2 (L2 λ 0.1) withstands noise better than run 1: 86 % left, not 72 %."
    conclude(conclusion, extremes([L2, OFF], 15.0), Disturbance.ROTATION)
    assert _plain(conclusion.text()) == "Run 2 (L2 λ 0.1) withstands rotation better than run 1: 86 % left, not 72 %."
    assert conclusion.is_answer


def test_it_is_said_where_regularization_makes_no_difference_or_does_harm(conclusion: Conclusion) -> None:
    off, l2 = Figures(1, "", 0.842, 0.498, None), Figures(2, "", 0.885, 0.532, None)  # measured at 30°
    conclude(conclusion, extremes([off, l2], 30.0), Disturbance.ROTATION)
    assert _plain(conclusion.text()) == "The runs withstand rotation about equally: 59 % to 60 % left."

    off, l1 = Figures(1, "Off", 0.842, 0.439, None), Figures(3, "", 0.888, 0.375, None)  # measured at 60 % off
    conclude(conclusion, extremes([off, l1], 0.6), Disturbance.OFF)
    assert _plain(conclusion.text()) == "Run 1 (Off) copes better with failing neurons than run 3: 52 % left, not 42 %."


def test_what_is_not_known_is_asked(conclusion: Conclusion) -> None:
    for known, value in (([], 0.3), ([OFF], 0.3), ([OFF, Figures(2, "", 0.8, None, 0.7)], 0.3), ([OFF, L2], 0.0)):
        assert extremes(known, value) is None
    conclude(conclusion, None, NOISE)
    assert (conclusion.text(), conclusion.is_answer) == ("Which network withstands noise better?", False)


def test_undisturbed_nothing_is_withstood() -> None:
    text = _plain(comparison_text([OFF, L2], NOISE, 0.0))

    assert "Undisturbed, run 1 recognizes 84.2 % and run 2 88.5 %." in text
    assert "withstands" not in text


def test_nothing_is_said_before_both_are_measured() -> None:
    assert not comparison_text([OFF], NOISE, 0.3)
    assert not comparison_text([OFF, Figures(2, "", None, None, 0.7)], NOISE, 0.3)
    assert Figures(1, "", 0.0, 0.0, None).kept == 0


def test_the_slope_is_held_against_what_is_left() -> None:
    assert "Run 2 has the smallest mean slope ‖∂a/∂x‖ (0.73), but run 3 has more left" in slope_text(
        [OFF, L2, L1], NOISE, 0.3
    )
    assert "Run 2 has the smallest mean slope ‖∂a/∂x‖ (0.73), and none has clearly more left." in slope_text(
        [OFF, L2], NOISE, 0.3
    )
    assert not slope_text([OFF], NOISE, 0.3)
    assert not slope_text([OFF, L2], Disturbance.ROTATION, 30.0)


def test_it_is_said_how_it_was_measured() -> None:
    texts = {one: method_text(one, "10,000", "2,000") for one in Disturbance}

    assert all("10,000" in text and "2,000" in text for text in texts.values())
    assert "clipped" in texts[NOISE]
    assert "not scaled" in texts[Disturbance.OFF]
