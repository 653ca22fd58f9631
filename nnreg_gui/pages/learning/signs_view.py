"""The signs of overfitting in detail: what each rests on, its threshold, and when overfitting starts."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nnreg_gui.engine.overfitting import SIGNS, OverfittingSigns, Sign, Thresholds
from nnreg_gui.pages.learning.sign_lamp import SignLamp
from nnreg_gui.pages.learning.signs_sentences import (
    by_accuracy_text,
    by_cost_text,
    meaning,
    short_state_text,
    sign_name,
    sign_sentence,
    state_of,
)
from nnreg_gui.pages.learning.threshold_boxes import ThresholdBoxes
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import give_key

_NARROW = 24  # lines of text
_THRESHOLDS_OF = {
    "costs": ("cost_fall", "cost_tolerance"),
    "accuracies": ("mistakes_fall", "mistakes_tolerance"),
    "high_accuracy": ("high_accuracy",),
    "gap": ("gap",),
}


class SignsView(FittingWidget):
    """Places the four signs, the two answers and the thresholds they share.

    Signals:
        thresholds_changed: the user has chosen other `Thresholds`.
    """

    thresholds_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: OverfittingSigns | None = None
        self.thresholds = ThresholdBoxes(self)
        self.rows = {name: SignRow(name, self.thresholds) for name in SIGNS}
        self._question, self.by_cost, self.by_accuracy = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._beyond, self._for, self.restore = QLabel(), QLabel(), QPushButton()
        self._place()
        self.thresholds.changed.connect(self._tell)
        self.restore.clicked.connect(self.thresholds.restore)
        self.retranslate()

    def _place(self) -> None:
        self._question.setFont(_bold())
        self.restore.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the keyboard from whoever has it
        self._foot, shared = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        for label, threshold in ((self._beyond, "noise"), (self._for, "lasting")):
            shared.addWidget(label)
            shared.addWidget(self.thresholds.boxes[threshold])
        shared.addStretch(1)
        self._foot.addLayout(shared)
        self._foot.addWidget(self.restore)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(3)
        for row in self.rows.values():
            column.addWidget(row)
        for label in (self._question, self.by_cost, self.by_accuracy):
            column.addWidget(label)
        column.addLayout(self._foot)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setWidget(content)
        for ground in (area.viewport(), content):
            ground.setAutoFillBackground(False)  # in the dark look a scroll area's own colour is that of outlines
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def value(self) -> Thresholds:
        """Return the chosen thresholds."""
        return self.thresholds.value()

    def show_signs(self, signs: OverfittingSigns | None) -> None:
        """Show how the signs stand; None: there is no run."""
        self._signs = signs
        for name, row in self.rows.items():
            row.show_sign(signs.signs[name] if signs is not None else None)
        self.by_cost.setText(by_cost_text(signs))
        self.by_accuracy.setText(by_accuracy_text(signs))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.thresholds.retranslate()
        for row in self.rows.values():
            row.retranslate()
        self._question.setText(self.tr("When does overfitting start?"))
        self._beyond.setText(self.tr("Beyond"))
        self._beyond.setToolTip(self.thresholds.boxes["noise"].toolTip())
        self._for.setText(self.tr("for epochs"))
        self._for.setToolTip(self.thresholds.boxes["lasting"].toolTip())
        self.restore.setText(self.tr("Reset thresholds"))
        self.restore.setToolTip(self.tr("Take the thresholds again that were calibrated on runs of this program"))
        give_key(self.restore, "R")
        self.show_signs(self._signs)
        self.fit()

    def fit(self) -> None:
        """Put the button below what all signs share where it has no room beside it."""
        em, narrow = self.fontMetrics().height(), self.width() < _NARROW * self.fontMetrics().height()
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(em // 3)
        self._foot.setAlignment(self.restore, Qt.AlignmentFlag.AlignRight)

    @Slot()
    def _tell(self) -> None:
        self.thresholds_changed.emit(self.value())


class SignRow(QWidget):
    """A sign: its lamp, its name, how it stands, its thresholds, and a sentence."""

    def __init__(self, name: str, thresholds: ThresholdBoxes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._sign: Sign | None = None
        self.lamp, self._heading, self.sentence = SignLamp(), ElidedLabel(), QLabel(wordWrap=True)
        self._heading.setFont(_bold())
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.lamp)
        head.addWidget(self._heading, 1)
        for threshold in _THRESHOLDS_OF[name]:
            head.addWidget(thresholds.boxes[threshold])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.sentence)

    def heading(self) -> str:
        """Return the name and how the sign stands."""
        return self._heading.text()

    def show_sign(self, sign: Sign | None) -> None:
        """Show how the sign stands."""
        self._sign = sign
        self._heading.setText(f"{sign_name(self._name)}: {short_state_text(sign)}")
        self.lamp.set_state(state_of(sign), self._heading.text())
        self.sentence.setText(sign_sentence(self._name, sign))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.lamp.setToolTip(meaning(self._name))
        self.sentence.setToolTip(meaning(self._name))
        self.show_sign(self._sign)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
