"""Functions of a lesson that need no engine: of a run's curves, and of the points that two pages begin with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from nnreg_gui.engine.double_descent import MOST_DEGREE, POINTS, LeastSquares, fits_over_degree, line_error, line_points
from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.polynomials import FROM, TO, Polynomial, fit, noisy_points
from nnreg_gui.engine.stopping import stop_and_best
from nnreg_gui.lessons.figures import Unit, mean_of
from nnreg_gui.lessons.stage_words import Range

Argument = Range | tuple[str, ...]  # a number, or one of these names


@dataclass(frozen=True, slots=True)
class Function:
    """A function of a run or of nothing.

    Attributes:
        unit: of its value.
        arguments: what is allowed for each; the histories of the run, if it takes one, come before them.
        of: computes it.
        check: raises a `Problem` if the arguments do not fit each other.
    """

    unit: Unit
    arguments: tuple[Argument, ...]
    of: Callable[..., float]
    check: Callable[..., object] = lambda *arguments: None


RULES = {
    "accuracy": StoppingSpec(rule="no_improvement", watch="accuracy"),
    "cost": StoppingSpec(rule="no_improvement", watch="cost"),
    "gl": StoppingSpec(rule="gl"),
    "pq": StoppingSpec(rule="pq"),
    "up": StoppingSpec(rule="up"),
}
_EPOCH = Range(0, 100_000, whole=True)
_RULE = tuple(RULES), Range(0.001, 100_000)
_DEGREE = Range(0, 1_000, whole=True)
_DEGREE_FAR_OUT = Range(0, 200, whole=True)  # powers of a point at the ends of _X are still numbers
_PEAK_DEGREE, _STEPS = Range(0, MOST_DEGREE, whole=True), Range(0, 1_000_000, whole=True)
_X, _Y = Range(-100, 100), Range(-1_000, 1_000)
_POINTS, _NOISE, _SEED, _HELD_OUT = 10, 1.0, 1, 100  # as the Fitting page begins


def _column(name: str) -> Callable[..., float]:
    """Return a function for a recorded column at an epoch, the last one if a run has fewer."""

    def of(histories: Sequence[RunHistory], epoch: float) -> float:
        return mean_of(lambda history: float(history.column(name)[min(int(epoch), len(history) - 1)]))(histories)

    return of


def _rule(name: str, parameter: float) -> StoppingSpec:
    return replace(RULES[name], parameter=parameter)


def _stopped_at(histories: Sequence[RunHistory], name: str, parameter: float) -> float:
    """Return the epoch at which a rule would have stopped; the last one if it does not stop."""
    return mean_of(lambda history: _stop(history, _rule(name, parameter))[0])(histories)


def _stopped_accuracy(histories: Sequence[RunHistory], name: str, parameter: float) -> float:
    """Return the validation accuracy, 0…1, of the network that a rule would have restored, or of the last one."""
    rule = _rule(name, parameter)
    return mean_of(lambda history: float(history.column("validation_accuracy")[_stop(history, rule)[1]]))(histories)


def _stop(history: RunHistory, rule: StoppingSpec) -> tuple[int, int]:
    """Return where a rule stops, and the epoch whose network it restores; twice the last one if it does not stop."""
    return stop_and_best(rule, history) or (len(history) - 1, len(history) - 1)


OF_RUNS = {
    "training_at": Function("share", (_EPOCH,), _column("training_accuracy")),
    "validation_at": Function("share", (_EPOCH,), _column("validation_accuracy")),
    "training_cost_at": Function("number", (_EPOCH,), _column("training_cost")),
    "cost_at": Function("number", (_EPOCH,), _column("validation_cost")),
    "stopped_at": Function("whole", _RULE, _stopped_at, _rule),
    "stopped_accuracy": Function("share", _RULE, _stopped_accuracy, _rule),
}


def _polynomial(degree: float) -> Polynomial:
    return fit(noisy_points(_POINTS, _NOISE, _SEED), int(degree))


@np.errstate(over="ignore", invalid="ignore")  # far out, there may be no number
def _polynomial_at(x: float, degree: float) -> float:
    return float(_polynomial(degree)(x))


def _fit_error(degree: float) -> float:
    return noisy_points(_POINTS, _NOISE, _SEED).error(_polynomial(degree))


def _new_error(degree: float) -> float:
    return noisy_points(_HELD_OUT, _NOISE, _SEED, held_out=True).error(_polynomial(degree))


def _moved(degree: float, x: float, y: float) -> float:
    """Return how far the curve moves where the points are, at most, once there is one more point."""
    with_point = fit(noisy_points(_POINTS, _NOISE, _SEED).with_point(x, y), int(degree))
    between = np.linspace(FROM, TO, 201)
    return float(np.abs(with_point(between) - _polynomial(degree)(between)).max())


def _past_the_peak(degree: float) -> LeastSquares:
    """Return the fits of the points that the page Past the peak begins with."""
    return fits_over_degree(line_points(POINTS, _SEED), np.array([int(degree)]))[0]


OF_FITS = {
    "line_at": Function("number", (_X,), lambda x: float(_polynomial(1)(x))),
    "polynomial_at": Function("number", (_X, _DEGREE), _polynomial_at),
    "fit_error": Function("number", (_DEGREE,), _fit_error),
    "new_error": Function("number", (_DEGREE,), _new_error),
    "moved": Function("number", (_DEGREE_FAR_OUT, _X, _Y), _moved),
    "min_norm_error": Function("number", (_PEAK_DEGREE,), lambda degree: line_error(_past_the_peak(degree).fit())),
    "descent_error": Function(
        "number", (_PEAK_DEGREE, _STEPS), lambda degree, steps: line_error(_past_the_peak(degree).descended(steps))
    ),
}
