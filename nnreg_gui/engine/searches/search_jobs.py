"""The work on one experiment of a search, wherever an executor does it."""

from collections.abc import Generator, Mapping
from concurrent.futures import Executor
from contextlib import closing
from contextvars import ContextVar
from dataclasses import dataclass

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import parameter_count, sizes_of
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.question import ExperimentQuestion
from nnreg_gui.engine.sessions.session_format import records_to_keep
from nnreg_gui.engine.training import train

MOST_DEATHS = 3  # of processes over one job, or in a row without a result
PATIENCE = 0.04  # seconds for which a window may wait
_MEASURED_BESIDES = 10_000  # the validation images
# Seconds, measured with 784-30-10 (0.45 s for 50,000 images, 7 ms for measuring 10,000): only their ratios matter.
_SECONDS_PER_MINI_BATCH = 6e-5
_SECONDS_PER_IMAGE_AND_PARAMETER, _SECONDS_PER_MEASURED_AND_PARAMETER = 1.2e-10, 3e-11
_SECONDS_PER_AUGMENTED_IMAGE = 1e-5


class ExecutorError(Problem):
    """The executor cannot train anything: a cluster out of reach, for example."""


class Surroundings:
    """What a job finds where it runs.

    Args:
        data_sets: what to train on.
    """

    def __init__(self, data_sets: Mapping[DataSet, Digits]) -> None:
        self._data_sets = data_sets

    def digits(self, dataset: DataSet) -> Digits:
        """Return the digits to train on.

        Raises:
            DigitsError: they cannot be read there, or are not there.
        """
        return self._data_sets[dataset]

    def tell(self, place: int, share: float) -> bool:
        """Report the share (0…1) of a job that is done; return whether the job is still wanted."""
        return True


_surroundings: ContextVar[Surroundings] = ContextVar("surroundings")


def work_in(surroundings: Surroundings) -> None:
    """Run this thread's jobs in these surroundings: the initializer of a plain executor."""
    _surroundings.set(surroundings)


class JobExecutor(Executor):
    """An executor that knows how its jobs are getting on; `SearchRun` works with any other, too.

    Attributes:
        tells_shares: whether `share()` grows while a job runs.
    """

    tells_shares = False

    def share(self, place: int) -> float:
        """Return the share (0…1) done of a job that is not over."""
        return 0.0

    def take_deaths(self) -> int:
        """Return how many processes have died since the last call; others do their jobs again."""
        return 0

    def abandon(self, patience: float = PATIENCE) -> None:
        """End everything at once, jobs included, and wait at most `patience` seconds for it."""
        self.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True, eq=False)
class TrainingJob(ExperimentQuestion[RunHistory]):
    """What comes of an experiment? The answer is its `RunHistory`.

    Attributes:
        experiment: what to train.
        networks: whether to keep the records of the untrained, the best, the newest and the used network.
        spaced: how many evenly spaced ones to keep, too.
    """

    experiment: Experiment
    networks: bool
    spaced: int = 0

    def answers(self, digits: Digits) -> Generator[float, None, RunHistory]:
        history = RunHistory(self.experiment)
        yield 0.0
        with closing(train(self.experiment, digits)) as events:
            for event in events:
                history.add(event)
                yield history.epochs_done / self.experiment.training.epochs
        return history.with_records(records_to_keep(history, self.spaced) if self.networks else [])


def train_job(place: int, experiment: Experiment, networks: bool, spaced: int = 0) -> RunHistory | None:
    """Do a `TrainingJob` in the surroundings of this thread.

    Args:
        place: the experiment's place in its search.
        experiment, networks, spaced: as in `TrainingJob`.

    Returns:
        the run's history, or None if it is no longer wanted.

    Raises:
        Problem: as in `train()`, or the digits cannot be read.
    """
    surroundings = _surroundings.get()
    if not surroundings.tell(place, 0.0):
        return None
    digits = surroundings.digits(experiment.data.dataset)
    with closing(TrainingJob(experiment, networks, spaced).answers(digits)) as answers:
        while True:
            try:
                share = next(answers)
            except StopIteration as end:
                history: RunHistory = end.value
                return history
            if not surroundings.tell(place, share):
                return None


def processes_end_at_once() -> ExecutorError:
    """Return why a search cannot go on if its processes keep dying before they have done anything."""
    return ExecutorError("Nothing can be trained beside the window here: its processes end at once.")


def job_cost(experiment: Experiment) -> float:
    """Return roughly how many seconds an experiment takes on one core; only how jobs compare matters."""
    n, m = experiment.data.training_images, experiment.training.batch_size
    parameters = parameter_count(sizes_of(experiment))
    training = n * (_SECONDS_PER_MINI_BATCH / m + _SECONDS_PER_IMAGE_AND_PARAMETER * parameters)
    if not experiment.augmentation.is_off:
        training += n * _SECONDS_PER_AUGMENTED_IMAGE
    measuring = (n + _MEASURED_BESIDES) * _SECONDS_PER_MEASURED_AND_PARAMETER * parameters
    return experiment.training.epochs * (training + measuring)
