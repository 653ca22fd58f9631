"""What the processes of the tests are forked from, where the system can: numpy, the engine and MNIST are there already.

A hundred tests of the window start an engine process each; spawned ones would spend most of the suite's time on reading
the same digits.
"""

from functools import cache

from nnreg_gui.engine.digits import DATASETS, load_mnist
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_service  # noqa: F401  its imports take half a second

DATASETS["mnist"] = cache(load_mnist)
DATASETS["mnist"](resource_path("mnist"))
