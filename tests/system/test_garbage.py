"""Garbage: collected in the window's thread only."""

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.system.garbage import GarbageCollection


class _InACircle(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def collection(qapp: QApplication) -> Iterator[GarbageCollection]:
    collection = GarbageCollection(qapp)
    yield collection
    collection.deleteLater()


_SPARED = """
import gc, sys
from PySide6.QtCore import QCoreApplication
from nnreg_gui.system.garbage import GarbageCollection
application = QCoreApplication([])
collection, kept = GarbageCollection(application), [[number] for number in range(1_000)]
before = len(gc.get_objects())
collection.spare_what_is_here()
sys.exit(not 1_000 < before > 100 * len(gc.get_objects()))
"""


def test_what_is_spared_is_not_searched_any_more() -> None:
    subprocess.run([sys.executable, "-c", _SPARED], check=True)  # a process of its own: it lasts as long


def _allocate() -> list[list[int]]:
    """Allocate far more than it takes to make Python collect."""
    return [[number] for number in range(200_000)]


def test_what_is_garbage_is_left_alone_by_other_threads_and_deleted_in_the_windows(
    collection: GarbageCollection, qtbot: QtBot
) -> None:
    deleted_in: list[threading.Thread] = []
    thing = _InACircle()
    weakref.finalize(thing, lambda: deleted_in.append(threading.current_thread()))
    del thing
    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert deleted_in == []
    assert not gc.isenabled()

    kept = _allocate()
    qtbot.waitUntil(lambda: deleted_in != [], timeout=5_000)
    assert deleted_in == [threading.main_thread()]
    assert kept
