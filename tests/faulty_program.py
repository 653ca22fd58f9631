"""The program with a fault planted in a method of each kind that Qt calls: `python -m tests.faulty_program`.

Every fault occurs once, and comes from C. For each, a line of JSON on standard output says which kind it was and what
the message bar said. Finally the window closes, and the program ends as usual.
"""

import ast
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from time import monotonic
from types import CodeType, ModuleType
from typing import TYPE_CHECKING

import nnreg_gui.__main__  # noqa: F401  # one BLAS thread, before numpy is imported

if TYPE_CHECKING:
    from nnreg_gui.engine.digits import Digits
    from nnreg_gui.engine.history import RunHistory
    from nnreg_gui.window.main_window import MainWindow

# By kind: the module, the class and the method whose source gets the fault.
PLACES = {
    "void": ("nnreg_gui.window.main_window", "MainWindow", "resizeEvent"),
    "void of a late page": ("nnreg_gui.pages.augmentation.augmentation_page", "AugmentationPage", "showEvent"),
    "void of pyqtgraph": ("pyqtgraph.widgets.GraphicsView", "GraphicsView", "resizeEvent"),
    "painting": ("nnreg_gui.widgets.elided_label", "ElidedLabel", "paintEvent"),
    "event": ("nnreg_gui.window.main_window", "MainWindow", "event"),
    "event filter": ("nnreg_gui.plots.point_plot", "PointPlot", "eventFilter"),
    "size": ("nnreg_gui.widgets.elided_label", "ElidedLabel", "sizeHint"),
    "height": ("nnreg_gui.widgets.paragraph", "Paragraph", "heightForWidth"),
    "style": ("nnreg_gui.widgets.plain_style", "PlainStyle", "polish"),
    "shape of a button": ("nnreg_gui.widgets.segmented_choice", "_Segment", "hitButton"),
    "validity of a box": ("nnreg_gui.widgets.exact_box", "ExactBox", "validate"),
    "step of a box": ("nnreg_gui.widgets.exact_box", "ExactBox", "stepBy"),
    "rows of a model": ("nnreg_gui.pages.runs.runs_model", "RunsModel", "rowCount"),
    "columns of a model": ("nnreg_gui.pages.runs.runs_model", "RunsModel", "columnCount"),
    "data of a model": ("nnreg_gui.pages.runs.runs_model", "RunsModel", "data"),
    "heads of a model": ("nnreg_gui.pages.runs.runs_model", "RunsModel", "headerData"),
    "text of an editor": ("nnreg_gui.pages.runs.run_name_editor", "RunNameEditor", "setEditorData"),
    "result of an editor": ("nnreg_gui.pages.runs.run_name_editor", "RunNameEditor", "setModelData"),
    "area of an item": ("nnreg_gui.plots.epochs.curve_marks", "CurveMarks", "boundingRect"),
    "painting of an item": ("nnreg_gui.plots.epochs.curve_marks", "CurveMarks", "paint"),
    "numbers of an axis": ("nnreg_gui.plots.axes", "NumberAxis", "tickStrings"),
    "area of an axis": ("pyqtgraph.graphicsItems.AxisItem", "AxisItem", "boundingRect"),
    "thread": ("nnreg_gui.running.training_thread", "TrainingThread", "run"),
}
COSTS = "costs of 1e308"  # not a fault in one place, but what the pictures make of such a run
_SECONDS = 5.0  # far more than the report of any fault takes


