"""A sheet of grey images."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.image_grid import ImageGrid
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.widgets.themes import apply_theme

SIDE = 28


def _blank(count: int) -> np.ndarray:
    return np.zeros((count, SIDE, SIDE), np.float32)


@pytest.fixture
def sheet(qapp: QApplication, qtbot: QtBot) -> ImageSheet:
    apply_theme(qapp, "light")
    sheet = ImageSheet()
    qtbot.addWidget(sheet)
    sheet.resize(600, 300)
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet


def _middle(sheet: ImageSheet, image: int) -> QPoint:
    return sheet.image_area(image).center().toPoint()


def _colour(sheet: ImageSheet, place: QPoint) -> QColor:
    return sheet.grab().toImage().pixelColor(place)


def test_ink_is_dark_on_light_and_light_on_dark(sheet: ImageSheet, qapp: QApplication, qtbot: QtBot) -> None:
    sheet.show_images(np.stack([_blank(1)[0], np.ones((SIDE, SIDE), np.float32)]))
    palette = sheet.palette()
    assert _colour(sheet, _middle(sheet, 0)) == palette.base().color()
    assert _colour(sheet, _middle(sheet, 1)) == palette.text().color()

    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: _colour(sheet, _middle(sheet, 0)).lightness() < 40)
    assert _colour(sheet, _middle(sheet, 1)).lightness() > 200


def test_every_pixel_is_where_it_belongs(sheet: ImageSheet) -> None:
    images = _blank(3)
    images[2, 5, 20] = 1  # row 5, column 20
    sheet.show_images(images, columns=3)
    area = sheet.image_area(2)
    factor = area.width() / SIDE
    assert factor == int(factor), "there is room for whole pixels"
    inked = QPoint(int(area.left() + 20.5 * factor), int(area.top() + 5.5 * factor))

    assert _colour(sheet, inked) == sheet.palette().text().color()
    for step in (QPoint(int(factor), 0), QPoint(0, int(factor))):
        assert _colour(sheet, inked + step) == sheet.palette().base().color()
        assert _colour(sheet, inked - step) == sheet.palette().base().color()


@pytest.mark.parametrize("count", [1, 2, 9, 36, 64])
@pytest.mark.parametrize("captioned", [False, True])
def test_all_images_and_captions_are_inside_and_none_overlap(sheet: ImageSheet, count: int, captioned: bool) -> None:
    sheet.show_images(_blank(count), [str(image) for image in range(count)] if captioned else ())
    inside = sheet.rect().toRectF()
    areas = [sheet.image_area(image) for image in range(count)]

    assert all(inside.contains(area) for area in areas)
    assert not any(one.intersects(other) for place, one in enumerate(areas) for other in areas[:place])


def test_images_are_as_large_as_there_is_room_for() -> None:
    """No other number of columns gives larger images."""
    area = QRectF(0, 0, 640, 250)
    for count in (1, 7, 16, 36, 64):
        shape = (count, SIDE, 2 * SIDE)
        largest = ImageGrid.fitting(shape, area, QSizeF(0, 0), None, 1.0).width
        widths = [ImageGrid.fitting(shape, area, QSizeF(0, 0), columns, 1.0).width for columns in range(1, count + 1)]
        assert largest == max(widths)


def test_a_sharper_screen_gets_whole_pixels_of_its_own() -> None:
    grid = ImageGrid.fitting((1, SIDE, SIDE), QRectF(0, 0, 111, 111), QSizeF(0, 0), None, 2.0)

    assert grid.is_whole
    assert 2 * grid.width / SIDE == int(2 * grid.width / SIDE) == 7


def test_a_click_and_the_mouse_name_the_image(sheet: ImageSheet, qtbot: QtBot) -> None:
    sheet.show_images(_blank(5), columns=3)
    clicked: list[int] = []
    hovered: list[int | None] = []
    sheet.image_clicked.connect(clicked.append)
    sheet.image_hovered.connect(hovered.append)

    sheet.clearFocus()
    for image in (4, 0):
        QTest.mouseMove(sheet, _middle(sheet, image))
        qtbot.waitUntil(lambda image=image: hovered[-1:] == [image])
        qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=_middle(sheet, image))
    beyond = _middle(sheet, 4) + QPoint(int(sheet.image_area(1).left() - sheet.image_area(0).left()), 0)
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=beyond)  # the sixth cell is empty

    assert clicked == [4, 0]
    assert not sheet.hasFocus(), "a click does not take the keyboard"


def test_arrow_keys_lead_from_image_to_image(sheet: ImageSheet, qtbot: QtBot) -> None:
    sheet.show_images(_blank(6), columns=3)
    clicked: list[int] = []
    sheet.image_clicked.connect(clicked.append)
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Return,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Return,
    ):
        qtbot.keyClick(sheet, key)

    assert clicked == [4, 3]


def test_a_marked_image_has_a_frame(sheet: ImageSheet) -> None:
    sheet.show_images(_blank(4), columns=2)
    sheet.mark(2)
    edge = sheet.image_area(2).toRect().topLeft() + QPoint(20, -1)
    other = sheet.image_area(1).toRect().topLeft() + QPoint(20, -1)

    assert _colour(sheet, edge) == sheet.palette().highlight().color()
    assert _colour(sheet, other) != sheet.palette().highlight().color()


def test_without_images_it_says_what_will_come(sheet: ImageSheet) -> None:
    sheet.show_images(_blank(0))
    bare = sheet.grab().toImage()
    sheet.set_empty_text("Digits come here.")
    assert sheet.grab().toImage() != bare

    sheet.show_images(_blank(2))
    assert _colour(sheet, _middle(sheet, 0)) == sheet.palette().base().color()


def test_it_may_become_small(sheet: ImageSheet) -> None:
    sheet.show_images(_blank(64), ["100 %"] * 64)
    sheet.resize(sheet.minimumSizeHint())

    assert not sheet.grab().isNull()
    assert sheet.image_area(63).width() > 0
