"""Where a picture of curves has room for words: what lies where, in pixels of the picture."""

from collections.abc import Iterable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF

_PLACINGS = 20  # of words, while a curve grows across the picture
_APART = 2.0  # pixels between words and the middle of a curve

Points = tuple[np.ndarray, np.ndarray]  # x and y of a curve, (points,), in view coordinates; x rises


def pixel_at(view: pg.ViewBox, x: float, y: float) -> QPointF:
    """Return where a point of the view is. Not by the picture's transform, which learns of a range when painted."""
    (left, right), (bottom, top) = view.viewRange()
    return QPointF((x - left) / (right - left) * view.width(), (y - top) / (bottom - top) * view.height())


def label_place(view: pg.ViewBox, label: pg.TextItem) -> QRectF:
    """Return where a label is; a label on a line is placed by the line."""
    if isinstance(label, pg.InfLineLabel):
        return view.mapRectFromItem(label, label.boundingRect())
    return label.boundingRect().translated(pixel_at(view, label.pos().x(), label.pos().y()))


def curve_pixels(view: pg.ViewBox, curves: Sequence[Points]) -> np.ndarray:
    """Return a point of each curve per pixel column, (points, 2); one that still grows goes on as it ends."""
    (left, right), (bottom, top) = view.viewRange()
    columns = np.arange(0.0, view.width())
    places = left + columns / view.width() * (right - left)
    rows = [(np.interp(places, x, y) - top) / (bottom - top) * view.height() for x, y in curves if len(x)]
    return np.stack([np.tile(columns, len(rows)), np.concatenate(rows)], 1) if rows else np.empty((0, 2))


def growth(view: pg.ViewBox, curves: Sequence[Points]) -> tuple[tuple[int, float], ...]:
    """Return how far which curves have come, in steps coarse enough that words placed at each stay readable."""
    (left, right), _ = view.viewRange()
    steps = [(x, y, int(_PLACINGS * (x[-1] - left) / (right - left))) for x, y in curves if len(x)]
    return tuple((step, float(np.interp(left + step / _PLACINGS * (right - left), x, y))) for x, y, step in steps)


def is_free(place: QRectF, points: np.ndarray, taken: Iterable[QRectF], area: QRectF) -> bool:
    """Return whether a place lies inside the area, clear of all curve points and of everything taken."""
    if not area.contains(place) or any(place.intersects(other) for other in taken):
        return False
    around = place.adjusted(-_APART, -_APART, _APART, _APART)
    x, y = points[:, 0], points[:, 1]
    return not np.any((x > around.left()) & (x < around.right()) & (y > around.top()) & (y < around.bottom()))
