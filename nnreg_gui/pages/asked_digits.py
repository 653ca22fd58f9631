"""Digits that are asked for only once."""

from PySide6.QtCore import QObject

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest


class AskedDigits(Latest[Split]):
    """Asks a question whose answer is digits, unless they are already there."""

    def __init__(self, questions: Questions, question: Question[Split], parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self._question = question

    @property
    def split(self) -> Split | None:
        """The digits; None until they arrive."""
        return self.answer

    def want(self) -> None:
        """Ask, unless the digits are there or already asked for; after a failure, ask again."""
        if self.answer is None and not self.waits:
            self.ask(self._question)
