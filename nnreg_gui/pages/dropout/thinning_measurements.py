"""What studies found about thinned networks: asked once for each network."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.coadaptation import CorrelationStudy
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.studies import Network, Study
from nnreg_gui.engine.thinning import NeuronsOffStudy, ThinnedEnsembleStudy
from nnreg_gui.pages.asker import Asker
from nnreg_gui.pages.measurements import Measurements

_MOST_KEPT = 50


class OffMeasurements(Measurements):
    """Which share of the validation images a network recognizes: float64, (shares, draws), for all `SHARES_OFF`."""

    def _study_of(self, missing: list[Network]) -> tuple[Study, tuple[Network, ...]]:
        return NeuronsOffStudy((missing[0],), purpose="neurons off for dropout"), (missing[0],)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return list(answer)


class CorrelationMeasurements(Measurements):
    """How the hidden neurons of a network are correlated: float64, (neurons, neurons)."""

    def _study_of(self, missing: list[Network]) -> tuple[Study, tuple[Network, ...]]:
        return CorrelationStudy((missing[0],), purpose="correlation for dropout"), (missing[0],)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, list)
        return answer


class EnsembleQuestion(Asker):
    """What thinned networks recognize by themselves and by their average, for one network and one p at a time.

    Attributes:
        problem: why there is no answer; nothing more is asked until `try_again()`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem: Exception | None = None
        self._study: ThinnedEnsembleStudy | None = None
        # The parameters are kept, too: as long as they are, no others have their identity.
        self._known: dict[tuple[int, float], tuple[Parameters, np.ndarray]] = {}

    def of(self, network: Network, dropout: float) -> np.ndarray | None:
        """Return what is known: the answer of a `ThinnedEnsembleStudy`."""
        known = self._known.get((id(network.parameters), dropout))
        return known[1] if known is not None else None

    def want(self, network: Network, dropout: float) -> None:
        """Ask, unless it is known or something is asked; call it again on `changed`."""
        if self._study is None and self.problem is None and self.of(network, dropout) is None:
            self._study = ThinnedEnsembleStudy(network, dropout, purpose="thinned ensemble for dropout")
            self.asked.emit(self._study)

    def try_again(self) -> None:
        """Forget that a study failed."""
        self.problem = None

    def take_answer(self, study: Study, answer: object) -> None:
        """Keep the answer, if it is to what was asked here."""
        if self._study is None or study is not self._study:
            return
        assert isinstance(answer, np.ndarray)
        parameters = self._study.network.parameters
        self._known[id(parameters), self._study.dropout] = parameters, answer
        while len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._study = None
        self.changed.emit()

    def take_failure(self, study: Study, problem: Exception) -> None:
        """Note why there is no answer, if it is to what was asked here."""
        if self._study is not None and study is self._study:
            self._study, self.problem = None, problem
            self.changed.emit()
