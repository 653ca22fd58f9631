"""What stands above the views of the page about 6 and 9: the question, the path to its answer, the choice of a view."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QWidget

from nnreg_gui.pages.rotation.exercise_question import ExerciseQuestion
from nnreg_gui.pages.rotation.guide import Guide
from nnreg_gui.pages.rotation.guided_path import GuidedPath
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

ONE, ALL, CONFUSED = "one", "all", "confused"
_LOW, _NARROW = 22, 52  # lines of text: on lower or narrower pages it takes less room
_RESOLUTION = 1000
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class RotationHead(QWidget):
    """Places the question, the steps, the choice, the message, and in details what a step has shown.

    Signals:
        step_chosen: the user pressed a step of the path, 1 to 4.
        view_chosen: the user chose another view: `ONE`, `ALL` or `CONFUSED`.
    """

    step_chosen = Signal(int)
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.path, self.choice = ExerciseQuestion(), GuidedPath(), SegmentedChoice()
        self._sentence, self._bar = QLabel(wordWrap=True), QProgressBar(textVisible=False)
        self._seen = QLabel(wordWrap=True)
        self._details = Details(self._seen)
        self._low = self._narrow = False
        self._step = 0
        self._bar.setRange(0, _RESOLUTION)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._place()
        self.path.chosen.connect(self.step_chosen)
        self.choice.changed.connect(self.view_chosen)
        self.retranslate()

    def view(self) -> str:
        """Return the chosen view."""
        return self.choice.value()

    def set_view(self, view: str) -> None:
        """Choose a view."""
        self.choice.set_value(view)

    def show_guide(self, guide: Guide, sentence: str, seen: str, share: float | None) -> None:
        """Show where the guide is, what it says or has found, and how much (0…1) is done of what it waits for."""
        self.path.show_guide(guide)
        is_new = bool(sentence) != bool(self._sentence.text())
        self._sentence.setText(sentence)
        self._seen.setText(seen)
        self._bar.setVisible(share is not None)
        self._bar.setValue(round(_RESOLUTION * (share or 0.0)))
        if guide.step != self._step or is_new:
            self._step = guide.step
            self._arrange()

    def fit(self, width: int, height: int) -> None:
        """Leave most of a page of this size to its view."""
        em = self.fontMetrics().height()
        self._low, narrow = height < _LOW * em, width < _NARROW * em
        self.question.set_brief(self._low and narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()
            self.retranslate()
        self._arrange()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        one = self.tr("One") if self._narrow else self.tr("One digit")
        every = self.tr("All") if self._narrow else self.tr("All sixes and nines")
        self.choice.set_choices(
            [
                (ONE, one, self.tr("Turn one digit by hand, and see what the network reads.")),
                (ALL, every, self.tr("What the runs call all sixes and nines of the validation set, at every angle.")),
                (CONFUSED, self.tr("Confusion"), self.tr("Which validation digits are taken for which.")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))
        self._bar.setAccessibleName(self.tr("How far the step is"))
        self._bar.setToolTip(self.tr("How far the step is"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _place(self) -> None:
        """Put the choice beside the steps on a narrow page, and give the sentence the whole width."""
        for widget in (self.question, self.path, self.choice, self._sentence, self._bar, self._details):
            self._grid.removeWidget(widget)
        self._grid.addWidget(self.question, 0, 0, 1, 3)
        if self._narrow:
            self._grid.addWidget(self.path, 1, 0)
            self._grid.addWidget(self.choice, 1, 1, 1, 2)
            self._grid.addWidget(self._sentence, 2, 0, 1, 2)
        else:
            self._grid.addWidget(self.path, 1, 0, 1, 3)
            self._grid.addWidget(self.choice, 2, 0, _CENTRE)
            self._grid.addWidget(self._sentence, 2, 1)
        self._grid.addWidget(self._bar, 2, 2, _CENTRE)
        self._grid.addWidget(self._details, 3, 0, 1, 3)

    def _arrange(self) -> None:
        """Let the message about a step replace the question on a low page."""
        em, told = self.fontMetrics().height(), self._step != 0 and bool(self._sentence.text())
        self.question.setVisible(not self._low or not told)
        self._sentence.setVisible(not self._low or told)
        self._sentence.setMinimumHeight(0 if self._low else 2 * em)  # the view must not jump when it appears
        self._bar.setFixedHeight(2 * em // 3)
        self._bar.setMinimumWidth(4 * em)
        self._bar.setMaximumWidth(10 * em)
