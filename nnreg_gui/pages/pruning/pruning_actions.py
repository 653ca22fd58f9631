"""What the user can do with a pruned network: train it further, keep it as a run."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.room import Room

_MOST_EPOCHS = 1_000
_RESOLUTION = 1000


class PruningActions(FittingWidget):
    """Places the buttons beside the number of epochs and the progress.

    Signals:
        tune_pressed: the user wants to train the pruned network further.
        cancel_pressed: the user wants to end that.
        keep_pressed: the user wants to keep the pruned network.
    """

    tune_pressed = Signal()
    cancel_pressed = Signal()
    keep_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = None
        self._said: tuple[bool, str] | None = None
        self.tune, self.keep, self.epochs = Button("A"), Button("U"), WholeBox()
        self._unit, self._bar = QLabel(), QProgressBar(textVisible=False)
        self.epochs.setRange(1, _MOST_EPOCHS)
        self.epochs.setValue(10)
        self._bar.setRange(0, _RESOLUTION)
        row(self.tune, self.epochs, self._unit, self._bar, self.keep, parent=self, spacing=8)
        self.show_from(Room.FULL, self._unit)
        self.tune.clicked.connect(self._press)
        self.keep.clicked.connect(self.keep_pressed)
        self.retranslate()

    def show_state(self, share: float | None, *, possible: bool) -> None:
        """Show whether anything can be done, and how far (0…1) the work in progress is; None if there is none."""
        self._share = share
        self._bar.setVisible(share is not None)
        self._bar.setValue(round(_RESOLUTION * (share or 0.0)))
        self.tune.setEnabled(possible or share is not None)
        self.keep.setEnabled(possible and share is None)
        self._name_buttons()

    def retranslate(self) -> None:
        self._unit.setText(self.tr("epochs"))
        self.epochs.setAccessibleName(self.tr("Epochs of fine-tuning"))
        self.epochs.setToolTip(self.tr("How many epochs the pruned network is trained on"))
        self._bar.setAccessibleName(self.tr("How far the fine-tuning is"))
        self._bar.setToolTip(self.tr("How far the fine-tuning is"))
        self._said = None
        self._name_buttons()
        self.fit()

    def fit(self) -> None:
        """Keep everything still when the text of the button changes."""
        em, metrics = self.fontMetrics().height(), self.fontMetrics()
        self._bar.setFixedSize(3 * em, 2 * em // 3)
        texts = (self.tr("Fine-tune"), self.tr("Cancel"))
        self.tune.setMinimumWidth(max(metrics.horizontalAdvance(text) for text in texts) + em)

    def _name_buttons(self) -> None:
        running, text = self._share is not None, self.tr("Keep") if self.compact else self.tr("Keep as a run")
        if self._said == (running, text):
            return
        self._said = running, text
        self.tune.set_texts(
            self.tr("Cancel") if running else self.tr("Fine-tune"),
            self.tr("End the fine-tuning")
            if running
            else self.tr("Train the pruned network on; what was pruned stays 0"),
        )
        self.keep.set_texts(text, self.tr("List the pruned network as a run, fine-tuned if that was done"))

    @Slot()
    def _press(self) -> None:
        if self._share is not None:
            self.cancel_pressed.emit()
        else:
            self.tune_pressed.emit()
