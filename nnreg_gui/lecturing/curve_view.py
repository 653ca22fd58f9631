"""A question for a curve, drawn by hand."""

from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.lecturing.drawn_curve import Points, mean_distance
from nnreg_gui.lecturing.guess_axes import EpochsAxis, NamesAxis
from nnreg_gui.lecturing.guess_plot import GuessPlot
from nnreg_gui.lecturing.question_view import QuestionView
from nnreg_gui.lecturing.shown_numbers import distance_text
from nnreg_gui.lessons.handout_figures import drawable
from nnreg_gui.lessons.lesson import CurveQuestion
from nnreg_gui.lessons.record import Guess, Outcome
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.keys import is_plain, with_key

_QUESTION_SHARE = 0.2  # of the height, at most
_LOW = 12  # text lines: in less height, the axes have no names
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1)}


class CurveView(QuestionView):
    """“You draw it”: an empty plot, later with both curves, and a line that says how far apart they are.

    Attributes:
        plot: what is drawn on.
        sentence: says what is missing, and later the distance.
        wipe: clears the plot.
    """

    def __init__(self, question: CurveQuestion, language: str, epochs: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(question.text, language, parent)
        self._question, self._truth = question, Points()
        names = [name for name, _ in question.points]
        last = max(1, epochs if question.run else len(names) - 1)
        bottom = EpochsAxis(last) if question.run else NamesAxis(names)
        self.plot = GuessPlot(bottom, len(names), float(last), question.unit, (question.low, question.high), self)
        self.sentence, self.wipe = Conclusion(self), ToolButton(parent=self)
        self.plot.drawn.connect(self._follow)
        self.wipe.clicked.connect(self.plot.clear)
        self.retranslate()

    def retranslate(self) -> None:
        quantities = {
            "training_accuracy": self.tr("Training accuracy"),
            "validation_accuracy": self.tr("Validation accuracy"),
            "training_cost": self.tr("Training cost"),
            "validation_cost": self.tr("Validation cost"),
        }
        points = self.tr("Points") if self._question.unit == "points" else ""
        self.plot.set_title(quantities.get(self._question.quantity, points))
        self.plot.hint.set_text(self.tr("Draw the curve here with the mouse"))
        self.plot.setToolTip(
            self.tr(
                "Drag to draw, and over what is drawn to correct it. ← and → move a pen, ↑ and ↓ lift and lower it."
            )
        )
        self.wipe.set_texts(self.tr("Clear"), with_key(self.tr("Wipes the curve off"), "Backspace"))
        super().retranslate()
        self.plot.setAccessibleName(self.heading.text())
        self._say()

    @property
    def guess(self) -> Guess | None:
        """The curve; None until it covers nearly the whole axis."""
        points = self.plot.guess
        return Guess(curve=points) if points else None

    def show_guess(self, guess: Guess) -> None:
        """Show this curve."""
        if guess.curve:
            self.plot.set_guess(guess.curve)
            self._say()

    def lock(self) -> None:
        """Draw no more."""
        super().lock()
        self.wipe.hide()
        self.plot.lock()
        self._say()
        self.fit()

    def show_growing(self, curve: Points) -> None:
        """Draw the true curve as far as it is trained: points (x, y) in shown units, x rising."""
        self.plot.show_growing(curve)

    def show_outcome(self, outcome: Outcome, earlier: Guess | None = None) -> None:
        """Draw both curves, and say how far apart they are."""
        self.lock()
        self._truth = drawable(outcome.curve)
        self.plot.show_truth(self._truth)
        self._say()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move the pen by arrow keys; clear by Backspace."""
        key = event.key()
        if self.locked or not is_plain(event):
            return False
        if key in _STEPS:
            self.plot.move_pen(*_STEPS[Qt.Key(key)])
            return True
        if key == Qt.Key.Key_Backspace and not self.plot.curve.is_empty:
            self.plot.clear()
            return True
        return False

    def fit(self) -> None:
        """Leave names of axes out where there is no height."""
        low = self.height() < _LOW * self.fontMetrics().height()
        self.plot.set_bottom_label("" if low else self._axis_name())
        top = self.place_heading(_QUESTION_SHARE, self.width())
        bottom = QRect(0, 0, self.width(), self.sentence.sizeHint().height())
        bottom.moveBottom(self.height() - 1)
        self.plot.setGeometry(0, top, self.width(), max(bottom.top() - top, 1))
        if not self.wipe.isHidden():
            size = self.wipe.sizeHint()
            self.wipe.setGeometry(bottom.right() - size.width(), bottom.top(), size.width(), bottom.height())
            bottom.setRight(self.wipe.x() - 4)
        self.sentence.setGeometry(bottom)

    def _axis_name(self) -> str:
        return self.tr("Epoch") if self._question.run else self._question.axis[self._language]

    @Slot()
    def _follow(self) -> None:
        self._say()
        self.guessed.emit()

    def _say(self) -> None:
        """Say what is missing, or how far the guess is from the truth."""
        self.wipe.setEnabled(not self.plot.curve.is_empty)
        points = self.plot.guess
        if self._truth and points:
            distance = distance_text(mean_distance(points, self._truth), self._question.unit)
            self.sentence.say(self.tr("On average {0} off.").format(distance))
        elif self.locked or points or self.plot.curve.is_empty:
            self.sentence.ask("")
        else:
            self.sentence.ask(self.tr("Draw on, as far as the axis goes."))
