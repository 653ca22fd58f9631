"""What do some networks say together? Asked again when they become others, never twice at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from nnreg_gui.engine.ensembles import Ensemble, EnsembleQuestion
from nnreg_gui.engine.questions import Network, Question
from nnreg_gui.pages.asker import Asker


class LatestEnsemble(Asker):
    """Keeps the newest answer.

    Args:
        purpose: of the questions; each question needs one of its own.

    Attributes:
        networks, ensemble: of which networks there is an answer, and the answer; none and None before the first.
        problem: why there is no newer one; nothing more is asked until `try_again()`.
    """

    def __init__(self, purpose: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.networks: tuple[Network, ...] = ()
        self.ensemble: Ensemble | None = None
        self.problem: Exception | None = None
        self._purpose = purpose
        self._question: EnsembleQuestion | None = None

    @property
    def waits(self) -> bool:
        """Whether an answer is to come."""
        return self._question is not None

    def want(self, networks: Sequence[Network]) -> None:
        """Have it known what these say together; call it again on `changed`."""
        if self._question is not None or self.problem is not None:
            return
        if not networks:
            self.networks, self.ensemble = (), None
        elif not same(networks, self.networks):
            self._question = EnsembleQuestion(tuple(networks), self._purpose)
            self.asked.emit(self._question)

    def try_again(self) -> None:
        """Forget that a question failed."""
        self.problem = None

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep the answer, if it is to what was asked here."""
        if self._question is not None and question is self._question:
            assert isinstance(answer, Ensemble)
            self.networks, self.ensemble, self._question = self._question.networks, answer, None
            self.changed.emit()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why there is no answer, if it is to what was asked here."""
        if self._question is not None and question is self._question:
            self._question, self.problem = None, problem
            self.changed.emit()


def same(some: Sequence[Network], others: Sequence[Network]) -> bool:
    """Tell whether these are the same networks in the same order."""
    return [id(one.parameters) for one in some] == [id(one.parameters) for one in others]
