"""What does a network take augmented validation digits for? Asks again when network or augmentation change."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions.question import ConfusionQuestion, Network
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.paced import Paced
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun

_SEED = 1  # for the draws: the same digits draw the same share of every range
_SECONDS_APART = 1.0  # between the questions about a network that is still being trained


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """What was found.

    Attributes:
        run: whose network was asked.
        network: the one asked.
        augmentation: how the digits were changed.
        upright, changed: which digit each validation digit is taken for, as it is and changed: uint8,
            (validation images,).
    """

    run: DrawnRun
    network: Network
    augmentation: AugmentationSpec
    upright: np.ndarray
    changed: np.ndarray


class LatestLabels(Paced[np.ndarray]):
    """Keeps the newest answer, and asks for a newer one as soon as the outstanding one has come.

    An answer takes two questions: digits upright, once for each network, and augmented. A network that was asked the
    first is asked the second before any other: otherwise there would be no answer while epochs are short.

    Attributes:
        newest: the newest answer.
    """

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(questions, _SECONDS_APART, parent)
        self.newest: Labels | None = None
        self._wanted: tuple[DrawnRun, AugmentationSpec] | None = None
        self._question: ConfusionQuestion | None = None  # the last one asked
        self._run: DrawnRun | None = None  # of the network being asked, or asked last
        self._upright: np.ndarray | None = None  # what it takes upright digits for
        self.answered.connect(self._take)
        self.due.connect(self._ask)

    def want(self, run: DrawnRun, augmentation: AugmentationSpec) -> None:
        """Request what the newest network of a run makes of digits that are changed like this.

        A network that is still being trained is asked at most about once a second; so call this again.
        """
        self._wanted = run, augmentation
        self._ask()

    @Slot(object)
    def _take(self, called: np.ndarray) -> None:
        """Keep the answer; then ask what is still open."""
        asked = self._question
        assert asked is not None
        if self._upright is None:
            self._upright = called[0]
            self._ask_changed(asked.networks[0])
        else:
            self._conclude(asked.networks[0], asked.augmentation, called[0])
        self._ask()

    @Slot()
    def _ask(self) -> None:
        """Ask what is wanted, unless that is known, or an answer is outstanding."""
        if self._wanted is None or not self.may_ask(paced=False):
            return
        (run, augmentation), newest = self._wanted, self.newest
        network = network_of(run)
        if newest is None or newest.network.parameters is not network.parameters:
            same_change = newest is not None and newest.augmentation == augmentation
            if self.may_ask(paced=run.live and same_change):
                self._run, self._upright = run, None
                self._begin(ConfusionQuestion((network,), AugmentationSpec(), _SEED))
        elif newest.augmentation != augmentation:
            self._run, self._upright = run, newest.upright  # another network may have been asked since, without success
            self._ask_changed(network)
        elif newest.run.history is not run.history:  # a replayed run shares its networks
            self.newest = replace(newest, run=run)
            self.changed.emit()

    def _ask_changed(self, network: Network) -> None:
        """Ask the second question; without augmentation its answer is that of the first."""
        assert self._wanted is not None
        assert self._upright is not None
        augmentation = self._wanted[1]
        if augmentation.is_off:
            self._conclude(network, augmentation, self._upright)
        else:
            self._begin(ConfusionQuestion((network,), augmentation, _SEED))

    def _begin(self, question: ConfusionQuestion) -> None:
        self._question = question
        self.ask(question)
        self.changed.emit()

    def _conclude(self, network: Network, augmentation: AugmentationSpec, called: np.ndarray) -> None:
        assert self._run is not None
        assert self._upright is not None
        self.newest = Labels(self._run, network, augmentation, self._upright, called)
        self.changed.emit()
