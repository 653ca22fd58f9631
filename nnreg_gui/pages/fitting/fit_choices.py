"""The choices about a fit: degree, ridge λ, how many points and how noisy."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnreg_gui.engine.polynomials import MOST_DEGREE
from nnreg_gui.widgets.button import CheckBox
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.log_slider import LogSlider
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
        self._lambda_moving: float | None = None
        self.degree = LinearSlider(0, MOST_DEGREE, step=1, whole=True)
        self.ridge = CheckBox("G")
        self.lambda_ = LogSlider(_LEAST_LAMBDA, _MOST_LAMBDA)
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
        self.lambda_.changed.connect(self._decide)
        self.lambda_.moving.connect(self._move_lambda)
        self.ridge.toggled.connect(self._decide)
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
        grid.addWidget(self.ridge, 1, 0)
        grid.addWidget(self.lambda_, 1, 1)
        grid.setColumnStretch(1, 1)

    def value(self) -> FitChoices:
        """Return what is chosen, or what a slider is being dragged over."""
        degree = self.degree.value() if self._degree_moving is None else self._degree_moving
        lambda_ = self.lambda_.value() if self._lambda_moving is None else self._lambda_moving
        return FitChoices(
            degree=round(degree),
            lambda_=lambda_ if self.ridge.isChecked() else 0.0,
            number=self.number.value(),
            noise=self.noise.value(),
        )

    def set_value(self, value: FitChoices) -> None:
        """Show choices without emitting a signal."""
        with QSignalBlocker(self):
            self.degree.set_value(value.degree)
            self.ridge.setChecked(value.lambda_ > 0)
            self.lambda_.set_value(value.lambda_ or 0.01)
            self.number.setValue(value.number)
            self.noise.setValue(value.noise)
        self.lambda_.setEnabled(value.lambda_ > 0)

    def set_lambda(self, lambda_: float) -> None:
        """Penalize with this λ, 0 for no penalty, as the user does."""
        if lambda_:
            self.lambda_.set_value(lambda_)
        self.ridge.setChecked(lambda_ > 0)

    def retranslate(self) -> None:
        degree_help = self.tr("The highest power of the polynomial: it has one parameter more")
        lambda_help = self.tr("λ of the penalty (λ/2n) Σ w² on all coefficients but the constant")
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
        self.lambda_.setToolTip(lambda_help)
        self.lambda_.setAccessibleName("λ")
        self.ridge.set_texts("L2, λ", self.tr("Penalize large coefficients (ridge regression)"))

    def _move_degree(self, value: float) -> None:
        self._degree_moving = value
        self.changed.emit()

    def _move_lambda(self, value: float) -> None:
        self._lambda_moving = value
        self.changed.emit()

    @Slot()
    def _decide(self) -> None:
        self._degree_moving = self._lambda_moving = None
        self.lambda_.setEnabled(self.ridge.isChecked())
        self.changed.emit()
