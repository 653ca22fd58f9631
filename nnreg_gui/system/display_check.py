"""Finds out, before importing Qt, whether it can show windows here: where it cannot, it would abort."""

import ctypes
import importlib.util
import os
import re
import socket
from collections.abc import Mapping
from pathlib import Path

_WITHOUT_A_WINDOW = "Without a window, an experiment can be trained with: nnreg-gui --train EXPERIMENT --csv OUT.csv"


def platform_problem(environment: Mapping[str, str]) -> str | None:
    """Return a sentence if the user asks Qt for a way to show windows that Qt does not know."""
    wanted = environment.get("QT_QPA_PLATFORM")
    if not wanted or _platforms(environment):
        return None
    return (
        f"nnreg-gui cannot open its window, as Qt knows no platform “{wanted}”: unset QT_QPA_PLATFORM, or set it to "
        f"one of {', '.join(sorted(_plugins(environment)))}. {_WITHOUT_A_WINDOW}"
    )


def uses_x11(environment: Mapping[str, str]) -> bool:
    """Return whether Qt ends up with X11 for its windows; it prefers Wayland where it can reach both."""
    # `display_problem` asks, once, whether X11 itself can be reached: over a network, that takes its time.
    names = (name for name in _platforms(environment) if name == "xcb" or _can_be_reached(name, environment))
    return next(names, "xcb") == "xcb"


def display_problem(environment: Mapping[str, str]) -> str | None:
    """Return a sentence if Qt would look for displays but reach none."""
    names = _platforms(environment)
    if any(_can_be_reached(name, environment) for name in names):
        return None
    tried = [f"DISPLAY={environment['DISPLAY']}"] if "xcb" in names and environment.get("DISPLAY") else []
    if any(map(_is_wayland, names)) and environment.get("WAYLAND_DISPLAY"):
        tried.insert(0, f"WAYLAND_DISPLAY={environment['WAYLAND_DISPLAY']}")
    if tried:
        return (
            f"nnreg-gui cannot reach the display ({', '.join(tried)}): check that this is right, that the display's "
            f"server is running and that you may use it. {_WITHOUT_A_WINDOW}"
        )
    unset = "DISPLAY is not set" if environment.get("WAYLAND_DISPLAY") else "neither DISPLAY nor WAYLAND_DISPLAY is set"
    return (
        f"nnreg-gui found no display to open its window on ({unset}): "
        f"start it from a graphical desktop, or over the network with ssh -X. {_WITHOUT_A_WINDOW}"
    )


def qt_folders() -> list[Path]:
    """Return where PySide6 is; no folder if it is missing."""
    spec = importlib.util.find_spec("PySide6")
    return [Path(folder) for folder in (spec.submodule_search_locations or [] if spec is not None else [])]


def load_library(library: str) -> ctypes.CDLL | None:
    """Load a shared library; None if the system has none."""
    try:
        return ctypes.CDLL(library)
    except OSError:
        return None


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """Return the available ways to show windows that Qt tries on Linux, in its order."""
    if wanted := environment.get("QT_QPA_PLATFORM"):
        # Each may have options after a colon.
        names = [name.partition(":")[0].lower() for name in wanted.split(";")]
    else:
        names = ["xcb"]
        if "WAYLAND_DISPLAY" in environment or environment.get("XDG_SESSION_TYPE") == "wayland":
            names.insert(0, "wayland")
    plugins = _plugins(environment)
    return [name for name in names if name in plugins or not plugins]


def _plugins(environment: Mapping[str, str]) -> set[str]:
    """Return the names of the platforms that PySide6 brings along; none if they are elsewhere."""
    if "QT_QPA_PLATFORM_PLUGIN_PATH" in environment or "QT_PLUGIN_PATH" in environment:
        return set()
    folders = [folder / inside for folder in qt_folders() for inside in ("Qt/plugins/platforms", "plugins/platforms")]
    files = [file for folder in folders for file in folder.glob("*q*.*")]
    names = {re.sub("^(lib)?q", "", file.stem) for file in files}
    # Before Qt 6.10, each had its own plugin.
    return names | {"wayland", "wayland-egl"} if any(map(_is_wayland, names)) else names


def _is_wayland(platform: str) -> bool:
    return platform.startswith("wayland")


def _can_be_reached(platform: str, environment: Mapping[str, str]) -> bool:
    """Return whether a platform has the display it needs, if any."""
    if platform == "xcb":
        return bool(environment.get("DISPLAY")) and _answers(environment["DISPLAY"])
    return not _is_wayland(platform) or _wayland_answers(environment)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Return whether anybody listens where a Wayland display is said to be."""
    if "WAYLAND_SOCKET" in environment:  # a connection that is open already
        return True
    # An absolute name stays as it is.
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), environment.get("WAYLAND_DISPLAY") or "wayland-0")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.setblocking(False)
        try:
            connection.connect(str(path))
        except BlockingIOError:
            return True  # it is there, but busy
        except OSError:
            return False
    return True


def _answers(display: str) -> bool:
    """Return whether an X11 server can be reached; leave a system that cannot tell to Qt."""
    xcb = load_library("libxcb.so.1")
    if xcb is None:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    # xcb returns a connection even when it fails, which we must free as well.
    connection = xcb.xcb_connect(os.fsencode(display), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
