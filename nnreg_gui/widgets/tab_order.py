"""Where the Tab key reaches widgets newer than those around them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def reach_in(place: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let the Tab key reach the widgets in a place, in this order, right after the place; by default they come last.

    Of those that do not take the focus themselves, such as a slider with its box, it reaches the parts.
    """
    place.setFocusProxy(None)  # type: ignore[arg-type]  # or its proxy would get the policy
    policy = place.focusPolicy()
    place.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind a widget without a policy
    for before, after in pairwise([place, *(part for widget in widgets for part in _parts(widget))]):
        QWidget.setTabOrder(before, after)
    place.setFocusPolicy(policy)


def _parts(widget: QWidget) -> list[QWidget]:
    none = Qt.FocusPolicy.NoFocus
    if widget.focusPolicy() is not none:
        return [widget]
    return [child for child in widget.findChildren(QWidget, options=_CHILDREN) if child.focusPolicy() is not none]
