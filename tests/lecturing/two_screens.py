"""A main window and the lecturer's notes on the screens that there are; says on the terminal where they stand."""

import json
import sys

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from nnreg_gui.lecturing import screens
from nnreg_gui.lecturing.presenter_window import PresenterWindow
from tests.lecturing.short_lesson import WHOLE

screens.DELAY = 40  # milliseconds, as the following
STEP, SETTLED, LONGEST = 10, 80, 10_000


class Lecture:
    """Both windows, and what has been noted about them."""

    def __init__(self, application: QApplication) -> None:
        self.application = application
        self.main = QLabel("for the audience")
        self.main.resize(600, 400)
        self.notes = PresenterWindow()
        self.notes.show_step(WHOLE, 0, "en")
        self.noted: dict[str, object] = {}

    def go(self, window: QWidget, screen: int) -> None:
        """Move a window as a user does, who knows nothing of what the program wants."""
        window.move(self.application.screens()[screen].geometry().topLeft() + QPoint(100, 100))
        self.application.processEvents()  # the platform tells later where it is

    def note(self, name: str) -> None:
        """Note where the windows stand now, whether they are full screen, and whether the notes can be read."""
        self.noted[name] = {
            "main": self.main.screen().name(),
            "notes": self.notes.screen().name(),
            "main_full": self.main.isFullScreen(),
            "notes_full": self.notes.isFullScreen(),
            "readable": self.notes.note.isVisible(),
            "as_large": self.notes.size() == self.notes.screen().size(),
        }

    def note_later(self, name: str) -> None:
        """Note it once the windows have settled and the notes can be read again."""
        QTest.qWait(SETTLED)
        waited = 0
        while waited < LONGEST and not self.notes.note.isVisible():
            QTest.qWait(STEP)
            waited += STEP
        self.note(name)


def main() -> None:
    """Do what a lecturer may do with two windows."""
    lecture = Lecture(QApplication(sys.argv))
    lecture.main.show()
    lecture.go(lecture.main, -1)
    lecture.notes.place_on_other_screen(lecture.main)
    lecture.note("placed")
    lecture.go(lecture.main, 0)
    lecture.note("main moved")
    lecture.note_later("main moved, later")
    lecture.main.showFullScreen()
    lecture.notes.swap.click()
    lecture.note("swapped")
    lecture.note_later("swapped, later")
    lecture.notes.showNormal()
    lecture.go(lecture.notes, -1)
    lecture.note("notes moved")
    lecture.note_later("notes moved, later")
    lecture.notes.close()
    lecture.main.showNormal()
    lecture.go(lecture.main, 0)
    plug_in(lecture)
    print(json.dumps(lecture.noted))


def plug_in(lecture: Lecture) -> None:
    """Make believe that there is one screen, then plug in the other."""
    beside, screens.screens_beside = screens.screens_beside, lambda _: []
    lecture.notes.place_on_other_screen(lecture.main)
    lecture.note("before plugging in")
    screens.screens_beside = beside
    lecture.application.screenAdded.emit(lecture.application.screens()[-1])
    lecture.note_later("plugged in")
    screens.screens_beside = lambda _: []
    lecture.application.screenRemoved.emit(lecture.application.screens()[-1])
    lecture.note_later("unplugged")


if __name__ == "__main__":
    main()
