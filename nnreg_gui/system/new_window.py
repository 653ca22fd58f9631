"""Starts the program once more."""

import sys
from pathlib import Path

from PySide6.QtCore import QProcess

_PACKAGE = Path(__file__).resolve().parents[1]


def open_new_window() -> bool:
    """Start another program with a window, which does not end with this one; return whether it could be started."""
    if getattr(sys, "frozen", False):
        started = QProcess.startDetached(sys.executable, [])
    elif (_PACKAGE / "resources").is_dir():
        started = QProcess.startDetached(sys.executable, ["-m", "nnreg_gui"])
    else:  # Python may find a checkout in its own folder only
        started = QProcess.startDetached(sys.executable, ["-m", "nnreg_gui"], str(_PACKAGE.parent))
    return bool(started[0] if isinstance(started, tuple) else started)
