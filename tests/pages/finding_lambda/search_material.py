"""Searches answered at once: by training small experiments, or by runs made up for large ones."""

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.search import Search
from nnreg_gui.pages.grid_trial import GridTrial
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


class Trainer:
    """Stands at the other end of a trial or page, as the window does, and answers when it is told to."""

    def __init__(self, trial: Any, train: Trained = by_rule) -> None:
        self._trial, self._train = trial, train
        self.searches: list[Search] = []
        self.cancelled: list[str] = []
        if isinstance(trial, GridTrial):
            self._take = trial.take_progress, trial.take_found, trial.take_not_found, trial.take_end
            trial.wanted.connect(self.searches.append)
            trial.cancelled.connect(self.cancelled.append)
        else:
            self._take = (
                trial.take_search_progress,
                trial.take_found,
                trial.take_not_found,
                trial.take_search_end,
            )
            trial.search_wanted.connect(self.searches.append)
            trial.cancel_wanted.connect(self.cancelled.append)

    def train(self, *places: int) -> None:
        """Answer the newest search in part."""
        _, found, _, _ = self._take
        search = self.searches[-1]
        for place in places:
            found(search, place, self._train(search.experiments[place]))
        self.progress(0.5, 3.0)

    def fail(self, place: int, problem: Exception) -> None:
        """Say that there is no result."""
        self._take[2](self.searches[-1], place, problem)

    def progress(self, share: float, seconds_left: float) -> None:
        """Say how far the newest search is."""
        self._take[0](self.searches[-1], share, seconds_left)

    def end(self, problem: Exception | None = None) -> None:
        """Say that nothing more comes of the newest search."""
        self._take[3](self.searches[-1], problem)

    def train_all(self) -> None:
        """Answer the newest search, and those that it leads to."""
        answered = -1
        while answered != len(self.searches):
            answered = len(self.searches)
            self.train(*range(len(self.searches[-1].experiments)))
            self.end()


def shown(qtbot: QtBot, widget: QWidget, width: int = 960, height: int = 490) -> None:
    """Show a widget alone in a window that has the keyboard."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def texts(widget: QWidget) -> str:
    """Return all that is written and seen in a widget."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels + [one.text() for one in widget.findChildren(ElidedLabel) if one.isVisible()])


def press(qtbot: QtBot, widget: QWidget) -> None:
    """Click."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
