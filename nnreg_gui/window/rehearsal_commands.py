"""Rehearses a lesson from the menu, in a window beside the main window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nnreg_gui.files.file_thread import FileThread
from nnreg_gui.lessons.lesson import Lesson

if TYPE_CHECKING:
    from nnreg_gui.files.rehearsed_runs import RehearsedRuns
    from nnreg_gui.lecturing.rehearsal_window import RehearsalWindow
    from nnreg_gui.window.lesson_rehearsal import LessonRehearsal
    from nnreg_gui.window.main_window import MainWindow


class RehearsalCommands(QObject):
    """Owns the rehearsal in progress, one at a time, and knows where its runs are kept.

    Args:
        window: the main window, which trains and measures.
        folder: where runs are kept; None for the folder in which rehearsing without a window keeps them, too.
    """

    def __init__(self, window: "MainWindow", folder: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._files = FileThread(self)
        self._files.failed.connect(self._note_failure)
        self._rehearsal: LessonRehearsal | None = None
        self._beside: RehearsalWindow | None = None

    @property
    def going_on(self) -> bool:
        """Whether a lesson is being rehearsed."""
        return self._rehearsal is not None and not self._rehearsal.over

    @property
    def beside(self) -> "RehearsalWindow | None":
        """The window of the last rehearsal; None if there was none."""
        return self._beside

    def kept(self) -> "RehearsedRuns":
        """Return the runs that rehearsals have kept."""
        from nnreg_gui.files.rehearsed_runs import RehearsedRuns  # not at the start, which it would delay

        return RehearsedRuns(self._folder)

    def rehearse(self, lesson: Lesson) -> None:
        """Rehearse a lesson; while another one is being rehearsed, show that one."""
        if not self.going_on:
            self._begin(lesson)
        assert self._beside is not None
        self._beside.show()
        self._beside.raise_()
        self._beside.activateWindow()

    @Slot()
    def close(self) -> None:
        """End everything at once; what was trained is kept."""
        if self._rehearsal is not None:
            self._rehearsal.cancel()
        self._files.close()

    def _begin(self, lesson: Lesson) -> None:
        from nnreg_gui.lecturing.rehearsal_window import RehearsalWindow  # not at the start, either
        from nnreg_gui.window.lesson_rehearsal import LessonRehearsal

        window = self._window
        for last in (self._beside, self._rehearsal):
            if last is not None:
                last.deleteLater()
        do: Callable[[Callable[[], None]], None] = self._files.do
        self._beside = RehearsalWindow(lesson, lambda: window.appearance.language, window)
        self._rehearsal = LessonRehearsal(lesson, window.searches, window.questions, self.kept(), do, self)
        self._beside.cancel_wanted.connect(self._rehearsal.cancel)
        self._rehearsal.changed.connect(self._show)
        self._rehearsal.start()

    @Slot()
    def _show(self) -> None:
        rehearsal, beside = self._rehearsal, self._beside
        assert rehearsal is not None
        assert beside is not None
        if rehearsal.over:
            beside.conclude(rehearsal.sentence, rehearsal.remarks, rehearsal.findings)
        else:
            beside.show_progress(rehearsal.sentence, rehearsal.share)

    @Slot(object, object)
    def _note_failure(self, job: object, problem: Exception) -> None:
        if self._rehearsal is not None:
            self._rehearsal.note_problem(problem)
