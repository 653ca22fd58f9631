"""What a report of a fault should say: which program this is, and on what it runs."""

import ctypes
import platform
import sys
from contextlib import suppress
from pathlib import Path

from nnreg_gui import __version__
from nnreg_gui.resource_files import is_installed

_INSTALLED_BY_DPKG = Path("/var/lib/dpkg/info/nnreg-gui.list")


def system_information() -> str:
    """Return four lines: the program, Python and the system, Qt, numpy; a missing part is named as such."""
    return "\n".join(
        [
            f"nnreg-gui {__version__} ({_way_it_came()})",
            f"Python {platform.python_version()}, {platform.platform()}",
            _qt(),
            _numpy(),
        ]
    )


def _way_it_came() -> str:
    """Return how the program was installed."""
    if getattr(sys, "frozen", False):
        with suppress(OSError):
            if sys.executable in _INSTALLED_BY_DPKG.read_text(encoding="utf-8").splitlines():
                return "Debian package"
        return "bundle"
    return "wheel" if is_installed() else "checkout"


def _qt() -> str:
    try:
        import PySide6
        from PySide6.QtCore import qVersion
    except ImportError as error:
        return f"PySide6: {error}"
    return f"PySide6 {PySide6.__version__}, Qt {qVersion()}"


def _numpy() -> str:
    try:
        import numpy as np
    except ImportError as error:
        return f"numpy: {str(error).strip().splitlines()[-1]}"
    blas = np.show_config(mode="dicts")["Build Dependencies"]["blas"]
    return f"numpy {np.__version__}, BLAS {blas.get('name')} {blas.get('version')}, kernel {blas_kernel()}"


def blas_kernel() -> str:
    """Return the processor that OpenBLAS computes for: figures agree bit for bit only where it is the same."""
    from numpy.linalg import _umath_linalg

    module = Path(_umath_linalg.__file__)
    # Its own symbols are followed by those of the BLAS it was linked to; on Windows, that has to be asked itself.
    for file in (module, *module.parents[2].glob("numpy.libs/*openblas*")):
        with suppress(OSError):
            library = ctypes.CDLL(str(file))
            for begin in ("scipy_openblas", "openblas"):
                for end in ("64_", ""):
                    with suppress(AttributeError):
                        name = library[f"{begin}_get_corename{end}"]
                        name.restype = ctypes.c_char_p
                        return str(name().decode())
    return "unknown"
