"""What every kind of augmentation does to one digit, or one kind alone over its whole range."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from nnreg_gui.engine.augmentation import Drawn, augment, elastic_fields
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.panels.augmentation_text import AUGMENTATION_KINDS, kind_text
from nnreg_gui.panels.panel import choice_box
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.texts import number_text, significant_text

_PICTURES = 9
_BESIDE = 4  # widths, in heights, from which the pictures stand in one row, beside the box
_SEED = 6  # of the one field of noise, or of deformation, that grows from picture to picture
_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class _Kind:
    """Where a kind begins and ends, and how to write its values."""

    low: float
    high: float
    write: Callable[[float], str]


def _signed(value: float, text: str) -> str:
    return {1: "+", 0: "", -1: "−"}[int(np.sign(value))] + text


def _percent(value: float) -> str:
    return _signed(value, f"{significant_text(abs(100 * value), 3)}{_SPACE}%")


_KINDS = {
    "rotation": _Kind(-180, 180, lambda value: _signed(value, f"{significant_text(abs(value))}°")),
    "shift": _Kind(-6, 6, lambda value: _signed(value, f"{significant_text(abs(value))}{_SPACE}px")),
    "zoom": _Kind(-0.5, 0.5, lambda value: f"×{_SPACE}{significant_text(1 + value)}"),
    "shear": _Kind(-0.5, 0.5, _percent),
    "blur": _Kind(0, 3, lambda value: f"σ{_SPACE}{significant_text(value)}{_SPACE}px"),
    "brightness": _Kind(-1, 1, _percent),
    "contrast": _Kind(-1, 1, _percent),
    "noise": _Kind(0, 0.5, lambda value: f"σ{_SPACE}{number_text(value, 2)}"),
    "elastic_alpha": _Kind(0, 60, lambda value: f"α{_SPACE}{significant_text(value)}{_SPACE}px"),
}
_IN_PIXELS = ("shift", "blur", "elastic_alpha")
_EVERY = "every"  # instead of a kind: an example of each
# As strong as on the slides, where every digit is still recognizable.
_EXAMPLES = {
    "rotation": 30.0,
    "shift": 4.0,
    "zoom": -0.35,
    "shear": 0.4,
    "blur": 1.2,
    "mirror_horizontal": True,
    "mirror_vertical": True,
    "brightness": -0.5,
    "contrast": -0.8,
    "noise": 0.25,
    "elastic_alpha": 34.0,
}
STRIP_KINDS = tuple(kind for kind in AUGMENTATION_KINDS if kind in _KINDS or kind.startswith("mirror"))


class KindStrip(FittingWidget):
    """A strip with a picture of every kind, or of one kind with the value under each, and a box that chooses."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._digit: np.ndarray | None = None
        self._only_kind: str | None = None  # of the augmentation chosen elsewhere
        self._title, self._about = QLabel(), QLabel(wordWrap=True)
        self._side, self._parts = (
            QBoxLayout(QBoxLayout.Direction.TopToBottom),
            QBoxLayout(QBoxLayout.Direction.LeftToRight, self),
        )
        self.box, self.strip = choice_box(), ImageSheet()
        self.box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bold = QFont()
        bold.setBold(True)
        self._title.setFont(bold)
        self._side.addWidget(self._title)
        self._side.addWidget(self.box)
        self._side.addWidget(self._about, 1)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.addLayout(self._side)
        self._parts.addWidget(self.strip)
        self.retranslate()
        self.box.currentIndexChanged.connect(self._show)

    @Slot(object)
    def set_digit(self, digit: np.ndarray) -> None:
        """Take the digit to change, float32, (height, width)."""
        self._digit = digit
        self._show()

    def follow(self, augmentation: AugmentationSpec) -> None:
        """Show an augmentation's only kind whenever that is a new one; for none or several kinds, all of them."""
        kinds = [kind for kind in STRIP_KINDS if getattr(augmentation, kind)]
        only = kinds[0] if len(kinds) == 1 else None
        if only != self._only_kind:
            self._only_kind = only
            self.box.setCurrentIndex(self.box.findData(only or _EVERY))

    def retranslate(self) -> None:
        self._title.setText(self.tr("All kinds, or one"))
        for place, kind in enumerate((_EVERY, *STRIP_KINDS)):
            if place == self.box.count():
                self.box.addItem("", kind)
            self.box.setItemText(place, self.tr("every kind") if kind == _EVERY else kind_text(kind))
        self.box.setAccessibleName(self.tr("Kind of augmentation"))
        self.box.setToolTip(self.tr("Which kind of augmentation is shown over its whole range"))
        self.strip.setAccessibleName(self.tr("One digit under one kind of augmentation, over its whole range"))
        self._show()

    def fit(self) -> None:
        """Put the pictures below the box, in two rows, if the view is not wide."""
        wide = self.width() > _BESIDE * self.height()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(across if wide else down)
        self._parts.setSpacing(12 if wide else 6)
        self._parts.setStretch(0, 2 if wide else 0)
        self._parts.setStretch(1, 9 if wide else 1)
        self._side.setDirection(down if wide else across)
        self._side.setSpacing(4 if wide else 12)
        self._title.setVisible(wide)
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        self._about.setAlignment(top if wide else middle)

    @Slot()
    def _show(self) -> None:
        kind = self.box.currentData()
        self._about.setText(self._about_kind(kind))
        if self._digit is None:
            return
        if kind == _EVERY:
            changed = [augment(self._digit[None], example(one, self._digit.shape)) for one in STRIP_KINDS]
            captions = [self.tr("as it is"), *map(_caption, STRIP_KINDS)]
            self.strip.show_images(np.concatenate([self._digit[None], *changed]), captions)
            return
        values = strip_values(kind, self._digit.shape)
        if kind in _KINDS:
            captions = [_KINDS[kind].write(float(value)) for value in values]
        else:
            captions = [self.tr("as it is"), self.tr("mirrored")]
        images = np.repeat(self._digit[None], len(values), 0)
        self.strip.show_images(augment(images, drawn_alone(kind, values, self._digit.shape)), captions)

    def _about_kind(self, kind: str) -> str:
        return {
            _EVERY: self.tr("Is it still the same digit?"),
            "rotation": self.tr("Positive angles turn to the left."),
            "shift": self.tr("Here to the right and down alike."),
            "zoom": self.tr("How many times as large."),
            "shear": self.tr("Rows move sideways, by this share of their distance from the middle."),
            "blur": self.tr("A Gaussian of this width."),
            "mirror_horizontal": self.tr("Left and right are exchanged."),
            "mirror_vertical": self.tr("Top and bottom are exchanged."),
            "brightness": self.tr("All pixels are multiplied."),
            "contrast": self.tr("Pixels move away from the mean, or towards it."),
            "noise": self.tr("The same noise, ever stronger."),
            "elastic_alpha": self.tr("The same deformation, ever stronger; smoothness σ = 4 px."),
        }[kind]


