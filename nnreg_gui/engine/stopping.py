"""The rules of early stopping, on the curves of any run.

The rules are Prechelt's ("Early Stopping – But When?", 1998) and the one of Nielsen's book, chapter 3. Everything is
causal: whether a rule stops at an epoch rests on epochs up to it.

Epoch 0, the untrained network, takes part: it can be the best epoch, and the first strip (epochs 1 to 5) is compared
with it. The training cost of a strip is that of its five trained epochs.
"""

import numpy as np

from nnreg_gui.engine.events import EpochRecord, Stopped
from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory

STRIP = 5  # epochs: Prechelt's k


def watches_accuracy(spec: StoppingSpec) -> bool:
    """Return whether a rule watches the validation accuracy; the others watch the validation cost."""
    return spec.rule in ("none", "no_improvement") and spec.watch == "accuracy"


def stop_epoch(
    spec: StoppingSpec, training_cost: np.ndarray, validation_cost: np.ndarray, validation_accuracy: np.ndarray
) -> int | None:
    """Return the first epoch at whose end a rule stops, or None if it has not yet.

    Args:
        spec: the rule; its action does not matter.
        training_cost, validation_cost, validation_accuracy: (epochs,), one value per epoch; index 0 is the untrained
            network.
    """
    fires = fired(spec, training_cost, validation_cost, validation_accuracy)
    return int(fires.argmax()) if fires.any() else None


def best_epoch(
    spec: StoppingSpec, validation_cost: np.ndarray, validation_accuracy: np.ndarray, until: int | None = None
) -> int:
    """Return the first best epoch up to `until` (or of all), by what the rule watches.

    Raises:
        ValueError: there are no epochs.
    """
    end = None if until is None else until + 1
    better = validation_accuracy if watches_accuracy(spec) else -np.asarray(validation_cost)
    return int(np.argmax(better[:end]))


def stop_and_best(spec: StoppingSpec, history: RunHistory) -> tuple[int, int] | None:
    """Return the epoch at which a rule stops a run, and that whose network it restores; None if it has not stopped."""
    costs, accuracies = history.column("validation_cost"), history.column("validation_accuracy")
    epoch = stop_epoch(spec, history.column("training_cost"), costs, accuracies)
    return None if epoch is None else (epoch, best_epoch(spec, costs, accuracies, until=epoch))


def fired(
    spec: StoppingSpec, training_cost: np.ndarray, validation_cost: np.ndarray, validation_accuracy: np.ndarray
) -> np.ndarray:
    """Return for each epoch whether the rule's condition holds at its end: bool, (epochs,). Arguments as above."""
    training, cost = np.asarray(training_cost, float), np.asarray(validation_cost, float)
    match spec.rule:
        case "no_improvement":
            better = np.asarray(validation_accuracy, float) if watches_accuracy(spec) else -cost
            return _no_improvement(better, int(spec.parameter))
        case "gl":
            return generalization_loss(cost) > spec.parameter
        case "pq":
            return _at_ends_of_strips(
                len(cost), generalization_loss(cost)[STRIP::STRIP] > spec.parameter * progress_of_strips(training)
            )
        case "up":
            return _at_ends_of_strips(len(cost), _successive(np.diff(cost[::STRIP]) > 0) >= spec.parameter)
    return np.zeros(len(cost), bool)


def generalization_loss(validation_cost: np.ndarray) -> np.ndarray:
    """Return for each epoch by how many per cent the validation cost exceeds its lowest so far: (epochs,).

    GL(t) = 100 · (E_va(t) / E_opt(t) − 1) with E_opt(t) = min E_va(t′) over t′ ≤ t. After a cost of exactly 0, it is 0
    or infinite.
    """
    cost = np.asarray(validation_cost, float)
    lowest = np.minimum.accumulate(cost)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(cost > lowest, 100 * (cost / lowest - 1), 0.0)


