"""A choice of one among a few, all in sight."""

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.room import Roomy
from nnreg_gui.widgets.tab_order import reach_in


class SegmentedChoice(Roomy, QWidget):
    """A row of joined buttons, exactly one of them pressed; arrow keys move the choice.

    Signals:
        changed: carries the key of the new choice, once per real change.
    """

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._on_toggled)
        self._layout = row(parent=self, spacing=0)

    def set_choices(self, choices: list[tuple[str, str, str]]) -> None:
        """Offer these choices, each a key, a text and a tool tip.

        The choice stays if its key does, so that the texts can be set again in another language; otherwise it becomes
        the first.
        """
        keys = [key for key, _, _ in choices]
        if keys != list(self._segments):
            self._replace_segments(keys)
        for key, text, tool_tip in choices:
            self._segments[key].setText(text)
            self._segments[key].setToolTip(tool_tip)
            self._segments[key].updateGeometry()

    def value(self) -> str:
        """Return the key of the choice, "" while there are no choices."""
        return next((key for key, segment in self._segments.items() if segment.isChecked()), "")

    def names(self) -> list[str]:
        """Return the keys of all choices."""
        return list(self._segments)

    def texts(self) -> list[str]:
        """Return the texts of the segments."""
        return [segment.text() for segment in self._segments.values()]

    def told(self, key: str) -> str:
        """Return the text of a segment and its tool tip."""
        segment = self._segments.get(key)
        return f"{segment.text()}: {segment.toolTip()}" if segment is not None else ""

    def set_value(self, key: str) -> None:
        """Choose.

        Raises:
            KeyError: no choice has this key.
        """
        self._segments[key].setChecked(True)

    def choose_next(self) -> None:
        """Choose the segment to the right of the present one, the first after the last, as a key may do."""
        keys = list(self._segments)
        if keys:
            self.set_value(keys[(keys.index(self.value()) + 1) % len(keys)])

    def _replace_segments(self, keys: list[str]) -> None:
        chosen = self.value()
        for segment in self._segments.values():
            self._group.removeButton(segment)
            self._layout.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = {key: _Segment(is_first=key == keys[0], is_last=key == keys[-1]) for key in keys}
        for segment in self._segments.values():
            segment.room = self.room
            self._group.addButton(segment)
            self._layout.addWidget(segment, 1)
        reach_in(self, self._segments.values())
        if chosen in keys:
            with QSignalBlocker(self):  # the same choice as before
                self.set_value(chosen)
        elif keys:
            self.set_value(keys[0])

    def _on_toggled(self, segment: QRadioButton, checked: bool) -> None:
        if checked:
            self.setFocusProxy(segment)  # a label's shortcut leads to the choice, like the Tab key
            self.changed.emit(self.value())


class _Segment(Roomy, QRadioButton):
    """A radio button, so that screen readers call it one, shaped like a piece of a bar."""

    def __init__(self, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._is_first, self._is_last = is_first, is_last
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def follow_room(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        # As wide as in bold, so that nothing moves with the choice.
        width = QFontMetrics(self._font(bold=True)).horizontalAdvance(self.text())
        return QSize(width + (1 if self.compact else 2) * height, 7 * height // 4)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, role = self.palette(), QPalette.ColorRole
        outline = self._outline(0.5)
        painter.fillPath(outline, palette.color(role.Highlight if self.isChecked() else role.Button))
        if self.underMouse() and self.isEnabled() and not self.isChecked():
            painter.fillPath(outline, palette.color(role.Midlight))
        painter.setPen(palette.color(role.Mid))
        painter.drawPath(outline)
        text_colour = palette.color(role.HighlightedText if self.isChecked() else role.ButtonText)
        if self.hasFocus():
            painter.setPen(QPen(text_colour, 1.5))
            painter.drawPath(self._outline(3))
        painter.setPen(text_colour)
        painter.setFont(self._font(bold=self.isChecked()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setBold(bold)
        return font

    def _outline(self, inset: float) -> QPainterPath:
        """Return the segment's edge: rounded where the bar ends, straight where it continues."""
        radius = self.fontMetrics().height() / 4
        edge = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        if not self._is_last:
            edge.setRight(edge.right() + 0.5)  # neighbours share one line
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(edge, radius, radius)
        if not self._is_first:
            path.addRect(QRectF(edge.left(), edge.top(), edge.width() / 2, edge.height()))
        if not self._is_last:
            path.addRect(QRectF(edge.center().x(), edge.top(), edge.width() / 2, edge.height()))
        return path.simplified()
