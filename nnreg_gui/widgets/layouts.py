"""Rows and columns of widgets."""

from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

# A part of a row or column: a widget or a layout, alone or with its stretch, or an empty stretch.
Part = QWidget | QLayout | tuple[QWidget | QLayout, int] | int
Margins = tuple[int, int, int, int]  # left, top, right, bottom

STRETCH = 1
NONE: Margins = (0, 0, 0, 0)
PAGE_MARGINS: Margins = (8, 8, 8, 4)

_Box = TypeVar("_Box", QHBoxLayout, QVBoxLayout)


def row(*parts: Part, parent: QWidget | None = None, spacing: int = -1, margins: Margins = NONE) -> QHBoxLayout:
    """Return these parts side by side, as the layout of the parent if there is one.

    Without a spacing, the surrounding layout's applies, or the style's.
    """
    return _filled(QHBoxLayout(), parts, parent, spacing, margins)


def column(*parts: Part, parent: QWidget | None = None, spacing: int = -1, margins: Margins = NONE) -> QVBoxLayout:
    """Return these parts below each other; otherwise like `row`."""
    return _filled(QVBoxLayout(), parts, parent, spacing, margins)


def _filled(box: _Box, parts: tuple[Part, ...], parent: QWidget | None, spacing: int, margins: Margins) -> _Box:
    if parent is not None:
        parent.setLayout(box)
    box.setSpacing(spacing)
    box.setContentsMargins(*margins)
    for part in parts:
        item, stretch = part if isinstance(part, tuple) else (part, 0)
        if isinstance(item, int):
            box.addStretch(item)
        elif isinstance(item, QLayout):
            box.addLayout(item, stretch)
        else:
            box.addWidget(item, stretch)
    return box
