"""Pictures of plots and pages for slides: twice the pixels, and a line that says which run has which colour."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.themes import THEMES

PIXEL_RATIO = 2
_SCREEN_DOTS_PER_METER = 96 / 0.0254
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True, eq=False)
class Pictured:
    """What a picture should show.

    Attributes:
        widget: a plot or a page, as it looks now.
        heading: stands above it; empty if the widget itself says what it is.
        runs: those to name below it.
    """

    widget: QWidget
    heading: str = ""
    runs: Sequence[DrawnRun] = ()


def picture_of(pictured: Pictured) -> QImage:
    """Return a picture in the present language and text size, on white: slides and paper are light."""
    widget = pictured.widget
    own = widget.palette() if widget.testAttribute(Qt.WidgetAttribute.WA_SetPalette) else QPalette()
    widget.setPalette(THEMES["light"].palette())
    try:
        return _painted(pictured)
    finally:
        widget.setPalette(own)


def png_of(image: QImage | QPixmap) -> bytes:
    """Return the content of a PNG file, nothing if there is no memory for it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    is_whole = image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data()) if is_whole else b""


def _painted(pictured: Pictured) -> QImage:
    widget = pictured.widget
    em = QFontMetricsF(widget.font()).height()
    margin = round(em / 2)
    width = widget.width()
    heading = _Heading(pictured.heading, widget.font(), width)
    names = _RunNames(pictured.runs, widget.font(), width)
    gap_above, gap_below = margin * bool(pictured.heading), margin * bool(pictured.runs)
    height = heading.height + gap_above + widget.height() + gap_below + names.height
    image = QImage(
        round((width + 2 * margin) * PIXEL_RATIO),
        round((height + 2 * margin) * PIXEL_RATIO),
        QImage.Format.Format_RGB32,
    )
    image.setDevicePixelRatio(PIXEL_RATIO)
    image.fill(widget.palette().color(QPalette.ColorRole.Window))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        painter.translate(margin, margin)
        heading.draw(painter, widget.palette())
        top = round(heading.height + gap_above)
        widget.render(painter, QPoint(0, top))
        painter.translate(0, top + widget.height() + gap_below)
        names.draw(painter, widget.palette())
    finally:
        painter.end()
    for set_resolution in (image.setDotsPerMeterX, image.setDotsPerMeterY):  # not earlier, or letters would grow
        set_resolution(round(PIXEL_RATIO * _SCREEN_DOTS_PER_METER))  # as large on a slide as on the screen
    return image


class _Heading:
    """A line, or several, in bold."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        self._text, self._font = text, QFont(font)
        self._font.setBold(True)
        self._room = QRectF(0, 0, width, 1e6)
        self.height = QFontMetricsF(self._font).boundingRect(self._room, _WRAPPED, text).height() if text else 0.0

    def draw(self, painter: QPainter, palette: QPalette) -> None:
        """Draw it at the origin."""
        painter.setFont(self._font)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self._room, _WRAPPED, self._text)


class _RunNames:
    """A dot, a number and a name for each run, as many to a line as fit."""

    def __init__(self, runs: Sequence[DrawnRun], font: QFont, width: float) -> None:
        self._font, self._bold = QFont(font), QFont(font)
        self._bold.setBold(True)
        self._em = QFontMetricsF(font).height()
        self._entries: list[tuple[DrawnRun, QRectF]] = []
        x = y = line = 0.0
        for run in runs:
            size = self._size(run, width)
            if x and x + size.width() > width:
                x, y, line = 0.0, y + line, 0.0
            self._entries.append((run, QRectF(x, y, size.width(), size.height())))
            x, line = x + size.width() + 1.5 * self._em, max(line, size.height())
        self.height = y + line

    def draw(self, painter: QPainter, palette: QPalette) -> None:
        """Draw them at the origin."""
        for run, area in self._entries:
            colour = run_colour(run.number, palette)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            side = 0.7 * self._em
            painter.drawEllipse(QRectF(area.x(), area.y() + (self._em - side) / 2, side, side))
            self._write(painter, self._bold, colour, area.adjusted(self._em, 0, 0, 0), str(run.number))
            text_colour = palette.color(QPalette.ColorRole.WindowText)
            self._write(painter, self._font, text_colour, area.adjusted(self._indent(run), 0, 1, 1), run.name)

    def _write(self, painter: QPainter, font: QFont, colour: QColor, area: QRectF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(area, _WRAPPED, text)

    def _indent(self, run: DrawnRun) -> float:
        return 1.5 * self._em + QFontMetricsF(self._bold).horizontalAdvance(str(run.number))

    def _size(self, run: DrawnRun, width: float) -> QSizeF:
        room = QRectF(0, 0, max(width - self._indent(run), self._em), 1e6)
        text = QFontMetricsF(self._font).boundingRect(room, _WRAPPED, run.name)
        return QSizeF(min(self._indent(run) + text.width() + 1, width), max(text.height(), self._em))
