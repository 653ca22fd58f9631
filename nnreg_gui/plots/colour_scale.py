"""The scale of signed colours: what indigo, white and crimson mean."""

import numpy as np
from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.style import signed_colours
from nnreg_gui.widgets.texts import significant_text

_BAR_EMS = 8


class ColourScale(QWidget):
    """A bar of the colours, with numbers at its ends and middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @Slot(float)
    def set_limit(self, limit: float) -> None:
        """Let the strongest colours mean ± limit; 0 hides the scale."""
        self._limit = limit
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Leave room for the bar and the numbers beside it."""
        metrics = self.fontMetrics()
        return QSize(_BAR_EMS * metrics.height() + 2 * metrics.horizontalAdvance("−0,0000"), metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        if not self._limit:
            return
        painter, metrics = QPainter(self), self.fontMetrics()
        side = metrics.horizontalAdvance("−0,0000")
        bar = QRect(side, 2, _BAR_EMS * metrics.height(), self.height() - 4)
        colours = np.ascontiguousarray(signed_colours(self.palette())[None])
        image = QImage(colours.data, colours.shape[1], 1, colours.strides[0], QImage.Format.Format_RGB888)
        painter.drawImage(bar, image)
        painter.setPen(self.palette().windowText().color())
        number = significant_text(self._limit, 2)
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, 0, side - 4, self.height()), int(right | middle), f"−{number}")
        painter.drawText(QRect(bar.right() + 5, 0, side, self.height()), int(left | middle), f"+{number}")
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
