"""What is measured of networks on all sixes and nines, or two other classes."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject

from nnreg_gui.engine.questions.question import Network, RotationQuestion
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair

ANGLES = tuple(float(angle) for angle in range(-180, 181, 5))


def rotation_measurements(
    questions: Questions, parent: QObject | None = None, pair: Callable[[], Pair] = lambda: SIX_AND_NINE
) -> PerNetwork[np.ndarray]:
    """Return what counts what the present pair is taken for: int64, (2, angles, classes), for all `ANGLES`.

    Where that is another pair now, let it `forget()`.
    """

    def about(networks: tuple[Network, ...]) -> RotationQuestion:
        return RotationQuestion(networks, angles=ANGLES, pair=pair().labels)

    return PerNetwork(questions, about, parent)
