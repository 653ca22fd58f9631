"""A question for a number, guessed on a scale."""

from math import floor, isfinite

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.lecturing.number_scale import NumberScale
from nnreg_gui.lecturing.question_view import QuestionView
from nnreg_gui.lecturing.shown_numbers import decimals_for, distance_text, shown_text
from nnreg_gui.lecturing.wrapped_text import WrappedText
from nnreg_gui.lessons.lesson import NumberQuestion
from nnreg_gui.lessons.record import Guess, Outcome
from nnreg_gui.widgets.keys import is_plain

_QUESTION_SHARE = 0.3  # of the height, at most
_NUMBER_SHARE, _SENTENCE_SHARE = 0.16, 0.07  # of the window's height: the largest types
_ABOVE = 0.45  # of the height: the number's
_LOW = 9  # text lines: in less height, the number stands beside the scale
_DECIMALS = 9  # of a number, at most
_FEW = 10  # by so many steps goes a step of ↑ or ↓
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -_FEW, Qt.Key.Key_Up: _FEW}


class NumberView(QuestionView):
    """A scale with a slider below the number in huge digits, which gives way to how far off it was.

    Attributes:
        scale: the slider.
        number: says the number.
        difference: says later, in its place, how far off the guess is.
    """

    def __init__(self, question: NumberQuestion, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question.text, language, parent)
        self._question = question
        self._number: float | None = None
        self._right: float | None = None
        self.scale = NumberScale(self)
        self.number = WrappedText(_NUMBER_SHARE, Qt.AlignmentFlag.AlignCenter, self)
        self.difference = WrappedText(_SENTENCE_SHARE, Qt.AlignmentFlag.AlignCenter, self)
        self.difference.hide()
        steps = floor(round((question.high - question.low) / question.step, _DECIMALS))
        self._high = self._number_at(steps)
        self.scale.setRange(0, steps)
        self.scale.setPageStep(_FEW)
        self.scale.setValue(steps // 2)
        self.scale.valueChanged.connect(self._choose)
        self.scale.sliderPressed.connect(self._choose)  # a click into the middle changes nothing
        self.retranslate()

    def retranslate(self) -> None:
        self.scale.set_ends(self._text(self._question.low), self._text(self._high))
        self.scale.setToolTip(self.tr("Drag, or press ← and → for one step, ↑ and ↓ for {0}").format(_FEW))
        super().retranslate()
        self.scale.setAccessibleName(self.heading.text())
        self._say()

    @property
    def guess(self) -> Guess | None:
        """The number chosen; None while there is none."""
        return Guess(number=self._number) if self._number is not None else None

    def show_guess(self, guess: Guess) -> None:
        """Show this number."""
        if guess.number is None:
            return
        with QSignalBlocker(self.scale):
            self.scale.setValue(round((guess.number - self._question.low) / self._question.step))
        self.scale.show_handle()
        self._number = guess.number
        self._say()

    def lock(self) -> None:
        """Hold the slider."""
        super().lock()
        self.scale.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.scale.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_outcome(self, outcome: Outcome, earlier: Guess | None = None) -> None:
        """Mark the right number on the scale, and say how far off the guess is."""
        self.lock()
        self._right = outcome.number if outcome.number is not None and isfinite(outcome.number) else None
        self._say()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move the number by arrow keys: ← and → by one step, ↑ and ↓ by ten."""
        if self.locked or not is_plain(event) or event.key() not in _STEPS:
            return False
        self.scale.setValue(self.scale.value() + _STEPS[Qt.Key(event.key())])
        self._choose()  # at an end, nothing moves
        return True

    def fit(self) -> None:
        """Put the number above the scale, or beside it where there is no height."""
        top = self.place_heading(_QUESTION_SHARE, self.width())
        room = QRect(0, top, self.width(), self.height() - top)
        if self.height() < _LOW * self.fontMetrics().height():
            beside = room.width() // 4
            self.number.setGeometry(room.width() - beside, room.top(), beside, room.height())
            self.scale.setGeometry(room.left(), room.top(), room.width() - beside, room.height())
        else:
            above = int(_ABOVE * room.height())
            self.number.setGeometry(room.left(), room.top(), room.width(), above)
            self.scale.setGeometry(room.left(), room.top() + above, room.width(), room.height() - above)
        self.difference.setGeometry(self.number.geometry())

    @Slot()
    def _choose(self) -> None:
        self.scale.show_handle()
        number = self._number_at(self.scale.value())
        if number != self._number:
            self._number = number
            self._say()
            self.guessed.emit()

    def _number_at(self, place: int) -> float:
        """Return the number at a place of the scale, from 0."""
        return round(self._question.low + place * self._question.step, _DECIMALS)

    def _text(self, number: float) -> str:
        """Return a number that can be chosen."""
        return shown_text(number, self._question.unit, decimals_for(self._question.low, self._question.step))

    def _say(self) -> None:
        guessed = self._text(self._number) if self._number is not None else "?"
        self.scale.setAccessibleDescription(guessed)
        self.number.set_text(guessed)
        if self._right is None:
            return
        question, right = self._question, shown_text(self._right, self._question.unit)
        place = (self._right - question.low) / (self._high - question.low)
        self.scale.show_right(place, self.tr("guessed {0}").format(guessed), self.tr("it is {0}").format(right))
        self.number.set_text(right)
        self.difference.set_text(self._difference())
        self.number.setVisible(self._number is None)
        self.difference.setVisible(self._number is not None)

    def _difference(self) -> str:
        """Say how far off the guess is; nothing without one."""
        if self._number is None or self._right is None:
            return ""
        distance = distance_text(abs(self._number - self._right), self._question.unit)
        if distance == distance_text(0.0, self._question.unit):
            return self.tr("The guess is exactly right.")
        is_high = self._number > self._right
        said = self.tr("The guess is {0} too high.") if is_high else self.tr("The guess is {0} too low.")
        return said.format(distance)
