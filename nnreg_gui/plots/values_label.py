"""A small table of values, shown over a plot while the mouse points at it."""

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

    def show_rows(self, heading: str, rows: list[tuple[QColor, list[str]]], left: bool) -> None:
        """Show these rows in the upper corner, left or right."""
        body = "".join(
            f'<tr style="color:{colour.name()}">' + "".join(f'<td align="right">&nbsp;{escape(t)}</td>' for t in texts)
            + "</tr>"
            for colour, texts in rows
        )  # fmt: skip
        self.setText(f"<b>{escape(heading)}</b><table>{body}</table>")
        self.adjustSize()
        inner = self.fontMetrics().horizontalAdvance("100,0 %") * 2
        self.move(inner if left else self._plot.width() - self.width() - _MARGIN, _MARGIN)
        self.show()
        self.raise_()
