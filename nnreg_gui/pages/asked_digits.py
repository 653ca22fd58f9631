"""Digits that are asked for once."""

from PySide6.QtCore import QObject

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest


class AskedDigits(Latest[Split]):
    """Asks a question whose answer are digits, unless they are there."""

    def __init__(self, questions: Questions, question: Question[Split], parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self._question = question

    @property
    def split(self) -> Split | None:
        """The digits, None as long as they have not come."""
        return self.answer

    def want(self) -> None:
        """Ask, unless they are there or asked for; after a failure, ask again."""
        if self.answer is None and not self.waits:
            self.ask(self._question)
