"""What questions have found out about pruned networks: first roughly, then for every percent, each network once."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions.pruning_questions import PERCENTS, SHARES, PruningQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.per_network import PerNetwork

_MOST_PARAMETERS = 200_000  # of a network measured at every percent, which takes seconds


class PruningMeasurements(QObject):
    """Asks for the accuracies of networks, pruned as a whole or per layer.

    Signals:
        changed: more is known, or how far a question has got, or that it has no answer.
    """

    changed = Signal()

    def __init__(self, questions: Questions, per_layer: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._rough = PerNetwork(questions, lambda those: PruningQuestion(those, SHARES, per_layer), self)
        self._exact = PerNetwork(questions, lambda those: PruningQuestion(those, PERCENTS, per_layer), self, most=1)
        # The rough results as drawn: by the identity of the answer, which is kept as well.
        self._filled: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        for measured in (self._rough, self._exact):
            measured.changed.connect(self.changed)

    def of(self, network: Network) -> np.ndarray | None:
        """Return the accuracies for all `PERCENTS`, (100,), as far as known: interpolated at first."""
        exact = self._exact.of(network)
        if exact is not None:
            return exact
        rough = self._rough.of(network)
        if rough is None:
            return None
        if id(rough) not in self._filled:
            if len(self._filled) > 2 * 24:
                self._filled.clear()
            self._filled[id(rough)] = rough, np.interp(PERCENTS, SHARES, rough)
        return self._filled[id(rough)][1]

    def is_exact(self, network: Network) -> bool:
        """Return whether the accuracies of a network are measured at every percent."""
        return self._exact.of(network) is not None

    def want(self, networks: Sequence[Network]) -> None:
        """Measure those of these networks that are not measured yet; call it again on `changed`."""
        self._rough.want(networks)
        if all(self._rough.of(network) is not None for network in networks):
            self._exact.want([network for network in networks if _count(network.parameters) <= _MOST_PARAMETERS])

    def try_again(self) -> None:
        """Forget that a question failed."""
        for measured in (self._rough, self._exact):
            measured.try_again()

    @property
    def share(self) -> float | None:
        """How much of the present question (0…1) is done; None while there is none."""
        return self._rough.share if self._rough.share is not None else self._exact.share

    @property
    def problem(self) -> Exception | None:
        """Why the last question has no answer."""
        return self._rough.problem or self._exact.problem


def _count(parameters: Parameters) -> int:
    return sum(array.size for array in (*parameters.weights, *parameters.biases))
