"""Runs for the page about shrinking, and somebody who trains for it."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.search import Search
from nnreg_gui.pages.page import SearchPage
from nnreg_gui.pages.shrinking.run_pairs import with_biases
from nnreg_gui.plots.drawn_run import DrawnRun

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


def penalized_runs(small: Small, trained: Trained) -> list[DrawnRun]:
    """Train L2, L1, L2 with its biases penalized, and nothing, as runs 1 to 4."""
    l2 = small(epochs=4, penalty="l2", lambda_=0.5)
    l1 = small(epochs=4, penalty="l1", lambda_=0.5)
    experiments = (l2, l1, with_biases(l2, penalized=True), small(epochs=4))
    return [DrawnRun(trained(one), place + 1, selected=place == 3) for place, one in enumerate(experiments)]


class Listing:
    """Stands for the window: trains what a page wants, and lists what the page has trained."""

    def __init__(self, page: SearchPage, runs: Sequence[DrawnRun], train: Trained) -> None:
        self._page, self._train = page, train
        self.runs = list(runs)
        self.searches: list[Search] = []
        self.cancelled: list[str] = []
        page.search_wanted.connect(self.searches.append)
        page.cancel_wanted.connect(self.cancelled.append)
        page.run_trained.connect(self._list)
        page.show_runs(self.runs)

    def train(self) -> None:
        """Answer the newest search."""
        search = self.searches[-1]
        for place, experiment in enumerate(search.experiments):
            self._page.take_found(search, place, self._as_planned(experiment))
        self._page.take_search_end(search, None)

    def _as_planned(self, experiment: Experiment) -> RunHistory:
        """Make up a run of all epochs that ends with a network which was trained for one, on a few images."""
        training, data = replace(experiment.training, epochs=1), replace(experiment.data, training_images=100)
        short = self._train(replace(experiment, training=training, data=data))
        assert short.initial is not None
        assert short.newest is not None
        epochs = experiment.training.epochs
        rows = np.zeros(epochs + 1, short.rows.dtype)
        rows["epoch"] = range(epochs + 1)
        rows["validation_accuracy"] = np.linspace(0.1, short.newest.validation_accuracy, epochs + 1)
        return RunHistory.restored(experiment, rows, [short.initial, replace(short.newest, epoch=epochs)])

    def _list(self, history: RunHistory) -> None:
        self.runs.append(DrawnRun(history, len(self.runs) + 1))
        self._page.show_runs(self.runs)
