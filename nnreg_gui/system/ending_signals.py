"""Ctrl+C in the terminal, and the system's requests to end the program: noted, not raised. No Qt."""

import signal
import socket
from types import FrameType

# The last two mean a closed terminal: on Windows, and everywhere else.
_NAMES = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")


def note_ending_signals() -> int:
    """Note these signals from now on; return the descriptor of a socket that the first of them makes readable.

    The socket wakes a sleeping event loop, and stays open until the process ends. A handler that did more might do so
    anywhere, and an exception within one of Qt's virtual methods is the end of PySide. Signals that the program was
    started to ignore stay ignored.
    """
    noted, noting = socket.socketpair()
    noting.setblocking(False)
    signal.set_wakeup_fd(noting.detach(), warn_on_full_buffer=False)
    for number in (getattr(signal, name) for name in _NAMES if hasattr(signal, name)):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _leave_it_noted)
    return noted.detach()


def _leave_it_noted(number: int, frame: FrameType | None) -> None:
    """Do nothing: Python has written to the socket already."""
