"""One digit, disturbed more and more, beside the outputs of two networks."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.compared_runs import short_names
from nnreg_gui.pages.noise.disturbed_digit import DisturbedDigit
from nnreg_gui.pages.noise.robustness_measurements import VALUES
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.disturbance import Disturbance
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.plots.output_bars import OutputBars
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.seen_widget import SeenWidget
from nnreg_gui.widgets.texts import number_text, whole_text

_IN_SLIDER = {Disturbance.NOISE: 1.0, Disturbance.ROTATION: 1.0, Disturbance.OFF: 100.0}  # units of a value
_NETWORKS = 2


class DisturbedDigitView(SeenWidget):
    """Places the digit beside the outputs, and the slider below.

    Signals:
        value_chosen: the user moved the slider; one of the values that are measured.
    """

    value_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit: DisturbedDigit | None = None
        self._data_set = MNIST
        self._disturbance, self._value = Disturbance.NOISE, 0.0
        self._shown: list[tuple[int, str, Network]] = []
        self._why_not = ""
        self.sheet, self.bars = ImageSheet(), [OutputBars() for _ in range(_NETWORKS)]
        self.next_button, self.other_button = Button("D"), Button("X")
        self._about, self._said = ElidedLabel(), [ElidedLabel() for _ in range(_NETWORKS)]
        self._unit, self._sliders = QLabel(), QStackedWidget()
        self.sliders = {
            Disturbance.NOISE: LinearSlider(0, 1, step=0.05, sample="0.00"),
            Disturbance.ROTATION: LinearSlider(-60, 60, step=5, steps_per_page=3, whole=True),
            Disturbance.OFF: LinearSlider(0, 90, step=10, steps_per_page=2, whole=True),
        }
        self._place()
        self.next_button.clicked.connect(self._go_on)
        self.other_button.clicked.connect(self._draw_again)
        for slider in self.sliders.values():
            slider.changed.connect(self._choose)
            slider.moving.connect(self._choose)
        self.retranslate()

    def _place(self) -> None:
        for slider in self.sliders.values():
            self._sliders.addWidget(slider)
        outputs = column(spacing=2)
        for label, bars in zip(self._said, self.bars, strict=True):
            outputs.addWidget(label)
            outputs.addWidget(bars, 1)
        column(
            row((self._about, 1), self.next_button, self.other_button),
            (row((self.sheet, 1), (outputs, 2)), 1),
            row(self._unit, (self._sliders, 1)),
            parent=self,
            spacing=4,
        )
        self.show_from(Room.FULL, self._about)

    # --------------------------------------------------------------------------------------------------- what is shown

    @property
    def digit(self) -> DisturbedDigit | None:
        """The digit shown; None before there are digits."""
        return self._digit

    def set_digits(self, split: Split | None, data_set: DataSet = MNIST) -> None:
        """Offer these digits of a data set."""
        if split is not (self._digit.split if self._digit is not None else None):
            self._digit = None if split is None else DisturbedDigit(split, 0, self._disturbance, self._value)
            self._data_set = data_set
            for bars in self.bars:
                bars.set_classes(data_set.classes)
            self._refresh()

    def show_runs(self, runs: Sequence[DrawnRun], why_not: str) -> None:
        """Ask the networks of these runs, at most two; `why_not` says why there may be none."""
        runs = runs[:_NETWORKS]
        names = short_names(runs)
        shown = [(run.number, names[run.number], network_of(run)) for run in runs]
        same = [(number, name, id(network.parameters)) for number, name, network in shown] == [
            (number, name, id(network.parameters)) for number, name, network in self._shown
        ]
        if not same or why_not != self._why_not:
            self._shown, self._why_not = shown, why_not
            self._refresh()

    def set_disturbance(self, disturbance: Disturbance, value: float) -> None:
        """Disturb in another way, this far."""
        self._disturbance = disturbance
        self._sliders.setCurrentWidget(self.sliders[disturbance])
        self._name_controls()
        self.set_value(value)

    def set_value(self, value: float) -> None:
        """Disturb this far."""
        self._value = value
        slider = self.sliders[self._disturbance]
        slider.blockSignals(True)
        slider.set_value(value * _IN_SLIDER[self._disturbance])
        slider.blockSignals(False)
        if self._digit is not None:
            self._digit = replace(self._digit, disturbance=self._disturbance, value=value)
        self._refresh()

    def choose_value(self, value: float) -> None:
        """Choose how far to disturb on the slider, as the user does."""
        self.sliders[self._disturbance].set_value(value * _IN_SLIDER[self._disturbance])

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh()

    def _draw(self) -> None:
        digit = self._digit
        for button in (self.next_button, self.other_button):
            button.setEnabled(digit is not None)
        if self._disturbance is Disturbance.ROTATION:
            self.other_button.setEnabled(False)  # nothing is drawn at random
        if digit is None:
            self.sheet.show_none()
            self._about.setText("")
        else:
            self.sheet.show_images(digit.image[None])
            text = self.tr("Digit {0}, correct: {1}")
            self._about.setText(text.format(whole_text(digit.row + 1), self._data_set.classes[digit.label]))
        for place, (label, bars) in enumerate(zip(self._said, self.bars, strict=True)):
            self._show_network(label, bars, self._shown[place] if place < len(self._shown) else None)

    def _show_network(self, label: ElidedLabel, bars: OutputBars, shown: tuple[int, str, Network] | None) -> None:
        bars.set_empty_text(self._empty_text())
        if shown is None or self._digit is None or shown[2].dataset != self._data_set:
            label.setText("")
            bars.show_outputs(None)
            return
        number, name, network = shown
        outputs, colour = self._digit.outputs(network), run_colour(number, self.palette())
        bars.set_colour(colour)
        bars.show_outputs(outputs)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        label.setPalette(palette)
        called = int(outputs.argmax())
        right = called == self._digit.label
        text = self.tr("{0} {1}: reads {2} ✓") if right else self.tr("{0} {1}: reads {2} ✗")
        said = text.format(number, name, self._data_set.classes[called])
        if self._value:
            moved = self.tr("output changed by {0}")
            said += "; " + moved.format(number_text(self._digit.moved(network, outputs), 2))
        label.setText(said)

    def _empty_text(self) -> str:
        if self._why_not:
            return self._why_not
        return self.tr("The outputs of a second trained run will stand here.") if self._shown else self.tr(
            "Here you will see what two networks answer. Press S."
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------------ the user

    @Slot()
    def _go_on(self) -> None:
        if self._digit is not None:
            self._digit = replace(self._digit, row=(self._digit.row + 1) % len(self._digit.split))
            self._refresh()

    @Slot()
    def _draw_again(self) -> None:
        if self._digit is not None:
            self._digit = replace(self._digit, draw=self._digit.draw + 1)
            self._refresh()

    @Slot(float)
    def _choose(self, number: float) -> None:
        """Go to the nearest measured value, so that the whole page speaks of the same one."""
        values = np.array(VALUES[self._disturbance])
        value = float(values[np.abs(values - number / _IN_SLIDER[self._disturbance]).argmin()])
        if value != self._value:
            self.value_chosen.emit(value)
        else:
            self.set_value(value)

    # ---------------------------------------------------------------------------------------------- texts, and room

    def retranslate(self) -> None:
        self.sheet.setAccessibleName(self.tr("The digit as the networks see it"))
        self.sheet.setToolTip(self.tr("The digit as the networks see it"))
        self.sheet.set_empty_text(self.tr("The digits are coming …"))
        self.next_button.set_texts(self.tr("Next digit"), self.tr("Go to the next validation digit"))
        for bars in self.bars:
            bars.setAccessibleName(self.tr("Outputs of a network"))
            bars.setToolTip(
                self.tr(
                    "The outputs of a network for this digit; the largest is framed. The change of the output is "
                    "its distance from that for the undisturbed digit: ‖a′ − a‖."
                )
            )
        self._name_controls()
        self._refresh()
        self.fit()

    def _name_controls(self) -> None:
        is_off = self._disturbance is Disturbance.OFF
        self.other_button.set_texts(
            self.tr("Other neurons") if is_off else self.tr("Other noise"),
            self.tr("Switch off other hidden neurons") if is_off else self.tr("Draw other noise, just as strong"),
        )
        unit, name = {
            Disturbance.NOISE: ("σ", self.tr("Noise: standard deviation σ of what is added to each 0…1 pixel")),
            Disturbance.ROTATION: ("°", self.tr("Rotation in degrees, counter-clockwise")),
            Disturbance.OFF: ("%", self.tr("Share of each hidden layer's neurons that is switched off, in percent")),
        }[self._disturbance]
        self._unit.setText(unit)
        slider = self.sliders[self._disturbance]
        slider.setToolTip(name)
        slider.setAccessibleName(name)

    def fit(self) -> None:
        """Let the pictures be small rather than cut."""
        em = self.fontMetrics().height()
        for widget in (self.sheet, *self.bars):
            widget.setMinimumHeight(3 * em // 2)
