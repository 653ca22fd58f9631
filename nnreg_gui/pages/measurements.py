"""What questions found about networks: asked once for each network, kept for whoever wants it again."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions import ConfusionQuestion, Network, Question, RotationQuestion
from nnreg_gui.pages.asker import Asker

ANGLES = tuple(float(angle) for angle in range(-180, 181, 5))
_MOST_KEPT = 24  # networks; a run of the day whose answer is forgotten is simply measured again


class Measurements(Asker):
    """Asks at most one question at a time.

    Attributes:
        share: 0…1, how much of the present question is done; None while there is none.
        problem: why the last question has no answer; nothing more is asked until `try_again()`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.share: float | None = None
        self.problem: Exception | None = None
        self._question: Question | None = None
        self._measured: tuple[Network, ...] = ()  # by the present question
        # By the identity of the parameters, which are kept, too: as long as they are, no others have it.
        self._known: dict[int, tuple[Parameters, np.ndarray]] = {}

    def of(self, network: Network) -> np.ndarray | None:
        """Return what is known of a network."""
        known = self._known.get(id(network.parameters))
        return known[1] if known is not None else None

    def want(self, networks: Sequence[Network]) -> None:
        """Have these networks measured, those that are not yet; call it again on `changed`."""
        missing = [network for network in networks if self.of(network) is None]
        if not missing or self._question is not None or self.problem is not None:
            return
        self._question, self._measured = self._question_of(missing)
        self.share = 0.0
        self.asked.emit(self._question)

    def try_again(self) -> None:
        """Forget that a question failed."""
        self.problem = None

    def take_progress(self, question: Question, share: float) -> None:
        """Note how far a question is, if it is one of these."""
        if question is self._question:
            self.share = share
            self.changed.emit()

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep the answer of a question, if it is one of these."""
        if question is not self._question:
            return
        for network, value in zip(self._measured, self._split(answer), strict=True):
            self._known[id(network.parameters)] = network.parameters, value
        while len(self._known) > max(_MOST_KEPT, len(self._measured)):
            del self._known[next(iter(self._known))]
        self._end()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why a question has no answer, if it is one of these."""
        if question is self._question:
            self.problem = problem
            self._end()

    def _end(self) -> None:
        self._question, self.share = None, None
        self.changed.emit()

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        """Return a question of some of these networks, and which they are."""
        raise NotImplementedError

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        """Return the part of the answer for each network."""
        raise NotImplementedError


class RotationMeasurements(Measurements):
    """How many of the sixes and nines a network takes for which digit: int64, (2, angles, 10), for all `ANGLES`."""

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        return RotationQuestion(tuple(missing), ANGLES), tuple(missing)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return list(answer)


class UprightMeasurements(Measurements):
    """Which digit a network takes each validation digit for, upright: uint8, (validation images,)."""

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        question = ConfusionQuestion(missing[0], AugmentationSpec(), seed=0, purpose="confusion of upright digits")
        return question, (missing[0],)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return [answer]
