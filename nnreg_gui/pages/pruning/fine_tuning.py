"""Pruned networks that are trained on, or measured to be kept: one at a time."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.pruning_questions import FineTuningQuestion
from nnreg_gui.engine.questions import Network, Question
from nnreg_gui.pages.asker import Asker

PURPOSE = "fine-tuning"
_MOST_KEPT = 40  # of each a few networks are in memory


class FineTuning(Asker):
    """Asks for what becomes of pruned networks, and keeps the answers.

    Signals:
        withdrawn: carries the purpose of a question that need not be answered any more.
        found: carries the `RunHistory` that has just come.

    Attributes:
        share: 0…1, how much of the present question is done; None while there is none.
        pruning: what the present question, or the last one, is about.
        problem: why it has no answer.
    """

    withdrawn = Signal(str)
    found = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share: float | None = None
        self.pruning = Pruning(0.0)
        self.problem: Exception | None = None
        self._question: FineTuningQuestion | None = None
        # By the identity of the unpruned parameters, which are kept, too: as long as they are, no others have it.
        self._known: dict[tuple[int, Pruning], tuple[Parameters, RunHistory]] = {}

    def start(self, network: Network, experiment: Experiment, pruning: Pruning) -> None:
        """Prune a network, and train it on for so many epochs; what goes on ends. What is known is found at once."""
        self.cancel()
        self.pruning, self.problem = pruning, None
        known = self._known.get((id(network.parameters), pruning))
        if known is not None:
            self.found.emit(known[1])
            return
        self._question, self.share = FineTuningQuestion(experiment, network.parameters, pruning, PURPOSE), 0.0
        self.asked.emit(self._question)
        self.changed.emit()

    def cancel(self) -> None:
        """End what goes on."""
        if self._question is not None:
            self._question, self.share = None, None
            self.withdrawn.emit(PURPOSE)
            self.changed.emit()

    def of(self, network: Network, pruning: Pruning) -> RunHistory | None:
        """Return the newest that is known of a network, fine-tuned, for whatever number of epochs."""
        for (parameters, one), (_, history) in reversed(self._known.items()):
            if parameters == id(network.parameters) and one.epochs and replace(one, epochs=pruning.epochs) == pruning:
                return history
        return None

    def all_of(self, network: Network, per_layer: bool) -> list[RunHistory]:
        """Return everything that is known of a network, fine-tuned: the newest for each share."""
        shares = {
            one.share: history
            for (parameters, one), (_, history) in self._known.items()
            if parameters == id(network.parameters) and one.epochs and one.per_layer == per_layer
        }
        return list(shares.values())

    def take_progress(self, question: Question, share: float) -> None:
        """Note how far it is."""
        if self._question is not None and question is self._question:
            self.share = share
            self.changed.emit()

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep what was found."""
        if self._question is None or question is not self._question:
            return
        assert isinstance(answer, RunHistory)
        parameters, pruning = self._question.parameters, self._question.pruning
        self._known.pop((id(parameters), pruning), None)
        self._known[id(parameters), pruning] = parameters, answer
        while len(self._known) > _MOST_KEPT:
            del self._known[next(iter(self._known))]
        self._question, self.share = None, None
        self.found.emit(answer)
        self.changed.emit()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why there is no answer."""
        if self._question is not None and question is self._question:
            self._question, self.share, self.problem = None, None, problem
            self.changed.emit()
