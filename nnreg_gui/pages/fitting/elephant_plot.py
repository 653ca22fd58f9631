"""A closed curve in a thick line, over its former self in a thin one, with an eye."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.style import PlotStyle, legend_font

# What is always visible, X and Y: the paper's elephant with room for its trunk, so that the scale does not jump.
_HOME = QRectF(QPointF(-78, -69), QPointF(92, 91))
_EYE_RADIUS = 2.2
_OUTLINE_TO_CURVE = 2.0  # thicker than a curve among others: it is alone
_GHOST, _REACH = Qt.PenStyle.DashLine, Qt.PenStyle.DotLine


@dataclass(frozen=True, slots=True, eq=False)
class ElephantPicture:
    """What to draw.

    Attributes:
        outline: (2, points), X and Y.
        ghost: a curve to compare with, (2, points), thin and dashed; None for none.
        ghost_name: what that is.
        eye: its place, X and Y; None while there is none.
        eye_size: 0 … 1, while it appears.
        reach: parts of the outline elsewhere, (2, points) each, thin and dotted: how far they can go.
        reach_name: what these are.
        spoken: what there is to see, for screen readers.
    """

    outline: np.ndarray
    ghost: np.ndarray | None = None
    ghost_name: str = ""
    eye: tuple[float, float] | None = None
    eye_size: float = 1.0
    reach: tuple[np.ndarray, ...] = ()
    reach_name: str = ""
    spoken: str = ""


class ElephantPlot(QWidget):
    """Draws the curve with the same scale in both directions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture: ElephantPicture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, picture: ElephantPicture) -> None:
        """Draw this."""
        self.picture = picture
        self.setAccessibleDescription(picture.spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for plenty of room."""
        em = self.fontMetrics().height()
        return QSize(26 * em, 22 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with little."""
        em = self.fontMetrics().height()
        return QSize(8 * em, 5 * em)

    def seen(self) -> QRectF:
        """Return the least that is visible of X and Y: more than usual if a curve needs it."""
        if self.picture is None:
            return _HOME
        ghost = () if self.picture.ghost is None else (self.picture.ghost,)
        all_curves = np.concatenate([self.picture.outline, *ghost, *self.picture.reach], axis=1)
        (left, bottom), (right, top) = all_curves.min(1), all_curves.max(1)
        margin = 0.04 * max(right - left, top - bottom)
        curve = QRectF(QPointF(left - margin, bottom - margin), QPointF(right + margin, top + margin))
        return curve.united(_HOME)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the curve."""
        painter, style, picture = QPainter(self), PlotStyle.of(self), self.picture
        painter.fillRect(self.rect(), style.background)
        if picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = _Scale.of(self)
        if picture.ghost is not None:
            self._draw_thin(painter, scale, picture.ghost, _GHOST)
        for part in picture.reach:
            self._draw_thin(painter, scale, part, _REACH)
        self._draw_outline(painter, scale, picture.outline)
        if picture.eye is not None and picture.eye_size > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(style.text)
            radius = max(_EYE_RADIUS * scale.pixels, 1.2 * style.curve_width) * picture.eye_size
            painter.drawEllipse(scale.at(*picture.eye), radius, radius)
        names = [(_GHOST, picture.ghost_name)] if picture.ghost is not None else []
        self._name_thin_lines(painter, names + ([(_REACH, picture.reach_name)] if picture.reach else []))

    def _thin_pen(self, line: Qt.PenStyle) -> QPen:
        style = PlotStyle.of(self)
        return QPen(style.text, 1.3 * max(1.0, style.zoom), line)

    def _draw_thin(self, painter: QPainter, scale: "_Scale", curve: np.ndarray, line: Qt.PenStyle) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._thin_pen(line))
        painter.drawPolyline(scale.polygon(curve))

    def _draw_outline(self, painter: QPainter, scale: "_Scale", curve: np.ndarray) -> None:
        outline = scale.polygon(curve)
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        skin = QColor(accent)
        skin.setAlphaF(0.12)
        painter.setBrush(skin)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(outline)
        pen = QPen(accent, _OUTLINE_TO_CURVE * PlotStyle.of(self).curve_width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPolyline(outline)

    def _name_thin_lines(self, painter: QPainter, names: list[tuple[Qt.PenStyle, str]]) -> None:
        """Say below the curve what thin lines are, each beside a sample of it."""
        em = QFontMetricsF(self.font()).height()
        left, middle = 0.5 * em, self.height() - em
        font = legend_font(self.font(), lambda font: _names_width(names, font, em), self.width() - em)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for line, name in names:
            width = metrics.horizontalAdvance(name)
            if left + 2.4 * em + width > self.width():
                return  # hovering says it
            painter.setPen(self._thin_pen(line))
            painter.drawLine(QPointF(left, middle), QPointF(left + 2 * em, middle))
            painter.setPen(PlotStyle.of(self).text)
            left += 2.4 * em
            painter.drawText(QRectF(left, middle - em, width + 2, 2 * em), Qt.AlignmentFlag.AlignVCenter, name)
            left += width + em


def _names_width(names: list[tuple[Qt.PenStyle, str]], font: QFont, em: float) -> float:
    return sum(3.4 * em + QFontMetricsF(font).horizontalAdvance(name) for _, name in names)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where X and Y are in the widget.

    Attributes:
        pixels: per unit, in both directions.
        middle: what part of X and Y is in the middle of `area`.
        area: of the widget, in pixels.
    """

    pixels: float
    middle: QPointF
    area: QRectF

    @classmethod
    def of(cls, plot: ElephantPlot) -> "_Scale":
        seen, below = plot.seen(), 2 * plot.fontMetrics().height()  # where the thin line is named
        area = QRectF(plot.rect()).adjusted(0, 0, 0, -below)
        return cls(min(area.width() / seen.width(), area.height() / seen.height()), seen.center(), area)

    def at(self, x: float, y: float) -> QPointF:
        """Return the place of a point."""
        middle = self.area.center()
        return QPointF(
            middle.x() + self.pixels * (x - self.middle.x()), middle.y() - self.pixels * (y - self.middle.y())
        )

    def polygon(self, curve: np.ndarray) -> QPolygonF:
        """Return the places of a curve's points."""
        return QPolygonF([self.at(x, y) for x, y in curve.T.tolist()])
