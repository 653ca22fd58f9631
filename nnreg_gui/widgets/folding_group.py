"""A titled group of controls that folds into one line."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.layouts import column


class FoldingGroup(QWidget):
    """A header with content below it; when folded, the header sums up the content in one line.

    Signals:
        folded_changed: whether the group is folded now.
    """

    folded_changed = Signal(bool)

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = _Header()
        self._body = QWidget()  # a bare layout would keep its margins when the content is hidden
        self._body_layout = column(content, parent=self._body)
        column(self._header, self._body, parent=self, spacing=0)
        self.setFocusProxy(self._header)
        self._header.toggled.connect(self._unfold)
        self._arrange()

    def set_title(self, title: str) -> None:
        """Name the group."""
        self._header.setText(title)
        self._header.updateGeometry()

    def set_summary(self, summary: str, *, stressed: bool = False) -> None:
        """Say in a few words what the folded content holds, with an ellipsis if it is too long.

        A stressed summary, of content that acts unseen, stands out, and gets a line of its own if it needs one.
        """
        self._header.set_summary(summary, stressed=stressed)

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold the content."""
        self._header.setChecked(not folded)

    def folded(self) -> bool:
        """Return whether the content is folded away."""
        return not self._header.isChecked()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the spacing in proportion to the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _unfold(self, unfolded: bool) -> None:
        self._body.setVisible(unfolded)
        self._header.updateGeometry()
        self.folded_changed.emit(not unfolded)

    def _arrange(self) -> None:
        unit = self.fontMetrics().height() // 2
        self._body_layout.setContentsMargins(unit, unit // 2, unit, unit)


class _Header(ToolButton):
    """The line that folds: checked means unfolded, which screen readers can say."""

    def __init__(self) -> None:
        super().__init__(checkable=True, checked=True)
        self._summary, self._is_stressed = "", False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_summary(self, summary: str, *, stressed: bool) -> None:
        self._summary, self._is_stressed = summary, stressed
        self.setToolTip(summary)  # whole, as the line may cut it
        self.setAccessibleDescription(summary)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        unit, line = self._unit(), self.fontMetrics().height()
        return QSize(4 * unit + self._title_width(), line * (2 if self._has_two_lines() else 1) + unit)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_background(painter)
        text_colour = self.palette().color(QPalette.ColorRole.WindowText)
        self._paint_chevron(painter, text_colour)
        painter.setPen(text_colour)
        line = self.height() - (self.fontMetrics().height() if self._has_two_lines() else 0)
        title = QRect(self._title_left(), 0, self._title_width(), line)
        painter.setFont(self._bold_font())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, self.text())
        if not self.isChecked():
            place = self._beside_title()
            if self._has_two_lines():
                place = QRect(title.left(), line - self._unit() // 2, self.width() - title.left() - self._unit(),
                              self.fontMetrics().height())  # fmt: skip
            self._paint_summary(painter, place)

    def _paint_background(self, painter: QPainter) -> None:
        unit = self._unit()
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() and self.isEnabled():
            painter.setBrush(self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), unit / 2, unit / 2)

    def _paint_chevron(self, painter: QPainter, colour: QColor) -> None:
        half, middle = self._unit() * 0.5, QPointF(1.75 * self._unit(), self.height() / 2)
        corners = [QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)]
        if not self.isChecked():
            corners = [QPointF(corner.y(), corner.x()) for corner in corners]
        pen = QPen(colour, max(1.5, self._unit() / 5))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([middle + corner for corner in corners]))

    def _paint_summary(self, painter: QPainter, place: QRect) -> None:
        font = self._summary_font()
        summary = QFontMetrics(font).elidedText(self._summary, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        if self._is_stressed:
            painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, summary)

    def _beside_title(self) -> QRect:
        left = self._title_left() + self._title_width() + 2 * self._unit()
        return QRect(left, 0, self.width() - self._unit() - left, self.height())

    def _has_two_lines(self) -> bool:
        if self.isChecked() or not self._is_stressed:
            return False
        return QFontMetrics(self._summary_font()).horizontalAdvance(self._summary) > self._beside_title().width()

    def _summary_font(self) -> QFont:
        return self._bold_font() if self._is_stressed else self.font()

    def _unit(self) -> int:
        return self.fontMetrics().height() // 2

    def _title_left(self) -> int:
        return 3 * self._unit()

    def _bold_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _title_width(self) -> int:
        return QFontMetrics(self._bold_font()).horizontalAdvance(self.text())
