"""The signs of overfitting in detail: the evidence for each, its threshold, and when overfitting starts."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QWidget

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
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, column, row

_THRESHOLDS_OF = {
    "costs": ("cost_fall", "cost_tolerance"),
    "accuracies": ("mistakes_fall", "mistakes_tolerance"),
    "high_accuracy": ("high_accuracy",),
    "gap": ("gap",),
}


class SignsView(FittingWidget):
    """Places the four signs, the two answers and the thresholds that they share.

    Signals:
        thresholds_changed: the user has chosen other `Thresholds`.
    """

    thresholds_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signs: OverfittingSigns | None = None
        self._wrong_labels = 0.0
        self.thresholds = ThresholdBoxes(self)
        self.rows = {name: SignRow(name, self.thresholds) for name in SIGNS}
        self._question, self.by_cost, self.by_accuracy = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._beyond, self._for, self.restore = QLabel(), QLabel(), Button("R")
        self._place()
        self.thresholds.changed.connect(self._tell)
        self.restore.clicked.connect(self.thresholds.restore)
        self.retranslate()

    def _place(self) -> None:
        self._question.setFont(_bold())
        self._foot, boxes = QBoxLayout(QBoxLayout.Direction.LeftToRight), self.thresholds.boxes
        self._shared = row(self._beyond, boxes["noise"], self._for, boxes["lasting"], STRETCH)
        self._foot.addLayout(self._shared)
        self._foot.addWidget(self.restore)
        content, answers = QWidget(), (self._question, self.by_cost, self.by_accuracy)
        signs = self.rows.values()
        column(*signs, *answers, self._foot, STRETCH, parent=content, spacing=3, margins=(0, 0, 4, 0))
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setWidget(content)
        for ground in (area.viewport(), content):
            ground.setAutoFillBackground(False)  # in the dark look, a scroll area's own colour is that of outlines
        column(area, parent=self)

    def value(self) -> Thresholds:
        """Return the chosen thresholds."""
        return self.thresholds.value()

    def show_signs(self, signs: OverfittingSigns | None, wrong_labels: float = 0.0) -> None:
        """Show how the signs stand; None if there is no run.

        Args:
            signs: of a run.
            wrong_labels: the share, 0…1, of its training labels that are wrong.
        """
        self._signs, self._wrong_labels = signs, wrong_labels
        for name, sign in self.rows.items():
            sign.wrong_labels = wrong_labels
            sign.show_sign(signs.signs[name] if signs is not None else None)
        self.by_cost.setText(by_cost_text(signs))
        self.by_accuracy.setText(by_accuracy_text(signs))

    def retranslate(self) -> None:
        self.thresholds.retranslate()
        for sign in self.rows.values():
            sign.retranslate()
        self._question.setText(self.tr("When does overfitting start?"))
        self._beyond.setText(self.tr("Beyond"))
        self._beyond.setToolTip(self.thresholds.boxes["noise"].toolTip())
        self._for.setText(self.tr("for epochs"))
        self._for.setToolTip(self.thresholds.boxes["lasting"].toolTip())
        self.restore.set_texts(
            self.tr("Reset thresholds"),
            self.tr("Take the thresholds again that were calibrated on runs of this program"),
        )
        self.show_signs(self._signs, self._wrong_labels)
        self.fit()

    def fit(self) -> None:
        """Put the button below what all signs share if there is no room beside it."""
        needed = self._shared.minimumSize().width() + self.restore.minimumSizeHint().width()
        narrow = needed + self.fontMetrics().height() > self.width()
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(self.fontMetrics().height() // 3)
        self._foot.setAlignment(self.restore, Qt.AlignmentFlag.AlignRight)

    @Slot()
    def _tell(self) -> None:
        self.thresholds_changed.emit(self.value())


class SignRow(QWidget):
    """A sign: its lamp, its name, how it stands, its thresholds, and a sentence.

    Attributes:
        wrong_labels: the share, 0…1, of the training labels that are wrong.
    """

    def __init__(self, name: str, thresholds: ThresholdBoxes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._sign: Sign | None = None
        self.wrong_labels: float = 0.0
        self.lamp, self._heading, self.sentence = SignLamp(), ElidedLabel(), QLabel(wordWrap=True)
        self._heading.setFont(_bold())
        boxes = (thresholds.boxes[threshold] for threshold in _THRESHOLDS_OF[name])
        column(row(self.lamp, (self._heading, 1), *boxes, spacing=6), self.sentence, parent=self, spacing=0)

    def heading(self) -> str:
        """Return the name and how the sign stands."""
        return self._heading.text()

    def show_sign(self, sign: Sign | None) -> None:
        """Show how the sign stands."""
        self._sign = sign
        self._heading.setText(f"{sign_name(self._name)}: {short_state_text(sign)}")
        self.lamp.set_state(state_of(sign), self._heading.text())
        self.sentence.setText(sign_sentence(self._name, sign, self.wrong_labels))

    def retranslate(self) -> None:
        self.lamp.setToolTip(meaning(self._name))
        self.sentence.setToolTip(meaning(self._name))
        self.show_sign(self._sign)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
