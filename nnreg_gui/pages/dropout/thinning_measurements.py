"""What questions found about thinned networks: asked once for each network."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.coadaptation import CorrelationQuestion
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions import Network, Question
from nnreg_gui.engine.thinning import NeuronsOffQuestion, ThinnedEnsembleQuestion
from nnreg_gui.pages.asker import Asker
from nnreg_gui.pages.measurements import Measurements

_MOST_KEPT = 50


class OffMeasurements(Measurements):
    """Which share of the validation images a network recognizes: float64, (shares, draws), for all `SHARES_OFF`."""

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        return NeuronsOffQuestion((missing[0],), purpose="neurons off for dropout"), (missing[0],)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return list(answer)


class CorrelationMeasurements(Measurements):
    """How the hidden neurons of a network are correlated: float64, (neurons, neurons)."""

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        return CorrelationQuestion((missing[0],), purpose="correlation for dropout"), (missing[0],)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, list)
        return answer


class ThinnedEnsembles(Asker):
    """What thinned networks recognize by themselves and by their average, for one network and one p at a time.

    Attributes:
        problem: why there is no answer; nothing more is asked until `try_again()`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem: Exception | None = None
        self._question: ThinnedEnsembleQuestion | None = None
        # The parameters are kept, too: as long as they are, no others have their identity.
        self._known: dict[tuple[int, float], tuple[Parameters, np.ndarray]] = {}

    def of(self, network: Network, dropout: float) -> np.ndarray | None:
        """Return what is known: the answer of a `ThinnedEnsembleQuestion`."""
        known = self._known.get((id(network.parameters), dropout))
        return known[1] if known is not None else None

    def want(self, network: Network, dropout: float) -> None:
        """Ask, unless it is known or something is asked; call it again on `changed`."""
        if self._question is None and self.problem is None and self.of(network, dropout) is None:
            self._question = ThinnedEnsembleQuestion(network, dropout, purpose="thinned ensemble for dropout")
            self.asked.emit(self._question)

    def try_again(self) -> None:
        """Forget that a question failed."""
        self.problem = None

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep the answer, if it is to what was asked here."""
        if self._question is None or question is not self._question:
            return
        assert isinstance(answer, np.ndarray)
        parameters = self._question.network.parameters
        self._known[id(parameters), self._question.dropout] = parameters, answer
        while len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._question = None
        self.changed.emit()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why there is no answer, if it is to what was asked here."""
        if self._question is not None and question is self._question:
            self._question, self.problem = None, problem
            self.changed.emit()
