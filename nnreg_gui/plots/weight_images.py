"""The first-layer weights of every hidden neuron as pictures in one sheet."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import signed_colours

_BORDER = 2  # pixels of the picture between two neurons


class WeightImages(Plot):
    """One tiled image: each tile holds the weights from the pixels to one neuron, each where its pixel is.

    Signals:
        neuron_hovered: the mouse is over the tile of this neuron (int, from 0), or has left (None).
        scale_changed: the strongest colours now mean ± this weight; 0 while there are none.
    """

    neuron_hovered = Signal(object)
    scale_changed = Signal(float)
    pointer_rate = 30

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), NumberAxis("bottom"), parent)
        self._run: DrawnRun | None = None
        self._drawn_weights: np.ndarray | None = None
        self._drawn_shape: tuple[object, ...] = ()
        self._scale = 1.0
        self._image = pg.ImageItem()
        self.view.addItem(self._image)
        self.view.setAspectLocked(True)
        self.view.invertY(True)
        for axis in (self._left, self._bottom):
            axis.hide()
        self.view.sigResized.connect(self.redraw)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(self.tr("Weights from the pixels to each neuron of the first layer"))

    @property
    def scale(self) -> float:
        """The weight that has the strongest colour."""
        return self._scale

    def show_run(self, run: DrawnRun | None) -> None:
        """Draw the newest network of this run."""
        self._run = run if run is not None and run.record is not None else None
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw the tiles in the present style."""
        self._image.setVisible(self._run is not None)
        if self._run is None or self._run.record is None:
            self._drawn_weights = None
            self.scale_changed.emit(0.0)
            return
        weights = self._run.record.parameters.weights[0]
        of_image = self._run.history.experiment.data.dataset.shape
        shape = (*self._grid(len(weights)), self.width(), self.palette().cacheKey())
        if (weights is self._drawn_weights) and shape == self._drawn_shape:
            return
        self._drawn_weights, self._drawn_shape = weights, shape
        self._scale = max(float(np.quantile(np.abs(weights), 0.995)), 1e-6)  # a few outliers must not pale the rest
        rows, columns = self._grid(len(weights))
        sheet = tile(weights, rows, columns, of_image)
        self._image.setImage(sheet, levels=(-self._scale, self._scale), lut=signed_colours(self.palette()))
        self.set_range((0, sheet.shape[1]), (0, sheet.shape[0]))
        self.scale_changed.emit(self._scale)

    def _grid(self, neurons: int) -> tuple[int, int]:
        """Return the rows and columns that make the tiles largest."""
        ratio = max(self._canvas.width(), 1) / max(self._canvas.height(), 1)
        if self._run is not None:
            height, width = self._run.history.experiment.data.dataset.shape
            ratio *= (height + _BORDER) / (width + _BORDER)
        columns = min(neurons, max(1, math.ceil(math.sqrt(neurons * ratio))))
        return math.ceil(neurons / columns), columns

    def point_at(self, place: QPointF | None) -> None:
        """Emit the neuron there."""
        self.neuron_hovered.emit(self._neuron_at(place) if place is not None else None)

    def _neuron_at(self, place: QPointF) -> int | None:
        if self._run is None or self._run.record is None:
            return None
        weights = self._run.record.parameters.weights[0]
        height, width = self._run.history.experiment.data.dataset.shape
        row, column = int(place.y() // (height + _BORDER)), int(place.x() // (width + _BORDER))
        rows, columns = self._grid(len(weights))
        neuron = row * columns + column
        return neuron if 0 <= row < rows and 0 <= column < columns and neuron < len(weights) else None


def tile(weights: np.ndarray, rows: int, columns: int, shape: tuple[int, int]) -> np.ndarray:
    """Lay out the weights of the neurons as one picture.

    Args:
        weights: (neurons, pixels) with neurons ≤ rows · columns.
        rows, columns: of the sheet.
        shape: height and width of the images.

    Returns:
        float32, (rows · (height + 2), columns · (width + 2)), 0 between the tiles.
    """
    neurons, (height, width) = len(weights), shape
    down, across = height + _BORDER, width + _BORDER
    tiles = np.zeros((rows * columns, down, across), np.float32)
    tiles[:neurons, :height, :width] = weights.reshape(neurons, height, width)
    return tiles.reshape(rows, columns, down, across).swapaxes(1, 2).reshape(rows * down, columns * across)