def progress_of_strips(training_cost: np.ndarray) -> np.ndarray:
    """Return for each whole strip how much the training cost still moves, in per mille: (strips,).

    P_k(t) = 1000 · (Σ E_tr / (k · min E_tr) − 1), sum and minimum over the strip's k = 5 epochs; 0 if all are equal.
    """
    trained = np.asarray(training_cost, float)[1:]
    strips = trained[: len(trained) // STRIP * STRIP].reshape(-1, STRIP)
    sums, lowest = strips.sum(1), STRIP * strips.min(1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(sums > lowest, 1000 * (sums / lowest - 1), 0.0)


class StoppingWatch:
    """Follows a run epoch by epoch and says when its rule fires: like `stop_epoch`, at constant cost.

    While the rule is Off, it computes nothing, only notes figures and keeps the best records so far, so that a rule
    switched on in mid-run knows what came before. A rule fires once; another one may then fire again.
    """

    def __init__(self) -> None:
        self._costs: list[tuple[float, float, float]] = []  # training, validation, −validation accuracy
        self._best: dict[bool, EpochRecord] = {}  # by whether the rule watches the accuracy
        self._spec = StoppingSpec()
        self._rule = _Rule(self._spec)
        self._told = False

    def take(self, record: EpochRecord) -> None:
        """Note the record of the next epoch, from epoch 0."""
        self._costs.append((record.training_cost, record.validation_cost, -record.validation_accuracy))
        if not self._best or record.validation_accuracy > self._best[True].validation_accuracy:
            self._best[True] = record
        if False not in self._best or record.validation_cost < self._best[False].validation_cost:
            self._best[False] = record

    def judge(self, spec: StoppingSpec) -> Stopped | None:
        """Return `Stopped` if this rule, not necessarily the same as before, fires at the epoch noted last."""
        if spec != self._spec:
            self._spec, self._rule, self._told = spec, _Rule(spec), False
        if spec.rule == "none" or self._told:
            return None
        fires = False
        for epoch in range(self._rule.epochs, len(self._costs)):
            fires = self._rule.fires(*self._costs[epoch])
        if not fires:
            return None
        self._told = True
        return Stopped(len(self._costs) - 1, self._best[watches_accuracy(spec)], spec.action == "stop")


class _Rule:
    """A rule and what it remembers of the epochs seen; each further one costs the same."""

    def __init__(self, spec: StoppingSpec) -> None:
        self._spec, self.epochs = spec, 0
        self._lowest, self._lowest_at = np.inf, 0
        self._strip: list[float] = []
        self._before, self._rises = np.inf, 0

    def fires(self, training_cost: float, validation_cost: float, minus_accuracy: float) -> bool:
        """Take in the next epoch; return whether the rule's condition holds at its end."""
        epoch, spec, self.epochs = self.epochs, self._spec, self.epochs + 1
        watched = minus_accuracy if watches_accuracy(spec) else validation_cost
        if watched < self._lowest:
            self._lowest, self._lowest_at = watched, epoch
        if spec.rule == "no_improvement":
            return epoch - self._lowest_at >= spec.parameter
        loss = float(generalization_loss(np.array([self._lowest, watched]))[1])
        if spec.rule == "gl":
            return loss > spec.parameter
        self._strip.append(training_cost)
        if epoch % STRIP:
            return False
        progress, self._strip = progress_of_strips(np.array([0.0, *self._strip])), []
        rises, self._before = validation_cost > self._before, validation_cost
        self._rises = self._rises + 1 if rises else 0
        if spec.rule == "up":
            return self._rises >= spec.parameter
        return epoch > 0 and loss > spec.parameter * float(progress[0])


def improvements(better: np.ndarray) -> np.ndarray:
    """Return for each epoch whether it is better than all before it, as the first one is: bool, (epochs,)."""
    return np.concatenate([[True], better[1:] > np.maximum.accumulate(better)[:-1]])[: len(better)]


def _no_improvement(better: np.ndarray, epochs: int) -> np.ndarray:
    """Return where the highest value so far is at least `epochs` old; an equal one does not make it younger."""
    here = np.arange(len(better))
    return here - np.maximum.accumulate(np.where(improvements(better), here, 0)) >= epochs


def _at_ends_of_strips(epochs: int, holds: np.ndarray) -> np.ndarray:
    """Return for each epoch whether it ends a strip for which this holds."""
    everywhere = np.zeros(epochs, bool)
    everywhere[STRIP::STRIP] = holds
    return everywhere


def _successive(true: np.ndarray) -> np.ndarray:
    """Return for each place how many truths in a row end there."""
    here = np.arange(1, len(true) + 1)
    return here - np.maximum.accumulate(np.where(true, 0, here)) if len(true) else here
