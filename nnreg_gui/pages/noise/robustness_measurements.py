"""What questions found about the robustness of networks: asked once for each network."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.questions import Network, Question
from nnreg_gui.engine.robustness import ANGLES, SIGMAS, GradientQuestion, NoiseQuestion, TurnQuestion
from nnreg_gui.engine.thinning import SHARES_OFF, NeuronsOffQuestion
from nnreg_gui.pages.measurements import Measurements
from nnreg_gui.plots.disturbance import Disturbance

VALUES = {Disturbance.NOISE: SIGMAS, Disturbance.ROTATION: ANGLES, Disturbance.OFF: SHARES_OFF}
DRAWS = 10  # of neurons, for each share


class RowMeasurements(Measurements):
    """Asks a question of all networks that are not known yet, whose answer has a row for each.

    Args:
        make: returns the question of these networks.
    """

    def __init__(self, make: Callable[[tuple[Network, ...]], Question], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make

    def _question_of(self, missing: list[Network]) -> tuple[Question, tuple[Network, ...]]:
        return self._make(tuple(missing)), tuple(missing)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return list(answer)


def accuracy_measurements(parent: QObject) -> dict[Disturbance, RowMeasurements]:
    """Return what asks for accuracies, for each disturbance: (values,), of neurons that are off (values, draws)."""
    return {
        Disturbance.NOISE: RowMeasurements(lambda them: NoiseQuestion(them, purpose="noise for noise"), parent),
        Disturbance.ROTATION: RowMeasurements(
            lambda networks: TurnQuestion(networks, purpose="turn for noise"), parent
        ),
        Disturbance.OFF: RowMeasurements(
            lambda networks: NeuronsOffQuestion(networks, draws=DRAWS, purpose="neurons off for noise"), parent
        ),
    }


def slope_measurements(parent: QObject) -> RowMeasurements:
    """Return what asks for the mean ‖∂a^L/∂x‖: ()."""
    return RowMeasurements(lambda networks: GradientQuestion(networks, purpose="gradients for noise"), parent)


def accuracies_of(measured: np.ndarray) -> np.ndarray:
    """Return one accuracy per value: of several draws the mean."""
    return measured if measured.ndim == 1 else np.asarray(measured.mean(1))
