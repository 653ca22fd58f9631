"""The question which validation images a network misreads."""

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.questions.question import Network, Question


@dataclass(frozen=True, slots=True, eq=False)
class Mistakes:
    """What a network misreads, the mistakes it is surest of first: those with the largest output.

    Attributes:
        rows: where they stand in the validation set: int64, (mistakes,).
        outputs: of the network: float32, (mistakes, classes).
    """

    rows: np.ndarray
    outputs: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class MistakesQuestion(Question[Mistakes]):
    """Which validation images does a network take for another class?

    Attributes:
        network: the network to ask.
    """

    network: Network

    @property
    def dataset(self) -> DataSet:
        return self.network.dataset

    def answers(self, digits: Digits) -> Generator[float, None, Mistakes]:
        yield 0.0
        outputs = self.network.outputs(digits.validation.inputs)
        rows = np.flatnonzero(outputs.argmax(1) != digits.validation.labels)
        surest_first = rows[np.argsort(-outputs[rows].max(1), kind="stable")]
        return Mistakes(surest_first, outputs[surest_first])
