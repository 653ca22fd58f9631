"""Which runs have a trained network, and which of them a page shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.plots.drawn_run import DrawnRun

Part = TypeVar("Part")


class KnownRuns(Mapping[Experiment, RunHistory]):
    """Runs by their experiments: equal essence means equal curves, and need not be trained again."""

    def __init__(self, histories: Iterable[RunHistory] = ()) -> None:
        self._by_essence = {one.experiment.essence: one for one in histories}

    def __getitem__(self, experiment: Experiment) -> RunHistory:
        return self._by_essence[experiment.essence]

    def __iter__(self) -> Iterator[Experiment]:
        return iter(self._by_essence)

    def __len__(self) -> int:
        return len(self._by_essence)


def is_trained(run: DrawnRun) -> bool:
    """Return whether the run has a network trained for at least one epoch; a pruned one was trained before."""
    newest = run.history.newest
    return newest is not None and (newest.epoch > 0 or run.history.pruning is not None)


def network_of(run: DrawnRun) -> Network:
    """Return the network of a trained run that is in use, or the one that the user looks back at."""
    assert run.record is not None
    return Network.of(run.record.parameters, run.history.experiment)


def ended(runs: Sequence[DrawnRun]) -> list[DrawnRun]:
    """Return the finished runs that have a trained network."""
    return [run for run in runs if is_trained(run) and not run.live]


def shown_run(runs: Sequence[DrawnRun]) -> DrawnRun | None:
    """Return the selected run; if it is not trained yet, the newest trained one; None if there is none."""
    trained = [run for run in runs if is_trained(run)]
    return next((run for run in trained if run.selected), trained[-1] if trained else None)


def data_set_of(run: DrawnRun) -> DataSet:
    """Return the data set that a run was trained on."""
    return run.history.experiment.data.dataset


def course_of(run: DrawnRun, part: Callable[[Experiment], Part]) -> list[tuple[float, Part]]:
    """Return what a part of the experiment was at first, and from which epoch on it was changed to what."""
    course = [(0.0, part(run.history.experiment.essence))]
    for change in run.history.changes:
        changed = part(change.after.essence)
        if changed != course[-1][1]:
            course.append((change.epoch, changed))
    return course


def of_one_data_set(runs: Sequence[DrawnRun]) -> list[DrawnRun]:
    """Return those runs that can be compared: of the data set of the run shown, or of the newest if none is trained."""
    leader = shown_run(runs) or (runs[-1] if runs else None)
    return [run for run in runs if leader is not None and data_set_of(run) == data_set_of(leader)]


def on_data_set(experiments: Sequence[Experiment], data_set: DataSet) -> tuple[Experiment, ...]:
    """Return what to train on a data set for what the lecture trains on MNIST."""
    return tuple(one if data_set == one.data.dataset else one.on(data_set) for one in experiments)


def known_runs(runs: Sequence[DrawnRun], *, repeats: bool = False, networks: bool = True) -> KnownRuns:
    """Return what need not be trained again: trained to its end, not changed in mid-run, not pruned.

    Args:
        runs: those in the list.
        repeats: whether every seed of a repeated run counts, or only the one that is drawn alone.
        networks: whether their networks are needed, or only their curves.
    """
    histories = [one for run in runs if not run.live for one in (run.histories if repeats else (run.history,))]
    plain = [one for one in histories if one.finished and one.is_plain]
    return KnownRuns(one for one in plain if one.in_use is not None or not networks)


def missing(runs: Sequence[DrawnRun], experiments: Sequence[Experiment]) -> tuple[Experiment, ...]:
    """Return which of the experiments are still to be trained: equal ones give equal curves."""
    known = known_runs(runs)
    return tuple(experiment for experiment in experiments if experiment not in known)