def strip_values(kind: str, shape: tuple[int, ...] = MNIST.shape) -> np.ndarray:
    """Return the values shown for a kind, (9,), in units of `AugmentationSpec`; for mirroring, no and yes.

    What is measured in pixels goes as far, compared with images of this shape (height, width), as in MNIST's.
    """
    if kind not in _KINDS:
        return np.array([False, True])
    return _stretched(kind, np.linspace(_KINDS[kind].low, _KINDS[kind].high, _PICTURES), shape)


def _stretched(kind: str, values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    return values * (max(shape) / max(MNIST.shape)) if kind in _IN_PIXELS else values


def _caption(kind: str) -> str:
    """Return what a kind is called under a small picture: the arrow alone says which mirror it is."""
    return kind_text(kind).split()[-1]


def example(kind: str, shape: tuple[int, ...]) -> Drawn:
    """Return what one image of this shape (height, width) has drawn as an example of a kind."""
    return drawn_alone(kind, _stretched(kind, np.array([_EXAMPLES[kind]]), shape), shape)


def drawn_alone(kind: str, values: np.ndarray, shape: tuple[int, ...]) -> Drawn:
    """Return the draw of images of this shape (height, width) that only these values change."""
    random, ranges = np.random.default_rng(_SEED), values.astype(np.float32)
    match kind:
        case "shift":
            return Drawn(shift_x=ranges, shift_y=ranges)
        case "noise":
            return Drawn(noise=random.standard_normal(shape, dtype=np.float32) * ranges[:, None, None])
        case "elastic_alpha":
            field = elastic_fields(np.ones(1), AugmentationSpec().elastic_sigma, shape, random)
            return Drawn(elastic=field * ranges[:, None, None, None])
        case "mirror_horizontal" | "mirror_vertical":
            return Drawn(**{kind: values})
    return Drawn(**{kind: ranges})
