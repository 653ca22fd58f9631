"""Names of a plot's line styles, as large as there is room for."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.style import PlotStyle, legend_font

_LEAST_OF_A_NAME = 5  # letters: rather none than less
# Where a sample begins and ends, its name begins, and how much both take beside the name, in lines of text.
SAMPLE, TIGHT_SAMPLE = (0.5, 2.2, 2.5, 3.0), (0.2, 1.4, 1.6, 2.0)


class Legend(QWidget):
    """Names of line styles, each beside a sample of its line: as large as a conclusion where there is room.

    Signals:
        needs_changed: it needs another width at least.
    """

    needs_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[Line, str]] = []
        self._text_font, self._sample = QFont(), SAMPLE
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_entries(self, entries: list[tuple[Line, str]]) -> None:
        """Show these names."""
        if entries != self._entries:
            self._entries = entries
            self._fit()
            self.needs_changed.emit()

    @property
    def names(self) -> list[str]:
        """What is named, in order."""
        return [name for _, name in self._entries]

    @property
    def lines(self) -> list[Line]:
        """How it is drawn, in order."""
        return [line for line, _ in self._entries]

    def text_font(self) -> QFont:
        """Return the font of the names: the largest in which they all fit, but no smaller than the body's."""
        return self._text_font

    def least_width(self) -> int:
        """Return how much it takes to name every line, if only by the beginning of its name beside a short sample."""
        metrics = QFontMetrics(self.font())
        least = _LEAST_OF_A_NAME * metrics.averageCharWidth()
        spare = sum(max(0, metrics.horizontalAdvance(name) - least) for name in self.names)
        return self._width_of(self._entries, self.font(), TIGHT_SAMPLE) - spare

    def whole_width(self) -> int:
        """Return how much it takes to write every name beside a long sample."""
        return self._width_of(self._entries, self.font(), SAMPLE)

    def sizeHint(self) -> QSize:
        """Leave room for all names in full size; ask for no more height than the width lets names use."""
        largest = legend_font(self.font(), lambda _: 0, 0)
        return QSize(self._width_of(self._entries, largest, SAMPLE), QFontMetrics(self._text_font).height())

    def minimumSizeHint(self) -> QSize:
        """Let names be cut off before the plot is."""
        return QSize(0, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self.needs_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let names be as large as the width allows."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        font = self.font()
        if self._entries:
            font = legend_font(font, lambda font: self._width_of(self._entries, font, SAMPLE), self.width())
        self._text_font = font
        self._sample = SAMPLE if self._width_of(self._entries, font, SAMPLE) <= self.width() else TIGHT_SAMPLE
        self.updateGeometry()
        self.update()

    def _fitting_entries(self) -> list[tuple[Line, str]]:
        """Return the entries as they fit: the longest names are cut; the last entry, the most specific, goes last."""
        entries, metrics = list(self._entries), QFontMetrics(self._text_font)
        while entries and (most := self._most_for_a_name(entries)) < _LEAST_OF_A_NAME * metrics.averageCharWidth():
            entries.pop(0)
        return [(line, _cut(metrics, name, most)) for line, name in entries]

    def _most_for_a_name(self, entries: list[tuple[Line, str]]) -> float:
        """Return how wide a name may be so that all fit, when short ones leave what they do not need to long ones."""
        metrics = QFontMetrics(self._text_font)
        room = self.width() - self._width_of([(line, "") for line, _ in entries], self._text_font, self._sample)
        widths = sorted(metrics.horizontalAdvance(name) for _, name in entries)
        for place, width in enumerate(widths):
            if width > room / (len(widths) - place):
                return room / (len(widths) - place)
            room -= width
        return math.inf

    def _width_of(self, entries: list[tuple[Line, str]], font: QFont, sample: tuple[float, ...]) -> int:
        em, metrics = self.fontMetrics().height(), QFontMetrics(font)
        return math.ceil(sum(sample[-1] * em + metrics.horizontalAdvance(name) for _, name in entries))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the samples and the names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._text_font)
        style, em, x = PlotStyle.of(self), self.fontMetrics().height(), 0.0
        begin, end, text, whole = (place * em for place in self._sample)
        for line, name in self._fitting_entries():
            pen = QPen(style.text, style.curve_width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if line.value is not None:
                pen.setDashPattern(list(line.value))
            painter.setPen(pen)
            middle = self.height() / 2
            painter.drawLine(QPointF(x + begin, middle), QPointF(x + end, middle))
            painter.setPen(style.text)
            width = painter.fontMetrics().horizontalAdvance(name)
            area = QRectF(x + text, 0, width + 2, self.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), name)
            x += whole + width


def _cut(metrics: QFontMetrics, name: str, room: float) -> str:
    fits = metrics.horizontalAdvance(name) <= room
    return name if fits else metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(room))
