"""The choice of what makes up an ensemble."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.pages.ensemble.ensemble_plan import FEWEST, MOST, QUICK_EPOCHS, QUICK_IMAGES, EnsemblePlan
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.keys import ChoiceKey, with_key
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.number_box import WholeBox
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

EXPERIMENT, CHOSEN = "experiment", "runs"
_QUICK, _WHOLE = "quick", "whole"


class EnsembleChoices(FittingWidget):
    """Which networks, how many, and how long to train them; the caller puts the search bar beside them.

    Signals:
        changed: the user has made another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source, self.effort, self.networks = SegmentedChoice(), SegmentedChoice(), WholeBox()
        self._about = QLabel()
        self._about.setBuddy(self.networks)
        self.networks.setRange(FEWEST, MOST)
        self.networks.setValue(EnsemblePlan().networks)
        self.row = row(parent=self, spacing=8)
        for widget in (self.source, self._about, self.networks, self.effort):
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addStretch(1)
        for key, choice in (("G", self.source), ("Q", self.effort)):
            ChoiceKey(key, choice, self)
        self.retranslate()
        self.source.changed.connect(self._change)
        self.effort.changed.connect(self._change)
        self.networks.valueChanged.connect(self._change)

    def value(self) -> EnsemblePlan:
        """Return what to train."""
        return EnsemblePlan(networks=self.networks.value(), quick=self.effort.value() == _QUICK)

    @property
    def of_runs(self) -> bool:
        """Whether the chosen runs answer together, and there is nothing to train."""
        return self.source.value() == CHOSEN

    def retranslate(self) -> None:
        trained = self.tr("Networks of the chosen experiment that differ only in the seed, with regularization and not")
        runs = self.tr("All runs that are checked in the list answer together, whatever their hidden layers")
        chosen = self.tr("Runs") if self.compact else self.tr("Chosen runs")
        self.source.set_choices(
            [
                (EXPERIMENT, self.tr("Experiment"), with_key(trained, "G")),
                (CHOSEN, chosen, with_key(runs, "G")),
            ]
        )
        self.source.setAccessibleName(self.tr("Whose networks"))
        quick = self.tr(
            "At most {0} images and {1} epochs, with the same λ/n; on MNIST, L2 gains still more in 400 epochs"
        )
        quick = quick.format(whole_text(QUICK_IMAGES), whole_text(QUICK_EPOCHS))
        whole = self.tr("Images and epochs of the chosen experiment")
        self.effort.set_choices(
            [
                (_QUICK, self.tr("Quick"), with_key(quick, "Q")),
                (_WHOLE, self.tr("Whole"), with_key(whole, "Q")),
            ]
        )
        self.effort.setAccessibleName(self.tr("How long they are trained"))
        self._about.setText(self.tr("Networks"))
        self.networks.setAccessibleName(self.tr("Number of networks"))
        self.networks.setToolTip(
            self.tr("So many are trained without regularization, and as many with, from the experiment's seed on")
        )
        self._show()

    @Slot()
    def _change(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Leave out what does not apply to the chosen runs, or has no room."""
        self.networks.setVisible(not self.of_runs)
        self.effort.setVisible(not self.of_runs and not self.compact)
        self._about.setVisible(not self.of_runs and not self.compact)
