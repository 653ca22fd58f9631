"""Finds out, before importing Qt, why it could not open a window: Qt itself would abort without saying clearly."""

import contextlib
import importlib.util
import os
import re
import sys
from collections.abc import Mapping

from nnreg_gui.system.display_check import display_problem, load_library, platform_problem, qt_folders, uses_x11

# Shared libraries that PySide6 takes from the system, and the Debian packages that contain them.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


def start_up_problem() -> str | None:
    """Return what keeps the program from opening its window and how to fix it, or None if nothing does."""
    python = sys.version_info[:2]
    problem = (
        package_problem(requirements(python)) or qt_problem(_installed_qt(), python) or platform_problem(os.environ)
    )
    if problem or not sys.platform.startswith("linux"):
        return problem
    libraries = QT_LIBRARIES | X11_LIBRARIES if uses_x11(os.environ) else QT_LIBRARIES
    return display_problem(os.environ) or library_problem(libraries)


def requirements(python: tuple[int, int]) -> dict[str, str]:
    """Return the modules that the program imports, each with what pip must install, as in pyproject.toml."""
    qt = "PySide6-Essentials>=6.8.3,!=6.9.1,!=6.9.2,!=6.11.0,!=6.11.1"
    return {
        "PySide6": f"{qt},<6.12" if python < (3, 12) else qt,
        "pyqtgraph": "pyqtgraph>=0.14",
        "numpy": "numpy>=1.26",
        "segno": "segno>=1.6.1,<2",
    }


def package_problem(needed: Mapping[str, str]) -> str | None:
    """Return a sentence if a module (a key of `needed`) is missing; a checkout does not include them."""
    missing = [module for module in needed if importlib.util.find_spec(module) is None]
    if not missing:
        return None
    return f"nnreg-gui needs {' and '.join(missing)}; install with:\n{_pip(*(needed[module] for module in missing))}"


def import_problem(error: ImportError) -> str:
    """Return a sentence about a module that fails to import, though it may be there; some explain at length why."""
    while isinstance(error.__cause__, ImportError):  # numpy's message begins with advice; this is what happened
        error = error.__cause__
    module = (error.name or "").partition(".")[0]
    reason = next((line.strip(" .") for line in str(error).splitlines() if line.strip()), "no reason is given")
    package = requirements(sys.version_info[:2]).get(module)
    if package is None:
        return f"nnreg-gui is not complete ({reason}): please install it again."
    return (
        f"nnreg-gui cannot use {module} ({reason}); install it again with:\n"
        f'python -m pip install --force-reinstall "{package}"'
    )


def qt_problem(release: str | None, python: tuple[int, int]) -> str | None:
    """Return a sentence if this release of PySide6 is known to fail with this Python; release None is unknown."""
    if release is None:
        return None
    number = tuple(int(part) for part in re.findall(r"\d+", release)[:3])
    if number < (6, 8, 3):
        fault = "is too old for nnreg-gui"
    elif number in {(6, 9, 1), (6, 9, 2)}:
        fault = "crashes in the plots"
    elif number in {(6, 11, 0), (6, 11, 1)}:
        fault = "does not let the panels be resized"
    elif number >= (6, 12) and python < (3, 12):
        fault = "aborts within a minute"
    else:
        return None
    return (
        f"PySide6 {release} with Python {'.'.join(map(str, python))} {fault}; install another release with:\n"
        f"{_pip(requirements(python)['PySide6'])}"
    )


def library_problem(libraries: Mapping[str, str]) -> str | None:
    """Return a sentence if one of the shared libraries (with their Debian packages) cannot be loaded."""
    missing = [library for library in libraries if load_library(library) is None]
    if not missing:
        return None
    packages = " ".join(dict.fromkeys(libraries[library] for library in missing))
    return (
        f"nnreg-gui cannot open its window, as the system lacks {', '.join(missing)}. On Debian and Ubuntu install "
        f"them with the line below; on other distributions install the packages that contain these libraries.\n"
        f"sudo apt install {packages}"
    )


def _pip(*packages: str) -> str:
    return "python -m pip install " + " ".join(f'"{package}"' for package in packages)


def _installed_qt() -> str | None:
    """Return the release of PySide6, from its own folder: asking for its metadata costs 40 ms at every start."""
    for folder in qt_folders():
        with contextlib.suppress(OSError):
            told = re.search(r'^version = "(.+?)"', (folder / "_config.py").read_text(encoding="utf-8"), re.M)
            if told is not None:
                return told[1]
    return _release_in_metadata()


def _release_in_metadata() -> str | None:
    import importlib.metadata

    # pip knows the required part; other installers have PySide6 as a whole.
    for package in ("PySide6-Essentials", "PySide6"):
        try:
            return importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return None
