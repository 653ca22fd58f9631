"""Where each rule would have stopped a run, from its recorded curves."""

from collections.abc import Sequence
from dataclasses import dataclass

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.stopping import stop_and_best

RULES = (
    *(StoppingSpec(rule="no_improvement", parameter=epochs, watch="accuracy") for epochs in (10, 20)),
    *(StoppingSpec(rule="no_improvement", parameter=epochs, watch="cost") for epochs in (10, 20)),
    *(StoppingSpec(rule="gl", parameter=alpha) for alpha in (1, 2, 5)),
    *(StoppingSpec(rule="pq", parameter=alpha) for alpha in (0.75, 2, 3)),
    *(StoppingSpec(rule="up", parameter=strips) for strips in (2, 3, 8)),
)


@dataclass(frozen=True, slots=True)
class Finish:
    """Where a rule would have stopped.

    Attributes:
        epoch: the one at whose end it fired.
        best: the epoch whose network it restores.
        cost, accuracy: of that network on the validation images.
    """

    epoch: int
    best: int
    cost: float
    accuracy: float


class RuleRace:
    """The rules on one run at a time; a rule that has fired is not asked again, as rules look only at the past."""

    def __init__(self) -> None:
        self._history: RunHistory | None = None
        self._finishes: dict[StoppingSpec, Finish] = {}

    def finishes(self, history: RunHistory, rules: Sequence[StoppingSpec]) -> list[Finish | None]:
        """Return where each rule stops, None where it has not fired yet."""
        if history is not self._history:
            self._history, self._finishes = history, {}
        return [self._finishes.get(rule) or self._ask(history, rule) for rule in rules]

    def _ask(self, history: RunHistory, rule: StoppingSpec) -> Finish | None:
        epochs = stop_and_best(rule, history)
        if epochs is None:
            return None
        _, best = epochs
        cost, accuracy = (float(history.column(name)[best]) for name in ("validation_cost", "validation_accuracy"))
        finish = self._finishes[rule] = Finish(*epochs, cost, accuracy)
        return finish


def last_finish(history: RunHistory) -> Finish | None:
    """Return where a run stands without a rule: the network of its newest epoch; None before the first record."""
    newest = history.newest
    if newest is None:
        return None
    return Finish(newest.epoch, newest.epoch, newest.validation_cost, newest.validation_accuracy)


def winner(finishes: Sequence[Finish | None]) -> int | None:
    """Return the place of the highest validation accuracy; of equals, the first to stop."""
    places = [place for place, finish in enumerate(finishes) if finish is not None]
    return min(places, key=lambda place: _rank(finishes[place]), default=None)


def lowest_cost(finishes: Sequence[Finish | None]) -> int | None:
    """Return the place of the lowest validation cost; of equals, the first to stop."""
    places = [place for place, finish in enumerate(finishes) if finish is not None]
    return min(places, key=lambda place: _cost_rank(finishes[place]), default=None)


def _rank(finish: Finish | None) -> tuple[float, int]:
    return (-finish.accuracy, finish.epoch) if finish is not None else (1.0, 0)


def _cost_rank(finish: Finish | None) -> tuple[float, int]:
    return (finish.cost, finish.epoch) if finish is not None else (float("inf"), 0)
