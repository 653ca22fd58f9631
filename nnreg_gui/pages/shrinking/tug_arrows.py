"""A few weights, each with two arrows: where the data pull it, and where the penalty does."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.measuring import round_up
from nnreg_gui.pages.shrinking.shrink_curves import MILLION
from nnreg_gui.plots.style import PlotStyle, run_colour
from nnreg_gui.widgets.texts import number_text, significant_text

_HEAD = 1.4  # of an arrow's thickness: the length of its head
_ROW, _LINE = 3.9, 1.3  # in lines of text: a weight's room, and a line in it
_LOW = 6.5  # lines of text: lower ones leave out title and directions


@dataclass(frozen=True, slots=True)
class PulledWeight:
    """A weight that is pulled at.

    Attributes:
        name: what stands above its arrows.
        weight: w.
        data, penalty: the two pulls; positive ones make w larger.
        short: what stands there where there is no room for the name; "" if the name is short enough.
    """

    name: str
    weight: float
    data: float
    penalty: float
    short: str = ""


class TugArrows(QWidget):
    """Draws the data's arrow filled, and the penalty's below it hollow; all in one scale, to the right if positive."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pulled: Sequence[PulledWeight] = ()
        self._run = 1
        self._words = ("", "")
        self._title = self._empty_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_words(self, title: str, data: str, penalty: str) -> None:
        """Say what this is, and what pulls along the first and along the second arrow."""
        self._title, self._words = title, (data, penalty)
        self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here while there is nothing."""
        self._empty_text = text
        self.update()

    def show_weights(self, pulled: Sequence[PulledWeight], run: int) -> None:
        """Show these weights, as many as fit, in the colour of the run with this number."""
        if (list(pulled), run) != (list(self._pulled), self._run):
            self._pulled, self._run = pulled, run
            self.setAccessibleDescription("; ".join(self._spoken(one) for one in pulled))
            self.update()

    @property
    def shown(self) -> Sequence[PulledWeight]:
        """The weights for which there is room."""
        room = self.height() / self.fontMetrics().height() - 2 * _LINE
        return self._pulled[: max(1, int(room / _ROW))]

    def _is_low(self) -> bool:
        return self.height() < _LOW * self.fontMetrics().height()

    @property
    def limit(self) -> float:
        """The pull whose arrow reaches to the edge: a round number."""
        return round_up(max((max(abs(one.data), abs(one.penalty)) for one in self.shown), default=0.0))

    def sizeHint(self) -> QSize:
        """Ask for some lines of text."""
        em = self.fontMetrics().height()
        return QSize(20 * em, 14 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with one weight."""
        em = self.fontMetrics().height()
        return QSize(10 * em, 4 * em)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, and each weight with its arrows."""
        painter, style, em = QPainter(self), PlotStyle.of(self), self.fontMetrics().height()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(style.text)
        if not self._pulled:
            area = self.rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        shown, above = self.shown, 0.0 if self._is_low() else _LINE * em
        room = (self.height() - 2 * above) / len(shown)
        for place, one in enumerate(shown):
            self._paint_weight(painter, style, one, above + place * room, min(room, 1.6 * _ROW * em))
        if above:
            self._write(painter, [self._title], QRectF(0, 0, self.width(), above), bold=True)
            self._write(painter, [self._directions()], QRectF(0, self.height() - above, self.width(), above))

    def _directions(self) -> str:
        return self.tr("← smaller w      larger w →")

    def _paint_weight(self, painter: QPainter, style: PlotStyle, one: PulledWeight, top: float, room: float) -> None:
        """Draw one weight between `top` and `room` below: its name, and both arrows with their numbers."""
        em = self.fontMetrics().height()
        w, area = significant_text(one.weight, 3), QRectF(0.3 * em, top, self.width() - 0.6 * em, _LINE * em)
        painter.setPen(style.text)
        names = [f"{one.name}: w = {w}"]
        if one.short:
            names += [f"{one.short}: w = {w}", f"{one.short}: {significant_text(one.weight, 2)}"]
        self._write(painter, names, area, bold=True)
        height, middle = (room - _LINE * em) / 2, self.width() / 2
        painter.setPen(QPen(style.faint, 1))
        painter.drawLine(QPointF(middle, top + _LINE * em), QPointF(middle, top + room))
        colour = run_colour(self._run, self.palette())
        for place, (word, pull) in enumerate(zip(self._words, (one.data, one.penalty), strict=True)):
            area = QRectF(0, top + _LINE * em + place * height, self.width(), height)
            self._paint_arrow(painter, style, area, pull, colour if place == 0 else None)
            self._paint_number(painter, style, area, word, pull)

    def _paint_arrow(
        self, painter: QPainter, style: PlotStyle, area: QRectF, pull: float, colour: QColor | None
    ) -> None:
        """Draw an arrow from the middle, filled with a colour, or hollow."""
        thick = 0.5 * min(area.height(), 1.6 * self.fontMetrics().height())
        length = pull / self.limit * (area.width() / 2 - thick)
        head = min(abs(length), _HEAD * thick) * (1 if length > 0 else -1)
        x, y, end = area.center().x(), area.center().y(), area.center().x() + length
        shaft, half = thick / 4, thick / 2
        outline = ((x, -shaft), (end - head, -shaft), (end - head, -half), (end, 0),
                   (end - head, half), (end - head, shaft), (x, shaft))  # fmt: skip
        painter.setPen(QPen(style.text if colour is None else colour, max(1.5, style.curve_width / 2)))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base) if colour is None else colour)
        painter.drawPolygon(QPolygonF([QPointF(across, y + down) for across, down in outline]))

    def _paint_number(self, painter: QPainter, style: PlotStyle, area: QRectF, word: str, pull: float) -> None:
        """Write beside the middle, on the side where the arrow is not; where there is no room, the number alone."""
        em = self.fontMetrics().height()
        half = QRectF(area)
        half.setWidth(area.width() / 2 - 0.8 * em)
        side = Qt.AlignmentFlag.AlignRight
        if pull < 0:
            half.moveLeft(area.width() / 2 + 0.4 * em)
            side = Qt.AlignmentFlag.AlignLeft
        painter.setPen(style.text)
        text = f"{word} {_signed(pull)}"
        if painter.fontMetrics().horizontalAdvance(text) > half.width():
            text = _signed(pull)
        painter.drawText(half, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _write(self, painter: QPainter, texts: Sequence[str], area: QRectF, *, bold: bool = False) -> None:
        """Write the first of these texts for which there is room, or as much as fits of the last."""
        font = self.font()
        font.setBold(bold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        text = next((one for one in texts if metrics.horizontalAdvance(one) <= area.width()), texts[-1])
        side = Qt.AlignmentFlag.AlignLeft if bold else Qt.AlignmentFlag.AlignHCenter
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        font.setBold(False)
        painter.setFont(font)

    def _spoken(self, one: PulledWeight) -> str:
        data, penalty = self._words
        w = significant_text(one.weight, 3)
        return f"{one.name}: w = {w}, {data} {_signed(one.data)}, {penalty} {_signed(one.penalty)}"


def _signed(pull: float) -> str:
    """Write a pull in millionths with its sign."""
    millionths = MILLION * pull
    text = number_text(abs(millionths), 1 if abs(millionths) < 99.95 else 0)
    return ("+" if millionths > 0 else "−") + text if pull else "0"
