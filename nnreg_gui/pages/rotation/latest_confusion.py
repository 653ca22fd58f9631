"""What does a network confuse? Asks again when network or range change, one question at a time."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions.question import ConfusionQuestion, Network
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.paced import Paced

_SEED = 1  # for the random turns: the same digits are turned by the same share of every range
_SECONDS_APART = 1.0  # between the questions about a network that is still being trained


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """What was found.

    Attributes:
        question: the one asked.
        name: of the network.
        called: which digit each validation digit is taken for, uint8, (validation images,).
    """

    question: ConfusionQuestion
    name: str
    called: np.ndarray


class LatestConfusion(Paced[np.ndarray]):
    """Asks for a newer answer as soon as the outstanding one has come.

    Attributes:
        newest: the newest answer, and what it answers.
    """

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, _SECONDS_APART, parent)
        self.newest: Confusion | None = None
        self._wanted: tuple[Network, float] | None = None
        self._name, self._live = "", False
        self._outstanding: tuple[ConfusionQuestion, str] | None = None
        self.due.connect(self._ask)

    def want(self, network: Network, name: str, rotation: float, *, live: bool) -> None:
        """Request what a network of this name makes of digits that are turned at random by ± degrees.

        A network that is still being trained is asked at most about once a second.
        """
        self._wanted, self._name, self._live = (network, rotation), name, live
        self._ask()

    @Slot(object)
    def _keep(self, answer: np.ndarray) -> None:
        """Keep the answer; then ask what has changed in the meantime."""
        assert self._outstanding is not None
        self.newest = Confusion(*self._outstanding, answer[0])
        super()._keep(answer)
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask what is wanted, unless that is known, or an answer is outstanding."""
        if self._wanted is None or not self.may_ask(paced=False):
            return
        (network, rotation), newest = self._wanted, self.newest
        if newest is not None and _is_of(newest.question, network, rotation):
            if newest.name != self._name:  # in another language, say
                self.newest = replace(newest, name=self._name)
                self.changed.emit()
            return
        same_range = newest is not None and newest.question.augmentation.rotation == rotation
        if self.may_ask(paced=self._live and same_range):
            question = ConfusionQuestion((network,), AugmentationSpec(rotation=rotation), _SEED)
            self._outstanding = question, self._name
            self.ask(question)


def _is_of(question: ConfusionQuestion, network: Network, rotation: float) -> bool:
    return question.networks[0].parameters is network.parameters and question.augmentation.rotation == rotation
