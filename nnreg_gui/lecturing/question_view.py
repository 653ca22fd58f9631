"""A question of a lesson, to be answered before anything is seen, and its outcome beside the answer."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lecturing.wrapped_text import WrappedText
from nnreg_gui.lessons.lesson import ChoiceQuestion, LessonQuestion, NumberQuestion
from nnreg_gui.lessons.record import Guess, Outcome
from nnreg_gui.widgets.fitting_widget import FittingWidget

_SHARE = 0.05  # of the window's height: the largest type of the question
_LOWEST, _LOWEST_WITH_HEADING = 2.4, 4.5  # text lines
_ROW, _ROW_SHARE = 2.2, 0.072  # of the window's height: with the strip of the lesson, no more than a fifth


class QuestionView(FittingWidget):
    """What all kinds of questions share.

    Signals:
        guessed: the guess has changed: something can be recorded now, or no longer.

    Attributes:
        heading: the question in large type.
    """

    guessed = Signal()

    def __init__(self, text: Words, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._language = text, language
        self._locked = self._compact = False
        self.heading = WrappedText(_SHARE, parent=self)

    @property
    def guess(self) -> Guess | None:
        """What was answered; None until there is an answer."""
        raise NotImplementedError

    @property
    def locked(self) -> bool:
        """Whether the guess can no longer be changed."""
        return self._locked

    def lock(self) -> None:
        """Let nobody change the guess any more: it is recorded."""
        self._locked = True

    def set_compact(self, compact: bool) -> None:
        """Show one row of answers without the question, which stands above; or all of it."""
        if compact == self._compact:
            return
        self._compact = compact
        self.updateGeometry()
        self.fit()

    def show_guess(self, guess: Guess) -> None:
        """Show what was answered before."""
        raise NotImplementedError

    def show_outcome(self, outcome: Outcome, earlier: Guess | None = None) -> None:
        """Show what is right beside the guess, which is locked.

        Args:
            outcome: what is right.
            earlier: what was answered to the question that this one repeats, if it does.
        """
        raise NotImplementedError

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer by a key; return whether it means anything here."""
        raise NotImplementedError

    def set_language(self, language: str) -> None:
        """Ask in another language; numbers and the program's own words follow the application's."""
        self._language = language
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.heading.set_text(self._words[self._language])
        self.setAccessibleName(self.heading.text())
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer by a key that nobody else has taken."""
        if not self.take_key(event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for one row of answers."""
        row = max(_ROW_SHARE * self.window().height(), _ROW * self.fontMetrics().height())
        return QSize(1, max(int(row), self.minimumSizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Be content with one row of answers."""
        return QSize(1, int(_LOWEST * self.heading.smallest_line()))

    def place_heading(self, share: float, width: int) -> int:
        """Put the question at the top; where there is no height for it, hide it.

        Args:
            share: how much of the height it may take.
            width: how wide it may be, in pixels.

        Returns:
            where it ends.
        """
        line = self.heading.smallest_line()
        fits = not self._compact and self.height() >= _LOWEST_WITH_HEADING * line
        height = min(self.heading.height_for(width), max(int(share * self.height()), line)) if fits else 0
        self.heading.setVisible(fits)
        self.heading.setGeometry(0, 0, width, height)
        return height


def question_view(question: LessonQuestion, language: str, epochs: int = 0) -> QuestionView:
    """Return the view of a question.

    Args:
        question: what is asked.
        language: in which it is asked.
        epochs: how far the axis of a curve of a run goes.
    """
    # The views are built on the class above.
    from nnreg_gui.lecturing.choice_view import ChoiceView
    from nnreg_gui.lecturing.curve_view import CurveView
    from nnreg_gui.lecturing.number_view import NumberView

    if isinstance(question, ChoiceQuestion):
        return ChoiceView(question, language)
    if isinstance(question, NumberQuestion):
        return NumberView(question, language)
    return CurveView(question, language, epochs)
