"""A picture whose points the mouse adds, moves and removes."""

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.polynomials import Points
from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.plot import Plot

_REACH = 0.7  # lines of text: a click this near to a point means it


class PointPlot(Plot):
    """Hears the mouse; whoever owns the points changes them and has them drawn.

    A click on an empty place adds a point, a click on a point removes it, dragging moves it.

    Signals:
        point_added: carries x and y.
        point_moved: carries the place of a point among the points, and its new x and y.
        point_removed: carries the place.

    Args:
        ends: of the part of the horizontal axis where points may be.
    """

    point_added = Signal(float, float)
    point_moved = Signal(int, float, float)
    point_removed = Signal(int)

    def __init__(self, ends: tuple[float, float], parent: QWidget | None = None) -> None:
        super().__init__(NumberAxis("left"), NumberAxis("bottom"), parent)
        self._ends_of_points = ends
        self._dragged: int | None = None
        self._pressed_at: QPointF | None = None
        self.view.setMouseEnabled(x=False, y=False)  # the mouse is for the points
        self._canvas.viewport().installEventFilter(self)

    def shown_points(self) -> Points | None:
        """Return the points that the mouse may move; None before anything is drawn."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the left button add, move and remove points."""
        if not isinstance(event, QMouseEvent) or self.shown_points() is None:
            return super().eventFilter(watched, event)
        left = Qt.MouseButton.LeftButton
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if event.button() is left:
                self._press(event.position())
            case QEvent.Type.MouseMove if event.buttons() & left and self._pressed_at is not None:
                self._drag(event.position())
            case QEvent.Type.MouseButtonRelease if event.button() is left and self._pressed_at is not None:
                self._release_at(event.position())
            case _:
                return super().eventFilter(watched, event)
        return True

    def _press(self, position: QPointF) -> None:
        self._dragged, self._pressed_at = self.point_near(position), position

    def _drag(self, position: QPointF) -> None:
        assert self._pressed_at is not None
        if self._dragged is not None and self._is_drag(position):
            self.point_moved.emit(self._dragged, *self._inside(position))
            self._pressed_at = QPointF(-1e6, -1e6)  # from now on every move is one

    def _release_at(self, position: QPointF) -> None:
        assert self._pressed_at is not None
        dragged, is_drag = self._dragged, self._is_drag(position)
        self._dragged = self._pressed_at = None
        if is_drag:
            return
        if dragged is not None:
            self.point_removed.emit(dragged)
        elif self.view.sceneBoundingRect().contains(self._canvas.mapToScene(position.toPoint())):
            self.point_added.emit(*self._inside(position))

    def _is_drag(self, position: QPointF) -> bool:
        assert self._pressed_at is not None
        return (position - self._pressed_at).manhattanLength() > self.fontMetrics().height() / 4

    def point_near(self, position: QPointF) -> int | None:
        """Return the place of the point at this position of the canvas, in pixels; None if there is none."""
        points = self.shown_points()
        if points is None or not len(points):
            return None
        x, y = self._value_at(position)
        width, height = self.view.viewPixelSize()
        distances = np.hypot((points.x - x) / width, (points.y - y) / height)
        nearest = int(distances.argmin())
        return nearest if distances[nearest] < _REACH * self.fontMetrics().height() else None

    def position_of(self, x: float, y: float) -> QPointF:
        """Return where (x, y) lies on the canvas, in pixels."""
        return QPointF(self._canvas.mapFromScene(self.view.mapViewToScene(QPointF(x, y))))

    def _value_at(self, position: QPointF) -> tuple[float, float]:
        value = self.view.mapSceneToView(self._canvas.mapToScene(position.toPoint()))
        return value.x(), value.y()

    def _inside(self, position: QPointF) -> tuple[float, float]:
        """Return x and y at a position; points stay where they are fitted, and in the picture."""
        x, y = self._value_at(position)
        (first, last), (low, high) = self._ends_of_points, self.view.viewRange()[1]
        return min(max(x, first), last), min(max(y, low), high)
