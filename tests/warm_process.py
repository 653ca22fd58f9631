"""What the tests' processes fork from, where they may: what the program's do, and few digits besides."""

import gc

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import DataSets
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_service, warm_process  # noqa: F401  # the latter fills the former's
from tests.few_digits import FEW, few

engine_service.WARM[FEW] = DataSets(FEW)
engine_service.WARM[FEW][MNIST] = few(engine_service.WARM[resource_path()][MNIST])
engine_service.warmed_up(engine_service.WARM[FEW])
gc.freeze()
