"""The lecturer's own window: the notes, what comes next, the votes and the time."""

from time import monotonic

from PySide6.QtCore import Qt, QTime, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.lecturing.fitted_column import FittedColumn, plain_label
from nnreg_gui.lecturing.screens import Screens
from nnreg_gui.lecturing.votes_view import VotesView
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.record import Guess
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.widgets.keys import with_key
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import duration_text
from nnreg_gui.widgets.tile import Tile

NEXT_KEY, BACK_KEY, SWAP_KEY = "PgDown", "PgUp", "Shift+F6"

_SECOND = 1000  # milliseconds


class PresenterWindow(FittingWidget):
    """Stands on the laptop while the projector shows the main window, and never where the audience looks.

    Signals:
        next_wanted, back_wanted: a button or its key was pressed.
        key_pressed: carries the press (QKeyEvent) of any other key, which should act as in the main window.
        closed: the window is gone.
    """

    next_wanted = Signal()
    back_wanted = Signal()
    key_pressed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lesson: Lesson | None = None
        self._place, self._language = 0, "en"
        self._began: float | None = None  # by the monotonic clock
        self._screens = Screens(self)
        self._second = QTimer(self, interval=_SECOND)
        self.tiles = {name: Tile(Room.LARGE) for name in ("clock", "elapsed", "planned", "step")}
        self.note, self.title, self.text = plain_label(), plain_label(bold=True), plain_label()
        self.votes = VotesView()
        self.next_title = Conclusion()
        self.back, self.next, self.swap = Button(), Button(), Button()
        self.warning = plain_label(bold=True)  # instead of the notes, while the audience could read them
        self._note_caption, self._seen_caption = _caption(), _caption()
        self._notes = QWidget()
        self._columns = (
            FittedColumn([self._note_caption, self.note]),
            FittedColumn([self._seen_caption, self.title, self.text, self.votes]),
        )
        self._place_parts()
        self._connect()
        self._ring = FocusRing(self)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)  # the program ends with the main window
        self.retranslate()

    # ------------------------------------------------------------------------------------------------- what is shown

    def show_step(self, lesson: Lesson, place: int, language: str) -> None:
        """Show the step at a place (from 0) of a lesson, without any votes."""
        self._lesson, self._place, self._language = lesson, place, language
        self.votes.show_guess(None)
        self._show_lesson()

    def show_votes(self, guess: Guess | None) -> None:
        """Show what the audience answers to the question, so far."""
        self.votes.show_guess(guess)
        self._fit()

    def set_language(self, language: str) -> None:
        """Show the lesson's texts in a language."""
        self._language = language
        self._show_lesson()

    def start_clock(self, seconds_already: float = 0.0) -> None:
        """Count the time since the lesson has begun, which may have been some seconds ago."""
        self._began = monotonic() - seconds_already
        self._show_time()

    # ------------------------------------------------------------------------------------------------------- screens

    def place_on_other_screen(self, main_window: QWidget) -> None:
        """Show this window on all of a screen without the main window; a normal window if there is none.

        From then on, it keeps off that screen.
        """
        self._screens.place(main_window)

    @Slot()
    def swap_screens(self) -> None:
        """Exchange the screens of this window and the main window; with one screen, do nothing."""
        self._screens.swap()

    # -------------------------------------------------------------------------------------------------------- events

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Notes for the lecturer"))
        self.tiles["clock"].set_caption(self.tr("Time"))
        self.tiles["elapsed"].set_caption(self.tr("Since the start"))
        self.tiles["planned"].set_caption(self.tr("Planned"))
        self.tiles["step"].set_caption(self.tr("Step"))
        self._note_caption.setText(self.tr("Notes"))
        self._seen_caption.setText(self.tr("The audience sees"))
        self.warning.setText(self.tr("The notes are hidden: the audience looks at this screen."))
        self.back.set_texts(self.tr("◀ Back"), with_key(self.tr("Go back to the step before"), BACK_KEY))
        self.next.set_texts(self.tr("Next ▶"), with_key(self.tr("Go on, in the main window"), NEXT_KEY))
        swap = self.tr("Exchange the screens of the notes and of the main window")
        self.swap.set_texts(self.tr("Swap screens"), with_key(swap, SWAP_KEY))
        self._show_lesson()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on, go back or swap; hand all other keys on."""
        pressed = QKeySequence(event.keyCombination())
        for key, do in ((NEXT_KEY, self.next.click), (BACK_KEY, self.back.click), (SWAP_KEY, self.swap.click)):
            if pressed == QKeySequence(key):
                if not event.isAutoRepeat():  # a key held down is one wish
                    do()
                return
        self.key_pressed.emit(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Show what the Tab key has reached."""
        moved = super().focusNextPrevChild(forward)
        self._ring.show_focus()
        return moved

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock go."""
        super().showEvent(event)
        self._show_time()
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the clock rest."""
        super().hideEvent(event)
        self._second.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so."""
        super().closeEvent(event)
        self.closed.emit()

    # ------------------------------------------------------------------------------------------------------- private

    def _place_parts(self) -> None:
        em = self.fontMetrics().height()
        tiles = row(*((tile, 1) for tile in self.tiles.values()), spacing=8)
        note, seen = self._columns
        row((note, 3), (seen, 2), parent=self._notes, spacing=em)
        buttons = row(self.back, self.next, STRETCH, self.swap, spacing=8)
        margins = (em // 2,) * 4
        parts = (tiles, (self._notes, 1), self.warning, self.next_title, buttons)
        column(*parts, parent=self, spacing=8, margins=margins)
        self.warning.hide()

    def _connect(self) -> None:
        self._second.timeout.connect(self._show_time)
        self.next.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.swap.clicked.connect(self.swap_screens)
        self._screens.exposed.connect(self._hide_notes)

    def _show_lesson(self) -> None:
        lesson, place, language = self._lesson, self._place, self._language
        if lesson is None:
            return
        step = lesson.steps[place]
        self.note.setText(step.note[language])
        self.title.setText(step.title[language])
        self.text.setText(step.text[language])
        self.votes.show_question(step.question, language)
        following = lesson.steps[place + 1].title[language] if place + 1 < len(lesson.steps) else self.tr("the end")
        self.next_title.ask(self.tr("Next: {0}").format(following))
        self.tiles["planned"].set_value(duration_text(60 * lesson.minutes))
        self.tiles["step"].set_value(f"{place + 1} / {len(lesson.steps)}")
        self._fit()

    def _fit(self) -> None:
        for one in self._columns:
            one.fit()

    @Slot()
    def _show_time(self) -> None:
        self.tiles["clock"].set_value(QTime.currentTime().toString("HH:mm"))
        if self._began is not None:
            minutes, seconds = divmod(int(monotonic() - self._began), 60)
            self.tiles["elapsed"].set_value(f"{minutes}:{seconds:02}")

    @Slot(bool)
    def _hide_notes(self, exposed: bool) -> None:
        self._notes.setHidden(exposed)
        self.next_title.setHidden(exposed)
        self.warning.setVisible(exposed)


def _caption() -> QLabel:
    label = QLabel()
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
