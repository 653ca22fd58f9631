"""Four steps that a lecturer can follow to the answer."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnreg_gui.pages.guide import CONFUSION, LARGE_ROTATIONS, SMALL_ROTATIONS, TURN, Guide
from nnreg_gui.widgets.step_button import StepButton


class GuidedPath(QWidget):
    """Places a button for each step.

    Signals:
        chosen: a step was pressed, 1 to 4.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = {step: StepButton(step) for step in (TURN, SMALL_ROTATIONS, LARGE_ROTATIONS, CONFUSION)}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for step, button in self.steps.items():
            self._row.addWidget(button)
            button.clicked.connect(self._chooser(step))
        self._done: set[int] = set()
        self._current = 0
        self.retranslate()

    def show_guide(self, guide: Guide) -> None:
        """Show where the guide is."""
        self._done, self._current = set(guide.done), guide.step
        self._show_states()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        texts = {
            TURN: (
                self.tr("Turn an upright-trained 6"),
                self.tr("Upright"),
                self.tr("a 6 is turned before a network that was trained on upright digits only."),
            ),
            SMALL_ROTATIONS: (
                self.tr("Train with ±15°"),
                "±15°",
                self.tr("every training image is turned by up to 15° to either side."),
            ),
            LARGE_ROTATIONS: (
                self.tr("Train with ±180°"),
                "±180°",
                self.tr("every training image is turned by any angle."),
            ),
            CONFUSION: (
                self.tr("Look at the confusion"),
                self.tr("Confusion"),
                self.tr("how often the network that was trained with ±180° takes a 6 for a 9, and a 9 for a 6."),
            ),
        }
        for step, button in self.steps.items():
            button.set_texts(*texts[step])
        self._share_width()
        self._show_states()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
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

    def _chooser(self, step: int) -> Callable[[], None]:
        return lambda: self.chosen.emit(step)
