"""The choice of a penalty on large coefficients, ridge regression, and of its λ."""

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.widgets.button import CheckBox
from nnreg_gui.widgets.log_slider import LogSlider

_FIRST = 0.01  # the λ that the slider offers while there is no penalty


class RidgeChoice(QObject):
    """A check box and a slider, which the panel places.

    Attributes:
        box: whether there is a penalty.
        slider: its λ.

    Signals:
        changed: another λ, or none, even while the slider is being dragged.
    """

    changed = Signal()

    def __init__(self, least: float, most: float, parent: QObject) -> None:
        super().__init__(parent)
        self._moving: float | None = None
        self.box, self.slider = CheckBox("G"), LogSlider(least, most)
        self.set_value(0.0)
        self.box.toggled.connect(self._decide)
        self.slider.changed.connect(self._decide)
        self.slider.moving.connect(self._move)

    def value(self) -> float:
        """Return λ, or what the slider is being dragged over; 0 for no penalty."""
        if not self.box.isChecked():
            return 0.0
        return self.slider.value() if self._moving is None else self._moving

    def set_value(self, lambda_: float) -> None:
        """Penalize with this λ, 0 for no penalty, as the user does."""
        self.slider.set_value(lambda_ or _FIRST)
        self.box.setChecked(lambda_ > 0)
        self.slider.setEnabled(lambda_ > 0)

    def retranslate(self, about: str) -> None:
        """Say everything in the present language.

        Args:
            about: what λ is the factor of.
        """
        self.slider.setToolTip(about)
        self.slider.setAccessibleName("λ")
        self.box.set_texts("L2, λ", self.tr("Penalize large coefficients (ridge regression)"))

    @Slot(float)
    def _move(self, lambda_: float) -> None:
        self._moving = lambda_
        self.changed.emit()

    @Slot()
    def _decide(self) -> None:
        self._moving = None
        self.slider.setEnabled(self.box.isChecked())
        self.changed.emit()
