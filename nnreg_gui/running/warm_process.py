"""What engine processes fork from where they may: it has numpy, the engine and MNIST already.

Imported by a server of `multiprocessing` (see `engine_process`), never by the window.
"""

import gc

from nnreg_gui.engine.digits import DataSets
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_service

engine_service.WARM[resource_path()] = engine_service.warmed_up(DataSets(resource_path()))
gc.freeze()  # or each process's first collection would copy all it shares with this one
