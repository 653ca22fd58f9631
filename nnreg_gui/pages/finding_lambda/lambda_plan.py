"""Which experiments a search for λ trains, and what its result means for the chosen experiment."""

from dataclasses import dataclass, replace

from nnreg_gui.engine.experiment import (
    DataSpec,
    Experiment,
    RegularizationSpec,
    StoppingSpec,
)
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.engine.searches.grids import GridPoint, GridSearch, lambda_grid, lambda_search

QUICK_IMAGES, QUICK_EPOCHS = 1_000, 60
DROPOUTS = (0.0, 0.2, 0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class LambdaPlan:
    """What to try.

    Attributes:
        quick: whether n and the epochs are those of `quick_base()` rather than the chosen experiment's.
        penalties: names of `PENALTIES`.
        low, high, count: the ends of the range of λ, and how many values to try; no penalty is always tried, too.
        seeds: how many.
        crossed: "dropout" or "sizes" to try several of these with every λ, or "".
    """

    quick: bool = True
    penalties: tuple[str, ...] = ("l2",)
    low: float = 0.01
    high: float = 100.0  # high enough to show too strong a penalty, too
    count: int = 9
    seeds: int = 2
    crossed: str = ""

    def base(self, experiment: Experiment) -> Experiment:
        """Return what all experiments have in common."""
        base = quick_base(experiment) if self.quick else bare(experiment)
        if any(PENALTIES[one].mixed for one in self.penalties):
            l1_ratio = experiment.regularization.l1_ratio
            base = replace(base, regularization=replace(base.regularization, l1_ratio=l1_ratio))
        if self.crossed == "dropout":
            base = replace(base, regularization=replace(base.regularization, dropout=0.0))
        return base

    def grid(self, experiment: Experiment) -> GridSearch:
        """Return the experiments to train for the chosen one, whose own penalty does not matter."""
        base = self.base(experiment)
        return lambda_search(
            base,
            lambdas=(0.0, *lambda_grid(self.low, self.high, count=self.count)),
            seeds=seeds_from(base.seed, self.seeds),
            penalties=self.penalties,
            dropouts=DROPOUTS if self.crossed == "dropout" else (),
            sizes=sizes_around(base.data) if self.crossed == "sizes" else (),
        )


def all_penalties() -> tuple[str, ...]:
    """Return the names of all penalties."""
    return tuple(PENALTIES)


QUICK = LambdaPlan()
THOROUGH = LambdaPlan(quick=False, penalties=all_penalties(), count=13, seeds=5)


def bare(experiment: Experiment) -> Experiment:
    """Return the experiment without its penalty and its stopping rule: searches train to the last epoch."""
    spec = experiment.regularization
    return replace(
        experiment,
        regularization=RegularizationSpec(dropout=spec.dropout, penalize_biases=spec.penalize_biases),
        training=replace(experiment.training, stopping=StoppingSpec()),
    )


def quick_base(experiment: Experiment) -> Experiment:
    """Return the bare experiment with few enough images and epochs to train many of them during a lecture."""
    one = bare(experiment)
    images = min(QUICK_IMAGES, one.data.dataset.training_images)
    batch_size = min(one.training.batch_size, images)
    return replace(
        one,
        data=replace(one.data, training_images=images),
        training=replace(one.training, batch_size=batch_size, epochs=QUICK_EPOCHS),
    )


def sizes_around(data: DataSpec) -> tuple[int, ...]:
    """Return n/3, n and 3n, as far as there are images."""
    n = data.training_images
    return tuple(dict.fromkeys((max(1, round(n / 3)), n, min(data.dataset.training_images, 3 * n))))


def applied(experiment: Experiment, point: GridPoint, *, dropout: bool = False, rate: bool = False) -> Experiment:
    """Return an experiment with the penalty of a point, and with the same λ/n if n differs.

    Args:
        experiment: the one to change; it keeps its seed.
        point: the one found to be good.
        dropout, rate: whether to take dropout, or η, from the point, too.

    Raises:
        ExperimentError: the experiment is impossible, as ηλ/n would not be below 1.
    """
    n = experiment.data.training_images
    lambda_ = point.lambda_
    if n != point.training_images:
        lambda_ = float(f"{lambda_ * n / point.training_images:.3g}")
    spec = replace(experiment.regularization, penalty=point.penalty, lambda_=lambda_)
    if spec.is_mixed:
        spec = replace(spec, l1_ratio=point.l1_ratio)
    if dropout:
        spec = replace(spec, dropout=point.dropout)
    # Both at once: with the old η, the new λ may be out of range.
    training = replace(experiment.training, learning_rate=point.learning_rate) if rate else experiment.training
    return replace(experiment, regularization=spec, training=training)


def applied_or_none(experiment: Experiment, point: GridPoint, *, dropout: bool = False) -> Experiment | None:
    """Return the same as `applied()`, or None if the experiment is impossible."""
    try:
        return applied(experiment, point, dropout=dropout)
    except ExperimentError:
        return None
