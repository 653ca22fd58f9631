"""The steps of a path as buttons in a row."""

from collections.abc import Collection, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.step_button import StepButton

translate = QCoreApplication.translate


class StepRow(FittingWidget):
    """Places a button for each step; subclasses say what the steps are.

    Signals:
        chosen: a step was pressed; carries its number.
    """

    chosen = Signal(int)

    def __init__(self, steps: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = {step: StepButton(step) for step in steps}
        self._done: frozenset[int] = frozenset()
        self._current = 0
        self._row = row(*self.steps.values(), parent=self)
        for step, button in self.steps.items():
            button.clicked.connect(partial(self.chosen.emit, step))
        self.retranslate()

    def texts(self) -> dict[int, tuple[str, str, str]]:
        """Return for each step its name, the same in a word or two, and what it does."""
        raise NotImplementedError

    def show_steps(self, done: Collection[int], current: int) -> None:
        """Show which steps are done, and where the path is now."""
        if (frozenset(done), current) != (self._done, self._current):
            self._done, self._current = frozenset(done), current
            self._show_states()

    def retranslate(self) -> None:
        texts = self.texts()
        for step, button in self.steps.items():
            button.name(*texts[step])
        self.fit()
        self._show_states()

    def fit(self) -> None:
        """Give each button a width in proportion to its text, enough for the whole text if all fit."""
        self._row.setSpacing(self.fontMetrics().height() // 2)
        gaps = self._row.spacing() * (len(self.steps) - 1)
        fit = sum(button.sizeHint().width() for button in self.steps.values()) + gaps <= self.width()
        for place, button in enumerate(self.steps.values()):
            self._row.setStretch(place, button.sizeHint().width() if fit else button.short_width())

    def _show_states(self) -> None:
        done_text, text = translate("StepRow", "Step {0} of {1}, done"), translate("StepRow", "Step {0} of {1}")
        for step, button in self.steps.items():
            done = step in self._done
            spoken = (done_text if done else text).format(step, len(self.steps))
            button.set_state(done=done, current=step == self._current, spoken=spoken)
