"""What does dropout do to the network? One mini-batch, many networks, neurons switched off: each in its own view."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED
from nnreg_gui.engine.questions.coadaptation import CorrelationQuestion
from nnreg_gui.engine.questions.question import TrainingQuestion
from nnreg_gui.engine.questions.thinning import NeuronsOffQuestion
from nnreg_gui.pages.asked_digits import AskedDigits
from nnreg_gui.pages.asked_lies import AskedLies
from nnreg_gui.pages.compared_runs_page import ComparedRunsPage
from nnreg_gui.pages.dropout.dropout_runs import (
    PAIR,
    WITH_DROPOUT,
    beginning_of,
    can_be_walked,
    dropout_of,
    has_hidden_neurons,
    missing_of_pair,
    untrained,
)
from nnreg_gui.pages.dropout.many_networks_view import ManyNetworksView
from nnreg_gui.pages.dropout.mini_batch_view import MiniBatchView
from nnreg_gui.pages.dropout.mini_batch_walk import Walked
from nnreg_gui.pages.dropout.robust_view import RobustView
from nnreg_gui.pages.dropout.thinned_ensembles import ThinnedEnsembles
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting
from nnreg_gui.pages.trained_runs import ended, network_of, on_data_set, shown_run
from nnreg_gui.panels.experiment_text import architecture_text
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import significant_text, whole_text
from nnreg_gui.widgets.view_stack import Stack

BATCH, MANY, ROBUST = "batch", "many", "robust"
_VIEWS = (BATCH, MANY, ROBUST)
_LEARNED = 1_000  # training digits: as many as the lecture's runs, more than anybody goes through


class DropoutPage(ComparedRunsPage):
    """Places the conclusion, the choice of a view, and the button that trains what is missing, above the view."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, "dropout", parent)
        self.learned = AskedDigits(services.questions, partial(TrainingQuestion, _LEARNED), self)
        self.off = PerNetwork(services.questions, NeuronsOffQuestion, self, most=1)
        self.correlations = PerNetwork(services.questions, CorrelationQuestion, self, most=1)
        self.thinned = ThinnedEnsembles(services.questions, self)
        self._lies = AskedLies(services.questions, self)
        self._asked = self.off, self.correlations, self.thinned, self._lies, self.learned, services.validation
        self.choice, self._views, self._remarks = SegmentedChoice(), Stack(), Paragraph()
        self.view_choice = self.choice
        self.mini_batch, self.many = MiniBatchView(self.conclusion), ManyNetworksView(self.thinned, self.conclusion)
        self.robust = RobustView(self.off, self.correlations, self.conclusion)
        self._by_name: dict[str, QWidget] = dict(zip(_VIEWS, (self.mini_batch, self.many, self.robust), strict=True))
        self._place()
        self._connect()
        self.retranslate()
        self.choice.changed.connect(self._open)

    def _place(self) -> None:
        for view in self._by_name.values():
            self._views.addWidget(view)
        column(
            self.conclusion,
            row(self.choice, STRETCH, self.bar, spacing=12),
            self._remarks,
            (self._views, 1),
            parent=self,
            spacing=6,
            margins=PAGE_MARGINS,
        )

    def _connect(self) -> None:
        self.services.validation.changed.connect(self._take_digits)
        self.learned.changed.connect(self._take_digits)
        self._lies.changed.connect(self._refresh)
        give_digits(self.choice, _VIEWS, self)

    # --------------------------------------------------------------------------------------------------------- runs

    def _missing(self) -> tuple[Experiment, ...]:
        return missing_of_pair(self._runs, self.data_set)

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in the curves."""
        self.robust.show_whole()

    def _draw(self) -> None:
        """Show the runs in the visible view; tell the others, too, which draw once visible."""
        why_not = self.hidden_text() if self.all_hidden else ""
        for asked in (self.services.validation, self.learned):
            asked.want(self.data_set)
        self._take_digits()
        self._show_mini_batch()
        run = shown_run(self._runs)
        if run is None:
            self.many.show_network(None, 0, "", None, live=False, why_not=why_not)
        elif not has_hidden_neurons(run):
            nothing = self.tr("The network of run {0} has no hidden neurons to switch off: choose another run.")
            self.many.show_network(None, 0, "", None, live=False, why_not=nothing.format(run.number))
        else:
            name = self.tr("Run {0}: {1}").format(run.number, run.name)
            self.many.show_network(network_of(run), run.number, name, dropout_of(run), live=run.live, why_not="")
        with_neurons = [run for run in self._runs if has_hidden_neurons(run)]
        self.robust.show_runs(with_neurons, why_not, self.data_set.validation_images)
        self._show_trial()

    def _show_mini_batch(self) -> None:
        """Take apart the selected run's network if finished and small, else the newest such one, or a fresh one.

        One that was told lies learns these: it comes as soon as they are known.
        """
        fitting = [run for run in ended(self._runs) if can_be_walked(run)]
        run = next((run for run in fitting if run.selected), fitting[-1] if fitting else None)
        if run is None:
            (first,) = on_data_set((UNREGULARIZED,), self.data_set)
            self.mini_batch.show_network(None, Walked.of(untrained(first), first), 0, 0.0)
            return
        experiment, told = run.history.current_experiment, None
        if experiment.data.lies:
            lies = self._lies.of(experiment)
            if lies is None:
                return
            told = lies.wrong.told
        self.mini_batch.show_network(
            Walked.of(network_of(run).parameters, experiment, told),
            Walked.of(beginning_of(run), experiment, told),
            run.number,
            dropout_of(run),
        )

    @Slot()
    def _show_trial(self) -> None:
        self._show_bar()
        remarks = self._remarks_text()
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))

    # ------------------------------------------------------------------------------------------------------ questions

    @Slot()
    def _take_digits(self) -> None:
        self.many.set_digits(self._validation_digits(), self.data_set)
        self.mini_batch.set_digits(self.learned.of(self.data_set))

    @Slot(str)
    def _open(self, name: str) -> None:
        self._try_again()
        self._views.setCurrentWidget(self._by_name[name])
        self._refresh()

    def settings(self) -> Mapping[str, Setting]:
        return {
            "p": Setting(self._set_dropout, self._dropout),
        }

    def _set_dropout(self, p: float) -> None:
        """Switch this share of the neurons off in both views that have a slider for it."""
        for slider in (self.mini_batch.dropout, self.many.dropout):
            slider.set_value(p)

    def _dropout(self) -> float:
        return (self.many if self.choice.value() == MANY else self.mini_batch).dropout.value()

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        whole = (self.tr("One mini-batch"), self.tr("Many networks"), self.tr("Robust?"))
        short = (self.tr("Batch"), self.tr("Many"), self.tr("Robust?"))
        tool_tips = (
            self.tr("How a mini-batch goes through a network with dropout"),
            self.tr("What many thinned networks take one digit for"),
            self.tr("Accuracy when hidden neurons are switched off, and how these are correlated"),
        )
        texts = zip(_VIEWS, short if self.compact else whole, tool_tips, strict=True)
        self.choice.set_choices(
            [(name, text, f"{tool_tip} ({key})") for key, (name, text, tool_tip) in enumerate(texts, 1)]
        )
        self.choice.setAccessibleName(self.tr("View"))
        self._name_bar()
        self._refresh()

    def _name_bar(self) -> None:
        (first,) = on_data_set(PAIR[:1], self.data_set)
        text = self.tr("Train both") if self.compact else self.tr("Train without and with dropout")
        tool_tip = self.tr("{0} images, {1}, {2} epochs, without dropout and with p = {3}; listed as runs").format(
            whole_text(first.data.training_images),
            architecture_text(first),
            whole_text(first.training.epochs),
            significant_text(WITH_DROPOUT.regularization.dropout),
        )
        self.bar.set_start_texts(text, tool_tip)
