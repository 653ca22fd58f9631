"""Which networks to train for an ensemble, given an experiment."""

from dataclasses import dataclass, replace
from functools import lru_cache

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, StoppingSpec
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.engine.specs import LARGEST_NUMBER

FEWEST, MOST = 2, 20  # networks
QUICK_IMAGES = 1_000
# Measured with 784-30-10, n = 1,000, 18 seeds: L2 λ 0.1 lifts a single network's validation accuracy by 1.5 points in
# 60 epochs, by 3.6 in 200 and by 4.4 in 400.
QUICK_EPOCHS = 200
_LAMBDA_PER_IMAGE = 0.1 / 1_000  # the lecture's: λ 0.1 with 1,000 images, 5 with 50,000


@dataclass(frozen=True, slots=True, kw_only=True)
class EnsemblePlan:
    """What to train.

    Attributes:
        networks: how many, both with and without regularization.
        quick: whether there are at most `QUICK_IMAGES` images, and `QUICK_EPOCHS` epochs.
    """

    networks: int = 6
    quick: bool = True

    def pair(self, experiment: Experiment) -> tuple[Experiment, Experiment]:
        """Return the experiment without regularization and with it: its own, or L2 if it has none."""
        base = _quick(experiment) if self.quick else experiment
        if not (base.regularization.is_off and base.augmentation.is_off):
            return base.unregularized, base
        spec = RegularizationSpec(penalty="l2", lambda_=_significant(_LAMBDA_PER_IMAGE * base.data.training_images))
        return base, replace(base, regularization=spec)

    def experiments(self, experiment: Experiment) -> tuple[tuple[Experiment, ...], tuple[Experiment, ...]]:
        """Return the pair with all seeds: first without regularization, then with."""
        return _with_seeds(self, experiment)


@lru_cache(maxsize=8)  # needed at every progress of a search
def _with_seeds(plan: EnsemblePlan, experiment: Experiment) -> tuple[tuple[Experiment, ...], tuple[Experiment, ...]]:
    seeds = seeds_from(experiment.seed, plan.networks)
    without, regularized = (tuple(replace(one, seed=seed) for seed in seeds) for one in plan.pair(experiment))
    return without, regularized


def _quick(experiment: Experiment) -> Experiment:
    """Return the experiment with few images and epochs, the same λ/n, and no stopping rule."""
    n, training, spec = experiment.data.training_images, experiment.training, experiment.regularization
    images = min(n, QUICK_IMAGES)
    epochs, batch_size = min(training.epochs, QUICK_EPOCHS), min(training.batch_size, images)
    return replace(
        experiment,
        data=replace(experiment.data, training_images=images),
        regularization=spec if images == n else replace(spec, lambda_=_significant(spec.lambda_ / n * images)),
        training=replace(training, epochs=epochs, batch_size=batch_size, stopping=StoppingSpec()),
    )


def _significant(lambda_: float) -> float:
    return min(float(f"{lambda_:.3g}"), LARGEST_NUMBER)
