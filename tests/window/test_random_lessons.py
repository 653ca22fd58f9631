"""Random walks through a lesson, with free play in between: nothing is lost, and nothing hangs."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.running.side_by_side import State
from tests.window.lecturer import Lecturer

_WALKING = ["PgDown"] * 6 + ["PgUp", "PgUp", "Esc", "Esc", "Shift+Esc", "F5", "Shift+F5", "Ctrl+L", ".", "F7", "F12"]
_ANSWERING = ["1", "2", "3", "Up", "Down", "Left", "Right", "Backspace"]
_PLAYING = ["Space", "P", "N", "C", "M", "J", "K", "I", "F2", "T", "F3", "F8", "F9", "D", "G", "V", "Ctrl+Shift+A"]
_PAGES = [f"Alt+{number}" for number in range(1, 8)]
KEYS = [*2 * _WALKING, *2 * _ANSWERING, *_PLAYING, *_PAGES]
EXAMPLES, MOST_KEYS = 10, 30


class Listener:
    """Keeps the runs that have ended whole: they must stay in the list."""

    def __init__(self, lecturer: Lecturer) -> None:
        self._list = lecturer.window.run_list
        self.whole: list[RunHistory] = []
        lecturer.window.control.ended.connect(self._note)

    def _note(self, history: RunHistory) -> None:
        if history.finished:
            self.whole.append(history)

    @property
    def lost(self) -> list[RunHistory]:
        """Those that are not in the list."""
        listed = [history for run in self._list.session().runs for history in (run.repeats or (run.history,))]
        return [history for history in self.whole if history not in listed]


def press(lecturer: Lecturer, name: str) -> None:
    """Press a key by its name, and let the window answer."""
    combination: QKeyCombination = QKeySequence(name)[0]
    lecturer.press(combination.key(), modifier=combination.keyboardModifiers())
    QApplication.processEvents()


@pytest.mark.drawn
def test_random_walks_lose_nothing_and_leave_nothing_hanging(lecturer: Lecturer) -> None:
    window, listener = lecturer.window, Listener(lecturer)

    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
    @given(st.lists(st.sampled_from(KEYS), min_size=MOST_KEYS // 2, max_size=MOST_KEYS))
    def walk(names: list[str]) -> None:
        lecturer.begin()
        for name in names:
            press(lecturer, name)
            assert not window.message.isVisible(), window.message.text()
            assert (window.width(), window.height()) == (1280, 720)
        press(lecturer, ".") if window.black.black else None
        window.lessons.leave()
        window.training.stop()
        lecturer.wait_for_rest()
        assert window.control.state is State.IDLE
        assert window.tabs.isVisible()
        assert not window.frame.strip.isVisible()
        assert listener.lost == []

    walk()
    assert listener.whole, "some run has ended"
