"""What benchmarks measure of trained runs, each a function of the runs and a seed."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nnreg_gui.engine.experiment import Experiment, NetworkSpec, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.ensembles import called_by_average
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.resource_files import resource_path
from tests.benchmarks.trained import TrainedRuns

Measure = Callable[[TrainedRuns, int], float]
Figure = Callable[[RunHistory], float]
SCENARIOS = load_scenarios(resource_path("scenarios"))
_SCALED = NetworkSpec(hidden=(30,), initial_weights="scaled")


# ------------------------------------------------------------------------------------------------ how good runs are


def test(run: RunHistory) -> float:
    """The test accuracy that the program shows when the run ends, in per cent."""
    assert run.test_accuracy is not None
    return 100 * run.test_accuracy


def best(run: RunHistory) -> float:
    """The best validation accuracy, in per cent."""
    return 100 * float(run.column("validation_accuracy").max())


def last(run: RunHistory) -> float:
    """The validation accuracy of the last epoch, in per cent."""
    return 100 * float(run.column("validation_accuracy")[-1])


def training(run: RunHistory) -> float:
    """The training accuracy of the last epoch, in per cent."""
    return 100 * float(run.column("training_accuracy")[-1])


def gap(run: RunHistory) -> float:
    """Training minus validation accuracy in the last epoch, in points."""
    return training(run) - last(run)


def fallen(run: RunHistory) -> float:
    """By how many points the last validation accuracy is below the best."""
    return best(run) - last(run)


def lowest_cost_epoch(run: RunHistory) -> float:
    """The epoch of the lowest validation cost."""
    return float(run.column("validation_cost").argmin())


# --------------------------------------------------------------------------------------------------------- measuring


def _in_use(column: str) -> Figure:
    return lambda run: 100 * float(run.column(column)[run.used_epoch])


# By the names that scenarios give to published figures; epochs as they are, accuracies in per cent.
PUBLISHED: dict[str, Figure] = {
    "test_accuracy": test,
    "validation_accuracy": best,
    "training_accuracy": training,
    "lowest_cost_epoch": lowest_cost_epoch,
    "wrong_labels_learnt": _in_use("wrong_labels_learnt"),
    "right_in_spite": _in_use("right_in_spite"),
}


def of(experiment: Experiment, figure: Figure) -> Measure:
    """Measure a figure of one run."""
    return lambda runs, seed: figure(runs.run(experiment, seed))


def more(experiment: Experiment, other: Experiment, figure: Figure) -> Measure:
    """Measure by how much a figure is higher than that of another experiment with the same seed."""
    return lambda runs, seed: figure(runs.run(experiment, seed)) - figure(runs.run(other, seed))


def l2(lambda_: float, **changed: object) -> Experiment:
    """The experiment that the program starts with (784-30-10, n = 1,000, 400 epochs), with L2."""
    return replace(
        Experiment(), regularization=RegularizationSpec(penalty="l2" if lambda_ else "none", lambda_=lambda_), **changed
    )  # type: ignore[arg-type]


BIASES_TOO = replace(l2(0.1), regularization=RegularizationSpec(penalty="l2", lambda_=0.1, penalize_biases=True))


def scenario(number: int) -> Experiment:
    """The experiment of a scenario, by the number in its file's name."""
    return SCENARIOS[number - 1].experiment


def scaled(lambda_: float) -> Experiment:
    """The same as `l2()` with scaled initial weights."""
    return l2(lambda_, network=_SCALED)


def dropout_on_all(p: float) -> Experiment:
    """Scenario 14 with another p."""
    return replace(scenario(14), regularization=RegularizationSpec(dropout=p))


def _called(runs: TrainedRuns, experiment: Experiment, seed: int) -> np.ndarray:
    newest = runs.run(experiment, seed).newest
    assert newest is not None
    network = Network(newest.parameters, experiment.network.activation)
    return network.outputs(runs.digits.test.inputs).argmax(1)


def sixes_and_nines(runs: TrainedRuns, seed: int) -> float:
    """Measure which share of the mistakes added by ±180° (scenario 12 against 8) confuses 6 and 9, in %."""
    labels = runs.digits.test.labels
    counts = []
    for number in (12, 8):
        called = _called(runs, scenario(number), seed)
        confused = ((labels == 6) & (called == 9)) | ((labels == 9) & (called == 6))
        counts.append((int(confused.sum()), int((called != labels).sum())))
    (confused, mistakes), (confused_before, mistakes_before) = counts
    return 100 * (confused - confused_before) / (mistakes - mistakes_before)


def together_against_one(networks: int, epochs: int) -> Measure:
    """Measure by how many points networks without regularization together exceed the mean of as many with L2.

    The networks of seed s are those of seeds s to s + networks − 1, after this many of their 400 epochs.
    """

    def measure(runs: TrainedRuns, seed: int) -> float:
        split = runs.digits.validation
        outputs = []
        for experiment in (l2(0), l2(0.1)):
            records = [runs.run(experiment, seed + k).record_near(epochs) for k in range(networks)]
            assert all(record is not None and record.epoch == epochs for record in records)
            parameters = [record.parameters for record in records if record is not None]
            outputs.append(np.stack([Network(one, "sigmoid").outputs(split.inputs) for one in parameters]))
        average = (called_by_average(outputs[0]) == split.labels).mean()
        single = (outputs[1].argmax(2) == split.labels).mean()
        return 100 * float(average - single)

    return measure


def never_inked(experiment: Experiment) -> Measure:
    """Measure the standard deviation of weights from pixels that are 0 in all training images."""

    def measure(runs: TrainedRuns, seed: int) -> float:
        newest = runs.run(experiment, seed).newest
        assert newest is not None
        n = experiment.data.training_images
        blank = runs.digits.training[:n].inputs.max(0) == 0
        return float(newest.parameters.weights[0][:, blank].std())

    return measure


def gains_later(runs: TrainedRuns, seed: int) -> float:
    """Measure by how many points L2 λ 0.1 gains more in 400 epochs than in 200, in validation accuracy."""
    gains = [
        runs.run(l2(0.1), seed).column("validation_accuracy")[epoch]
        - runs.run(l2(0), seed).column("validation_accuracy")[epoch]
        for epoch in (200, 400)
    ]
    return 100 * float(gains[1] - gains[0])
