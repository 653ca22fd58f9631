"""Ctrl+C in the terminal, and the system's wish that the program ends: noted, not raised. No Qt."""

import signal
import socket
from types import FrameType

# The last two are those of a terminal that is closed: on Windows, on all others.
_NAMES = ("SIGINT", "SIGTERM", "SIGBREAK", "SIGHUP")


def note_ending_signals() -> int:
    """Note these signals from now on; return the descriptor of a socket that becomes readable with the first of them.

    It wakes an event loop that sleeps, and stays open until the process ends. A handler that did more could do so
    anywhere: an exception within one of Qt's virtual methods is the end of PySide. What whoever started the program has
    told it to ignore stays ignored.
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
