"""A number legible from the last row."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.tile import Tile


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def tile(qtbot: QtBot) -> Tile:
    tile = Tile()
    font = tile.font()
    font.setPointSizeF(11)
    tile.setFont(font)
    tile.set_caption("Validation")
    qtbot.addWidget(tile)
    tile.resize(200, tile.sizeHint().height())
    with qtbot.waitExposed(tile):
        tile.show()
    return tile


def test_the_number_is_large(tile: Tile) -> None:
    tile.set_value("82.1 %")

    assert tile.value_font().pointSizeF() >= 28


@pytest.mark.parametrize("width", [190, 160, 140])
def test_a_long_number_becomes_smaller_until_it_fits(tile: Tile, width: int) -> None:
    tile.resize(width, tile.height())
    tile.set_value("17.9 points")

    font = tile.value_font()

    assert 14 <= font.pointSizeF() < 28
    margins = tile.width() - 3 * (tile.fontMetrics().height() // 2)
    assert QFontMetrics(font).horizontalAdvance("17.9 points") <= margins


def test_the_number_is_never_smaller_than_fourteen_points(tile: Tile) -> None:
    tile.resize(60, tile.height())
    tile.set_value("123,456,789")

    assert tile.value_font().pointSizeF() == 14


def test_no_number_is_a_dash(tile: Tile) -> None:
    tile.set_value("82.1 %")

    tile.set_value("")

    assert tile.accessibleDescription() == "–"


def test_screen_readers_hear_caption_and_number(tile: Tile) -> None:
    tile.set_value("82.1 %")

    assert tile.accessibleName() == "Validation"
    assert tile.accessibleDescription() == "82.1 %"


def test_the_same_number_again_costs_nothing(qtbot: QtBot, tile: Tile) -> None:
    counter = PaintCounter()
    tile.installEventFilter(counter)
    tile.set_value("82.1 %")
    qtbot.waitUntil(lambda: counter.count == 1)

    tile.set_value("82.1 %")
    QApplication.processEvents()
    assert counter.count == 1

    tile.set_value("82.2 %")
    qtbot.waitUntil(lambda: counter.count == 2)


def test_the_stripe_has_the_colour_and_goes_with_it(tile: Tile) -> None:
    ground = tile.palette().color(QPalette.ColorRole.AlternateBase)

    tile.set_colour(QColor("#d55e00"))
    assert tile.grab().toImage().pixelColor(1, tile.height() // 2).name() == "#d55e00"

    tile.set_colour(None)
    assert tile.grab().toImage().pixelColor(1, tile.height() // 2) == ground


def test_it_asks_for_its_caption_but_takes_less(tile: Tile) -> None:
    tile.set_caption("Largest weight of the second layer")

    assert tile.sizeHint().width() > tile.fontMetrics().horizontalAdvance("Largest weight of the second layer")
    assert tile.minimumSizeHint().width() == 4 * tile.fontMetrics().height()


def test_it_grows_with_the_font(tile: Tile) -> None:
    before = tile.sizeHint()
    font = tile.font()
    font.setPointSizeF(22)

    tile.setFont(font)

    assert tile.sizeHint().height() > 1.7 * before.height()
    assert tile.sizeHint().width() > 1.7 * before.width()
