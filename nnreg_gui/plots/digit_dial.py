"""A digit in a ring that turns it."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.style import PlotStyle
from nnreg_gui.widgets.texts import number_text

_STEP, _LARGE_STEP, _MARKS_APART = 1.0, 10.0, 15
_STEPS = {
    Qt.Key.Key_Left: -_STEP,
    Qt.Key.Key_Right: _STEP,
    Qt.Key.Key_Up: _LARGE_STEP,
    Qt.Key.Key_Down: -_LARGE_STEP,
}


def degrees_text(degrees: float) -> str:
    """Return an angle as −35°, without decimals."""
    return f"{number_text(degrees, 0)}°"


def wrapped(degrees: float) -> float:
    """Return the same direction between −180° and 180°, both included."""
    if -180 <= degrees <= 180:
        return degrees
    return (degrees + 180) % 360 - 180


class DigitDial(QWidget):
    """Shows an image as the network sees it; dragging or an arrow key turns it, counter-clockwise for plus.

    Signals:
        angle_changed: the user has turned it to this angle (degrees, −180…180). `set_angle()` is silent.
    """

    angle_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._angle = 0.0
        self._grip: float | None = None  # the angle where the hand holds the picture, minus the picture's own
        self._image: np.ndarray | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def angle(self) -> float:
        """Return the present angle in degrees."""
        return self._angle

    def set_angle(self, degrees: float) -> None:
        """Put the handle there."""
        self._angle = wrapped(degrees)
        self.setAccessibleDescription(degrees_text(self._angle))
        self.update()

    def show_image(self, image: np.ndarray | None) -> None:
        """Show an image, float32 (height, width), 0…1, as it is: already turned."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a large square."""
        side = 18 * self.fontMetrics().height()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Be content with a small one."""
        side = 4 * self.fontMetrics().height()
        return QSize(side, side)

    # --------------------------------------------------------------------------------------------------------- hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = self._direction(event.position()) - self._angle
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Turn it under the hand."""
        if self._grip is not None:
            self._turn_to(round(self._direction(event.position()) - self._grip))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = None
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by 1° or 10°."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            step = math.copysign(_LARGE_STEP, step)
        self._turn_to(self._angle + step)

    def _turn_to(self, degrees: float) -> None:
        self.set_angle(degrees)
        self.angle_changed.emit(self._angle)

    def _direction(self, place: QPointF) -> float:
        """Return the direction from the middle to a place: degrees, counter-clockwise from the right."""
        away = place - self._ring().center()
        return math.degrees(math.atan2(-away.y(), away.x()))

    # ------------------------------------------------------------------------------------------------------ drawing

    def _ring(self) -> QRectF:
        """Return the square that holds the ring; its numbers stand outside."""
        metrics = QFontMetricsF(PlotStyle.of(self).axis_font)
        beside, above = self._handle_size(), self._handle_size()
        if self._has_numbers():
            beside, above = beside + metrics.horizontalAdvance("−90°") + 4, above + metrics.height()
        side = max(10.0, min(self.width() - 2 * beside, self.height() - 2 * above))
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring, its marks, the picture and the handle."""
        painter, palette, style, ring = QPainter(self), self.palette(), PlotStyle.of(self), self._ring()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, middle = ring.width() / 2, ring.center()
        painter.setPen(QPen(style.faint, 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(ring)
        for degrees in range(-180, 180, _MARKS_APART):
            long = degrees % 45 == 0
            inner = radius * (0.92 if long else 0.96)
            painter.setPen(QPen(style.text if long else style.faint, 2 if long else 1))
            painter.drawLine(self._at(middle, radius, degrees), self._at(middle, inner, degrees))
        self._paint_image(painter, middle, radius)
        if self._has_numbers():
            self._paint_numbers(painter, style, ring)
        self._paint_handle(painter, middle, radius)

    def _paint_image(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        if self._image is None:
            return
        palette, role = self.palette(), QPalette.ColorRole
        height, width = self._image.shape
        grey = np.ascontiguousarray(np.rint(255 * self._image).astype(np.uint8))
        mask = QImage(grey.data, width, height, width, QImage.Format.Format_Grayscale8)
        ink = QImage(width, height, QImage.Format.Format_ARGB32)
        ink.fill(palette.color(role.Text))
        ink.setAlphaChannel(mask)
        side = 1.36 * radius  # a square inside the marks: its diagonal is a little less than the ring
        painter.drawImage(QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side), ink)

    def _paint_numbers(self, painter: QPainter, style: PlotStyle, ring: QRectF) -> None:
        painter.setFont(style.axis_font)
        painter.setPen(style.text)
        metrics, middle, radius = QFontMetricsF(style.axis_font), ring.center(), ring.width() / 2
        for degrees, text in ((0, "0°"), (90, "90°"), (-90, "−90°"), (180, "±180°")):
            width = metrics.horizontalAdvance(text) + 2
            # Beyond the handle, wherever that stands.
            away = radius + self._handle_size() + (width if degrees in (90, -90) else metrics.height()) / 2
            place = self._at(middle, away, degrees)
            area = QRectF(place.x() - width / 2, place.y() - metrics.height() / 2, width, metrics.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_handle(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        palette, size = self.palette(), 0.8 * self._handle_size()
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(accent, max(2.0, size / 4)))
        painter.setBrush(accent if self.hasFocus() else palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(self._at(middle, radius, self._angle), size, size)

    def _handle_size(self) -> float:
        """Return half the handle's height, including its outline."""
        return max(7.0, self.fontMetrics().height() / 2)

    def _has_numbers(self) -> bool:
        """Return whether there is room for numbers around the ring: in a small dial the picture matters more."""
        return min(self.width(), self.height()) >= 12 * self.fontMetrics().height()

    @staticmethod
    def _at(middle: QPointF, radius: float, degrees: float) -> QPointF:
        """Return a place on a circle; 0° is at the top, where the top of an upright digit points."""
        radians = math.radians(degrees)
        return QPointF(middle.x() - radius * math.sin(radians), middle.y() - radius * math.cos(radians))
