"""The book's path to λ: first η without a penalty, then λ = 1, then powers of ten, then the values between."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.repeats import seeds_from
from nnreg_gui.engine.searches.grids import (
    GridPoint,
    GridSearch,
    PointSummary,
    best_of,
    lambda_search,
    rate_search,
)
from nnreg_gui.pages.finding_lambda.lambda_plan import quick_base
from nnreg_gui.pages.grid_trial import GridTrial

RATE, ONE, DECADES, REFINE = range(1, 5)
RATES = (0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)  # from 0.025 on, as in Nielsen's book
_FACTORS = (0.2, 0.3, 0.5, 1.0, 2.0, 3.0, 5.0)  # around the best power of ten
_SMALLEST, _LARGEST = 0.001, 1_000.0  # powers of ten to try at most
_SEEDS = 2


class PathSteps(QObject):
    """Trains what each step needs, including the steps before it.

    Nielsen, Neural Networks and Deep Learning, chapter 3, "How to choose a neural network's hyper-parameters?".

    Signals:
        changed: another step is shown, or more is known about this one.

    Attributes:
        trial: trains the networks.
        step: the one shown, 0 before the first.
        done: the finished steps.
        base: what all experiments of the path have in common, except for η; None before the first step.
    """

    changed = Signal()

    def __init__(self, trial: GridTrial, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.trial = trial
        self.step = 0
        self.done: set[int] = set()
        self.base: Experiment | None = None
        self._experiment: Experiment | None = None
        self._target = 0
        self._trained = 0  # the step being trained, or the last one that was
        self._decades: tuple[float, ...] = ()
        self._results: dict[int, tuple[GridSearch, tuple[PointSummary, ...]]] = {}
        trial.changed.connect(self._note)
        trial.ended.connect(self._end)

    def set_experiment(self, experiment: Experiment) -> None:
        """Take the chosen experiment: the next path starts from it."""
        self._experiment = experiment

    @property
    def is_of_another(self) -> bool:
        """Whether the results belong to another experiment than the chosen one, apart from η, which the path finds."""
        if self.base is None or self._experiment is None:
            return False
        present = quick_base(self._experiment)
        return _with_rate(present, self.base.training.learning_rate) != self.base

    def summaries(self, step: int = 0) -> tuple[PointSummary, ...]:
        """Return what was found at a step so far, by default at the one shown."""
        result = self._results.get(step or self.step)
        return result[1] if result else ()

    def grid(self) -> GridSearch | None:
        """Return what is trained at the step shown."""
        result = self._results.get(self.step)
        return result[0] if result else None

    @property
    def rate(self) -> float | None:
        """The η that was best without a penalty; None until it is known."""
        best = best_of(self.summaries(RATE))
        return best.point.learning_rate if best is not None and RATE in self.done else None

    @property
    def best_decade(self) -> float:
        """The best power of ten so far."""
        best = best_of(one for one in self.summaries(DECADES) if one.point.lambda_)
        return best.point.lambda_ if best is not None else 1.0

    @property
    def result(self) -> GridPoint | None:
        """What the path has found so far: η, and later λ, too."""
        latest = max(self.done, default=0)
        best = best_of(self.summaries(latest)) if latest else None
        return best.point if best is not None else None

    def choose(self, step: int) -> None:
        """Show a step, and train what it needs; if it is shown already, do it again."""
        if self.trial.running:
            if step in self.done:
                self.step = step
            else:
                self.step, self._target = self._trained, step
            self.changed.emit()
            return
        if step in self.done and step != self.step:
            self.step = step
            self.changed.emit()
            return
        self._forget(step)
        self._target = step
        self._go_on()

    def begin_anew(self) -> None:
        """Do the first step again, with the present choices."""
        if not self.trial.running:
            self._forget(RATE)
            self._target = RATE
            self._go_on()

    def _forget(self, step: int) -> None:
        """Forget this step and those that build on it."""
        self.done = {one for one in self.done if one < step}
        self._results = {one: result for one, result in self._results.items() if one in self.done}

    def _go_on(self) -> None:
        """Train the next missing step."""
        step = next((one for one in range(RATE, self._target + 1) if one not in self.done), 0)
        if not step:
            self.step = self._target
            self.changed.emit()
            return
        self.step = self._trained = step
        if step == RATE and self._experiment is not None:
            self.base = quick_base(self._experiment)
        if step == DECADES:
            self._decades = (0.1, 1.0, 10.0)
        self._train()

    def _train(self) -> None:
        if self.base is not None:
            grid = self._grid(self._trained, self.base)
            self._results[self._trained] = grid, ()
            self.trial.start_grid(grid)

    def _grid(self, step: int, base: Experiment) -> GridSearch:
        seeds = seeds_from(base.seed, _SEEDS)
        if step == RATE:
            return rate_search(base, rates=RATES, seeds=seeds)
        assert self.rate is not None  # the first step has found it
        lambdas = {0.0, 1.0}
        if step >= DECADES:
            lambdas.update(self._decades)
        if step == REFINE:
            lambdas.update(float(f"{factor * self.best_decade:.2g}") for factor in _FACTORS)
        base = _with_rate(base, self.rate)
        return lambda_search(base, lambdas=sorted(lambdas), seeds=seeds)

    @Slot()
    def _note(self) -> None:
        """Keep what is known of the step being trained."""
        if self.trial.grid is not None and self._trained:
            self._results[self._trained] = self.trial.grid, self.trial.summaries()
            self.changed.emit()

    @Slot()
    def _end(self) -> None:
        """Try one more power of ten if necessary; otherwise finish the step."""
        if not self.trial.complete or not self.trial.found:
            self._target = 0
            self.changed.emit()
            return
        more = self._next_decade() if self._trained == DECADES else None
        if more is not None:
            self._decades = tuple(sorted((*self._decades, more)))
            self._train()
            return
        self.done.add(self._trained)
        if self._trained < self._target:
            self._go_on()
        self.changed.emit()

    def _next_decade(self) -> float | None:
        """Return the power of ten beyond the best one, if the best is the last on its side."""
        best, known = self.best_decade, self._decades
        if best == min(known) and best > 1.001 * _SMALLEST:
            return float(f"{best / 10:.2g}")
        if best != max(known) or best > 0.999 * _LARGEST or self.base is None or self.rate is None:
            return None
        step = self.rate * 10 * best / self.base.data.training_images
        return float(f"{10 * best:.2g}") if step < 1 else None


def _with_rate(experiment: Experiment, rate: float) -> Experiment:
    return replace(experiment, training=replace(experiment.training, learning_rate=rate))
