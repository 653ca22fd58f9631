"""Is the label still right? What a trained network takes augmented validation digits for, class by class."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QProgressBar, QStackedWidget, QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions.question import confusion_matrix
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.augmentation.class_bars import ClassBars
from nnreg_gui.pages.augmentation.label_sentences import (
    ask,
    class_accuracies,
    conclude,
    label_sentences,
    total_sentence,
)
from nnreg_gui.pages.augmentation.latest_labels import Labels, LatestLabels
from nnreg_gui.pages.trained_runs import data_set_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row

_SIDE_BY_SIDE = 1.7  # widths, in heights, from which the words stand beside the bars
_RESOLUTION = 1000


class LabelCheck(FittingWidget):
    """Places the accuracies of all classes, for originals and augmented digits; the worst pairs are details.

    Args:
        questions: answers its questions.
        conclusion: where the page states what it shows.
    """

    def __init__(self, questions: Questions, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._digits: Split | None = None
        self._data_set = MNIST
        self._run: DrawnRun | None = None
        self._why_none = ""
        self._augmentation = AugmentationSpec()
        self._told: Labels | None = None
        self._labels = LatestLabels(questions, self)
        self._title, self._bar = ElidedLabel(), QProgressBar(textVisible=False)
        self._total, self.bars, self._words = ElidedLabel(), ClassBars(), QLabel(wordWrap=True)
        self._empty, self._views = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter), QStackedWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._place()
        self._labels.changed.connect(self._show)
        self.retranslate()

    def _place(self) -> None:
        bold = QFont()
        bold.setBold(True)
        for label in (self._title, self._total):
            label.setFont(bold)
        self._bar.setRange(0, _RESOLUTION)
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # the title must not move when measuring begins
        self._bar.setSizePolicy(kept)
        found = QWidget()
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._parts.setSpacing(8)
        self._parts.addWidget(self.bars, 1)
        self._parts.addWidget(Details(self._total, self._words))
        column((self._parts, 1), parent=found, spacing=4)
        self._views.addWidget(self._empty)
        self._views.addWidget(found)
        column(row((self._title, 1), self._bar), (self._views, 1), parent=self, spacing=4)

    def set_digits(self, digits: Split | None, data_set: DataSet = MNIST) -> None:
        """Take the validation digits that the answers are about, and what data set they are of."""
        if digits is not self._digits:
            self._digits, self._data_set = digits, data_set
            self._told = None
            self._show()
            self._ask()

    def set_augmentation(self, augmentation: AugmentationSpec) -> None:
        """Measure digits that are changed like this."""
        if augmentation != self._augmentation:
            self._augmentation = augmentation
            self._labels.try_again()
            self._ask()

    def show_run(self, run: DrawnRun | None, why_none: str) -> None:
        """Measure the newest network of this run, which is trained; None: there is none.

        Args:
            run: the run.
            why_none: what to say if there is none, other than that it takes one.
        """
        before = self._run.history if self._run is not None else None, self._why_none
        self._run, self._why_none = run, why_none
        if (run.history if run is not None else None, why_none) != before:
            self._labels.try_again()
            self._show()
        self._ask()

    def retranslate(self) -> None:
        self._title.setText(self.tr("Is the label still right?"))
        self._bar.setAccessibleName(self.tr("How much is measured"))
        self._bar.setToolTip(self.tr("How much of the validation digits is measured"))
        self._told = None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what did not matter while this view was hidden."""
        super().showEvent(event)
        self._labels.try_again()
        self._ask()

    def fit(self) -> None:
        """Put the words beside the bars if the view is wide and low."""
        em, wide = self.fontMetrics().height(), self.width() > _SIDE_BY_SIDE * self.height()
        self._parts.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        self._parts.setStretch(0, 4 if wide else 1)
        self._parts.setStretch(1, 5 if wide else 0)
        self._bar.setFixedSize(4 * em, em // 2)

    def _ask(self) -> None:
        if self._run is None or self._digits is None or data_set_of(self._run) != self._data_set:
            return
        if self.isVisible():
            self._labels.want(self._run, self._augmentation)

    def _show(self) -> None:
        """Show the newest answer, or why there is none."""
        latest = self._labels
        self._bar.setVisible(latest.share is not None)
        self._bar.setValue(round(_RESOLUTION * (latest.share or 0.0)))
        newest = latest.newest if self._run is not None and latest.problem is None else None
        if newest is not None and (self._digits is None or newest.network.dataset != self._data_set):
            newest = None  # it is about other digits
        if newest is None:
            self._empty.setText(self._why_empty())
            ask(self._conclusion)
        elif newest is not self._told:
            self._tell(newest)
        self._views.setCurrentIndex(0 if newest is None else 1)
        self._told = newest

    def _why_empty(self) -> str:
        if self._labels.problem is not None:
            return problem_text(self._labels.problem)
        if self._run is None:
            return self._why_none or self.tr(
                "Here you will see what a trained network reads augmented digits as. It needs a trained network: press "
                "Space to train one."
            )
        return self.tr("The network reads the validation digits, originals and augmented.")

    def _tell(self, labels: Labels) -> None:
        assert self._digits is not None
        split = self._digits
        originals, changed = (
            confusion_matrix(split.labels, one, split.classes) for one in (labels.upright, labels.changed)
        )
        accuracies = class_accuracies(originals), class_accuracies(changed)
        self.bars.show_accuracies(*accuracies, labels.run.number, self._data_set.classes)
        self._total.setText(total_sentence(originals, changed))
        self._words.setText("\n".join(label_sentences(originals, changed, labels.run, self._data_set.classes)))
        if labels.augmentation.is_off:
            ask(self._conclusion)
        else:
            conclude(self._conclusion, originals, changed, labels.run)
