"""The address of a cluster that trains for searches."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from nnreg_gui.pages.finding_lambda.cluster_question import ClusterQuestion
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row


class ClusterEntry(FittingWidget):
    """A line for an address; empty means this computer.

    An address is used only once the user has said here, since the program began, that it is trusted: typing, pasting
    or dropping it is not enough.

    Signals:
        chosen: the user has settled on another address (str).

    Attributes:
        question: to be placed below; visible while there is something to ask.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self._trusted = {""}
        self._name, self.line, self.question = QLabel(), _AddressLine(), ClusterQuestion()
        self._name.setBuddy(self.line)
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.question.hide()
        row(self._name, self.line, parent=self)
        self.line.given_up.connect(self._restore)
        self.line.textChanged.connect(self._ask_if_unknown)
        self.line.returnPressed.connect(self._enter)
        self.line.editingFinished.connect(self._leave)
        self.question.trusted.connect(self._trust)
        self.question.declined.connect(self._decline)
        self.retranslate()

    def retranslate(self) -> None:
        self._name.setText(self.tr("Cluster"))
        self.line.setAccessibleName(self.tr("Address of a cluster"))
        self.line.setPlaceholderText(self.tr("this computer"))
        self.line.setToolTip(
            self.tr(
                "The address of a dask scheduler, such as tcp://192.168.0.5:8786 (or tls://… with the certificates of "
                "dask's settings), whose workers train for searches; empty for this computer. Whoever answers there "
                "can run any program on this computer with your rights. It needs the extra nnreg-gui[cluster]."
            )
        )
        self.fit()

    def fit(self) -> None:
        """Leave room for an address."""
        self.line.setFixedWidth(self.fontMetrics().horizontalAdvance("tcp://192.168.0.5:87860"))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again about an address that is not trusted yet."""
        super().showEvent(event)
        self._ask_if_unknown()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the question along with the address."""
        super().hideEvent(event)
        self.question.hide()

    def _written(self) -> str:
        return self.line.text().strip()

    @Slot()
    def _ask_if_unknown(self) -> None:
        self.question.setVisible(self._written() not in self._trusted)

    @Slot()
    def _enter(self) -> None:
        if self._written() in self._trusted:
            self._use()
        else:
            self.question.trust.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _restore(self) -> None:
        """Undo what was typed, and return the keyboard to the window."""
        self.line.setText(self._address)
        self._use()

    @Slot()
    def _leave(self) -> None:
        if self._written() in self._trusted:
            self._choose(self._written())

    @Slot()
    def _trust(self) -> None:
        self._trusted.add(self._written())
        self._use()

    @Slot()
    def _decline(self) -> None:
        self.line.clear()
        self._use()

    def _use(self) -> None:
        """Use the address in the line, and return the keyboard to the window."""
        for widget in (self.line, self.question.trust, self.question.decline):
            widget.clearFocus()
        self._ask_if_unknown()
        self._choose(self._written())

    def _choose(self, address: str) -> None:
        if address != self._address:
            self._address = address
            self.chosen.emit(address)


class _AddressLine(QLineEdit):
    """A line in which Escape undoes what was typed instead of stopping a run.

    Signals:
        given_up: the user has pressed Escape.
    """

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
