"""What does augmentation do to digits? A sheet of them, every kind alone, and whether the labels are still right."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.questions import Question, ValidationQuestion
from nnreg_gui.pages.augmentation.digit_sheet import DigitSheet
from nnreg_gui.pages.augmentation.kind_strip import KindStrip
from nnreg_gui.pages.augmentation.label_check import LabelCheck
from nnreg_gui.pages.augmentation.ready_settings import ReadySettings
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.trained_runs import shown_run
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

_LOW, _NARROW = 20, 40  # in lines of text: lower or narrower pages show one view at a time


class AugmentationPage(AskingPage):
    """Places the conclusion, the ready settings, the sheet with the label check beside it, and the strip of one kind.

    Signals:
        chosen: carries the `AugmentationSpec` that the user has chosen among the ready settings.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits: Split | None = None
        self._asked: Question | None = None  # for the digits
        self.ready, self.choice = ReadySettings(), SegmentedChoice()
        self.sheet, self.check, self.strip = DigitSheet(), LabelCheck(self.conclusion), KindStrip()
        self._views: dict[str, QWidget] = {"sheet": self.sheet, "check": self.check, "strip": self.strip}
        self._rows = QVBoxLayout(self)
        self._place()
        self.ready.chosen.connect(self.chosen)
        self.choice.changed.connect(self.fit)
        self.check.asked.connect(self.asked)
        self.sheet.digit_chosen.connect(self.strip.set_digit)
        self.retranslate()

    def _place(self) -> None:
        head, body = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.ready, 1)
        head.addWidget(self.choice)
        body.setSpacing(16)
        body.addWidget(self.sheet, 2)
        body.addWidget(self.check, 1)
        self._rows.setContentsMargins(8, 8, 8, 4)
        self._rows.setSpacing(8)
        self._rows.addWidget(self.conclusion)
        self._rows.addLayout(head)
        self._rows.addLayout(body)
        self._rows.addWidget(self.strip)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Measure the newest network of the selected run, or of the newest one that is trained."""
        self.check.show_run(shown_run(runs))

    @Slot(object)
    def set_augmentation(self, augmentation: AugmentationSpec) -> None:
        """Show what this does, with the same draw as before."""
        if not augmentation.elastic_alpha:  # then its smoothness makes no difference
            augmentation = replace(augmentation, elastic_sigma=AugmentationSpec().elastic_sigma)
        self.ready.set_augmentation(augmentation)
        self.sheet.set_augmentation(augmentation)
        self.check.set_augmentation(augmentation)
        self.strip.follow(augmentation)

    @Slot(object, float)
    def take_progress(self, question: Question, share: float) -> None:
        """Show how far a question is."""
        self.check.take_progress(question, share)

    @Slot(object, object)
    def take_answer(self, question: Question, answer: object) -> None:
        """Give an answer to whoever asked."""
        if question is self._asked and isinstance(answer, Split):
            self._asked, self._digits = None, answer
            self.sheet.set_digits(answer)
            self.check.set_digits(answer)
        self.check.take_answer(question, answer)

    @Slot(object, object)
    def take_failure(self, question: Question, problem: Exception) -> None:
        """Tell whoever asked that there is no answer; the digits are asked for when the page is opened again."""
        if question is self._asked:
            self._asked = None
            self.sheet.set_problem(problem)
        self.check.take_failure(question, problem)

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        self.choice.set_choices(
            [
                ("sheet", self.tr("Sheet"), self.tr("Digits, each beside what augmentation makes of it")),
                ("check", self.tr("Labels"), self.tr("Whether a trained network reads augmented digits correctly")),
                ("strip", self.tr("Kinds"), self.tr("Every kind of augmentation, or one alone over its whole range")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the digits when the page is seen first."""
        super().showEvent(event)
        if self._digits is None and self._asked is None:
            self.sheet.set_problem(None)
            self._asked = ValidationQuestion(purpose="validation for augmentation")
            self.asked.emit(self._asked)

    @Slot()
    def fit(self) -> None:
        """Show one view at a time where there is no room for all."""
        em = self.fontMetrics().height()
        small = self.height() < _LOW * em or self.width() < _NARROW * em
        self.choice.setVisible(small)
        for name, view in self._views.items():
            view.setVisible(not small or name == self.choice.value())
        for row, (views, stretch) in enumerate((((self.sheet, self.check), 13), ((self.strip,), 4)), 2):
            self._rows.setStretch(row, 0 if all(view.isHidden() for view in views) else stretch)
