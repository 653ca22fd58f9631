"""The choices about a polynomial past the peak: degree, points, ridge λ, or steps of gradient descent."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnreg_gui.engine.double_descent import POINTS
from nnreg_gui.pages.past_the_peak.degree_slider import DegreeSlider
from nnreg_gui.widgets.button import CheckBox
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.log_slider import LogSlider
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.texts import whole_text

MOST_STEPS = 100_000
LEAST_POINTS, MOST_POINTS = 5, 30
_LEAST_LAMBDA, _MOST_LAMBDA = 1e-6, 10.0


@dataclass(frozen=True, slots=True)
class PeakChoices:
    """The choices; by default, the peak.

    Attributes:
        degree: of the polynomial.
        lambda_: of ridge, 0 for none; gradient descent has none.
        steps: of gradient descent; None for the least-squares fit itself.
        number: of points.
    """

    degree: int = POINTS - 1
    lambda_: float = 0.0
    steps: int | None = None
    number: int = POINTS


class PeakPanel(FittingWidget):
    """Chooses `PeakChoices`; the second row holds λ, or the steps while gradient descent is chosen.

    Attributes:
        points: label and box for the number of points, to place where there is room.

    Signals:
        changed: another choice, even while a slider is being dragged.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moving: dict[str, float] = {}  # what sliders are being dragged over
        self.degree, self.lambda_ = DegreeSlider(), LogSlider(_LEAST_LAMBDA, _MOST_LAMBDA)
        self.steps = LogSlider(1, MOST_STEPS, maximum=MOST_STEPS, whole=True)
        self.ridge, self.descent, self.number = CheckBox("G"), CheckBox("V"), WholeBox()
        self.number.setRange(LEAST_POINTS, MOST_POINTS)
        self._labels = {name: QLabel() for name in ("degree", "steps", "number")}
        self._place()
        self.set_value(PeakChoices())
        for name, slider in (("degree", self.degree), ("lambda", self.lambda_), ("steps", self.steps)):
            slider.moving.connect(partial(self._move, name))
            slider.changed.connect(self._decide)
        for box in (self.ridge, self.descent):
            box.toggled.connect(self._decide)
        self.number.valueChanged.connect(self._decide)
        self.retranslate()

    def _place(self) -> None:
        self.points = row(self._labels["number"], self.number)
        for name, field in (("degree", self.degree), ("steps", self.steps), ("number", self.number)):
            self._labels[name].setBuddy(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, pair in enumerate(
            ((self._labels["degree"], self.degree), (self.ridge, self.lambda_), (self._labels["steps"], self.steps))
        ):
            for column, widget in enumerate(pair):
                grid.addWidget(widget, place, column)
        grid.setColumnStretch(1, 1)

    def value(self) -> PeakChoices:
        """Return what is chosen, or what a slider is being dragged over."""
        descends = self.descent.isChecked()
        return PeakChoices(
            degree=round(self._moving.get("degree", self.degree.value())),
            lambda_=self._moving.get("lambda", self.lambda_.value()) if self.penalizes and not descends else 0.0,
            steps=round(self._moving.get("steps", self.steps.value())) if descends else None,
            number=self.number.value(),
        )

    @property
    def penalizes(self) -> bool:
        """Whether ridge is chosen, for when gradient descent is not."""
        return self.ridge.isChecked()

    def set_value(self, value: PeakChoices) -> None:
        """Show choices without emitting a signal."""
        with QSignalBlocker(self):
            self.degree.set_value(value.degree)
            self.ridge.setChecked(value.lambda_ > 0)
            self.lambda_.set_value(value.lambda_ or 0.01)
            self.descent.setChecked(value.steps is not None)
            self.steps.set_value(value.steps or 1)
            self.number.setValue(value.number)
            self._decide()

    def set_lambda(self, lambda_: float) -> None:
        """Penalize with this λ, 0 for no penalty, as the user does."""
        if lambda_:
            self.lambda_.set_value(lambda_)
        self.ridge.setChecked(lambda_ > 0)

    def retranslate(self) -> None:
        for name, field, text, help_text in (
            (
                "degree",
                self.degree,
                self.tr("Degree"),
                self.tr("The highest power: there is one coefficient more. The slider is logarithmic beyond 30"),
            ),
            ("steps", self.steps, self.tr("Steps"), self.tr("How many steps gradient descent has taken from zero")),
            (
                "number",
                self.number,
                self.tr("Points"),
                self.tr("How many points there are: the peak is at as many coefficients"),
            ),
        ):
            self._labels[name].setText(text)
            self._labels[name].setToolTip(help_text)
            field.setToolTip(help_text)
            field.setAccessibleName(text)
        self.lambda_.setToolTip(self.tr("λ of the penalty (λ/2n) Σ c² on all coefficients"))
        self.lambda_.setAccessibleName("λ")
        self.ridge.set_texts("L2, λ", self.tr("Penalize large coefficients (ridge regression)"))
        self.descent.set_texts(
            self.tr("Gradient descent"),
            self.tr("Go step by step from zero coefficients, up to {0} steps").format(whole_text(MOST_STEPS)),
        )

    def _move(self, name: str, number: float) -> None:
        self._moving[name] = number
        self.changed.emit()

    @Slot()
    def _decide(self) -> None:
        self._moving.clear()
        descends = self.descent.isChecked()
        self.lambda_.setEnabled(self.penalizes)
        pairs: tuple[tuple[QWidget, bool], ...] = (
            (self.ridge, not descends),
            (self.lambda_, not descends),
            (self._labels["steps"], descends),
            (self.steps, descends),
        )
        for widget, is_seen in pairs:
            widget.setVisible(is_seen)
        self.changed.emit()
