"""The presenter window, and the black screen: what the lecturer sees, and the audience does not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from nnreg_gui.lecturing.presenter_window import PresenterWindow
    from nnreg_gui.window.main_window import MainWindow


class PresenterCommands(QObject):
    """Shows the notes of the lesson in progress in a window of their own, which is made when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._presenter: PresenterWindow | None = None
        self._shown: object = None  # the lesson and the step that it shows

    @Slot(bool)
    def set_open(self, wanted: bool) -> None:
        """Show the notes on another screen than the main window, or no longer."""
        if wanted:
            presenter = self._made()
            self._shown = None
            self.refresh()
            presenter.place_on_other_screen(self._window)
        elif self._presenter is not None:
            self._presenter.close()

    @Slot()
    def swap(self) -> None:
        """Exchange the screens of the notes and of the main window."""
        if self._presenter is not None and self._presenter.isVisible():
            self._presenter.swap_screens()

    @Slot()
    def refresh(self) -> None:
        """Show the step of the lesson as it is now."""
        walk, presenter = self._window.lessons.last, self._presenter
        if walk is None or presenter is None:
            return
        if (walk, walk.place) != self._shown:
            self._shown = walk, walk.place
            presenter.show_step(walk.lesson, walk.place, self._window.appearance.language)
            presenter.start_clock(walk.seconds)
        presenter.show_votes(walk.guess if walk.done is None else walk.done.guess)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        if self._presenter is not None:
            self._presenter.set_language(self._window.appearance.language)

    def close(self) -> None:
        """Close the window of the notes."""
        if self._presenter is not None:
            self._presenter.close()
            self._presenter.deleteLater()
            self._presenter = None

    def _made(self) -> "PresenterWindow":
        if self._presenter is None:
            from nnreg_gui.lecturing.presenter_window import PresenterWindow

            presenter = self._presenter = PresenterWindow()
            presenter.next_wanted.connect(self._go_on)
            presenter.back_wanted.connect(self._go_back)
            presenter.key_pressed.connect(self._press)
            presenter.closed.connect(self._note_closed)
        return self._presenter

    @Slot()
    def _go_on(self) -> None:
        self._window.black.lift()
        self._window.lessons.go_on()

    @Slot()
    def _go_back(self) -> None:
        self._window.black.lift()
        self._window.lessons.go_back()

    @Slot(object)
    def _press(self, event: QKeyEvent) -> None:
        if self._window.black.black:
            if not event.isAutoRepeat():  # of the key that has made it black
                self._window.black.lift()
        elif not self._window.lessons.press(event):
            self._trigger(QKeySequence(event.keyCombination()))

    def _trigger(self, pressed: QKeySequence) -> None:
        """Do what a key does in the main window."""
        for action in self._window.actions():
            if pressed in action.shortcuts():
                action.trigger()

    @Slot()
    def _note_closed(self) -> None:
        self._window.actions_by_name["presenter"].setChecked(False)
