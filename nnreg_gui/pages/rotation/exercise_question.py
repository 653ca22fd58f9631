"""The exercise's question, answered after a click."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row


class ExerciseQuestion(FittingWidget):
    """Places the question of the lecture's exercise beside the button that shows the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.answer = Button("V", checkable=True)
        self.answer.toggled.connect(self.retranslate)
        row((self.text, 1), parent=self).addWidget(self.answer, 0, Qt.AlignmentFlag.AlignVCenter)
        self.retranslate()

    @Slot()
    def retranslate(self) -> None:
        shown = self.answer.isChecked()
        question = self.tr("What can go wrong with large rotations on MNIST?")
        if self.compact:
            question = self.tr("Large rotations: what can go wrong?")
        answer = self.tr("A 6 can turn into a 9, and a 9 into a 6.")
        parts = [] if self.compact and shown else [f"<b>{question}</b>"]
        self.text.setText("&ensp; ".join([*parts, answer] if shown else parts))
        text = self.tr("Hide the answer") if shown else self.tr("Answer")
        self.answer.set_texts(text, self.tr("Shows or hides the answer to the question"))
