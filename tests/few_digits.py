"""A data folder with few digits to measure on: short runs measure most of the time, but tests need no figures."""

from pathlib import Path

from nnreg_gui.engine.digits import Digits
from nnreg_gui.resource_files import resource_path

FEW = Path("few")  # need not exist: the tests' processes know it, see `tests.warm_process`
_MEASURED = 1_000


def engine_folder() -> Path:
    """Return where engine processes find few digits, if they fork from one that knows them; or else all."""
    from nnreg_gui.running import engine_process  # here, because the processes fork from one without Qt

    return FEW if engine_process.FORKS else resource_path()


def few(digits: Digits) -> Digits:
    """Return all training digits, but few for validation and test."""
    return Digits(digits.training, digits.validation[:_MEASURED], digits.test[:_MEASURED])
