"""How many of a network's weights can be removed? Accuracy over the share that is pruned, and what is left."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.pruning import Pruned, Pruning, prune
from nnreg_gui.engine.questions.pruning_questions import PERCENTS
from nnreg_gui.pages.compared_runs import unfair_text
from nnreg_gui.pages.compared_runs_page import ComparedRunsPage
from nnreg_gui.pages.measuring_sentences import accuracies_text, failure_text, waiting_text
from nnreg_gui.pages.pruning.fine_tuning import FineTuning
from nnreg_gui.pages.pruning.pruned_lies import PrunedLies
from nnreg_gui.pages.pruning.pruned_view import PrunedView
from nnreg_gui.pages.pruning.pruning_actions import PruningActions
from nnreg_gui.pages.pruning.pruning_curves import PruningCurves, Tuned
from nnreg_gui.pages.pruning.pruning_head import LAYERS, WHOLE, PruningHead
from nnreg_gui.pages.pruning.pruning_measurements import PruningMeasurements
from nnreg_gui.pages.pruning.sentences import (
    Figures,
    comparison_text,
    conclude,
    extremes,
    harmless_text,
    layers_text,
    lies_text,
    shown_text,
    tuned_text,
)
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.trained_runs import is_trained, network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_text import FittingText
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row

_MOST_WEIGHTS = 1_000_000  # pruning these takes some 20 ms


class PruningPage(ComparedRunsPage):
    """Places the share above the curves and the remaining network, their conclusion above, and the details below."""

    seconds_apart = 0.0  # runs in progress are not drawn

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, "pruning", parent)
        self._pruned: tuple[Parameters, float, bool, Pruned] | None = None
        self._by_kind = {
            WHOLE: PruningMeasurements(services.questions, False, self),
            LAYERS: PruningMeasurements(services.questions, True, self),
        }
        self._lies = {kind: PrunedLies(services.questions, kind == LAYERS, self) for kind in self._by_kind}
        self._asked = *self._by_kind.values(), *self._lies.values()
        self.tuning = FineTuning(services.questions, self)
        self.head, self.plot, self.view = PruningHead(), PruningCurves(PERCENTS), PrunedView()
        self.actions_row, self._progress = PruningActions(), ElidedLabel()
        self._text, self._remarks = FittingText(), FittingText()
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        column(
            self.conclusion,
            self.head,
            (row((self.plot, 11), (self.view, 10), spacing=12), 1),
            row(self.actions_row, (self._progress, 1), self.bar, spacing=12),
            self._remarks,
            Details(self._text),
            parent=self,
            spacing=6,
            margins=PAGE_MARGINS,
        )

    def _connect(self) -> None:
        for measurements in self._by_kind.values():
            measurements.changed.connect(self._refresh)
        for lies in self._lies.values():
            lies.changed.connect(self._refresh)
        self.tuning.changed.connect(self._refresh)
        self.tuning.found.connect(self._take_history)
        self.head.kind_changed.connect(self._open)
        self.head.share_changed.connect(self._show)
        self.head.share_moving.connect(self._show)
        self.plot.value_chosen.connect(self.head.set_share)
        self.actions_row.tune_pressed.connect(self._tune)
        self.actions_row.cancel_pressed.connect(self.tuning.cancel)
        self.actions_row.keep_pressed.connect(self._keep)

    @property
    def measurements(self) -> PruningMeasurements:
        """What measures accuracies for the present comparison: of whole networks, or per layer."""
        return self._by_kind[LAYERS if self.head.per_layer else WHOLE]

    @property
    def _pruned_lies(self) -> PrunedLies:
        """What counts the lies that are repeated, for the present comparison."""
        return self._lies[self.head.choice.value()]

    @property
    def shown(self) -> DrawnRun | None:
        """The run whose network is taken apart: the selected one, or the newest finished one."""
        return next((run for run in self._measured_runs if run.selected), next(reversed(self._measured_runs), None))

    # ---------------------------------------------------------------------------------------------------------- runs

    def _state(self) -> object:
        return (
            [
                (run.history, id(run.record), run.number, run.name, run.selected, run.strong)
                for run in self._runs
                if not run.live
            ],
            [run.number for run in self._runs if run.live and is_trained(run)],
        )

    @Slot()
    def show_whole(self) -> None:
        """Show all weights again."""
        self.view.histogram.show_whole()

    @Slot()
    def _tune(self) -> None:
        if self.actions_row.epochs.commit():
            self._ask_for(self.actions_row.epochs.value())

    @Slot()
    def _keep(self) -> None:
        """Put the pruned network into the list, fine-tuned if it is; otherwise measure it first."""
        tuned = self._tuned_history()
        if tuned is not None:
            self._list(tuned)
        else:
            self._ask_for(0)

    def _ask_for(self, epochs: int) -> None:
        """Prune the network that is shown, and train it for so many more epochs."""
        run = self.shown
        if run is not None:
            pruning = Pruning(self.head.share, self.head.per_layer, epochs)
            self.tuning.start(network_of(run), run.history.current_experiment, pruning)

    @Slot(object)
    def _take_history(self, history: RunHistory) -> None:
        if history.pruning is not None and not history.pruning.epochs:  # requested in order to keep it
            self._list(history)

    def _list(self, history: RunHistory) -> None:
        self.run_trained.emit(history.with_records(history.kept()))  # the list's own, in case it is listed twice

    # ------------------------------------------------------------------------------------------------------ questions

    @Slot()
    def _open(self) -> None:
        """Show the comparison that the user has chosen."""
        self._try_again()
        self._refresh()

    def _draw(self) -> None:
        first = sorted(self._measured_runs, key=lambda run: run is not self.shown)
        self.measurements.want([network_of(run) for run in first])
        if self.shown is not None and self.shown.history.experiment.data.lies:
            self._pruned_lies.want_of(network_of(self.shown), self.shown.history.experiment)
        self._show()

    # -------------------------------------------------------------------------------------------------------- drawing

    @Slot()
    def _show(self) -> None:
        """Draw everything at the present share."""
        if not self.isVisible():
            return
        curves = self._curves(self.measurements.of)
        self.plot.show_runs(curves)
        self.plot.show_tuned(self._tuned())
        self.plot.set_value(self.head.share)
        self.plot.set_empty_text("" if curves else self._why_empty())
        self._show_bar()
        self.actions_row.show_state(self.tuning.share, possible=self._can_prune)
        exact = {run.number for run in self._measured_runs if self.measurements.is_exact(network_of(run))}
        figures = {one.number: Figures(one.number, one.name, one.accuracies, one.number in exact) for one in curves}
        self._show_network(figures)
        self._show_words(figures)

    @property
    def _can_prune(self) -> bool:
        """Whether there is a network that was not already pruned further than it would be now."""
        if self.shown is None or not self.head.share:
            return False
        before = self.shown.history.pruning
        return before is None or before.share <= self.head.share

    def _tuned(self) -> list[Tuned]:
        return [
            (run.number, history.pruning.share, float(history.column("validation_accuracy")[-1]))
            for run in self._measured_runs
            for history in self.tuning.all_of(network_of(run), self.head.per_layer)
            if history.pruning is not None
        ]

    @staticmethod
    def _is_too_large(run: DrawnRun) -> bool:
        """Return whether taking a network apart would take longer than the window may wait."""
        return sum(w.size for w in network_of(run).parameters.weights) > _MOST_WEIGHTS

    def _pruned_network(self) -> Pruned | None:
        """Return what is left of the shown run's network, the same object while nothing changes; None if large."""
        if self.shown is None or self._is_too_large(self.shown):
            return None
        parameters, share, per_layer = network_of(self.shown).parameters, self.head.share, self.head.per_layer
        known = self._pruned
        if known is None or known[0] is not parameters or known[1:3] != (share, per_layer):
            known = self._pruned = parameters, share, per_layer, prune(parameters, share, per_layer)
        return known[3]

    def _tuned_history(self) -> RunHistory | None:
        """Return what fine-tuning has made of the shown network, at the present share."""
        if self.shown is None:
            return None
        return self.tuning.of(network_of(self.shown), Pruning(self.head.share, self.head.per_layer))

    def _show_network(self, known: dict[int, Figures]) -> None:
        run, tuned, share = self.shown, self._tuned_history(), self.head.share
        figures = known.get(run.number) if run is not None else None
        self.view.show_network(
            run,
            self._pruned_network(),
            share,
            accuracy=figures.at(share) if figures is not None else None,
            exact=figures is not None and figures.exact,
            tuned=float(tuned.column("validation_accuracy")[-1]) if tuned is not None else None,
        )

    # -------------------------------------------------------------------------------------------------------- words

    def _show_words(self, known: dict[int, Figures]) -> None:
        # A run that was pruned before has little left to lose.
        unpruned = {run.number: run for run in self._measured_runs if run.history.pruning is None}
        compared = [known[number] for number in unpruned if number in known]
        pair = extremes(compared, self.head.share) if len(compared) == len(unpruned) else None
        unfair = unfair_text(*(unpruned[one.number] for one in pair)) if pair is not None else ""
        conclude(self.conclusion, None if unfair else pair, self.head.share, self.data_set.validation_images)
        self._text.set_text(" ".join(filter(None, self._findings(known, compared))))
        self._remarks.set_text(self._remarks_text(self._lies_text(), unfair))
        self._progress.setText(self._progress_text())

    def _findings(self, known: dict[int, Figures], compared: Sequence[Figures]) -> list[str]:
        """Return what the pictures show, for the shown run and for those that are compared."""
        run, pruned, tuned, share = self.shown, self._pruned_network(), self._tuned_history(), self.head.share
        if run is None or run.number not in known:
            return []
        return [
            shown_text(known[run.number], share, pruned, per_layer=self.head.per_layer) if pruned is not None else "",
            tuned_text(tuned) if tuned is not None else "",
            comparison_text(compared, share),
            harmless_text(compared, self.data_set.validation_images),
            layers_text(pruned, per_layer=self.head.per_layer) if pruned is not None else "",
        ]

    def _lies_text(self) -> str:
        """Return which share of the lies that it was told the shown run repeats, whole, pruned and fine-tuned."""
        run = self.shown
        repeated = self._pruned_lies.of(network_of(run)) if run is not None else None
        if run is None or repeated is None:
            return ""
        tuned = self._tuned_history()
        learnt = float(tuned.column("wrong_labels_learnt")[-1]) if tuned is not None else None
        return lies_text(run.number, run.history.experiment.data.lies, repeated, self.head.share, learnt)

    def _progress_text(self) -> str:
        """Say what is being done and how far it has got, or why it was not done."""
        if self.tuning.problem is not None:
            return self.tr("This could not be trained: {0}").format(problem_text(self.tuning.problem))
        measurements = self.measurements
        problem = measurements.problem or self._pruned_lies.problem
        if problem is not None:
            return failure_text(problem)
        return accuracies_text(measurements.share) if measurements.share is not None else waiting_text(self._runs)

    def _why_empty(self) -> str:
        otherwise = (
            self.tr("Here you will see what pruned networks still recognize. Press S to train some.")
            if self.compact
            else self.tr(
                "Here you will see how many validation images each network still recognizes when its smallest weights "
                "are taken away. Press S to train one network without regularization, one with L2 and one with L1."
            )
        )
        return self._empty_text(
            self.tr("The networks are being pruned …"), self.tr("The networks are being trained …"), otherwise
        )

    def settings(self) -> Mapping[str, Setting]:
        return {
            "share": Setting(self.head.set_share, lambda: self.head.share),
            "of": setting(self.head.choice),
        }

    def retranslate(self) -> None:
        self._name_bar()
        self.plot.setToolTip(
            self.tr(
                "Click or drag to prune so much; point at a value to read it. A diamond is a pruned network after "
                "fine-tuning."
            )
        )
        self._refresh()
