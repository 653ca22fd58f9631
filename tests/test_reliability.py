"""Whatever a user presses, in whatever order, no thread, no process and no wrong button state remains."""

import multiprocessing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.running.side_by_side import State
from nnreg_gui.window.main_window import MainWindow
from tests.conftest import User
from tests.fixture_types import Small

WAIT = 10_000
SEQUENCES, STEPS = 50, 8
MOST_CLOSED = 3  # after each one, processes start again, which takes a second


class Presses(RuleBasedStateMachine):
    """Presses the window's actions at random; all sequences share the window."""

    window: MainWindow
    bot: QtBot
    experiments: tuple[Experiment, ...]
    closed = sequences = 0

    @rule(name=st.sampled_from(["start", "pause", "step", "stop", "rewind", "new_weights", "beside", "start", "pause"]))
    def press(self, name: str) -> None:
        action = self.window.actions_by_name[name]
        could = action.isEnabled()
        action.trigger()
        if could and name == "stop":
            assert self.window.control.state is State.IDLE
        if could and name in ("start", "step"):
            assert self.window.control.state is State.RUNNING

    @rule(place=st.integers(0, 3))
    def choose(self, place: int) -> None:
        """Change λ in mid-run, or choose something that needs a new run."""
        self.window.panel.set_value(self.experiments[place])

    @rule(milliseconds=st.sampled_from([0, 0, 1, 5, 40]))
    def look(self, milliseconds: int) -> None:
        """Process events for a while."""
        if milliseconds:
            self.bot.waitSignal(self.window.control.advanced, timeout=milliseconds, raising=False).wait()
        else:
            QCoreApplication.processEvents()

    @rule(chance=st.integers(0, 30))
    def close(self, chance: int) -> None:
        """Now and then, close the window in the middle of things, and open it again."""
        if chance == 30 and Presses.closed < MOST_CLOSED:
            Presses.closed += 1
            self.window.close()
            assert not _engines()
            self.window.show()
            _warm_up(self.window, self.bot, self.experiments[0])

    @invariant()
    def buttons_say_what_can_be_done(self) -> None:
        window = self.window
        state, enabled = window.control.state, lambda name: window.actions_by_name[name].isEnabled()
        same_run = window.control.can_go_on_as(window.panel.value())
        assert enabled("pause") is (state is State.RUNNING)
        assert enabled("stop") is (state is not State.IDLE)
        assert enabled("start") is not (state is State.RUNNING and same_run)
        assert enabled("step")
        assert enabled("rewind")

    def teardown(self) -> None:
        """Check after every sequence that stopped means stopped."""
        self.window.control.stop()
        assert self.window.control.state is State.IDLE
        assert not [thread for thread in self.window.control.findChildren(QThread) if thread.isRunning()]
        Presses.sequences += 1
        if Presses.sequences % 20 == 0:
            self.bot.waitUntil(lambda: len(_engines()) <= 2, timeout=WAIT)  # killed processes take a moment to end
        assert all(not run.live for run in self.window.run_list.runs())
        while self.window.run_list.selected() is not None:
            self.window.run_list.remove_selected()


def _warm_up(window: MainWindow, bot: QtBot, experiment: Experiment) -> None:
    """Wait for the engines: one still reading its digits does not hear Stop, and would be killed at every stop."""
    window.control.rewind(experiment, experiment)
    bot.waitUntil(lambda: window.control.holds, timeout=WAIT)
    window.control.stop()


def _engines() -> list[multiprocessing.process.BaseProcess]:
    return [child for child in multiprocessing.active_children() if child.name == "engine"]


@pytest.mark.drawn
def test_random_sequences_leave_nothing_behind(user: User, qtbot: QtBot, small: Small) -> None:
    plain = small(epochs=30)
    stronger = replace(plain, regularization=RegularizationSpec(penalty="l2", lambda_=1.0))
    Presses.window, Presses.bot = user.window, qtbot
    Presses.experiments = (plain, stronger, small(epochs=4, hidden=(4,)), small(epochs=100_000))
    Presses.closed = Presses.sequences = 0
    _warm_up(user.window, qtbot, plain)
    run_state_machine_as_test(
        Presses,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],  # the engines' timing cannot be replayed, so shrinking is pointless
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Presses.closed, "the window was closed in the middle of things, too"
    user.window.close()
    assert not _engines()

    user.window.show()
    user.show(plain)
    user.window.actions_by_name["start"].trigger()
    user.wait_for_end()
    assert len(user.history) == 31, "after all this, a run is a run"
