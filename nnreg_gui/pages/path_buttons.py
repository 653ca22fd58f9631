"""The steps of the book's path to λ, as buttons."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnreg_gui.pages.path_steps import DECADES, ONE, RATE, REFINE, PathSteps
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.step_button import StepButton


class PathButtons(FittingWidget):
    """Places a button for each step.

    Signals:
        chosen: a step was pressed, 1 to 4.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = {step: StepButton(step) for step in (RATE, ONE, DECADES, REFINE)}
        self._done: set[int] = set()
        self._current = 0
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for step, button in self.steps.items():
            self._row.addWidget(button)
            button.clicked.connect(partial(self.chosen.emit, step))
        self.retranslate()

    def show_path(self, path: PathSteps) -> None:
        """Show which steps are done, and which one is seen."""
        if (path.done, path.step) != (self._done, self._current):
            self._done, self._current = set(path.done), path.step
            self._show_states()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        texts = {
            RATE: (
                self.tr("λ = 0: find η"),
                "η",
                self.tr("learning rates from 0.025 to 5 are tried without a penalty."),
            ),
            ONE: (self.tr("Try λ = 1"), "λ = 1", self.tr("L2 with λ = 1 is compared with no penalty, at that η.")),
            DECADES: (
                self.tr("λ × 10 and ÷ 10"),
                "× ÷ 10",
                self.tr("powers of ten are tried until those on both sides of the best one are worse."),
            ),
            REFINE: (
                self.tr("Refine λ"),
                self.tr("Refine"),
                self.tr("a fifth to five times the best power of ten is tried."),
            ),
        }
        for step, button in self.steps.items():
            button.set_texts(*texts[step])
        self.fit()
        self._show_states()

    def fit(self) -> None:
        """Give each button width in proportion to its text, the whole one where all of them fit."""
        self._row.setSpacing(self.fontMetrics().height() // 2)
        gaps = self._row.spacing() * (len(self.steps) - 1)
        fit = sum(button.sizeHint().width() for button in self.steps.values()) + gaps <= self.width()
        for place, button in enumerate(self.steps.values()):
            self._row.setStretch(place, button.sizeHint().width() if fit else button.short_width())

    def _show_states(self) -> None:
        for step, button in self.steps.items():
            done = step in self._done
            spoken = self.tr("Step {0} of 4, done") if done else self.tr("Step {0} of 4")
            button.set_state(done=done, current=step == self._current, spoken=spoken.format(step))
