"""Which runs need no training again."""

from collections.abc import Callable
from dataclasses import replace

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.trained_runs import ended, known_runs, missing, network_of, shown_run
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.rotation.rotation_material import Small, Trained, going_on, over, recorded


def test_a_run_without_a_penalty_is_known_whatever_lambda_is_left_in_its_box(
    small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory]
) -> None:
    plain, l2 = small(epochs=1), small(epochs=1, penalty="l2", lambda_=0.1)
    left = replace(plain, regularization=RegularizationSpec(penalty="none", lambda_=0.1))
    runs = [DrawnRun(trained(left), 1, "off")]

    assert missing(runs, (plain, l2)) == (l2,)
    assert known_runs(runs)[plain] is runs[0].history
    assert plain in known_runs(runs)
    assert l2 not in known_runs(runs)


def test_runs_that_go_on_or_have_no_epoch_are_not_over(small: Small, trained: Trained) -> None:
    history = trained(small(epochs=2))
    untrained = over(recorded(history.experiment, history, epochs=0), 1)
    live = going_on(recorded(history.experiment, history), 2)

    assert ended([untrained, live]) == []
    assert shown_run([untrained]) is None
    assert shown_run([untrained, live]) is live


def test_the_selected_run_is_shown_unless_it_is_not_trained_yet(small: Small, trained: Trained) -> None:
    history = trained(small(epochs=2))
    one, other = over(recorded(history.experiment, history), 1, selected=True), over(history, 2)
    begun = going_on(RunHistory(history.experiment), 3, selected=True)

    assert shown_run([one, other]) is one
    assert shown_run([replace(one, selected=False), other, begun]) is other
    assert history.newest is not None
    assert network_of(other).parameters is history.newest.parameters
