"""Ctrl+C in the terminal, and the system's requests to end the program: noted for a window, raised without. No Qt."""

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


def hear_signals() -> None:
    """Handle requests to end, and a closed terminal, as Ctrl+C, unless told to ignore them: for use without a window.

    The exception, `KeyboardInterrupt`, carries the number of the signal; that of Ctrl+C carries nothing.
    """
    for number in (getattr(signal, name) for name in _NAMES[1:] if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)


def exit_code_of(interrupt: KeyboardInterrupt) -> int:
    """Return the exit code that says which signal has ended the program."""
    number: int = interrupt.args[0] if interrupt.args else signal.SIGINT
    return 128 + number


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt(number)


def _leave_it_noted(number: int, frame: FrameType | None) -> None:
    """Do nothing: Python has written to the socket already."""
