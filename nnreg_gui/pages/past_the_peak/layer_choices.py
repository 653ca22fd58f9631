"""Which curves of random layers are seen: those of true or of wrong labels, and λ of the second one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.past_the_peak.layer_trial import LAMBDAS, SHARES
from nnreg_gui.widgets.button import CheckBox
from nnreg_gui.widgets.choice_box import ChoiceBox
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.texts import percent_text, significant_text

_FLATTENS = 100.0  # the λ whose curve has no valley


class LayerChoices(FittingWidget):
    """Whether some labels are wrong, and which penalty the second curve has.

    Signals:
        changed: the user has made another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wrong, self.ridge, self.lambda_ = CheckBox("V"), CheckBox("G", checked=True), ChoiceBox()
        self.retranslate()
        self.lambda_.setCurrentIndex(self.lambda_.findData(_FLATTENS))
        row(self.wrong, self.ridge, self.lambda_, parent=self, spacing=8)
        self.ridge.toggled.connect(self.lambda_.setEnabled)
        for signal in (self.wrong.toggled, self.ridge.toggled, self.lambda_.currentIndexChanged):
            signal.connect(self.changed)

    @property
    def share(self) -> int:
        """The place of the chosen share of wrong labels among `SHARES`."""
        return len(SHARES) - 1 if self.wrong.isChecked() else 0

    @property
    def penalty(self) -> int | None:
        """The place of the chosen λ among `LAMBDAS`; None for no second curve."""
        return LAMBDAS.index(self.lambda_.currentData()) if self.ridge.isChecked() else None

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
        text = self.tr("{0} wrong") if self.compact else self.tr("{0} wrong labels")
        self.wrong.set_texts(
            text.format(percent_text(SHARES[-1], 0)),
            self.tr("Show what becomes of the curves if this many training labels are wrong"),
        )
