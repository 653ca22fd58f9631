"""Choices for a search for λ: how thorough, which penalties, which values, how many seeds."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from nnreg_gui.pages.finding_lambda.lambda_plan import (
    QUICK,
    QUICK_EPOCHS,
    QUICK_IMAGES,
    THOROUGH,
    LambdaPlan,
    all_penalties,
)
from nnreg_gui.panels.experiment_text import penalty_name, penalty_text
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.number_box import NumberBox, WholeBox
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

_ALL = "all"


class LambdaChoices(FittingWidget):
    """Works like a spin box whose value is a `LambdaPlan`.

    Signals:
        changed: the user has chosen another plan.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = QUICK
        self.effort, self.penalty, self.crossed = SegmentedChoice(), SegmentedChoice(), SegmentedChoice()
        self.low, self.high, self.count, self.seeds = NumberBox(), NumberBox(), WholeBox(), WholeBox()
        self._from, self._to, self._values, self._seeds = QLabel(), QLabel(), QLabel(), QLabel()
        for end in (self.low, self.high):
            end.setDecimals(4)
            end.setRange(0.0001, 10_000)
            end.setSingleStep(0.0001)
            end.set_sample("0.0001")
        self.count.setRange(2, 30)
        self.seeds.setRange(1, 20)
        self.first_row, self._boxes = QHBoxLayout(), QWidget()
        self._place()
        self.retranslate()
        self._show()
        self.effort.changed.connect(self._choose_effort)
        for choice in (self.penalty, self.crossed):
            choice.changed.connect(self._read)
        for box in (self.low, self.high, self.count, self.seeds):
            box.valueChanged.connect(self._read)

    def _place(self) -> None:
        boxes = QHBoxLayout(self._boxes)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(6)
        for label, box in (
            (self._from, self.low),
            (self._to, self.high),
            (self._values, self.count),
            (self._seeds, self.seeds),
        ):
            label.setBuddy(box)
            boxes.addWidget(label)
            boxes.addWidget(box)
        self.first_row.setSpacing(12)
        for choice in (self.effort, self.penalty, self.crossed):
            self.first_row.addWidget(choice)
        self.first_row.addStretch(1)
        self.second_row = QHBoxLayout()
        self.second_row.setSpacing(12)
        self.second_row.addWidget(self._boxes)
        self.second_row.addStretch(1)
        rows = QGridLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(6)
        rows.addLayout(self.first_row, 0, 0)
        rows.addLayout(self.second_row, 1, 0)
        self.show_from(Room.FULL, self.crossed, self._boxes)

    def value(self) -> LambdaPlan:
        """Return the chosen plan."""
        return self._plan

    def retranslate(self) -> None:
        quick = self.tr("At most {0} images, {1} epochs, whatever the experiment has; 9 values of λ with 2 seeds each")
        self.effort.set_choices(
            [
                ("quick", self.tr("Quick"), quick.format(whole_text(QUICK_IMAGES), whole_text(QUICK_EPOCHS))),
                (
                    "thorough",
                    self.tr("Thorough"),
                    self.tr("Images and epochs of the experiment; all penalties, 13 values of λ with 5 seeds each"),
                ),
            ]
        )
        self.effort.setAccessibleName(self.tr("How thorough"))
        self.penalty.set_choices(
            [
                *(
                    (one, penalty_name(one), self.tr("Search λ for this penalty: {0}").format(penalty_text(one)))
                    for one in all_penalties()
                ),
                (_ALL, self.tr("All"), self.tr("Search λ for every penalty, to compare them")),
            ]
        )
        self.penalty.setAccessibleName(self.tr("Penalties"))
        self.crossed.set_choices(
            [
                ("", self.tr("λ only"), self.tr("Only λ and the seed differ")),
                ("dropout", "× p", self.tr("Every λ with dropout 0, 0.2 and 0.5")),
                ("sizes", "× n", self.tr("Every λ with a third of the images, with all, and with three times as many")),
            ]
        )
        self.crossed.setAccessibleName(self.tr("Crossed with"))
        self._from.setText("λ")
        self._to.setText("–")
        self._values.setText(self.tr("values:"))
        self._seeds.setText(self.tr("seeds:"))
        for box, name, tool_tip in (
            (self.low, self.tr("Smallest λ"), self.tr("The smallest λ that is tried; no penalty is tried, too")),
            (self.high, self.tr("Largest λ"), self.tr("The largest λ that is tried, as far as ηλ/n stays below 1")),
            (self.count, self.tr("Values of λ"), self.tr("How many λ are tried, each the same multiple of the last")),
            (self.seeds, self.tr("Seeds"), self.tr("With how many seeds each is trained, from the experiment's on")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(tool_tip)

    @Slot(str)
    def _choose_effort(self, effort: str) -> None:
        self._plan = replace(QUICK if effort == "quick" else THOROUGH, crossed=self._plan.crossed)
        self._show()
        self.changed.emit()

    @Slot()
    def _read(self) -> None:
        """Read the plan from the controls; if the range is reversed, move the end that was not typed."""
        low, high = self.low.value(), self.high.value()
        if low >= high and high == self._plan.high:
            high = min(10 * low, self.high.maximum())
            low = min(low, high / 10)
        elif low >= high:
            low = max(high / 10, self.low.minimum())
            high = max(high, 10 * low)
        penalty = self.penalty.value()
        self._plan = replace(
            self._plan,
            penalties=all_penalties() if penalty == _ALL else (penalty,),
            crossed=self.crossed.value(),
            low=low,
            high=high,
            count=self.count.value(),
            seeds=self.seeds.value(),
        )
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        plan = self._plan
        blocked = [QSignalBlocker(part) for part in (self.penalty, self.low, self.high, self.count, self.seeds)]
        self.penalty.set_value(plan.penalties[0] if len(plan.penalties) == 1 else _ALL)
        self.low.setValue(plan.low)
        self.high.setValue(plan.high)
        self.count.setValue(plan.count)
        self.seeds.setValue(plan.seeds)
        del blocked
