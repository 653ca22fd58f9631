"""What a lesson may ask a run's networks: questions that an engine answers on the validation images."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.known import MissingError
from nnreg_gui.lessons.stage_words import Range

if TYPE_CHECKING:  # questions are imported when they are asked: the window opens sooner
    from nnreg_gui.engine.questions.ensembles import Ensemble
    from nnreg_gui.engine.questions.question import Network, Question

Networks = tuple["Network", ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """A question about a run; equal ones have equal answers.

    Attributes:
        name: of `MEASUREMENTS`.
        run: what the lesson calls the run.
        arguments: the numbers after it.
    """

    name: str
    run: str
    arguments: tuple[float, ...] = ()

    def question(self, histories: Sequence[RunHistory]) -> "Question[Any]":
        """Return the question to ask an engine about the run's networks in use.

        Raises:
            MissingError: there is a network that is not known.
        """
        from nnreg_gui.engine.questions.question import Network

        networks = []
        for history in histories:
            if history.in_use is None:
                raise MissingError(self.run)
            networks.append(Network.of(history.in_use.parameters, history.experiment))
        if not networks:
            raise MissingError(self.run)
        return MEASUREMENTS[self.name].ask(tuple(networks), histories[0].experiment, *self.arguments)

    def figure(self, answer: Any) -> float:
        """Return the number that stands for the measurement, from the answer to its question."""
        return float(MEASUREMENTS[self.name].figure(answer))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of measurement.

    Attributes:
        unit: of its figure.
        arguments: which numbers follow the run.
        ask: makes the question from the networks, the experiment that trained them, and the arguments.
        figure: makes a number of the answer.
        seeds: whether it takes a run with several seeds.
        dropout: whether it takes a run with dropout.
    """

    unit: Unit
    arguments: tuple[Range, ...]
    ask: "Callable[..., Question[Any]]"
    figure: Callable[[Any], float]
    seeds: bool = False
    dropout: bool = False


def _noise(networks: Networks, experiment: Experiment, sigma: float) -> "Question[Any]":
    from nnreg_gui.engine.questions.robustness import NoiseQuestion

    return NoiseQuestion(networks, (sigma,))


def _turned(networks: Networks, experiment: Experiment, degrees: float) -> "Question[Any]":
    from nnreg_gui.engine.questions.robustness import TurnQuestion

    return TurnQuestion(networks, (degrees,))


def _neurons_off(networks: Networks, experiment: Experiment, share: float) -> "Question[Any]":
    from nnreg_gui.engine.questions.thinning import NeuronsOffQuestion

    return NeuronsOffQuestion(networks, (share,))


def _pruned(networks: Networks, experiment: Experiment, share: float) -> "Question[Any]":
    from nnreg_gui.engine.questions.pruning_questions import PruningQuestion

    return PruningQuestion(networks, (share,))


def _slope(networks: Networks, experiment: Experiment) -> "Question[Any]":
    from nnreg_gui.engine.questions.robustness import GradientQuestion

    return GradientQuestion(networks)


def _ensemble(networks: Networks, experiment: Experiment) -> "Question[Any]":
    from nnreg_gui.engine.questions.ensembles import EnsembleQuestion

    return EnsembleQuestion(networks)


def _thinned(networks: Networks, experiment: Experiment, count: float) -> "Question[Any]":
    from nnreg_gui.engine.questions.thinning import ThinnedEnsembleQuestion

    return ThinnedEnsembleQuestion(networks, experiment.regularization.dropout, int(count))


def _called(networks: Networks, experiment: Experiment, degrees: float = 0.0) -> "Question[Any]":
    from nnreg_gui.engine.questions.question import RotationQuestion

    return RotationQuestion(networks, (degrees,))


def _average(ensemble: "Ensemble") -> float:
    return float((ensemble.average == ensemble.labels).mean())


def _vote(ensemble: "Ensemble") -> float:
    return float((ensemble.vote == ensemble.labels).mean())


def _share_of(place: int, called: int) -> Callable[[np.ndarray], float]:
    """Return which share of the sixes (place 0) or nines (1) is called so, from the answer to `RotationQuestion`."""
    return lambda counts: float(np.mean(counts[:, place, 0, called] / counts[:, place, 0].sum(1)))


_ANGLE, _COUNT = Range(-180, 180), Range(1, 200, whole=True)

MEASUREMENTS = {
    "noise": Kind("share", (Range(0, 1),), _noise, np.mean),
    "turned": Kind("share", (_ANGLE,), _turned, np.mean),
    "neurons_off": Kind("share", (Range(0, 1),), _neurons_off, np.mean),
    "pruned": Kind("share", (Range(0, 1),), _pruned, np.mean),
    "slope": Kind("number", (), _slope, np.mean),
    "single": Kind("share", (), _ensemble, lambda ensemble: ensemble.single.mean()),
    "average": Kind("share", (), _ensemble, _average, seeds=True),
    "vote": Kind("share", (), _ensemble, _vote, seeds=True),
    "rescued": Kind("whole", (), _ensemble, lambda ensemble: len(ensemble.rescued), seeds=True),
    "thinned": Kind("share", (_COUNT,), _thinned, lambda found: found[:, :-2].mean(), dropout=True),
    "thinned_average": Kind("share", (_COUNT,), _thinned, lambda found: found[:, -2].mean(), dropout=True),
    "six_as_nine": Kind("share", (), _called, _share_of(0, 9)),
    "nine_as_six": Kind("share", (), _called, _share_of(1, 6)),
    "six_as_nine_at": Kind("share", (_ANGLE,), _called, _share_of(0, 9)),
    "nine_as_six_at": Kind("share", (_ANGLE,), _called, _share_of(1, 6)),
}
