"""Asks whether a cluster is trusted, before anything connects to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.paragraph import Paragraph


class ClusterQuestion(FittingWidget):
    """Says what a cluster can do, beside two buttons.

    Signals:
        trusted: the cluster may be used.
        declined: the cluster may not be used.
    """

    trusted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self.trust, self.decline = Paragraph(), Button(autoDefault=True), Button(autoDefault=True)
        row((self._text, 1), self.trust, self.decline, parent=self, spacing=8)
        self.trust.clicked.connect(self.trusted)
        self.decline.clicked.connect(self.declined)
        self.retranslate()

    def retranslate(self) -> None:
        text = self.tr(
            "Whoever answers at this address can run any program on this computer with your rights: use only a cluster "
            "that you trust, in a network that you trust."
        )
        self._text.setText(text)
        self.trust.set_texts(
            self.tr("Use the cluster"), self.tr("Train on the cluster at this address until the program ends")
        )
        self.decline.set_texts(self.tr("This computer"), self.tr("Do not connect; train on this computer"))
        self.trust.setAccessibleDescription(text)
