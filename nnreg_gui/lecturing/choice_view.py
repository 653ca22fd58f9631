"""A question with answers to choose, for which hands are counted."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from nnreg_gui.lecturing.answer_field import AnswerField, Hands
from nnreg_gui.lecturing.question_view import QuestionView
from nnreg_gui.lecturing.wrapped_text import large_font
from nnreg_gui.lessons.lesson import ChoiceQuestion
from nnreg_gui.lessons.record import Guess, Outcome
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.keys import with_key
from nnreg_gui.widgets.number_row import digit_of

_QUESTION_SHARE = 0.3  # of the height, at most
_LOWEST_ROW = 2.8  # text lines: lower fields stand side by side
_GAP = 4
_LESS_SHARE = 0.035  # of the window's height: the type of the “−”
_WITH_REVEALED = 1.6  # times as high as a field that reveals nothing


class ChoiceView(QuestionView):
    """Every click and every press of an answer's digit is a hand; Backspace, or the “−”, takes the last back."""

    def __init__(self, question: ChoiceQuestion, language: str, parent: QWidget | None = None) -> None:
        super().__init__(question.text, language, parent)
        self._question = question
        self._raised: list[int] = []  # the places of the answers, in the order of the hands
        self.fields = [AnswerField(number, self) for number in range(1, len(question.choices) + 1)]
        self.less = ToolButton(parent=self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for place, field in enumerate(self.fields):
            self._group.addButton(field, place)
        self._group.idClicked.connect(self._raise_hand)
        self.less.clicked.connect(self._take_back)
        self.retranslate()
        self._show_hands()

    def retranslate(self) -> None:
        for field, choice in zip(self.fields, self._question.choices, strict=True):
            field.set_words(choice.text[self._language], choice.reveals[self._language])
        told = self.tr("Takes the last hand back")
        self.less.set_texts("−", with_key(told, "Backspace"))
        self.less.setAccessibleName(told)
        super().retranslate()

    @property
    def guess(self) -> Guess | None:
        """The hands; None while there is none."""
        return Guess(votes=self._votes()) if self._raised else None

    def show_guess(self, guess: Guess) -> None:
        """Show these hands."""
        self._raised = [place for place, count in enumerate(guess.votes) for _ in range(count)]
        self._show_hands()

    def lock(self) -> None:
        """Take no more hands, and give none back."""
        super().lock()
        self.less.hide()
        for field in self.fields:
            field.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fit()

    def show_outcome(self, outcome: Outcome, earlier: Guess | None = None) -> None:
        """Mark what is right; tell those who were wrong what that reveals."""
        self.lock()
        before = earlier.votes if earlier is not None else (0,) * len(self.fields)
        for field, right, count in zip(self.fields, outcome.right, before, strict=True):
            field.show_outcome(right=right, earlier=Hands(count, sum(before)))
        self.fit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Add a hand by an answer's digit, by the place of the key; take the last back by Backspace."""
        if self.locked:
            return False
        digit = digit_of(event)
        if digit and 1 <= int(digit) <= len(self.fields):
            if not event.isAutoRepeat():
                self._raise_hand(int(digit) - 1)
            return True
        if event.key() == Qt.Key.Key_Backspace and self._raised:
            self._take_back()
            return True
        return False

    def fit(self) -> None:
        """Put the answers below each other, or side by side where there is no height."""
        # The place of the “−” stays free when it is gone, so that the question does not move.
        self.less.setFont(large_font(self, _LESS_SHARE))
        side = self.less.fontMetrics().height()
        top = self.place_heading(_QUESTION_SHARE, self.width() - side - _GAP)
        room = QRect(0, top + _GAP if top else 0, self.width(), self.height() - top - (_GAP if top else 0))
        height = min(side, top or room.height())
        self.less.setGeometry(self.width() - side, ((top or room.height()) - height) // 2, side, height)
        if not top:
            room.setRight(room.right() - side - _GAP)
        if room.height() >= len(self.fields) * _LOWEST_ROW * self.fontMetrics().height():
            self._place_in_column(room)
        else:
            self._place_in_row(room)
        points = min(field.fitting_points() for field in self.fields)
        for field in self.fields:
            field.set_points(points)

    def _place_in_column(self, room: QRect) -> None:
        heights, top = room.height() - _GAP * (len(self.fields) - 1), float(room.top())
        lowest = heights / len(self.fields)
        weights = [_WITH_REVEALED if field.reveals_in(lowest) else 1.0 for field in self.fields]
        height = heights / sum(weights)
        for field, weight in zip(self.fields, weights, strict=True):
            field.setGeometry(room.left(), int(top), room.width(), int(weight * height))
            top += weight * height + _GAP

    def _place_in_row(self, room: QRect) -> None:
        width = (room.width() + _GAP) / len(self.fields)
        for place, field in enumerate(self.fields):
            field.setGeometry(room.left() + int(place * width), room.top(), int(width) - _GAP, room.height())

    @Slot(int)
    def _raise_hand(self, place: int) -> None:
        self._raised.append(place)
        self._change()

    @Slot()
    def _take_back(self) -> None:
        if self._raised:
            self._raised.pop()
            self._change()

    def _change(self) -> None:
        self._show_hands()
        self.guessed.emit()

    def _votes(self) -> tuple[int, ...]:
        return tuple(map(self._raised.count, range(len(self.fields))))

    def _show_hands(self) -> None:
        self.less.setEnabled(bool(self._raised))
        for field, count in zip(self.fields, self._votes(), strict=True):
            field.set_hands(Hands(count, len(self._raised)))
