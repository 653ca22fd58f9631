"""How far training images are changed at random."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.specs import limits_of
from nnreg_gui.panels.augmentation_text import AUGMENTATION_KINDS, augmentation_text, kind_text
from nnreg_gui.panels.panel import Panel
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.tab_order import reach_in


@dataclass(frozen=True, slots=True)
class _Range:
    """Where a kind's slider begins and ends, and how it steps; its box accepts whatever a file may say."""

    high: float
    step: float
    low: float = 0.0


_SAMPLE = "12.34"  # no useful number is longer
_RANGES = {
    "rotation": _Range(180, 5),
    "shift": _Range(6, 0.5),
    "zoom": _Range(0.5, 0.05),
    "shear": _Range(0.5, 0.05),
    "blur": _Range(3, 0.1),
    "mirror_horizontal": _Range(1, 0.1),
    "mirror_vertical": _Range(1, 0.1),
    "brightness": _Range(1, 0.05),
    "contrast": _Range(1, 0.05),
    "noise": _Range(0.5, 0.02),
    "elastic_alpha": _Range(60, 2),
    "elastic_sigma": _Range(10, 0.5, low=0.5),
}


class AugmentationPanel(Panel):
    """Chooses the range of each kind of augmentation; all may change while the network trains.

    Signals:
        moving: carries the `AugmentationSpec` that a slider is being dragged over; nothing is decided yet.
    """

    moving = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value, self._largest_shift = AugmentationSpec(), MNIST.largest_shift
        self._sliders: dict[str, LinearSlider] = {}  # built when first shown: the group is folded at the start
        self._in_words = QLabel(wordWrap=True)

    def value(self) -> AugmentationSpec:
        return self._value

    def set_value(self, value: AugmentationSpec) -> None:
        self._value = value
        with self.quietly():
            for kind, slider in self._sliders.items():
                slider.set_value(getattr(value, kind))
        self._show_consequences()

    def set_data_set(self, data_set: DataSet) -> None:
        """Let shifts go as far as these images allow."""
        if data_set.largest_shift != self._largest_shift:
            self._largest_shift = data_set.largest_shift
            with self.quietly():
                self._show_limits()
            self.set_value(replace(self._value, shift=min(self._value.shift, data_set.largest_shift)))

    def _show_limits(self) -> None:
        if self._sliders:
            share = _RANGES["shift"].high / MNIST.largest_shift
            self._sliders["shift"].set_span(max(1, round(share * self._largest_shift)), self._largest_shift)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the sliders when first shown."""
        if not self._sliders:
            self._build()
        super().showEvent(event)

    def _build(self) -> None:
        for kind in AUGMENTATION_KINDS:
            limits = _RANGES[kind]
            slider = LinearSlider(limits.low, limits.high, step=limits.step, sample=_SAMPLE)
            if kind != "shift":
                slider.set_range(*limits_of(AugmentationSpec, kind))
            self._sliders[kind] = slider
            self.add_row(kind, slider)
            slider.changed.connect(self._change)
            slider.moving.connect(self._mover(kind))
        self.form.addRow(self._in_words)
        self._show_limits()
        reach_in(self, self._sliders.values())
        self.set_value(self._value)
        self.retranslate()

    def summary(self) -> str:
        return augmentation_text(self.value())

    def is_off(self) -> bool:
        return self.value().is_off

    def retranslate(self) -> None:
        if not self._sliders:
            return
        every_epoch = self.tr("Every training image draws its own value anew every epoch. 0 is Off.")
        help_texts = {
            "rotation": self.tr("Turned by up to so many degrees, to the left or to the right."),
            "shift": self.tr("Moved by up to so many pixels, sideways and up or down."),
            "zoom": self.tr("Made larger or smaller by up to this fraction."),
            "shear": self.tr("Slanted: a row moves sideways by up to this fraction of its distance from the middle."),
            "blur": self.tr("Blurred by a Gaussian of a width σ of up to so many pixels."),
            "mirror_horizontal": self.tr("Left and right are exchanged with this probability."),
            "mirror_vertical": self.tr("Top and bottom are exchanged with this probability."),
            "brightness": self.tr("All pixels made brighter or darker by up to this fraction."),
            "contrast": self.tr("Pixels moved away from or towards the image's mean by up to this fraction."),
            "noise": self.tr(
                "Noise is added to each pixel, with a standard deviation σ of up to this share of full ink."
            ),
            "elastic_alpha": self.tr("Deformed as if drawn on rubber, by a strength α of up to so many pixels."),
            "elastic_sigma": self.tr("How smooth the elastic deformation is: small σ crumples, large σ bends."),
        }
        for kind, help_text in help_texts.items():
            name = kind_text(kind)
            self.label(kind, name[:1].upper() + name[1:], f"{help_text} {every_epoch}")
        self._show_consequences()

    def _mover(self, kind: str) -> object:
        return lambda value: self.moving.emit(replace(self.value(), **{kind: value}))

    @Slot()
    def _change(self) -> None:
        self._value = AugmentationSpec(**{kind: slider.value() for kind, slider in self._sliders.items()})
        super()._change()

    def _show_consequences(self) -> None:
        if not self._sliders:
            return
        self._sliders["elastic_sigma"].setEnabled(self._sliders["elastic_alpha"].value() > 0)
        self._in_words.setText(self.tr("Training images only: {0}").format(augmentation_text(self.value())))
