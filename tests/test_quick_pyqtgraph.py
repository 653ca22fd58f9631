"""pyqtgraph imported quickly: nothing is missing, and classes that nobody uses are not made."""

import subprocess
import sys

_WHAT_IS_MADE = """
import PySide6.QtWidgets, PySide6.QtGui, PySide6.QtCore
from nnreg_gui.system.quick_pyqtgraph import import_pyqtgraph
names = {name: dir(getattr(PySide6, name)) for name in ("QtCore", "QtGui", "QtWidgets")}
import_pyqtgraph()
import pyqtgraph.Qt
for name, wanted in names.items():
    assert set(dir(getattr(PySide6, name))) >= set(wanted)
made = [name for name in ("QColumnView", "QUndoView", "QMdiArea") if name in vars(PySide6.QtWidgets)]
for name, wanted in names.items():
    for one in wanted:
        assert hasattr(getattr(pyqtgraph.Qt, name), one), one
assert pyqtgraph.Qt.QtWidgets.QColumnView is PySide6.QtWidgets.QColumnView
assert issubclass(pyqtgraph.PlotWidget, PySide6.QtWidgets.QWidget)
print(made)
"""


def test_no_class_is_made_before_it_is_used_and_none_is_missing() -> None:
    said = subprocess.run([sys.executable, "-c", _WHAT_IS_MADE], capture_output=True, text=True, check=False)

    assert said.stdout.strip() == "[]", said.stderr
