"""Space and Return on pages that show nothing of a run: they play the page, never an unseen run."""

from PySide6.QtCore import Qt

from nnreg_gui.pages.fitting.elephant_play import ALL
from nnreg_gui.pages.fitting.fitting_page import FittingPage
from nnreg_gui.pages.shrinking.shrinking_page import ShrinkingPage
from nnreg_gui.running.side_by_side import State
from tests.conftest import User
from tests.fixture_types import Small

ENDLESS = 100_000  # epochs
PLAYING = (Qt.Key.Key_Space, Qt.Key.Key_Return)


def test_they_put_the_elephant_together_and_pause_it(user: User) -> None:
    user.window.tabs.open_page("fitting")
    page = user.window.tabs.page
    assert isinstance(page, FittingPage)
    play, (space, enter) = page.elephant.play, PLAYING

    user.key(space)
    assert play.adds_all
    user.wait(lambda: 1 < play.in_use < ALL)
    for pauses, goes_on in ((space, enter), (enter, space)):
        user.key(pauses)
        assert not play.running
        paused_at = play.number
        user.key(goes_on)
        assert play.adds_all
        assert play.number == paused_at + 1, "it goes on where it was"
    assert user.history is None


def test_where_nothing_plays_they_say_where_training_is_seen_and_leave_an_unseen_run_alone(
    user: User, small: Small
) -> None:
    user.show(small(epochs=ENDLESS))
    user.window.tabs.open_page("fitting")
    user.key(Qt.Key.Key_2)
    for key in PLAYING:
        user.window.notice.leave()
        user.key(key)
        assert user.window.notice.text() == "Nothing is trained on this page: F3 leads to those that show training."
    assert user.history is None

    user.key(Qt.Key.Key_F3)
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    for state in (State.RUNNING, State.PAUSED):
        if state is State.PAUSED:
            user.window.tabs.open_page("learning")
            user.key(Qt.Key.Key_Space)
            user.wait_for_hold()
        user.window.tabs.open_page("fitting")
        for key in (Qt.Key.Key_1, *PLAYING, Qt.Key.Key_2, *PLAYING):
            user.key(key)
            assert user.state is state


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


def test_what_trains_all_the_same_does_so_on_the_page_learning(user: User, small: Small) -> None:
    user.show(small(epochs=1))
    for name in ("start", "step", "rewind", "new_weights"):
        user.window.tabs.open_page("fitting")
        assert user.window.actions_by_name["start"].toolTip() == "Train this experiment from the beginning"
        before = user.history
        user.click(name)
        assert user.window.tabs.page is user.window.learning, name
        user.wait(lambda before=before: user.history is not before)
        user.key(Qt.Key.Key_Escape)
        user.wait_for_end()
