"""Icons in a single colour."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.icons import recoloured, tinted_icon

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    b'<path d="M4 4h16v16H4z" fill="#123456" stroke="none"/></svg>'
)


@pytest.fixture
def icon(qtbot: QtBot) -> QIcon:
    return tinted_icon(SQUARE, QColor("#0072b2"), QColor("#999999"))


def test_the_placeholder_gives_way_to_the_colour() -> None:
    drawing = recoloured(SQUARE, QColor("#ff0000"))

    assert b'fill="#ff0000"' in drawing
    assert b"#123456" not in drawing


@pytest.mark.parametrize(
    ("mode", "colour"),
    [(QIcon.Mode.Normal, "#0072b2"), (QIcon.Mode.Active, "#0072b2"), (QIcon.Mode.Disabled, "#999999")],
)
@pytest.mark.parametrize("size", [16, 24, 40, 60])
def test_every_mode_has_its_colour_at_every_size(icon: QIcon, mode: QIcon.Mode, colour: str, size: int) -> None:
    image = icon.pixmap(QSize(size, size), mode).toImage()

    assert image.pixelColor(image.rect().center()).name() == colour
    assert image.pixelColor(0, 0).alpha() == 0


def test_a_fine_screen_gets_as_many_pixels_as_it_has(icon: QIcon) -> None:
    pixmap = icon.pixmap(QSize(24, 24), 2.0)

    assert pixmap.size() == QSize(48, 48)
    assert pixmap.devicePixelRatio() == 2
