"""How large biases are."""

import numpy as np

from nnreg_gui.engine.bias_sizes import BiasSizes
from nnreg_gui.engine.network import Parameters


def test_the_magnitudes_of_all_biases() -> None:
    weights = np.zeros((2, 3)), np.zeros((1, 2))
    sizes = BiasSizes.of(Parameters(weights, (np.array([1.0, -3.0]), np.array([-5.0]))))

    assert (sizes.mean, sizes.hidden, sizes.outputs, sizes.largest, sizes.count) == (3.0, 2.0, 5.0, 5.0, 3)


def test_without_hidden_layers() -> None:
    sizes = BiasSizes.of(Parameters((np.zeros((2, 3)),), (np.array([1.0, -3.0]),)))

    assert (sizes.mean, sizes.hidden, sizes.outputs) == (2.0, 0.0, 2.0)
