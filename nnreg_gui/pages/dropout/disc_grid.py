"""Where the discs of a layer are."""

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

_ROOMY, _SMALLEST = 1.3, 0.5  # distances between discs, in lines of text
_IN_COLUMN = 0.6  # of a line of text between the discs of a single column, at least
_FILLED = 0.38  # a disc's radius, of the distance between two


@dataclass(frozen=True, slots=True)
class DiscGrid:
    """Discs in one column or, where that would be too narrow, in a grid with a box around it: it is one layer.

    Attributes:
        centres: of the discs, in pixels of the widget, one for each neuron drawn.
        radius: of a disc.
        left_out: how many neurons are not drawn, for lack of room.
        rest: where their number is written.
        box: around a grid of several columns; empty for one column.
        heading: where the text stands that says what the box is.
    """

    centres: tuple[QPointF, ...]
    radius: float
    left_out: int
    rest: QRectF
    box: QRectF = field(default_factory=QRectF)
    heading: QRectF = field(default_factory=QRectF)

    @classmethod
    def fitting(cls, neurons: int, area: QRectF, em: float) -> "DiscGrid":
        """Return one column if there is room for it, otherwise a grid, with discs as large as possible.

        Args:
            neurons: how many there are.
            area: where they go.
            em: the height of a line of text, in pixels.
        """
        shown, rest, heading, box = neurons, QRectF(), QRectF(), QRectF()
        columns, apart = 1, min(area.height() / neurons, area.width(), 2 * em)
        if apart < _IN_COLUMN * em:
            heading = QRectF(area.left(), area.top(), area.width(), 1.3 * em)
            box = area.adjusted(0, 1.3 * em, 0, 0)
            area = box.adjusted(0.2 * em, 0.2 * em, -0.2 * em, -0.2 * em)
            columns, apart = cls._best(shown, area, em)
        if apart < _SMALLEST * em:  # such small discs are indistinguishable: draw fewer
            rest = QRectF(area.left(), area.bottom() - 1.3 * em, area.width(), 1.3 * em)
            area = area.adjusted(0, 0, 0, -1.3 * em)
            apart = _SMALLEST * em
            columns = max(1, int(area.width() // apart))
            shown = min(neurons, columns * max(1, int(area.height() // apart)))
        rows = math.ceil(shown / columns)
        across = min(area.width() / columns, apart)  # as close across as down: neither rows nor columns are layers
        down = min(area.height() / rows, apart if columns > 1 else 2.2 * apart)
        left = area.center().x() - across * (columns - 1) / 2
        top = area.center().y() - down * (rows - 1) / 2
        centres = tuple(
            QPointF(left + column * across, top + row * down)
            for row, column in (divmod(one, columns) for one in range(shown))
        )
        if not box.isNull():  # fits the discs
            half = QPointF(0.6 * across, 0.6 * down)
            last = QPointF(left + (columns - 1) * across, top + (rows - 1) * down)
            box = QRectF(QPointF(left, top) - half, last + half) & box
            heading.moveBottom(box.top())
        return cls(centres, max(1.5, _FILLED * apart), neurons - shown, rest, box, heading)

    @staticmethod
    def _best(neurons: int, area: QRectF, em: float) -> tuple[int, float]:
        """Return the number of columns, and the distance between discs."""

        def apart(columns: int) -> float:
            return min(area.width() / columns, area.height() / math.ceil(neurons / columns))

        best = max(range(1, neurons + 1), key=apart)
        roomy = next((columns for columns in range(1, best) if apart(columns) >= _ROOMY * em), best)
        return roomy, min(apart(roomy), 2 * em)
