"""A formula drawn like text."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPalette
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.formula_label import FormulaLabel

# A bar of 80 × 20 in the placeholder colour, from edge to edge.
BAR = b'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><path d="M0 0H80V20H0z" fill="#123456"/></svg>'


@pytest.fixture
def label(qtbot: QtBot) -> FormulaLabel:
    label = FormulaLabel(made_at_px=10)
    font = label.font()
    font.setPixelSize(20)
    label.setFont(font)
    label.set_formula(BAR, "C equals C zero")
    qtbot.addWidget(label)
    label.resize(300, 60)
    with qtbot.waitExposed(label):
        label.show()
    return label


def _picture(label: FormulaLabel) -> QImage:
    return label.grab().toImage()


def _is_drawn(label: FormulaLabel, x: int, y: int) -> bool:
    return _picture(label).pixelColor(x, y) == label.palette().color(QPalette.ColorRole.WindowText)


def test_its_letters_are_as_large_as_the_texts(label: FormulaLabel) -> None:
    assert label.sizeHint().toTuple() == (160, 40)

    font = label.font()
    font.setPixelSize(30)
    label.setFont(font)

    assert label.sizeHint().toTuple() == (240, 60)


def test_it_stands_at_the_left_in_the_middle(label: FormulaLabel) -> None:
    assert all(_is_drawn(label, *place) for place in ((1, 11), (158, 11), (1, 48), (158, 48)))
    assert not any(_is_drawn(label, *place) for place in ((161, 30), (80, 8), (80, 51)))


def test_where_it_is_narrow_it_is_smaller(label: FormulaLabel) -> None:
    assert label.hasHeightForWidth()
    assert label.heightForWidth(80) == 20
    assert label.heightForWidth(1000) == 40

    label.resize(80, 60)

    assert _is_drawn(label, 78, 30)
    assert not _is_drawn(label, 40, 15)


def test_where_it_is_low_it_is_smaller_too(label: FormulaLabel) -> None:
    label.resize(300, 20)

    assert _is_drawn(label, 78, 10)
    assert not _is_drawn(label, 90, 10)


def test_it_may_shrink_to_half_of_its_size(label: FormulaLabel) -> None:
    assert label.minimumSizeHint().toTuple() == (80, 20)


def test_it_has_the_colour_of_the_text(label: FormulaLabel) -> None:
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#aa0000"))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#00aa00"))

    label.setPalette(palette)
    assert _picture(label).pixelColor(QPoint(50, 30)).name() == "#aa0000"

    label.setEnabled(False)
    assert _picture(label).pixelColor(QPoint(50, 30)).name() == "#00aa00"


def test_screen_readers_hear_it(label: FormulaLabel) -> None:
    assert label.accessibleName() == "C equals C zero"


def test_another_formula_takes_its_place(label: FormulaLabel) -> None:
    label.set_formula(BAR.replace(b'width="80"', b'width="40"'), "half")

    assert label.sizeHint().toTuple() == (80, 40)
    assert not _is_drawn(label, 90, 30)


def test_without_a_formula_there_is_nothing(label: FormulaLabel) -> None:
    label.set_formula(b"", "")

    assert label.sizeHint().toTuple() == (0, 0)
    assert not _is_drawn(label, 50, 30)
    assert label.accessibleName() == ""
