"""The guess as the lecturer sees it: in the figures that the audience has chosen."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lecturing.votes_view import VotesView
from nnreg_gui.lessons.expressions import parse
from nnreg_gui.lessons.lesson import NumberQuestion
from nnreg_gui.lessons.record import Guess


@pytest.mark.parametrize(
    ("unit", "step", "number", "said"),
    [
        ("number", 1.0, 123_456.0, "Guess: 123,456"),
        ("percent", 0.5, 80.0, "Guess: 80.0\N{NO-BREAK SPACE}%"),
        ("points", 1.0, 12.0, "Guess: 12 points"),
    ],
)
def test_a_guessed_number_reads_as_on_the_slider(
    qapp: QApplication, qtbot: QtBot, unit: str, step: float, number: float, said: str
) -> None:
    votes = VotesView()
    qtbot.addWidget(votes)
    votes.show_question(NumberQuestion(Words(en="How many?"), 0, 200_000, step, unit, parse("1", ())), "en")
    votes.show_guess(Guess(number=number))

    assert votes.said() == [said]
