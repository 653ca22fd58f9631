"""Which networks an ensemble consists of."""

from dataclasses import replace

from nnreg_gui.engine.experiment import (
    LARGEST_SEED,
    AugmentationSpec,
    DataSpec,
    Experiment,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.lecture_experiments import UNREGULARIZED, WITH_L2
from nnreg_gui.pages.ensemble.ensemble_plan import QUICK_EPOCHS, EnsemblePlan

WHOLE = EnsemblePlan(networks=3, quick=False)


def test_both_ways_lead_to_the_same_networks() -> None:
    without, regularized = WHOLE.experiments(UNREGULARIZED)

    assert WHOLE.experiments(WITH_L2) == (without, regularized)
    assert without == tuple(replace(UNREGULARIZED, seed=seed) for seed in (1, 2, 3))
    assert regularized == tuple(replace(WITH_L2, seed=seed) for seed in (1, 2, 3))


def test_an_experiment_keeps_its_own_regularization() -> None:
    own = Experiment(regularization=RegularizationSpec(dropout=0.5), augmentation=AugmentationSpec(rotation=15))

    assert WHOLE.pair(own) == (own.unregularized, own)


def test_off_is_off_whatever_lambda_says() -> None:
    off = Experiment(regularization=RegularizationSpec(penalty="l2", lambda_=0.0))

    assert off.regularization.is_off
    assert WHOLE.pair(off)[0] == off
    assert WHOLE.pair(off)[1].regularization == WITH_L2.regularization


def test_more_images_get_the_same_penalty_per_image() -> None:
    many = Experiment(data=DataSpec(training_images=50_000))

    assert WHOLE.pair(many)[1].regularization.lambda_ == 5.0


def test_the_quick_one_is_small_with_the_same_penalty_per_image() -> None:
    stopping = StoppingSpec(rule="gl", parameter=5.0)
    large = Experiment(
        data=DataSpec(training_images=50_000),
        regularization=RegularizationSpec(penalty="l1", lambda_=5.0),
        training=TrainingSpec(epochs=500, batch_size=2_000, stopping=stopping),
    )
    without, regularized = EnsemblePlan(quick=True).pair(large)

    assert regularized.regularization == RegularizationSpec(penalty="l1", lambda_=0.1)
    assert regularized.data == without.data == DataSpec(training_images=1_000)
    assert without.training == TrainingSpec(epochs=QUICK_EPOCHS, batch_size=1_000)
    assert EnsemblePlan(quick=False).pair(large)[1] == large


def test_the_quick_one_is_never_larger_than_the_whole() -> None:
    small = Experiment(data=DataSpec(training_images=100), training=TrainingSpec(epochs=2))

    assert EnsemblePlan(quick=True).pair(small) == EnsemblePlan(quick=False).pair(small)


def test_there_are_seeds_for_all() -> None:
    without, _ = WHOLE.experiments(Experiment(seed=LARGEST_SEED))

    assert [one.seed for one in without] == [LARGEST_SEED - 2, LARGEST_SEED - 1, LARGEST_SEED]
