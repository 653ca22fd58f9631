"""How L1 and L2 shrink a weight: its change over its size, and a set of weights that shrink step by step."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.shrinking import ShrinkingNumbers, ShrinkingWeights, drawn_weights
from nnreg_gui.pages.shrinking.sentences import conclude_weights, crossing_sentence, weights_sentence
from nnreg_gui.pages.shrinking.shrink_curves import ShrinkCurves
from nnreg_gui.pages.shrinking.shrinking_bars import ShrinkingBars
from nnreg_gui.pages.shrinking.shrinking_choices import ShrinkingChoices
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.texts import whole_text

WEIGHTS, SEED = 16, 1
MINI_BATCHES = 1_000  # of a step of the picture
MOST_STEPS = 40  # the lecture's runs have 400 epochs of 100 mini-batches each
_BETWEEN_STEPS = 120  # milliseconds


class OneWeightView(FittingWidget):
    """Places the numbers above, the curves beside the bars, and the buttons with the details below.

    Args:
        conclusion: where the page states what it shows.
    """

    def __init__(self, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self.choices, self.curves = ShrinkingChoices(), ShrinkCurves()
        self.l2, self.l1 = ShrinkingBars(), ShrinkingBars()
        self.step, self.many, self.back = Button("A"), Button("F"), Button("R")
        self._sentence = Paragraph()
        self.weights = ShrinkingWeights.at(drawn_weights(WEIGHTS, SEED))
        self._clock = QTimer(self)
        self._clock.setInterval(_BETWEEN_STEPS)
        self._clock.timeout.connect(self._take_step)
        self._place()
        self.choices.changed.connect(self._begin_anew)
        self.choices.moving.connect(self._show_numbers)
        for button, pressed in ((self.step, self._press_step), (self.many, self._press_many), (self.back, self._back)):
            button.clicked.connect(pressed)
        self.retranslate()

    def _place(self) -> None:
        bars, buttons = row(self.l2, self.l1, spacing=12), row(self.step, self.many, self.back, STRETCH, spacing=8)
        right = column((bars, 1), buttons, spacing=6)
        pictures = row((self.curves, 5), (right, 6), spacing=12)
        column(self.choices, (pictures, 1), Details(self._sentence), parent=self, spacing=6)

    @property
    def steps(self) -> int:
        """How many steps have been taken from the start."""
        return self.weights.mini_batches // MINI_BATCHES

    @property
    def playing(self) -> bool:
        """Whether it keeps taking steps."""
        return self._clock.isActive()

    def retranslate(self) -> None:
        step = self.tr("Let the penalties of {0} mini-batches act").format(whole_text(MINI_BATCHES))
        self.step.set_texts(self.tr("Step"), step)
        for bars in (self.l2, self.l1):
            bars.setToolTip(
                self.tr("Filled: the weights now; outlined: at the start; a ring marks what is nearer to 0 than 0.01")
            )
        back = self.tr("Back") if self.compact else self.tr("Back to the start")
        self.back.set_texts(back, self.tr("Give all weights the values that they began with"))
        self._name_many()
        self._show_numbers(self.choices.value())
        self._show_weights()
        self.fit()

    def fit(self) -> None:
        """Keep everything still when texts get longer."""
        em, metrics = self.fontMetrics().height(), self.fontMetrics()
        self._sentence.setMinimumHeight((1 if self.compact else 3) * metrics.lineSpacing())
        texts = self.tr("Many steps"), self.tr("Pause")
        self.many.setMinimumWidth(max(metrics.horizontalAdvance(text) for text in texts) + em)

    def showEvent(self, event: QShowEvent) -> None:
        """Restore this view's conclusion, which another view may have replaced."""
        super().showEvent(event)
        self._say(self.choices.value())

    def hideEvent(self, event: QHideEvent) -> None:
        """Take no steps while hidden."""
        super().hideEvent(event)
        self._stop()

    @Slot()
    def show_whole(self) -> None:
        """Show the whole picture again."""
        self.curves.show_whole()

    # ---------------------------------------------------------------------------------------------------------- steps

    def play_or_pause(self) -> None:
        """Take step after step, starting over once all are taken, or pause."""
        if self.steps >= MOST_STEPS:
            self._back()
        self._press_many()

    @Slot()
    def _press_step(self) -> None:
        self._stop()
        self._take_step()

    @Slot()
    def _press_many(self) -> None:
        if self.playing:
            self._stop()
        else:
            self._clock.start()
            self._name_many()

    @Slot()
    def _back(self) -> None:
        self._begin_anew(self.choices.value())

    @Slot(object)
    def _begin_anew(self, numbers: ShrinkingNumbers) -> None:
        """Go back to the start: what is shown must be the effect of these numbers alone."""
        self._stop()
        self.weights = ShrinkingWeights.at(self.weights.start)
        self._show_numbers(numbers)
        self._show_weights()

    @Slot()
    def _take_step(self) -> None:
        self.weights = self.weights.after(MINI_BATCHES, self.choices.value())
        if self.steps >= MOST_STEPS:
            self._stop()
        self._show_weights()

    def _stop(self) -> None:
        if self.playing:
            self._clock.stop()
            self._name_many()

    # -------------------------------------------------------------------------------------------------- what is shown

    def _name_many(self) -> None:
        text = self.tr("Pause") if self.playing else self.tr("Many steps")
        tool_tip = self.tr("Take step after step, as many as {0} mini-batches from the start, or pause")
        self.many.set_texts(text, tool_tip.format(whole_text(MOST_STEPS * MINI_BATCHES)))

    @Slot(object)
    def _show_numbers(self, numbers: ShrinkingNumbers) -> None:
        self.curves.show_numbers(numbers)
        self._say(numbers)

    def _show_weights(self) -> None:
        weights, more = self.weights, self.steps < MOST_STEPS
        text = self.tr("{0} after {1} mini-batches") if weights.mini_batches else self.tr("{0} at the start")
        for bars, name, now in ((self.l2, "L2", weights.l2), (self.l1, "L1", weights.l1)):
            bars.set_title(
                text.format(name, whole_text(weights.mini_batches)), f"{name}: {whole_text(weights.mini_batches)}"
            )
            bars.show_weights(weights.start, now)
        self._say(self.choices.value())
        self.step.setEnabled(more)
        self.many.setEnabled(more)
        self.back.setEnabled(weights.mini_batches > 0)

    def _say(self, numbers: ShrinkingNumbers) -> None:
        if self.isVisible():
            conclude_weights(self._conclusion, self.weights, numbers)
        about_weights = weights_sentence(self.weights, numbers, MINI_BATCHES)
        self._sentence.setText(f"{crossing_sentence(numbers)} {about_weights}")
