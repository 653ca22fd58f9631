"""What questions found about pruned networks: first roughly, then for every percent, each network once."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.pruning_questions import PERCENTS, SHARES, PruningQuestion
from nnreg_gui.engine.questions import Network, Question
from nnreg_gui.pages.measurements import Measurements

_MOST_PARAMETERS = 200_000  # of a network that is measured at every percent, which takes seconds


class _ShareMeasurements(Measurements):
    """Accuracies for these shares: float64, (shares,)."""

    def __init__(self, shares: tuple[float, ...], per_layer: bool, *, at_once: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._shares, self._per_layer, self._at_once = shares, per_layer, at_once

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        networks = tuple(missing) if self._at_once else tuple(missing[:1])
        purpose = f"pruning at {len(self._shares)} shares{', per layer' if self._per_layer else ''}"
        return PruningQuestion(networks, self._shares, self._per_layer, purpose), networks

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return list(answer)


class PruningMeasurements(QObject):
    """Asks for the accuracies of networks, pruned as a whole or per layer.

    Signals:
        changed: more is known, or how far a question is, or that it failed.

    Attributes:
        askers: those who ask the questions.
    """

    changed = Signal()

    def __init__(self, per_layer: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._rough = _ShareMeasurements(SHARES, per_layer, at_once=True, parent=self)
        self._exact = _ShareMeasurements(PERCENTS, per_layer, at_once=False, parent=self)
        self.askers = (self._rough, self._exact)
        # What was found roughly, as it is drawn: by the identity of the answer, which is kept, too.
        self._filled: dict[int, tuple[np.ndarray, np.ndarray]] = {}
        for asker in self.askers:
            asker.changed.connect(self.changed)

    def of(self, network: Network) -> np.ndarray | None:
        """Return the accuracies for all `PERCENTS`, (100,), as far as they are known: interpolated at first."""
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
        """Tell whether the accuracies of a network are measured at every percent."""
        return self._exact.of(network) is not None

    def want(self, networks: Sequence[Network]) -> None:
        """Have these networks measured, those that are not yet; call it again on `changed`."""
        self._rough.want(networks)
        if all(self._rough.of(network) is not None for network in networks):
            self._exact.want([network for network in networks if _count(network.parameters) <= _MOST_PARAMETERS])

    def try_again(self) -> None:
        """Forget that a question failed."""
        for asker in self.askers:
            asker.try_again()

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
