"""A question with the answers so far, for the lecturer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nnreg_gui.lecturing.fitted_column import plain_label
from nnreg_gui.lecturing.shown_numbers import decimals_for, shown_text
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion, LessonQuestion, NumberQuestion
from nnreg_gui.lessons.record import Guess
from nnreg_gui.widgets.texts import whole_text

_MOST_CHOICES = 4


class VotesView(QWidget):
    """Shows how many hands each choice has got, or the guessed number, or whether a curve is drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: LessonQuestion | None = None
        self._guess: Guess | None = None
        self.question, self.answer = plain_label(), plain_label(bold=True)
        self._choices = [(plain_label(bold=True), plain_label()) for _ in range(_MOST_CHOICES)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.question, 0, 0, 1, 2)
        grid.addWidget(self.answer, 1, 0, 1, 2)
        for place, (hands, text) in enumerate(self._choices, 2):
            hands.setWordWrap(False)
            grid.addWidget(hands, place, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            grid.addWidget(text, place, 1)

    def show_question(self, question: LessonQuestion | None, language: str) -> None:
        """Show this question in a language; nothing if there is none."""
        self._question = question
        self.setVisible(question is not None)
        self.question.setText(question.text[language] if question is not None else "")
        choices = question.choices if isinstance(question, ChoiceQuestion) else ()
        for place, (hands, text) in enumerate(self._choices):
            for label in (hands, text):
                label.setVisible(place < len(choices))
            text.setText(choices[place].text[language] if place < len(choices) else "")
        self._show_answers()

    def show_guess(self, guess: Guess | None) -> None:
        """Show what has been answered; None if nothing has."""
        self._guess = guess
        self._show_answers()

    def said(self) -> list[str]:
        """Return the answers as they can be read: a line for each choice, or one for all."""
        if isinstance(self._question, ChoiceQuestion):
            return [f"{hands.text()} {text.text()}" for hands, text in self._choices[: len(self._question.choices)]]
        return [self.answer.text()]

    def _show_answers(self) -> None:
        guess = self._guess or Guess()
        votes = [*guess.votes, *(0 for _ in range(_MOST_CHOICES))]
        for (hands, _), n in zip(self._choices, votes, strict=False):
            hands.setText(f"{whole_text(n)} ×")
        self.answer.setText(self._one_answer(guess))
        self.answer.setVisible(bool(self.answer.text()))

    def _one_answer(self, guess: Guess) -> str:
        """Return the answer to a question that has only one."""
        match self._question:
            case NumberQuestion(low=low, step=step, unit=unit):
                if guess.number is None:
                    return self.tr("No guess yet")
                return self.tr("Guess: {0}").format(shown_text(guess.number, unit, decimals_for(low, step)))
            case CurveQuestion():
                return self.tr("A curve is drawn") if guess.curve else self.tr("No curve yet")
        return ""
