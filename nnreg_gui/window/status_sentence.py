"""The sentence above the list of runs: what just happened, or what there is to see."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.scenarios import Scenario
from nnreg_gui.pages.outcome import outcome_text
from nnreg_gui.pages.run_figures import figures_of
from nnreg_gui.pages.runs.repeats_outcome import repeats_outcome_text
from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.running.mailboxes import SECONDS_OF_SILENCE
from nnreg_gui.running.questions import QuestionQueue
from nnreg_gui.running.side_by_side import SideBySide, State
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.texts import percent_text, whole_text
from nnreg_gui.window.appearance import Appearance
from nnreg_gui.window.page_tabs import PageTabs
from nnreg_gui.window.repeated_training import RepeatedTraining

_FIRST = Experiment()


class StatusSentence(ElidedLabel):
    """Asks the objects it speaks of whenever it is refreshed."""

    def __init__(
        self,
        control: SideBySide,
        questions: QuestionQueue,
        repeats: RepeatedTraining,
        run_list: RunList,
        tabs: PageTabs,
        scenarios: Sequence[Scenario],
        appearance: Appearance,
    ) -> None:
        super().__init__()
        self._control, self._questions, self._repeats = control, questions, repeats
        self._run_list, self._tabs = run_list, tabs
        self._scenarios, self._appearance = scenarios, appearance
        self._loaded: Scenario | None = None  # the scenario chosen last, until something else happens
        self._learns_by_heart = True  # what is chosen, as we know
        self._cut_at = 0  # the epoch at which the choice ended a run; 0 if it ended none

    @Slot(object)
    def set_experiment(self, experiment: Experiment) -> None:
        """Take what is chosen: we promise only what we know of the experiment that the program starts with."""
        self._learns_by_heart = replace(experiment, seed=_FIRST.seed).essence == _FIRST.essence

    def note_scenario(self, scenario: Scenario) -> None:
        """Speak of a chosen scenario."""
        self._loaded = scenario
        self.refresh()

    def note_cut(self, epoch: int) -> None:
        """Say, too, that the choice ended a run at this epoch; 0 if it ended none."""
        self._cut_at = epoch
        self.refresh()

    def forget(self) -> None:
        """Stop speaking of the choice: something else has happened."""
        self._loaded, self._cut_at = None, 0

    def refresh(self) -> None:
        """Say how things stand now."""
        text = self._silence() or self._what_goes_on_or_is_seen()
        if self._cut_at:
            cut = self.tr("The run was stopped at epoch {0} and stays in the list.").format(whole_text(self._cut_at))
            text = f"{cut} {text}"
        self.setText(text)

    def _silence(self) -> str:
        """Say that an engine does not answer, if that is so."""
        if self._control.silent:
            return self.tr(
                "The training has not answered for {0} s: wait, or end it with Stop (Esc); the curves so far are kept."
            ).format(SECONDS_OF_SILENCE)
        if self._questions.silent:
            return self.tr(
                "The measuring has not answered for {0} s: wait, or end all that goes on with Stop (Esc)."
            ).format(SECONDS_OF_SILENCE)
        return ""

    def _what_goes_on_or_is_seen(self) -> str:
        history, in_sight = self._run_list.selected(), self._tabs.shows_training
        if self._repeats.going_on:
            return self._repeats.sentence()
        if self._loaded is not None:
            text = self.tr("{0}: press Space to train it.") if in_sight else self.tr("{0}: press Start to train it.")
            return text.format(self._loaded.title[self._appearance.language])
        if history is not None and not self._tabs.page.shows_validation:
            return self._of_training(history)
        if repeats := self._run_list.selected_repeats():
            return repeats_outcome_text(repeats)
        if history is not None:
            return " ".join(filter(None, (self._finding(history), outcome_text(history))))
        if not self._learns_by_heart:
            return self.tr("Ready: press Space to train.") if in_sight else self.tr("Ready: press Start to train.")
        if in_sight:
            return self.tr("Ready: press Space, and a network learns 1,000 digits by heart.")
        return self.tr("Ready: press Start, and a network learns 1,000 digits by heart.")

    def _of_training(self, history: RunHistory) -> str:
        """Say how the selected run stands, but nothing about validation images."""
        figures = figures_of(self._run_list.selected_repeats() or (history,))
        if "training_accuracy" not in figures:
            return ""
        text = self.tr("{0} of the training images are recognized.")
        return text.format(percent_text(figures["training_accuracy"].mean))

    def _finding(self, history: RunHistory) -> str:
        """Return what there is to see in a scenario's finished run: earlier, it would give away the answer."""
        experiment = history.experiment
        if self._control.state is not State.IDLE or history.changes or history.epochs_done < experiment.training.epochs:
            return ""
        texts = (
            one.look_at[self._appearance.language]
            for one in self._scenarios
            if one.experiment.essence == experiment.essence
        )
        return next(texts, "")
