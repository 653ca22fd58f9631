"""Which experiments show accuracy over the size of the training set."""

from dataclasses import dataclass, replace

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, StoppingSpec
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.engine.searches.grids import GridSearch, sizes_search

DEFAULT_SHARE = 0.0001  # λ/n if the experiment has no regularization: Nielsen's λ = 5 for 50,000 images


@dataclass(frozen=True, slots=True, kw_only=True)
class SizesPlan:
    """Which sizes to train, and for how long.

    Attributes:
        sizes: values of n, as far as there are so many images: see `sizes_for()`.
        epochs: those of the small sizes.
        most_seen: the limit of epochs · n, so that large sizes have fewer epochs.
        seeds: how many.
    """

    sizes: tuple[int, ...]
    epochs: int
    most_seen: int
    seeds: int

    def sizes_for(self, experiment: Experiment) -> tuple[int, ...]:
        """Return the values of n for a data set; where it is too small for the largest, all its images instead."""
        most = experiment.data.dataset.training_images
        return tuple(dict.fromkeys(min(n, most) for n in self.sizes))

    def base(self, experiment: Experiment) -> Experiment:
        """Return what all experiments have in common: the chosen one's regularization, or L2 if it has none."""
        spec = experiment.regularization
        if not spec.penalizes:
            spec = replace(spec, penalty="none", lambda_=0.0)
        if spec.is_off:
            n = experiment.data.training_images
            spec = RegularizationSpec(penalty="l2", lambda_=DEFAULT_SHARE * n)
        training = replace(experiment.training, epochs=self.epochs, stopping=StoppingSpec())
        return replace(experiment, regularization=spec, training=training)

    def grid(self, experiment: Experiment) -> GridSearch:
        """Return the experiments to train for the chosen one."""
        base = self.base(experiment)
        return sizes_search(
            base, sizes=self.sizes_for(base), seeds=seeds_from(base.seed, self.seeds), most_seen=self.most_seen
        )


# Measured on two cores with 784-30-10 and m = 10: 66 s.
QUICK_SIZES = SizesPlan(sizes=(100, 300, 1_000, 3_000, 10_000, 50_000), epochs=250, most_seen=250_000, seeds=2)
ALL_SIZES = SizesPlan(
    sizes=(100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000), epochs=400, most_seen=1_500_000, seeds=3
)
