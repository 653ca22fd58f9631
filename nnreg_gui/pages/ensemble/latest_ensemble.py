"""What do some networks say together? Asks again when the networks change, one question at a time."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest
from nnreg_gui.replies import Answer


class LatestTogether(Latest[Answer]):
    """Keeps the newest answer.

    Attributes:
        networks: those that the answer is about; none before the first.
    """

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self.networks: tuple[Network, ...] = ()
        self._asked: tuple[Network, ...] = ()

    def want(self, networks: Sequence[Network], make: Callable[[tuple[Network, ...]], Question[Answer]]) -> None:
        """Request what these networks say together, with the question made about them; call it again on `changed`."""
        if self.waits or self.problem is not None:
            return
        if not networks:
            self.networks, self.answer = (), None
        elif not same(networks, self.networks):
            self._asked = tuple(networks)
            self.ask(make(self._asked))

    @Slot(object)
    def _keep(self, answer: Answer) -> None:
        self.networks = self._asked
        super()._keep(answer)


def same(some: Sequence[Network], others: Sequence[Network]) -> bool:
    """Return whether these are the same networks in the same order."""
    return [id(one.parameters) for one in some] == [id(one.parameters) for one in others]
