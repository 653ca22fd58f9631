"""Pruned networks that are trained further, or measured before they are kept: one at a time."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.questions.pruning_questions import FineTuningQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest

_MOST_KEPT = 40  # a few networks of each are in memory


class FineTuning(Latest[RunHistory]):
    """Trains pruned networks further, and keeps the results.

    Signals:
        found: carries the `RunHistory` that has just come, or was known.

    Attributes:
        pruning: what the present question, or the last one, is about.
    """

    found = Signal(object)

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, parent)
        self.pruning = Pruning(0.0)
        self._unpruned: Parameters | None = None  # of the network being fine-tuned
        # By the identity of the unpruned parameters, which are kept as well: while they are, no others can have it.
        self._known: dict[tuple[int, Pruning], tuple[Parameters, RunHistory]] = {}
        self.answered.connect(self._remember)

    def start(self, network: Network, experiment: Experiment, pruning: Pruning) -> None:
        """Prune a network, and train it for more epochs; end what is in progress. Known results come at once."""
        self.cancel()
        self.try_again()
        self.pruning, self._unpruned = pruning, network.parameters
        known = self._known.get((id(network.parameters), pruning))
        if known is not None:
            self._remember(known[1])  # as the newest
        else:
            self.ask(FineTuningQuestion(experiment, network.parameters, pruning))
        self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """End what is in progress."""
        if self.waits:
            self.withdraw()
            self.changed.emit()

    def of(self, network: Network, pruning: Pruning) -> RunHistory | None:
        """Return the newest result known for a network, fine-tuned, for any number of epochs."""
        for (parameters, one), (_, history) in reversed(self._known.items()):
            if parameters == id(network.parameters) and one.epochs and replace(one, epochs=pruning.epochs) == pruning:
                return history
        return None

    def all_of(self, network: Network, per_layer: bool) -> list[RunHistory]:
        """Return everything known about a network, fine-tuned: the newest for each share."""
        shares = {
            one.share: history
            for (parameters, one), (_, history) in self._known.items()
            if parameters == id(network.parameters) and one.epochs and one.per_layer == per_layer
        }
        return list(shares.values())

    @Slot(object)
    def _remember(self, history: RunHistory) -> None:
        assert self._unpruned is not None
        self._known.pop((id(self._unpruned), self.pruning), None)
        self._known[id(self._unpruned), self.pruning] = self._unpruned, history
        while len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self.found.emit(history)
