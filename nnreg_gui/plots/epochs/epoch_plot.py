"""Curves of runs over epochs: costs or accuracies, with mid-run changes and published figures."""

from collections.abc import Callable, Collection, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QGraphicsPolygonItem, QWidget

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.axes import EpochAxis, NumberAxis
from nnreg_gui.plots.curve import Curve, Line, thin_out
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.epochs.curve_marks import CurveMark, CurveMarks
from nnreg_gui.plots.epochs.published_bands import PublishedBand, PublishedBands
from nnreg_gui.plots.epochs.repeat_band import RepeatBands, RepeatMeans
from nnreg_gui.plots.epochs.run_markers import RunMarkers
from nnreg_gui.plots.plot import Plot
from nnreg_gui.plots.style import run_colour
from nnreg_gui.plots.values_label import ValuesLabel
from nnreg_gui.widgets.texts import whole_text

# What stands above a column of values where there is no room for its name.
_SIGNS = {Line.SOLID: "——", Line.DASHED: "– –", Line.DOTTED: "· · ·", Line.DASH_DOTTED: "– ·"}


class EpochPlot(Plot):
    """Draws columns of histories over epochs.

    Signals:
        epoch_hovered: the mouse is over this epoch (float), or has left (None).
    """

    epoch_hovered = Signal(object)

    def __init__(self, lines: dict[str, Line], left: NumberAxis, parent: QWidget | None = None) -> None:
        self.epochs = EpochAxis()
        super().__init__(left, self.epochs, parent)
        self._lines = lines
        self._left_out: frozenset[str] = frozenset()
        self._runs: Sequence[DrawnRun] = ()
        self._curves: dict[tuple[tuple[RunHistory, ...], str], Curve] = {}
        self._means, self._repeat_bands = RepeatMeans(), RepeatBands(self.view)
        self._markers = RunMarkers(self.view)
        self._numbers: dict[int, pg.TextItem] = {}
        self._gap: tuple[str, str] | None = None
        self._shade = QGraphicsPolygonItem()
        self._shade.setPen(Qt.PenStyle.NoPen)
        self._shade.setZValue(-10)
        self.view.addItem(self._shade, ignoreBounds=True)
        self._marks: list[tuple[float, str]] = []
        self._mark_lines: list[pg.InfiniteLine] = []
        self._curve_marks: Sequence[CurveMark] = ()
        self.curve_marks = CurveMarks(self.view)
        self._values = ValuesLabel(self._canvas)
        self._bands = PublishedBands(self.view, self.epochs)
        self._pointed_at: float | None = None  # an epoch
        self._cross = pg.InfiniteLine(angle=90, movable=False)
        self._cross.hide()
        self.view.addItem(self._cross, ignoreBounds=True)
        self.view.sigRangeChanged.connect(self._draw)  # not redraw, which would undo what the user does
        self.view.sigResized.connect(self._draw)

    def shade_gap(self, upper: str, lower: str) -> None:
        """Shade the gap between two columns of the selected run."""
        self._gap = (upper, lower)

    def leave_out(self, columns: Collection[str]) -> None:
        """Draw all but these columns, and nothing that they are a part of."""
        self._left_out = frozenset(columns)
        self.show_epoch(None)
        self.redraw()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Choose between a linear and a logarithmic axis of epochs."""
        self.epochs.logarithmic = logarithmic
        self.epochs.picture = None  # its ticks are cached
        self.show_whole()

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw these runs."""
        self._runs = [run for run in runs if len(run.history)]
        self._means.keep_only(self._runs)
        self.redraw()

    def show_bands(self, bands: list[PublishedBand]) -> None:
        """Draw these published figures behind the curves."""
        if self._bands.show_bands(bands):
            self.redraw()

    def show_marks(self, marks: list[tuple[float, str]]) -> None:
        """Mark the epochs of mid-run changes, each with what changed."""
        if marks == self._marks:
            return
        for line in self._mark_lines:
            self.view.removeItem(line)
        self._marks = marks
        self._mark_lines = [self._mark(text, place) for place, (_, text) in enumerate(marks)]
        self.redraw()

    def show_curve_marks(self, marks: Sequence[CurveMark]) -> None:
        """Mark points on the curves of the selected run."""
        if list(marks) != self._curve_marks:
            self._curve_marks = list(marks)
            self._draw_curve_marks()

    def show_epoch(self, epoch: float | None) -> None:
        """Draw the crosshair at an epoch with the values there, or remove it."""
        self._pointed_at = epoch
        self._draw_crosshair()

    def _draw_crosshair(self) -> None:
        epoch, first = self._pointed_at, 1 if self.epochs.logarithmic else 0
        last = max((int(run.history.column("epoch")[-1]) for run in self._runs), default=-1)
        if epoch is None or last < first:
            self._cross.hide()
            self._values.hide()
            return
        whole = min(max(round(epoch), first), last)
        place, (left, right) = float(self.epochs.place(np.array(float(whole)))), self.view.viewRange()[0]
        self._cross.setPos(place)
        self._cross.show()
        heading = self.tr("Epoch {0}").format(whole_text(whole))
        signs = [_SIGNS[line] for line in self.legend.lines]
        self._values.show_rows(heading, self._value_rows(whole), place > (left + right) / 2, self.value_names(), signs)

    def _value_rows(self, epoch: int) -> list[tuple[QColor, list[str]]]:
        """Return each run's colour and the values of its curves at an epoch."""
        rows = []
        for run in self._runs:
            columns = [self._means.of(run, name)[0] for name in self.columns(run)]
            if epoch < len(columns[0]):
                values = [self.value_text(float(column[epoch])) for column in columns]
                rows.append((run_colour(run.number, self.palette()), [str(run.number), *values]))
        return rows

    def value_names(self) -> list[str]:
        """Return what values are called, in the order of the columns, which is that of the legend."""
        return self.legend.names

    def value_text(self, value: float) -> str:
        """Write a value of this plot's quantity."""
        raise NotImplementedError

    @Slot()
    def redraw(self) -> None:
        """Draw the curves in the present range and style."""
        if not (self._follows and self._runs and self.set_range(self._x_range(), self._y_range())):
            self._draw()
        self._draw_crosshair()

    @Slot()
    def _draw(self) -> None:
        """Draw everything in the visible range."""
        self._draw_curves()
        self._draw_numbers()
        self._draw_shade()
        self._draw_bands()
        self._draw_marks()
        self._draw_curve_marks()
        self._cross.setPen(pg.mkPen(self.style_of_plot.faint, width=1))

    # ------------------------------------------------------------------------------------------------------- ranges

    def _x_range(self) -> tuple[float, float]:
        """Return the start and the last planned epoch: curves grow into an empty picture that does not move."""
        last = max(run.history.experiment.training.epochs if run.live else len(run.history) - 1 for run in self._runs)
        if self.epochs.logarithmic:
            return 0.0, float(np.log10(max(last, 2)))
        return 0.0, 1.02 * max(last, 1)  # the last epoch's number needs room

    def _y_range(self) -> tuple[float, float]:
        """Return the range that the quantity needs, which subclasses know."""
        raise NotImplementedError

    def _comparable(self, needs: Sequence[float], allowance: Callable[[float], float]) -> list[float]:
        """Return the needs of the runs that the picture must fit: a runaway run must not flatten the others.

        The selected run always fits, or else that which needs least. The numbers of the others stand at the edge.

        Args:
            needs: one per run; larger means more.
            allowance: returns how much to allow beside a run with this need.
        """
        reference = next((need for run, need in zip(self._runs, needs, strict=True) if run.selected), min(needs))
        return [need for need in needs if need <= allowance(reference)]

    # ------------------------------------------------------------------------------------------------------ drawing

    def columns(self, run: DrawnRun) -> list[str]:
        """Return which columns of a run are drawn."""
        return [column for column in self._lines if column not in self._left_out]

    @property
    def _numbered(self) -> str:
        """The column whose curve bears the run's number: validation, or the only one."""
        return next(column for column in list(self._lines)[1::-1] if column not in self._left_out)

    def _points(self, run: DrawnRun, column: str) -> tuple[np.ndarray, np.ndarray]:
        first = 1 if self.epochs.logarithmic else 0
        values = self._means.of(run, column)[0]
        return self.epochs.place(run.history.column("epoch")[first : len(values)]), values[first:]

    def _band_edges(self, run: DrawnRun, column: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        x, mean = self._points(run, column)
        spread = self._means.of(run, column)[1][-len(mean) :] if len(mean) else mean
        return x, mean - spread, mean + spread

    def _draw_curves(self) -> None:
        # Not by number, which goes to another run once this one, as the last, is removed.
        wanted = {(run.histories, column): run for run in self._runs for column in self.columns(run)}
        for key in self._curves.keys() - wanted.keys():
            self.view.removeItem(self._curves.pop(key))
        for (histories, column), run in wanted.items():
            curve = self._curves.get((histories, column))
            if curve is None:
                curve = self._curves[histories, column] = Curve(self._lines[column])
                self.view.addItem(curve, ignoreBounds=True)
            curve.setZValue(1 if run.selected else 0 if run.strong else -1)
            curve.draw(*self._points(run, column), *self.run_line(run.number, strong=run.strong))
        repeated = [(run, column) for (_, column), run in wanted.items() if len(run.repeats) > 1 and run.strong]
        ends = [(run.number, *self._points(run, self._numbered), self._colour_of(run)) for run in self._runs]
        self._markers.draw(ends, self.style_of_plot.curve_width)
        self._repeat_bands.draw(repeated, self._band_edges, self._colour_of, self.style_of_plot)

    def _colour_of(self, run: DrawnRun) -> QColor:
        return self.run_line(run.number, strong=run.strong)[0]

    def _draw_numbers(self) -> None:
        """Write the number of each run at the end of its curve: colour is never the only signal."""
        several = len(self._runs) > 1
        runs = {run.number: run for run in self._runs if several}
        for number in self._numbers.keys() - runs.keys():
            self.view.removeItem(self._numbers.pop(number))
        font = QFont(self.style_of_plot.axis_font)
        font.setBold(True)
        (left, right), (bottom, top) = self.view.viewRange()
        pixel, taken = (right - left) / max(self.view.width(), 1.0), 0.0
        for number, run in runs.items():
            label = self._numbers.get(number)
            if label is None:
                label = self._numbers[number] = pg.TextItem(str(number), anchor=(1, 1))
                self.view.addItem(label, ignoreBounds=True)
            x, y = self._points(run, self._numbered)
            if len(x):
                # Place neighbours side by side, or they would cover each other where curves meet.
                place = max(float(x[0]), float(x[-1]) - taken)
                height = float(np.interp(place, x, y))
                beyond = " ↑" if height > top else " ↓" if height < bottom else ""
                text = f"{number}{beyond}"
                if text != label.textItem.toPlainText():  # each change takes time
                    label.setText(text)
                    label.setAnchor((1, 0 if beyond == " ↑" else 1))
                label.setPos(place, float(np.clip(height, bottom, top)))
            colour = run_colour(number, self.palette())
            if (font, colour) != (label.textItem.font(), label.textItem.defaultTextColor()):
                label.setFont(font)
                label.setColor(colour)
            taken += (label.boundingRect().width() + 1) * pixel

    def _mark(self, text: str, place: int) -> pg.InfiniteLine:
        """Make the line of a mark, with words at another height than its neighbours'."""
        options = {"position": 0.95 - 0.11 * (place % 4), "anchors": [(0, 0.5), (1, 0.5)], "movable": False}
        line = pg.InfiniteLine(angle=90, label=text, labelOpts=options)
        self.view.addItem(line, ignoreBounds=True)
        return line

    def _draw_marks(self) -> None:
        style = self.style_of_plot
        middle = sum(self.view.viewRange()[0]) / 2
        for (epoch, _), line in zip(self._marks, self._mark_lines, strict=True):
            place = float(self.epochs.place(np.array(max(epoch, 0.5))))
            line.setPos(place)
            # Words go where there is more room; the line itself does not hear of every new range.
            line.label.anchors = [(float(place > middle), 0.5)] * 2
            line.label.updatePosition()
            line.setPen(pg.mkPen(style.text, width=1, style=Qt.PenStyle.DashDotLine))
            line.label.setColor(style.text)
            line.label.setFont(self.font())

    def _draw_curve_marks(self) -> None:
        """Draw the marks on the selected run's curves, with words clear of all curves, numbers and other words."""
        selected = next((run for run in self._runs if run.selected), None)
        points, first = [], 1 if self.epochs.logarithmic else 0
        for mark in self._curve_marks if selected is not None else ():
            assert selected is not None
            if self._left_out.intersection((mark.column, mark.other)):
                continue
            column, other = (self._means.of(selected, name)[0] for name in (mark.column, mark.other or mark.column))
            if first <= mark.epoch < len(column):
                x = float(self.epochs.place(np.array(float(mark.epoch))))
                points.append((mark, x, float(column[mark.epoch]), float(other[mark.epoch])))
        colour = run_colour(selected.number if selected is not None else 1, self.palette())
        curves = self._readable_curves() if points else []
        labels = [*self._numbers.values(), *self._bands.labels]
        labels += [line.label for (_, text), line in zip(self._marks, self._mark_lines, strict=True) if text]
        self.curve_marks.draw(points, curves, labels, colour, self.font(), self.style_of_plot)

    def _draw_shade(self) -> None:
        selected = next((run for run in self._runs if run.selected), None)
        self._shade.setVisible(False)
        if selected is None or self._gap is None or self._left_out.intersection(self._gap):
            return
        pixel = self.view.viewPixelSize()[0]
        upper, lower = (thin_out(*self._points(selected, column), pixel) for column in self._gap)
        if not len(upper[0]):
            return  # a logarithmic axis has no place for epoch 0 alone
        self._shade.setVisible(True)
        x, y = np.concatenate([upper[0], lower[0][::-1]]), np.concatenate([upper[1], lower[1][::-1]])
        self._shade.setPolygon(pg.functions.arrayToQPolygonF(x, y))
        colour = run_colour(selected.number, self.palette())
        colour.setAlphaF(0.15)
        self._shade.setBrush(colour)

    def _draw_bands(self) -> None:
        self._bands.draw(self._readable_curves(), list(self._numbers.values()), self.font(), self.style_of_plot)

    def _readable_curves(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Return the curves that words must not cover; they may cover faint ones."""
        return [self._points(run, column) for run in self._runs if run.strong for column in self.columns(run)]

    # -------------------------------------------------------------------------------------------------------- mouse

    def point_at(self, place: QPointF | None) -> None:
        """Emit the epoch there."""
        self.epoch_hovered.emit(self.epochs.epoch_at(place.x()) if place is not None and self._runs else None)
