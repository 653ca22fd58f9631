"""The guide asks for what a step needs, and goes on when it is there."""

import pytest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.rotation.guide import CONFUSION, LARGE_ROTATIONS, SMALL_ROTATIONS, TURN, Guide
from nnreg_gui.pages.rotation.rotation_runs import default_experiment
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.rotation.rotation_material import Small, Trained, going_on, over, recorded, turned


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(epochs=2))


class Listener:
    """Hears what a guide says."""

    def __init__(self, guide: Guide) -> None:
        self.wanted: list[Experiment] = []
        self.reached: list[tuple[int, DrawnRun]] = []
        guide.wanted.connect(self.wanted.append)
        guide.reached.connect(lambda step, run: self.reached.append((step, run)))


@pytest.fixture
def guide() -> Guide:
    return Guide()


@pytest.fixture
def heard(guide: Guide) -> Listener:
    return Listener(guide)


def test_a_step_whose_run_is_there_is_shown_at_once(guide: Guide, heard: Listener, history: RunHistory) -> None:
    upright = over(recorded(history.experiment, history), 1)
    large = over(recorded(turned(history.experiment, 180), history), 2)
    guide.show_runs([upright, large])
    for step in (TURN, LARGE_ROTATIONS, CONFUSION):
        guide.choose(step)

    assert heard.reached == [(TURN, upright), (LARGE_ROTATIONS, large), (CONFUSION, large)]
    assert guide.done == {TURN, LARGE_ROTATIONS, CONFUSION}
    assert not heard.wanted


@pytest.mark.parametrize(
    ("step", "rotation"), [(TURN, 0), (SMALL_ROTATIONS, 15), (LARGE_ROTATIONS, 180), (CONFUSION, 180)]
)
def test_a_run_that_is_missing_is_asked_for_and_the_step_goes_on_when_it_is_over(
    guide: Guide, heard: Listener, history: RunHistory, step: int, rotation: float
) -> None:
    guide.show_runs([])
    guide.choose(step)
    assert heard.wanted == [default_experiment(rotation)]

    growing = RunHistory(heard.wanted[0])
    for record in history.kept():
        guide.show_runs([going_on(growing, 1, selected=True)])
        assert guide.awaited is not None
        assert not heard.reached
        growing.add(record)
    finished = over(growing, 1, selected=True)
    guide.show_runs([finished])

    assert heard.reached == [(step, finished)]
    assert guide.run is finished
    assert guide.awaited is None
    assert len(heard.wanted) == 1


def test_a_run_that_ended_before_its_first_epoch_is_not_asked_for_again_by_itself(
    guide: Guide, heard: Listener, history: RunHistory
) -> None:
    guide.choose(TURN)
    guide.show_runs([over(recorded(heard.wanted[0], history, epochs=0))])
    assert guide.interrupted
    assert len(heard.wanted) == 1

    guide.choose(TURN)
    assert not guide.interrupted
    assert len(heard.wanted) == 2


def test_a_step_chosen_meanwhile_waits_for_the_run_that_is_being_trained(
    guide: Guide, heard: Listener, history: RunHistory
) -> None:
    guide.choose(TURN)
    run = recorded(heard.wanted[0], history)
    guide.show_runs([going_on(run)])
    guide.choose(SMALL_ROTATIONS)
    assert len(heard.wanted) == 1, "asking for another one would end this one"

    guide.show_runs([over(run)])
    assert heard.wanted[1:] == [default_experiment(15)]
    assert not heard.reached


def test_a_run_that_was_there_before_is_not_the_one_that_was_asked_for(
    guide: Guide, heard: Listener, history: RunHistory
) -> None:
    """Such as an equal run that was stopped before its first epoch."""
    stopped = over(recorded(default_experiment(), history, epochs=0), 1)
    guide.show_runs([stopped])
    guide.choose(TURN)
    guide.show_runs([stopped])

    assert not guide.interrupted
    assert not heard.reached


def test_the_runs_may_change_while_it_asks(guide: Guide, heard: Listener, history: RunHistory) -> None:
    """The window ends what goes on, and begins the new run, before the signal returns."""
    other = recorded(turned(history.experiment, 30), history)
    guide.show_runs([going_on(other, 1)])

    def begin(experiment: Experiment) -> None:
        guide.show_runs([over(other, 1)])
        guide.show_runs([over(other, 1), going_on(RunHistory(experiment), 2)])

    guide.wanted.connect(begin)
    guide.choose(LARGE_ROTATIONS)

    assert guide.awaited is not None
    assert guide.awaited.number == 2
    assert not guide.interrupted


def test_the_default_network_can_be_had_without_a_step(guide: Guide, heard: Listener, history: RunHistory) -> None:
    guide.ask_for_default()
    guide.show_runs([over(recorded(heard.wanted[0], history))])

    assert heard.wanted == [default_experiment()]
    assert not heard.reached
    assert guide.step == 0


def test_a_run_that_is_removed_takes_what_was_said_of_it_along(
    guide: Guide, heard: Listener, history: RunHistory
) -> None:
    guide.show_runs([over(history)])
    guide.choose(TURN)
    assert guide.run is not None

    guide.show_runs([])
    assert guide.run is None
    assert not heard.wanted
