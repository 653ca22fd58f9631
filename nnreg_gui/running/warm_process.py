"""What engine processes fork from where they may: it has numpy, the engine and MNIST already.

Imported by a server of `multiprocessing` (see `engine_process`), never by the window.
"""

import atexit
import gc
import os
from contextlib import suppress
from pathlib import Path

from nnreg_gui.engine.digits import DataSets
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running import engine_service
from nnreg_gui.running.engine_process import SERVERS_FOLDER


def _leave_no_socket(folder: Path) -> None:
    """Remove what a window that was killed could not: the socket by which it asked for processes."""
    with suppress(OSError):  # the window has done so
        for socket in folder.glob("listener-*"):
            socket.unlink()
        folder.rmdir()


if SERVERS_FOLDER in os.environ:  # not if `multiprocessing` has replaced a server that died, by itself
    atexit.register(_leave_no_socket, Path(os.environ[SERVERS_FOLDER]))
engine_service.WARM[resource_path()] = engine_service.warmed_up(DataSets(resource_path()))
gc.freeze()  # or each process's first collection would copy all it shares with this one
