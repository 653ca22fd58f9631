"""A control of a page as a lesson sees it: it can be set by its name, and says what it is set to."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox

from nnreg_gui.widgets.exact_box import ExactBox
from nnreg_gui.widgets.number_slider import NumberSlider
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

Value = float | str | bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What may be set on a page.

    Attributes:
        set: does what the user does at the control, so that control and picture follow.
        value: returns what the control shows.
    """

    set: Callable[[Any], object]
    value: Callable[[], Value]


def setting(control: NumberSlider | SegmentedChoice | ExactBox[Any] | QComboBox | QAbstractButton) -> Setting:
    """Return what sets a control; a box of choices is set by the data of its items."""
    match control:
        case NumberSlider() | SegmentedChoice():
            return Setting(control.set_value, control.value)
        case ExactBox():
            return Setting(control.setValue, control.value)
        case QComboBox():
            return Setting(partial(_choose, control), control.currentData)
    return Setting(control.setChecked, control.isChecked)


def late_setting(find: Callable[[], Setting]) -> Setting:
    """Return a setting whose control is built only once it is set or read."""
    return Setting(lambda value: find().set(value), lambda: find().value())


def _choose(box: QComboBox, data: object) -> None:
    place = box.findData(data)
    if place < 0:
        raise KeyError(data)
    box.setCurrentIndex(place)
