"""Grids of experiments that differ in λ, dropout, n or η, each trained with several seeds.

In a notebook::

    grid = lambda_search(Experiment(), lambdas=lambda_grid(0.01, 10, per_decade=2), seeds=(1, 2))
    histories = dict(results(grid.search, make_executor))  # nnreg_gui.engine.searches.search; RunHistory by place
    for one in summarize(grid, histories):
        print(one.point.penalty, one.point.lambda_, one.validation_accuracy.mean, one.validation_accuracy.spread)

In the window a page keeps the `GridSearch`, emits its `search`, collects what is found in a dict by place, and draws
`summarize(grid, found)`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.engine.specs import LARGEST_NUMBER
from nnreg_gui.engine.spread import Spread, standard_error


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPoint:
    """What an experiment of a grid is, its seed apart; equal points are the same experiment with other seeds.

    Attributes:
        penalty, lambda_, dropout: as in `RegularizationSpec`; λ 0 is the penalty "none" and the other way round.
        training_images: n.
        learning_rate: η.
    """

    penalty: str
    lambda_: float
    dropout: float
    training_images: int
    learning_rate: float

    @property
    def is_off(self) -> bool:
        """Whether there is neither a penalty nor dropout."""
        return self.penalty == "none" and not self.dropout

    @property
    def penalty_step(self) -> float:
        """ηλ/n, which must be below 1."""
        return self.learning_rate * self.lambda_ / self.training_images

    def experiment(self, base: Experiment, seed: int) -> Experiment:
        """Return the experiment of this point; what a point does not say is as in `base`."""
        return replace(
            base,
            data=replace(base.data, training_images=self.training_images),
            regularization=replace(
                base.regularization, penalty=self.penalty, lambda_=self.lambda_, dropout=self.dropout
            ),
            training=replace(
                base.training,
                learning_rate=self.learning_rate,
                batch_size=min(base.training.batch_size, self.training_images),
            ),
            seed=seed,
        )


@dataclass(frozen=True, slots=True, eq=False)
class GridSearch:
    """A search with what its places mean.

    Attributes:
        search: what is to be trained; `search.experiments[place].seed` is the seed of a place.
        points: which point each place belongs to, as many as experiments.
        left_out: points that cannot be trained because ηλ/n would not be below 1.
    """

    search: Search
    points: tuple[GridPoint, ...]
    left_out: tuple[GridPoint, ...] = ()

    @property
    def distinct(self) -> tuple[GridPoint, ...]:
        """Every point once, in the order of the grid."""
        return tuple(dict.fromkeys(self.points))

    def places(self, point: GridPoint) -> tuple[int, ...]:
        """Return the places of a point, one per seed."""
        return tuple(place for place, other in enumerate(self.points) if other == point)

    def seed(self, place: int) -> int:
        """Return the seed of a place."""
        return self.search.experiments[place].seed


@dataclass(frozen=True, slots=True)
class PointSummary:
    """What was found at one point so far.

    Attributes:
        point: which.
        seeds: how many of its runs were found.
        validation_accuracy: 0…1, of each run's best epoch, the first with the highest validation accuracy.
        training_accuracy: 0…1, in the same epochs.
        best_epoch: these epochs.
    """

    point: GridPoint
    seeds: int
    validation_accuracy: Spread
    training_accuracy: Spread
    best_epoch: Spread


# ----------------------------------------------------------------------------------------------------- what to try


def lambda_grid(
    low: float, high: float, *, per_decade: int | None = None, count: int | None = None
) -> tuple[float, ...]:
    """Return values from `low` to `high`, evenly spaced on a logarithmic axis, rounded to two significant digits.

    lambda_grid(0.01, 10, per_decade=2) is (0.01, 0.032, 0.1, 0.32, 1, 3.2, 10).

    Args:
        low, high: the ends, both included, 0 < low < high.
        per_decade: how many steps to a factor of 10, or
        count: how many values, at least 2.
    """
    if not 0 < low < high:
        raise ValueError(f"0 < {low} < {high} does not hold")
    if (per_decade is None) == (count is None):
        raise ValueError("give per_decade or count")
    if count is None:
        count = max(2, round(math.log10(high / low) * (per_decade or 1)) + 1)
    values = np.geomspace(low, high, max(2, count))
    return tuple(dict.fromkeys(float(f"{value:.2g}") for value in values))


def lambda_search(
    base: Experiment,
    *,
    lambdas: Iterable[float],
    seeds: Iterable[int],
    penalties: Iterable[str] = ("l2",),
    dropouts: Iterable[float] = (),
    sizes: Iterable[int] = (),
    networks: bool = False,
) -> GridSearch:
    """Cross λ, penalties and seeds, on request with dropout and the size of the training set; λ is not scaled with n.

    λ 0 is no penalty: it is trained once for all penalties, as "none". λ with ηλ/n ≥ 1 are left out.

    Args:
        base: what all have in common.
        lambdas: values of λ, such as `lambda_grid()` gives; 0 is allowed.
        seeds: each point is trained with each.
        penalties: "l1", "l2" or both.
        dropouts: values of p; empty for that of `base`.
        sizes: values of n; empty for that of `base`.
        networks: see `Search`.
    """
    lambdas = tuple(lambdas)
    points = [
        GridPoint(
            penalty=penalty if lambda_ else "none",
            lambda_=lambda_,
            dropout=dropout,
            training_images=n,
            learning_rate=base.training.learning_rate,
        )
        for n, dropout, penalty, lambda_ in product(
            tuple(sizes) or (base.data.training_images,),
            tuple(dropouts) or (base.regularization.dropout,),
            tuple(penalties),
            lambdas,
        )
    ]
    return _search(base, points, seeds, networks=networks)


def rate_search(
    base: Experiment, *, rates: Iterable[float], seeds: Iterable[int], networks: bool = False
) -> GridSearch:
    """Try learning rates η without a penalty: how the book that the lecture follows begins to look for λ.

    Runs that diverge are not found.
    """
    own = _point(base, RegularizationSpec(dropout=base.regularization.dropout), base.data.training_images)
    return _search(base, [replace(own, learning_rate=rate) for rate in rates], seeds, networks=networks)


def sizes_search(
    base: Experiment,
    *,
    sizes: Iterable[int],
    seeds: Iterable[int],
    most_seen: int | None = None,
    networks: bool = False,
) -> GridSearch:
    """Try training-set sizes with the regularization of `base` and without any (neither penalty nor dropout).

    λ is scaled with n: λ/n is that of `base`, so that each step shrinks the weights as much. Points without are those
    with the penalty "none" and no dropout; if `base` has no regularization, there are only these.

    Args:
        base: what all have in common; its λ belongs to its n.
        sizes: values of n, up to 50,000.
        seeds: each point is trained with each.
        most_seen: where given, runs have as many fewer epochs as keep epochs · n below it, but at least one.
        networks: see `Search`.
    """
    own, points = base.regularization, []
    for n in sizes:
        points.append(_point(base, RegularizationSpec(), n))
        scaled = min(own.lambda_ * n / base.data.training_images, LARGEST_NUMBER)
        points.append(_point(base, replace(own, lambda_=scaled), n))
    grid = _search(base, points, seeds, networks=networks)
    if most_seen is None:
        return grid
    return replace(grid, search=replace(grid.search, experiments=tuple(
        _shortened(experiment, most_seen) for experiment in grid.search.experiments
    )))  # fmt: skip


# -------------------------------------------------------------------------------------------------- what was found


def summarize(grid: GridSearch, histories: Mapping[int, RunHistory]) -> tuple[PointSummary, ...]:
    """Return what was found so far of every point of which at least one run was found, in the order of the grid.

    Args:
        grid: the search.
        histories: what was found, by place.
    """
    found: dict[GridPoint, list[RunHistory]] = {point: [] for point in grid.points}
    for place, history in sorted(histories.items()):
        if len(history):
            found[grid.points[place]].append(history)
    return tuple(_summary(point, runs) for point, runs in found.items() if runs)


def best_of(summaries: Iterable[PointSummary]) -> PointSummary | None:
    """Return the summary with the highest mean validation accuracy, the first of equals; None of none."""
    return max(summaries, key=lambda one: one.validation_accuracy.mean, default=None)


def as_good_as(best: PointSummary, summaries: Iterable[PointSummary], name: str = "lambda_") -> tuple[float, float]:
    """Return between which values around the best one nothing is worse by more than one standard error.

    Only points that differ from the best in this value alone are looked at, all of them for how far seeds lie apart.
    Of one seed each, where nothing is known about chance, the range is the best value.

    Args:
        best: the summary with the highest mean.
        summaries: what was found.
        name: of the value, "lambda_" or "learning_rate".
    """
    own = getattr(best.point, name)
    alike = {getattr(one.point, name): one for one in summaries if replace(one.point, **{name: own}) == best.point}
    values, among = sorted(alike), [one.validation_accuracy for one in alike.values()]

    def reaches(value: float) -> bool:
        one, highest = alike[value].validation_accuracy, best.validation_accuracy
        error = standard_error(one, highest, among)
        return math.isfinite(error) and highest.mean - one.mean <= error

    low = high = values.index(own)
    while low and reaches(values[low - 1]):
        low -= 1
    while high + 1 < len(values) and reaches(values[high + 1]):
        high += 1
    return values[low], values[high]


def _summary(point: GridPoint, runs: Sequence[RunHistory]) -> PointSummary:
    epochs = [int(run.column("validation_accuracy").argmax()) for run in runs]

    def at_best(name: str) -> Spread:
        return Spread.of([float(run.column(name)[epoch]) for run, epoch in zip(runs, epochs, strict=True)])

    return PointSummary(
        point, len(runs), at_best("validation_accuracy"), at_best("training_accuracy"), at_best("epoch")
    )


def _point(base: Experiment, regularization: RegularizationSpec, n: int) -> GridPoint:
    return GridPoint(
        penalty=regularization.penalty if regularization.penalizes else "none",
        lambda_=regularization.lambda_ if regularization.penalizes else 0.0,
        dropout=regularization.dropout,
        training_images=n,
        learning_rate=base.training.learning_rate,
    )


def _search(base: Experiment, points: Iterable[GridPoint], seeds: Iterable[int], *, networks: bool) -> GridSearch:
    """Return the search for these points, each once; all points with the first seed come first."""
    distinct = tuple(dict.fromkeys(points))
    possible = [point for point in distinct if point.penalty_step < 1]
    pairs = [(point, seed) for seed in dict.fromkeys(seeds) for point in possible]
    experiments = tuple(point.experiment(base, seed) for point, seed in pairs)
    return GridSearch(
        Search(experiments, networks),
        tuple(point for point, _ in pairs),
        tuple(point for point in distinct if point.penalty_step >= 1),
    )


def _shortened(experiment: Experiment, most_seen: int) -> Experiment:
    epochs = max(1, min(experiment.training.epochs, most_seen // experiment.data.training_images))
    return replace(experiment, training=replace(experiment.training, epochs=epochs))
