"""How many of the lies that it was told a pruned network repeats, for every percent: asked for once."""

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.lies import PrunedLiesQuestion
from nnreg_gui.engine.questions.pruning_questions import PERCENTS
from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.per_network import PerNetwork


class PrunedLies(PerNetwork[np.ndarray]):
    """Asks about networks, pruned as a whole or per layer, whose labels lied; keeps (100,), 0…1, of each."""

    def __init__(self, questions: Questions, per_layer: bool, parent: QObject) -> None:
        super().__init__(questions, self._question, parent, most=1)
        self._per_layer = per_layer
        self._told = Experiment()  # to the network that is asked about

    def want_of(self, network: Network, experiment: Experiment) -> None:
        """Ask about a network that an experiment told lies, unless that is known; call it again on `changed`."""
        self._told = experiment
        self.want([network])

    def _question(self, networks: tuple[Network, ...]) -> Question[np.ndarray]:
        return PrunedLiesQuestion(self._told, networks, PERCENTS, self._per_layer)
