"""What does a network confuse? Asked again when network or range change, never twice at a time."""

from dataclasses import dataclass
from time import monotonic

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions import ConfusionQuestion, Network, Question

_SEED = 1  # of the random turns: the same digits are turned by the same share of every range
_SECONDS_APART = 1.0  # between the questions about a network that is still being trained


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """What was found.

    Attributes:
        question: what was asked.
        name: of the network.
        called: which digit each validation digit is taken for, uint8, (validation images,).
    """

    question: ConfusionQuestion
    name: str
    called: np.ndarray


class LatestConfusion(QObject):
    """Keeps the newest answer, and asks for a newer one as soon as the one that is outstanding has come.

    Signals:
        asked: carries the `Question` that is to be answered.
        changed: there is a newer answer, or no answer because of a problem.

    Attributes:
        newest: the newest answer.
        problem: why there is no newer answer; nothing more is asked until `try_again()`.
    """

    asked = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: Confusion | None = None
        self.problem: Exception | None = None
        self._wanted: tuple[Network, float] | None = None
        self._name, self._live = "", False
        self._outstanding: tuple[ConfusionQuestion, str] | None = None
        self._asked_at = 0.0

    def want(self, network: Network, name: str, rotation: float, *, live: bool) -> None:
        """Have it known what a network of this name makes of digits that are turned at random by ± degrees.

        A network that is still being trained is asked about once a second at most.
        """
        self._wanted, self._name, self._live = (network, rotation), name, live
        self._ask()

    def try_again(self) -> None:
        """Forget that a question failed."""
        self.problem = None

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep the answer, if it is to what was asked here; then ask what has changed meanwhile."""
        if self._outstanding is None or question is not self._outstanding[0]:
            return
        assert isinstance(answer, np.ndarray)
        self.newest, self._outstanding = Confusion(*self._outstanding, answer), None
        self.changed.emit()
        self._ask()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why there is no answer, if it is to what was asked here."""
        if self._outstanding is not None and question is self._outstanding[0]:
            self._outstanding, self.problem = None, problem
            self.changed.emit()

    def _ask(self) -> None:
        """Ask what is wanted, unless that is known, or an answer is outstanding."""
        if self._wanted is None or self._outstanding is not None or self.problem is not None:
            return
        (network, rotation), newest = self._wanted, self.newest
        if newest is not None and _is_of(newest.question, network, rotation):
            return
        same_range = newest is not None and newest.question.augmentation.rotation == rotation
        if self._live and same_range and monotonic() - self._asked_at < _SECONDS_APART:
            return
        question = ConfusionQuestion(
            network, AugmentationSpec(rotation=rotation), _SEED, purpose="confusion by rotation"
        )
        self._outstanding, self._asked_at = (question, self._name), monotonic()
        self.asked.emit(question)


def _is_of(question: ConfusionQuestion, network: Network, rotation: float) -> bool:
    return question.network.parameters is network.parameters and question.augmentation.rotation == rotation
