"""A small table of values, shown over a plot while the mouse points at it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

_MARGIN = 6


class ValuesLabel(QLabel):
    """Shows a heading and one coloured row of values per run, at the top of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plot = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMargin(_MARGIN)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.hide()

    def show_rows(
        self,
        heading: str,
        rows: list[tuple[QColor, list[str]]],
        left: bool,
        names: Sequence[str] = (),
        signs: Sequence[str] = (),
    ) -> None:
        """Show these rows in the upper corner, left or right.

        Args:
            heading: what they are about.
            rows: the colour and the texts of each.
            left: in which corner.
            names: what their columns are called, beside the heading.
            signs: what stands there, below the heading, if the names do not fit.
        """
        self.setText(_table(heading, rows, names) if names else f"<b>{escape(heading)}</b>{_table('', rows, ())}")
        self.adjustSize()
        inner = self.fontMetrics().horizontalAdvance("100,0 %") * 2
        if names and self.width() + _MARGIN > self._plot.width():
            self.setText(f"<b>{escape(heading)}</b>{_table('', rows, signs)}")
            self.adjustSize()
        rightmost = max(self._plot.width() - self.width() - _MARGIN, 0)
        self.move(min(inner, rightmost) if left else rightmost, _MARGIN)
        self.show()
        self.raise_()


def _table(heading: str, rows: list[tuple[QColor, list[str]]], names: Sequence[str]) -> str:
    """Return a table, with a heading beside the names of its columns, if these have any."""
    head = f"<tr><td><b>{escape(heading)}</b></td>{_cells(names)}</tr>" if names else ""
    body = "".join(f'<tr style="color:{colour.name()}">{_cells(texts)}</tr>' for colour, texts in rows)
    return f"<table>{head}{body}</table>"


def _cells(texts: Sequence[str]) -> str:
    return "".join(f'<td align="right">&nbsp;{escape(text)}</td>' for text in texts)
