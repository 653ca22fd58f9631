"""The picture over λ."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.finding_lambda.lambda_curves import LambdaCurves
from nnreg_gui.widgets.room import Room, tell_room


def test_it_says_what_it_shows(qtbot: QtBot) -> None:
    curves = LambdaCurves()
    qtbot.addWidget(curves)

    assert "Validation accuracy" in curves.findChildren(QLabel)[0].text()
    assert "λ" in curves._bottom.labelText
    tell_room(curves, Room.COMPACT)
    assert not curves._bottom.label.isVisible()


def test_lines_are_named_where_there_are_two(qtbot: QtBot) -> None:
    curves = LambdaCurves()
    qtbot.addWidget(curves)
    curves.name_lines(("l2", "l1"))
    assert [name for _, name in curves.legend._entries] == ["L2", "L1"]

    curves.name_lines(("l2", "l1", "elastic_net"))
    assert [name for _, name in curves.legend._entries] == ["L2", "L1", "Elastic net"]

    curves.name_lines(("l1",))
    assert curves.legend._entries == []
