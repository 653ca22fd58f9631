"""What is measured of the robustness of networks."""

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.questions.robustness import ANGLES, SIGMAS, GradientQuestion, NoiseQuestion, TurnQuestion
from nnreg_gui.engine.questions.thinning import SHARES_OFF, NeuronsOffQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.plots.disturbance import Disturbance

VALUES = {Disturbance.NOISE: SIGMAS, Disturbance.ROTATION: ANGLES, Disturbance.OFF: SHARES_OFF}
DRAWS = 10  # of neurons, for each share


def accuracy_measurements(questions: Questions, parent: QObject) -> dict[Disturbance, PerNetwork[np.ndarray]]:
    """Return what measures accuracies, for each disturbance: (values,); for neurons that are off, (values, draws)."""
    return {
        Disturbance.NOISE: PerNetwork(questions, NoiseQuestion, parent),
        Disturbance.ROTATION: PerNetwork(questions, TurnQuestion, parent),
        Disturbance.OFF: PerNetwork(questions, lambda those: NeuronsOffQuestion(those, draws=DRAWS), parent),
    }


def slope_measurements(questions: Questions, parent: QObject) -> PerNetwork[float]:
    """Return what measures the mean ‖∂a^L/∂x‖."""
    return PerNetwork(questions, GradientQuestion, parent)


def accuracies_of(measured: np.ndarray) -> np.ndarray:
    """Return one accuracy per value: the mean if there are several draws."""
    return measured if measured.ndim == 1 else np.asarray(measured.mean(1))
