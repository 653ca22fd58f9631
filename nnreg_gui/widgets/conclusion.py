"""The one sentence that a page has to say, to be read from the last row."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

CONCLUSION_TO_BODY = 1.75  # capitals of 2.5 % of a projector's 720 lines, where those of the body have 1.5 %


class Conclusion(QWidget):
    """Says in one line what is seen; as long as there is nothing to be concluded from, what is asked.

    A sentence that is too long for the line becomes smaller, down to the size of the body; what is longer than that is
    elided, and the mouse makes it whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._is_answer = "", False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return what stands there."""
        return self._text

    @property
    def is_answer(self) -> bool:
        """Whether what stands there is a conclusion, and no question."""
        return self._is_answer

    def ask(self, question: str) -> None:
        """Let a question stand there, less heavily than an answer."""
        self._set(question, is_answer=False)

    def say(self, answer: str) -> None:
        """Let a conclusion stand there."""
        self._set(answer, is_answer=True)

    def text_font(self) -> QFont:
        """Return the font of the sentence: the largest with which it fits."""
        body = QFontInfo(self.font()).pointSizeF()
        points = CONCLUSION_TO_BODY * body
        font = self._font(points)
        while points > body and (width := _width(self._text, font)) > self.width():
            # Hinting makes widths uneven, so the proportionate size may need another step down.
            points = max(body, min(points - 0.25, points * self.width() / width))
            font.setPointSizeF(points)
        return font

    def sizeHint(self) -> QSize:
        """Ask for one line in full size."""
        return QSize(1, QFontMetrics(self._font(CONCLUSION_TO_BODY * QFontInfo(self.font()).pointSizeF())).height())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: a sentence must not widen the window."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as much of the sentence as there is room for."""
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

    def _font(self, points: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(points)
        font.setFeature(QFont.Tag("tnum"), 1)  # digits of equal width: a changing number does not jitter
        return font


def _width(text: str, font: QFont) -> int:
    """Return a width in which Qt does not elide the text, for which its own rounded width can be too small."""
    return QFontMetrics(font).horizontalAdvance(text) + 1
