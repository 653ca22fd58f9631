"""The clock of moving pictures."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.pages import frame_clock
from nnreg_gui.pages.frame_clock import FrameClock


def test_it_says_how_much_time_has_passed_and_a_busy_window_makes_no_jump(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 10.0
    monkeypatch.setattr(frame_clock, "monotonic", lambda: now)
    clock, passed = FrameClock(), list[float]()
    clock.passed.connect(passed.append)
    clock.begin()
    for moment in (10.03, 10.08, 12.0):
        now = moment
        with qtbot.waitSignal(clock.passed):
            pass
    clock.stop()
    now = 20.0
    clock.begin()
    now = 20.04
    with qtbot.waitSignal(clock.passed):
        pass
    clock.stop()

    assert passed == pytest.approx([0.03, 0.05, 0.1, 0.04]), "a rest does not count, either"
