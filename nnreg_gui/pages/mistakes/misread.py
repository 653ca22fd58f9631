"""Which new images does a network misread? Those of the validation set, the mistakes it is surest of first."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.questions.mistakes import Mistakes, MistakesQuestion
from nnreg_gui.pages.mistakes.latest_reading import LatestReading, ReadDigits
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.trained_runs import data_set_of, network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import number_text, whole_text

translate = QCoreApplication.translate
SURE = 0.9  # an output that is larger leaves no doubt


@dataclass(frozen=True, eq=False)
class Misread(ReadDigits):
    """What was found, the mistakes it is surest of first.

    Attributes:
        labels: what they are: (mistakes,).
        asked: how many validation images there are.
    """

    labels: np.ndarray
    asked: int

    def sentence(self) -> str:
        """Return how many new images the network misreads, and how many of those it has learnt from."""
        data = self.run.history.experiment.data
        counts = self.run.number, whole_text(len(self.rows)), whole_text(self.asked)
        if data.lies:  # a lie that it sees through would count as a mistake
            return translate("Misread", "Run {0} misreads {1} of {2} new images.").format(*counts)
        own = round((1 - self.record.training_accuracy) * data.training_images)
        text = translate("Misread", "Run {0} misreads {1} of {2} new images, and {3} of its own {4}.")
        return text.format(*counts, whole_text(own), whole_text(data.training_images))

    def legend(self) -> str:
        """Return what the captions mean, and of how many mistakes the network is sure."""
        text = translate("Misread", "What it is → what the network says, surest first. Output above {0}: {1}")
        return text.format(number_text(SURE, 1), whole_text(int((self.outputs.max(1) > SURE).sum())))

    def caption(self, place: int) -> str:
        """Return what a digit is, and after the arrow what the network says: “5 → 3”."""
        return f"{self.classes[self.labels[place]]} → {self.classes[self.said[place]]}"

    def about(self, place: int) -> str:
        text = translate("Misread", "This is a {0}. The network says {1}, with an output of {2}.")
        output = number_text(float(self.outputs[place].max()), 2)
        return text.format(self.classes[self.labels[place]], self.classes[self.said[place]], output)


class LatestMisread(LatestReading[Mistakes]):
    """Asks once the validation images are there, which all pages share."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(services, parent)
        self._digits = services.validation
        self._data_set = MNIST  # what the newest question is about
        self._digits.changed.connect(self.changed)

    @property
    def problem(self) -> Exception | None:
        return super().problem or self._digits.problem(self._data_set)

    def try_again(self) -> None:
        super().try_again()
        self._digits.try_again()

    def question_text(self) -> str:
        return translate("Misread", "Which new images does the network misread?")

    def how_to_begin(self) -> str:
        return translate(
            "Misread",
            "Here you will see the validation images that the network misreads, while it trains, too. Press Space.",
        )

    def about_captions(self) -> str:
        return translate("Misread", "Below each image, what it is, then what the network says; click one")

    def _question(
        self, run: DrawnRun, record: EpochRecord
    ) -> tuple[MistakesQuestion, Callable[[Mistakes], Misread]] | None:
        self._data_set = data_set_of(run)
        self._digits.want(self._data_set)
        split = self._digits.of(self._data_set)
        if split is None:
            return None

        def found(mistakes: Mistakes) -> Misread:
            rows = mistakes.rows
            return Misread(run, record, rows, split.images[rows], mistakes.outputs, split.labels[rows], len(split))

        return MistakesQuestion(network_of(run)), found
