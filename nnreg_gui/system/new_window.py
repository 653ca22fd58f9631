"""Starts the program once more."""

import sys

from PySide6.QtCore import QProcess

from nnreg_gui.resource_files import PACKAGE, is_installed


def open_new_window() -> bool:
    """Start another program with a window, which does not end with this one; return whether it could be started."""
    if getattr(sys, "frozen", False):
        started = QProcess.startDetached(sys.executable, [])
    elif is_installed():
        started = QProcess.startDetached(sys.executable, ["-m", "nnreg_gui"])
    else:  # Python may find a checkout in its own folder only
        started = QProcess.startDetached(sys.executable, ["-m", "nnreg_gui"], str(PACKAGE.parent))
    return bool(started[0] if isinstance(started, tuple) else started)
