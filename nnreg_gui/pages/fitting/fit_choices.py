"""The choices about a fit: degree, ridge λ, how many points and how noisy."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnreg_gui.engine.polynomials import MOST_DEGREE
from nnreg_gui.pages.ridge_choice import RidgeChoice
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.number_box import NumberBox, WholeBox

_LEAST_LAMBDA, _MOST_LAMBDA = 1e-5, 100.0
MOST_POINTS, MOST_NOISE = 100, 5.0


@dataclass(frozen=True, slots=True)
class FitChoices:
    """The choices; by default, a polynomial goes through all points.

    Attributes:
        degree: of the polynomial.
        lambda_: of the ridge penalty, 0 for none.
        number: of points.
        noise: standard deviation of the points around the line.
    """

    degree: int = 9
    lambda_: float = 0.0
    number: int = 10
    noise: float = 1.0


class FitPanel(FittingWidget):
    """Chooses `FitChoices`.

    Attributes:
        boxes: those for the points, to place where there is room.

    Signals:
        changed: another degree or λ, even while a slider is being dragged.
        points_changed: another number of points, or other noise.
    """

    changed = Signal()
    points_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._degree_moving: float | None = None
        self.degree = LinearSlider(0, MOST_DEGREE, step=1, whole=True)
        self.ridge = RidgeChoice(_LEAST_LAMBDA, _MOST_LAMBDA, self)
        self.number, self.noise = WholeBox(), NumberBox()
        self.number.setRange(0, MOST_POINTS)
        self.noise.setRange(0.0, MOST_NOISE)
        self.noise.setSingleStep(0.1)
        self.noise.set_sample("0.00")
        self._labels = {name: QLabel() for name in ("degree", "number", "noise")}
        self._place()
        self.set_value(FitChoices())
        self.degree.changed.connect(self._decide)
        self.degree.moving.connect(self._move_degree)
        self.ridge.changed.connect(self.changed)
        self.number.valueChanged.connect(self.points_changed)
        self.noise.valueChanged.connect(self.points_changed)
        self.retranslate()

    def _place(self) -> None:
        labels = self._labels
        self.boxes = row(labels["number"], self.number, labels["noise"], self.noise)
        for name, field in (("number", self.number), ("noise", self.noise), ("degree", self.degree)):
            labels[name].setBuddy(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(labels["degree"], 0, 0)
        grid.addWidget(self.degree, 0, 1)
        grid.addWidget(self.ridge.box, 1, 0)
        grid.addWidget(self.ridge.slider, 1, 1)
        grid.setColumnStretch(1, 1)

    def value(self) -> FitChoices:
        """Return what is chosen, or what a slider is being dragged over."""
        degree = self.degree.value() if self._degree_moving is None else self._degree_moving
        return FitChoices(
            degree=round(degree),
            lambda_=self.ridge.value(),
            number=self.number.value(),
            noise=self.noise.value(),
        )

    def set_value(self, value: FitChoices) -> None:
        """Show choices without emitting a signal."""
        with QSignalBlocker(self):
            self.degree.set_value(value.degree)
            self.ridge.set_value(value.lambda_)
            self.number.setValue(value.number)
            self.noise.setValue(value.noise)

    def retranslate(self) -> None:
        degree_help = self.tr("The highest power of the polynomial: it has one parameter more")
        number_help = self.tr("Redraws this many points")
        noise_help = self.tr("Standard deviation of the points around the hidden line; they are drawn anew")
        for name, field, text, help_text in (
            ("degree", self.degree, self.tr("Degree"), degree_help),
            ("number", self.number, self.tr("Points"), number_help),
            ("noise", self.noise, self.tr("Noise"), noise_help),
        ):
            self._labels[name].setText(text)
            self._labels[name].setToolTip(help_text)
            field.setToolTip(help_text)
            field.setAccessibleName(text)
        self.ridge.retranslate(self.tr("λ of the penalty (λ/2n) Σ w² on all coefficients but the constant"))

    def _move_degree(self, value: float) -> None:
        self._degree_moving = value
        self.changed.emit()

    @Slot()
    def _decide(self) -> None:
        self._degree_moving = None
        self.changed.emit()
