"""What pages that compare runs share: which they draw and measure, and what trains the missing ones."""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.compared_runs import (
    left_out_text,
    measured_runs,
    missing_experiments,
    name_button,
    regularization_of,
    short_names,
)
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.trained_runs import data_set_of, known_runs, network_of, of_one_data_set
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.robustness_curves import DisturbedRun


class Asked(Protocol):
    """What a page asks about networks."""

    def try_again(self) -> None:
        """Forget that a question had no answer."""


class ComparedRunsPage(AskingPage):
    """Draws runs when they have changed, and only while visible; trains the missing ones on request.

    Args:
        services: answers its questions.
        page: its key, which identifies its searches.

    Attributes:
        trial: what is trained for it; each run that it finds goes into the list of runs.
        bar: starts the trial; each page places it.
    """

    seconds_apart = 0.2  # between networks of a run in progress

    def __init__(self, services: Services, page: str, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._runs: Sequence[DrawnRun] = ()
        self._incomparable = ""  # which runs are not compared, and why
        self._chosen_data_set = MNIST
        self._measured_runs: list[DrawnRun] = []
        self._drawn: object = None  # the state of the runs when they were last drawn
        self._pause = QTimer(self, singleShot=True, interval=round(1_000 * self.seconds_apart))
        self._pause.timeout.connect(self._take_runs)  # a run that is paused does not come again
        self._asked: Sequence[Asked] = ()  # set by each page
        self.trial = Trial(services.searches, page, self)
        self.bar = SearchBar(self.trial)
        self.trial.run_found.connect(self.run_trained)
        self.trial.changed.connect(self._show_trial)
        self.trial.ended.connect(self.trial_ended)
        self.bar.start_pressed.connect(self._train)

    def search_bar(self) -> SearchBar:
        return self.bar

    # -------------------------------------------------------------------------------------------- what each page says

    def _draw(self) -> None:
        """Request what is not measured yet, and show what is."""
        raise NotImplementedError

    def _missing(self) -> tuple[Experiment, ...]:
        """Return what must be trained before runs can be compared."""
        return missing_experiments(self._runs, self.data_set)

    def _state(self) -> object:
        """Return what is visible of the runs: nothing is redrawn while it stays equal."""
        return [
            (run.history, len(run.history), run.number, run.name, run.live, run.selected, run.baseline, run.epoch)
            for run in self._runs
        ] + [self._incomparable]

    # ------------------------------------------------------------------------------------------------ when it is drawn

    @property
    def data_set(self) -> DataSet:
        """What the runs that are compared were trained on; before there is any, what is chosen."""
        return data_set_of(self._runs[0]) if self._runs else self._chosen_data_set

    def _validation_digits(self) -> Split | None:
        """Return the validation digits of the runs' data set; once the page is seen, ask for what is missing."""
        if self.isVisible():
            self.services.validation.want(self.data_set)
        return self.services.validation.of(self.data_set)

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen data set."""
        before, self._chosen_data_set = self.data_set, experiment.data.dataset
        if self.data_set != before:
            self._refresh()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Show these runs, as far as they can be compared; finished ones as they are measured."""
        self._runs = of_one_data_set(runs)
        self._incomparable = left_out_text(runs, self._runs)
        self._take_runs()

    @Slot()
    def _take_runs(self) -> None:
        """Draw the runs if they have changed; those in progress not too often."""
        state, is_live = (self._state(), self.all_hidden), any(run.live for run in self._runs)
        if state == self._drawn or (is_live and self._pause.isActive()):
            return
        self._drawn = state
        self._pause.start()
        self._measured_runs = measured_runs(self._runs)
        self.trial.leave_out(known_runs(self._runs))
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what came while the page was hidden; ask again what failed."""
        super().showEvent(event)
        self._try_again()
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh()

    def _try_again(self) -> None:
        """Forget that questions had no answer."""
        for asked in self._asked:
            asked.try_again()

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            self._draw()

    @Slot()
    def _show_trial(self) -> None:
        self._refresh()

    @Slot()
    def _train(self) -> None:
        """Train what is missing."""
        experiments = self._missing()
        if experiments:
            self.trial.start(Search(experiments, networks=True))

    # --------------------------------------------------------------------------------------------- what is seen of it

    def _show_bar(self) -> None:
        """Offer to train what is missing, while anything is."""
        self._name_bar()
        self.bar.setVisible(bool(self._missing()) or self.trial.running)

    def _name_bar(self) -> None:
        """Say on the bar what it trains."""
        name_button(self.bar, self.data_set)

    def _curves(self, measured: Callable[[Network], np.ndarray | None]) -> list[DisturbedRun]:
        """Return what to draw of the runs whose networks are measured: `measured` returns None for the others."""
        names = short_names(self._measured_runs)
        found = [(run, measured(network_of(run))) for run in self._measured_runs]
        return [
            DisturbedRun(run.number, names[run.number], not regularization_of(run).is_off, accuracies, run.strong)
            for run, accuracies in found
            if accuracies is not None
        ]

    def _empty_text(self, measuring: str, training: str, otherwise: str) -> str:
        """Return what to say where there is no curve: runs are hidden, being measured or trained, or there are none."""
        if self.all_hidden:
            return self.hidden_text()
        return measuring if self._measured_runs else training if self.trial.running else otherwise

    def _remarks_text(self, *others: str) -> str:
        """Return what is not as it should be: these remarks, and those about the training."""
        return " ".join(filter(None, (*others, self._incomparable, *remarks_about(self.trial))))
