"""An empty plot on which a curve is drawn by hand, and on which the true one appears beside it."""

from dataclasses import replace

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from nnreg_gui.lecturing.drawn_curve import DrawnCurve, Points
from nnreg_gui.lecturing.guess_axes import EpochsAxis, NamesAxis, UnitAxis
from nnreg_gui.lecturing.wrapped_text import WrappedText
from nnreg_gui.lessons.handout_figures import between
from nnreg_gui.plots.curve import Curve, Line
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.search_words import SearchWords, names_width
from nnreg_gui.plots.style import PlotStyle, legend_font, run_colour

_MARGIN = 0.02  # of the axes
_HINT_SHARE = 0.05  # of the window's height: the largest type
_STEPS_ACROSS, _STEPS_UP = 20, 50  # of the keyboard's pen, from one end of an axis to the other
_BEYOND = 10  # pixels by which numbers may reach beyond the axis
_SHADE = 0.22


class GuessPlot(Plot):
    """The mouse draws, or a pen that arrow keys move; the curve is a function: the last stroke wins.

    Args:
        bottom: the horizontal axis, from 0 to `last`.
        names: at so many places, 0, 1, 2 …, the curve counts; 0 for everywhere.
        last: the end of the horizontal axis.
        unit: of the vertical axis.
        heights: the ends of the vertical axis.

    Signals:
        drawn: the curve has changed.

    Attributes:
        hint: says what to do while nothing is drawn.
        curve: what is drawn.
    """

    drawn = Signal()

    def __init__(
        self,
        bottom: EpochsAxis | NamesAxis,
        names: int,
        last: float,
        unit: str,
        heights: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(UnitAxis(unit), bottom, parent)
        self._last, self._heights = last, heights
        self._places = [float(place) for place in range(names)]
        self.curve = DrawnCurve(0.0, last, *heights)
        self._truth: Points = ()
        self._is_over = self._locked = False
        self._stroke_end: tuple[float, float] | None = None
        self._pen: tuple[float, float] | None = None  # where the keyboard's pen is, once it was used
        self._sketch, self._dashes, self._line = Curve(Line.SOLID), Curve(Line.DASHED), Curve(Line.SOLID)
        self._shade = QGraphicsPolygonItem()
        self._shade.setPen(pg.mkPen(None))
        self._shade.setZValue(-2)
        self._dots, self._nib = pg.ScatterPlotItem(), pg.ScatterPlotItem()
        for item in (self._shade, self._sketch, self._dashes, self._line, self._dots, self._nib):
            self.view.addItem(item, ignoreBounds=True)
        self._words = SearchWords(self.view)
        self.legend.hide()  # names stand at the curves' ends
        self.hint = WrappedText(_HINT_SHARE, Qt.AlignmentFlag.AlignCenter, self._canvas)
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setMouseEnabled(False, False)
        self.view.sigResized.connect(self.redraw)
        self._canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self._canvas.viewport().installEventFilter(self)

    def set_title(self, text: str, short: str = "") -> None:
        """Say which quantity this is, in a line of its own if there is anything to say."""
        super().set_title(text, short)
        self._title.setVisible(bool(text))

    # ------------------------------------------------------------------------------------------------- the guess

    @property
    def guess(self) -> Points:
        """What was drawn, at the places where it counts; empty until the curve covers the axis."""
        return self.curve.points(self._places) if self.curve.is_complete else ()

    def set_guess(self, guess: Points) -> None:
        """Draw this."""
        self.curve.draw(guess)
        self.redraw()

    def clear(self) -> None:
        """Begin anew."""
        self.curve.clear()
        self._pen = None
        self._change()

    def lock(self) -> None:
        """Draw no more."""
        self._locked, self._pen = True, None
        self._canvas.viewport().unsetCursor()
        self.redraw()

    def move_pen(self, right: int, up: int) -> None:
        """Move the keyboard's pen by steps: to the sides it only goes there, up and down it takes the curve along."""
        across, upwards = self._key_steps()
        x, y = self._pen or (0.0, sum(self._heights) / 2)
        if self._pen is not None:
            x = min(max(x + right * across, 0.0), self._last)
        if not self.curve.is_empty:
            y = self.curve.height(x)
        if up:
            y = min(max(y + up * upwards, self._heights[0]), self._heights[1])
            self.curve.put(x, y, across)
        self._pen = x, y
        self._change()

    def _key_steps(self) -> tuple[float, float]:
        across = 1.0 if self._places else self._last / _STEPS_ACROSS
        return across, (self._heights[1] - self._heights[0]) / _STEPS_UP

    def _change(self) -> None:
        self.redraw()
        self.drawn.emit()

    # ------------------------------------------------------------------------------------------------- the truth

    def show_growing(self, truth: Points) -> None:
        """Draw the true curve as far as it is known."""
        self._truth = truth
        self._draw_curves()

    def show_truth(self, truth: Points) -> None:
        """Draw the whole true curve, name both, and shade what lies between them."""
        self._truth, self._is_over = truth, True
        self.redraw()

    # ------------------------------------------------------------------------------------------------- the picture

    def redraw(self) -> None:
        """Draw everything in the present range and style."""
        if not self.view.width():
            return
        metrics, width, names = QFontMetricsF(self.style_of_plot.axis_font), self.view.width(), self._style_of_names()
        around = QFontMetricsF(names.axis_font).height()
        words = names_width((self.tr("guess"), self.tr("result")), names) + around
        number = self._bottom.tickStrings([0.0], 1, 1)[0]
        before = min(0.2, max(_MARGIN, (metrics.horizontalAdvance(number) / 2 - _BEYOND) / width))
        span = self._last / (1 - min(0.35, words / width) - before)
        low, high = self._heights
        if self._is_over and self._truth:
            low, high = min(low, *(y for _, y in self._truth)), max(high, *(y for _, y in self._truth))
        self.set_range((-before * span, (1 - before) * span), (low, high + _MARGIN * (high - low)))
        self._draw_curves()

    def _style_of_names(self) -> PlotStyle:
        """Return a style in which names are as large as in legends that have all the room."""
        return replace(self.style_of_plot, axis_font=legend_font(self.style_of_plot.axis_font, lambda _: 0, 0))

    def _draw_curves(self) -> None:
        style, text, blue = self.style_of_plot, self.style_of_plot.text, run_colour(1, self.palette())
        nothing = np.empty(0), np.empty(0)
        is_drawing = not self._truth and not self._locked
        guess, sketch = (nothing, self.curve.line()) if is_drawing else (_columns(self.guess), nothing)
        truth = _columns(self._truth)
        for curve, (x, y), colour in (
            (self._sketch, sketch, text), (self._dashes, guess, text), (self._line, truth, blue)
        ):  # fmt: skip
            curve.forget()
            curve.draw(x, y, colour, 1.3 * style.curve_width)
        self._draw_dots([(*guess, text), (*truth, blue)])
        self._draw_shade()
        names = [(self.tr("guess"), text, self._last, float(guess[1][-1]))] if len(guess[0]) else []
        if self._is_over and self._truth:
            names.append((self.tr("result"), blue, *self._truth[-1]))
        self._words.draw(None, names, self._style_of_names())
        pen = [self._pen] if self._pen is not None else []
        self._nib.setData(pos=pen, symbol="o", size=6 * style.curve_width, pen=pg.mkPen(blue, width=3), brush=None)
        self._place_hint()

    def _draw_dots(self, curves: list[tuple[np.ndarray, np.ndarray, QColor]]) -> None:
        """Draw dots where a curve counts at a few places only."""
        spots = [
            {"pos": (x, y), "brush": pg.mkBrush(colour), "pen": pg.mkPen(self.style_of_plot.background)}
            for xs, ys, colour in curves
            for x, y in zip(xs, ys, strict=True)
            if self._places
        ]
        self._dots.setData(spots, size=4 * self.style_of_plot.curve_width)

    def _draw_shade(self) -> None:
        """Shade what lies between the curves, as far as both go."""
        outline = tuple(between(self.guess, self._truth)) if self._is_over else ()
        self._shade.setVisible(bool(outline))
        if not self._shade.isVisible():
            return
        self._shade.setPolygon(pg.functions.arrayToQPolygonF(*_columns(outline)))
        colour = QColor(self.style_of_plot.text)
        colour.setAlphaF(_SHADE)
        self._shade.setBrush(colour)

    def _place_hint(self) -> None:
        self.hint.setVisible(self.curve.is_empty and not self._truth and self._pen is None and not self._locked)
        place = self.view.sceneBoundingRect().toRect()
        self.hint.setGeometry(QRect(place).adjusted(place.width() // 8, 0, -place.width() // 8, 0))

    # ------------------------------------------------------------------------------------------------- the mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw with the left button."""
        if self._locked or not isinstance(event, QMouseEvent):
            return False
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if event.button() is not Qt.MouseButton.LeftButton:
                return False
            self._stroke_end = self._place_of(event.position())
        elif event.type() != QEvent.Type.MouseMove or self._stroke_end is None:
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._stroke_end = None
            return False
        place = self._place_of(event.position())
        assert self._stroke_end is not None
        self.curve.stroke(self._stroke_end, place)
        self._stroke_end, self._pen = place, None
        self._change()
        return True

    def _place_of(self, pixel: QPointF) -> tuple[float, float]:
        """Return the place under the mouse, or the nearest one on the axes."""
        place = self.view.mapSceneToView(self._canvas.mapToScene(pixel.toPoint()))
        return min(max(place.x(), 0.0), self._last), place.y()


def _columns(points: Points) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y, (points,)."""
    x, y = np.array(points, float).reshape(-1, 2).T
    return x, y
