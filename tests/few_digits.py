"""A data folder with few digits to measure on, for tests of windows: these measure all the time, and mean no figure."""

from pathlib import Path

from nnreg_gui.engine.digits import Digits

FEW = Path("few")  # need not exist: the processes of the tests know it, see `tests.warm_process`
_MEASURED = 1_000


def few(digits: Digits) -> Digits:
    """Return all training digits, but few for validation and test."""
    return Digits(digits.training, digits.validation[:_MEASURED], digits.test[:_MEASURED])
