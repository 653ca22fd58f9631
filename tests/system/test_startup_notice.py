"""The desktop's pointer is no longer busy once another window has taken the file."""

import ctypes
import subprocess
import sys
from pathlib import Path

import pytest

import nnreg_gui
from nnreg_gui.system.startup_notice import _BYTES, _ClientMessage, end_startup_notice

CHECKOUT = Path(nnreg_gui.__file__).parents[1]
SEND = "from nnreg_gui.system.startup_notice import end_startup_notice; end_startup_notice()"
IDENTITY = 'thunar-1234-lab7-nnreg-gui-"x"_TIME987654'


class Desktop:
    """What hears messages to the root window, as a window manager does."""

    def __init__(self, display: str) -> None:
        self._x11 = x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = ctypes.c_void_p
        x11.XGetAtomName.restype = ctypes.c_char_p
        self._display = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
        root = ctypes.c_ulong(x11.XDefaultRootWindow(self._display))
        x11.XSelectInput(self._display, root, ctypes.c_long(1 << 22))
        x11.XSync(self._display, 0)

    def heard(self) -> list[tuple[str, bytes]]:
        """Return the types and contents of all messages so far."""
        found, event = [], _ClientMessage()
        while self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, ctypes.byref(event))
            name = self._x11.XGetAtomName(self._display, ctypes.c_ulong(event.message_type)).decode()
            start = ctypes.addressof(event) + _ClientMessage.data.offset
            found.append((name, ctypes.string_at(start, _BYTES)))
        return found

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is Linux's")
def test_the_desktop_hears_that_the_start_has_ended(real_display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", real_display)
    monkeypatch.setenv("DESKTOP_STARTUP_ID", IDENTITY)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    desktop = Desktop(real_display)
    subprocess.run([sys.executable, "-c", SEND], cwd=CHECKOUT, check=True)
    heard = desktop.heard()
    desktop.close()

    names, parts = zip(*heard, strict=True)
    assert names == ("_NET_STARTUP_INFO_BEGIN", *["_NET_STARTUP_INFO"] * (len(heard) - 1))
    assert b"".join(parts).rstrip(b"\0") == rb'remove: ID="thunar-1234-lab7-nnreg-gui-\"x\"_TIME987654"'


@pytest.mark.parametrize("missing", ["DISPLAY", "DESKTOP_STARTUP_ID"])
def test_elsewhere_nothing_is_sent(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "DESKTOP_STARTUP_ID"):
        monkeypatch.setenv(name, ":987")  # where nobody answers
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    end_startup_notice()
    monkeypatch.delenv(missing)
    end_startup_notice()
