"""What is measured of networks on all sixes and nines."""

from functools import partial

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.questions.question import RotationQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.per_network import PerNetwork

ANGLES = tuple(float(angle) for angle in range(-180, 181, 5))


def rotation_measurements(questions: Questions, parent: QObject | None = None) -> PerNetwork[np.ndarray]:
    """Return what counts the digits that sixes and nines are taken for: int64, (2, angles, 10), for all `ANGLES`."""
    return PerNetwork(questions, partial(RotationQuestion, angles=ANGLES), parent)
