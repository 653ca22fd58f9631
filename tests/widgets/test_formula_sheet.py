"""Formulas composed of drawings."""

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.formula_sheet import FormulaSheet, Piece


def _bar(width: int, above: int, below: int, *, stressed: bool = False) -> Piece:
    """Return a bar that reaches this far above and below the base line."""
    height = above + below
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 {-above} {width} '
        f'{height}"><path d="M0 {-above}H{width}V{below}H0z" fill="#123456"/></svg>'
    )
    return Piece(svg.encode(), stressed)


@pytest.fixture
def sheet(qtbot: QtBot) -> FormulaSheet:
    sheet = FormulaSheet()
    palette = sheet.palette()
    for role, colour in (("Window", "white"), ("WindowText", "black"), ("Highlight", "red")):
        palette.setColor(QPalette.ColorRole[role], colour)
    sheet.setPalette(palette)
    qtbot.addWidget(sheet)
    # one line, 30 wide and 30 high: a low bar, then a high, stressed one
    sheet.set_lines([[(_bar(20, 10, 0), _bar(10, 20, 10, stressed=True))]])
    sheet.resize(60, 60)
    with qtbot.waitExposed(sheet):
        sheet.show()
    return sheet


def _colour(picture: QImage, x: int, y: int) -> str:
    return QColor(picture.pixelColor(x, y)).name()


def test_pieces_stand_on_one_base_line_and_what_is_stressed_has_another_colour(sheet: FormulaSheet) -> None:
    assert sheet.scale(60, 60) == 2
    picture = sheet.grab().toImage()
    black, red, white = "#000000", "#ff0000", "#ffffff"

    assert [_colour(picture, 10, y) for y in (10, 25, 35, 50)] == [white, black, black, white]
    assert [_colour(picture, 50, y) for y in (5, 30, 55)] == [red, red, red]


def test_it_follows_the_palette(sheet: FormulaSheet) -> None:
    palette = sheet.palette()
    palette.setColor(QPalette.ColorRole.Highlight, "blue")
    sheet.setPalette(palette)

    assert _colour(sheet.grab().toImage(), 50, 30) == "#0000ff"


def test_lines_stand_below_each_other_and_the_widest_decides_the_size(sheet: FormulaSheet) -> None:
    one = (_bar(100, 20, 0),)
    sheet.set_lines([[one, one], [one]])

    assert sheet.scale(1_000, 10_000) == pytest.approx(1_000 / 232)  # two, and the gap between them
    assert sheet.scale(10_000, 1_000) == pytest.approx(1_000 / 56)
