"""What thinned networks recognize singly and by their average, for one network and one p at a time."""

from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.thinning import ThinnedEnsembleQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.per_network import PerNetwork


class ThinnedEnsembles(QObject):
    """Asks at most one question at a time.

    Signals:
        changed: more is known, or how far a question has got, or that it has no answer.
    """

    changed = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._questions = questions
        self._with: dict[float, PerNetwork[np.ndarray]] = {}  # by p

    @property
    def problem(self) -> Exception | None:
        """Why the last question has no answer; nothing more is asked until `try_again()`."""
        return next((one.problem for one in self._with.values() if one.problem is not None), None)

    def of(self, network: Network, dropout: float) -> np.ndarray | None:
        """Return the network's part of the answer to a `ThinnedEnsembleQuestion`, as far as it is known."""
        return self._with[dropout].of(network) if dropout in self._with else None

    def want(self, network: Network, dropout: float) -> None:
        """Ask, unless it is known or another question is open; call it again on `changed`."""
        if self.problem is not None or any(one.share is not None for one in self._with.values()):
            return
        if dropout not in self._with:
            self._with[dropout] = PerNetwork(self._questions, partial(_ask_thinned, dropout=dropout), self)
            self._with[dropout].changed.connect(self.changed)
        self._with[dropout].want([network])

    def try_again(self) -> None:
        """Forget that a question had no answer."""
        for one in self._with.values():
            one.try_again()


def _ask_thinned(networks: tuple[Network, ...], dropout: float) -> ThinnedEnsembleQuestion:
    return ThinnedEnsembleQuestion(networks, dropout)
