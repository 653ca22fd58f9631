"""Imports pyqtgraph without making all classes of Qt, which would take a tenth of a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType

# pyqtgraph mirrors these modules of PySide6 name by name; PySide6 makes a class when its name is first looked up.
_MIRRORED = ("QtCore", "QtGui", "QtWidgets")


def import_pyqtgraph() -> None:
    """Import pyqtgraph with mirrors that look a name up when it is asked for; if it is imported already, do nothing."""
    if "pyqtgraph" in sys.modules:
        return
    modules = [import_module(f"PySide6.{name}") for name in _MIRRORED]
    for module in modules:
        mirror = ModuleType(f"pyqtgraph.Qt.{module.__name__.rpartition('.')[2]}")
        mirror.__getattr__ = partial(getattr, module)  # type: ignore[method-assign]
        sys.modules[mirror.__name__] = mirror
    with _nothing_to_copy(modules):
        import_module("pyqtgraph")


@contextmanager
def _nothing_to_copy(modules: list[ModuleType]) -> Iterator[None]:
    """Let `dir()` of these modules be empty."""
    own = [vars(module).get("__dir__") for module in modules]
    for module in modules:
        module.__dir__ = list  # type: ignore[method-assign]
    try:
        yield
    finally:
        for module, listing in zip(modules, own, strict=True):
            if listing is None:
                del module.__dir__
            else:
                module.__dir__ = listing  # type: ignore[method-assign]
