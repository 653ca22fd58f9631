"""A data folder with few digits to measure on, for window tests: they measure all the time, but need no figures."""

from pathlib import Path

from nnreg_gui.engine.digits import Digits

FEW = Path("few")  # need not exist: the tests' processes know it, see `tests.warm_process`
_MEASURED = 1_000


def few(digits: Digits) -> Digits:
    """Return all training digits, but few for validation and test."""
    return Digits(digits.training, digits.validation[:_MEASURED], digits.test[:_MEASURED])
