"""The picture over η."""

from pytestqt.qtbot import QtBot

from nnreg_gui.pages.finding_lambda.rate_curves import RateCurves


def test_it_says_what_it_shows(qtbot: QtBot) -> None:
    curves = RateCurves()
    qtbot.addWidget(curves)

    assert "η" in curves._bottom.labelText
    assert curves.symbol == "η"
