"""The question whether a cluster is trusted, before anything connects to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.paragraph import Paragraph


class ClusterQuestion(FittingWidget):
    """Says what a cluster can do, beside two buttons.

    Signals:
        trusted: it may be used.
        declined: it is not to be used.
    """

    trusted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self.trust, self.decline = Paragraph(), QPushButton(autoDefault=True), QPushButton(autoDefault=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for button, answered in ((self.trust, self.trusted), (self.decline, self.declined)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click does not take the keyboard from whoever has it
            button.clicked.connect(answered)
            row.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        text = self.tr(
            "Whoever answers at this address can run any program on this computer with your rights: use only a cluster "
            "that you trust, in a network that you trust."
        )
        self._text.setText(text)
        self.trust.setText(self.tr("Use the cluster"))
        self.trust.setToolTip(self.tr("Train on the cluster at this address until the program ends"))
        self.decline.setText(self.tr("This computer"))
        self.decline.setToolTip(self.tr("Do not connect; train on this computer"))
        self.trust.setAccessibleDescription(text)
