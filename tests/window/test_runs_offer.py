"""The offer of kept runs: it says how many, and stays until answered."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nnreg_gui.window.runs_offer import RunsOffer


@pytest.fixture
def offer(qtbot: QtBot) -> RunsOffer:
    offer = RunsOffer()
    qtbot.addWidget(offer)
    return offer


@pytest.mark.parametrize(
    ("ended", "elsewhere", "text"),
    [
        (0, 0, ""),
        (5, 0, "Runs kept from last time: 5."),
        (0, 1, "Runs kept by a program that may still be open on another computer: 1."),
        (
            2,
            3,
            "Runs kept from last time: 2. Runs kept by a program that may still be open on another computer: 3.",
        ),
    ],
)
def test_it_says_what_there_is(offer: RunsOffer, ended: int, elsewhere: int, text: str) -> None:
    offer.offer(ended, elsewhere)

    assert offer.text() == text


def test_it_goes_when_it_is_accepted_or_nothing_is_offered_any_more(offer: RunsOffer, qtbot: QtBot) -> None:
    offer.offer(2, 0)
    (show,) = offer.findChildren(QPushButton)
    with qtbot.waitSignal(offer.accepted):
        show.click()
    assert offer.text() == ""
    offer.offer(2, 0)
    offer.offer(0, 0)
    assert offer.text() == ""
