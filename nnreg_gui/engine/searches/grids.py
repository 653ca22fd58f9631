"""Grids of experiments that differ in λ, dropout, n or η, each trained with several seeds.

In a notebook::

    grid = lambda_search(Experiment(), lambdas=lambda_grid(0.01, 10, count=7), seeds=(1, 2))
    histories = dict(results(grid.search, make_executor))  # nnreg_gui.engine.searches.search; RunHistory by place
    for one in summarize(grid, histories):
        print(one.point.penalty, one.point.lambda_, one.validation_accuracy.mean, one.validation_accuracy.spread)

In the window, a page keeps the `GridSearch`, emits its `search`, collects results in a dict by place, and draws
`summarize(grid, found)`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.penalties import L1_RATIO
from nnreg_gui.engine.searches.search import Search
from nnreg_gui.engine.specs import LARGEST_NUMBER
from nnreg_gui.engine.spread import Spread, standard_error


@dataclass(frozen=True, slots=True, kw_only=True)
class GridPoint:
    """An experiment of a grid, apart from its seed; equal points are the same experiment with other seeds.

    Attributes:
        penalty, lambda_, dropout: as in `RegularizationSpec`; λ 0 is the penalty "none" and vice versa.
        l1_ratio: as there; the default if the penalty has no share of L1.
        training_images: n.
        learning_rate: η.
    """

    penalty: str
    lambda_: float
    dropout: float
    training_images: int
    learning_rate: float
    l1_ratio: float = L1_RATIO

    @property
    def is_off(self) -> bool:
        """Whether there is neither a penalty nor dropout."""
        return self.penalty == "none" and not self.dropout

    @property
    def penalty_step(self) -> float:
        """ηλ/n, which must be below 1."""
        return self.learning_rate * self.lambda_ / self.training_images

    def experiment(self, base: Experiment, seed: int) -> Experiment:
        """Return the experiment of this point; `base` supplies the rest."""
        return replace(
            base,
            data=replace(base.data, training_images=self.training_images),
            regularization=replace(
                base.regularization,
                penalty=self.penalty,
                lambda_=self.lambda_,
                l1_ratio=self.l1_ratio,
                dropout=self.dropout,
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
    """A search and what its places mean.

    Attributes:
        search: what to train; `search.experiments[place].seed` is the seed of a place.
        points: the point each place belongs to, as many as experiments.
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
    """The results at one point so far.

    Attributes:
        point: which.
        seeds: how many of its runs have a result.
        validation_accuracy: 0…1, of each run's best epoch, the first with the highest validation accuracy.
        training_accuracy: 0…1, at the same epochs.
        best_epoch: these epochs.
    """

    point: GridPoint
    seeds: int
    validation_accuracy: Spread
    training_accuracy: Spread
    best_epoch: Spread


# ----------------------------------------------------------------------------------------------------- what to try


def lambda_grid(low: float, high: float, *, count: int) -> tuple[float, ...]:
    """Return values from `low` to `high`, evenly spaced on a logarithmic axis, rounded to two significant digits.

    lambda_grid(0.01, 10, count=7) is (0.01, 0.032, 0.1, 0.32, 1, 3.2, 10).

    Args:
        low, high: the ends, both included, 0 < low < high.
        count: how many values, at least 2.
    """
    if not 0 < low < high:
        raise ValueError(f"0 < {low} < {high} does not hold")
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
) -> GridSearch:
    """Cross λ, penalties and seeds, and on request dropout and the training-set size; do not scale λ with n.

    λ 0 is no penalty: train it once for all penalties, as "none". Leave out λ with ηλ/n ≥ 1.

    Args:
        base: what all have in common.
        lambdas: values of λ, as from `lambda_grid()`; 0 is allowed.
        seeds: each point is trained with each.
        penalties: names of `PENALTIES`.
        dropouts: values of p; empty for `base`'s.
        sizes: values of n; empty for `base`'s.
    """
    lambdas = tuple(lambdas)
    points = [
        _point(base, replace(base.regularization, penalty=penalty, lambda_=lambda_, dropout=dropout), n)
        for n, dropout, penalty, lambda_ in product(
            tuple(sizes) or (base.data.training_images,),
            tuple(dropouts) or (base.regularization.dropout,),
            tuple(penalties),
            lambdas,
        )
    ]
    return _search(base, points, seeds)


