"""Does a network learn the noise? The training digits with wrong labels, and what it says of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.questions.lies import LiesQuestion
from nnreg_gui.engine.wrong_labels import WrongLabels
from nnreg_gui.pages.asked_lies import AskedLies
from nnreg_gui.pages.mistakes.latest_reading import LatestReading, ReadDigits
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate
LEARNT, IN_SPITE, NEITHER = "✗", "✓", "–"  # colour is never the only signal


@dataclass(frozen=True, eq=False)
class Lies(ReadDigits):
    """What was found.

    Attributes:
        wrong: which labels lie.
    """

    wrong: WrongLabels

    @cached_property
    def told(self) -> np.ndarray:
        """What the labels say: uint8, (lies,)."""
        return self.wrong.told[self.wrong.lies]

    @cached_property
    def learnt(self) -> np.ndarray:
        """Which lies the network repeats: bool, (lies,)."""
        return self.said == self.told

    @cached_property
    def in_spite(self) -> np.ndarray:
        """Which lies it sees through: bool, (lies,)."""
        return self.said == self.wrong.true

    @cached_property
    def order(self) -> np.ndarray:
        """The lies learnt by heart first, those seen through last."""
        return np.argsort(np.where(self.learnt, 0, np.where(self.in_spite, 2, 1)), kind="stable")

    def sentence(self) -> str:
        """Return how many lies the network repeats."""
        text = translate("Lies", "Run {0} repeats {1} of the {2} lies, and sees through {3}.")
        counts = (int(self.learnt.sum()), len(self.told), int(self.in_spite.sum()))
        return text.format(self.run.number, *map(whole_text, counts))

    def legend(self) -> str:
        """Return what the signs below the digits mean, and how often each stands there."""
        learnt, in_spite = int(self.learnt.sum()), int(self.in_spite.sum())
        return "   ".join(
            f"{sign} {text.format(whole_text(count))}"
            for sign, text, count in (
                (LEARNT, translate("Lies", "learnt by heart: {0}"), learnt),
                (IN_SPITE, translate("Lies", "seen through: {0}"), in_spite),
                (NEITHER, translate("Lies", "neither: {0}"), len(self.told) - learnt - in_spite),
            )
        )

    def caption(self, place: int) -> str:
        """Return what the label of a lie says, and after the arrow what the network says: “✗ 3 → 3”."""
        sign = LEARNT if self.learnt[place] else IN_SPITE if self.in_spite[place] else NEITHER
        return f"{sign} {self.classes[self.told[place]]} → {self.classes[self.said[place]]}"

    def about(self, place: int) -> str:
        if self.learnt[place]:
            text = translate("Lies", "This is a {0}. The label says {1}, and so does the network: learnt by heart.")
        elif self.in_spite[place]:
            text = translate("Lies", "This is a {0}. The label says {1}, but the network says {2}: seen through.")
        else:
            text = translate("Lies", "This is a {0}. The label says {1}, and the network says {2}.")
        labels = self.wrong.true[place], self.told[place], self.said[place]
        return text.format(*(self.classes[label] for label in labels))


class LatestLies(LatestReading[np.ndarray]):
    """Asks first which labels lie, then what the network says of those digits."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self._digits = AskedLies(services.questions, self)
        self._digits.changed.connect(self.changed)

    @property
    def problem(self) -> Exception | None:
        return super().problem or self._digits.problem

    def try_again(self) -> None:
        super().try_again()
        self._digits.try_again()

    def fits(self, run: DrawnRun) -> bool:
        return run.history.experiment.data.lies > 0

    def question_text(self) -> str:
        return translate("Lies", "Does the network learn the noise?")

    def how_to_begin(self) -> str:
        return translate(
            "Lies",
            "Here you will see the digits whose labels lie, and whether the network has learnt the lies by heart. "
            "Choose “Wrong labels” in the group Data, and press Space.",
        )

    def about_captions(self) -> str:
        return translate(
            "Lies", "Below each digit, what its label says, and after the arrow what the network says; click one"
        )

    def _question(self, run: DrawnRun, record: EpochRecord) -> tuple[LiesQuestion, Callable[[np.ndarray], Lies]] | None:
        digits = self._digits.of(run.history.experiment)
        if digits is None:
            return None

        def found(outputs: np.ndarray) -> Lies:
            return Lies(run, record, digits.rows, digits.images, outputs, digits.wrong)

        return LiesQuestion(network_of(run), digits.rows), found
