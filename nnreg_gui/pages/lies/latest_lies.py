"""The digits with wrong labels and what a network says of them, asked for again when it has advanced."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.questions.lies import LiesQuestion, LyingDigits
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.wrong_labels import WrongLabels
from nnreg_gui.pages.asked_lies import AskedLies
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.paced import Paced
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun

_SECONDS_APART = 0.5  # between the questions about a network that is still being trained


@dataclass(frozen=True, eq=False)  # no slots, which cannot keep what was found once
class Lies:
    """What was found.

    Attributes:
        run: whose network was asked.
        wrong: which labels lie.
        images: uint8, (lies, height, width).
        outputs: of the network: float32, (lies, classes).
    """

    run: DrawnRun
    wrong: WrongLabels
    images: np.ndarray
    outputs: np.ndarray

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the labels."""
        return self.run.history.experiment.data.dataset.classes

    @cached_property
    def told(self) -> np.ndarray:
        """What the labels say: uint8, (lies,)."""
        return self.wrong.told[self.wrong.lies]

    @cached_property
    def said(self) -> np.ndarray:
        """What the network says: (lies,)."""
        return self.outputs.argmax(1)

    @cached_property
    def learnt(self) -> np.ndarray:
        """Which lies the network repeats: bool, (lies,)."""
        return self.said == self.told

    @cached_property
    def in_spite(self) -> np.ndarray:
        """Which lies it sees through: bool, (lies,)."""
        return self.said == self.wrong.true


class LatestLies(QObject):
    """Keeps the newest answer, and asks for a newer one as soon as the outstanding one has come.

    Signals:
        changed: there is a newer answer, or none because of a problem.

    Attributes:
        newest: the newest answer; None before the first.
    """

    changed = Signal()

    def __init__(self, questions: Questions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: Lies | None = None
        self._wanted: DrawnRun | None = None
        self._digits = AskedLies(questions, self)
        self._asked: Paced[np.ndarray] = Paced(questions, _SECONDS_APART, self)
        self._asked_about: tuple[DrawnRun, Network, LyingDigits] | None = None
        self._digits.answered.connect(self._ask)
        self._asked.answered.connect(self._keep)
        for latest in (self._digits, self._asked):
            latest.changed.connect(self.changed)

    @property
    def problem(self) -> Exception | None:
        """Why there is no newer answer; nothing more is asked until `try_again()`."""
        return self._asked.problem or self._digits.problem

    def want(self, run: DrawnRun) -> None:
        """Ask what the network of this run, some of whose labels lie, says of them.

        A network that is still being trained is asked at most twice a second; so call this again.
        """
        self._wanted = run
        self._ask()

    def try_again(self) -> None:
        """Forget that a question failed."""
        if self.problem is not None:
            self._asked_about = None
        self._asked.try_again()
        self._digits.try_again()

    @Slot()
    def _ask(self) -> None:
        run = self._wanted
        if run is None or not self._asked.may_ask(paced=run.live):
            return
        digits, network = self._digits.of(run.history.experiment), network_of(run)
        is_known = self._asked_about is not None and self._asked_about[1].parameters is network.parameters
        if digits is not None and not is_known:
            self._asked_about = run, network, digits
            self._asked.ask(LiesQuestion(network, digits.rows))

    @Slot(object)
    def _keep(self, outputs: np.ndarray) -> None:
        assert self._asked_about is not None
        run, _, digits = self._asked_about
        self.newest = Lies(run, digits.wrong, digits.images, outputs)
        self._ask()
