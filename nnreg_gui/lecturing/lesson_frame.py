"""The page with the strip of a lesson above it, and in its place the question while nothing may be seen of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.lecturing.strip import LessonStrip
from nnreg_gui.widgets.layouts import column

if TYPE_CHECKING:
    from nnreg_gui.lecturing.question_view import QuestionView

_STRETCHED = QSizePolicy.Policy.Expanding


class LessonFrame(QWidget):
    """Places strip, question and page; without a lesson, there is only the page."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.strip = LessonStrip()
        self.question: QuestionView | None = None
        self._question_room = QWidget()
        self._around_question = column(parent=self._question_room, margins=(8, 0, 8, 4))
        self._column = column(self.strip, self._question_room, (page, 1), parent=self, spacing=0)
        self._question_room.hide()
        self.strip.hide()

    def set_led(self, led: bool) -> None:
        """Show the strip, or only the page."""
        self.strip.setVisible(led)
        if not led:
            self.ask(None)

    def ask(self, question: "QuestionView | None") -> None:
        """Show another question, or none."""
        if self.question is not None:
            self._around_question.removeWidget(self.question)
            self.question.hide()
            self.question.deleteLater()
        self.question = question
        if question is not None:
            self._around_question.addWidget(question)
            question.show()
        self._question_room.setVisible(question is not None)
        self.cover(False)

    def cover(self, covered: bool) -> None:
        """Show the question in place of the page, or above it."""
        covered = covered and self.question is not None
        if self.question is not None:
            self.question.set_compact(not covered)
            self._column.setStretchFactor(self._question_room, 1 if covered else 0)
            self.question.setSizePolicy(QSizePolicy.Policy.Ignored, _STRETCHED if covered else QSizePolicy.Policy.Fixed)
        if covered == self._page.isVisibleTo(self):
            self._page.setVisible(not covered)
