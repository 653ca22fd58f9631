"""A page's one conclusion."""

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.conclusion import Conclusion

SHORT = "L1 empties the network."
LONG = "With L1, 76 of 100 weights are nearly 0; with L2, all are small, and 39 of 100 nearly 0."


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    font = conclusion.font()
    font.setPointSizeF(11)
    conclusion.setFont(font)
    qtbot.addWidget(conclusion)
    conclusion.resize(900, conclusion.sizeHint().height())
    with qtbot.waitExposed(conclusion):
        conclusion.show()
    return conclusion


def test_a_sentence_is_read_from_the_last_row_of_a_projector(conclusion: Conclusion) -> None:
    conclusion.say(SHORT)

    assert QFontMetricsF(conclusion.text_font()).capHeight() >= 0.025 * 720


def test_a_long_sentence_becomes_smaller_until_it_fits(conclusion: Conclusion) -> None:
    body = QFontInfo(conclusion.font()).pointSizeF()
    conclusion.say(LONG)
    assert body < conclusion.text_font().pointSizeF() < 1.75 * body
    assert QFontMetricsF(conclusion.text_font()).horizontalAdvance(LONG) <= conclusion.width()

    conclusion.say(3 * LONG)
    assert conclusion.text_font().pointSizeF() == pytest.approx(body)


def test_no_sentence_asks_for_a_width_or_for_another_height(conclusion: Conclusion) -> None:
    height = conclusion.sizeHint().height()
    for text in ("", SHORT, 20 * LONG):
        conclusion.say(text)
        assert conclusion.minimumSizeHint().width() == 1
        assert conclusion.sizeHint().height() == height


def test_a_question_stands_there_less_heavily_than_an_answer(conclusion: Conclusion) -> None:
    def darkest() -> int:
        picture = conclusion.grab().toImage()
        return min(picture.pixelColor(x, y).lightness() for x in range(200) for y in range(picture.height()))

    palette = conclusion.palette()
    palette.setColor(QPalette.ColorRole.Window, "white")
    palette.setColor(QPalette.ColorRole.WindowText, "black")
    palette.setColor(QPalette.ColorRole.PlaceholderText, "gray")
    conclusion.setPalette(palette)
    conclusion.ask(SHORT)
    assert not conclusion.is_answer
    asked = darkest()
    conclusion.say(SHORT)

    assert conclusion.is_answer
    assert darkest() < asked - 50
    assert conclusion.accessibleName() == conclusion.toolTip() == SHORT
