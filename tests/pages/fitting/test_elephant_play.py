"""The animation: parameters come one by one, the trunk swings, and everything comes to rest."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.fitting.elephant_play import ALL, SWINGS, ElephantPlay


@pytest.fixture
def play(qapp: QApplication) -> ElephantPlay:
    return ElephantPlay()


def let_it_play(play: ElephantPlay, most: float = 60.0, frame: float = 0.04) -> list[tuple[int, float, float]]:
    """Return `number`, `in_use` and `swing` for every frame until it rests."""
    frames = [(play.number, play.in_use, play.swing)]
    while play.running and len(frames) < most / frame:
        play.advance(frame)
        frames.append((play.number, play.in_use, play.swing))
    assert not play.running
    return frames


def test_it_begins_with_all_at_rest(play: ElephantPlay) -> None:
    assert (play.number, play.in_use, play.swing, play.running) == (ALL, ALL, 0, False)


def test_parameters_come_one_by_one_and_the_last_wiggles_the_trunk(play: ElephantPlay) -> None:
    play.add_all()
    assert play.adds_all
    assert (play.number, play.in_use) == (1, 0)
    frames = let_it_play(play)

    assert sorted({number for number, _, _ in frames}) == [1, 2, 3, 4, 5]
    drawn = [in_use for _, in_use, _ in frames]
    assert drawn == sorted(drawn)
    assert max(b - a for a, b in pairwise(drawn)) < 0.1, "they come in smoothly"
    assert all(number - 1 <= in_use <= number for number, in_use, _ in frames)
    assert {number for number, _, swing in frames if swing} == {ALL}
    assert (play.number, play.in_use, play.swing) == (ALL, ALL, 0)


def test_the_trunk_swings_a_few_times_and_comes_to_rest(play: ElephantPlay) -> None:
    play.add_one()
    play.wiggle()
    assert play.wiggles
    assert play.number == ALL
    swings = [swing for _, _, swing in let_it_play(play)]

    assert max(swings) > 0.95
    assert min(swings) < -0.95
    assert max(abs(b - a) for a, b in pairwise(swings)) < 0.25
    turns = sum(a < 0 <= b for a, b in pairwise(swings[1:]))
    assert turns in (SWINGS - 1, SWINGS)
    assert swings[-1] == 0


def test_one_more_each_time_and_then_from_the_first(play: ElephantPlay) -> None:
    for number in (1, 2, 3, 4):
        play.add_one()
        assert play.number == number
        assert play.in_use == number - 1
        let_it_play(play)
        assert (play.in_use, play.swing) == (number, 0)
    play.add_one()
    assert any(swing for _, _, swing in let_it_play(play)), "the fifth wiggles the trunk"
    play.add_one()
    assert play.number == 1
    play.stop()


def test_stopped_it_rests_with_what_was_being_added(play: ElephantPlay) -> None:
    play.add_all()
    play.advance(2.5)
    assert 1 < play.in_use < 2
    play.stop()
    assert (play.number, play.in_use, play.swing, play.running) == (2, 2, 0, False)
    play.use(ALL)
    assert (play.number, play.in_use) == (ALL, ALL)


def test_much_time_at_once_leads_to_the_end(play: ElephantPlay) -> None:
    play.add_all()
    play.advance(1000)
    assert (play.number, play.in_use, play.swing, play.running) == (ALL, ALL, 0, False)
    play.advance(1)
    assert not play.running


def test_the_clock_moves_it(play: ElephantPlay, qtbot: QtBot) -> None:
    play.add_one()
    with qtbot.waitSignals([play.moved, play.moved], timeout=5000):
        pass
    assert 0 < play.in_use < 1
    play.stop()
