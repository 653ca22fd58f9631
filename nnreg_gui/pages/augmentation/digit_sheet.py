"""Real digits, each beside its augmented version."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFont, QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from nnreg_gui.engine.augmentation import augment, draw
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.panels.augmentation_text import augmentation_text
from nnreg_gui.panels.panel import choice_box
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.texts import whole_text

SIZES = (16, 36, 64)
_EVERY_CLASS = -1
_LETTERS = 12  # of a class's name that the box shows at least
_BETWEEN, _RULE = 3, 0.25  # columns of pixels between the two of a pair, with a rule of this much ink in the middle


class DigitSheet(FittingWidget):
    """A sheet of pairs; values are redrawn only on request, so that a slider changes only how far they go.

    Signals:
        digit_chosen: carries the original to show elsewhere: the one clicked, or the first one;
            float32, (height, width).
    """

    digit_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digits: Split | None = None
        self._classes = MNIST.classes
        self._problem: Exception | None = None
        self._augmentation = AugmentationSpec()
        self._originals = np.zeros((0, 1, 1), np.float32)
        self._seed = 1
        self._is_stale = False
        self._title, self._words, self.sheet = ElidedLabel(), ElidedLabel(), ImageSheet()
        self.class_box, self.size_box, self.again = choice_box(), choice_box(), Button("D")
        self._place()
        self.retranslate()
        self.size_box.setCurrentIndex(1)
        for box in (self.class_box, self.size_box):
            box.currentIndexChanged.connect(self._choose_digits)
        self.again.clicked.connect(self._draw_again)
        self.sheet.image_clicked.connect(self._choose)

    def _place(self) -> None:
        bold = QFont()
        bold.setBold(True)
        self._title.setFont(bold)
        for box in (self.class_box, self.size_box):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = row((self._title, 1), self.class_box, self.size_box, self.again)
        column(head, Details(self._words), (self.sheet, 1), parent=self, spacing=4)

    def set_digits(self, digits: Split | None, classes: tuple[str, ...] = MNIST.classes) -> None:
        """Take the digits to show, whose classes have these names."""
        if digits is self._digits:
            return
        self._digits = digits
        if classes != self._classes:
            self._classes = classes
            with QSignalBlocker(self.class_box):
                self.class_box.clear()
                kinds, is_long = QComboBox.SizeAdjustPolicy, max(map(len, classes)) > _LETTERS
                policy = kinds.AdjustToMinimumContentsLengthWithIcon if is_long else kinds.AdjustToContents
                self.class_box.setMinimumContentsLength(_LETTERS if is_long else 0)
                self.class_box.setSizeAdjustPolicy(policy)
                self._name_classes()
                self.class_box.setCurrentIndex(0)
        if digits is None:
            self._originals = np.zeros((0, 1, 1), np.float32)  # a slider that moves meanwhile draws no old ones
            self.sheet.show_images(self._originals)
        self._choose_digits()

    def set_augmentation(self, augmentation: AugmentationSpec) -> None:
        """Show the same digits, with the same draw, changed like this."""
        if augmentation != self._augmentation:
            self._augmentation = augmentation
            self._show()

    def set_problem(self, problem: Exception | None) -> None:
        """Say why there are no digits; None: they are still to come."""
        self._problem = problem
        self._show_empty()

    def retranslate(self) -> None:
        self._name_classes()
        _name_items(self.size_box, [(self.tr("{0} digits").format(whole_text(size)), size) for size in SIZES])
        self.class_box.setAccessibleName(self.tr("Which digits are shown"))
        self.class_box.setToolTip(self.tr("Which digits of the validation set are shown"))
        self.size_box.setAccessibleName(self.tr("How many digits are shown"))
        self.size_box.setToolTip(self.tr("How many digits are shown"))
        self.again.set_texts(
            self.tr("Resample"), self.tr("Let every digit draw other values from the same ranges, as in the next epoch")
        )
        self.sheet.setAccessibleName(self.tr("Digits, each beside what augmentation makes of it"))
        self.sheet.setToolTip(self.tr("Left the original, right the augmented one. Click a digit to see it below."))
        self._title.setText(self.tr("Original | augmented"))
        self._show_empty()
        self._show_words()

    def _name_classes(self) -> None:
        classes = [(name, label) for label, name in enumerate(self._classes)]
        _name_items(self.class_box, [(self.tr("All digits"), _EVERY_CLASS), *classes])

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the sheet was hidden."""
        super().showEvent(event)
        if self._is_stale:
            self._show()

    @Slot()
    def _choose_digits(self) -> None:
        if self._digits is None:
            return
        chosen, count = self.class_box.currentData(), self.size_box.currentData()
        is_one = np.ones(len(self._digits), bool) if chosen == _EVERY_CLASS else self._digits.labels == chosen
        digits = self._digits[np.flatnonzero(is_one)[:count]]
        self._originals = digits.inputs.reshape(-1, *digits.images.shape[1:])
        self._show()
        if len(digits):
            self._choose(0)

    @Slot()
    def _draw_again(self) -> None:
        self._seed += 1
        self._show()

    @Slot(int)
    def _choose(self, image: int) -> None:
        self.sheet.mark(image)
        self.digit_chosen.emit(self._originals[image])

    def _show(self) -> None:
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        self._show_words()
        random = np.random.default_rng(self._seed)
        drawn = draw(self._augmentation, len(self._originals), self._originals.shape[1:], random)
        self.sheet.show_images(pairs(self._originals, augment(self._originals, drawn)))

    def _show_words(self) -> None:
        if self._augmentation.is_off:
            self._words.setText(self.tr("Augmentation is off: both are the same."))
        else:
            self._words.setText(self.tr("Drawn at random: {0}").format(augmentation_text(self._augmentation)))

    def _show_empty(self) -> None:
        text = self.tr("The validation digits come in a moment: each original beside its augmented version.")
        if self._problem is not None:
            text = problem_text(self._problem)
        self.sheet.set_empty_text(text if self._digits is None else "")  # of a class there may be none


def pairs(originals: np.ndarray, changed: np.ndarray) -> np.ndarray:
    """Return images of two, float32 (k, height, 2 width + 3): the original, a rule, and the changed one."""
    count, height, width = originals.shape
    images = np.zeros((count, height, 2 * width + _BETWEEN), np.float32)
    images[:, :, :width] = originals
    images[:, :, width + _BETWEEN :] = changed
    images[:, :, width + _BETWEEN // 2] = _RULE
    return images


def _name_items(box: QComboBox, items: list[tuple[str, int]]) -> None:
    """Give a box its items, or name its items in another language."""
    for place, (name, value) in enumerate(items):
        if place == box.count():
            box.addItem(name, value)
        else:
            box.setItemText(place, name)
