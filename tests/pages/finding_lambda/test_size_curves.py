"""The picture over n."""

from pytestqt.qtbot import QtBot

from nnreg_gui.pages.finding_lambda.size_curves import SizeCurves
from nnreg_gui.plots.curve import Line


def test_it_says_what_it_shows(qtbot: QtBot) -> None:
    curves = SizeCurves()
    qtbot.addWidget(curves)
    curves.name_lines("without", "L2")

    assert "Training images" in curves._bottom.labelText
    assert curves.legend._entries == [(Line.SOLID, "L2"), (Line.DASHED, "without")]
