"""Questions to pruned networks: what they still recognize, and what further training makes of them."""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import numpy as np

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.events import EpochRecord, Tested
from nnreg_gui.engine.experiment import Experiment, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.pruning import Pruned, Pruning, prune
from nnreg_gui.engine.questions.question import ExperimentQuestion, Network, NetworksQuestion
from nnreg_gui.engine.training import test_accuracy, train

SHARES = (*(twentieth / 20 for twentieth in range(20)), 0.99)
PERCENTS = tuple(percent / 100 for percent in range(100))


@dataclass(frozen=True, slots=True, eq=False)
class PruningQuestion(NetworksQuestion[np.ndarray]):
    """How many validation images do networks recognize with their smallest weights pruned?

    The answer is their accuracies, 0…1: float64, (networks, shares).

    Attributes:
        networks: the networks to ask.
        shares: of the weights to prune, 0 … 1.
        per_layer: see `prune()`.
    """

    networks: tuple[Network, ...]
    shares: tuple[float, ...] = SHARES
    per_layer: bool = False

    def answers(self, digits: Digits) -> Generator[float, None, np.ndarray]:
        return recognized_pruned(self.networks, digits.validation, self.shares, self.per_layer)


def recognized_pruned(
    networks: Sequence[Network], split: Split, shares: Sequence[float], per_layer: bool
) -> Generator[float, None, np.ndarray]:
    """Yield the share done; return how many images pruned networks call by their labels: 0…1, (networks, shares)."""
    found = np.empty((len(networks), len(shares)))
    for at, network in enumerate(networks):
        for place, share in enumerate(shares):
            pruned = replace(network, parameters=prune(network.parameters, share, per_layer).parameters)
            found[at, place] = (pruned.called(split.inputs) == split.labels).mean()
            yield (at * len(shares) + place + 1) / found.size
    return found


@dataclass(frozen=True, slots=True, eq=False)
class FineTuningQuestion(ExperimentQuestion[RunHistory]):
    """What becomes of a network that is pruned and then trained further, while pruned weights stay 0?

    The answer is a `RunHistory`: its epoch 0 is the pruned network, the epochs after it are fine-tuning. It keeps the
    networks of the first, the best and the last epoch. Mini-batches come in the seed's order from its beginning,
    without early stopping.

    Attributes:
        experiment: what trained the network, and trains it further.
        parameters: the network before pruning.
        pruning: what to prune, and how many epochs follow; with 0 of them the pruned network is only measured.
    """

    experiment: Experiment
    parameters: Parameters
    pruning: Pruning

    def answers(self, digits: Digits) -> Generator[float, None, RunHistory]:
        history = RunHistory(self.experiment, self.pruning)
        pruned = prune(self.parameters, self.pruning.share, self.pruning.per_layer)
        yield from self._fine_tune(pruned, history, digits)
        named = [record for record in (history.initial, history.best, history.newest) if record is not None]
        return history.with_records({record.epoch: record for record in named}.values())

    def _fine_tune(self, pruned: Pruned, history: RunHistory, digits: Digits) -> Generator[float, None, None]:
        epochs = self.pruning.epochs
        # An experiment has at least one epoch; if there are to be none, its first record says it all.
        training = replace(self.experiment.training, epochs=max(1, epochs), stopping=StoppingSpec())
        experiment = replace(self.experiment, training=training)
        with closing(train(experiment, digits, pruned=pruned)) as events:
            for event in events:
                history.add(event)
                if not epochs and isinstance(event, EpochRecord):
                    history.add(Tested(test_accuracy(event.parameters, experiment, digits)))
                    return
                yield min(1.0, history.epochs_done / max(1, epochs))
