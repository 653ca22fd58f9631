"""Formulas as large as the room allows, each assembled from drawings on one baseline."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.icons import recoloured

CAPITALS = 9.6  # pixels: the height of capitals in the drawings
_LARGEST = 3.2  # times as large as text
_BESIDE, _BELOW = 32.0, 16.0  # between formulas, in pixels of the drawings
_BODY = 13.0  # the font size, in pixels, at which text is as large as the drawings


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a formula: an SVG drawing whose baseline is at y = 0.

    Attributes:
        svg: the drawing.
        stressed: whether to draw it in the colour of emphasis.
    """

    svg: bytes
    stressed: bool = False


Formula = tuple[Piece, ...]
_Place = tuple[QSvgRenderer, QRectF]


class FormulaSheet(QWidget):
    """Draws lines of formulas side by side, all in one size, in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Sequence[Formula]] = ()
        self._places: list[_Place] = []
        self._size = QSizeF(1, 1)  # at the size of the drawings

    def set_lines(self, lines: Sequence[Sequence[Formula]]) -> None:
        """Show these formulas, line by line."""
        if lines != self._lines:
            self._lines = lines
            self._arrange()

    @property
    def lines(self) -> Sequence[Sequence[Formula]]:
        """What is shown."""
        return self._lines

    def scale(self, width: float, height: float) -> float:
        """Return the scale of the formulas, relative to the drawings, in this much room, in pixels."""
        return min(width / self._size.width(), height / self._size.height())

    def capitals(self) -> float:
        """Return the present height of capitals, in pixels."""
        return CAPITALS * self._present_scale()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw in other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the formulas in the middle."""
        painter, scale = QPainter(self), self._present_scale()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate((self.width() - scale * self._size.width()) / 2, 0)
        painter.translate(0, (self.height() - scale * self._size.height()) / 2)
        for renderer, place in self._places:
            renderer.render(painter, QRectF(place.topLeft() * scale, place.size() * scale))

    def _present_scale(self) -> float:
        text = self.fontInfo().pixelSize() / _BODY
        least = 0.026 * self.window().height() / CAPITALS  # legible from the last row
        return min(self.scale(self.width(), self.height()), max(_LARGEST * text, least))

    def _arrange(self) -> None:
        """Find the place of each drawing."""
        self._places, top, widest = [], 0.0, 1.0
        for line in self._lines:
            left, places = 0.0, []
            for formula in line:
                for piece in formula:
                    renderer = QSvgRenderer(QByteArray(recoloured(piece.svg, self._colour(piece))))
                    box = renderer.viewBoxF()
                    places.append((renderer, QRectF(left, box.top(), box.width(), box.height())))
                    left += box.width()
                left += _BESIDE
            ascent = max(-place.top() for _, place in places)
            self._places += [(renderer, place.translated(0, top + ascent)) for renderer, place in places]
            top += ascent + max(place.bottom() for _, place in places) + _BELOW
            widest = max(widest, left - _BESIDE)
        self._size = QSizeF(widest, max(1.0, top - _BELOW))
        self.update()

    def _colour(self, piece: Piece) -> QColor:
        role = QPalette.ColorRole.Highlight if piece.stressed else QPalette.ColorRole.WindowText
        return self.palette().color(role)
