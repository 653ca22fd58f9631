"""What do some networks say together? Asks again when the networks change, one question at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.questions.ensembles import Ensemble, EnsembleQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest


class LatestEnsemble(Latest[Ensemble]):
    """Keeps the newest answer.

    Attributes:
        networks: those that the answer is about; none before the first.
    """

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self.networks: tuple[Network, ...] = ()
        self._asked: tuple[Network, ...] = ()

    def want(self, networks: Sequence[Network]) -> None:
        """Request what these networks say together; call it again on `changed`."""
        if self.waits or self.problem is not None:
            return
        if not networks:
            self.networks, self.answer = (), None
        elif not same(networks, self.networks):
            self._asked = tuple(networks)
            self.ask(EnsembleQuestion(self._asked))

    @Slot(object)
    def _keep(self, answer: Ensemble) -> None:
        self.networks = self._asked
        super()._keep(answer)


def same(some: Sequence[Network], others: Sequence[Network]) -> bool:
    """Return whether these are the same networks in the same order."""
    return [id(one.parameters) for one in some] == [id(one.parameters) for one in others]
