"""How do L1 and L2 shrink weights? One weight, two networks, biases, a tug of war, each in its own view."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.pages.shrinking.biases_view import BiasesView
from nnreg_gui.pages.shrinking.one_weight_view import OneWeightView
from nnreg_gui.pages.shrinking.pair_view import PairView
from nnreg_gui.pages.shrinking.tug_view import TugView
from nnreg_gui.pages.shrinking.two_networks_view import TwoNetworksView
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.room import tell_room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.view_stack import ViewStack

ONE, NETWORKS, BIASES, TUG = _VIEWS = "one", "networks", "biases", "tug"
_View = OneWeightView | PairView


class ShrinkingPage(AskingPage):
    """Places the conclusion, and the choice of a view with its training, above the view."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._runs: Sequence[DrawnRun] = ()
        self._data_set = MNIST
        self.choice = self.view_choice = SegmentedChoice()
        self._head = row(self.choice, STRETCH, spacing=12)
        self._views: ViewStack[_View] = ViewStack(
            {
                ONE: lambda: OneWeightView(self.conclusion),
                NETWORKS: lambda: self._made(TwoNetworksView),
                BIASES: lambda: self._made(BiasesView),
                TUG: lambda: self._made(lambda *places: TugView(services.questions, *places)),
            }
        )
        column(self.conclusion, self._head, (self._views, 1), parent=self, spacing=6, margins=PAGE_MARGINS)
        give_digits(self.choice, _VIEWS, self)
        self.retranslate()
        self.choice.changed.connect(self._open)
        self._open(ONE)

    def _made(self, kind: Callable[[Trial, Conclusion], PairView]) -> PairView:
        trial = Trial(self.services.searches, "shrinking", self)
        trial.run_found.connect(self.run_trained)
        trial.ended.connect(self.trial_ended)
        view = kind(trial, self.conclusion)
        view.set_data_set(self._data_set)
        self._head.addWidget(view.bar)
        tell_room(view.bar, self.room)
        return view

    @property
    def one(self) -> OneWeightView:
        """The view of weights without data."""
        return cast(OneWeightView, self._views.view(ONE))

    @property
    def networks(self) -> TwoNetworksView:
        """The view of a network with L1 and one with L2."""
        return cast(TwoNetworksView, self._views.view(NETWORKS))

    @property
    def biases(self) -> BiasesView:
        """The view of two networks that differ in the penalty on biases."""
        return cast(BiasesView, self._views.view(BIASES))

    @property
    def tug(self) -> TugView:
        """The view of what pulls at the weights of a run."""
        return cast(TugView, self._views.view(TUG))

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw the runs that the visible view compares."""
        self._runs = runs
        view = self._views.view(self.choice.value())
        if isinstance(view, PairView):
            view.show_runs(runs, self.hidden_text() if self.all_hidden else "")

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen data set."""
        self._data_set = experiment.data.dataset
        for view in self._views.built():
            if isinstance(view, PairView):
                view.set_data_set(self._data_set)

    @Slot()
    def show_whole(self) -> None:
        for view in self._views.built():
            view.show_whole()

    def play(self) -> bool:
        """Shrink the weights of the first view, or pause that."""
        if self.shows_training:
            return False
        self.one.play_or_pause()
        return True

    def search_bar(self) -> SearchBar | None:
        view = self._views.view(self.choice.value())
        return view.bar if isinstance(view, PairView) else None

    def settings(self) -> Mapping[str, Setting]:
        choices = self.one.choices
        return {
            "lambda_l2": setting(choices.lambda_l2),
            "lambda_l1": setting(choices.lambda_l1),
            "learning_rate": setting(choices.learning_rate),
            "images": setting(choices.training_images),
        }

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        networks = self.tr("Two") if self.compact else self.tr("Two networks")
        one = self.tr("One") if self.compact else self.tr("One weight")
        biases = self.tr("Biases") if self.compact else self.tr("Biases too?")
        tug = self.tr("Tug") if self.compact else self.tr("Tug of war")
        tool_tips = (
            self.tr("What L1 and L2 take from a weight, step by step, without any data (1)"),
            self.tr("The weights of a network that was trained with L1, and of one with L2 (2)"),
            self.tr("Two runs that differ only in whether biases are also penalized (3)"),
            self.tr("How hard data and penalty pull at each weight of the selected run (4)"),
        )
        texts = zip(_VIEWS, (one, networks, biases, tug), tool_tips, strict=True)
        self.choice.set_choices(list(texts))
        self.choice.setAccessibleName(self.tr("View"))

    @Slot(str)
    def _open(self, name: str) -> None:
        self._views.open(name)
        self.shows_training = name != ONE
        for view in self._views.built():
            if isinstance(view, PairView):
                view.bar.setVisible(view is self._views.currentWidget())
        self.show_runs(self._runs)
        self.view_changed.emit()
