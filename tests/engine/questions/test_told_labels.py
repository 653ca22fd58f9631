"""Whatever is asked about training digits is asked about the labels that the network was told."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pytest

from nnreg_gui.engine import questions
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.questions.along_a_line import AroundQuestion, LineQuestion
from nnreg_gui.engine.questions.coadaptation import CorrelationQuestion
from nnreg_gui.engine.questions.ensembles import EnsembleQuestion
from nnreg_gui.engine.questions.lies import EnsembleLiesQuestion, LiesQuestion, LyingDigitsQuestion, PrunedLiesQuestion
from nnreg_gui.engine.questions.mistakes import MistakesQuestion
from nnreg_gui.engine.questions.pruning_questions import FineTuningQuestion, PruningQuestion
from nnreg_gui.engine.questions.question import (
    ConfusionQuestion,
    ExperimentQuestion,
    Network,
    NetworksQuestion,
    Question,
    RotationQuestion,
    TrainingQuestion,
    ValidationQuestion,
)
from nnreg_gui.engine.questions.random_layers import RandomLayerQuestion
from nnreg_gui.engine.questions.robustness import GradientQuestion, NoiseQuestion, TurnQuestion
from nnreg_gui.engine.questions.thinning import NeuronsOffQuestion, ThinnedEnsembleQuestion
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion
from nnreg_gui.engine.searches.search_jobs import TrainingJob
from nnreg_gui.engine.training import train
from nnreg_gui.engine.wrong_labels import told_images
from tests.fixture_types import Small
from tests.questions import answer_to

_OF_RUNS: dict[type[Question], Callable[[Experiment, Network], Question]] = {
    AroundQuestion: lambda experiment, network: AroundQuestion(experiment, network, (0.0, 0.5), 1),
    ConfusionQuestion: lambda _, network: ConfusionQuestion((network,)),
    CorrelationQuestion: lambda _, network: CorrelationQuestion((network,)),
    DataPullQuestion: DataPullQuestion,
    EnsembleQuestion: lambda _, network: EnsembleQuestion((network,)),
    FineTuningQuestion: lambda experiment, network: FineTuningQuestion(
        experiment, network.parameters, Pruning(0.5, epochs=1)
    ),
    GradientQuestion: lambda _, network: GradientQuestion((network,), 10),
    LineQuestion: lambda experiment, network: LineQuestion(experiment, network, network, (0.0, 0.5)),
    MistakesQuestion: lambda _, network: MistakesQuestion(network),
    NeuronsOffQuestion: lambda _, network: NeuronsOffQuestion((network,), draws=1),
    NoiseQuestion: lambda _, network: NoiseQuestion((network,), (0.0, 0.5)),
    PruningQuestion: lambda _, network: PruningQuestion((network,), (0.0, 0.5)),
    RotationQuestion: lambda _, network: RotationQuestion((network,), (0.0, 90.0)),
    ThinnedEnsembleQuestion: lambda _, network: ThinnedEnsembleQuestion((network,), 0.5, 2),
    TrainingJob: lambda experiment, _: TrainingJob(experiment, networks=False),
    TurnQuestion: lambda _, network: TurnQuestion((network,), (0.0, 90.0)),
}
# These ask about digits, lies or random neurons, not about what a run has learnt; pages combine the first two.
_OF_NO_RUN = {TrainingQuestion, LyingDigitsQuestion, ValidationQuestion, RandomLayerQuestion}
_ABOUT_LIES = {LiesQuestion, PrunedLiesQuestion, EnsembleLiesQuestion}


def test_no_question_is_forgotten() -> None:
    for module in pkgutil.iter_modules(questions.__path__):
        importlib.import_module(f"{questions.__name__}.{module.name}")
    known = {Question, ExperimentQuestion, NetworksQuestion, *_OF_RUNS, *_OF_NO_RUN, *_ABOUT_LIES}
    names = {kind.__name__ for kind in _kinds(Question)}  # with slots, there are two of each
    assert names == {kind.__name__ for kind in known}


def _kinds(kind: type) -> Iterator[type]:
    """Yield a class and all its subclasses of the engine: a search packs any function into one of its own."""
    yield kind
    for subclass in kind.__subclasses__():
        if subclass.__module__.startswith("nnreg_gui.engine"):
            yield from _kinds(subclass)


@pytest.mark.parametrize("kind", _OF_RUNS, ids=lambda kind: kind.__name__)
def test_a_run_with_lies_is_asked_as_if_they_were_true(kind: type[Question], small: Small, few_digits: Digits) -> None:
    """Equal to a run without lies on digits that are labelled as it was told: bit for bit."""
    honest = small(images=40, hidden=(4,), epochs=2)
    lying = replace(honest, data=replace(honest.data, wrong_labels=0.5))
    told, wrong = told_images(lying, few_digits)
    assert wrong is not None
    as_told = Digits(told, few_digits.validation, few_digits.test)

    found = []
    for experiment, digits in ((lying, few_digits), (honest, as_told)):
        history = RunHistory.of(experiment, train(experiment, digits))
        assert history.newest is not None
        network = Network.of(history.newest.parameters, experiment)
        found.append(list(_plain(answer_to(_OF_RUNS[kind](experiment, network), digits))))
    assert len(found[0]) == len(found[1]) > 0
    for one, other in zip(*found, strict=True):
        np.testing.assert_array_equal(one, other)


def _plain(answer: Any) -> Iterator[np.ndarray]:
    """Yield the numbers in an answer."""
    if isinstance(answer, RunHistory):
        names = ("training_cost", "training_accuracy", "validation_cost", "validation_accuracy")
        yield from (answer.column(name) for name in names)
    elif is_dataclass(answer):
        for field in fields(answer):
            yield from _plain(getattr(answer, field.name))
    elif isinstance(answer, (tuple, list)):
        for part in answer:
            yield from _plain(part)
    else:
        yield np.asarray(answer)
