"""The choices about a polynomial past the peak: degree, points, ridge λ, or steps of gradient descent."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nnreg_gui.engine.double_descent import POINTS
from nnreg_gui.pages.past_the_peak.degree_slider import DegreeSlider
from nnreg_gui.pages.ridge_choice import RidgeChoice
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
        points_changed: another number of points.
    """

    changed = Signal()
    points_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moving: dict[str, float] = {}  # what sliders are being dragged over
        self.degree, self.ridge = DegreeSlider(), RidgeChoice(_LEAST_LAMBDA, _MOST_LAMBDA, self)
        self.steps = LogSlider(1, MOST_STEPS, maximum=MOST_STEPS, whole=True)
        self.descent, self.number = CheckBox("V"), WholeBox()
        self.number.setRange(LEAST_POINTS, MOST_POINTS)
        self._labels = {name: QLabel() for name in ("degree", "steps", "number")}
        self._place()
        self.set_value(PeakChoices())
        for name, slider in (("degree", self.degree), ("steps", self.steps)):
            slider.moving.connect(partial(self._move, name))
            slider.changed.connect(partial(self._settle, name))
        self.ridge.changed.connect(self.changed)
        self.descent.toggled.connect(self._decide)
        self.number.valueChanged.connect(self.points_changed)
        self.retranslate()

    def _place(self) -> None:
        self.points = row(self._labels["number"], self.number)
        for name, field in (("degree", self.degree), ("steps", self.steps), ("number", self.number)):
            self._labels[name].setBuddy(field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        pairs = (
            (self._labels["degree"], self.degree),
            (self.ridge.box, self.ridge.slider),
            (self._labels["steps"], self.steps),
        )
        for place, pair in enumerate(pairs):
            for column, widget in enumerate(pair):
                grid.addWidget(widget, place, column)
        grid.setColumnStretch(1, 1)

    def value(self) -> PeakChoices:
        """Return what is chosen, or what a slider is being dragged over."""
        descends = self.descent.isChecked()
        return PeakChoices(
            degree=round(self._moving.get("degree", self.degree.value())),
            lambda_=0.0 if descends else self.ridge.value(),
            steps=round(self._moving.get("steps", self.steps.value())) if descends else None,
            number=self.number.value(),
        )

    def set_value(self, value: PeakChoices) -> None:
        """Show choices without emitting a signal."""
        with QSignalBlocker(self):
            self.degree.set_value(value.degree)
            self.ridge.set_value(value.lambda_)
            self.descent.setChecked(value.steps is not None)
            self.steps.set_value(value.steps or 1)
            self.number.setValue(value.number)
            self._decide()

    def set_number(self, number: int) -> None:
        """Show how many points there are, without emitting a signal."""
        with QSignalBlocker(self):
            self.number.setValue(number)

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
        self.ridge.retranslate(self.tr("λ of the penalty (λ/2n) Σ c² on all coefficients"))
        self.descent.set_texts(
            self.tr("Gradient descent"),
            self.tr("Go step by step from zero coefficients, up to {0} steps").format(whole_text(MOST_STEPS)),
        )

    def _move(self, name: str, number: float) -> None:
        self._moving[name] = number
        self.changed.emit()

    def _settle(self, name: str, _: float) -> None:
        self._moving.pop(name, None)  # the other one may still be held, while the descent takes its steps
        self.changed.emit()

    @Slot()
    def _decide(self) -> None:
        self._moving.clear()
        descends = self.descent.isChecked()
        pairs: tuple[tuple[QWidget, bool], ...] = (
            (self.ridge.box, not descends),
            (self.ridge.slider, not descends),
            (self._labels["steps"], descends),
            (self.steps, descends),
        )
        for widget, is_seen in pairs:
            widget.setVisible(is_seen)
        self.changed.emit()
