"""The strip of a lesson."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.lecturing.strip import LessonStrip


@pytest.mark.parametrize(("folded", "sign"), [(False, "▴"), (True, "▾")])
def test_the_sign_of_folding_stays_true_in_another_language(
    qapp: QApplication, qtbot: QtBot, folded: bool, sign: str
) -> None:
    strip = LessonStrip()
    qtbot.addWidget(strip)
    strip.set_folded(folded)

    QApplication.sendEvent(strip, QEvent(QEvent.Type.LanguageChange))

    assert strip.fold.text() == sign


def test_its_tool_tips_name_the_keys_that_do_the_same_at_any_time(qtbot: QtBot) -> None:
    strip = LessonStrip()
    qtbot.addWidget(strip)

    keys = [button.toolTip().rpartition(" ")[2] for button in (strip.back, strip.on, strip.fold, strip.leave)]
    assert keys == ["(PgUp)", "(PgDown)", "(Ctrl+L)", "(Shift+Esc)"]
