"""Somebody who leads through a lesson by the keys of a clicker and of a keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from nnreg_gui.lecturing.phase import Phase
from nnreg_gui.lecturing.walk import Walk
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion, Lesson, NumberQuestion
from nnreg_gui.running.side_by_side import State
from tests.conftest import User
from tests.lecturing.lesson_runs import lesson_session

DOWN, UP, ESC, PERIOD = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Escape, Qt.Key.Key_Period
CTRL, SHIFT, ALT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
_ACROSS = 20  # presses of an arrow key that lead over a whole axis of epochs


class Lecturer:
    """Presses keys where the system delivers them: at the window's handle, wherever the focus is."""

    def __init__(self, user: User, lesson: Lesson) -> None:
        self.user, self.window, self.lesson = user, user.window, lesson

    # ---- what is pressed

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(self.window.windowHandle(), key, modifier)

    def hold(self, key: Qt.Key, text: str = "", window: QWidget | None = None) -> None:
        """Keep a key pressed until it repeats itself, in the main window or another one."""
        handle = (window or self.window).windowHandle()
        QTest.keyPress(handle, key)
        for kind in 5 * (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            QApplication.sendEvent(handle, QKeyEvent(kind, key, NONE, text, True))
        QTest.keyRelease(handle, key)

    def press_place(self, place: int, key: int, text: str) -> None:
        """Press a key of a layout: its code in the system, and what it writes."""
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NONE, place, 0, 0, text)
            QApplication.sendEvent(self.window.windowHandle(), event)

    def guess(self) -> None:
        """Answer the question, whichever kind it is."""
        match self.walk.step.question:
            case ChoiceQuestion():
                self.press(Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_2)
            case NumberQuestion():
                self.press(Qt.Key.Key_Up, Qt.Key.Key_Right)
            case CurveQuestion(points=points):
                across = len(points) or _ACROSS
                self.press(Qt.Key.Key_Up, *across * [Qt.Key.Key_Right], Qt.Key.Key_Up)

    # ---- where it is

    @property
    def walk(self) -> Walk:
        """The lesson in progress."""
        assert self.window.lessons.walk is not None
        return self.window.lessons.walk

    @property
    def said(self) -> str:
        """What the strip says."""
        return self.window.frame.strip.text.text()

    def have_runs(self) -> None:
        """Find all runs of the lesson in the list, as if they had been trained."""
        self.window.run_list.add_session(lesson_session(self.lesson))

    def begin(self, step: str = "") -> None:
        """Begin the lesson, at this step."""
        self.window.lessons.begin(self.lesson)
        if step:
            self.walk.enter(self.lesson.place(step))

    def do(self, steps: Iterable[str]) -> None:
        """Go through these steps with guesses."""
        for step in steps:
            self.walk.enter(self.lesson.place(step))
            if self.walk.phase is Phase.ASKED:
                self.guess()
                self.press(DOWN)
            self.wait_for(Phase.SEEN)

    def wait_for(self, phase: Phase) -> None:
        """Wait until the step is so far."""
        self.user.wait(lambda: self.walk.phase is phase)

    def wait_for_rest(self) -> None:
        """Wait until nothing is trained or measured any more."""
        window = self.window
        self.user.wait(
            lambda: window.control.state is State.IDLE and window.questions.idle and not window.searches.busy
        )
