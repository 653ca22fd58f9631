"""The picture of a parameter grid: the map of its cells, and the curves of one of its rows."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.searches.parameter_grid import Cell, CellSummary, GridPlan
from nnreg_gui.engine.spread import Spread
from nnreg_gui.pages.parameters.heat_cells import Heads, HeatCell
from nnreg_gui.pages.parameters.heat_legend import HeatLegend
from nnreg_gui.pages.parameters.heat_map import HeatMap
from nnreg_gui.pages.parameters.hidden_curves import HiddenCurves
from nnreg_gui.pages.parameters.parameter_sentences import details_text
from nnreg_gui.pages.parameters.quantities import QUANTITIES
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchPoint, SearchSeries
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import percent_text, whole_text

LECTURES_CELL = Cell(50_000, 100)
_BESIDES = len(MNIST.classes)  # parameters of 784-h-10: 795 h + 10
_PER_NEURON = MNIST.pixels + 1 + _BESIDES

Found = Mapping[Cell, CellSummary]


class GridPicture(FittingWidget):
    """Places the map beside the curves.

    Signals:
        cell_chosen: carries the `Cell` that the user clicked, or reached by keyboard.
        cell_pointed_at: carries the `Cell` that the mouse has moved to, or None.
    """

    cell_chosen = Signal(object)
    cell_pointed_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: GridPlan | None = None
        self._rows: tuple[int, ...] = ()  # of n, the largest at the top
        self._drawn: tuple[object, ...] = ()
        self.map, self.legend, self.curves = HeatMap(), HeatLegend(), HiddenCurves()
        left = column((self.map, 1), self.legend, spacing=4)
        row((left, 11), (self.curves, 9), parent=self, spacing=12)
        self.show_from(Room.FULL, self.curves, self.legend)
        self.map.cell_chosen.connect(self._choose)
        self.map.cell_pointed_at.connect(self._point_at)
        self.curves.point_chosen.connect(self.cell_chosen)
        self.retranslate()

    def retranslate(self) -> None:
        self.map.setAccessibleName(self.tr("Networks with h hidden neurons, trained on n images"))
        self.map.setToolTip(self.tr("Each cell is a network; a click, or the arrow keys, choose one"))

    def show_whole(self) -> None:
        self.curves.show_whole()

    def set_empty_text(self, text: str) -> None:
        """Say what will appear; the map of what is known before any training needs no words."""
        self.map.set_empty_text("" if self.map.is_full else text)
        below = self.tr("Here you will see validation and training accuracy over the number of hidden neurons.")
        self.curves.set_empty_text(below if text else "")

    def show_grid(self, plan: GridPlan, found: Found, other: Found, quantity: str, chosen: Cell) -> None:
        """Draw this; repeating the same costs nothing.

        Args:
            plan: which cells there are.
            found: what is known about them.
            other: what is known about the plan with L2 if this one is without, and vice versa.
            quantity: what the cells show, a name of `QUANTITIES`.
            chosen: the framed cell; its row is drawn as curves.
        """
        drawn = plan, dict(found), dict(other), quantity, chosen, QLocale()  # how numbers are written
        if drawn == self._drawn:
            return
        self._drawn, self._plan, self._rows = drawn, plan, plan.sizes[::-1]
        self._show_map(plan, found, quantity)
        self.map.set_chosen((self._rows.index(chosen.training_images), plan.hidden.index(chosen.hidden)))
        self._show_curves(plan, found, other, chosen)

    # ------------------------------------------------------------------------------------------------------- the map

    def _show_map(self, plan: GridPlan, found: Found, name: str) -> None:
        quantity = QUANTITIES[name]
        self.map.set_heads(
            Heads(
                tuple(whole_text(n) for n in self._rows),
                tuple(whole_text(h) for h in plan.hidden),
                self.tr("Images n"),
                self.tr("Hidden neurons h"),
            )
        )
        cells = {}
        for down, n in enumerate(self._rows):
            for across, h in enumerate(plan.hidden):
                cell = Cell(n, h)
                value = quantity.value(cell, found.get(cell))
                if value is not None:
                    details = details_text(cell, found.get(cell), plan.epochs(n))
                    cells[down, across] = HeatCell(quantity.share(value), quantity.text(value), details)
        self.map.show_cells(cells)
        self.map.set_line([sum(Cell(n, h).parameters_per_image <= 1 for h in plan.hidden) for n in self._rows])
        missing = "" if self.map.is_full else self.tr("not trained")
        low, high = (quantity.end_text(end) for end in quantity.ends)
        self.legend.set_texts(low, high, line=self.tr("1 parameter per image"), missing=missing)

    @Slot(int, int)
    def _choose(self, row: int, column: int) -> None:
        assert self._plan is not None
        self.cell_chosen.emit(Cell(self._rows[row], self._plan.hidden[column]))

    @Slot(object)
    def _point_at(self, place: tuple[int, int] | None) -> None:
        if place is None or self._plan is None:
            self.cell_pointed_at.emit(None)
        else:
            self.cell_pointed_at.emit(Cell(self._rows[place[0]], self._plan.hidden[place[1]]))

    # ----------------------------------------------------------------------------------------------------- the curves

    def _show_curves(self, plan: GridPlan, found: Found, other: Found, chosen: Cell) -> None:
        n = chosen.training_images
        self.curves.set_values(plan.hidden[0], plan.hidden[-1], with_off=False, lowest=0.2)
        self.curves.set_training_images(n, (n - _BESIDES) / _PER_NEURON)
        off, on = (other, found) if plan.penalized else (found, other)
        known = [some for some in (off, on) if any(cell.training_images == n for cell in some)]
        series = [
            _series(name if len(known) > 1 else "", some, n, line, colour, marker)
            for name, some, line, colour, marker in (
                (self.tr("no penalty"), off, Line.SOLID, "none", "o"),
                ("L2", on, Line.DASHED, "l2", "s"),
            )
            if some in known
        ]
        mark = None
        if chosen in found:
            accuracy = found[chosen].validation_accuracy
            mark = float(chosen.hidden), accuracy, percent_text(accuracy)
        self.curves.show_series(series, mark)
        self.curves.name_lines([(one.line, one.name) for one in series] if len(series) > 1 else [])


def _series(name: str, found: Found, n: int, line: Line, colour: str, marker: str) -> SearchSeries:
    points = [
        SearchPoint(
            float(cell.hidden),
            Spread(found[cell].validation_accuracy, 0.0),
            Spread(found[cell].training_accuracy, 0.0),
            cell,
        )
        for cell in sorted(found)
        if cell.training_images == n
    ]
    return SearchSeries(name, tuple(points), line, colour, marker)
