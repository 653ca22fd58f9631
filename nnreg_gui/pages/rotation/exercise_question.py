"""The exercise's question, answered after a click."""

from html import escape

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row


class ExerciseQuestion(FittingWidget):
    """Places the question of the lecture's exercise beside the button that shows the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.answer = Button("V", checkable=True)
        self._pair, self._is_mnist = SIX_AND_NINE, True
        self.answer.toggled.connect(self.retranslate)
        row((self.text, 1), parent=self).addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    def set_pair(self, pair: Pair, *, is_mnist: bool) -> None:
        """Ask about these classes: the lecture's answer is about 6 and 9, its question about MNIST's."""
        if (pair, is_mnist) != (self._pair, self._is_mnist):
            self._pair, self._is_mnist = pair, is_mnist
            self.answer.setVisible(pair.is_six_and_nine)
            self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        if not self._pair.is_six_and_nine:
            asked = self.tr("Turn them far enough: can “{0}” and “{1}” be mistaken for each other?")
            self.text.setText(f"<b>{asked.format(*map(escape, self._pair.names))}</b>")
            return
        shown = self.answer.isChecked()
        question = self.tr("What can go wrong with large rotations on MNIST?")
        if self.compact or not self._is_mnist:
            question = self.tr("Large rotations: what can go wrong?")
        answer = self.tr("A 6 can turn into a 9, and a 9 into a 6.")
        parts = [] if self.compact and shown else [f"<b>{question}</b>"]
        self.text.setText("&ensp; ".join([*parts, answer] if shown else parts))
        text = self.tr("Hide the answer") if shown else self.tr("Answer")
        self.answer.set_texts(text, self.tr("Shows or hides the answer to the question"))
