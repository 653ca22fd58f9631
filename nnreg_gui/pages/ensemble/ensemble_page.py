"""What do several networks recognize together? Their average and their vote, with regularization and without."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.ensembles import Ensemble, EnsembleQuestion
from nnreg_gui.engine.questions.lies import EnsembleLiesQuestion, RepeatedLies
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.compared_runs import left_out_text
from nnreg_gui.pages.ensemble.ensemble_choices import EnsembleChoices
from nnreg_gui.pages.ensemble.ensemble_curves import EnsembleCurves, EnsembleSeries
from nnreg_gui.pages.ensemble.ensemble_groups import REGULARIZED, RUNS, WITHOUT, Group, group_of_runs, planned_groups
from nnreg_gui.pages.ensemble.ensemble_plan import MOST, EnsemblePlan
from nnreg_gui.pages.ensemble.ensemble_sentences import (
    brief_findings,
    conclude,
    disagreement_text,
    findings,
    lies_text,
    measured_text,
    on_test_images_text,
    plan_text,
)
from nnreg_gui.pages.ensemble.latest_ensemble import LatestTogether, same
from nnreg_gui.pages.ensemble.rescued_view import RescuedView
from nnreg_gui.pages.latest import Latest
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.trained_runs import KnownRuns, data_set_of, known_runs, of_one_data_set, shown_run
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import whole_text

_MOST_KEPT = 4 * MOST  # runs trained here
_MARKERS = {WITHOUT: "s", REGULARIZED: "o", RUNS: "d"}


class EnsemblePage(AskingPage):
    """Places conclusion and choice above the curves and the digits that the ensemble rescues, and the details below."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._experiment: Experiment | None = None
        self._asked: tuple[EnsemblePlan, Experiment] | None = None  # the last plan trained
        self._runs: Sequence[DrawnRun] = ()
        self._incomparable = ""  # which runs do not answer together with the others, and why
        self._seen: tuple[object, ...] = ()
        self._listed = self._kept = KnownRuns()  # in the list; trained here
        self._trial, self._digits = Trial(services.searches, "ensemble", self), services.validation
        self._questions = {key: LatestTogether[Ensemble](services.questions, self) for key in _MARKERS}
        self._lies = {key: LatestTogether[RepeatedLies](services.questions, self) for key in _MARKERS}
        self._asked_questions: tuple[Latest[Any], ...] = (*self._questions.values(), *self._lies.values())
        self.choices, self.bar = EnsembleChoices(), SearchBar(self._trial, Room.LARGE)
        self.plot, self.rescued = EnsembleCurves(), RescuedView()
        self._found, self._measured, self._remarks = Paragraph(), ElidedLabel(), Paragraph()
        self.keep, self.dropout = Button("U"), Button("V")
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        self.choices.row.addWidget(self.bar)
        column(
            self.conclusion,
            self.choices,
            (row((self.plot, 6), (self.rescued, 5), spacing=12), 1),
            Details(self._found, self._measured),
            row((self._remarks, 1), self.keep, self.dropout, spacing=8),
            parent=self,
            spacing=6,
            margins=PAGE_MARGINS,
        )
        self.show_from(Room.FULL, self.keep, self.rescued)

    def _connect(self) -> None:
        self._digits.changed.connect(self._refresh)
        for question in self._asked_questions:
            question.changed.connect(self._refresh)
        self._trial.run_found.connect(self._take_run)
        self._trial.changed.connect(self._refresh)
        self._trial.ended.connect(self.trial_ended)
        self.choices.changed.connect(self._refresh)
        self.bar.start_pressed.connect(self._start)
        self.keep.clicked.connect(self._put_into_list)
        self.dropout.clicked.connect(self._go_to_dropout)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Take the runs of the list: they are asked on request, and need not be trained again."""
        leader = shown_run(runs)
        seen = (
            self.all_hidden,
            data_set_of(leader) if leader is not None else None,
            *((run.history, run.live, run.epoch, run.number, run.repeats) for run in runs),
        )
        if seen != self._seen:
            self._seen, self._listed = seen, known_runs(runs, repeats=True)
            self._runs = of_one_data_set(runs)
            self._incomparable = left_out_text(runs, self._runs)
            self._trial.leave_out(self._known)
            self._refresh()

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen experiment: its networks are trained next."""
        if experiment != self._experiment:
            self._experiment = experiment
            self._refresh()

    @Slot()
    def show_whole(self) -> None:
        self.plot.show_whole()

    def search_bar(self) -> SearchBar:
        return self.bar

    def settings(self) -> Mapping[str, Setting]:
        return {
            "source": setting(self.choices.source),
            "effort": setting(self.choices.effort),
            "networks": setting(self.choices.networks),
        }

    def retranslate(self) -> None:
        self.keep.set_texts(
            self.tr("Add to runs"),
            self.tr("Put these networks into the list of runs: one entry without regularization, one with"),
        )
        self.dropout.set_texts(
            self.tr("Dropout as an ensemble"), self.tr("See how dropout trains many thinned networks at once")
        )
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for and draw what did not matter while the page was hidden."""
        super().showEvent(event)
        self._digits.try_again()
        for question in self._asked_questions:
            question.try_again()
        self._refresh()

    # ------------------------------------------------------------------------------------------------- training them

    @property
    def _known(self) -> Mapping[Experiment, RunHistory]:
        return ChainMap(self._listed, self._kept)  # type: ignore[arg-type]  # which is only read

    def _shown_plan(self) -> tuple[EnsemblePlan, Experiment] | None:
        """Return the plan to show: the chosen one, or, if nothing is known about it, the last one trained."""
        if self._experiment is None:
            return self._asked
        chosen, known = (self.choices.value(), self._experiment), self._known
        if self._asked is None or any(one in known for one in chain(*chosen[0].experiments(chosen[1]))):
            return chosen
        return self._asked

    def _groups(self) -> list[Group]:
        """Return the ensembles to show."""
        if self.choices.of_runs:
            return [group_of_runs(self._runs)]
        plan = self._shown_plan()
        return planned_groups(*plan, self._known) if plan is not None else []

    @Slot()
    def _start(self) -> None:
        if self._experiment is None or self.choices.of_runs:
            return
        for question in self._asked_questions:
            question.try_again()
        plan = self.choices.value()
        self._asked = plan, self._experiment
        # Alternating, so that both ensembles grow together.
        experiments = tuple(chain(*zip(*plan.experiments(self._experiment), strict=True)))
        self._trial.start(Search(experiments, networks=True), self._known)

    @Slot(object)
    def _take_run(self, history: RunHistory) -> None:
        self._kept = KnownRuns([*self._kept.values(), history][-_MOST_KEPT:])

    @Slot()
    def _go_to_dropout(self) -> None:
        self.page_wanted.emit("dropout")

    @Slot()
    def _put_into_list(self) -> None:
        for group in self._groups():
            if group.key != RUNS and any(one.experiment not in self._listed for one in group.histories):
                self.repeats_trained.emit(group.histories)

    # ------------------------------------------------------------------------------------------------------- drawing

    @Slot()
    def _refresh(self) -> None:
        """Ask for what is not known yet, and show what is."""
        if not self.isVisible():
            return
        groups = self._groups()
        for group in groups:
            self._questions[group.key].want(group.networks, EnsembleQuestion)
            told = tuple(history.experiment for history in group.histories)
            self._lies[group.key].want(group.liars, partial(EnsembleLiesQuestion, told))
        experiments = [one for group in groups for one in group.experiments]
        data_set = experiments[0].data.dataset if experiments else MNIST
        self._digits.want(data_set)
        known = [(group, ensemble) for group in groups if (ensemble := self._ensemble_of(group)) is not None]
        most = max([2, *(len(group.experiments) for group in groups)])
        self.plot.show_series([self._series(*one) for one in known], most)
        self.plot.set_empty_text("" if known else self._empty_text(groups))
        ensembles = {group.key: (group.name, one) for group, one in known}
        self.rescued.show_ensembles(ensembles, self._digits.of(data_set), data_set.classes)
        self.rescued.set_empty_text(
            ""
            if known
            else self.tr("Here you will see the digits on which networks disagree and their average is right.")
        )
        self._show_controls(groups)
        goes_on = any(self._questions[group.key].waits for group in groups)
        goes_on = goes_on or (self._trial.running and not self.choices.of_runs)
        conclude(self.conclusion, [] if goes_on else known)
        self._found.setText(self._sentence(groups, known))
        self._measured.setText(self._measured_text(groups))
        self._measured.setVisible(bool(self._measured.text()))
        self._remarks.setText(self._remarks_text(groups, data_set))

    def _ensemble_of(self, group: Group) -> Ensemble | None:
        """Return what is known about a group, or about as many of its networks as have been asked."""
        question = self._questions[group.key]
        wanted, answered = ({id(one.parameters) for one in some} for some in (group.networks, question.networks))
        return question.answer if answered and (answered <= wanted or wanted <= answered) and wanted else None

    def _series(self, group: Group, ensemble: Ensemble) -> EnsembleSeries:
        by_network = dict(zip((id(one.parameters) for one in group.networks), group.numbers, strict=False))
        answered = self._questions[group.key].networks
        return EnsembleSeries(
            group.name,
            tuple(map(float, ensemble.single)),
            tuple(map(float, ensemble.over_size.average)),
            tuple(map(float, ensemble.over_size.vote)),
            group.kind,
            _MARKERS[group.key],
            tuple(by_network.get(id(one.parameters), 0) for one in answered) if group.numbers else (),
        )

    def _show_controls(self, groups: Sequence[Group]) -> None:
        of_runs = self.choices.of_runs
        self.bar.setVisible(not of_runs or self._trial.running)
        self.keep.setEnabled(
            any(one in self._kept and one not in self._listed for group in groups for one in group.experiments)
            and not of_runs
        )
        missing = 0
        if self._experiment is not None:
            known, wanted = self._known, chain(*self.choices.value().experiments(self._experiment))
            missing = sum(one not in known for one in wanted)
        self.bar.button.setEnabled(missing > 0 or self._trial.running)
        train = self.tr("Train {0} networks").format(whole_text(missing))
        self.bar.set_start_texts(
            train if missing else self.tr("All are trained"),
            self.tr(
                "Train the networks that are missing, several at a time; those that are known are not trained again"
            ),
        )

    # ----------------------------------------------------------------------------------------------------- sentences

    def _empty_text(self, groups: Sequence[Group]) -> str:
        """Say what will appear, and how."""
        if any(group.networks for group in groups):
            return self.tr("The networks are being measured …")
        if self.choices.of_runs:
            if self.all_hidden:
                return self.hidden_text()
            return self.tr("The runs that are checked in the list will answer together here: train some by Space.")
        if self._trial.running:
            return self.tr("The first networks are being trained …")
        return self.tr(
            "Here you will see how many validation images several networks recognize together, by the average of their "
            "outputs and by a vote, with regularization and without. Press S to train them."
        )

    def _sentence(self, groups: Sequence[Group], known: Sequence[tuple[Group, Ensemble]]) -> str:
        """Say what was found, or will be trained."""
        parts = [brief_findings(known)] if self.compact else findings(known)
        if len(known) == 1 and not self.compact:
            parts += [disagreement_text(known[0][1]), on_test_images_text(known[0][1])]
        if not known and not self.choices.of_runs and len(groups) == 2:
            without, regularized = (group.experiments for group in groups)
            parts.append(plan_text(without[0], regularized[0], len(without)))
        return " ".join(part for part in parts if part)

    def _remarks_text(self, groups: Sequence[Group], data_set: DataSet) -> str:
        """Say which lies are repeated, if any were told, and what is not as it should be."""
        parts = [lies_text(self._repeated(groups)), self._incomparable if self.choices.of_runs else ""]
        if self.choices.of_runs and len(groups[0].networks) == 1:
            parts.append(self.tr("A single network is no ensemble: check further runs in the list."))
        if self.choices.of_runs and len(groups[0].networks) == MOST:
            parts.append(self.tr("At most the first {0} networks of the list are used.").format(whole_text(MOST)))
        if not self.choices.of_runs and self._is_of_another_choice(groups):
            parts.append(self.tr("The experiment has changed since."))
        problems = (self._digits.problem(data_set), *(question.problem for question in self._asked_questions))
        problem = next((one for one in problems if one is not None), None)
        if problem is not None:
            parts.append(failure_text(problem))
        if not self.choices.of_runs:
            parts += remarks_about(self._trial)
        return " ".join(filter(None, parts))

    def _repeated(self, groups: Sequence[Group]) -> list[tuple[Group, RepeatedLies]]:
        """Return what is known of the lies that groups repeat."""
        found = [(group, self._lies[group.key]) for group in groups if group.liars]
        return [
            (group, one.answer) for group, one in found if one.answer is not None and same(group.liars, one.networks)
        ]

    def _is_of_another_choice(self, groups: Sequence[Group]) -> bool:
        """Return whether what is shown differs from what is chosen now."""
        plan = self._shown_plan()
        return plan != (self.choices.value(), self._experiment) and any(group.networks for group in groups)

    def _measured_text(self, groups: Sequence[Group]) -> str:
        if self.compact or self.choices.of_runs or not any(group.networks for group in groups):
            return ""
        return measured_text(groups[0])
