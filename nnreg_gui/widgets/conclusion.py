"""The one sentence that a page has to say, legible from the last row."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.widgets.fitting_font import fitting_font, tabular, text_width

CONCLUSION_TO_BODY = 1.75  # capitals of 2.5 % of a projector's 720 lines; the body's have 1.5 %


class Conclusion(QWidget):
    """Says in one line what there is to see; until there is anything to conclude, asks the question.

    A sentence too long for the line shrinks, down to the size of the body; one longer still is elided, and hovering
    shows it whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._is_answer = "", False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the sentence."""
        return self._text

    @property
    def is_answer(self) -> bool:
        """Whether the sentence is a conclusion, not a question."""
        return self._is_answer

    def ask(self, question: str) -> None:
        """Show a question, less bold than an answer."""
        self._set(question, is_answer=False)

    def say(self, answer: str) -> None:
        """Show a conclusion."""
        self._set(answer, is_answer=True)

    def say_or_ask(self, answer: str, question: str) -> None:
        """Show a conclusion, or a question while the conclusion is empty."""
        self._set(answer or question, is_answer=bool(answer))

    def text_font(self) -> QFont:
        """Return the font of the sentence: the largest in which it fits."""
        body = QFontInfo(self.font()).pointSizeF()
        full = tabular(self.font(), CONCLUSION_TO_BODY * body)
        return fitting_font(full, body, lambda font: text_width(self._text, font), self.width())

    def sizeHint(self) -> QSize:
        """Ask for one line in full size."""
        full = tabular(self.font(), CONCLUSION_TO_BODY * QFontInfo(self.font()).pointSizeF())
        return QSize(1, QFontMetrics(full).height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: a sentence must not widen the window."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the sentence as fits."""
        painter, font = QPainter(self), self.text_font()
        painter.setFont(font)
        role = QPalette.ColorRole.WindowText if self._is_answer else QPalette.ColorRole.PlaceholderText
        painter.setPen(self.palette().color(role))
        text = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _set(self, text: str, *, is_answer: bool) -> None:
        if (text, is_answer) != (self._text, self._is_answer):
            self._text, self._is_answer = text, is_answer
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()
