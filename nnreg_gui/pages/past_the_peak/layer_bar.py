"""Where the user has random layers measured and cancels that, sees its progress, and chooses λ of the second curve."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from nnreg_gui.pages.past_the_peak.layer_trial import IMAGES, LAMBDAS, SEEDS, WIDTHS, LayerTrial
from nnreg_gui.widgets.brief import Brief
from nnreg_gui.widgets.button import Button, CheckBox
from nnreg_gui.widgets.choice_box import ChoiceBox
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.texts import significant_text, whole_text

_RESOLUTION = 1_000
_FLATTENS = 100.0  # the λ whose curve has no valley


class LayerBar(Brief, FittingWidget):
    """A button that starts or cancels, the progress bar, and the choice of λ.

    Signals:
        lambda_changed: another λ, or none.
    """

    lambda_changed = Signal()

    def __init__(self, trial: LayerTrial, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial = trial
        self.ridge, self.lambda_ = CheckBox("G", checked=True), ChoiceBox()
        self.button, self._bar = Button("S"), QProgressBar(textVisible=False)
        self._bar.setRange(0, _RESOLUTION)
        self.retranslate()
        self.lambda_.setCurrentIndex(self.lambda_.findData(_FLATTENS))
        row(self.ridge, self.lambda_, self.button, self._bar, parent=self, spacing=8)
        self.button.clicked.connect(self._press)
        self.ridge.toggled.connect(self.lambda_.setEnabled)
        self.ridge.toggled.connect(self.lambda_changed)
        self.lambda_.currentIndexChanged.connect(self.lambda_changed)
        trial.changed.connect(self.refresh)

    @property
    def place(self) -> int | None:
        """The place of the chosen λ among `LAMBDAS`; None for no second curve."""
        return LAMBDAS.index(self.lambda_.currentData()) if self.ridge.isChecked() else None

    def start(self) -> bool:
        """Begin as the button does, unless everything is known; return whether it is in progress."""
        if not self._trial.running and not self._trial.complete:
            self._trial.start()
        return self._trial.running

    @Slot()
    def _press(self) -> None:
        if self._trial.running:
            self._trial.cancel()
        else:
            self._trial.start()

    @Slot()
    def refresh(self) -> None:
        """Show how far it has got."""
        trial = self._trial
        self._bar.setVisible(trial.running)
        self._bar.setValue(round(_RESOLUTION * trial.share))
        self.button.setEnabled(trial.running or not trial.complete)
        if trial.running:
            self.button.set_texts(self.tr("Cancel"), self.tr("Measure no more; what was found is kept"))
        else:
            tool_tip = self.tr("Measure random layers of {0} to {1} neurons on {2} images, with {3} seeds")
            ends = whole_text(WIDTHS[0]), whole_text(WIDTHS[-1]), whole_text(IMAGES), len(SEEDS)
            self.button.set_texts(self.tr("Measure"), tool_tip.format(*ends))

    def retranslate(self) -> None:
        chosen = self.lambda_.currentIndex()
        self.lambda_.blockSignals(True)
        self.lambda_.clear()
        for lambda_ in LAMBDAS[1:]:
            self.lambda_.addItem(significant_text(lambda_), lambda_)
        self.lambda_.setCurrentIndex(chosen)
        self.lambda_.blockSignals(False)
        self.lambda_.setAccessibleName("λ")
        self.lambda_.setToolTip(self.tr("λ of the penalty on the output weights, for the second curve"))
        self.ridge.set_texts("L2, λ", self.tr("Show beside it what a penalty on the output weights does"))
        self._bar.setAccessibleName(self.tr("How far the measuring is"))
        self._bar.setToolTip(self.tr("How far the measuring is"))
        self.fit()

    def fit(self) -> None:
        """Keep the bar and the button in proportion to the text."""
        em, metrics = self.fontMetrics().height(), self.fontMetrics()
        self._bar.setFixedSize((2 if self._brief else 6) * em, 2 * em // 3)
        texts = self.tr("Cancel"), self.tr("Measure")
        self.button.setMinimumWidth(max(metrics.horizontalAdvance(text) for text in texts) + 2 * em)
        self.refresh()
