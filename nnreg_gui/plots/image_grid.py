"""Where the images of a sheet go."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

_GAP = 1 / 9  # of an image's height, between two images
# Whole factors keep every pixel as large as its neighbour, but between 1 and 2 they would leave half the room empty.
_LEAST_USE = 0.85


@dataclass(frozen=True, slots=True)
class ImageGrid:
    """Cells in rows, filled from the left, each an image with its caption below.

    Attributes:
        left, top: where the first cell begins, in pixels of the widget, like all that follows.
        columns: how many cells stand side by side.
        width, height: of an image.
        across, down: from one cell to the next.
        caption: height of the line below an image.
        is_whole: whether a pixel of an image spans a whole number of screen pixels.
    """

    left: float = 0.0
    top: float = 0.0
    columns: int = 1
    width: float = 1.0
    height: float = 1.0
    across: float = 1.0
    down: float = 1.0
    caption: float = 0.0
    is_whole: bool = True

    @classmethod
    def fitting(
        cls, shape: tuple[int, ...], area: QRectF, caption: QSizeF, columns: int | None, ratio: float
    ) -> "ImageGrid":
        """Return the grid with the largest images.

        Args:
            shape: number, height and width of the images.
            area: where they go.
            caption: the room that the widest caption needs.
            columns: how many stand side by side, if decided.
            ratio: screen pixels per pixel of the widget.
        """
        count, (height, width) = max(shape[0], 1), shape[1:]
        gap = max(1.0, height * _GAP)

        def factor(columns: int) -> float:
            wide = area.width() / (columns * (width + gap))
            return min(wide, (area.height() / math.ceil(count / columns) - caption.height()) / (height + gap))

        columns = columns or max(range(1, count + 1), key=factor)
        exact = max(ratio * factor(columns), 0.05)
        whole = math.floor(exact)
        is_whole = whole >= _LEAST_USE * exact
        scale, rows = (whole if is_whole else exact) / ratio, math.ceil(count / columns)
        # Spare room goes between the images, but they must not drift further apart than captions need.
        across = min(area.width() / columns, max(scale * (width + 2 * gap), caption.width()))
        down = min(area.height() / rows, scale * (height + 2 * gap) + caption.height())
        return cls(
            left=area.left() + (area.width() - columns * across) / 2,
            top=area.top() + (area.height() - rows * down) / 2,
            columns=columns,
            width=scale * width,
            height=scale * height,
            across=across,
            down=down,
            caption=caption.height(),
            is_whole=is_whole,
        )

    def image_area(self, image: int) -> QRectF:
        """Return where an image is; it begins at a whole pixel, so that all are sampled alike."""
        cell = self._cell(image)
        left = cell.left() + (self.across - self.width) / 2
        top = cell.top() + (self.down - self.height - self.caption) / 2
        return QRectF(round(left), round(top), self.width, self.height)

    def caption_area(self, image: int) -> QRectF:
        """Return where the caption of an image is."""
        cell = self._cell(image)
        return QRectF(cell.left(), self.image_area(image).bottom() + 1, cell.width(), self.caption)

    def cell_at(self, place: QPointF) -> int | None:
        """Return the cell at a place; it may hold no image."""
        column, row = int((place.x() - self.left) // self.across), int((place.y() - self.top) // self.down)
        return row * self.columns + column if 0 <= column < self.columns and row >= 0 else None

    def _cell(self, image: int) -> QRectF:
        row, column = divmod(image, self.columns)
        return QRectF(self.left + column * self.across, self.top + row * self.down, self.across, self.down)
