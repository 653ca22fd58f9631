"""Measurements are compared by their values."""

import numpy as np

from nnreg_gui.pages.dropout.neurons_off_curves import OffCurve
from nnreg_gui.plots.robustness_curves import DisturbedRun


def test_the_same_values_are_equal_and_others_are_not() -> None:
    def run(number: int = 1, name: str = "L2", last: float = 0.5) -> DisturbedRun:
        return DisturbedRun(number, name, True, np.array([0.9, last]))

    assert run() == run()
    assert run() != run(number=2)
    assert run() != run(name="L1")
    assert run() != run(last=0.4)
    assert run() != DisturbedRun(1, "L2", True, np.array([0.9, 0.5, 0.1]))
    assert [run()] == [run()]


def test_other_kinds_are_never_equal() -> None:
    accuracies = np.array([0.9, 0.5])
    assert DisturbedRun(1, "L2", True, accuracies) != OffCurve(1, accuracies, with_dropout=True)
