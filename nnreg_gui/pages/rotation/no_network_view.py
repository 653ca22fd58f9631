"""What stands where a trained network is needed but missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from nnreg_gui.pages.rotation.rotation_runs import default_experiment
from nnreg_gui.panels.experiment_text import architecture_text
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.texts import whole_text


class NoNetworkView(FittingWidget):
    """Says what there will be to see, and offers to train the default network.

    Signals:
        wanted: the user wants to train the default network.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.button = Button()
        self.button.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._text)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self._training = False
        self.retranslate()

    def set_training(self, training: bool) -> None:
        """Say whether the network is already being trained."""
        if training != self._training:
            self._training = training
            self.retranslate()

    def retranslate(self) -> None:
        self.button.setText(self.tr("Train the default network"))
        self.button.setEnabled(not self._training)
        experiment = default_experiment()
        self.button.setToolTip(
            self.tr("{0} upright digits, {1}, {2} epochs; the experiment beside the page becomes this one.").format(
                whole_text(experiment.data.training_images),
                architecture_text(experiment),
                whole_text(experiment.training.epochs),
            )
        )
        if self._training:
            self._text.setText(self.tr("The network is being trained; after its first epoch it can be looked at here."))
        else:
            self._text.setText(
                self.tr(
                    "Here you will turn a 6 by hand and see what a trained network reads. No run has a trained "
                    "network yet: train the default one, or press Space to train the chosen experiment."
                )
            )
