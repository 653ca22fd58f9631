"""The address of a cluster that trains for searches."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from nnreg_gui.widgets.fitting_widget import FittingWidget


class ClusterEntry(FittingWidget):
    """One line; empty for this computer.

    Signals:
        chosen: another address (str) was entered.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._name, self.line = QLabel(), QLineEdit()
        self._name.setBuddy(self.line)
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name)
        row.addWidget(self.line)
        self.line.editingFinished.connect(self._choose)
        self.line.returnPressed.connect(self.line.clearFocus)  # the keyboard is the window's again
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._name.setText(self.tr("Cluster"))
        self.line.setAccessibleName(self.tr("Address of a cluster"))
        self.line.setPlaceholderText(self.tr("this computer"))
        self.line.setToolTip(
            self.tr(
                "The address of a dask scheduler, such as tcp://192.168.0.5:8786, whose workers train for searches; "
                "empty for this computer. It needs the extra nnreg-gui[cluster]."
            )
        )
        self.fit()

    def fit(self) -> None:
        """Leave room for an address."""
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("tcp://192.168.0.5:87860"))

    @Slot()
    def _choose(self) -> None:
        address = self.line.text().strip()
        if address != self._address:
            self._address = address
            self.chosen.emit(address)
