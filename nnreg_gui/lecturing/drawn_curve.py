"""A curve drawn by hand: one height at every place of the axis; the last stroke wins."""

from collections.abc import Sequence

import numpy as np

Points = tuple[tuple[float, float], ...]

_COMPLETE = 0.8  # of the axis, from the first drawn place to the last
_COLUMNS = 121


class DrawnCurve:
    """Strokes over an axis from `first` to `last`, whose gaps are straight lines.

    Args:
        first, last: the ends of the axis.
        low, high: the range of heights; strokes above and below stay at its edge.
    """

    def __init__(self, first: float, last: float, low: float, high: float) -> None:
        self._low, self._high = low, high
        self._x = np.linspace(first, last, _COLUMNS)
        self._y = np.full(_COLUMNS, np.nan)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return bool(np.isnan(self._y).all())

    @property
    def is_complete(self) -> bool:
        """Whether it covers so much of the axis that the rest can be guessed."""
        (drawn,) = np.nonzero(~np.isnan(self._y))
        return len(drawn) > 0 and drawn[-1] - drawn[0] >= _COMPLETE * (_COLUMNS - 1)

    def clear(self) -> None:
        """Wipe everything off."""
        self._y[:] = np.nan

    def stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a straight line between two points (x, y) in place of what was there; between the same one, a dot."""
        (left, begin), (right, finish) = sorted((start, end))
        if left == right:
            self.put(left, end[1])
            return
        columns = (self._x >= left) & (self._x <= right)
        self._y[columns] = np.clip(np.interp(self._x[columns], (left, right), (begin, finish)), self._low, self._high)

    def draw(self, points: Points) -> None:
        """Draw the line through these points, which must cover the axis, in place of everything."""
        self._y = np.interp(self._x, *np.array(points, float).T)

    def put(self, x: float, y: float, reach: float = 0.0) -> None:
        """Move the curve at a place to a height; it goes straight to it from as far as `reach` on both sides."""
        self._y[np.abs(self._x - x) < reach * (1 - 1e-9)] = np.nan
        self._y[self._nearest(x)] = min(max(y, self._low), self._high)

    def height(self, x: float) -> float:
        """Return the curve's height at a place, which is that of its nearer end outside it. It must not be empty."""
        return float(self._heights([x])[0])

    def line(self) -> tuple[np.ndarray, np.ndarray]:
        """Return what is drawn, with its gaps closed: x and y, (points,)."""
        drawn = np.flatnonzero(~np.isnan(self._y))
        if not len(drawn):
            return np.empty(0), np.empty(0)
        x = self._x[drawn[0] : drawn[-1] + 1]
        return x, self._heights(x)

    def points(self, places: Sequence[float] = ()) -> Points:
        """Return the curve at these places, or all over the axis; its ends go on level. It must not be empty."""
        x = np.array(places, float) if len(places) else self._x
        return tuple(zip(x.tolist(), self._heights(x).round(6).tolist(), strict=True))

    def _heights(self, x: Sequence[float] | np.ndarray) -> np.ndarray:
        known = ~np.isnan(self._y)
        return np.interp(x, self._x[known], self._y[known])

    def _nearest(self, x: float) -> int:
        return int(np.abs(self._x - x).argmin())


def mean_distance(guess: Points, truth: Points) -> float:
    """Return how far a guess is from the truth on average, over the places where the truth is known."""
    x, y = np.array(truth, float).T
    return float(np.abs(np.interp(x, *np.array(guess, float).T) - y).mean())