def rate_search(base: Experiment, *, rates: Iterable[float], seeds: Iterable[int]) -> GridSearch:
    """Try learning rates η without a penalty: how the lecture's book begins its search for λ.

    Runs that diverge have no result.
    """
    own = _point(base, RegularizationSpec(dropout=base.regularization.dropout), base.data.training_images)
    return _search(base, [replace(own, learning_rate=rate) for rate in rates], seeds)


def sizes_search(
    base: Experiment,
    *,
    sizes: Iterable[int],
    seeds: Iterable[int],
    most_seen: int | None = None,
) -> GridSearch:
    """Try training-set sizes with the regularization of `base` and without any (neither penalty nor dropout).

    Scale λ with n: λ/n stays that of `base`, so that each step shrinks the weights as much. Points without
    regularization have the penalty "none" and no dropout; if `base` has no regularization, there are only these.

    Args:
        base: what all have in common; its λ belongs to its n.
        sizes: values of n, as far as there are images.
        seeds: each point is trained with each.
        most_seen: if given, cut runs to as many epochs as keep epochs · n below it, but at least one.
    """
    own, points = base.regularization, []
    for n in sizes:
        points.append(_point(base, RegularizationSpec(), n))
        scaled = min(own.lambda_ * n / base.data.training_images, LARGEST_NUMBER)
        points.append(_point(base, replace(own, lambda_=scaled), n))
    grid = _search(base, points, seeds)
    if most_seen is None:
        return grid
    return replace(grid, search=replace(grid.search, experiments=tuple(
        _shortened(experiment, most_seen) for experiment in grid.search.experiments
    )))  # fmt: skip


# -------------------------------------------------------------------------------------------------- what was found


def summarize(grid: GridSearch, histories: Mapping[int, RunHistory]) -> tuple[PointSummary, ...]:
    """Summarize every point with at least one result, in the order of the grid.

    Args:
        grid: the search.
        histories: the results, by place.
    """
    found: dict[GridPoint, list[RunHistory]] = {point: [] for point in grid.points}
    for place, history in sorted(histories.items()):
        if len(history):
            found[grid.points[place]].append(history)
    return tuple(_summary(point, runs) for point, runs in found.items() if runs)


def best_of(summaries: Iterable[PointSummary]) -> PointSummary | None:
    """Return the summary with the highest mean validation accuracy, the first among equals; None if there are none."""
    return max(summaries, key=lambda one: one.validation_accuracy.mean, default=None)


def as_good_as(best: PointSummary, summaries: Iterable[PointSummary], name: str = "lambda_") -> tuple[float, float]:
    """Return the range of values around the best one where nothing is worse by more than one standard error.

    Look only at points that differ from the best in this value alone, and use all of them to tell how far apart seeds
    lie. With one seed each, which says nothing about chance, the range is the best value.

    Args:
        best: the summary with the highest mean.
        summaries: the results.
        name: the value's name, "lambda_" or "learning_rate".
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
    penalizes = regularization.penalizes
    return GridPoint(
        penalty=regularization.penalty if penalizes else "none",
        lambda_=regularization.lambda_ if penalizes else 0.0,
        l1_ratio=regularization.l1_ratio if penalizes and regularization.is_mixed else L1_RATIO,
        dropout=regularization.dropout,
        training_images=n,
        learning_rate=base.training.learning_rate,
    )


def _search(base: Experiment, points: Iterable[GridPoint], seeds: Iterable[int]) -> GridSearch:
    """Return the search for these points, each once, beginning with all points of the first seed."""
    distinct = tuple(dict.fromkeys(points))
    possible = [point for point in distinct if point.penalty_step < 1]
    pairs = [(point, seed) for seed in dict.fromkeys(seeds) for point in possible]
    experiments = tuple(point.experiment(base, seed) for point, seed in pairs)
    return GridSearch(
        Search(experiments),
        tuple(point for point, _ in pairs),
        tuple(point for point in distinct if point.penalty_step >= 1),
    )


def _shortened(experiment: Experiment, most_seen: int) -> Experiment:
    epochs = max(1, min(experiment.training.epochs, most_seen // experiment.data.training_images))
    return replace(experiment, training=replace(experiment.training, epochs=epochs))
