"""What does dropout do to the network? One mini-batch, many networks, neurons switched off: each in its view."""

from collections.abc import Sequence
from time import monotonic

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnreg_gui.engine.lecture_experiments import UNREGULARIZED
from nnreg_gui.engine.questions.coadaptation import CorrelationQuestion
from nnreg_gui.engine.questions.question import TrainingQuestion
from nnreg_gui.engine.questions.thinning import NeuronsOffQuestion
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.asked_digits import AskedDigits
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
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.per_network import PerNetwork
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.trained_runs import ended, network_of, shown_run
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import significant_text, whole_text

BATCH, MANY, ROBUST = "batch", "many", "robust"
_VIEWS = (BATCH, MANY, ROBUST)
_NARROW = 46  # lines of text: narrower pages have short names only
_LEARNED = 1_000  # training digits: those of the lecture's runs, more than anybody goes through
_SECONDS_APART = 0.2  # between networks of a run that is going on


class DropoutPage(AskingPage):
    """Places the conclusion, the choice of a view, and the button that trains what is missing, above the view."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._runs: Sequence[DrawnRun] = ()
        self._drawn: object = None  # what the runs were like when they were drawn last
        self._shown_at = 0.0
        self._is_narrow = True  # until there is room: a page must not widen the window
        self._untrained = Walked.of(untrained(), UNREGULARIZED)
        self.learned = AskedDigits(services.questions, TrainingQuestion(_LEARNED), self)
        self.off = PerNetwork(services.questions, NeuronsOffQuestion, self, most=1)
        self.correlations = PerNetwork(services.questions, CorrelationQuestion, self, most=1)
        self.thinned = ThinnedEnsembles(services.questions, self)
        self.trial = Trial(services.searches, "dropout", self)
        self.choice, self.bar, self._views = SegmentedChoice(), SearchBar(self.trial), QStackedWidget()
        self._remarks = Paragraph()
        self.mini_batch, self.many = MiniBatchView(self.conclusion), ManyNetworksView(self.thinned, self.conclusion)
        self.robust = RobustView(self.off, self.correlations, self.conclusion)
        self._by_name: dict[str, QWidget] = dict(zip(_VIEWS, (self.mini_batch, self.many, self.robust), strict=True))
        self._place()
        self._connect()
        self.retranslate()
        self.choice.changed.connect(self._open)

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.choice)
        head.addStretch(1)
        head.addWidget(self.bar)
        for view in self._by_name.values():
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(6)
        column.addWidget(self.conclusion)
        column.addLayout(head)
        column.addWidget(self._remarks)
        column.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.trial.run_found.connect(self.run_trained)
        self.services.validation.changed.connect(self._take_digits)
        self.learned.changed.connect(self._take_learned)
        self.bar.start_pressed.connect(self._train_pair)
        self.trial.changed.connect(self._show_trial)
        self.trial.ended.connect(self._show_trial)
        give_digits(self.choice, _VIEWS, self)

    # --------------------------------------------------------------------------------------------------------- runs

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Show these runs: the selected one in the views of one network, those that are over in the curves."""
        self._runs = runs
        state = (
            [(run.history, len(run.history), run.number, run.name, run.live, run.selected, run.epoch) for run in runs],
            self.all_hidden,
        )
        is_live = any(run.live for run in runs)
        if state == self._drawn or (is_live and monotonic() - self._shown_at < _SECONDS_APART):
            return
        self._drawn, self._shown_at = state, monotonic()
        self._draw()

    @Slot()
    def show_whole(self) -> None:
        """Show all again in the curves."""
        self.robust.show_whole()

    @Slot(str)
    def open_view(self, name: str) -> None:
        """Look at this view."""
        self.choice.set_value(name)

    def _draw(self) -> None:
        """Show the runs in the view that is seen; the others are told, too, and draw when they are."""
        why_not = self.hidden_text() if self.all_hidden else ""
        self._show_mini_batch()
        run = shown_run(self._runs)
        if run is None:
            self.many.show_network(None, "", None, live=False, why_not=why_not)
        elif not has_hidden_neurons(run):
            nothing = self.tr("The network of run {0} has no hidden neurons to switch off: choose another run.")
            self.many.show_network(None, "", None, live=False, why_not=nothing.format(run.number))
        else:
            name = self.tr("Run {0}: {1}").format(run.number, run.name)
            self.many.show_network(network_of(run), name, dropout_of(run), live=run.live, why_not="")
        self.robust.show_runs([run for run in self._runs if has_hidden_neurons(run)], why_not)
        self._show_trial()

    def _show_mini_batch(self) -> None:
        """Take the selected run's network apart, if it is over and small, otherwise the newest such, or a fresh one."""
        fitting = [run for run in ended(self._runs) if can_be_walked(run)]
        run = next((run for run in fitting if run.selected), fitting[-1] if fitting else None)
        if run is None:
            self.mini_batch.show_network(None, self._untrained, 0, 0.0)
            return
        experiment = run.history.current_experiment
        self.mini_batch.show_network(
            Walked.of(network_of(run).parameters, experiment),
            Walked.of(beginning_of(run), experiment),
            run.number,
            dropout_of(run),
        )

    # ----------------------------------------------------------------------------------------------------- the training

    @Slot()
    def _train_pair(self) -> None:
        """Train what is missing of the pair; what is found goes into the list of runs."""
        self.trial.start(Search(missing_of_pair(self._runs), networks=True))

    @Slot()
    def _show_trial(self) -> None:
        missing = missing_of_pair(self._runs)
        self.bar.setVisible(bool(missing) or self.trial.running)
        remarks = " ".join(remarks_about(self.trial))
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))

    # ------------------------------------------------------------------------------------------------------ questions

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the digits when the page is seen first; what failed is asked again."""
        super().showEvent(event)
        self._try_again()
        self.services.validation.want()
        self.learned.want()
        self._take_digits()
        self._draw()

    @Slot()
    def _take_digits(self) -> None:
        split = self.services.validation.split
        if split is not None:
            self.many.set_digits(split)

    @Slot()
    def _take_learned(self) -> None:
        if self.learned.split is not None:
            self.mini_batch.set_digits(self.learned.split)

    def _try_again(self) -> None:
        for asked in (self.off, self.correlations, self.thinned):
            asked.try_again()

    @Slot(str)
    def _open(self, name: str) -> None:
        self._try_again()
        self._views.setCurrentWidget(self._by_name[name])

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
        texts = zip(_VIEWS, short if self._is_narrow else whole, tool_tips, strict=True)
        self.choice.set_choices(
            [(name, text, f"{tool_tip} ({key})") for key, (name, text, tool_tip) in enumerate(texts, 1)]
        )
        self.choice.setAccessibleName(self.tr("View"))
        text = self.tr("Train both") if self._is_narrow else self.tr("Train without and with dropout")
        tool_tip = self.tr(
            "{0} images, 784-{1}-10, {2} epochs, without dropout and with p = {3}; listed as runs"
        ).format(
            whole_text(PAIR[0].data.training_images),
            PAIR[0].network.hidden[0],
            whole_text(PAIR[0].training.epochs),
            significant_text(WITH_DROPOUT.regularization.dropout),
        )
        self.bar.set_start_texts(text, tool_tip)
        self._draw()
        self.fit()

    def fit(self) -> None:
        """Leave out what there is no room for."""
        em = self.fontMetrics().height()
        narrow = self.width() < _NARROW * em
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self.retranslate()
        self.bar.set_brief(narrow)
        self._views.setMinimumSize(20 * em, 8 * em)
