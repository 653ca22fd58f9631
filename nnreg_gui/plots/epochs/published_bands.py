"""Published figures behind the curves: bands, and words where no curve runs that say what each is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsRectItem

from nnreg_gui.plots.axes import EpochAxis
from nnreg_gui.plots.epochs.free_places import Points, curve_pixels, growth, is_free, label_place, pixel_at
from nnreg_gui.plots.style import PlotStyle

_WIDTHS = (0.78, 0.5, 0.34)  # of the words, as shares of the picture's width: narrower ones have more lines
_STEPS = 12  # places to try across the picture, and down
_AWAY = (0.0, 0.5, 1.0, 1.5, 2.0)  # from the band, in heights of the words
_FIRST = 0.2  # of the picture's width: where words begin if possible


@dataclass(frozen=True, slots=True)
class PublishedBand:
    """A published figure: a range on the vertical axis, or of epochs.

    Attributes:
        low, high: the band, in the axis' units.
        text: what it is and who published it.
        of_epochs: whether it is a range of epochs.
    """

    low: float
    high: float
    text: str
    of_epochs: bool = False


class PublishedBands:
    """Draws bands and their words, which find a free place beside the band or are left out."""

    def __init__(self, view: pg.ViewBox, epochs: EpochAxis) -> None:
        self._view, self._epochs = view, epochs
        self._bands: list[PublishedBand] = []
        self._items: list[tuple[QGraphicsRectItem, pg.TextItem]] = []
        self._placed_for: tuple[object, ...] = ()

    @property
    def labels(self) -> list[pg.TextItem]:
        """The visible words."""
        return [label for _, label in self._items if label.isVisible()]

    def show_bands(self, bands: list[PublishedBand]) -> bool:
        """Draw these bands from now on; return whether they differ from those before."""
        if bands == self._bands:
            return False
        for rectangle, label in self._items:
            self._view.removeItem(rectangle)
            self._view.removeItem(label)
        self._bands = bands
        self._items = [(QGraphicsRectItem(), pg.TextItem(anchor=(0, 0))) for _ in bands]
        self._placed_for = ()
        for rectangle, label in self._items:
            rectangle.setZValue(-20)
            label.setZValue(-15)
            self._view.addItem(rectangle, ignoreBounds=True)
            self._view.addItem(label, ignoreBounds=True)
        return True

    def draw(self, curves: Sequence[Points], others: Sequence[pg.TextItem], font: QFont, style: PlotStyle) -> None:
        """Draw the bands in the visible range; place words again if that, or what they avoid, has changed.

        Args:
            curves: what words must not cover.
            others: labels that they must not cover.
            font: of the words.
            style: of the plot.
        """
        if not self._bands:
            return
        colour = QColor(style.text)
        colour.setAlphaF(0.12)
        for band, (rectangle, _) in zip(self._bands, self._items, strict=True):
            rectangle.setRect(self._rectangle(band))
            rectangle.setPen(pg.mkPen(style.faint, width=1))
            rectangle.setBrush(colour)
        area, seen = QRectF(0, 0, self._view.width(), self._view.height()), str(self._view.viewRange())
        logarithmic = self._epochs.logarithmic
        key = (
            growth(self._view, curves),
            area.getRect(),
            seen,
            logarithmic,
            font.key(),
            style.text.rgba(),
            len(others),
        )
        if key != self._placed_for and not area.isEmpty():
            self._placed_for = key
            self._place(curve_pixels(self._view, curves), [label_place(self._view, one) for one in others], area, font,
                        style)  # fmt: skip

    def _rectangle(self, band: PublishedBand) -> QRectF:
        (left, right), (bottom, top) = self._view.viewRange()
        low, high = band.low, band.high
        if band.of_epochs:
            low, high = self._epochs.place(np.array([low, high]))
            return QRectF(QPointF(low, bottom), QPointF(high, top))
        return QRectF(QPointF(left, low), QPointF(right, high))

    def _place(self, points: np.ndarray, taken: Sequence[QRectF], area: QRectF, font: QFont, style: PlotStyle) -> None:
        veil = QColor(style.background)
        veil.setAlphaF(0.6)
        for band, (_, label) in zip(self._bands, self._items, strict=True):
            label.setText(band.text.replace(" %", "\N{NO-BREAK SPACE}%"), style.text)
            label.fill = pg.mkBrush(veil)  # so that words stay legible over the shaded gap
            label.setFont(font)
        # Words of neighbours may want the same place: in another order, or narrower, they may all find one.
        order, found = range(len(self._bands)), dict[int, QRectF]()
        for widths, one in product((_WIDTHS, _WIDTHS[1:], _WIDTHS[2:]), (order, order[::-1])):
            if len(found) < len(order):
                found = max(found, self._find(one, widths, points, taken, area), key=len)
        (left, right), (bottom, top) = self._view.viewRange()
        for one, (_, label) in enumerate(self._items):
            label.setVisible(one in found)
            if one in found:
                place = found[one]
                label.setTextWidth(place.width())
                x, y = place.x() / area.width(), place.y() / area.height()
                label.setPos(left + x * (right - left), top + y * (bottom - top))

    def _find(
        self, order: Sequence[int], widths: Sequence[float], points: np.ndarray, taken: Sequence[QRectF], area: QRectF
    ) -> dict[int, QRectF]:
        """Return free places for the words of as many bands as possible."""
        found: dict[int, QRectF] = {}
        for one in order:
            others = [*taken, *found.values()]
            places = self._places(self._bands[one], *self._items[one], widths, area)
            place = next((place for place in places if is_free(place, points, others, area)), None)
            if place is not None:
                found[one] = place
        return found

    def _places(
        self,
        band: PublishedBand,
        rectangle: QGraphicsRectItem,
        label: pg.TextItem,
        widths: Sequence[float],
        area: QRectF,
    ) -> Iterator[QRectF]:
        """Yield places beside a band, in pixels, best first: not inside it, where the curves run.

        A band that curves come close to on their whole way has its words farther off.
        """
        ends = rectangle.rect().topLeft(), rectangle.rect().bottomRight()
        corners = [pixel_at(self._view, point.x(), point.y()).toTuple() for point in ends]
        (left, right), (top, bottom) = (sorted(ends) for ends in zip(*corners, strict=True))
        steps = sorted(np.linspace(0, 1, _STEPS).tolist(), key=lambda step: abs(step - _FIRST))
        for away, share in product(_AWAY, widths):
            label.setTextWidth(share * area.width())
            label.setTextWidth(float(np.ceil(label.textItem.document().idealWidth())))
            size = label.boundingRect().size()
            if band.of_epochs:
                for down in np.linspace(0, 1, _STEPS).tolist():
                    y = down * (area.height() - size.height())
                    yield from (QRectF(QPointF(x, y), size) for x in (right, left - size.width()))
            else:
                for step in steps:
                    x = step * (area.width() - size.width())
                    off = away * size.height()
                    yield from (QRectF(QPointF(x, y), size) for y in (top - size.height() - off, bottom + off))
