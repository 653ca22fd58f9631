"""The boxes that set the thresholds of the signs of overfitting."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Signal, Slot

from nnreg_gui.engine.overfitting import DEFAULT_THRESHOLDS, Thresholds
from nnreg_gui.widgets.number_box import NumberBox, WholeBox

translate = QCoreApplication.translate
_LESS, _MORE = "<\N{NO-BREAK SPACE}", ">\N{NO-BREAK SPACE}"
_PERCENT = "\N{NO-BREAK SPACE}%"


@dataclass(frozen=True, slots=True)
class _Range:
    """What may be entered, in the box's units, and how many of these make 1."""

    low: float
    high: float
    decimals: int = 0
    unit: float = 100.0
    suffix: str = _PERCENT
    sample: str = "99"
    prefix: str = "≥\N{NO-BREAK SPACE}"


_RANGES = {
    "cost_fall": _Range(1, 95),
    "cost_tolerance": _Range(0, 50, 1, sample="0.0", prefix=_LESS),
    "mistakes_fall": _Range(1, 99),
    "mistakes_tolerance": _Range(0, 90, prefix=_LESS),
    "high_accuracy": _Range(50, 100, 2, sample="99.5"),
    "gap": _Range(0, 90, 1, suffix="", sample="10.5", prefix=_MORE),
    "noise": _Range(0, 20, 1, unit=1.0, suffix="\N{NO-BREAK SPACE}σ", sample="10.5", prefix=""),
}


class ThresholdBoxes(QObject):
    """A spin box whose value is `Thresholds`, in parts that stand in different places.

    Signals:
        changed: the user has settled on another value.

    Attributes:
        boxes: by the threshold's name.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, NumberBox | WholeBox] = {}
        for name, limits in _RANGES.items():
            box = NumberBox()
            box.setRange(limits.low, limits.high)
            box.setDecimals(limits.decimals)
            box.setSingleStep(10.0**-limits.decimals)
            box.setPrefix(limits.prefix)
            box.setSuffix(limits.suffix)
            box.set_sample(limits.sample)
            self.boxes[name] = box
        lasting = self.boxes["lasting"] = WholeBox()
        lasting.setRange(1, 100)
        self.set_value(DEFAULT_THRESHOLDS)
        for any_box in self.boxes.values():
            any_box.valueChanged.connect(self.changed)
        self.retranslate()

    def value(self) -> Thresholds:
        """Return the thresholds."""
        shares = {name: self.boxes[name].value() / limits.unit for name, limits in _RANGES.items()}
        return replace(DEFAULT_THRESHOLDS, **shares, lasting=int(self.boxes["lasting"].value()))

    def set_value(self, value: Thresholds) -> None:
        """Show thresholds."""
        with QSignalBlocker(self):
            for name, limits in _RANGES.items():
                self.boxes[name].setValue(round(getattr(value, name) * limits.unit, limits.decimals))
            self.boxes["lasting"].setValue(value.lasting)

    @Slot()
    def restore(self) -> None:
        """Restore the defaults."""
        if self.value() != DEFAULT_THRESHOLDS:
            self.set_value(DEFAULT_THRESHOLDS)
            self.changed.emit()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for name, (text, help_text) in _texts().items():
            box = self.boxes[name]
            box.setAccessibleName(text)
            box.setToolTip(help_text)
            box.setAccessibleDescription(help_text)


def _texts() -> dict[str, tuple[str, str]]:
    """Return for each threshold its name and the hover help."""
    return {
        "cost_fall": (
            translate("Thresholds", "Fall of the training cost"),
            translate(
                "Thresholds", "By how much the training cost must have fallen while the validation cost has not."
            ),
        ),
        "cost_tolerance": (
            translate("Thresholds", "Fall of the validation cost that counts as none"),
            translate("Thresholds", "A validation cost that falls by less than this counts as one that does not fall."),
        ),
        "mistakes_fall": (
            translate("Thresholds", "Training mistakes that have gone"),
            translate(
                "Thresholds",
                "How many of the mistakes on training images must have gone while those on validation images have not: "
                "near 100 % an accuracy can rise by little only.",
            ),
        ),
        "mistakes_tolerance": (
            translate("Thresholds", "Validation mistakes whose going counts as none"),
            translate(
                "Thresholds",
                "Where fewer of the mistakes on validation images have gone than this, the validation accuracy counts "
                "as one that does not rise.",
            ),
        ),
        "high_accuracy": (
            translate("Thresholds", "Suspicious training accuracy"),
            translate(
                "Thresholds", "From here on a training accuracy is suspicious, where the validation accuracy is lower."
            ),
        ),
        "gap": (
            translate("Thresholds", "Large gap, in points"),
            translate("Thresholds", "A gap of more points than this is large."),
        ),
        "noise": (
            translate("Thresholds", "Fluctuations"),
            translate(
                "Thresholds",
                "How many standard deviations of a curve's own fluctuations a change must exceed. They are estimated "
                "from its last epochs.",
            ),
        ),
        "lasting": (
            translate("Thresholds", "Epochs that a sign must last"),
            translate(
                "Thresholds", "For how many epochs a sign must be seen before it counts, or gone before it goes out."
            ),
        ),
    }
