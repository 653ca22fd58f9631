"""Numbers in coloured cells."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.parameters.heat_cells import Heads, HeatCell
from nnreg_gui.pages.parameters.heat_colours import heat_colour, ink_on_heat
from nnreg_gui.pages.parameters.heat_legend import HeatLegend
from nnreg_gui.pages.parameters.heat_map import HeatMap
from nnreg_gui.widgets.themes import apply_theme


@pytest.fixture
def heat(qtbot: QtBot) -> HeatMap:
    heat = HeatMap()
    qtbot.addWidget(heat)
    heat.set_heads(Heads(("1,000", "100"), ("1", "10", "300"), "n", "h"))
    heat.show_cells({(0, 0): HeatCell(0.0, "0.0", "none"), (1, 2): HeatCell(1.0, "100.0", "all of them")})
    heat.resize(500, 300)
    with qtbot.waitExposed(heat):
        heat.show()
    return heat


def _middle(heat: HeatMap, row: int, column: int) -> QPoint:
    return heat.cell_area(row, column).center().toPoint()


def _ground(heat: HeatMap, row: int, column: int) -> QColor:
    area = heat.cell_area(row, column)
    return heat.grab().toImage().pixelColor(int(area.left()) + 6, int(area.top()) + 6)


def _luminance(colour: QColor) -> float:
    return 0.2126 * colour.redF() ** 2.2 + 0.7152 * colour.greenF() ** 2.2 + 0.0722 * colour.blueF() ** 2.2


def test_larger_is_lighter_and_the_number_is_legible_everywhere(qapp: QApplication) -> None:
    colours = [heat_colour(step / 50) for step in range(51)]
    lights = [_luminance(colour) for colour in colours]

    assert lights == sorted(lights)
    for colour in colours:
        light, ink = _luminance(colour), _luminance(ink_on_heat(colour))
        assert (max(light, ink) + 0.05) / (min(light, ink) + 0.05) >= 4.5
    assert heat_colour(-1) == heat_colour(0)
    assert heat_colour(2) == heat_colour(1)


@pytest.mark.parametrize("cell", [(0, 0), (0, 1), (1, 2)])
def test_a_click_chooses_a_cell(heat: HeatMap, qtbot: QtBot, cell: tuple[int, int]) -> None:
    with qtbot.waitSignal(heat.cell_chosen) as chosen:
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=_middle(heat, *cell))

    assert tuple(chosen.args) == cell
    assert heat.focusPolicy() is Qt.FocusPolicy.TabFocus


def test_a_click_beside_the_cells_chooses_none(heat: HeatMap, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(heat.cell_chosen):
        qtbot.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
        qtbot.mouseClick(heat, Qt.MouseButton.RightButton, pos=_middle(heat, 1, 1))


def test_arrows_go_from_cell_to_cell_and_not_beyond(heat: HeatMap, qtbot: QtBot) -> None:
    def choose(row: int, column: int) -> None:
        seen.append((row, column))
        heat.set_chosen((row, column))

    seen: list[tuple[int, int]] = []
    heat.cell_chosen.connect(choose)
    heat.set_chosen((0, 1))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(heat, key)

    assert seen == [(0, 2), (0, 2), (1, 2), (1, 2), (1, 1), (0, 1)]
    assert heat.accessibleDescription() == ""
    heat.set_chosen((1, 2))
    assert heat.accessibleDescription() == "all of them"


def test_pointing_at_a_cell_tells_it_and_says_all_about_it(heat: HeatMap, qtbot: QtBot) -> None:
    seen: list[tuple[int, int] | None] = []
    heat.cell_pointed_at.connect(seen.append)
    for place in (_middle(heat, 1, 2), _middle(heat, 1, 2) + QPoint(2, 2), QPoint(1, 1)):
        QTest.mouseMove(heat, place)
        qtbot.wait(1)
    assert seen == [(1, 2), None]

    place = _middle(heat, 1, 2)
    QApplication.sendEvent(heat, QHelpEvent(QHelpEvent.Type.ToolTip, place, heat.mapToGlobal(place)))
    assert QToolTip.text() == "all of them"
    QToolTip.hideText()


def test_what_is_missing_is_hatched(heat: HeatMap) -> None:
    assert _ground(heat, 0, 0) == heat_colour(0)
    assert _ground(heat, 1, 2) == heat_colour(1)
    base = heat.palette().color(QPalette.ColorRole.Base)
    area = heat.cell_area(1, 0)
    image = heat.grab().toImage()
    pixels = [image.pixelColor(x, int(area.top()) + 8) for x in range(int(area.left()) + 4, int(area.right()) - 4)]
    assert 0 < sum(pixel == base for pixel in pixels) < len(pixels)
    assert not heat.is_full
    heat.show_cells({(row, column): HeatCell(0.5, "1", "") for row in range(2) for column in range(3)})
    assert heat.is_full


def test_the_line_runs_between_the_cells(heat: HeatMap) -> None:
    before = heat.grab().toImage()
    heat.set_line((2, 1))
    after = heat.grab().toImage()

    def changed(row: int, column: int) -> bool:
        """Return whether anything has changed at the left end of a cell."""
        area = heat.cell_area(row, column)
        place = QPoint(int(area.left()), int(area.center().y()))
        return before.pixel(place) != after.pixel(place)

    assert [[changed(row, column) for column in (1, 2)] for row in (0, 1)] == [[False, True], [True, False]]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("size", [(700, 500), (300, 150)])
def test_it_is_drawn_at_every_size_in_every_look(
    heat: HeatMap, qapp: QApplication, theme: str, size: tuple[int, int]
) -> None:
    apply_theme(qapp, theme)
    heat.resize(*size)
    heat.set_chosen((0, 1))
    heat.set_line((3, 0))
    heat.set_empty_text("Here you will see numbers.")

    assert not heat.grab().isNull()
    assert heat.cell_area(1, 2).bottom() <= heat.height()
    assert heat.cell_area(1, 2).right() <= heat.width()


def test_it_grows_with_the_font(heat: HeatMap) -> None:
    before = heat.minimumSizeHint().width()
    font = QFont(heat.font())
    font.setPointSizeF(2 * font.pointSizeF())
    heat.setFont(font)

    assert heat.minimumSizeHint().width() > 1.8 * before


def test_the_legend_leaves_samples_out_before_numbers(qtbot: QtBot) -> None:
    legend = HeatLegend()
    font = QFont(legend.font())
    font.setPointSizeF(10.5)
    legend.setFont(font)
    qtbot.addWidget(legend)
    legend.set_texts("20 %", "100 %", line="1 per image", missing="not trained")
    wide = legend.sizeHint()
    with qtbot.waitExposed(legend):
        legend.show()
    widths: Callable[[], list[int]] = lambda: [legend.minimumSizeHint().width(), legend.sizeHint().width()]  # noqa: E731

    assert widths()[0] < wide.width()
    assert legend.accessibleName() == "20 % – 100 %; 1 per image; not trained"
    for width in widths():
        legend.resize(width, wide.height())
        assert not legend.grab().isNull()
    legend.set_texts("20 %", "100 %", line="", missing="")
    body = legend.font().pointSizeF()
    legend.resize(widths()[1], wide.height())
    assert QFontMetricsF(legend.text_font()).capHeight() >= 0.025 * 720, "as large as a conclusion"
    legend.resize(widths()[0], wide.height())
    assert legend.text_font().pointSizeF() == pytest.approx(body, abs=0.25)
