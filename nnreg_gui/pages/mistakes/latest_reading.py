"""Digits and what a network says of them, asked for again when it has advanced."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.question import Question
from nnreg_gui.pages.paced import Paced
from nnreg_gui.pages.services import Services
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.replies import Answer

_SECONDS_APART = 0.5  # between the questions about a network that is still being trained


@dataclass(frozen=True, eq=False)  # no slots, which cannot keep what was found once
class ReadDigits:
    """What was found.

    Attributes:
        run, record: the run, and the epoch whose network was asked; the run may have gone on since.
        rows: which digits they are, so that one is found again in a newer answer: (digits,).
        images: uint8, (digits, height, width).
        outputs: of the network: float32, (digits, classes).
    """

    run: DrawnRun
    record: EpochRecord
    rows: np.ndarray
    images: np.ndarray
    outputs: np.ndarray

    @property
    def classes(self) -> tuple[str, ...]:
        """The names of the labels."""
        return self.run.history.experiment.data.dataset.classes

    @cached_property
    def said(self) -> np.ndarray:
        """What the network says: (digits,)."""
        return self.outputs.argmax(1)

    @cached_property
    def order(self) -> np.ndarray:
        """The places of the digits as they are shown: (digits,)."""
        return np.arange(len(self.rows))

    def sentence(self) -> str:
        """Return what they show together."""
        raise NotImplementedError

    def legend(self) -> str:
        """Return what the captions mean."""
        raise NotImplementedError

    def caption(self, place: int) -> str:
        """Return what stands below one of them."""
        raise NotImplementedError

    def about(self, place: int) -> str:
        """Return all about one of them in a sentence."""
        raise NotImplementedError


class LatestReading(QObject, Generic[Answer]):
    """Keeps the newest answer to one question, whatever run it is about.

    Args:
        services: answers.

    Signals:
        changed: there is a newer answer, or none because of a problem, or more can be asked now.

    Attributes:
        newest: the newest answer; None before the first.
    """

    changed = Signal()

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.newest: ReadDigits | None = None
        self._asked: Paced[Answer] = Paced(services.questions, _SECONDS_APART, self)
        self._about: tuple[RunHistory, EpochRecord] | None = None  # what was asked last
        self._meaning: Callable[[Answer], ReadDigits]  # of its answer
        self._asked.answered.connect(self._keep)
        for signal in (self._asked.changed, self._asked.due):
            signal.connect(self.changed)

    @property
    def problem(self) -> Exception | None:
        """Why there is no newer answer; nothing more is asked until `try_again()`."""
        return self._asked.problem

    def want(self, run: DrawnRun) -> None:
        """Ask what the network of this run says, unless that is known, or an answer is to come: call it again.

        A network that is still being trained is asked at most twice a second.
        """
        if not self._asked.may_ask(paced=run.live):
            return
        assert run.record is not None  # only trained runs are asked about
        about = run.history, run.record  # a replayed run shares its records with another
        if about == self._about:
            return
        asked = self._question(run, run.record)
        if asked is not None:
            self._about, (question, self._meaning) = about, asked
            self._asked.ask(question)

    def try_again(self) -> None:
        """Forget that a question failed."""
        if self.problem is not None:
            self._about = None
        self._asked.try_again()

    def fits(self, run: DrawnRun) -> bool:
        """Return whether there is anything to ask about a run."""
        return True

    def _question(
        self, run: DrawnRun, record: EpochRecord
    ) -> tuple[Question[Answer], Callable[[Answer], ReadDigits]] | None:
        """Return what to ask, and what its answer means; None until the digits are there, whose arrival is a change."""
        raise NotImplementedError

    def question_text(self) -> str:
        """Return the question that a lecturer asks."""
        raise NotImplementedError

    def how_to_begin(self) -> str:
        """Return what will be seen, and what to do for it."""
        raise NotImplementedError

    def about_captions(self) -> str:
        """Return what stands below each digit."""
        raise NotImplementedError

    @Slot(object)
    def _keep(self, answer: Answer) -> None:
        self.newest = self._meaning(answer)


AnyReading = LatestReading[Any]
