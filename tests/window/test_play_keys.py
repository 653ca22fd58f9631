"""Space and Return on pages that show nothing of a run: they play the page, never an unseen run."""

import pytest
from PySide6.QtCore import Qt

from nnreg_gui.pages.fitting.elephant_play import ALL
from nnreg_gui.pages.fitting.fitting_page import FittingPage
from nnreg_gui.pages.shrinking.shrinking_page import ShrinkingPage
from nnreg_gui.running.side_by_side import State
from tests.conftest import User
from tests.fixture_types import Small

ENDLESS = 100_000  # epochs
PLAYING = (Qt.Key.Key_Space, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", PLAYING)
def test_they_put_the_elephant_together_and_pause_it(user: User, key: Qt.Key) -> None:
    user.window.tabs.open_page("fitting")
    page = user.window.tabs.page
    assert isinstance(page, FittingPage)
    play = page.elephant.play

    user.key(key)
    assert play.adds_all
    user.wait(lambda: 1 < play.in_use < ALL)
    user.key(key)
    assert not play.running
    paused_at = play.number
    user.key(key)
    assert play.adds_all
    assert play.number == paused_at + 1, "it goes on where it was"
    assert user.history is None


def test_where_nothing_plays_they_say_where_training_is_seen(user: User) -> None:
    user.window.tabs.open_page("fitting")
    user.key(Qt.Key.Key_2)
    for key in PLAYING:
        user.window.notice.leave()
        user.key(key)
        assert user.window.notice.text() == "Nothing is trained on this page: F3 leads to those that show training."
    assert user.history is None
    user.key(Qt.Key.Key_F3)
    user.key(Qt.Key.Key_Space)
    assert user.history is not None
    user.key(Qt.Key.Key_Escape)
    user.wait_for_end()


def test_on_shrinking_they_shrink_one_weight_but_train_where_networks_are_seen(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS))
    user.window.tabs.open_page("shrinking")
    page = user.window.tabs.page
    assert isinstance(page, ShrinkingPage)
    assert user.window.sentence.text() == "Ready: press Start to train."

    user.key(Qt.Key.Key_Space)
    assert page.one.playing
    user.wait(lambda: page.one.steps > 0)
    user.key(Qt.Key.Key_Space)
    assert not page.one.playing
    assert user.history is None

    user.key(Qt.Key.Key_2)
    assert "press Space" in user.window.sentence.text()
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    user.key(Qt.Key.Key_1)
    user.key(Qt.Key.Key_Space)
    assert page.one.playing
    assert user.state is State.RUNNING


@pytest.mark.parametrize("paused", [False, True])
def test_they_leave_alone_a_run_that_is_not_seen(user: User, small: Small, paused: bool) -> None:
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    if paused:
        user.key(Qt.Key.Key_Space)
        user.wait_for_hold()
    state = user.state
    user.window.tabs.open_page("fitting")
    for key in (*PLAYING, Qt.Key.Key_2, *PLAYING):
        user.key(key)
        assert user.state is state


@pytest.mark.parametrize("name", ["start", "step", "rewind", "new_weights"])
def test_what_trains_all_the_same_does_so_on_the_page_learning(user: User, small: Small, name: str) -> None:
    user.show(small(epochs=1))
    user.window.tabs.open_page("fitting")
    assert user.window.actions_by_name["start"].toolTip() == "Train this experiment from the beginning"
    user.click(name)

    assert user.window.tabs.page is user.window.learning
    user.wait(lambda: user.history is not None)
