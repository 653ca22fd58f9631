"""Where the Tab key reaches widgets that are newer than what stands around them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


def reach_in(place: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let the Tab key reach widgets within another, in this order, where that stands: by itself it does so last.

    Those that do not take the focus themselves, as a slider with its box, are reached in their parts.
    """
    place.setFocusProxy(None)  # type: ignore[arg-type]  # or its policy would follow
    policy = place.focusPolicy()
    place.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind a widget without
    for before, after in pairwise([place, *(part for widget in widgets for part in _parts(widget))]):
        QWidget.setTabOrder(before, after)
    place.setFocusPolicy(policy)


def _parts(widget: QWidget) -> list[QWidget]:
    none = Qt.FocusPolicy.NoFocus
    if widget.focusPolicy() is not none:
        return [widget]
    return [child for child in widget.findChildren(QWidget, options=_CHILDREN) if child.focusPolicy() is not none]
