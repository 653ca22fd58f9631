"""The numbers that determine how fast L1 and L2 shrink a weight."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from nnreg_gui.engine.shrinking import ShrinkingNumbers
from nnreg_gui.plots.style import legend_font
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.log_slider import LogSlider
from nnreg_gui.widgets.number_box import NumberBox, WholeBox
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import significant_text

_FOR_FORMULAS = 0.5  # of the width
_LARGEST_LAMBDA, _LARGEST_RATE, _FEWEST_IMAGES = 10.0, 5.0, 100  # keeps ηλ/n below 1, as required


class ShrinkingChoices(FittingWidget):
    """Places a slider with its formula for each λ, beside η and n.

    Signals:
        changed: the user has settled on numbers; carries `ShrinkingNumbers`.
        moving: the numbers while a slider is being dragged.
    """

    changed = Signal(object)
    moving = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lambda_l2, self.lambda_l1 = (LogSlider(0.001, 10, maximum=_LARGEST_LAMBDA) for _ in range(2))
        self.learning_rate, self.training_images = NumberBox(), WholeBox()
        self._names = tuple(QLabel() for _ in range(4))
        self._formulas = ElidedLabel(), ElidedLabel()
        self.learning_rate.setRange(0.001, _LARGEST_RATE)
        self.learning_rate.set_sample("0.0000")
        self.training_images.setRange(_FEWEST_IMAGES, 50_000)
        self.training_images.setSingleStep(1_000)
        self._show(ShrinkingNumbers())
        self._place()
        self.lambda_l2.changed.connect(self._change)
        self.lambda_l1.changed.connect(self._change)
        self.lambda_l2.moving.connect(self._move_l2)
        self.lambda_l1.moving.connect(self._move_l1)
        self.learning_rate.valueChanged.connect(self._change)
        self.training_images.valueChanged.connect(self._change)
        self.retranslate()

    def _controls(self) -> tuple[QWidget, ...]:
        return self.lambda_l2, self.lambda_l1, self.learning_rate, self.training_images

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, (name, control) in enumerate(zip(self._names, self._controls(), strict=True)):
            row, column = place % 2, 3 * (place // 2)
            grid.addWidget(name, row, column)
            grid.addWidget(control, row, column + 1)
        for row, formula in enumerate(self._formulas):
            formula.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # their width is set below
            grid.addWidget(formula, row, 2)
        grid.setColumnStretch(1, 1)
        self.show_from(Room.FULL, *self._formulas)

    def value(self) -> ShrinkingNumbers:
        """Return the numbers that the user has settled on."""
        return ShrinkingNumbers(
            lambda_l2=self.lambda_l2.value(),
            lambda_l1=self.lambda_l1.value(),
            learning_rate=self.learning_rate.value(),
            training_images=self.training_images.value(),
        )

    def retranslate(self) -> None:
        texts = (
            (self.tr("λ of L2"), self.tr("How strong L2 is: each mini-batch takes the share ηλ/n of a weight")),
            (self.tr("λ of L1"), self.tr("How strong L1 is: each mini-batch takes ηλ/n, however large a weight is")),
            ("η", self.tr("The learning rate: both penalties act in proportion to it")),
            ("n", self.tr("The number of training images: both penalties are divided by it")),
        )
        for name, control, (text, tool_tip) in zip(self._names, self._controls(), texts, strict=True):
            name.setText(text)
            for widget in (name, control):
                widget.setToolTip(tool_tip)
            control.setAccessibleName(text)
        l2, l1 = self._formulas
        l2.setToolTip(self.tr("What one mini-batch makes of a weight under L2 where only the penalty acts"))
        l1.setToolTip(self.tr("What one mini-batch makes of a weight under L1 where only the penalty acts; sgn(0) = 0"))
        self._show_formulas(self.value())
        self.fit()

    def fit(self) -> None:
        """Let the formulas be as large as the width allows, and keep everything still."""
        em = self.fontMetrics().height()
        font = legend_font(self.font(), _formula_width, _FOR_FORMULAS * self.width())
        for formula in self._formulas:
            formula.setFont(font)
            formula.setMinimumWidth(round(_formula_width(font)) + em)

    def _show(self, numbers: ShrinkingNumbers) -> None:
        self.lambda_l2.set_value(numbers.lambda_l2)
        self.lambda_l1.set_value(numbers.lambda_l1)
        self.learning_rate.setValue(numbers.learning_rate)
        self.training_images.setValue(numbers.training_images)

    @Slot()
    def _change(self) -> None:
        self._show_formulas(self.value())
        self.changed.emit(self.value())

    @Slot(float)
    def _move_l2(self, lambda_: float) -> None:
        self._move(replace(self.value(), lambda_l2=lambda_))

    @Slot(float)
    def _move_l1(self, lambda_: float) -> None:
        self._move(replace(self.value(), lambda_l1=lambda_))

    def _move(self, numbers: ShrinkingNumbers) -> None:
        self._show_formulas(numbers)
        self.moving.emit(numbers)

    def _show_formulas(self, numbers: ShrinkingNumbers) -> None:
        texts = _formula_texts(1 - numbers.penalty_step("l2"), numbers.penalty_step("l1"))
        for formula, text in zip(self._formulas, texts, strict=True):
            formula.setText(text)


def _formula_width(font: QFont) -> float:
    """Return how wide formulas can get."""
    return max(QFontMetricsF(font).horizontalAdvance(text) for text in _formula_texts(0.9999555, 0.0000555))


def _formula_texts(factor: float, amount: float) -> tuple[str, str]:
    """Return what becomes of a weight, with the numbers filled in."""
    return (
        f"w → (1 − ηλ/n) · w = {significant_text(factor, 7)} · w",
        f"w → w − (ηλ/n) · sgn w = w − {significant_text(amount, 3)} · sgn w",
    )
