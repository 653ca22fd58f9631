"""Which two classes to turn, where there are no 6 and 9."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.panels.panel import choice_box
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row

_LETTERS = 7  # that a box shows at least


class PairChooser(FittingWidget):
    """Two boxes with the names of all classes.

    Signals:
        chosen: carries the `Pair` that the user has chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair = SIX_AND_NINE
        self._label, self._between = QLabel(), QLabel("↔")
        self.boxes = choice_box(), choice_box()
        for box in self.boxes:
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LETTERS)
        row(self._label, self.boxes[0], self._between, self.boxes[1], parent=self, spacing=6)
        for box in self.boxes:
            box.activated.connect(self._choose)
        self.retranslate()

    def show_pair(self, pair: Pair) -> None:
        """Show this pair among the classes of its data set."""
        for box, label in zip(self.boxes, pair.labels, strict=True):
            with QSignalBlocker(box):
                if pair.classes != self._pair.classes or box.count() == 0:
                    box.clear()
                    box.addItems(list(pair.classes))
                box.setCurrentIndex(label)
        self._pair = pair

    def retranslate(self) -> None:
        self._label.setText(self.tr("Turn:"))
        names = self.tr("The first of the two classes to turn"), self.tr("The second of the two classes to turn")
        for box, name in zip(self.boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)

    @Slot()
    def _choose(self) -> None:
        first, second = (box.currentIndex() for box in self.boxes)
        if first == second:  # the one that was chosen first gives way
            first, second = (first, self._pair.first) if first == self._pair.second else (self._pair.second, second)
        pair = Pair(first, second, self._pair.classes)
        self.show_pair(pair)
        self.chosen.emit(pair)
