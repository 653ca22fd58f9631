"""What stands above the views of the page about 6 and 9: question, lesson, choice of a view, training."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.rotation.exercise_question import ExerciseQuestion
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.pages.rotation.pair_chooser import PairChooser
from nnreg_gui.pages.rotation.rotation_runs import EXPERIMENTS, ROTATIONS
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.panels.experiment_text import architecture_text
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

ONE, ALL, CONFUSED = "one", "all", "confused"
_VIEWS = (ONE, ALL, CONFUSED)


class RotationHead(FittingWidget):
    """Places the question above the choice, the button that begins the lesson about it, and the training.

    Args:
        bar: starts the training.

    Signals:
        lesson_wanted: the user wants to be led to the answer.
        view_chosen: the user chose another view: `ONE`, `ALL` or `CONFUSED`.
    """

    lesson_wanted = Signal()
    view_chosen = Signal(str)

    def __init__(self, bar: SearchBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.lesson, self.choice, self.bar = ExerciseQuestion(), Button("A"), SegmentedChoice(), bar
        self._remarks = Paragraph()
        self.pair, self._pair = PairChooser(), SIX_AND_NINE
        self._experiments: tuple[Experiment, ...] = EXPERIMENTS
        self.pair.hide()
        column(
            self.question,
            row(self.choice, self.pair, STRETCH, self.lesson, bar, spacing=12),
            self._remarks,
            parent=self,
            spacing=6,
        )
        self.lesson.clicked.connect(self.lesson_wanted)
        self.choice.changed.connect(self.view_chosen)
        give_digits(self.choice, _VIEWS, self)
        self.retranslate()

    def set_pair(self, pair: Pair, experiments: tuple[Experiment, ...]) -> None:
        """Offer to choose other classes where there are no 6 and 9; `experiments` are what the bar trains."""
        self.pair.show_pair(pair)
        if (pair, experiments) != (self._pair, self._experiments):
            self._pair, self._experiments = pair, experiments
            self.question.set_pair(pair, is_mnist=experiments[0].data.dataset.is_mnist)
            self.pair.setVisible(not pair.is_six_and_nine)
            self.lesson.setVisible(pair.is_six_and_nine)
            self.retranslate()

    def view(self) -> str:
        """Return the chosen view."""
        return self.choice.value()

    def say(self, remarks: str) -> None:
        """Say what is not as it should be; "" if nothing is."""
        self._remarks.setText(remarks)
        self._remarks.setVisible(bool(remarks))

    def retranslate(self) -> None:
        everything = self.tr("All sixes and nines") if self._pair.is_six_and_nine else self.tr("All of both")
        whole = (self.tr("One digit"), everything, self.tr("Confusion"))
        short = (self.tr("One"), self.tr("All"), self.tr("Confusion"))
        tool_tips = (
            self.tr("Turn one digit by hand, and see what the network reads."),
            self.tr("What the runs call all sixes and nines of the validation set, at every angle.")
            if self._pair.is_six_and_nine
            else self.tr("What the runs call both classes of the validation set, at every angle."),
            self.tr("Which validation digits are taken for which."),
        )
        texts = zip(_VIEWS, short if self.compact else whole, tool_tips, strict=True)
        self.choice.set_choices([(view, text, f"{tip} ({key})") for key, (view, text, tip) in enumerate(texts, 1)])
        self.choice.setAccessibleName(self.tr("View"))
        self.lesson.set_texts(
            self.tr("Lesson") if self.compact else self.tr("Find out step by step"),
            self.tr("Begin a short lesson, which asks first, trains three networks, and says what came out"),
        )
        train = self.tr("{0} images, {1}, {2} epochs, rotated by {3}; those that are missing, listed as runs")
        self.bar.set_start_texts(
            self.tr("Train") if self.compact else self.tr("Train to compare"),
            train.format(
                whole_text(self._experiments[0].data.training_images),
                architecture_text(self._experiments[0]),
                whole_text(self._experiments[0].training.epochs),
                ", ".join(f"±{rotation}°" for rotation in ROTATIONS),
            ),
        )
