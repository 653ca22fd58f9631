"""What the views of real networks share: which runs these are, and training the missing ones."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.pages.compared_runs import left_out_text
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.trained_runs import data_set_of, known_runs, missing, of_one_data_set, on_data_set
from nnreg_gui.pages.trial import Trial
from nnreg_gui.pages.trial_sentences import remarks_about
from nnreg_gui.panels.experiment_text import architecture_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.plot import Plot
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.texts import significant_text, whole_text


class PairView(FittingWidget):
    """Draws runs, a pair or one, and says what was measured of them.

    Args:
        trial: trains what is missing.
        conclusion: where the page states what it shows.

    Attributes:
        experiments: those that it trains on MNIST; on other digits, those nearest to them.
        bar: starts the training; the page places it.
    """

    experiments: tuple[Experiment, ...]

    def __init__(self, trial: Trial, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self._conclusion = trial, conclusion
        self._runs: Sequence[DrawnRun] = ()
        self._chosen_data_set = MNIST
        self._incomparable = ""  # which runs are not drawn, and why
        self._all_hidden_text = ""
        self._said: object = None  # the state of the runs that it last said something about
        self._plots: Sequence[Plot] = ()  # that can be zoomed
        self.bar, self._sentence, self._remarks = SearchBar(trial), Paragraph(), Paragraph()
        self.bar.start_pressed.connect(self._start)
        trial.changed.connect(self._say)

    def _draw(self) -> None:
        """Find what to draw among the runs, and draw it."""
        raise NotImplementedError

    @Slot()
    def _say(self) -> None:
        """Say what there is to see, or what there will be."""
        raise NotImplementedError

    def _wanted(self) -> tuple[Experiment, ...]:
        """Return what to train on the data set of the runs; before there is any, on the one that is chosen."""
        return on_data_set(self.experiments, self._data_set)

    @property
    def _data_set(self) -> DataSet:
        return data_set_of(self._runs[0]) if self._runs else self._chosen_data_set

    def set_data_set(self, data_set: DataSet) -> None:
        """Take the chosen data set."""
        before, self._chosen_data_set = self._data_set, data_set
        if self._data_set != before:
            self.retranslate()

    def said_of_experiments(self) -> list[str]:
        """Return what a tool tip says of them: the layers, the number of images, and the λ of each."""
        experiments = self._wanted()
        lambdas = [significant_text(one.regularization.lambda_) for one in experiments]
        return [architecture_text(experiments[0]), whole_text(experiments[0].data.training_images), *lambdas]

    def show_runs(self, runs: Sequence[DrawnRun], hidden_text: str) -> None:
        """Draw these runs, as far as they can be compared; `hidden_text` says that all runs are hidden, if so."""
        before, kept = self._data_set, of_one_data_set(runs)
        self._runs, self._all_hidden_text = kept, hidden_text
        self._incomparable = left_out_text(runs, kept)
        if self._data_set != before:
            self.retranslate()  # the button trains others
        self._trial.leave_out(known_runs(kept))
        self._draw()
        said = (
            hidden_text,
            self._incomparable,
            *(
                (run.history, run.number, run.epoch, len(run.history), run.history.current_experiment, run.live)
                for run in kept
            ),
        )
        if said != self._said:
            self._said = said
            self._say()

    def retranslate(self) -> None:
        """Say everything in the present language; views name their own parts first."""
        self._draw()
        self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """Restore this view's conclusion, which another view may have replaced."""
        super().showEvent(event)
        self._say()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in every picture."""
        for plot in self._plots:
            plot.show_whole()

    @Slot()
    def _start(self) -> None:
        self._trial.start(Search(self._wanted(), networks=True), known_runs(self._runs))

    def _say_below(self, sentences: Sequence[str], remark: str = "") -> None:
        """Say what was measured, and what is not as it should be: here, and in the training."""
        self.bar.button.setEnabled(bool(missing(self._runs, self._wanted())) or self._trial.running)
        self._sentence.setText(" ".join(sentences))
        self._remarks.setText(" ".join(filter(None, [remark, self._incomparable, *remarks_about(self._trial)])))
        self._remarks.setVisible(bool(self._remarks.text()))
