"""What the tests' processes fork from, where the system can: it has numpy, the engine and MNIST already.

A hundred tests of the window start an engine process each; spawned ones would spend most of the suite's time reading
the same digits.
"""

import gc
from functools import cache
from pathlib import Path

from nnreg_gui.engine.digits import DATASETS, DataSets, Digits, load_mnist
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_service
from tests.few_digits import FEW, few


@cache
def _digits(folder: Path) -> Digits:
    """Return the digits that have been read already."""
    return few(_digits(resource_path("mnist"))) if folder.parent == FEW else load_mnist(folder)


DATASETS["mnist"] = _digits
engine_service.warm_up(DataSets(resource_path()))
gc.freeze()  # or each process's first collection would copy all it shares with this one
