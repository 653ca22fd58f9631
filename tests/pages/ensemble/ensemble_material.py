"""What tests of the page about ensembles share: who stands at the other end of its studies."""

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.studies import Study
from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
from tests.studies import answer_to


class Answerer:
    """Answers the studies of a page when it is told to, as the window does."""

    def __init__(self, page: EnsemblePage, digits: Digits) -> None:
        self._page, self._digits = page, digits
        self.studies: list[Study] = []
        page.asked.connect(self.studies.append)

    def answer(self) -> None:
        """Answer what is asked, and what is asked then."""
        while self.studies:
            study = self.studies.pop(0)
            self._page.take_answer(study, answer_to(study, self._digits))

    def fail(self, problem: Exception) -> None:
        """Say that what is asked has no answer."""
        while self.studies:
            self._page.take_failure(self.studies.pop(0), problem)
