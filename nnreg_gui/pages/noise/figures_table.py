"""The table of robustness: what each run recognizes undisturbed, what is left, and its slope."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QTreeWidgetItem, QWidget

from nnreg_gui.pages.noise.sentences import Figures
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.row_table import RowTable
from nnreg_gui.widgets.texts import percent_text, significant_text

_RUN, _PLAIN, _DISTURBED, _KEPT, _SLOPE = range(5)
_UNKNOWN = "…"


class FiguresTable(RowTable):
    """Lists the runs in their colours; a star marks the best figure of each column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(5, parent)
        self._shown: tuple[object, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self._at = ""
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_figures(self, figures: Sequence[Figures], at: str) -> None:
        """Show these, measured at what `at` says; repeating the same ones costs nothing."""
        shown = (tuple(figures), at, self.palette().cacheKey())
        if shown == self._shown:
            return
        self._shown = shown
        if at != self._at:
            self._at = at
            self._name_columns()
        if len(figures) != len(self._items):
            self._have_rows(len(figures))
        for item, one in zip(self._items, figures, strict=True):
            texts = (
                f"{one.number}  {one.name}",
                _percent(one.plain),
                _percent(one.disturbed),
                _percent(one.kept, 0),
                significant_text(one.slope, 3) if one.slope is not None else _UNKNOWN,
            )
            for column, text in enumerate(texts):
                item.setText(column, text)
            item.setForeground(_RUN, QBrush(run_colour(one.number, self.palette())))
            item.setToolTip(_RUN, one.name)
        self._mark_best(figures)
        self.setMaximumHeight(self.sizeHint().height())

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.setAccessibleName(self.tr("Figures of the runs"))
        self._name_columns()
        self._shown = ()

    @property
    def rows(self) -> int:
        """How many runs are listed."""
        return len(self._items)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMaximumHeight(self.sizeHint().height())

    def _name_columns(self) -> None:
        titles = (
            (self.tr("Run"), ""),
            (self.tr("Clean"), self.tr("Accuracy on undisturbed validation images")),
            (self._at or self.tr("Disturbed"), self.tr("Accuracy where the cursor stands")),
            (self.tr("Retained"), self.tr("Share of the clean accuracy that is retained there")),
            (
                "‖∂a/∂x‖",
                self.tr(
                    "How steep the network is: root of the sum of the squared slopes of all outputs by all pixels, "
                    "mean over images; a star marks the smallest"
                ),
            ),
        )
        self.name_columns(titles)

    def _have_rows(self, rows: int) -> None:
        self.clear()
        self._items = [self.add_row() for _ in range(rows)]
        self.updateGeometry()

    def _mark_best(self, figures: Sequence[Figures]) -> None:
        """Put a star and bold type on the best of several figures."""
        columns = {
            _PLAIN: [one.plain for one in figures],
            _DISTURBED: [one.disturbed for one in figures],
            _KEPT: [one.kept for one in figures],
            _SLOPE: [-one.slope if one.slope is not None else None for one in figures],
        }
        for column, values in columns.items():
            known = [value for value in values if value is not None]
            best = max(known) if len(known) > 1 else None
            for item, value in zip(self._items, values, strict=True):
                self.mark_best(item, column, best=value is not None and value == best)


def _percent(share: float | None, decimals: int = 1) -> str:
    return percent_text(share, decimals) if share is not None else _UNKNOWN
