"""The strip of a lesson above the pages: where it is, what is shown, and afterwards what was seen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.lecturing.wrapped_text import WrappedText, large_font
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import with_key
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.texts import whole_text

_TITLE, _TEXT = 0.028, 0.034  # of the window's height: capitals of 2 % and 2.5 %
_LINES, _NORMAL_LINE = 2, 0.06  # a line of text, as a share of the window's height, unless it is zoomed


class LessonStrip(FittingWidget):
    """A title with ◀ and ▶ beside it, and a text below, which folds away.

    Signals:
        back_wanted, on_wanted: the user wants to go to the step before, or on.
        leave_wanted: the user wants to leave the lesson.
    """

    back_wanted = Signal()
    on_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = WrappedText(_TITLE), WrappedText(_TEXT)
        self._place, self._hint = QLabel(), ElidedLabel()
        self.back, self.on, self.leave = ToolButton(), ToolButton(), ToolButton()
        self.fold = ToolButton(checkable=True)
        self._step, self._steps = 0, 0
        head = row(self.back, self.on, (self.title, 3), (self._hint, 2), self._place, self.fold, self.leave, spacing=6)
        column(head, self.text, parent=self, spacing=2, margins=(8, 2, 8, 4))
        self.back.clicked.connect(self.back_wanted)
        self.on.clicked.connect(self.on_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self.fold.toggled.connect(self._show_text)
        bold = QFont()
        bold.setBold(True)
        self.title.setFont(bold)
        self.retranslate()

    def show_step(self, place: int, steps: int, title: str) -> None:
        """Say which of so many steps it is, from 0, and what it is called."""
        self._step, self._steps = place, steps
        self.title.set_text(title)
        self.back.setEnabled(place > 0)
        self._say_place()

    def say(self, text: str, *, seen: bool) -> None:
        """Show what the audience should read; `seen`: it is what came out."""
        font = QFont()
        font.setBold(seen)
        self.text.setFont(font)
        self.text.set_text(text)
        self._show_text()

    @property
    def hint(self) -> str:
        """What it says in small type."""
        return self._hint.text()

    def set_hint(self, hint: str) -> None:
        """Say in small type what to do next."""
        self._hint.setText(hint)

    @Slot(bool)
    def set_folded(self, folded: bool) -> None:
        """Leave only the line of the title, or show the text again."""
        self.fold.setChecked(folded)

    def retranslate(self) -> None:
        self.back.set_texts("◀", with_key(self.tr("The step before"), "PgUp"))
        self.on.set_texts("▶", with_key(self.tr("Record the guess, train, or go to the next step"), "PgDown"))
        self.fold.set_texts(self._fold_sign(), with_key(self.tr("Fold the strip to one line"), "Ctrl+L"))
        self.leave.set_texts("✕", with_key(self.tr("Leave the lesson; Shift+F5 continues it"), "Shift+Esc"))
        for button, name in (
            (self.back, self.tr("Back")),
            (self.on, self.tr("On")),
            (self.fold, self.tr("Fold")),
            (self.leave, self.tr("Leave the lesson")),
        ):
            button.setAccessibleName(name)
        self._say_place()

    def _say_place(self) -> None:
        self._place.setText(self.tr("{0} of {1}").format(whole_text(self._step + 1), whole_text(self._steps)))

    def fit(self) -> None:
        """Give the title one line, and the text no more than two; three if the lines are few, as they are large."""
        self.title.setFixedHeight(QFontMetrics(large_font(self, _TITLE)).height())
        line = QFontMetrics(large_font(self, _TEXT)).height()
        lines = _LINES if line <= _NORMAL_LINE * self.window().height() else _LINES + 1
        self.text.setFixedHeight(min(lines * line, max(line, self.text.height_for(self.text.width()))))

    def _fold_sign(self) -> str:
        return "▾" if self.fold.isChecked() else "▴"

    def _show_text(self) -> None:
        self.fold.setText(self._fold_sign())
        self.text.setVisible(bool(self.text.text()) and not self.fold.isChecked())
        self.fit()
