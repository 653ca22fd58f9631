"""Tells an X11 desktop that a start has ended without a window, or it would show a busy pointer for half a minute."""

import ctypes
import os

from nnreg_gui.system.display_check import load_library

_CLIENT_MESSAGE, _TO_WHO_HEARS_OF_PROPERTIES = 33, 1 << 22
_BYTES = 20  # of a message


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent, as long as the longest event."""

    _fields_ = (
        ("kind", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("bits", ctypes.c_int),
        ("data", ctypes.c_long * 5),  # or 20 bytes, which begin where these would
        ("rest", ctypes.c_long * 24),
    )


def end_startup_notice() -> None:
    """Send what the Startup Notification Protocol calls “remove”; a Wayland desktop sees it by the window it raises."""
    identity = os.environ.get("DESKTOP_STARTUP_ID")
    if not identity or not os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    x11 = load_library("libX11.so.6")
    if x11 is None:
        return
    for function in (x11.XOpenDisplay, x11.XDefaultRootWindow, x11.XCreateSimpleWindow, x11.XInternAtom):
        function.restype = ctypes.c_void_p  # wide enough for the numbers of windows, too
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    if not display:
        return
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    sender = x11.XCreateSimpleWindow(display, root, -1, -1, 1, 1, 0, 0, 0)
    begin, more = (x11.XInternAtom(display, name, 0) for name in (b"_NET_STARTUP_INFO_BEGIN", b"_NET_STARTUP_INFO"))
    escaped = identity.replace("\\", "\\\\").replace('"', '\\"')
    text = os.fsencode(f'remove: ID="{escaped}"') + b"\0"
    for place in range(0, len(text), _BYTES):
        message = _ClientMessage(kind=_CLIENT_MESSAGE, window=sender, message_type=more if place else begin, bits=8)
        data = ctypes.addressof(message) + _ClientMessage.data.offset
        ctypes.memmove(data, text[place : place + _BYTES].ljust(_BYTES, b"\0"), _BYTES)
        x11.XSendEvent(display, root, 0, _TO_WHO_HEARS_OF_PROPERTIES, ctypes.byref(message))
    x11.XCloseDisplay(display)
