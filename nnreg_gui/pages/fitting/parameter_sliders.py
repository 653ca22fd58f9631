"""The elephant's complex parameters, a pair of sliders each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnreg_gui.engine.elephant import PAPER
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.linear_slider import LinearSlider

_MOST = 100
_SUBSCRIPTS = "₁₂₃₄₅"


class ParameterSliders(FittingWidget):
    """A row for each parameter: its real part and, with i, its imaginary part.

    Signals:
        changed: the user settled on a number, or is dragging a handle over it; `parameters()` already has it.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parameters = [complex(p) for p in PAPER]
        self._labels = [QLabel(f"p{subscript} =") for subscript in _SUBSCRIPTS]
        self._signs = [(QLabel("+"), QLabel("i")) for _ in PAPER]
        self.sliders = [(_slider(), _slider()) for _ in PAPER]
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._place()
        self._show()
        for place, pair in enumerate(self.sliders):
            for slider, is_imaginary in zip(pair, (False, True), strict=True):
                for signal in (slider.changed, slider.moving):
                    signal.connect(partial(self._take, place, is_imaginary))
        self.retranslate()
        self.fit()

    def _place(self) -> None:
        for row, (label, pair, signs) in enumerate(zip(self._labels, self.sliders, self._signs, strict=True)):
            for column, widget in enumerate((label, pair[0], signs[0], pair[1], signs[1])):
                self._rows.addWidget(widget, row, column)
        for column in (1, 3):
            self._rows.setColumnStretch(column, 1)

    def parameters(self) -> tuple[complex, ...]:
        """Return the five parameters that the sliders show."""
        return tuple(self._parameters)

    def set_parameters(self, parameters: Sequence[complex]) -> None:
        """Set the five parameters."""
        if tuple(parameters) != self.parameters():
            self._parameters = [complex(p) for p in parameters]
            self._show()
            self.changed.emit()

    def set_in_use(self, number: int) -> None:
        """Enable only the first ones: the others are not in use."""
        for place in range(len(self.sliders)):
            for widget in (self._labels[place], *self.sliders[place], *self._signs[place]):
                widget.setEnabled(place < number)

    def retranslate(self) -> None:
        times = self.tr("Multiplies {0} in {1}")
        texts = [
            (times.format("sin t", "x(t)"), times.format("sin t", "y(t)")),
            (times.format("sin 2t", "x(t)"), times.format("sin 2t", "y(t)")),
            (times.format("cos 3t", "x(t)"), times.format("sin 3t", "y(t)")),
            (times.format("cos 5t", "x(t)"), times.format("cos t", "y(t)")),
            (self.tr("By how many degrees the tip of the trunk swings (our choice)"), self.tr("Where the eye is")),
        ]
        for subscript, pair, helps in zip(_SUBSCRIPTS, self.sliders, texts, strict=True):
            names = self.tr("p{0}, real part"), self.tr("p{0}, imaginary part")
            for slider, name, help_text in zip(pair, names, helps, strict=True):
                slider.setAccessibleName(name.format(subscript))
                slider.setAccessibleDescription(help_text)
                slider.setToolTip(help_text)

    def fit(self) -> None:
        """Keep the spacing in proportion to the text."""
        self._rows.setHorizontalSpacing(self.fontMetrics().height() // 3)

    def set_row_spacing(self, pixels: int) -> None:
        """Leave this much room between the rows."""
        self._rows.setVerticalSpacing(pixels)

    def _show(self) -> None:
        for parameter, (real, imaginary) in zip(self._parameters, self.sliders, strict=True):
            with QSignalBlocker(real), QSignalBlocker(imaginary):
                real.set_value(parameter.real)
                imaginary.set_value(parameter.imag)

    def _take(self, place: int, is_imaginary: bool, number: float) -> None:
        before = self._parameters[place]
        self._parameters[place] = complex(before.real, number) if is_imaginary else complex(number, before.imag)
        if self._parameters[place] != before:
            self.changed.emit()


def _slider() -> LinearSlider:
    return LinearSlider(-_MOST, _MOST, step=1, steps_per_page=10, whole=True)
