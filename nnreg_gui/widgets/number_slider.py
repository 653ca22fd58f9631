"""A slider beside a box for the exact number: the base of the logarithmic and the linear one."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from nnreg_gui.widgets.keys import PAGE_KEYS
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.number_box import NumberBox, WholeBox


class Slider(QSlider):
    """A horizontal slider that grows with the font, jumps to the pointer and leaves the wheel to the page around it.

    Fusion's handle has a fixed size in pixels, too small to hit, or see, beside large text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grip = 0.0  # from the middle of the handle to where the pointer grabbed it

    def sizeHint(self) -> QSize:
        """Ask for eight handles."""
        return QSize(8 * self._diameter(), self._diameter() + 4)

    def minimumSizeHint(self) -> QSize:
        """Ask for four handles: enough to drag one."""
        return QSize(4 * self._diameter(), self._diameter() + 4)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus, so that scrolling past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with arrow keys, but not with those of a presenter's clicker."""
        if event.key() in PAGE_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the handle, or bring it under the pointer."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        distance = event.position().x() - self._handle_x()
        self._grip = distance if abs(distance) <= self._diameter() / 2 else 0.0
        self.setSliderDown(True)
        self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle."""
        if self.isSliderDown():
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the handle."""
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groove, its part up to the handle in the accent colour, and the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, radius, middle = self.palette(), self._diameter() / 2, self.height() / 2
        x, thickness = self._handle_x(), max(2.0, self._diameter() / 4)
        groove = QRectF(radius, middle - thickness / 2, self.width() - 2 * radius, thickness)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(groove, thickness / 2, thickness / 2)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(QRectF(groove.topLeft(), QPointF(x, groove.bottom())), thickness / 2, thickness / 2)
        ring = QPen(palette.color(QPalette.ColorRole.Highlight), 2 * thickness / 3)
        painter.setPen(ring)
        painter.setBrush(palette.color(QPalette.ColorRole.Highlight if self.hasFocus() else QPalette.ColorRole.Base))
        inset = radius - ring.widthF() / 2
        painter.drawEllipse(QPointF(x, middle), inset, inset)

    def _diameter(self) -> int:
        return self.fontMetrics().height()

    def _span(self) -> int:
        return self.width() - self._diameter()

    def _handle_x(self) -> float:
        along = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), self.sliderPosition(), self._span())
        return self._diameter() / 2 + along

    def _drag_to(self, x: float) -> None:
        along = round(x - self._grip - self._diameter() / 2)
        self.setSliderPosition(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), along, self._span()))


class NumberSlider(QWidget):
    """A number chosen roughly by a slider, exactly by a box.

    The slider stands on round numbers; the box also accepts those between and outside them, as far as its range goes.
    If the slider cannot show a number, it stands at its nearer end.

    Signals:
        changed: the number was decided: the slider was released or stepped, the box committed, or the program set it.
        moving: the number under a handle being dragged, not yet decided.
    """

    changed = Signal(float)
    moving = Signal(float)

    def __init__(
        self, box: NumberBox | WholeBox, steps: int, page_step: int, value: float, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._value = value
        self._slider, self._box = Slider(), box
        self._slider.setRange(0, steps)
        self._slider.setPageStep(page_step)
        self._layout = row((self._slider, 1), self._box, parent=self)
        self.setFocusProxy(self._slider)
        self._slider.valueChanged.connect(self._follow_slider)
        self._slider.sliderReleased.connect(self._decide_by_slider)
        self._box.valueChanged.connect(self._decide)
        self._show(self._value)
        self._arrange()

    def value(self) -> float:
        """Return the last decided number; one that is only being dragged over does not count."""
        return self._value

    def set_value(self, value: float) -> None:
        """Set the number, exactly; outside the box's range, the nearer end."""
        self._decide(min(max(value, self._box.minimum()), self._box.maximum()))

    def set_range(self, low: float, high: float, above: bool = False, below: bool = False) -> None:
        """Let the box accept numbers from low to high; above and below exclude low and high themselves."""
        self._box.setRange(low, high, above, below)  # type: ignore[arg-type]

    def _set_reach(self, steps: int, maximum: float) -> None:
        """Let the slider have so many steps, and the box another maximum; the number stays if it can."""
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, steps)
        self._box.setRange(self._box.minimum(), maximum)  # type: ignore[arg-type]
        self.set_value(self.value())

    def setAccessibleName(self, name: str) -> None:
        """Name the number for screen readers, which read the parts, not the widget around them."""
        super().setAccessibleName(name)
        for part in (self._slider, self._box):
            part.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Explain the number to screen readers."""
        super().setAccessibleDescription(description)
        for part in (self._slider, self._box):
            part.setAccessibleDescription(description)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the spacing in proportion to the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        self._layout.setSpacing(self.fontMetrics().height() // 2)

    def _follow_slider(self) -> None:
        if not self._slider.isSliderDown():
            self._decide_by_slider()
            return
        number = self._number_at(self._slider.value())
        self._show_in_box(number)
        self.moving.emit(number)

    def _decide_by_slider(self) -> None:
        self._decide(self._number_at(self._slider.value()))

    def _decide(self, number: float) -> None:
        self._show(number)
        if number != self._value:
            self._value = number
            self.changed.emit(number)

    def _show(self, number: float) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(self._step_of(number))
        self._show_in_box(number)

    def _show_in_box(self, number: float) -> None:
        with QSignalBlocker(self._box):
            if isinstance(self._box, WholeBox):
                self._box.setValue(round(number))
            else:
                self._box.setValue(number)

    def _number_at(self, step: int) -> float:
        """Return the round number of a step, but the exact one while the handle is (again) where that put it."""
        return self._value if step == self._step_of(self._value) else self._round_number_at(step)

    def _step_of(self, number: float) -> int:
        """Return the slider's step for a number."""
        raise NotImplementedError

    def _round_number_at(self, step: int) -> float:
        """Return the round number of a step."""
        raise NotImplementedError
