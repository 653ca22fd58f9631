"""Which runs are compared."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.rotation.rotation_runs import default_experiment, experiment_to_turn, trained_like
from nnreg_gui.pages.trained_runs import ended, network_of, shown_run
from tests.pages.rotation.rotation_material import Small, Trained, going_on, over, recorded, turned


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(epochs=2))


@pytest.mark.parametrize("rotation", [0.0, 15.0, 180.0])
def test_the_default_experiments_differ_in_augmentation_only(rotation: float) -> None:
    experiment = default_experiment(rotation)

    assert experiment.augmentation.rotation == rotation
    assert turned(experiment, 0) == default_experiment()
    assert default_experiment().augmentation.is_off


def test_the_newest_suitable_run_is_taken(history: RunHistory) -> None:
    experiment = history.experiment
    upright, later = over(recorded(experiment, history), 1), over(recorded(experiment, history), 3)
    rotated = over(recorded(turned(experiment, 15), history), 2)

    runs = [upright, rotated, later]
    assert trained_like(runs, experiment, 0) is later
    assert trained_like(runs, experiment, 15) is rotated
    assert trained_like(runs, experiment, 180) is None


def test_only_runs_that_differ_in_the_rotation_alone_are_compared(history: RunHistory, small: Small) -> None:
    """Other images, another network, other weights or a penalty may not stand beside each other."""
    experiment = history.experiment
    upright = over(recorded(experiment, history), 1)
    others = [
        small(images=50),
        small(hidden=(4,)),
        small(penalty="l2", lambda_=0.1),
        small(dropout=0.2),
        small(seed=2),
        small(epochs=3),
        small(learning_rate=1.0),
    ]
    for number, other in enumerate(others, 2):
        assert trained_like([upright, over(recorded(turned(other, 15), history), number)], experiment, 15) is None


def test_runs_of_which_there_are_several_rotations_go_before_newer_ones(history: RunHistory, small: Small) -> None:
    experiment, other = history.experiment, small(epochs=2, seed=2)
    upright, rotated = over(recorded(experiment, history), 1), over(recorded(turned(experiment, 15), history), 2)
    alone = over(recorded(other, history), 3)

    assert experiment_to_turn([]) == default_experiment()
    assert experiment_to_turn([upright]) == experiment
    assert experiment_to_turn([upright, alone]) == other
    assert experiment_to_turn([upright, rotated, alone]) == experiment


def test_runs_that_go_on_or_have_no_epoch_do_not_count(history: RunHistory) -> None:
    untrained = over(recorded(history.experiment, history, epochs=0), 1)
    live = going_on(recorded(history.experiment, history), 2)

    assert trained_like([untrained, live, over(RunHistory(history.experiment), 3)], history.experiment, 0) is None
    assert ended([untrained, live]) == []
    assert shown_run([untrained]) is None
    assert shown_run([untrained, live]) is live


def test_other_augmentation_beside_the_rotation_does_not_count(history: RunHistory) -> None:
    shifted = replace(history.experiment, augmentation=AugmentationSpec(rotation=15, shift=2))
    smooth = replace(history.experiment, augmentation=AugmentationSpec(rotation=15, elastic_sigma=7))

    assert trained_like([over(recorded(shifted, history))], history.experiment, 15) is None
    assert experiment_to_turn([over(recorded(shifted, history))]) == default_experiment()
    smooth_run = over(recorded(smooth, history))
    assert trained_like([smooth_run], history.experiment, 15) is smooth_run, "a deformation that is off is none"


def test_a_rotation_that_was_switched_on_in_mid_run_does_not_count(history: RunHistory) -> None:
    changed = recorded(history.experiment, history)
    changed.add(Changed(1.0, history.experiment, turned(history.experiment, 15)))

    assert trained_like([over(changed)], history.experiment, 0) is None
    assert trained_like([over(changed)], history.experiment, 15) is None


def test_the_selected_run_is_shown_unless_it_is_not_trained_yet(history: RunHistory) -> None:
    one, other = over(recorded(history.experiment, history), 1, selected=True), over(history, 2)
    begun = going_on(RunHistory(history.experiment), 3, selected=True)

    assert shown_run([one, other]) is one
    assert shown_run([replace(one, selected=False), other, begun]) is other
    assert history.newest is not None
    assert network_of(other).parameters is history.newest.parameters
