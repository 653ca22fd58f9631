"""Where the discs of a layer are."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

_ROOMY, _SMALLEST = 1.3, 0.5  # distances between discs, in lines of text
_CLOSE = 1.2  # between columns, in distances between discs
_FILLED = 0.38  # a disc's radius, of the distance between two


@dataclass(frozen=True, slots=True)
class DiscGrid:
    """Discs in columns, filled from the top.

    Attributes:
        centres: of the discs, in pixels of the widget, one for each neuron that is drawn.
        radius: of a disc.
        left_out: how many neurons are not drawn, for want of room.
        rest: where their number is written.
    """

    centres: tuple[QPointF, ...]
    radius: float
    left_out: int
    rest: QRectF

    @classmethod
    def fitting(cls, neurons: int, area: QRectF, em: float) -> "DiscGrid":
        """Return as few columns as give discs of a good size, otherwise those that give the largest.

        Args:
            neurons: how many there are.
            area: where they go.
            em: the height of a line of text, in pixels.
        """
        shown, rest = neurons, QRectF()
        columns, apart = cls._best(shown, area, em)
        if apart < _SMALLEST * em:  # discs that small cannot be told apart: draw fewer
            rest = QRectF(area.left(), area.bottom() - 1.3 * em, area.width(), 1.3 * em)
            area = area.adjusted(0, 0, 0, -1.3 * em)
            apart = _SMALLEST * em
            columns = max(1, int(area.width() // apart))
            shown = min(neurons, columns * max(1, int(area.height() // apart)))
        rows = math.ceil(shown / columns)
        aside = 0.25 if columns > 1 else 0.0  # columns stand close and shifted: they are one layer, not several
        across = min(area.width() / columns, _CLOSE * apart)
        down = min(area.height() / (rows + 2 * aside), 2.2 * apart)
        left = area.center().x() - across * (columns - 1) / 2
        top = area.center().y() - down * (rows - 1) / 2
        centres = tuple(
            QPointF(left + column * across, top + (row + (aside if column % 2 else -aside)) * down)
            for row, column in (divmod(one, columns) for one in range(shown))
        )
        return cls(centres, max(1.5, _FILLED * apart), neurons - shown, rest)

    @staticmethod
    def _best(neurons: int, area: QRectF, em: float) -> tuple[int, float]:
        """Return the number of columns, and the distance between discs."""

        def apart(columns: int) -> float:
            return min(area.width() / columns, area.height() / math.ceil(neurons / columns))

        best = max(range(1, neurons + 1), key=apart)
        roomy = next((columns for columns in range(1, best) if apart(columns) >= _ROOMY * em), best)
        return roomy, min(apart(roomy), 2 * em)
