"""What all pages share: they draw runs, and some ask about them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.fitting_widget import FittingWidget

if TYPE_CHECKING:
    from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
    from nnreg_gui.engine.scenarios import Scenario
    from nnreg_gui.pages.search_bar import SearchBar
    from nnreg_gui.pages.services import Services  # not at startup, which it would slow down
    from nnreg_gui.pages.setting import Setting, Value
    from nnreg_gui.widgets.segmented_choice import SegmentedChoice


class Page(FittingWidget):
    """Places plots for one question that a lecturer asks.

    Signals:
        view_changed: the user looks at another of its views, which may show a run where the previous one did not.
        experiment_chosen: carries the `Experiment` to choose.
        augmentation_chosen: carries the `AugmentationSpec` to choose.
        stopping_chosen: carries the `StoppingSpec` to choose.
        run_trained: carries a finished `RunHistory` to add to the list of runs.
        repeats_trained: carries some that differ only in the seed, to add there as one entry.
        trial_ended: what the page had trained for itself has ended, or been cancelled.
        page_wanted: carries the key of the page to show.
        lesson_wanted: carries the name of the lesson to begin, one that comes with the program.
        logarithmic_changed: whether its axis of epochs is logarithmic now, so that the switch may follow.

    Attributes:
        conclusion: what the page shows, in one sentence above everything else; each page places it.
        alone: whether it depends on neither the experiment nor the runs.
        all_hidden: whether there are runs, but the user wants none of them drawn.
        shows_training: whether it shows anything of a run in progress; if not, the space bar plays the page.
        shows_validation: whether it shows what was measured on validation images; a lesson that asks first hides it.
        view_choice: where the user chooses a view; None if there is only one.
    """

    view_changed = Signal()
    experiment_chosen = Signal(object)
    augmentation_chosen = Signal(object)
    stopping_chosen = Signal(object)
    run_trained = Signal(object)
    repeats_trained = Signal(object)
    trial_ended = Signal()
    page_wanted = Signal(str)
    lesson_wanted = Signal(str)
    logarithmic_changed = Signal(bool)
    alone = False
    all_hidden = False
    shows_training = True
    shows_validation = True
    view_choice: "SegmentedChoice | None" = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conclusion = Conclusion()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw these runs, up to 30 times a second."""
        raise NotImplementedError

    @Slot(object)
    def set_experiment(self, experiment: "Experiment") -> None:
        """Take the chosen experiment."""

    @Slot(object)
    def set_augmentation(self, augmentation: "AugmentationSpec") -> None:
        """Take the augmentation that is chosen, or that a slider is being dragged over."""

    def set_scenarios(self, scenarios: "Sequence[Scenario]", language: str) -> None:
        """Take the experiments whose figures were published, and the language that names these."""

    def hidden_text(self) -> str:
        """Say why nothing is drawn when all runs are hidden."""
        return QCoreApplication.translate("Page", "All runs are hidden: check one in the list below, or press H.")

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in every picture that was zoomed."""

    def play(self) -> bool:
        """Play what the user is looking at, or pause it; return whether there is anything to play."""
        return False

    def retranslate(self) -> None:
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------- what a lesson may do

    @property
    def views(self) -> tuple[str, ...]:
        """The names of its views; none if it has only one."""
        return tuple(self.view_choice.names()) if self.view_choice is not None else ()

    @property
    def present_view(self) -> str:
        """The name of the view that is open; "" if there is only one."""
        return self.view_choice.value() if self.view_choice is not None else ""

    def open_view(self, name: str) -> None:
        """Open one of `views`, as the user does.

        Raises:
            KeyError: there is no such view.
        """
        if self.view_choice is None:
            raise KeyError(name)
        self.view_choice.set_value(name)

    def search_bar(self) -> "SearchBar | None":
        """Return the bar whose button S presses now; None if S trains nothing here."""
        return None

    def train_missing(self) -> bool:
        """Train what the present view needs and does not have yet, as S does; return whether anything is in training.

        `trial_ended` follows.
        """
        bar = self.search_bar()
        return bar is not None and bar.start()

    def settings(self) -> Mapping[str, "Setting"]:
        """Return its controls that a lesson may set, by name."""
        return {}

    def set_setting(self, name: str, value: "Value") -> None:
        """Set a control, as the user does.

        Raises:
            KeyError: there is no such setting, or no such choice.
        """
        self.settings()[name].set(value)


class AskingPage(Page):
    """A page that asks about networks, or trains some.

    Args:
        services: answers its questions.
    """

    def __init__(self, services: "Services", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
