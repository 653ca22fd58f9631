"""What studies found about the robustness of networks: asked once for each network."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.robustness import ANGLES, SIGMAS, GradientStudy, NoiseStudy, TurnStudy
from nnreg_gui.engine.studies import Network, Study
from nnreg_gui.engine.thinning import SHARES_OFF, NeuronsOffStudy
from nnreg_gui.pages.measurements import Measurements
from nnreg_gui.plots.disturbance import Disturbance

VALUES = {Disturbance.NOISE: SIGMAS, Disturbance.ROTATION: ANGLES, Disturbance.OFF: SHARES_OFF}
DRAWS = 10  # of neurons, for each share


class RowMeasurements(Measurements):
    """Asks a study of all networks that are not known yet, whose answer has a row for each.

    Args:
        make: returns the study of these networks.
    """

    def __init__(self, make: Callable[[tuple[Network, ...]], Study], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make

    def _study_of(self, missing: list[Network]) -> tuple[Study, tuple[Network, ...]]:
        return self._make(tuple(missing)), tuple(missing)

    def _split(self, answer: object) -> Sequence[np.ndarray]:
        assert isinstance(answer, np.ndarray)
        return list(answer)


def accuracy_measurements(parent: QObject) -> dict[Disturbance, RowMeasurements]:
    """Return what asks for accuracies, for each disturbance: (values,), of neurons that are off (values, draws)."""
    return {
        Disturbance.NOISE: RowMeasurements(lambda networks: NoiseStudy(networks, purpose="noise for noise"), parent),
        Disturbance.ROTATION: RowMeasurements(lambda networks: TurnStudy(networks, purpose="turn for noise"), parent),
        Disturbance.OFF: RowMeasurements(
            lambda networks: NeuronsOffStudy(networks, draws=DRAWS, purpose="neurons off for noise"), parent
        ),
    }


def slope_measurements(parent: QObject) -> RowMeasurements:
    """Return what asks for the mean ‖∂a^L/∂x‖: ()."""
    return RowMeasurements(lambda networks: GradientStudy(networks, purpose="gradients for noise"), parent)


def accuracies_of(measured: np.ndarray) -> np.ndarray:
    """Return one accuracy per value: of several draws the mean."""
    return measured if measured.ndim == 1 else np.asarray(measured.mean(1))
