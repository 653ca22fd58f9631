"""What tests of the page about ensembles share: who stands at the other end of its questions."""

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions import Question
from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
from tests.questions import answer_to


class Answerer:
    """Answers the questions of a page when it is told to, as the window does."""

    def __init__(self, page: EnsemblePage, digits: Digits) -> None:
        self._page, self._digits = page, digits
        self.questions: list[Question] = []
        page.asked.connect(self.questions.append)

    def answer(self) -> None:
        """Answer what is asked, and what is asked then."""
        while self.questions:
            question = self.questions.pop(0)
            self._page.take_answer(question, answer_to(question, self._digits))

    def fail(self, problem: Exception) -> None:
        """Say that what is asked has no answer."""
        while self.questions:
            self._page.take_failure(self.questions.pop(0), problem)
