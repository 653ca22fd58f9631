"""A look back: the epoch of a finished run whose network the pictures show."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.button import ToolButton
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.number_slider import Slider
from nnreg_gui.widgets.texts import whole_text

_LATEST_KEY = "E"


class EpochSlider(FittingWidget):
    """A slider over the epochs whose networks are kept; its right end is the network in use.

    While the selected run is in progress, there is nothing to look back at, and the slider is hidden.

    Signals:
        chosen: the user looks at this epoch (int), or at the network in use again (None).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: RunHistory | None = None
        self._epochs: list[int] = []
        self._text, self._slider, self._latest = QLabel(), Slider(), ToolButton()
        row(self._text, (self._slider, 1), self._latest, parent=self)
        self._slider.valueChanged.connect(self._choose)
        self._latest.clicked.connect(self.show_latest)
        self.retranslate()
        self.hide()

    def show_run(self, run: DrawnRun | None) -> None:
        """Offer the epochs of the selected run, and move to the one looked at."""
        history = run.history if run is not None and not run.live else None
        epochs = _epochs_before(history) if history is not None else []
        self.setVisible(bool(epochs))
        if history is None or run is None or not epochs:
            self._history, self._epochs = None, []
            return
        self._history, self._epochs = history, epochs
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, len(epochs))
            self._slider.setPageStep(max(1, len(epochs) // 10))
            self._slider.setValue(len(epochs) if run.epoch is None else epochs.index(self._nearest(run.epoch)))
        self._say()

    @Slot()
    def show_latest(self) -> None:
        """Look at the network in use again."""
        self.step(len(self._epochs))

    def step(self, places: int) -> None:
        """Move this many kept epochs forward, or back."""
        if self._history is not None:
            self._slider.setValue(self._slider.value() + places)

    def retranslate(self) -> None:
        help_text = self.tr(
            "Look back at an earlier epoch of this run: histograms, weights and predictions follow "
            "(Shift+Left, Shift+Right)."
        )
        self._slider.setToolTip(help_text)
        self._slider.setAccessibleName(self.tr("Epoch that is looked at"))
        self._slider.setAccessibleDescription(help_text)
        self._latest.setText(self.tr("Latest"))
        key = QKeySequence(_LATEST_KEY).toString(QKeySequence.SequenceFormat.NativeText)
        self._latest.setToolTip(self.tr("Show the network that is in use again ({0})").format(key))
        self._say()

    def fit(self) -> None:
        """Keep the slider from moving when the number of the epoch gets longer."""
        self._text.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._text_of(100_000)))
        self._slider.setMinimumWidth(6 * self.fontMetrics().height())

    def _nearest(self, epoch: int) -> int:
        return min(self._epochs, key=lambda kept: abs(kept - epoch))

    @Slot(int)
    def _choose(self, place: int) -> None:
        self._say()
        self.chosen.emit(self._epochs[place] if place < len(self._epochs) else None)

    def _say(self) -> None:
        in_use = self._history.in_use if self._history is not None else None
        place = self._slider.value()
        if place < len(self._epochs):
            self._text.setText(self._text_of(self._epochs[place]))
        elif in_use is not None:
            self._text.setText(self._text_of(in_use.epoch))
        self._latest.setEnabled(place < len(self._epochs))

    def _text_of(self, epoch: int) -> str:
        return self.tr("Viewing epoch {0}").format(whole_text(epoch))


def _epochs_before(history: RunHistory) -> list[int]:
    """Return the kept epochs other than that of the network in use; after early stopping, later ones as well."""
    restored = history.stopped is not None and history.stopped.restored
    return [record.epoch for record in history.kept() if restored or record is not history.in_use]
