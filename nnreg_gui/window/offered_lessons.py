"""The lessons on offer over the page where the first plots will be, while there is no run yet or F5 asks for them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QPalette

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem

if TYPE_CHECKING:
    from nnreg_gui.lecturing.welcome import Welcome
    from nnreg_gui.lessons.lesson import LessonHead
    from nnreg_gui.window.main_window import MainWindow


class OfferedLessons(QObject):
    """Lays the offer over the first page; whatever the user does instead takes it away."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._room = window, window.tabs.room("learning")
        self._welcome: Welcome | None = None
        self._declined = False
        window.run_list.changed.connect(self.refresh)
        window.tabs.opened.connect(self.refresh)
        window.lessons.changed.connect(self.refresh)
        window.panel.changed.connect(self.retranslate)
        self._room.installEventFilter(self)
        self._rising = QTimer(self, singleShot=True, interval=0)  # once the window is up
        self._rising.timeout.connect(self.refresh)
        self._rising.start()

    @property
    def visible(self) -> bool:
        """Whether the lessons are on offer now."""
        is_open = self._window.tabs.currentWidget() is self._room
        return self._welcome is not None and not self._welcome.isHidden() and is_open

    @Slot()
    def choose(self) -> None:
        """Offer the lessons at the user's wish, whatever there is."""
        self._window.tabs.open_page("learning")
        self._set_visible(True)

    @Slot()
    def go_on(self) -> None:
        """Begin the first lesson on offer; in a lesson, go on."""
        if self._window.lessons.walk is not None:
            self._window.lessons.go_on()
        elif self.visible and self._welcome is not None:
            self._welcome.choose_first()

    @Slot()
    def decline(self) -> None:
        """Offer no lesson unasked any more: the user has chosen something else."""
        self._declined = True
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Offer the lessons unless there is one, or the user has declined: the first run does so, too."""
        if self._room.isVisible() or self._welcome is not None:
            led = self._window.lessons.walk is not None
            self._declined = self._declined or not self._window.run_list.is_empty
            self._set_visible(not led and not self._declined)

    @Slot()
    def retranslate(self) -> None:
        """Say everything in the present language, and only what is true of the chosen experiment."""
        panel = self._window.panel
        if self._welcome is not None:
            by_heart = panel.problem() is None and replace(panel.value(), seed=Experiment().seed) == Experiment()
            self._welcome.set_lessons(self._lessons(), self._window.appearance.language, by_heart=by_heart)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the room, however large it is."""
        if event.type() == QEvent.Type.Resize and self._welcome is not None:
            self._welcome.setGeometry(self._room.rect())
        elif event.type() == QEvent.Type.Show:
            self._rising.start()
        return False

    def _set_visible(self, visible: bool) -> None:
        if not visible:
            self._window.tabs.build_page()
        if visible == self.visible:
            return
        if visible:
            self._made().setGeometry(self._room.rect())
            self._made().raise_()
        if self._welcome is not None:
            self._welcome.setVisible(visible)
        self._window.state.refresh()

    def _made(self) -> "Welcome":
        if self._welcome is None:
            from nnreg_gui.lecturing.welcome import Welcome

            self._welcome = Welcome(self._room)
            self._welcome.setAutoFillBackground(True)
            self._welcome.setBackgroundRole(QPalette.ColorRole.Base)  # a tab widget's window colour is its outlines'
            self._welcome.lesson_chosen.connect(self._window.lessons.begin_chosen)
            self._welcome.free_chosen.connect(self.decline)
            self.retranslate()
        return self._welcome

    def _lessons(self) -> "tuple[LessonHead, ...]":
        try:
            return tuple(head for head in self._window.lessons.shipped() if head.offered)
        except Problem as problem:  # the program itself is incomplete
            self._window.message.tell_problem(problem)
            return ()
