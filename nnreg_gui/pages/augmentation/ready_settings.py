"""Augmentations that are ready to choose."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.panels.augmentation_text import augmentation_text
from nnreg_gui.widgets.choice_box import ChoiceBox
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

# The slides' kinds one by one, then what raises validation accuracy, and what lowers it.
READY_SETTINGS = {
    "off": AugmentationSpec(),
    "rotation": AugmentationSpec(rotation=15),
    "blur": AugmentationSpec(blur=1),
    "mirroring": AugmentationSpec(mirror_horizontal=0.5),
    "brightness": AugmentationSpec(brightness=0.3, contrast=0.3),
    "zoom": AugmentationSpec(zoom=0.2),
    "shear": AugmentationSpec(shear=0.2),
    "gentle": AugmentationSpec(rotation=15, shift=2),
    "too_much": AugmentationSpec(rotation=180),
}
OWN = "own"  # what the user has set with sliders


class ReadySettings(FittingWidget):
    """A row of joined buttons, or a box with the same names if there is no room for them.

    Signals:
        chosen: carries the `AugmentationSpec` that the user has chosen.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = AugmentationSpec()
        self._own: AugmentationSpec | None = None
        self.buttons, self.box = SegmentedChoice(), ChoiceBox()
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = row(self.buttons, self.box, STRETCH, parent=self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the buttons give way
        self.buttons.changed.connect(self._choose)
        self.box.activated.connect(self._choose_in_box)
        self.retranslate()

    def set_augmentation(self, augmentation: AugmentationSpec) -> None:
        """Show which of the settings this is, if any."""
        self._present = augmentation
        if self._key() == OWN:
            self._own = augmentation
        self._show_present()

    def retranslate(self) -> None:
        names = {
            "off": self.tr("Off"),
            "rotation": self.tr("Rotation"),
            "blur": self.tr("Blur"),
            "mirroring": self.tr("Mirroring"),
            "brightness": self.tr("Brightness"),
            "zoom": self.tr("Zoom"),
            "shear": self.tr("Shear"),
            "gentle": self.tr("Gentle"),
            "too_much": self.tr("Too much"),
            OWN: self.tr("Custom"),
        }
        helps = {key: augmentation_text(spec) for key, spec in READY_SETTINGS.items()}
        helps[OWN] = self.tr("What the sliders of the experiment were last set to by hand")
        with QSignalBlocker(self.buttons):
            self.buttons.set_choices([(key, name, helps[key]) for key, name in names.items()])
        self.box.clear()
        for key, name in names.items():
            self.box.addItem(name, key)
            self.box.setItemData(self.box.count() - 1, helps[key], Qt.ItemDataRole.ToolTipRole)
        for control in (self.buttons, self.box):
            control.setAccessibleName(self.tr("Ready settings"))
        self.box.setToolTip(self.tr("Ready settings: the same values as those of the sliders of the experiment"))
        self._show_present()
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Ask for the box only."""
        return self.box.minimumSizeHint()

    def fit(self) -> None:
        """Show the buttons if there is room for them."""
        roomy = self.buttons.minimumSizeHint().width() <= self.width()
        self.buttons.setVisible(roomy)
        self.box.setVisible(not roomy)

    def _key(self) -> str:
        return next((key for key, spec in READY_SETTINGS.items() if spec == self._present), OWN)

    def _show_present(self) -> None:
        with QSignalBlocker(self.buttons):
            self.buttons.set_value(self._key())
        self.box.setCurrentIndex(self.box.findData(self._key()))

    @Slot(int)
    def _choose_in_box(self, place: int) -> None:
        self._choose(self.box.itemData(place))

    @Slot(str)
    def _choose(self, key: str) -> None:
        spec = READY_SETTINGS.get(key, self._own)
        if spec is None:  # nothing set by hand yet
            self._show_present()
        elif spec != self._present:
            self.chosen.emit(spec)
