"""The first-layer weights of the same few neurons in several runs, in the same colours."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.plots.style import signed_image
from nnreg_gui.plots.weight_images import tile
from nnreg_gui.widgets.texts import significant_text

NEURONS = 8
_LEAST_USE = 0.85  # of the room: whole pixels per weight look best, if they fill nearly as much


@dataclass(frozen=True, slots=True, eq=False)
class NeuronRow:
    """A run's pictures.

    Attributes:
        caption: what stands above them.
        weights: (neurons, pixels) of the first layer.
        shape: height and width of the images.
    """

    caption: str
    weights: np.ndarray
    shape: tuple[int, int] = MNIST.shape


class NeuronRows(QWidget):
    """Draws indigo–white–crimson pictures; 0 is white, or the background if that is dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[NeuronRow] = ()
        self._sheets: list[QImage] = []
        self._scale = 1.0
        self._title = self._empty_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._title = self.tr("Weights from the pixels, ±{0}")
        self.setAccessibleName(self.tr("Weights from the pixels to the first neurons"))
        self.setToolTip(
            self.tr(
                "What the first neurons of both runs look for: each picture shows the weights from the pixels to one "
                "neuron, red where they are positive, blue where negative."
            )
        )
        self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here while there is nothing."""
        self._empty_text = text
        self.update()

    def show_rows(self, rows: Sequence[NeuronRow]) -> None:
        """Show these runs' first neurons; showing the same again costs nothing."""
        known = [(row.caption, id(row.weights)) for row in self._rows]
        if known != [(row.caption, id(row.weights)) for row in rows]:
            self._rows = rows
            self.setAccessibleDescription("; ".join(row.caption for row in rows))
            self._colour()

    @property
    def scale(self) -> float:
        """The weight that has the strongest colour."""
        return self._scale

    def sizeHint(self) -> QSize:
        """Ask for some lines of text."""
        em = self.fontMetrics().height()
        return QSize(18 * em, 16 * em)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: pictures become smaller."""
        em = self.fontMetrics().height()
        return QSize(8 * em, 6 * em)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language, palette and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._colour()
        elif event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the title, and each run's caption above its pictures."""
        painter, palette, em = QPainter(self), self.palette(), self.fontMetrics().height()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if not self._rows:
            area = self.rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        bold = self.font()
        bold.setBold(True)
        painter.setFont(bold)
        self._write(painter, self._title.format(significant_text(self._scale, 2)), QPoint(0, 0), self.width())
        painter.setFont(self.font())
        below = self.rect().adjusted(0, round(1.4 * em), 0, 0)
        for row, area in zip(self._rows, self._areas(below), strict=True):
            self._write(painter, row.caption, area.topLeft(), area.width())
            self._paint_sheet(painter, row, area.adjusted(0, round(1.3 * em), 0, 0))

    def _areas(self, room: QRect) -> list[QRect]:
        """Return where each run goes: side by side, or below each other if that makes the pictures larger."""
        count, gap, line = len(self._rows), self.fontMetrics().height() // 2, round(1.3 * self.fontMetrics().height())
        beside = QSize((room.width() - gap * (count - 1)) // count, room.height())
        below = QSize(room.width(), (room.height() - gap * (count - 1)) // count)
        neurons = min(NEURONS, min(len(row.weights) for row in self._rows))
        sizes = [_largest(neurons, one.width(), one.height() - line)[1] for one in (beside, below)]
        if sizes[0] >= sizes[1]:
            return [QRect(QPoint(place * (beside.width() + gap), room.top()), beside) for place in range(count)]
        return [QRect(QPoint(0, room.top() + place * (below.height() + gap)), below) for place in range(count)]

    def _write(self, painter: QPainter, text: str, place: QPoint, width: int) -> None:
        metrics = painter.fontMetrics()
        area = QRect(place, QSize(width, round(1.2 * metrics.height())))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_sheet(self, painter: QPainter, row: NeuronRow, area: QRect) -> None:
        """Draw the pictures in as many columns as make them largest."""
        weights = row.weights[:NEURONS]
        if area.height() <= 0:
            return
        columns, _ = _largest(len(weights), area.width(), area.height())
        tiles = tile(weights, ceil(len(weights) / columns), columns, row.shape)
        sheet = signed_image(tiles, self._scale, self.palette())
        scale = min(area.width() / sheet.width(), area.height() / sheet.height())
        is_whole = floor(scale) >= _LEAST_USE * scale
        scale = floor(scale) if is_whole else scale
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not is_whole)
        target = QRect(area.left(), area.top(), round(scale * sheet.width()), round(scale * sheet.height()))
        painter.drawImage(target, sheet)

    def _colour(self) -> None:
        """Find one scale for all, which a few outliers do not make pale."""
        if self._rows:
            magnitudes = np.abs(np.concatenate([row.weights[:NEURONS].ravel() for row in self._rows]))
            self._scale = max(float(np.quantile(magnitudes, 0.99)), 1e-6)
        self.update()


def _largest(count: int, width: float, height: float) -> tuple[int, float]:
    """Return the number of columns that makes this many squares largest, and their size then."""

    def side(columns: int) -> float:
        return min(width / columns, height / ceil(count / columns))

    columns = max(range(1, count + 1), key=side)
    return columns, side(columns)
