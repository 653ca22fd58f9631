"""Made-up runs for large experiments, and what tests of searches press and read."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.widgets.elided_label import ElidedLabel

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


def made_up_run(experiment: Experiment, validation: float, training: float = 1.0) -> RunHistory:
    """Make up a run of at most three epochs whose best one, the first, has these accuracies."""
    rows = np.zeros(min(4, experiment.training.epochs + 1), RunHistory(experiment).rows.dtype)
    rows["epoch"] = range(len(rows))
    rows["validation_accuracy"] = np.array([0.5, 1.0, 0.9, 0.95])[: len(rows)] * validation
    rows["training_accuracy"] = training
    return RunHistory.restored(experiment, rows, [])


def by_rule(experiment: Experiment) -> RunHistory:
    """Make up a run: best at η = 1 and λ = 0.3, L2 a point better than L1; seeds differ by 0.2 points."""
    spec, rate = experiment.regularization, experiment.training.learning_rate
    accuracy = 0.9 - 0.02 * abs(np.log10(rate)) + 0.001 * (-1) ** experiment.seed
    if spec.penalty == "none":
        accuracy -= 0.06
    else:
        accuracy -= 0.02 * abs(np.log10(spec.lambda_ / 0.3)) + (0.01 if spec.penalty == "l1" else 0.0)
    return made_up_run(experiment, float(accuracy))


def shown(qtbot: QtBot, widget: QWidget, width: int = 960, height: int = 490) -> None:
    """Show a widget alone in a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def texts(widget: QWidget) -> str:
    """Return all visible texts in a widget."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels + [one.text() for one in widget.findChildren(ElidedLabel) if one.isVisible()])


def press(qtbot: QtBot, widget: QWidget) -> None:
    """Click."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
