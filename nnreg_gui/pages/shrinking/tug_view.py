"""Who pulls at a weight: the data's and the penalty's pull at a few weights of a run, and at all of them at once."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.learning_rate import with_fallen_rate
from nnreg_gui.engine.lecture_experiments import WITH_L1, WITH_L2
from nnreg_gui.engine.questions.tug_of_war import TugOfWar, WeightPlace
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.shrinking.latest_pulls import LatestPulls, Pulls
from nnreg_gui.pages.shrinking.network_sheet import NetworkSheet
from nnreg_gui.pages.shrinking.pair_view import PairView
from nnreg_gui.pages.shrinking.pull_plot import PullPlot
from nnreg_gui.pages.shrinking.sheet_choices import ALL, SheetChoices
from nnreg_gui.pages.shrinking.tug_arrows import PulledWeight, TugArrows
from nnreg_gui.pages.shrinking.tug_sentences import (
    balance_sentence,
    conclude_pulls,
    pull_sentences,
    training_remark,
    weight_names,
)
from nnreg_gui.pages.trained_runs import data_set_of, shown_run
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_text import FittingText
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.room import Room

# All images in every step, so that nothing shakes the weights, and a λ that lets 1,000 such steps get to rest.
AT_REST = replace(
    WITH_L2,
    regularization=RegularizationSpec(penalty="l2", lambda_=10.0),
    training=replace(WITH_L2.training, batch_size=WITH_L2.data.training_images, epochs=1_000),
)
_RANKS = 1.0, 0.5, 0.02  # by size, of the weights shown: the largest, a middle one, one near 0


class TugView(PairView):
    """Places the points of all weights, or some as a picture, beside the arrows of a few; what was measured below.

    Args:
        questions: answers how the data pull.
        trial: trains what is missing.
        conclusion: where the page states what it shows.
    """

    experiments = WITH_L2, WITH_L1, AT_REST

    def __init__(
        self, questions: Questions, trial: Trial, conclusion: Conclusion, parent: QWidget | None = None
    ) -> None:
        super().__init__(trial, conclusion, parent)
        self.run: DrawnRun | None = None
        self.tug: TugOfWar | None = None
        self.pulls = LatestPulls(questions, self)
        self.choices = SheetChoices()
        self.plot, self.sheet, self.arrows = PullPlot(), NetworkSheet(self.choices), TugArrows()
        self.other, self.back = Button("X"), Button("R")
        self._plots = (self.plot,)
        self._figures = FittingText()
        self._experiment: Experiment | None = None  # the one in force for `tug`
        self._measured: Pulls | None = None  # what `tug` was made of
        self._followed: tuple[RunHistory, list[int]] | None = None  # of a run that goes on
        self._chosen: tuple[RunHistory, WeightPlace] | None = None  # by the user
        self._random = np.random.default_rng(1)
        self._place()
        self.pulls.changed.connect(self._refresh)
        self.pulls.due.connect(self._refresh)
        self.plot.weight_clicked.connect(self._choose_index)
        self.sheet.weight_chosen.connect(self._choose)
        self.sheet.changed.connect(self._show_few)
        self.other.clicked.connect(self._choose_at_random)
        self.back.clicked.connect(self._forget_choice)
        self.retranslate()

    def _place(self) -> None:
        pictures = row((self.plot, 6), (self.sheet, 6), (self.arrows, 5), spacing=12)
        controls = row(self.choices, STRETCH, self.other, self.back, spacing=8)
        column((pictures, 1), controls, self._figures, self._remarks, Details(self._sentence), parent=self, spacing=6)

    # --------------------------------------------------------------------------------------------------- what is shown

    def _draw(self) -> None:
        """Ask about the run that is looked at, and draw the newest answer about it."""
        self.run = shown_run(self._runs)
        run = self.run
        if run is not None and self.isVisible():
            self.pulls.want(run)
        newest = self.pulls.newest
        known = newest if newest is not None and run is not None and newest.history is run.history else None
        experiment = in_force(known, run) if known is not None and run is not None else None
        if known is not self._measured or experiment != self._experiment:
            self._measured, self._experiment = known, experiment
            self.tug = known.at(experiment) if known is not None and experiment is not None else None
        self.plot.show_pulls(self.tug, self._experiment or Experiment(), run.number if run is not None else 1)
        self._show_few()

    def _show_few(self) -> None:
        """Draw the arrows of a few weights, and ring these among all."""
        tug, run = self.tug, self.run
        self._show_sheet()
        if tug is None or run is None or not len(tug.weights):
            self.arrows.show_weights([], 1)
            self.plot.mark([])
            self.other.setEnabled(False)
            self.back.setEnabled(False)
            return
        names, places = self._few(tug, run)
        pulled = [
            PulledWeight(name, float(tug.weights[place]), float(tug.data[place]), float(tug.penalty[place]), short)
            for (name, short), place in zip(names, places, strict=True)
        ]
        self.arrows.show_weights(pulled, run.number)
        self.plot.mark(places[: len(self.arrows.shown)])
        self.other.setEnabled(True)
        self.back.setEnabled(self._chosen is not None)

    def _few(self, tug: TugOfWar, run: DrawnRun) -> tuple[list[tuple[str, str]], list[int]]:
        """Return names, whole and short, and places of the weights to show: of a run that goes on always the same."""
        if run.live:
            if self._followed is None or self._followed[0] is not run.history:
                self._followed = run.history, _examples(tug)
            names, places = [self.tr("Followed")] * len(_RANKS), self._followed[1]
        else:
            names, places = [self.tr("Largest"), self.tr("Middle"), self.tr("Near 0")], _examples(tug)
        whole = [(name, "") for name in names]
        chosen = self._chosen_place()
        index = tug.index(chosen) if chosen is not None else None
        if chosen is not None and index is not None:
            return [weight_names(chosen, tug.shapes, data_set_of(run)), *whole], [index, *places]
        return whole, places

    def _chosen_place(self) -> WeightPlace | None:
        """Return which weight of the run the user has chosen."""
        of_it = self._chosen is not None and self.run is not None and self._chosen[0] is self.run.history
        return self._chosen[1] if of_it and self._chosen is not None else None

    def _show_sheet(self) -> None:
        """Draw the picture that is chosen."""
        is_sheet = self.choices.picture != ALL
        self.plot.setVisible(not is_sheet)
        self.sheet.setVisible(is_sheet)
        known = self._measured
        if known is None:
            self.sheet.show_network(())
        else:
            pruned = known.history.pruning is not None
            data_set = known.history.experiment.data.dataset
            weights = known.record.parameters.weights
            self.sheet.show_network(weights, self._chosen_place(), pruned=pruned, data_set=data_set)

    @Slot()
    def _refresh(self) -> None:
        self._draw()
        self._say()

    @Slot()
    def _say(self) -> None:
        text = self._empty_text() if self.tug is None else ""
        self.plot.set_empty_text(text)
        self.arrows.set_empty_text("" if text == self._all_hidden_text else self.tr("Two arrows for each weight."))
        sentences, remark, figures = [], "", ""
        if self.tug is not None and self._measured is not None and self._experiment is not None:
            figures = balance_sentence(self._measured, self.tug)
            sentences = pull_sentences(self.tug, self._experiment, len(self.plot.drawn))
            remark = training_remark(self._experiment)
        # Where there is hardly any room, they would make the page scroll.
        self._figures.set_text(figures if self.room > Room.TINY else "")
        self._say_below(sentences, remark)
        if self.isVisible():
            conclude_pulls(self._conclusion, self.tug, self._experiment)

    def _empty_text(self) -> str:
        if self._all_hidden_text:
            return self._all_hidden_text
        if self.pulls.problem is not None:
            return failure_text(self.pulls.problem)
        if self.run is not None:
            return self.tr("The pulls are being measured …")
        if self._trial.running:
            return self.tr("The networks are being trained …")
        return self.tr(
            "Here you will see how hard the training data pull at each weight of a run, and where the penalty pulls "
            "as hard. Press S to train three runs."
        )

    # ---------------------------------------------------------------------------------------------------------- user

    @Slot(object)
    def _choose(self, place: WeightPlace) -> None:
        if self.run is not None:
            self._chosen = self.run.history, place
            self.sheet.follow(place)
            self._show_few()

    @Slot(int)
    def _choose_index(self, index: int) -> None:
        if self.tug is not None:
            self._choose(self.tug.where(index))

    @Slot()
    def _choose_at_random(self) -> None:
        if len(self.plot.drawn):
            self._choose_index(int(self._random.choice(self.plot.drawn)))

    @Slot()
    def _forget_choice(self) -> None:
        self._chosen = None
        self._show_few()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what was not asked while hidden, and again what failed."""
        self.pulls.try_again()
        self._draw()
        super().showEvent(event)

    # ------------------------------------------------------------------------------------------------ texts, and room

    def retranslate(self) -> None:
        self.bar.set_start_texts(
            self.tr("Train three"),
            self.tr(
                "Train {0} on {1} images: with L2 (λ {2}), with L1 (λ {3}), and with L2 (λ {4}) and all images in each "
                "of 1,000 steps; those that are not among the runs shown"
            ).format(*self.said_of_experiments()),
        )
        self.plot.setToolTip(self.tr("A point for each weight, on the line if both pulls cancel; click one to see it"))
        self.arrows.setAccessibleName(self.tr("Arrows of a few weights"))
        self.arrows.setToolTip(
            self.tr(
                "Filled: where the training data pull a weight, −∂C₀/∂w; hollow: where the penalty pulls it. All in "
                "one scale, in millionths; their sum is −∂C/∂w."
            )
        )
        self.arrows.set_words(self.tr("Pulls, 10⁻⁶"), self.tr("data"), self.tr("penalty"))
        self.sheet.setAccessibleName(self.tr("Weights to choose from"))
        self.sheet.setToolTip(
            self.tr(
                "Click a weight to see its arrows, or go to it by the arrow keys; (1, 1) is the pixel at the top left. "
                "Red is positive, blue negative."
            )
        )
        self.other.set_texts(self.tr("Another weight"), self.tr("Show another weight at random"))
        self.back.set_texts(self.tr("Back"), self.tr("No longer show the chosen weight"))
        super().retranslate()


def _examples(tug: TugOfWar) -> list[int]:
    return [tug.example(rank) for rank in _RANKS]


def in_force(pulls: Pulls, run: DrawnRun) -> Experiment:
    """Return the experiment with which a run went on from the epoch that was asked about.

    For its newest network that is the present one: a slider moved in mid-run changes the penalty's pull at once.
    """
    history, epoch = pulls.history, pulls.record.epoch
    is_newest = pulls.record is history.newest or (run.live and run.epoch is None)
    experiment = history.current_experiment if is_newest else history.experiment_after(epoch)
    return with_fallen_rate(experiment, history, epoch)