class Planter(MetaPathFinder):
    """Reads the modules to be faulty with a loader of its own."""

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Find those modules, and no others."""
        if name not in {module for module, _, _ in PLACES.values()}:
            return None
        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None
        assert spec.origin is not None
        spec.loader = FaultyLoader(name, spec.origin)
        return spec


class FaultyLoader(SourceFileLoader):
    """Changes the content of a file while reading it."""

    def get_code(self, fullname: str) -> CodeType:
        """Compile the file with its faults."""
        tree = ast.parse(self.get_data(self.path))
        for kind, (module, owner, method) in PLACES.items():
            if module == fullname:
                _plant(tree, kind, owner, method)
        return compile(ast.fix_missing_locations(tree), self.path, "exec", dont_inherit=True)


def _plant(tree: ast.Module, kind: str, owner: str, method: str) -> None:
    """Put a fault at the beginning of a method; if it paints, at the end, with its painter still active."""
    fault = ast.parse(f"if __import__('sys').let_out == {kind!r}: int({kind!r})").body
    classes = [part for part in ast.walk(tree) if isinstance(part, ast.ClassDef) and part.name == owner]
    (function,) = [part for one in classes for part in one.body if getattr(part, "name", "") == method]
    assert isinstance(function, ast.FunctionDef)
    place = len(function.body) if kind == "painting" else 0
    function.body[place:place] = fault


def _provocations(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """Return, for each kind, what makes Qt call the method."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

    from nnreg_gui.pages.table import GROUPS
    from nnreg_gui.plots.epochs.epoch_plot import EpochPlot
    from nnreg_gui.widgets.number_box import NumberBox

    tabs, run_list, sentence = window.tabs, window.run_list, window.sentence
    box = next(box for box in window.panel.findChildren(NumberBox) if box.isVisible() and box.isEnabled())
    segment = next(segment for segment in window.panel.findChildren(QRadioButton) if segment.isVisible())
    plot = next(plot for plot in window.learning.findChildren(EpochPlot) if plot.isVisible())

    def click(button: QRadioButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def paint_axes() -> None:
        tabs.open_page("learning")
        plot.set_logarithmic(False)
        plot.view.setYRange(0.0, 0.5 + plot.view.viewRange()[1][1])

    def look_everywhere() -> None:
        tabs.open_page("learning")
        run_list.add_finished(_run(1e308))
        plot.set_logarithmic(False)
        window.grab()
        QApplication.processEvents()
        for name in (name for names in GROUPS.values() for name in names):
            tabs.open_page(name)
            QApplication.processEvents()
            if tabs.page.findChildren(EpochPlot):  # has costs to draw again
                window.actions_by_name["next_theme"].trigger()
                window.actions_by_name["next_language"].trigger()
                QApplication.processEvents()
        run_list.remove_selected()

    return {
        "void": lambda: window.resize(1270, 710),
        "void of a late page": lambda: tabs.open_page("augmentation"),
        "void of pyqtgraph": lambda: (tabs.open_page("learning"), window.resize(1200, 700)),
        "painting": sentence.repaint,
        "event": lambda: window.setToolTip("…"),
        "event filter": lambda: (tabs.open_page("fitting"), click(tabs.page.findChildren(QRadioButton)[1])),
        "size": sentence.adjustSize,
        "height": lambda: tabs.open_page("noise"),
        "style": lambda: QLabel(window).ensurePolished(),
        "shape of a button": lambda: click(segment),
        "validity of a box": lambda: QTest.keyClicks(box, "1"),
        "step of a box": box.stepUp,
        "rows of a model": lambda: tabs.open_page("runs"),
        "columns of a model": lambda: tabs.page.model.set_style(window.palette(), 20),
        "data of a model": lambda: tabs.page.model.set_style(window.palette(), 19),
        "heads of a model": lambda: tabs.page.model.set_style(window.palette(), 18),
        "text of an editor": run_list.rename_selected,
        "result of an editor": lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Enter),
        "area of an item": lambda: (tabs.open_page("learning"), plot.view.scene().update()),
        "painting of an item": plot.view.scene().update,
        "numbers of an axis": paint_axes,
        "area of an axis": plot.view.scene().update,
        COSTS: look_everywhere,
        "thread": window.training.start,
    }


def _drive(*_: object) -> int:
    """Set off one fault after another where the program would wait for its user, and report what it says of them."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from nnreg_gui.window.main_window import MainWindow

    (window,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)]
    QApplication.processEvents()
    window.run_list.add_finished(_run())
    for kind, provoke in _provocations(window).items():
        sys.let_out, began = kind, monotonic()
        provoke()
        while kind in PLACES and kind not in window.message.text() and monotonic() < began + _SECONDS:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        sys.let_out = ""
        print(json.dumps([kind, window.message.text()]), flush=True)
    window.close()
    return 0


def main() -> int:
    """Start the program."""
    sys.let_out = ""
    sys.meta_path.insert(0, Planter())
    from PySide6.QtWidgets import QApplication

    from nnreg_gui.app import run_window
    from nnreg_gui.system.ending_signals import note_ending_signals

    QApplication.exec = _drive
    return run_window(None, note_ending_signals())


@cache
def _digits() -> "Digits":
    from nnreg_gui.engine.digits import load_mnist
    from nnreg_gui.resource_files import resource_path

    return load_mnist(resource_path("mnist"))


def _run(cost: float = 0.0) -> "RunHistory":
    """Return a short run, optionally with this validation cost at epoch 2."""
    from nnreg_gui.engine.events import EpochRecord
    from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, TrainingSpec
    from nnreg_gui.engine.history import RunHistory
    from nnreg_gui.engine.training import train

    network, training = NetworkSpec(hidden=(5,)), TrainingSpec(epochs=3)
    history = RunHistory(Experiment(data=DataSpec(training_images=100), network=network, training=training))
    for event in train(history.experiment, _digits()):
        if isinstance(event, EpochRecord) and event.epoch == 2:
            event = replace(event, validation_cost=cost or event.validation_cost)
        history.add(event)
    return history


if __name__ == "__main__":
    sys.exit(main())
