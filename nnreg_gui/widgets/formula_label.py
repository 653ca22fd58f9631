"""A formula drawn like text: in the text's colour, at the text's size."""

from math import ceil

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.widgets.icons import recoloured

SMALLEST_SCALE = 0.5  # of the text's size


class FormulaLabel(QWidget):
    """Shows an SVG formula, left-aligned, smaller if it does not fit.

    Signals:
        clicked: the user has clicked it.

    Args:
        made_at_px: the font size of the drawings, in pixels.
    """

    clicked = Signal()

    def __init__(self, parent: QWidget | None = None, *, made_at_px: float = 16.0) -> None:
        super().__init__(parent)
        self._made_at_px = made_at_px
        self._svg = b""
        self._drawn_size = QSizeF()
        self._pixmap: QPixmap | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_formula(self, svg: bytes, spoken: str) -> None:
        """Show this drawing; screen readers say `spoken`."""
        self.setAccessibleName(spoken)
        if svg == self._svg:
            return
        self._svg = svg
        self._drawn_size = QSizeF(QSvgRenderer(QByteArray(svg)).defaultSize()) if svg else QSizeF()
        self._pixmap = None
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the size at which the formula's letters are as large as the text's."""
        return _whole(self._text_size())

    def minimumSizeHint(self) -> QSize:
        """Ask for half that size."""
        return _whole(self._text_size() * SMALLEST_SCALE)

    def hasHeightForWidth(self) -> bool:
        """Say yes: a narrow label is a low one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the formula scaled to the width."""
        return _whole(self._fitted_size(width)).height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in another colour or size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._pixmap = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Redraw in another size."""
        super().resizeEvent(event)
        self._pixmap = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the drawing; render it only if something has changed."""
        if self._drawn_size.isEmpty():
            return
        if self._pixmap is None or self._pixmap.devicePixelRatio() != self.devicePixelRatio():
            self._pixmap = self._rendered()
        top = (self.height() - self._pixmap.deviceIndependentSize().height()) / 2
        QPainter(self).drawPixmap(0, round(top), self._pixmap)

    def _rendered(self) -> QPixmap:
        ratio, size = self.devicePixelRatio(), self._fitted_size(self.width())
        if size.height() > self.height():
            size.scale(QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio)
        pixmap = QPixmap(_whole(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        svg = recoloured(self._svg, self.palette().color(QPalette.ColorRole.WindowText))
        QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap

    def _text_size(self) -> QSizeF:
        font = self.font()
        pixels = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * self.logicalDpiY() / 72
        return self._drawn_size * (pixels / self._made_at_px)

    def _fitted_size(self, width: int) -> QSizeF:
        size = self._text_size()
        return size * min(1.0, width / size.width()) if size.width() > 0 else size


def _whole(size: QSizeF) -> QSize:
    return QSize(ceil(size.width()), ceil(size.height())) if not size.isEmpty() else QSize(0, 0)
