"""What does a network take augmented validation digits for? Asked again when network or augmentation change."""

from dataclasses import dataclass
from time import monotonic

import numpy as np
from PySide6.QtCore import QObject, Signal

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions import ConfusionQuestion, Network, Question
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun

_SEED = 1  # of what is drawn: the same digits draw the same share of every range
_SECONDS_APART = 1.0  # between the questions about a network that is still being trained


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """What was found.

    Attributes:
        run: whose network was asked.
        network: what was asked.
        augmentation: how the digits were changed.
        upright, changed: which digit each validation digit is taken for, as it is and changed: uint8,
            (validation images,).
    """

    run: DrawnRun
    network: Network
    augmentation: AugmentationSpec
    upright: np.ndarray
    changed: np.ndarray


class LatestLabels(QObject):
    """Keeps the newest answer, and asks for a newer one as soon as the one that is outstanding has come.

    Two questions make an answer: digits upright, once for each network, and augmented. A network that was asked the
    first is asked the second, too, before any other: otherwise there would be no answer as long as epochs are short.

    Signals:
        asked: carries the `Question` that is to be answered; never more than one is outstanding.
        changed: there is a newer answer, or how far it is, or that it has failed.

    Attributes:
        newest: the newest answer.
        share: 0…1, how much of the outstanding answer is there; None while none is.
        problem: why there is no newer answer; nothing more is asked until `try_again()`.
    """

    asked = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: Labels | None = None
        self.share: float | None = None
        self.problem: Exception | None = None
        self._wanted: tuple[DrawnRun, AugmentationSpec] | None = None
        self._question: ConfusionQuestion | None = None
        self._run: DrawnRun | None = None  # of the network that is being asked, or was asked last
        self._upright: np.ndarray | None = None  # what that takes upright digits for
        self._asked_at = 0.0

    def want(self, run: DrawnRun, augmentation: AugmentationSpec) -> None:
        """Have it known what the newest network of a run makes of digits that are changed like this.

        A network that is still being trained is asked about once a second at most; so call this again.
        """
        self._wanted = run, augmentation
        self._ask()

    def try_again(self) -> None:
        """Forget that a question failed."""
        self.problem = None

    def take_progress(self, question: Question, share: float) -> None:
        """Note how far the answer is, if it is to what was asked here."""
        if question is self._question:
            self.share = share
            self.changed.emit()

    def take_answer(self, question: Question, answer: object) -> None:
        """Keep the answer, if it is to what was asked here; then ask what is still open."""
        asked = self._question
        if asked is None or question is not asked or self._run is None:
            return
        assert isinstance(answer, np.ndarray)
        self._question = None
        if self._upright is None:
            self._upright = answer
            self._ask_changed(asked.network)
        else:
            self._keep(asked.network, asked.augmentation, answer)
        self._ask()

    def take_failure(self, question: Question, problem: Exception) -> None:
        """Note why there is no answer, if it is to what was asked here."""
        if question is self._question:
            self._question, self.share, self.problem = None, None, problem
            self.changed.emit()

    def _ask(self) -> None:
        """Ask what is wanted, unless that is known, or an answer is outstanding."""
        if self._wanted is None or self._question is not None or self.problem is not None:
            return
        (run, augmentation), newest = self._wanted, self.newest
        network = network_of(run)
        if newest is None or newest.network.parameters is not network.parameters:
            same_change = newest is not None and newest.augmentation == augmentation
            if run.live and same_change and monotonic() - self._asked_at < _SECONDS_APART:
                return
            self._run, self._upright, self._asked_at = run, None, monotonic()
            self._begin(ConfusionQuestion(network, AugmentationSpec(), _SEED, purpose="labels upright"))
        elif newest.augmentation != augmentation:
            self._ask_changed(network)

    def _ask_changed(self, network: Network) -> None:
        """Ask the second question; without augmentation its answer is that of the first."""
        assert self._wanted is not None
        assert self._upright is not None
        augmentation = self._wanted[1]
        if augmentation.is_off:
            self._keep(network, augmentation, self._upright)
        else:
            self._begin(ConfusionQuestion(network, augmentation, _SEED, purpose="labels"))

    def _begin(self, question: ConfusionQuestion) -> None:
        self._question, self.share = question, 0.0
        self.changed.emit()
        self.asked.emit(question)

    def _keep(self, network: Network, augmentation: AugmentationSpec, called: np.ndarray) -> None:
        assert self._run is not None
        assert self._upright is not None
        self.newest = Labels(self._run, network, augmentation, self._upright, called)
        self.share = None
        self.changed.emit()
